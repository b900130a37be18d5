import * as React from 'react';
import type { CaseRef, Ref } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { useDebounced } from '../kernel/useDebounced';
import type { Caller } from './caller';

/** What the desk should know before it saves: tickets that may be the same, and what will probably be promised. */
export interface Hints {
  duplicates: CaseRef[];
  suggestion: { assignee: Ref | null; promisedAt: string | null } | null;
}

const NONE: Hints = { duplicates: [], suggestion: null };
const REST_MS = 300;

/** Asks for hints whenever what they depend on has changed. They are a help: a failure leaves them away. */
export function useHints(caller: Caller, values: Record<string, unknown>, wanted: boolean): Hints {
  const api = useDeskApi();
  const [hints, setHints] = React.useState<Hints>(NONE);
  const { category, building, publicPlace, priority, wishedFor } = values;
  const key = useDebounced(
    JSON.stringify({
      community: caller.community.documentId,
      household: caller.household?.documentId,
      category,
      building,
      publicPlace,
      priority,
      wishedFor,
    }),
    REST_MS
  );

  React.useEffect(() => {
    const about = JSON.parse(key) as Record<string, string | undefined>;
    if (!wanted || !about.category) {
      setHints(NONE);
      return;
    }
    let gone = false;
    const {
      community,
      household,
      category: kind,
      building: house,
      publicPlace: place,
      priority: urgency,
      wishedFor: wish,
    } = about;
    void Promise.all([
      api.duplicates({ community, category: kind, household, building: house, publicPlace: place }).catch(() => []),
      api.suggest({ community, category: kind, priority: urgency ?? 'ordinary', wishedFor: wish }).catch(() => null),
    ]).then(([duplicates, suggestion]) => {
      if (!gone) setHints({ duplicates, suggestion });
    });
    return () => {
      gone = true;
    };
  }, [api, key, wanted]);

  return hints;
}
