import * as React from 'react';
import { Box, Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { Download, Eye, Trash, Upload } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { focusBack } from '../kernel/focusBack';
import type { Ref } from '../../../contracts';
import { useDeskApi, type Letterhead } from '../kernel/api';
import { useTimes } from '../kernel/clock/times';
import { hand } from '../kernel/download';
import { readFailure, whyOf } from '../kernel/failure';
import { useWords } from '../kernel/words';
import { sizeOf, written } from './places';

const DOCX = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

interface LetterheadCardProps {
  community: Ref;
  letterhead: Letterhead | null;
  mayWrite: boolean;
  onChanged: () => void;
}

/** The template of one community: what it is, how it looks, and the way to another. */
export function LetterheadCard({ community, letterhead, mayWrite, onChanged }: LetterheadCardProps) {
  const { t } = useWords();
  const { full } = useTimes();
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  const picker = React.useRef<HTMLInputElement>(null);
  const [busy, setBusy] = React.useState<string | null>(null);
  const [refused, setRefused] = React.useState<string | null>(null);
  const [removing, setRemoving] = React.useState(false);

  const run = async (what: string, work: () => Promise<void>) => {
    setBusy(what);
    setRefused(null);
    try {
      await work();
    } catch (error) {
      const failure = readFailure(error);
      // Why a template was refused names places and parts: it stays on the page until the next try.
      if (failure.kind === 'input') setRefused(Object.values(failure.fields).join(t('form.comma')));
      else if (failure.kind !== 'aborted') setRefused(whyOf(failure, t));
    }
    setBusy(null);
  };
  const paper = (what: 'file' | 'preview') =>
    letterhead &&
    void run(what, async () => {
      const { blob, name } = await api.letterheadPaper(letterhead.documentId, what);
      hand(blob, name ?? letterhead.name);
    });
  const keep = (file: File) =>
    run('keep', async () => {
      await api.keepLetterhead(community.documentId, file);
      toggleNotification({ type: 'success', message: t('letterhead.kept', { name: file.name }) });
      onChanged();
    });
  const remove = () =>
    letterhead &&
    void run('remove', async () => {
      await api.dropLetterhead(letterhead.documentId);
      toggleNotification({ type: 'success', message: t('letterhead.removed', { name: letterhead.name }) });
      onChanged();
    });

  return (
    <Box
      tag="section"
      aria-label={community.name}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
      data-testid="letterhead"
    >
      <Flex gap={4} justifyContent="space-between" wrap="wrap" alignItems="flex-start">
        <Box flex="1 1 28rem">
          <Typography variant="delta" tag="h2">
            {community.name}
          </Typography>
          {letterhead ? (
            <>
              <Typography tag="p" paddingTop={1}>
                {letterhead.name}
              </Typography>
              <Typography variant="pi" textColor="neutral600" tag="p">
                {[sizeOf(letterhead.size), full(letterhead.at), letterhead.by].filter(Boolean).join(' · ')}
              </Typography>
              <Typography variant="pi" textColor="neutral600" tag="p" style={{ fontFamily: 'monospace' }}>
                {letterhead.places.map(written).join(' ')}
              </Typography>
            </>
          ) : (
            <Typography textColor="neutral600" tag="p" paddingTop={1}>
              {t('letterhead.none')}
            </Typography>
          )}
        </Box>
        <Flex gap={2} wrap="wrap">
          {letterhead && (
            <>
              <Button
                variant="secondary"
                startIcon={<Eye />}
                loading={busy === 'preview'}
                onClick={() => paper('preview')}
              >
                {t('letterhead.preview')}
              </Button>
              <Button
                variant="tertiary"
                startIcon={<Download />}
                loading={busy === 'file'}
                onClick={() => paper('file')}
              >
                {t('letterhead.download')}
              </Button>
            </>
          )}
          {mayWrite && (
            <Button
              variant={letterhead ? 'tertiary' : 'default'}
              startIcon={<Upload />}
              loading={busy === 'keep'}
              onClick={() => picker.current?.click()}
            >
              {t(letterhead ? 'letterhead.replace' : 'letterhead.upload')}
            </Button>
          )}
          {mayWrite && letterhead && (
            <Button
              variant="danger-light"
              startIcon={<Trash />}
              loading={busy === 'remove'}
              onClick={() => setRemoving(true)}
            >
              {t('letterhead.remove')}
            </Button>
          )}
        </Flex>
      </Flex>
      <input
        ref={picker}
        type="file"
        hidden
        accept={DOCX}
        aria-label={t('letterhead.upload')}
        onChange={(event) => {
          const [file] = Array.from(event.target.files ?? []);
          // The same file can be chosen again once it was mended.
          event.target.value = '';
          if (file) void keep(file);
        }}
      />
      {refused && (
        <Typography role="alert" textColor="danger600" tag="p" paddingTop={3}>
          {refused}
        </Typography>
      )}
      {removing && (
        <Dialog.Root open onOpenChange={setRemoving}>
          <Dialog.Content onCloseAutoFocus={focusBack}>
            <Dialog.Header>{t('letterhead.remove')}</Dialog.Header>
            <Dialog.Body>{t('letterhead.removeHow')}</Dialog.Body>
            <Dialog.Footer>
              <Dialog.Cancel>
                <Button variant="tertiary" fullWidth>
                  {t('form.back')}
                </Button>
              </Dialog.Cancel>
              <Dialog.Action>
                <Button variant="danger-light" fullWidth onClick={remove}>
                  {t('letterhead.remove')}
                </Button>
              </Dialog.Action>
            </Dialog.Footer>
          </Dialog.Content>
        </Dialog.Root>
      )}
    </Box>
  );
}
