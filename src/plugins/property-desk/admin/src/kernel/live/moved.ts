import type { Pulse } from '../../../../contracts';

/** What a screen shows: everything, some kinds of case, or one case. */
export type About = 'all' | { types: readonly string[] } | { type: string; documentId: string };

/** What has moved between two answers. */
export interface Moved {
  types: ReadonlySet<string>;
  cases: ReadonlySet<string>;
}

/** A case that a page has open. */
export interface Opened {
  type: string;
  documentId: string;
  doing: 'viewing' | 'acting';
}

const differing = (before: Record<string, string>, after: Record<string, string>): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => before[key] !== after[key]);

/** What has moved. Of a case that was not asked about before, it is known only whether anything of its kind has moved. */
export function movedBetween(before: Pulse, after: Pulse, open: readonly Opened[]): Moved {
  const types = new Set(differing(before.marks, after.marks));
  const cases = open.filter(({ type, documentId }) =>
    before.cases[documentId] === undefined ? types.has(type) : before.cases[documentId] !== after.cases[documentId]
  );
  return { types, cases: new Set(cases.map(({ documentId }) => documentId)) };
}

/** Whether what has moved concerns a screen. */
export function concerns(about: About, { types, cases }: Moved): boolean {
  if (about === 'all') return types.size > 0;
  if ('documentId' in about) return cases.has(about.documentId);
  return about.types.some((type) => types.has(type));
}

/** All that pages have open, each case once: whoever fills something in on it does. */
export function openOf(registered: Iterable<Opened>): Opened[] {
  const open = new Map<string, Opened>();
  for (const each of registered) if (open.get(each.documentId)?.doing !== 'acting') open.set(each.documentId, each);
  return [...open.values()];
}

const EVERY_MS = 3000;
const LOST_AT_MOST_MS = 30_000;
const REFUSED_MS = 15_000;

/** How long until the next question, after so many that did not get through, or one that was refused. */
export function waitAfter(outcome: 'heard' | 'refused' | 'lost', lost: number): number {
  if (outcome === 'heard') return EVERY_MS;
  if (outcome === 'refused') return REFUSED_MS;
  return Math.min(LOST_AT_MOST_MS, 1000 * 2 ** Math.min(lost, 10));
}
