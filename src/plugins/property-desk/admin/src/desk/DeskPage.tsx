import * as React from 'react';
import { Button, Flex, Tabs } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { DeskBoard } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { useTicker } from '../kernel/clock/ticker';
import type { Failure } from '../kernel/failure';
import { IntakeButton } from '../kernel/IntakeButton';
import { usePolled } from '../kernel/usePolled';
import { roleName, useWords } from '../kernel/words';
import { NoPlace } from '../welcome/NoPlace';
import { WelcomeCard } from '../welcome/WelcomeCard';
import { Board } from './Board';
import { OwedList } from './OwedList';
import { Warnings } from './Warnings';

const EVERY_MS = 60_000;

/** Why somebody has no desk: their login is on nobody's staff record, or they work in no community yet. */
const placeless = (board: DeskBoard | null, failure: Failure | null): 'noStaff' | 'noCommunity' | null => {
  if (!board) return failure?.kind === 'other' && failure.status === 403 ? 'noStaff' : null;
  return board.me.communities.length === 0 && !board.me.superAdmin ? 'noCommunity' : null;
};

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
  // An empty desk would look like a day without work.
  const noPlace = placeless(board, failure);
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
        {noPlace ? <NoPlace why={noPlace} /> : <Warnings desk={board} failure={failure} />}
        {!board && !failure && <Page.Loading />}
        {board && !noPlace && <WelcomeCard />}
        {board && !noPlace && (
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
