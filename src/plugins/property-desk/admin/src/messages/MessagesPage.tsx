import * as React from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useDeskApi, type DeadMessage } from '../kernel/api';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { readFailure, whyOf } from '../kernel/failure';
import { ListFrame } from '../kernel/list/ListFrame';
import { ListTable } from '../kernel/list/ListTable';
import { totalOf, useList } from '../kernel/list/useList';
import { useWords } from '../kernel/words';
import { OUTBOX_RETRY } from '../permissions';

const NO_FILTERS = {};

interface MessageTableProps {
  messages: DeadMessage[];
  busy: boolean;
  onResend: (messages: DeadMessage[]) => void;
}

function MessageTable({ messages, busy, onResend }: MessageTableProps) {
  const { t } = useWords();
  const times = useTimes();
  const now = useNow();
  const column = (key: string, cell: (message: DeadMessage) => React.ReactNode) => ({
    key,
    head: t(`messages.head.${key}`),
    cell,
  });
  const columns = [
    column('subject', (message) => (
      <Box maxWidth="clamp(16rem, 22vw, 48rem)">
        <Typography tag="div" ellipsis title={message.subject}>
          {message.subject}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {message.recipient}
        </Typography>
      </Box>
    )),
    column('error', (message) => (
      <Box maxWidth="clamp(16rem, 20vw, 48rem)">
        <Typography tag="div">{message.reason ?? message.error ?? t('case.empty')}</Typography>
        {message.reason && message.error && (
          <Typography tag="div" variant="pi" textColor="neutral600" ellipsis title={message.error}>
            {message.error}
          </Typography>
        )}
        <Typography variant="pi" textColor="neutral600">
          {t('messages.attempts', { count: message.attempts })}
        </Typography>
      </Box>
    )),
    column('at', (message) => (
      <Typography style={{ whiteSpace: 'nowrap' }}>{times.moment(message.at, now)}</Typography>
    )),
    {
      key: 'resend',
      head: t('messages.resend'),
      silent: true,
      cell: (message: DeadMessage) => (
        <Flex justifyContent="flex-end">
          <Button size="S" variant="tertiary" disabled={busy} onClick={() => onResend([message])}>
            {t('messages.resend')}
          </Button>
        </Flex>
      ),
    },
  ];
  return <ListTable label={t('messages.title')} columns={columns} rows={messages} />;
}

function Messages() {
  const { t } = useWords();
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  useOfficeTime();
  const [busy, setBusy] = React.useState(false);
  const list = useList<DeadMessage>('outbox', NO_FILTERS);
  const { rows, meta, refresh } = list;

  const resend = async (messages: DeadMessage[]) => {
    setBusy(true);
    let sent = 0;
    try {
      for (const { documentId } of messages) {
        await api.resend(documentId);
        sent += 1;
      }
    } catch (error) {
      const read = readFailure(error);
      const reason = whyOf(read, t);
      if (read.kind !== 'aborted') toggleNotification({ type: 'danger', message: t('messages.failed', { reason }) });
    }
    if (sent > 0) toggleNotification({ type: 'success', message: t('messages.resent', { count: sent }) });
    await refresh();
    setBusy(false);
  };

  const some = rows !== null && rows.length > 0;
  return (
    <Page.Main>
      <Page.Title>{t('messages.title')}</Page.Title>
      <Layouts.Header
        title={t('messages.title')}
        subtitle={some ? t('messages.subtitle', { total: totalOf(meta) }) : undefined}
        primaryAction={
          some && (
            <Button startIcon={<ArrowClockwise />} loading={busy} onClick={() => void resend(rows)}>
              {t('messages.resendAll')}
            </Button>
          )
        }
      />
      <Layouts.Content>
        <ListFrame list={list} empty={t('messages.empty')} narrowed={false}>
          {(messages) => <MessageTable messages={messages} busy={busy} onResend={(each) => void resend(each)} />}
        </ListFrame>
      </Layouts.Content>
    </Page.Main>
  );
}

/** 发送失败的消息: what could not be delivered and why; sends it on its way again. */
export default function MessagesPage() {
  return (
    <Page.Protect permissions={OUTBOX_RETRY}>
      <Messages />
    </Page.Protect>
  );
}
