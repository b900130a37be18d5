import * as React from 'react';
import { Box, Button, Checkbox, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import type { NotificationItem } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { type Failure, readFailure, whyOf } from '../kernel/failure';
import { Notice } from '../kernel/Notice';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { NotificationLine } from './NotificationLine';
import { sayRead } from './useBell';
import { Wishes } from './Wishes';

const EVERY_MS = 15_000;
const STEP = 30;
const MOST = 100;

/** 提醒: what concerns me, latest first, and how I want to be told. */
export default function NotificationsPage() {
  const { t } = useWords();
  const api = useDeskApi();
  useOfficeTime();
  const [params, setParams] = useSearchParams();
  const unread = params.get('unread') === 'true';
  const [limit, setLimit] = React.useState(STEP);
  const [trouble, setTrouble] = React.useState<Failure | null>(null);
  const load = React.useCallback(
    () => api.notifications({ limit, ...(unread && { unread: 'true' }) }),
    [api, limit, unread]
  );
  const { data: page, failure: unreachable, refresh } = usePolled(load, EVERY_MS, 'all');
  const failure = trouble ?? unreachable;

  const read = async (which: { documentIds: string[] } | { all: true }) => {
    setTrouble(null);
    try {
      await api.readNotifications(which);
      sayRead();
      await refresh();
    } catch (error) {
      const said = readFailure(error);
      if (said.kind !== 'aborted') setTrouble(said);
    }
  };
  const open = (item: NotificationItem) => {
    if (!item.readAt) void read({ documentIds: [item.documentId] });
  };

  return (
    <Page.Main>
      <Page.Title>{t('notifications.title')}</Page.Title>
      <Layouts.Header
        title={t('notifications.title')}
        subtitle={t('notifications.subtitle')}
        primaryAction={
          <Button
            variant="secondary"
            startIcon={<Check />}
            disabled={!page?.data.some(({ readAt }) => !readAt)}
            onClick={() => void read({ all: true })}
          >
            {t('notifications.readAll')}
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Box>
            <Box paddingBottom={4}>
              <Checkbox
                checked={unread}
                onCheckedChange={(only: boolean | 'indeterminate') =>
                  setParams(only === true ? { unread: 'true' } : {}, { replace: true })
                }
              >
                {t('notifications.onlyUnread')}
              </Checkbox>
            </Box>
            {failure && (
              <Notice variant="warning" title={t(page ? 'error.stale' : 'error.failed')}>
                {whyOf(failure, t)}
              </Notice>
            )}
            {!page && !failure && <Page.Loading />}
            {page?.data.length === 0 && (
              <EmptyStateLayout
                icon={<EmptyDocuments width="16rem" />}
                content={t(unread ? 'notifications.noUnread' : 'notifications.empty')}
              />
            )}
            {page && page.data.length > 0 && (
              <Box background="neutral0" hasRadius shadow="tableShadow">
                <Box tag="ul" aria-label={t('notifications.title')} style={{ listStyle: 'none' }}>
                  {page.data.map((item) => (
                    <NotificationLine key={item.documentId} item={item} onRead={open} />
                  ))}
                </Box>
                <Flex justifyContent="center" gap={4} padding={4}>
                  <Typography variant="pi" textColor="neutral600" role="status">
                    {t('list.shown', {
                      shown: page.data.length,
                      total: `${page.meta.total}${page.meta.totalIsCapped ? '+' : ''}`,
                    })}
                  </Typography>
                  {page.meta.nextCursor && limit < MOST && (
                    <Button variant="tertiary" onClick={() => setLimit(Math.min(MOST, limit + STEP))}>
                      {t('list.more')}
                    </Button>
                  )}
                </Flex>
              </Box>
            )}
          </Box>
          <Wishes />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
