import * as React from 'react';
import type { PolicyText } from '../../../../contracts';
import { useDeskApi } from '../../kernel/api';
import { readFailure, type Failure } from '../../kernel/failure';

/** One action of the policy. */
export interface Step {
  action: string;
  input: Record<string, unknown>;
}

/** Takes steps one after the other; null when all are done, else why it stopped. */
export type Save = (steps: Step[]) => Promise<Failure | null>;

/**
 * Saves parts of a draft. Each step stands on the revision that the one before it reached, or that the page shows: what
 * a colleague did meanwhile is told as a conflict, and the next try stands on what is then shown.
 */
export function useSaving(text: PolicyText, refresh: () => Promise<void>): Save {
  const api = useDeskApi();
  const revision = React.useRef(text.revision);
  revision.current = Math.max(revision.current, text.revision);
  const { documentId } = text;
  const line = React.useRef<Promise<unknown>>(Promise.resolve());

  return React.useCallback(
    (steps) => {
      const run = async (): Promise<Failure | null> => {
        let failure: Failure | null = null;
        for (const { action, input } of steps) {
          try {
            const { data } = await api.act('policies', documentId, action, input, revision.current);
            revision.current = data.revision;
          } catch (error) {
            failure = readFailure(error);
            if (failure.kind === 'conflict') revision.current = failure.details.revision;
            break;
          }
        }
        await refresh();
        return failure;
      };
      // Two forms saved at once wait for each other, so that one person is never their own conflict.
      const mine = line.current.then(run);
      line.current = mine;
      return mine;
    },
    [api, documentId, refresh]
  );
}
