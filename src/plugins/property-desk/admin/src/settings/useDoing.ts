import * as React from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { readFailure } from '../kernel/failure';
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
      const said = failure.kind === 'input' ? Object.values(failure.fields).join(t('form.comma')) : failure.message;
      if (failure.kind !== 'aborted')
        toggleNotification({ type: 'danger', message: failure.kind === 'offline' ? t('error.offline') : said });
    }
    await after();
    setBusy(null);
  };
  return { busy, run };
}
