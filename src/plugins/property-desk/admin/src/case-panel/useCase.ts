import * as React from 'react';
import type { CaseDetail } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { typeOfPlural } from '../kernel/case/links';
import { useTicker } from '../kernel/clock/ticker';
import type { Failure } from '../kernel/failure';
import { useOpenCase } from '../kernel/live/live';
import { usePolled } from '../kernel/usePolled';

const EVERY_MS = 30_000;

/** A case as it is read and read again; `refresh` after something was done to it. */
export interface FoundCase {
  detail: CaseDetail | null;
  failure: Failure | null;
  refresh: () => Promise<void>;
}

/** Reads a case now and then; its answer also tells the office's time zone. */
export function useCase(plural: string, documentId: string): FoundCase {
  const api = useDeskApi();
  const ticker = useTicker();
  const load = React.useCallback(async () => {
    const detail = await api.detail(plural, documentId);
    ticker.sync(detail);
    return detail;
  }, [api, ticker, plural, documentId]);
  const type = typeOfPlural(plural);
  useOpenCase(type, documentId);
  const about = React.useMemo(() => ({ type, documentId }), [type, documentId]);
  const { data, failure, refresh } = usePolled(load, EVERY_MS, about);
  return { detail: data, failure, refresh };
}
