import * as React from 'react';
import type { PresentPerson } from '../../../../contracts';
import { useDeskApi } from '../api';
import { newKey } from '../newKey';
import { ConnectionBanner } from './ConnectionBanner';
import { createPoller, type Known, type Poller } from './poller';

const LiveContext = React.createContext<Poller | null>(null);

/** Keeps what is below it true: one poller for all screens, and above them what to know when the network is gone. */
export function LiveProvider({ children }: { children: React.ReactNode }) {
  const api = useDeskApi();
  const latest = React.useRef(api);
  latest.current = api;
  const [tab] = React.useState(newKey);
  const [poller] = React.useState(() =>
    createPoller({
      ask: (open, signal) => latest.current.pulse(tab, open, signal),
      leave: () => latest.current.leavePulse(tab),
    })
  );
  // Before the screens below ask for what they show: whatever happens from now on is then noticed.
  React.useLayoutEffect(() => {
    poller.start();
    return () => poller.stop();
  }, [poller]);
  return (
    <LiveContext.Provider value={poller}>
      <ConnectionBanner />
      {children}
    </LiveContext.Provider>
  );
}

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
