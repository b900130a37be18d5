import * as React from 'react';
import { useDeskApi, type OptionRef } from '../../api';
import { readFailure } from '../../failure';

/**
 * What the server lists to choose from; `null` until it has answered, `trouble` when it would not.
 * @param kind nothing is asked for as long as it is null, e.g. before a community is known
 */
export function useOptions(kind: string | null, community: string | null, role?: string) {
  const api = useDeskApi();
  const [options, setOptions] = React.useState<OptionRef[] | null>(null);
  const [trouble, setTrouble] = React.useState<string | null>(null);

  React.useEffect(() => {
    if (kind === null) return undefined;
    let gone = false;
    setTrouble(null);
    api.options(kind, { community: kind === 'communities' ? null : community, role }).then(
      (list) => !gone && setOptions(list),
      (error: unknown) => {
        const failure = readFailure(error);
        if (!gone && failure.kind !== 'aborted') setTrouble(failure.message);
      }
    );
    return () => {
      gone = true;
    };
  }, [api, kind, community, role]);

  return { options, trouble };
}
