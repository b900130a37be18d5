import * as React from 'react';
import { Button, Flex, Tabs } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useDeskApi } from '../kernel/api';
import { useTicker } from '../kernel/clock/ticker';
import { IntakeButton } from '../kernel/IntakeButton';
import { usePolled } from '../kernel/usePolled';
import { roleName, useWords } from '../kernel/words';
import { Board } from './Board';
import { OwedList } from './OwedList';
import { Warnings } from './Warnings';

const EVERY_MS = 60_000;

/** 我的工作台: what is owed and what is to be done, as one's role looks at it, and beside it all that one owes. */
export default function DeskPage() {
  const words = useWords();
  const { t } = words;
  const api = useDeskApi();
  const ticker = useTicker();
  const load = React.useCallback(async () => {
    const board = await api.deskBoard();
    ticker.sync(board);
    return board;
  }, [api, ticker]);
  const { data: board, failure, refresh } = usePolled(load, EVERY_MS, 'all');

  const who = board
    ? [
        board.me.name,
        board.me.role ? roleName(words, board.me.role) : null,
        ...board.me.communities.map(({ name }) => name),
      ]
        .filter(Boolean)
        .join(' · ')
    : '';
  return (
    <Page.Main>
      <Page.Title>{t('desk.title')}</Page.Title>
      <Layouts.Header
        title={t('desk.title')}
        subtitle={who}
        primaryAction={
          <Flex gap={2}>
            <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={() => void refresh()}>
              {t('desk.refresh')}
            </Button>
            <IntakeButton />
          </Flex>
        }
      />
      <Layouts.Content>
        <Warnings desk={board} failure={failure} />
        {!board && !failure && <Page.Loading />}
        {board && (
          <Tabs.Root variant="simple" defaultValue="board">
            <Tabs.List aria-label={t('desk.title')}>
              <Tabs.Trigger value="board">{t('desk.tab.board')}</Tabs.Trigger>
              <Tabs.Trigger value="all">{t('desk.all')}</Tabs.Trigger>
            </Tabs.List>
            <Tabs.Content value="board" style={{ paddingTop: '1.6rem' }}>
              <Board board={board} />
            </Tabs.Content>
            <Tabs.Content value="all" style={{ paddingTop: '1.6rem' }}>
              <OwedList />
            </Tabs.Content>
          </Tabs.Root>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
