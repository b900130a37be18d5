import type * as React from 'react';
import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import type { FilePart, FileRecord } from '../../../contracts';
import { isMasked } from '../case-panel/masked';
import { Reveal } from '../case-panel/Reveal';
import { fieldName, useWords } from '../kernel/words';
import { NAMED, SHOWN } from './parts';
import { useSaid } from './said';

interface RecordLineProps {
  name: FilePart;
  record: FileRecord;
  children: React.ReactNode;
}

/** One record of a part: its name, what is said of it, and what is confidential behind a reason. */
export function RecordLine({ name, record, children }: RecordLineProps) {
  const words = useWords();
  const said = useSaid();
  const { fields, ended } = record;
  const masked = SHOWN[name].filter((field) => isMasked(fields[field]));
  const facts = SHOWN[name]
    .filter((field) => !masked.includes(field))
    .map((field) => ({ field, text: said(name, field, fields[field]) }))
    .filter(({ text }) => text !== null);
  return (
    <Box tag="li" paddingTop={2} paddingBottom={2} borderColor="neutral150" borderStyle="solid" borderWidth="0 0 1px 0">
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
        <Box flex="1" minWidth="24rem">
          <Flex gap={2}>
            <Typography fontWeight="semiBold" textColor={ended ? 'neutral600' : 'neutral800'}>
              {String(fields[NAMED[name]] ?? words.t(`household.part.${name}`))}
            </Typography>
            {ended && <Badge>{words.t('household.ended')}</Badge>}
            {fields.restrictedAt !== null && fields.restrictedAt !== undefined && (
              <Badge backgroundColor="danger100" textColor="danger700">
                {words.t('household.restricted')}
              </Badge>
            )}
          </Flex>
          <Typography variant="pi" textColor="neutral700" tag="div" style={{ overflowWrap: 'anywhere' }}>
            {facts
              .map(({ field, text }) => `${fieldName(words, name, field)}${words.t('form.colon')}${text as string}`)
              .join('　')}
          </Typography>
          {masked.length > 0 && (
            <Flex gap={6} wrap="wrap" paddingTop={1}>
              {masked.map((field) => (
                <Reveal
                  key={field}
                  type={name}
                  documentId={record.documentId}
                  field={field}
                  masked={String(fields[field])}
                />
              ))}
            </Flex>
          )}
        </Box>
        <Flex direction="column" alignItems="flex-end" gap={2}>
          {children}
        </Flex>
      </Flex>
    </Box>
  );
}
