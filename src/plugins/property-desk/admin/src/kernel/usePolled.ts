import * as React from 'react';
import { readFailure, type Failure } from './failure';

/** What a polled call last said, and whether the latest try went wrong. */
export interface Polled<T> {
  data: T | null;
  failure: Failure | null;
  loading: boolean;
  refresh: () => Promise<void>;
}

/**
 * Loads now, every `everyMs` while the page is seen, and when the person comes back to it.
 * A failed try keeps what was shown. A slow answer never overwrites a newer one.
 */
export function usePolled<T>(load: () => Promise<T>, everyMs: number | null): Polled<T> {
  const [data, setData] = React.useState<T | null>(null);
  const [failure, setFailure] = React.useState<Failure | null>(null);
  const [loading, setLoading] = React.useState(true);
  const turn = React.useRef(0);

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

  React.useEffect(() => {
    setLoading(true);
    void refresh();
    const onSeen = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    const timer = everyMs === null ? undefined : window.setInterval(onSeen, everyMs);
    window.addEventListener('focus', onSeen);
    document.addEventListener('visibilitychange', onSeen);
    return () => {
      turn.current += 1;
      window.clearInterval(timer);
      window.removeEventListener('focus', onSeen);
      document.removeEventListener('visibilitychange', onSeen);
    };
  }, [refresh, everyMs]);

  return { data, failure, loading, refresh };
}
