import * as React from 'react';
import type { NoticeFinding } from '../../../../contracts';
import { useDeskApi } from '../../kernel/api';
import { isBlank } from '../../kernel/blocks/sound';
import { useDebounced } from '../../kernel/useDebounced';
import type { Draft } from './form';

const REST_MS = 600;

/** What may not go out, found while it is being written; null until the check has answered. */
export function useFindings({ title, body }: Pick<Draft, 'title' | 'body'>): NoticeFinding[] | null {
  const api = useDeskApi();
  const words = React.useMemo(() => ({ title, body }), [title, body]);
  const rested = useDebounced(words, REST_MS);
  const [findings, setFindings] = React.useState<NoticeFinding[] | null>(null);
  React.useEffect(() => {
    if (rested.title.trim() === '' && isBlank(rested.body)) return setFindings(null);
    let gone = false;
    api.checkNotice(rested).then(
      (answer) => !gone && setFindings(answer),
      // The check at submission stands in any case.
      () => undefined
    );
    return () => {
      gone = true;
    };
  }, [api, rested]);
  return findings;
}
