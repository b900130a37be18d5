import * as React from 'react';

/** The office's time, as the server tells it: its moment, and the zone that its people live in. */
export interface OfficeTime {
  now?: string;
  timeZone: string;
}

interface Ticker {
  now: () => number;
  /** The office's IANA zone; undefined, i.e. the computer's own, until the server has named it. */
  zone: () => string | undefined;
  /** Takes over the server's time, so that a wrong clock at the desk does not lie about what is overdue. */
  sync: (office: OfficeTime) => void;
  subscribe: (listener: () => void) => () => void;
}

const TickerContext = React.createContext<Ticker | null>(null);

function createTicker(): Ticker {
  const listeners = new Set<() => void>();
  let skew = 0;
  let shown = Date.now();
  let zone: string | undefined;
  let timer: number | undefined;
  const tick = () => {
    shown = Date.now() + skew;
    listeners.forEach((listener) => listener());
  };
  return {
    now: () => shown,
    zone: () => zone,
    sync: ({ now, timeZone }) => {
      zone = timeZone;
      const difference = now === undefined ? NaN : Date.parse(now) - Date.now();
      // A second or two is the way the answer took.
      if (!Number.isNaN(difference)) skew = Math.abs(difference) > 2000 ? difference : 0;
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

/** The zone in which times are shown and read: the office's. */
export function useZone(): string | undefined {
  const ticker = useTicker();
  return React.useSyncExternalStore(ticker.subscribe, ticker.zone);
}
