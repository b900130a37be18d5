import * as React from 'react';
import { isPrivateSearch, type Page } from '../../../../contracts';
import { useDeskApi } from '../api';
import { typeOfPlural } from '../case/links';
import { readFailure, type Failure } from '../failure';
import type { About } from '../live/moved';
import { useMoved } from '../usePolled';
import type { Filters } from './address';

const PAGE = 30;
const EVERY_MS = 30_000;

/** A list as far as it has been read. */
export interface List<R> {
  /** Null until there is a first answer. */
  rows: R[] | null;
  meta: Page<R>['meta'] | null;
  failure: Failure | null;
  busy: boolean;
  refresh: () => Promise<void>;
  more: () => Promise<void>;
}

/**
 * A list that grows page by page; it is read anew in the background without losing its length or place. A text to search
 * for that may be a telephone goes in a body, and never into an address.
 * @param everyMs how often; null where each look is logged, so that only people look
 * @param about what moves it, where that is not the cases of this plural
 */
export function useList<R extends { documentId: string }>(
  plural: string,
  filters: Filters,
  everyMs: number | null = EVERY_MS,
  about?: About
): List<R> {
  const api = useDeskApi();
  const [rows, setRows] = React.useState<R[] | null>(null);
  const [meta, setMeta] = React.useState<Page<R>['meta'] | null>(null);
  const [failure, setFailure] = React.useState<Failure | null>(null);
  const [busy, setBusy] = React.useState(false);
  const turn = React.useRef(0);
  const length = React.useRef(0);
  length.current = rows?.length ?? 0;
  const personal = isPrivateSearch(filters.q ?? '');

  const fetchPage = React.useCallback(
    (cursor: string | null, limit: number) =>
      personal
        ? api.searchList<R>(plural, { ...filters, ...(cursor && { cursor }), limit: String(limit) })
        : api.list<R>(plural, { ...filters, cursor, limit }),
    [api, plural, filters, personal]
  );

  const run = React.useCallback(async (load: () => Promise<Page<R>>, more: boolean) => {
    const mine = ++turn.current;
    setBusy(true);
    try {
      const page = await load();
      if (mine !== turn.current) return;
      setRows((before) => (more ? [...(before ?? []), ...page.data] : page.data));
      setMeta(page.meta);
      setFailure(null);
    } catch (error) {
      const read = readFailure(error);
      if (mine === turn.current && read.kind !== 'aborted') setFailure(read);
    }
    if (mine === turn.current) setBusy(false);
  }, []);

  const refresh = React.useCallback(
    () => run(() => fetchPage(null, Math.min(100, Math.max(PAGE, length.current))), false),
    [fetchPage, run]
  );
  const more = React.useCallback(() => {
    const cursor = meta?.nextCursor;
    return cursor ? run(() => fetchPage(cursor, PAGE), true) : Promise.resolve();
  }, [fetchPage, meta, run]);

  // Each look for a telephone is logged, too.
  const pause = personal ? null : everyMs;
  useMoved(pause === null ? 'never' : (about ?? { types: [typeOfPlural(plural)] }), () =>
    length.current <= 100 ? refresh() : undefined
  );

  React.useEffect(() => {
    void run(() => fetchPage(null, PAGE), false);
    if (pause === null)
      return () => {
        turn.current += 1;
      };
    const timer = window.setInterval(() => {
      // Beyond a hundred lines the person is reading back; leave them their list.
      if (document.visibilityState === 'visible' && length.current <= 100) void refresh();
    }, pause);
    return () => {
      turn.current += 1;
      window.clearInterval(timer);
    };
  }, [pause, fetchPage, refresh, run]);

  return { rows, meta, failure, busy, refresh, more };
}

/** How many lines there are, in words: `1000+` beyond what is counted. */
export const totalOf = (meta: Page<unknown>['meta'] | null): string =>
  meta ? `${meta.total}${meta.totalIsCapped ? '+' : ''}` : '';
