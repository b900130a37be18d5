import * as React from 'react';
import { readFailure, whyOf } from '../kernel/failure';
import { useWords } from '../kernel/words';

/** Does one thing at a time that may be refused, and keeps the reason in words until the next try. */
export function useRun() {
  const { t } = useWords();
  const [busy, setBusy] = React.useState<string | null>(null);
  const [trouble, setTrouble] = React.useState<string | null>(null);
  const run = React.useCallback(
    async (what: string, work: () => Promise<void>) => {
      setBusy(what);
      setTrouble(null);
      try {
        await work();
      } catch (error) {
        const failure = readFailure(error);
        if (failure.kind === 'input') setTrouble(Object.values(failure.fields).join(t('form.comma')));
        else if (failure.kind !== 'aborted') setTrouble(whyOf(failure, t));
      }
      setBusy(null);
    },
    [t]
  );
  return { busy, trouble, run };
}
