import * as React from 'react';
import type { BindingMatches } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { readFailure, type Failure } from '../kernel/failure';

/** The claim beside the archive, read once for each revision: every look is on the access log. */
export function useMatches(documentId: string, revision: number) {
  const api = useDeskApi();
  const [matches, setMatches] = React.useState<BindingMatches | null>(null);
  const [failure, setFailure] = React.useState<Failure | null>(null);
  const [turn, setTurn] = React.useState(0);

  React.useEffect(() => {
    let gone = false;
    api.bindingMatches(documentId).then(
      (answer) => {
        if (gone) return;
        setMatches(answer);
        setFailure(null);
      },
      (error) => {
        const read = readFailure(error);
        if (!gone && read.kind !== 'aborted') setFailure(read);
      }
    );
    return () => {
      gone = true;
    };
  }, [api, documentId, revision, turn]);

  return { matches, failure, again: () => setTurn((count) => count + 1) };
}
