import * as React from 'react';

interface Ticker {
  now: () => number;
  /** Takes over the server's time, so that a wrong clock at the desk does not lie about what is overdue. */
  sync: (serverNow: string) => void;
  subscribe: (listener: () => void) => () => void;
}

const TickerContext = React.createContext<Ticker | null>(null);

function createTicker(): Ticker {
  const listeners = new Set<() => void>();
  let skew = 0;
  let shown = Date.now();
  let timer: number | undefined;
  const tick = () => {
    shown = Date.now() + skew;
    listeners.forEach((listener) => listener());
  };
  return {
    now: () => shown,
    sync: (serverNow) => {
      const difference = Date.parse(serverNow) - Date.now();
      // A second or two is the way the answer took.
      if (Number.isNaN(difference)) return;
      skew = Math.abs(difference) > 2000 ? difference : 0;
      tick();
    },
    subscribe: (listener) => {
      if (listeners.size === 0) {
        // Nobody looked meanwhile: the time that stands here is old.
        shown = Date.now() + skew;
        timer = window.setInterval(tick, 1000);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) window.clearInterval(timer);
      };
    },
  };
}

/** The one source of ticks for all clocks below it. */
export function TickerProvider({ children }: { children: React.ReactNode }) {
  const [ticker] = React.useState(createTicker);
  return <TickerContext.Provider value={ticker}>{children}</TickerContext.Provider>;
}

/** The ticker above; a screen without one is a mistake of ours. */
export function useTicker(): Ticker {
  const ticker = React.useContext(TickerContext);
  if (!ticker) throw new Error('A clock needs a TickerProvider above it');
  return ticker;
}

/** The time now in epoch milliseconds, told once a second. */
export function useNow(): number {
  const ticker = useTicker();
  return React.useSyncExternalStore(ticker.subscribe, ticker.now);
}
