import * as React from 'react';
import type { PresentPerson } from '../../../../contracts';
import type { Known, Poller } from './poller';

/** Where screens find their page's poller. */
export const LiveContext = React.createContext<Poller | null>(null);

/** The page's poller; null where a screen stands without one. */
export const usePoller = (): Poller | null => React.useContext(LiveContext);

const ALONE: Known = { lost: false, back: false, present: [] };
const noSubscription = () => () => undefined;

/** Whether the server can be reached, and who is at which case. */
export function useKnown(): Known {
  const poller = usePoller();
  return React.useSyncExternalStore(poller?.onKnown ?? noSubscription, poller?.known ?? (() => ALONE));
}

/** Who else has a case open. */
export function usePresent(documentId: string): PresentPerson[] {
  const { present } = useKnown();
  return React.useMemo(() => present.filter((each) => each.documentId === documentId), [present, documentId]);
}

/** Says that this person has a case open, and whether they are filling something in on it. */
export function useOpenCase(type: string | undefined, documentId: string, doing: 'viewing' | 'acting' = 'viewing') {
  const poller = usePoller();
  React.useEffect(
    () => (poller && type ? poller.open({ type, documentId, doing }) : undefined),
    [poller, type, documentId, doing]
  );
}
