import { strokesOf } from './keys';

/**
 * Where a shortcut works: on every page; on the page that says it; or in a dialog, which suspends everything below it
 * while it is open, its own shortcuts excepted.
 */
export type Scope = 'everywhere' | 'page' | 'dialog';

/** One thing that a key does. */
export interface Shortcut {
  /** A stroke as `strokeOf` names it, or several after each other: `?`, `Escape`, `g d`. */
  keys: string;
  /** What it does, in the reader's words. */
  says: string;
  /** Does it; where a control does it by itself, as Tab and Enter do, it is only listed. */
  run?: (event: KeyboardEvent) => void;
  /** Not now: neither done nor listed. */
  off?: boolean;
  /** Also while a text is being typed; for strokes that write nothing. */
  inFields?: boolean;
}

/** Shortcuts that came and go together. */
export interface Registered {
  scope: Scope;
  shortcuts: readonly Shortcut[];
  /** Of a dialog: whether it is the topmost one. */
  onTop?: () => boolean;
}

/** Where a stroke falls. */
export interface Place {
  /** Into a text that is being typed. */
  typing: boolean;
  /** While a dialog is open. */
  covered: boolean;
  /** When, in milliseconds. */
  at: number;
}

/** What a stroke means: a shortcut that is complete, the beginning of one, or nothing. */
export type Meaning = { kind: 'does'; shortcut: Shortcut } | { kind: 'begins' } | { kind: 'nothing' };

/** How long the second stroke of a chord is waited for. */
export const CHORD_MS = 1_500;

const RANK: Record<Scope, number> = { dialog: 2, page: 1, everywhere: 0 };

/** The shortcuts that work now, those that go before others first: dialog, page, everywhere; of one scope the latest. */
export function working(all: readonly Registered[], covered: boolean): Shortcut[] {
  return all
    .map((each, index) => ({ ...each, index }))
    .filter(({ scope, onTop }) => (covered ? scope === 'dialog' && (onTop?.() ?? true) : scope !== 'dialog'))
    .sort((a, b) => RANK[b.scope] - RANK[a.scope] || b.index - a.index)
    .flatMap(({ shortcuts }) => shortcuts.filter(({ off }) => !off));
}

/** Shortcuts for their table: what each does once, with all keys that do it. */
export function bySaying(shortcuts: readonly Shortcut[]): [says: string, keys: string[]][] {
  const lines = new Map<string, Set<string>>();
  for (const { says, keys } of shortcuts) lines.set(says, (lines.get(says) ?? new Set()).add(keys));
  return [...lines].map(([says, keys]) => [says, [...keys]]);
}

/** Finds what strokes mean, one after the other; remembers the beginning of a chord. */
export function createReader() {
  let begun: string[] = [];
  let since = 0;

  return {
    /** What this stroke means now; null is no stroke of ours and leaves a chord as it is. */
    read(stroke: string | null, all: readonly Registered[], { typing, covered, at }: Place): Meaning {
      if (stroke === null) return { kind: 'nothing' };
      if (at - since > CHORD_MS) begun = [];
      const candidates = working(all, covered).filter(({ run, inFields }) => run && (!typing || inFields));
      const tried = [...begun, stroke];
      // A chord that goes wrong is forgotten, and its last stroke stands for itself.
      for (const strokes of begun.length > 0 ? [tried, [stroke]] : [tried]) {
        const fits = candidates.filter(({ keys }) => strokes.every((each, index) => strokesOf(keys)[index] === each));
        const whole = fits.find(({ keys }) => strokesOf(keys).length === strokes.length);
        if (whole) {
          begun = [];
          return { kind: 'does', shortcut: whole };
        }
        if (fits.length > 0) {
          begun = strokes;
          since = at;
          return { kind: 'begins' };
        }
      }
      begun = [];
      return { kind: 'nothing' };
    },
  };
}
