import * as React from 'react';
import { Box, Button, Checkbox, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import type { NotificationItem } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { readFailure, whyOf, type Failure } from '../kernel/failure';
import { ListFrame } from '../kernel/list/ListFrame';
import { useList } from '../kernel/list/useList';
import { Notice } from '../kernel/Notice';
import { useWords } from '../kernel/words';
import { NotificationLine } from './NotificationLine';
import { sayRead } from './useBell';
import { Wishes } from './Wishes';

const EVERY_MS = 15_000;
const EVERYTHING = {};
const UNREAD = { unread: 'true' };

/** 提醒: what concerns me, latest first, and how I want to be told. */
export default function NotificationsPage() {
  const { t } = useWords();
  const api = useDeskApi();
  useOfficeTime();
  const [params, setParams] = useSearchParams();
  const unread = params.get('unread') === 'true';
  const filters = unread ? UNREAD : EVERYTHING;
  const show = (only: boolean) => setParams(only ? UNREAD : EVERYTHING, { replace: true });
  const list = useList<NotificationItem>('notifications', filters, EVERY_MS, 'all');
  const [trouble, setTrouble] = React.useState<Failure | null>(null);

  const read = async (which: { documentIds: string[] } | { all: true }) => {
    setTrouble(null);
    try {
      await api.readNotifications(which);
      sayRead();
      await list.refresh();
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind !== 'aborted') setTrouble(failure);
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
            disabled={!list.rows?.some(({ readAt }) => !readAt)}
            onClick={() => void read({ all: true })}
          >
            {t('notifications.readAll')}
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Checkbox checked={unread} onCheckedChange={(only: boolean | 'indeterminate') => show(only === true)}>
              {t('notifications.onlyUnread')}
            </Checkbox>
            {trouble && (
              <Notice variant="warning" title={t('error.stale')}>
                {whyOf(trouble, t)}
              </Notice>
            )}
            <ListFrame
              list={list}
              empty={t('notifications.empty')}
              narrowed={unread}
              nothing={t('notifications.noUnread')}
              onClear={() => show(false)}
            >
              {(items) => (
                <Box background="neutral0" hasRadius shadow="tableShadow">
                  <Box tag="ul" aria-label={t('notifications.title')} style={{ listStyle: 'none' }}>
                    {items.map((item) => (
                      <NotificationLine key={item.documentId} item={item} onRead={open} />
                    ))}
                  </Box>
                </Box>
              )}
            </ListFrame>
          </Flex>
          <Wishes />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
