import * as React from 'react';
import { Button, Field, Modal, Textarea } from '@strapi/design-system';
import { focusBack } from '../kernel/focusBack';
import { useWords } from '../kernel/words';

/** Why an export is not granted. */
export function RejectDialog({ onClose, onReject }: { onClose: () => void; onReject: (reason: string) => void }) {
  const { t } = useWords();
  const [reason, setReason] = React.useState('');
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onCloseAutoFocus={focusBack}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim()) onReject(reason.trim());
          }}
        >
          <Modal.Header closeLabel={t('form.close')}>
            <Modal.Title>{t('archive-export.action.reject')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Field.Root name="reason" required>
              <Field.Label>{t('field.reason')}</Field.Label>
              <Textarea value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
            </Field.Root>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={onClose}>
              {t('form.back')}
            </Button>
            <Button type="submit" disabled={!reason.trim()}>
              {t('archive-export.action.reject')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
