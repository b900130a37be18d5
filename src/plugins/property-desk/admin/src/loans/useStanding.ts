import * as React from 'react';
import type { LoanStanding } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { usePolled } from '../kernel/usePolled';

const EVERY_MS = 30_000;

/** Who has an item and who waits for it, read now and then. */
export function useStanding(item: string) {
  const api = useDeskApi();
  const load = React.useCallback((): Promise<LoanStanding> => api.loanStanding(item), [api, item]);
  return usePolled(load, EVERY_MS, { types: ['loan'] });
}
