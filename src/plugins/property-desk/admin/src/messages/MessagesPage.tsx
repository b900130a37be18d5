import * as React from 'react';
import {
  Box,
  Button,
  EmptyStateLayout,
  Flex,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
  VisuallyHidden,
} from '@strapi/design-system';
import { ArrowClockwise, CheckCircle } from '@strapi/icons';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useDeskApi, type DeadMessage } from '../kernel/api';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { readFailure } from '../kernel/failure';
import { Notice } from '../kernel/Notice';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { OUTBOX_RETRY } from '../permissions';

const EVERY_MS = 30_000;
const LIMIT = 100;
const HEADS = ['subject', 'error', 'at'];

interface MessageTableProps {
  messages: DeadMessage[];
  busy: boolean;
  onResend: (messages: DeadMessage[]) => void;
}

function MessageTable({ messages, busy, onResend }: MessageTableProps) {
  const { t } = useWords();
  const times = useTimes();
  const now = useNow();
  return (
    <Table colCount={HEADS.length + 1} rowCount={messages.length + 1}>
      <Thead>
        <Tr>
          {HEADS.map((head) => (
            <Th key={head}>
              <Typography variant="sigma" textColor="neutral600">
                {t(`messages.head.${head}`)}
              </Typography>
            </Th>
          ))}
          <Th>
            <VisuallyHidden>{t('messages.resend')}</VisuallyHidden>
          </Th>
        </Tr>
      </Thead>
      <Tbody>
        {messages.map((message) => (
          <Tr key={message.documentId}>
            <Td>
              <Box maxWidth="clamp(16rem, 22vw, 48rem)">
                <Typography tag="div" ellipsis title={message.subject}>
                  {message.subject}
                </Typography>
                <Typography variant="pi" textColor="neutral600">
                  {message.recipient}
                </Typography>
              </Box>
            </Td>
            <Td>
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
            </Td>
            <Td>
              <Typography style={{ whiteSpace: 'nowrap' }}>{times.moment(message.at, now)}</Typography>
            </Td>
            <Td>
              <Flex justifyContent="flex-end">
                <Button size="S" variant="tertiary" disabled={busy} onClick={() => onResend([message])}>
                  {t('messages.resend')}
                </Button>
              </Flex>
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Messages() {
  const { t } = useWords();
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  useOfficeTime();
  const [busy, setBusy] = React.useState(false);
  const load = React.useCallback(() => api.deadMessages({ limit: LIMIT }), [api]);
  const { data: page, failure, refresh } = usePolled(load, EVERY_MS);

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
      const reason = read.kind === 'offline' ? t('error.offline') : read.message;
      if (read.kind !== 'aborted') toggleNotification({ type: 'danger', message: t('messages.failed', { reason }) });
    }
    if (sent > 0) toggleNotification({ type: 'success', message: t('messages.resent', { count: sent }) });
    await refresh();
    setBusy(false);
  };

  const some = page !== null && page.data.length > 0;
  return (
    <Page.Main>
      <Page.Title>{t('messages.title')}</Page.Title>
      <Layouts.Header
        title={t('messages.title')}
        subtitle={some ? t('messages.subtitle', { total: page.meta.total }) : undefined}
        primaryAction={
          some && (
            <Button startIcon={<ArrowClockwise />} loading={busy} onClick={() => void resend(page.data)}>
              {t('messages.resendAll')}
            </Button>
          )
        }
      />
      <Layouts.Content>
        {failure && (
          <Notice variant="warning" title={t(page ? 'error.stale' : 'error.failed')}>
            {failure.kind === 'offline' ? t('error.offline') : failure.message}
          </Notice>
        )}
        {!page && !failure && <Page.Loading />}
        {page && !some && (
          <EmptyStateLayout
            icon={<CheckCircle width="6.4rem" height="6.4rem" fill="success500" aria-hidden />}
            content={t('messages.empty')}
          />
        )}
        {some && <MessageTable messages={page.data} busy={busy} onResend={(messages) => void resend(messages)} />}
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
