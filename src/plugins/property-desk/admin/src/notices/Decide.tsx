import * as React from 'react';
import { Box, Button, Field, Flex, Loader, Modal, Textarea, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { focusBack } from '../kernel/focusBack';
import type { CaseDetail, ConflictDetails, NoticeFinding, NoticeListItem } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { BlocksText } from '../kernel/blocks/BlocksText';
import { ConflictNote } from '../kernel/case/ConflictNote';
import { readFailure } from '../kernel/failure';
import { actionName, useWords } from '../kernel/words';
import { FailureNote } from '../kernel/FailureNote';
import { Findings } from './editor/Findings';
import { NoticeFacts } from './reader/NoticeFacts';
import { useNotice } from './useNotice';

interface DecideProps {
  notice: NoticeListItem;
  onDone: () => void;
  onClose: () => void;
}

/** What the caller may do with it now, and what the check finds in it. */
function useJudging(documentId: string, title: string | undefined, body: unknown) {
  const api = useDeskApi();
  const [detail, setDetail] = React.useState<CaseDetail | null>(null);
  const [findings, setFindings] = React.useState<NoticeFinding[]>([]);
  React.useEffect(() => {
    let gone = false;
    api.detail('notices', documentId).then(
      (answer) => !gone && setDetail(answer),
      // Without it both buttons stay off; the text's own failure is told above.
      () => undefined
    );
    if (title !== undefined) {
      api.checkNotice({ title, body }).then(
        (answer) => !gone && setFindings(answer),
        () => undefined
      );
    }
    return () => {
      gone = true;
    };
  }, [api, documentId, title, body]);
  return { detail, findings };
}

/** The approval queue's one step: read it, then approve it or send it back with a reason. */
export function Decide({ notice, onDone, onClose }: DecideProps) {
  const words = useWords();
  const { t } = words;
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  const { notice: content, failure, reload } = useNotice(notice.documentId);
  const { detail, findings } = useJudging(notice.documentId, content?.title, content?.body);
  const [reason, setReason] = React.useState('');
  const [wrong, setWrong] = React.useState<string | null>(null);
  const [message, setMessage] = React.useState<string | null>(null);
  const [conflict, setConflict] = React.useState<ConflictDetails | null>(null);
  const [busy, setBusy] = React.useState<string | null>(null);
  const box = React.useRef<HTMLTextAreaElement>(null);
  const actionOf = (name: string) => detail?.actions.find((action) => action.name === name);
  const [approving, returning] = [actionOf('approve'), actionOf('return')];

  const take = async (name: 'approve' | 'return') => {
    if (!content || busy) return;
    if (name === 'return' && reason.trim() === '') {
      setWrong(t('notices.returnWhy'));
      box.current?.focus();
      return;
    }
    setBusy(name);
    setMessage(null);
    try {
      // The revision of the text that was read: what is approved is exactly what stands here.
      const input = name === 'return' ? { reason: reason.trim() } : {};
      await api.act('notices', notice.documentId, name, input, content.revision);
      toggleNotification({
        type: 'success',
        message: t('case.done', { action: actionName(words, 'notice', name), number: content.title }),
      });
      onDone();
    } catch (error) {
      const read = readFailure(error);
      if (read.kind === 'conflict') {
        setConflict(read.details);
        void reload();
      } else if (read.kind === 'input' && read.fields.reason) setWrong(read.fields.reason);
      else if (read.kind !== 'aborted') setMessage(read.kind === 'offline' ? t('form.offline') : read.message);
      setBusy(null);
    }
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onCloseAutoFocus={focusBack}>
        <Modal.Header closeLabel={t('form.close')}>
          <Modal.Title>{t('notices.deciding', { title: notice.title })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {conflict && <ConflictNote key={conflict.revision} type="notice" details={conflict} />}
            {failure && <FailureNote failure={failure} stale={content !== null} onAgain={() => void reload()} />}
            {!content && !failure && <Loader small>{t('form.loading')}</Loader>}
            {content && (
              <>
                <NoticeFacts notice={content} />
                <Box background="neutral100" hasRadius padding={5} data-testid="text-to-decide">
                  <Typography variant="beta" tag="h2" paddingBottom={3} textAlign="center">
                    {content.title}
                  </Typography>
                  <BlocksText value={content.body} />
                </Box>
                <Findings findings={findings} quiet />
              </>
            )}
            {approving && !approving.allowed && approving.why && (
              <Typography textColor="warning700">{approving.why}</Typography>
            )}
            {message && (
              <Box role="alert">
                <Typography textColor="danger600">{message}</Typography>
              </Box>
            )}
            <Field.Root name="reason" error={wrong ?? undefined} hint={t('notices.returnHint')}>
              <Field.Label>{t('notices.returnReason')}</Field.Label>
              <Textarea
                ref={box}
                name="reason"
                value={reason}
                minHeight="6rem"
                onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => {
                  setReason(event.target.value);
                  setWrong(null);
                }}
              />
              <Field.Error />
              <Field.Hint />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button
            variant="danger-light"
            loading={busy === 'return'}
            disabled={!returning?.allowed}
            onClick={() => void take('return')}
          >
            {t('notices.return')}
          </Button>
          <Button
            loading={busy === 'approve'}
            disabled={!content || !approving?.allowed}
            onClick={() => void take('approve')}
          >
            {t('notices.approve')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
