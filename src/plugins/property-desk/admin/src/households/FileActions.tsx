import * as React from 'react';
import { Button, Field, Flex, Modal, TextInput } from '@strapi/design-system';
import { ArrowsCounterClockwise, Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { focusBack } from '../kernel/focusBack';
import type { HouseholdFile } from '../../../contracts';
import { hand } from '../kernel/download';
import { readFailure } from '../kernel/failure';
import { useHouseholdApi } from '../kernel/householdApi';
import { useWords } from '../kernel/words';
import { TransferModal } from './TransferModal';

interface PrintModalProps {
  file: HouseholdFile;
  onClose: () => void;
}

/** The Word file: masked for everybody, with whole numbers for those who may and say why. */
function PrintModal({ file, onClose }: PrintModalProps) {
  const { t } = useWords();
  const api = useHouseholdApi();
  const { toggleNotification } = useNotification();
  const [reason, setReason] = React.useState('');
  const [busy, setBusy] = React.useState(false);
  const print = async () => {
    setBusy(true);
    try {
      const { blob, name } = await api.print(file.documentId, reason.trim() ? { reason: reason.trim() } : {});
      hand(blob, name ?? `${file.fileNumber ?? file.name}.docx`);
      onClose();
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind !== 'aborted') toggleNotification({ type: 'danger', message: failure.message });
      setBusy(false);
    }
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onCloseAutoFocus={focusBack}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void print();
          }}
        >
          <Modal.Header closeLabel={t('form.close')}>
            <Modal.Title>{t('household.print')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Field.Root name="reason" hint={t(file.may.printFull ? 'household.printHint' : 'household.printMasked')}>
              {file.may.printFull && (
                <>
                  <Field.Label>{t('household.printReason')}</Field.Label>
                  <TextInput value={reason} onChange={(event) => setReason(event.target.value)} autoComplete="off" />
                </>
              )}
              <Field.Hint />
            </Field.Root>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={onClose}>
              {t('form.back')}
            </Button>
            <Button type="submit" loading={busy}>
              {t('household.print')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}

interface FileActionsProps {
  file: HouseholdFile;
  onChanged: () => void;
}

/** What is done with a file as a whole: printed, and handed to a new owner. */
export function FileActions({ file, onChanged }: FileActionsProps) {
  const { t } = useWords();
  const [open, setOpen] = React.useState<'print' | 'transfer' | null>(null);
  return (
    <Flex gap={2} data-screen-only>
      {file.may.transfer && (
        <Button variant="secondary" startIcon={<ArrowsCounterClockwise />} onClick={() => setOpen('transfer')}>
          {t('household.transfer')}
        </Button>
      )}
      <Button startIcon={<Download />} onClick={() => setOpen('print')}>
        {t('household.print')}
      </Button>
      {open === 'print' && <PrintModal file={file} onClose={() => setOpen(null)} />}
      {open === 'transfer' && (
        <TransferModal
          file={file}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            onChanged();
          }}
        />
      )}
    </Flex>
  );
}
