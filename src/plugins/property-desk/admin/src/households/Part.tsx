import * as React from 'react';
import { Box, Dialog, Flex, TextButton, Typography } from '@strapi/design-system';
import { Pencil, Plus, Trash } from '@strapi/icons';
import { ConfirmDialog, useNotification } from '@strapi/strapi/admin';
import type { FilePart, FileRecord, HouseholdFile, InputSchema } from '../../../contracts';
import { readFailure } from '../kernel/failure';
import { useHouseholdApi } from '../kernel/householdApi';
import { useWords } from '../kernel/words';
import { Agreed } from './Agreed';
import { changedIn, NAMED, valuesOf } from './parts';
import { RecordLine } from './RecordLine';
import { RecordModal } from '../kernel/form/RecordModal';
import { Scans } from './Scans';
import { Section } from './Section';

interface PartProps {
  name: FilePart;
  file: HouseholdFile;
  forms: { add: InputSchema; change: InputSchema };
  onChanged: () => void;
}

const items = (records: FileRecord[], field: string) =>
  records
    .filter(({ ended }) => !ended)
    .map(({ documentId, fields }) => ({ value: documentId, text: String(fields[field] ?? '') }));

/** One part of the file: what holds now, and folded away what is over. */
export function Part({ name, file, forms, onChanged }: PartProps) {
  const { t } = useWords();
  const api = useHouseholdApi();
  const { toggleNotification } = useNotification();
  const [editing, setEditing] = React.useState<FileRecord | 'new' | null>(null);
  const [removing, setRemoving] = React.useState<FileRecord | null>(null);
  const records = file.parts[name];
  const present = records.filter(({ ended }) => !ended);
  const over = records.filter(({ ended }) => ended);
  const choices = {
    resident: items(file.parts.resident, 'name'),
    parkingSpace: items(file.parts['parking-space'], 'number'),
  };
  const close = () => setEditing(null);
  const done = () => {
    close();
    onChanged();
  };
  const remove = async (record: FileRecord) => {
    try {
      await api.removePart(file.documentId, name, record.documentId);
      onChanged();
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind !== 'aborted') toggleNotification({ type: 'danger', message: failure.message });
    }
  };
  const lines = (list: FileRecord[]) => (
    <Box tag="ul" style={{ listStyle: 'none' }}>
      {list.map((record) => (
        <RecordLine key={record.documentId} name={name} record={record}>
          {name === 'household-paper' && <Scans file={file} paper={record} onChanged={onChanged} />}
          <Flex gap={3} wrap="wrap" data-screen-only>
            {name === 'resident' && <Agreed resident={record.documentId} />}
            {file.may.write && (
              <TextButton type="button" startIcon={<Pencil />} onClick={() => setEditing(record)}>
                {t('household.edit')}
              </TextButton>
            )}
            {file.may.remove && name !== 'resident' && (
              <TextButton type="button" startIcon={<Trash />} onClick={() => setRemoving(record)}>
                {t('household.remove')}
              </TextButton>
            )}
          </Flex>
        </RecordLine>
      ))}
    </Box>
  );

  const title = t(`household.part.${name}`);
  return (
    <Section
      title={title}
      action={
        file.may.write && (
          <TextButton type="button" startIcon={<Plus />} onClick={() => setEditing('new')}>
            {t(`household.add.${name}`)}
          </TextButton>
        )
      }
    >
      {present.length === 0 && <Typography textColor="neutral600">{t('household.none')}</Typography>}
      {lines(present)}
      {over.length > 0 && (
        <details>
          <summary>
            <Typography variant="pi" textColor="neutral600">
              {t('household.former', { count: over.length })}
            </Typography>
          </summary>
          <Box paddingTop={2}>{lines(over)}</Box>
        </details>
      )}
      {editing === 'new' && (
        <RecordModal
          title={t(`household.add.${name}`)}
          type={name}
          schema={forms.add}
          values={{}}
          community={file.community.documentId}
          choices={choices}
          submit={(values) => api.addPart(file.documentId, name, changedIn(forms.add, {}, values))}
          onDone={done}
          onClose={close}
        />
      )}
      {editing && editing !== 'new' && (
        <RecordModal
          title={`${t('household.edit')} · ${String(editing.fields[NAMED[name]] ?? '')}`}
          type={name}
          schema={forms.change}
          values={valuesOf(editing.fields)}
          community={file.community.documentId}
          choices={choices}
          submit={(values) =>
            api.changePart(
              file.documentId,
              name,
              editing.documentId,
              changedIn(forms.change, valuesOf(editing.fields), values),
              editing.updatedAt
            )
          }
          onDone={done}
          onClose={close}
        />
      )}
      <Dialog.Root open={removing !== null} onOpenChange={(open: boolean) => !open && setRemoving(null)}>
        <ConfirmDialog onConfirm={() => (removing ? remove(removing) : undefined)}>
          {t('household.removeSure')}
        </ConfirmDialog>
      </Dialog.Root>
    </Section>
  );
}
