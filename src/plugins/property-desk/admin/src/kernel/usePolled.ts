import * as React from 'react';
import { readFailure, type Failure } from './failure';
import { usePoller } from './live/live';
import { concerns, type About } from './live/moved';

/** What a polled call last said, and whether the latest try went wrong. */
export interface Polled<T> {
  data: T | null;
  failure: Failure | null;
  loading: boolean;
  refresh: () => Promise<void>;
}

/** What the pulse tells of is read anew then; now and then all the same, for what it does not tell of. */
const SELDOM_MS = 60_000;

/**
 * Calls `refresh` whenever something moves that a screen shows, and when the network is back.
 * @param about null for what no event tells of, or what is too dear to be read anew with each; `never` where nothing is
 */
export function useMoved(about: About | null | 'never', refresh: () => Promise<void> | void): void {
  const poller = usePoller();
  const latest = React.useRef({ about, refresh });
  latest.current = { about, refresh };
  React.useEffect(() => {
    if (!poller) return;
    let lost = poller.known().lost;
    const offMoved = poller.onMoved((moved) => {
      const { about: shown, refresh: again } = latest.current;
      if (shown && shown !== 'never' && concerns(shown, moved)) void again();
    });
    const offKnown = poller.onKnown(() => {
      const now = poller.known().lost;
      if (lost && !now && latest.current.about !== 'never') void latest.current.refresh();
      lost = now;
    });
    return () => {
      offMoved();
      offKnown();
    };
  }, [poller]);
}

/**
 * Loads now, whenever something moves that it is about, when the person comes back to the page, and every `everyMs`
 * while it is seen. A failed try keeps what was shown. A slow answer never overwrites a newer one.
 * @param everyMs null where each look is logged, so that only people look
 * @param about what is shown; where it is not said, it is read every `everyMs` and not whenever something moves
 */
export function usePolled<T>(load: () => Promise<T>, everyMs: number | null, about?: About): Polled<T> {
  const [data, setData] = React.useState<T | null>(null);
  const [failure, setFailure] = React.useState<Failure | null>(null);
  const [loading, setLoading] = React.useState(true);
  const turn = React.useRef(0);
  const poller = usePoller();
  const every = everyMs !== null && about && poller ? Math.max(everyMs, SELDOM_MS) : everyMs;

  const refresh = React.useCallback(async () => {
    const mine = ++turn.current;
    try {
      const answer = await load();
      if (mine !== turn.current) return;
      setData(answer);
      setFailure(null);
    } catch (error) {
      const read = readFailure(error);
      if (mine !== turn.current || read.kind === 'aborted') return;
      setFailure(read);
    }
    setLoading(false);
  }, [load]);

  useMoved(everyMs === null ? 'never' : (about ?? null), refresh);

  React.useEffect(() => {
    setLoading(true);
    void refresh();
    const onSeen = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    const timer = every === null ? undefined : window.setInterval(onSeen, every);
    window.addEventListener('focus', onSeen);
    document.addEventListener('visibilitychange', onSeen);
    return () => {
      turn.current += 1;
      window.clearInterval(timer);
      window.removeEventListener('focus', onSeen);
      document.removeEventListener('visibilitychange', onSeen);
    };
  }, [refresh, every]);

  return { data, failure, loading, refresh };
}
