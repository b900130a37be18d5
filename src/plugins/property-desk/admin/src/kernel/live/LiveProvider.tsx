import * as React from 'react';
import { useDeskApi } from '../api';
import { newKey } from '../newKey';
import { LiveContext } from './live';
import { createPoller } from './poller';

/** Keeps what is below it true: one poller for all screens. */
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
  return <LiveContext.Provider value={poller}>{children}</LiveContext.Provider>;
}
