import * as React from 'react';
import type { ComplaintHints } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { useDebounced } from '../kernel/useDebounced';
import type { Caller } from './caller';

const NONE: ComplaintHints = { repeats: [], studies: [] };
const REST_MS = 400;

/** Earlier complaints of the same home or place, and cases of the library that resemble what is typed. A failure leaves them away. */
export function useComplaintHints(caller: Caller, values: Record<string, unknown>, wanted: boolean): ComplaintHints {
  const api = useDeskApi();
  const [hints, setHints] = React.useState<ComplaintHints>(NONE);
  const { category, building, publicPlace, content } = values;
  const household = caller.household?.documentId;
  const said = typeof content === 'string' ? content.trim() : '';
  const key = useDebounced(
    JSON.stringify({
      community: caller.community.documentId,
      household,
      ...(household
        ? {}
        : { building: building || undefined, publicPlace: String(publicPlace ?? '').trim() || undefined }),
      category: category || undefined,
      content: said || undefined,
    }),
    REST_MS
  );

  React.useEffect(() => {
    if (!wanted) {
      setHints(NONE);
      return;
    }
    let gone = false;
    api.complaintHints(JSON.parse(key) as Record<string, unknown>).then(
      (found) => !gone && setHints(found),
      () => !gone && setHints(NONE)
    );
    return () => {
      gone = true;
    };
  }, [api, key, wanted]);

  return hints;
}
