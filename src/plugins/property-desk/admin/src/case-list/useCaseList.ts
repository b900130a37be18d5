import * as React from 'react';
import type { Page } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { typeOfPlural } from '../kernel/case/links';
import { readFailure, type Failure } from '../kernel/failure';
import { useMoved } from '../kernel/usePolled';
import type { Filters } from './filters';
import type { Row } from './row';

const PAGE = 30;
const EVERY_MS = 30_000;

/**
 * A list that grows page by page; it is read anew in the background without losing its length or place.
 * @param everyMs how often; null where each look is logged, so that only people look
 */
export function useCaseList<R extends { documentId: string } = Row>(
  plural: string,
  filters: Filters,
  everyMs: number | null = EVERY_MS
) {
  const api = useDeskApi();
  const [rows, setRows] = React.useState<R[] | null>(null);
  const [meta, setMeta] = React.useState<Page<R>['meta'] | null>(null);
  const [failure, setFailure] = React.useState<Failure | null>(null);
  const [busy, setBusy] = React.useState(false);
  const turn = React.useRef(0);
  const length = React.useRef(0);
  length.current = rows?.length ?? 0;

  const fetchPage = React.useCallback(
    (cursor: string | null, limit: number) => api.list<R>(plural, { ...filters, cursor, limit }),
    [api, plural, filters]
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

  const about = React.useMemo(() => ({ types: [typeOfPlural(plural)] }), [plural]);
  useMoved(everyMs === null ? 'never' : about, () => (length.current <= 100 ? refresh() : undefined));

  React.useEffect(() => {
    void run(() => fetchPage(null, PAGE), false);
    if (everyMs === null)
      return () => {
        turn.current += 1;
      };
    const timer = window.setInterval(() => {
      // Beyond a hundred lines the person is reading back; leave them their list.
      if (document.visibilityState === 'visible' && length.current <= 100) void refresh();
    }, everyMs);
    return () => {
      turn.current += 1;
      window.clearInterval(timer);
    };
  }, [everyMs, fetchPage, refresh, run]);

  return { rows, meta, failure, busy, refresh, more };
}
