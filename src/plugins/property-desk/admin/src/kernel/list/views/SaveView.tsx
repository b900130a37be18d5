import * as React from 'react';
import { Button, Checkbox, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { focusBack } from '../../focusBack';
import { VIEW_NAME } from '../../../../../contracts';
import { readFailure, whyOfAll } from '../../failure';
import { useWords } from '../../words';
import { ShareField } from './ShareField';
import type { Views } from './useViews';

interface SaveViewProps {
  views: Views;
  query: string;
  columns: readonly string[] | null;
  /** What is searched for is not kept. */
  personal: boolean;
  onClose: () => void;
}

/** Keeps the filters and columns of a list under a name; for oneself, or with colleagues. */
export function SaveView({ views, query, columns, personal, onClose }: SaveViewProps) {
  const { t } = useWords();
  const [name, setName] = React.useState('');
  const [community, setCommunity] = React.useState<string | null>(null);
  const [opens, setOpens] = React.useState(false);
  const [busy, setBusy] = React.useState(false);
  const [trouble, setTrouble] = React.useState<string | null>(null);

  const save = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      const view = { name: name.trim(), query, columns: columns && [...columns], community };
      const { documentId } = await views.keep(view);
      if (opens) await views.set({ opensWith: documentId });
      onClose();
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind === 'aborted') return;
      setTrouble(whyOfAll(failure, t));
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
            if (name.trim()) void save();
          }}
        >
          <Modal.Header closeLabel={t('form.close')}>
            <Modal.Title>{t('view.save')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Field.Root name="name" required error={trouble ?? undefined}>
                <Field.Label>{t('view.name')}</Field.Label>
                <TextInput
                  name="name"
                  value={name}
                  maxLength={VIEW_NAME}
                  autoFocus
                  placeholder={t('view.nameHint')}
                  onChange={(event: React.ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
                />
                <Field.Error />
              </Field.Root>
              {views.mayShare && <ShareField value={community} onChange={setCommunity} />}
              <Checkbox checked={opens} onCheckedChange={(on) => setOpens(on === true)}>
                {t('view.openWith')}
              </Checkbox>
              {personal && (
                <Typography variant="pi" textColor="neutral600">
                  {t('view.withoutSearch')}
                </Typography>
              )}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={onClose}>
              {t('form.back')}
            </Button>
            <Button type="submit" loading={busy} disabled={!name.trim()}>
              {t('view.keep')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
