import * as React from 'react';
import { Badge, Box, Flex, Grid, TextButton, Typography } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import type { HouseholdFile, InputSchema } from '../../../contracts';
import { useTimes } from '../kernel/clock/times';
import { useHouseholdApi } from '../kernel/householdApi';
import { fieldName, useWords } from '../kernel/words';
import { changedIn, valuesOf } from './parts';
import { RecordModal } from '../kernel/form/RecordModal';
import { useSaid } from './said';
import { Section } from './Section';

const FACTS = ['building', 'unit', 'room', 'area', 'occupancy', 'responsible', 'paperPlace', 'notes'];

function Completeness({ file }: { file: HouseholdFile }) {
  const { t } = useWords();
  const { day } = useTimes();
  if (file.gaps.length === 0)
    return (
      <Box>
        <Badge backgroundColor="success100" textColor="success700">
          {t('households.complete')}
        </Badge>
      </Box>
    );
  return (
    <Box role="status" background="warning100" hasRadius padding={3}>
      <Typography fontWeight="semiBold" textColor="warning700" tag="div" paddingBottom={1}>
        {t('household.lacks', { count: file.gaps.length })}
      </Typography>
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {file.gaps.map(({ code, since }) => (
          <Typography key={code} tag="li" textColor="neutral800">
            {t(`household.gap.${code}`)}{' '}
            <Typography variant="pi" textColor="neutral600">
              {t('households.since', { date: day(since) })}
            </Typography>
          </Typography>
        ))}
      </Box>
    </Box>
  );
}

interface FileHeadProps {
  file: HouseholdFile;
  form: InputSchema;
  onChanged: () => void;
}

/** What the flat is, who answers for its file, and what the file lacks. */
export function FileHead({ file, form, onChanged }: FileHeadProps) {
  const words = useWords();
  const { t } = words;
  const said = useSaid();
  const api = useHouseholdApi();
  const [editing, setEditing] = React.useState(false);
  const before = valuesOf(file.fields);
  return (
    <Section
      title={t('household.facts')}
      action={
        file.may.write && (
          <TextButton type="button" startIcon={<Pencil />} onClick={() => setEditing(true)}>
            {t('household.edit')}
          </TextButton>
        )
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Completeness file={file} />
        <Grid.Root gap={3} tag="dl">
          {FACTS.map((field) => ({ field, text: said('household', field, file.fields[field]) })).map(
            ({ field, text }) => (
              <Grid.Item
                key={field}
                col={field === 'notes' ? 12 : 3}
                s={6}
                xs={12}
                direction="column"
                alignItems="stretch"
              >
                <Typography variant="pi" textColor="neutral600" tag="dt">
                  {fieldName(words, 'household', field)}
                </Typography>
                <Typography tag="dd" style={{ overflowWrap: 'anywhere' }}>
                  {text ?? t('case.empty')}
                </Typography>
              </Grid.Item>
            )
          )}
        </Grid.Root>
      </Flex>
      {editing && (
        <RecordModal
          title={t('household.edit')}
          type="household"
          schema={form}
          values={before}
          community={file.community.documentId}
          choices={{}}
          submit={(values) => api.change(file.documentId, changedIn(form, before, values), file.updatedAt)}
          onDone={() => {
            setEditing(false);
            onChanged();
          }}
          onClose={() => setEditing(false)}
        />
      )}
    </Section>
  );
}
