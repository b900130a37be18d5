import * as React from 'react';
import type { CaseStudyListItem, Page } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { readFailure, type Failure } from '../kernel/failure';
import type { Wanted } from './pieces';

const PAGE = 24;

/** The cases that are wanted, page by page; an answer that comes late never stands over a newer one. */
export function useStudies(wanted: Wanted) {
  const api = useDeskApi();
  const [studies, setStudies] = React.useState<CaseStudyListItem[] | null>(null);
  const [meta, setMeta] = React.useState<Page<CaseStudyListItem>['meta'] | null>(null);
  const [failure, setFailure] = React.useState<Failure | null>(null);
  const [busy, setBusy] = React.useState(false);
  const turn = React.useRef(0);
  const { q, category, article, tag, state } = wanted;

  const read = React.useCallback(
    async (cursor: string | null) => {
      const mine = ++turn.current;
      setBusy(true);
      try {
        const query = { q: q.trim(), category, article, tag, state, cursor, limit: PAGE };
        const page = await api.list<CaseStudyListItem>('case-studies', query);
        if (mine !== turn.current) return;
        setStudies((before) => (cursor ? [...(before ?? []), ...page.data] : page.data));
        setMeta(page.meta);
        setFailure(null);
      } catch (error) {
        const why = readFailure(error);
        if (mine === turn.current && why.kind !== 'aborted') setFailure(why);
      }
      if (mine === turn.current) setBusy(false);
    },
    [api, q, category, article, tag, state]
  );

  React.useEffect(() => {
    void read(null);
    return () => {
      turn.current += 1;
    };
  }, [read]);

  const next = meta?.nextCursor ?? null;
  return { studies, meta, failure, busy, more: next ? () => read(next) : null, again: () => read(null) };
}
