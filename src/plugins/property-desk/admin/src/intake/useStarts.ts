import * as React from 'react';
import type { AvailableAction } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { readFailure, type Failure } from '../kernel/failure';
import { STARTS } from './kinds';

/** The starting actions with their forms, by case type; what I may not start says why, and what I may not even see is missing. */
export function useStarts(): { starts: Record<string, AvailableAction> | null; failure: Failure | null } {
  const api = useDeskApi();
  const [starts, setStarts] = React.useState<Record<string, AvailableAction> | null>(null);
  const [failure, setFailure] = React.useState<Failure | null>(null);

  React.useEffect(() => {
    let gone = false;
    Promise.all(
      STARTS.map(async ({ type, plural, action }) => {
        const found = (await api.startActions(plural)).find(({ name }) => name === action);
        return found ? ([type, found] as const) : null;
      })
    ).then(
      (pairs) => !gone && setStarts(Object.fromEntries(pairs.filter((pair) => pair !== null))),
      (error: unknown) => !gone && setFailure(readFailure(error))
    );
    return () => {
      gone = true;
    };
  }, [api]);

  return { starts, failure };
}
