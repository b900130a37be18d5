import * as React from 'react';
import type { SearchAnswer } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { readFailure, type Failure } from '../kernel/failure';
import { useDebounced } from '../kernel/useDebounced';

const REST_MS = 200;

/** What a search asks for besides its text. */
export interface SearchOptions {
  /** Whether those who have left are looked for, too. */
  former?: boolean;
  /** documentId of the one community to look in. */
  community?: string;
}

interface Answered {
  asked: string;
  found: SearchAnswer;
}

/**
 * Searches once the text has rested. An answer that comes late, to a text that has changed since, is given up; `fresh`
 * says whether what is shown answers what is typed. Nothing is remembered anywhere: it is people's data.
 */
export function useSearch(query: string, { former = false, community }: SearchOptions = {}) {
  const api = useDeskApi();
  const [answer, setAnswer] = React.useState<Answered | null>(null);
  const [failure, setFailure] = React.useState<Failure | null>(null);
  const text = query.trim();
  const wanted = JSON.stringify({ query: text, former, community });
  const rested = useDebounced(wanted, REST_MS);

  React.useEffect(() => {
    const asked = JSON.parse(rested) as { query: string } & SearchOptions;
    setFailure(null);
    if (asked.query === '') {
      setAnswer(null);
      return;
    }
    const given = new AbortController();
    api.search(asked, given.signal).then(
      (found) => !given.signal.aborted && setAnswer({ asked: rested, found }),
      (error: unknown) => {
        const read = readFailure(error);
        if (!given.signal.aborted && read.kind !== 'aborted') setFailure(read);
      }
    );
    return () => given.abort();
  }, [api, rested]);

  return {
    found: text === '' ? null : (answer?.found ?? null),
    fresh: text === '' || answer?.asked === wanted,
    failure,
  };
}
