import * as React from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { readFailure, whyOfAll } from '../kernel/failure';
import { useWords } from '../kernel/words';

/**
 * Does something at the press of a button and says what came of it, where the answer is seen: what was refused in the
 * server's own words.
 */
export function useDoing(after: () => Promise<unknown> | void) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = React.useState<string | null>(null);
  const run = async (name: string, work: () => Promise<unknown>, done?: string) => {
    setBusy(name);
    try {
      await work();
      if (done) toggleNotification({ type: 'success', message: done });
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind !== 'aborted') toggleNotification({ type: 'danger', message: whyOfAll(failure, t) });
    }
    await after();
    setBusy(null);
  };
  return { busy, run };
}
