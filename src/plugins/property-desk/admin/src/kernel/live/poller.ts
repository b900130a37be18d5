import type { Pulse } from '../../../../contracts';
import { readFailure } from '../failure';
import { movedBetween, openOf, waitAfter, type Moved, type Opened } from './moved';

/** What is known of the office's server: whether it can be reached, and who else is at which case. */
export interface Known {
  lost: boolean;
  /** It was lost and has come back since. */
  back: boolean;
  present: Pulse['present'];
}

/** Asks for the pulse; with what the page has open, or null for nothing. */
export interface Asking {
  ask: (open: Opened[] | null, signal: AbortSignal) => Promise<Pulse>;
  /** Says that the page has nothing open any more, though it may be gone before the answer comes. */
  leave: () => void;
}

const LONGEST_MS = 10_000;
/** For a moment several things are said together: a form that opens in a page that has just opened. */
const TOGETHER_MS = 80;

const NOTHING: Known = { lost: false, back: false, present: [] };

/**
 * The one poller of a page: asks every few seconds while the page is seen, at once when somebody comes back to it,
 * and ever more slowly while nothing gets through.
 */
export function createPoller({ ask, leave }: Asking) {
  const movedListeners = new Set<(moved: Moved) => void>();
  const knownListeners = new Set<() => void>();
  const registered = new Map<object, Opened>();
  let pulse: Pulse | null = null;
  let known = NOTHING;
  let said = false;
  let lostTimes = 0;
  let timer: number | undefined;
  let asking: AbortController | null = null;
  let stopped = true;

  const tell = (next: Known) => {
    if (
      next.lost === known.lost &&
      next.back === known.back &&
      JSON.stringify(next.present) === JSON.stringify(known.present)
    )
      return;
    known = next;
    knownListeners.forEach((listener) => listener());
  };

  const later = (milliseconds: number) => {
    window.clearTimeout(timer);
    if (!stopped && document.visibilityState === 'visible') timer = window.setTimeout(() => void turn(), milliseconds);
  };

  const heard = (next: Pulse, open: Opened[]) => {
    const before = pulse;
    pulse = next;
    const was = known.lost;
    lostTimes = 0;
    tell({ lost: false, back: was || known.back, present: next.present });
    const moved = before && movedBetween(before, next, open);
    if (moved && (moved.types.size > 0 || moved.cases.size > 0)) movedListeners.forEach((listener) => listener(moved));
  };

  const turn = async () => {
    // One question at a time; whatever is new is asked with the next.
    if (asking || stopped) return;
    const controller = new AbortController();
    asking = controller;
    const deadline = window.setTimeout(() => controller.abort(), LONGEST_MS);
    const open = openOf(registered.values());
    let outcome: 'heard' | 'refused' | 'lost' = 'heard';
    let answer: Pulse | null = null;
    try {
      answer = await ask(open.length > 0 || said ? open : null, controller.signal);
      said = open.length > 0;
    } catch (error) {
      const { kind } = readFailure(error);
      outcome = kind === 'offline' || controller.signal.aborted ? 'lost' : 'refused';
      if (outcome === 'lost' && !stopped) {
        lostTimes += 1;
        tell({ ...known, lost: true, back: false });
      }
    }
    window.clearTimeout(deadline);
    asking = null;
    if (answer && !stopped) heard(answer, open);
    const changed = JSON.stringify(open) !== JSON.stringify(openOf(registered.values()));
    later(changed && outcome === 'heard' ? TOGETHER_MS : waitAfter(outcome, lostTimes));
  };

  const now = () => {
    if (document.visibilityState === 'visible') later(0);
  };
  const gone = () => {
    if (said) leave();
    said = false;
  };
  const seenOrNot = () => (document.visibilityState === 'visible' ? now() : window.clearTimeout(timer));

  return {
    start() {
      stopped = false;
      window.addEventListener('focus', now);
      window.addEventListener('online', now);
      window.addEventListener('offline', now);
      window.addEventListener('pagehide', gone);
      document.addEventListener('visibilitychange', seenOrNot);
      void turn();
    },
    stop() {
      stopped = true;
      window.clearTimeout(timer);
      asking?.abort();
      gone();
      window.removeEventListener('focus', now);
      window.removeEventListener('online', now);
      window.removeEventListener('offline', now);
      window.removeEventListener('pagehide', gone);
      document.removeEventListener('visibilitychange', seenOrNot);
    },
    /** Asks at once. */
    now,
    /** Says that a case is open, until the answer is called. */
    open(each: Opened): () => void {
      const key = {};
      registered.set(key, each);
      later(TOGETHER_MS);
      return () => {
        registered.delete(key);
        later(TOGETHER_MS);
      };
    },
    onMoved(listener: (moved: Moved) => void): () => void {
      movedListeners.add(listener);
      return () => void movedListeners.delete(listener);
    },
    known: () => known,
    onKnown(listener: () => void): () => void {
      knownListeners.add(listener);
      return () => void knownListeners.delete(listener);
    },
  };
}

/** What {@link createPoller} makes. */
export type Poller = ReturnType<typeof createPoller>;
