import * as React from 'react';
import { Modal } from '@strapi/design-system';
import { focusBack } from '../kernel/focusBack';
import { useWords } from '../kernel/words';

/** A photo that was fetched, on top of the page: nothing to save, no tab that a telephone's browser may refuse. */
export function PhotoModal({ name, blob, onClose }: { name: string; blob: Blob; onClose: () => void }) {
  const { t } = useWords();
  const [url, setUrl] = React.useState<string>();
  React.useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onCloseAutoFocus={focusBack}>
        <Modal.Header closeLabel={t('form.close')}>
          <Modal.Title>{name}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {url && <img src={url} alt={name} style={{ display: 'block', maxWidth: '100%', margin: '0 auto' }} />}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
