import * as React from 'react';
import { Button, Field, Flex, Modal } from '@strapi/design-system';
import { useWords } from '../words';
import { addressOf } from './sound';

interface LinkModalProps {
  url: string;
  words: string;
  /** There is a link already, which can be taken away. */
  existing: boolean;
  onSave: (url: string, words: string) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** Asks where words lead. */
export function LinkModal({ url, words: given, existing, onSave, onRemove, onClose }: LinkModalProps) {
  const { t } = useWords();
  const [typed, setTyped] = React.useState(url);
  const [words, setWords] = React.useState(given);
  const [wrong, setWrong] = React.useState(false);
  const box = React.useRef<HTMLInputElement>(null);
  const save = () => {
    const address = addressOf(typed);
    if (address) return onSave(address, words.trim());
    setWrong(true);
    box.current?.focus();
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          box.current?.focus();
        }}
        onCloseAutoFocus={(event) => event.preventDefault()}
      >
        <form
          noValidate
          onSubmit={(event) => {
            // The editor may stand inside a form of its own, and React's events climb out of a portal.
            event.preventDefault();
            event.stopPropagation();
            save();
          }}
        >
          <Modal.Header closeLabel={t('form.close')}>
            <Modal.Title>{t('blocks.link')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Field.Root
                name="url"
                required
                error={wrong ? t('blocks.linkWrong') : undefined}
                hint={t('blocks.linkHint')}
              >
                <Field.Label>{t('blocks.linkAddress')}</Field.Label>
                <Field.Input
                  ref={box}
                  value={typed}
                  autoComplete="off"
                  placeholder="https://"
                  onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
                    setTyped(event.target.value);
                    setWrong(false);
                  }}
                />
                <Field.Error />
                <Field.Hint />
              </Field.Root>
              <Field.Root name="words">
                <Field.Label>{t('blocks.linkWords')}</Field.Label>
                <Field.Input
                  value={words}
                  autoComplete="off"
                  onChange={(event: React.ChangeEvent<HTMLInputElement>) => setWords(event.target.value)}
                />
              </Field.Root>
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Flex gap={2}>
              <Button type="button" variant="tertiary" onClick={onClose}>
                {t('form.back')}
              </Button>
              {existing && (
                <Button type="button" variant="danger-light" onClick={onRemove}>
                  {t('blocks.unlink')}
                </Button>
              )}
            </Flex>
            <Button type="submit">{t('blocks.linkSave')}</Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
