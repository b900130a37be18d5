import * as React from 'react';
import { Box, Button, Field, Flex, Modal, TextButton, TextInput, Typography } from '@strapi/design-system';
import { Paperclip, Trash } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { focusBack } from '../kernel/focusBack';
import type { CaseFileItem, FileRecord, HouseholdFile } from '../../../contracts';
import { ACCEPTED, PDF, PHOTO } from '../case-panel/CaseFiles';
import { PhotoModal } from '../case-panel/PhotoModal';
import { hand } from '../kernel/download';
import { readFailure } from '../kernel/failure';
import { useHouseholdApi } from '../kernel/householdApi';
import { useWords } from '../kernel/words';

interface ScansProps {
  file: HouseholdFile;
  paper: FileRecord;
  onChanged: () => void;
}

/** Why a scan is taken out; the answer stands on the access log. */
function Removal({
  name,
  onSure,
  onClose,
}: {
  name: string;
  onSure: (reason: string) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useWords();
  const [reason, setReason] = React.useState('');
  const [error, setError] = React.useState<string | undefined>();
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onCloseAutoFocus={focusBack}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() === '') setError(t('form.required'));
            else void onSure(reason.trim());
          }}
        >
          <Modal.Header closeLabel={t('form.close')}>
            <Modal.Title>{t('household.removeScan', { name })}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Field.Root name="reason" required error={error}>
              <Field.Label>{t('field.reason')}</Field.Label>
              <TextInput value={reason} onChange={(event) => setReason(event.target.value)} autoComplete="off" />
              <Field.Error />
            </Field.Root>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={onClose}>
              {t('form.back')}
            </Button>
            <Button type="submit" variant="danger">
              {t('household.remove')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}

/** The scans of a paper: shown here, never under an address of their own; each look is logged. */
export function Scans({ file, paper, onChanged }: ScansProps) {
  const { t } = useWords();
  const api = useHouseholdApi();
  const { toggleNotification } = useNotification();
  const picker = React.useRef<HTMLInputElement>(null);
  const [busy, setBusy] = React.useState(false);
  const [photo, setPhoto] = React.useState<{ name: string; blob: Blob } | null>(null);
  const [removing, setRemoving] = React.useState<CaseFileItem | null>(null);

  const trying = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind !== 'aborted')
        toggleNotification({
          type: 'danger',
          message: failure.kind === 'input' ? (Object.values(failure.fields)[0] ?? failure.message) : failure.message,
        });
    }
    setBusy(false);
  };
  const open = (scan: CaseFileItem) =>
    trying(async () => {
      const content = new Blob([await api.scan(file.documentId, paper.documentId, scan)], { type: scan.mime });
      if (PHOTO.test(scan.mime)) setPhoto({ name: scan.name, blob: content });
      else hand(content, scan.name, scan.mime === PDF ? 'open' : 'save');
    });
  const add = (files: File[]) =>
    files.length > 0 &&
    trying(async () => {
      await api.addScans(file.documentId, paper.documentId, files);
      onChanged();
    });

  return (
    <Flex direction="column" alignItems="flex-end" gap={1}>
      {(paper.scans ?? []).map((scan) => (
        <Flex key={scan.documentId} gap={2}>
          <TextButton type="button" onClick={() => void open(scan)} style={{ overflowWrap: 'anywhere' }}>
            {scan.name}
          </TextButton>
          {file.may.removeScans && (
            <Box data-screen-only>
              <TextButton
                type="button"
                aria-label={t('household.removeScan', { name: scan.name })}
                onClick={() => setRemoving(scan)}
              >
                <Trash />
              </TextButton>
            </Box>
          )}
        </Flex>
      ))}
      {(paper.scans ?? []).length === 0 && (
        <Typography variant="pi" textColor="neutral600">
          {t('household.noScans')}
        </Typography>
      )}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={t('household.addScans', { name: String(paper.fields.name) })}
        onChange={(event) => {
          void add(Array.from(event.target.files ?? []));
          event.target.value = '';
        }}
      />
      {file.may.write && (
        <Box data-screen-only>
          <Button
            type="button"
            size="S"
            variant="tertiary"
            startIcon={<Paperclip />}
            loading={busy}
            onClick={() => picker.current?.click()}
          >
            {t('household.addScan')}
          </Button>
        </Box>
      )}
      {photo && <PhotoModal {...photo} onClose={() => setPhoto(null)} />}
      {removing && (
        <Removal
          name={removing.name}
          onClose={() => setRemoving(null)}
          onSure={(reason) =>
            trying(async () => {
              await api.removeScan(file.documentId, paper.documentId, removing.documentId, reason);
              setRemoving(null);
              onChanged();
            })
          }
        />
      )}
    </Flex>
  );
}
