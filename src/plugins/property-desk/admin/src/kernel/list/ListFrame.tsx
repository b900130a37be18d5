import type * as React from 'react';
import { Box, Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Page } from '@strapi/strapi/admin';
import { FailureNote } from '../FailureNote';
import { useWords } from '../words';
import { totalOf, type List } from './useList';

interface ListFrameProps<R> {
  list: List<R>;
  /** What the list is for and what to do, for when there is nothing in it at all. */
  empty: string;
  /** What may be done then, e.g. the button that starts one. */
  emptyAction?: React.ReactNode;
  /** Filters hide some of it: an empty list then says so, and `onClear` takes them away. */
  narrowed: boolean;
  /** What is said then, in the words of the page. */
  nothing?: string;
  onClear?: () => void;
  children: (rows: R[]) => React.ReactNode;
}

/**
 * What stands around every list: its loading, what could not be read and another try, what it is for when it is empty,
 * what hides all of it, how much is shown, and more.
 */
export function ListFrame<R>({ list, empty, emptyAction, narrowed, nothing, onClear, children }: ListFrameProps<R>) {
  const { t } = useWords();
  const { rows, meta, failure, busy, refresh, more } = list;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} aria-busy={busy}>
      {failure && (
        <FailureNote key={failure.message} failure={failure} stale={rows !== null} onAgain={() => void refresh()} />
      )}
      {!rows && !failure && <Page.Loading />}
      {rows?.length === 0 && (
        <EmptyStateLayout
          icon={<EmptyDocuments width="16rem" />}
          content={narrowed ? (nothing ?? t('list.nothingFound')) : empty}
          action={
            narrowed && onClear ? (
              <Button variant="secondary" onClick={onClear}>
                {t('list.clearFilters')}
              </Button>
            ) : narrowed ? undefined : (
              emptyAction
            )
          }
        />
      )}
      {rows && rows.length > 0 && (
        <Box>
          {children(rows)}
          <Flex justifyContent="center" paddingTop={4} gap={4}>
            <Typography variant="pi" textColor="neutral600" role="status">
              {t('list.shown', { shown: rows.length, total: totalOf(meta) })}
            </Typography>
            {meta?.nextCursor && (
              <Button variant="tertiary" loading={busy} onClick={() => void more()}>
                {t('list.more')}
              </Button>
            )}
          </Flex>
        </Box>
      )}
    </Flex>
  );
}
