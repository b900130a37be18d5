import type { ConflictDetails, TimelineEntry } from '../../../../contracts';
import { carried, meanwhile } from './meanwhile';

const entry = (revision: number): TimelineEntry => ({
  documentId: `e${revision}`,
  action: 'start',
  from: 'dispatched',
  to: 'in_progress',
  at: `2026-11-23T0${revision}:00:00.000Z`,
  article: '9',
  actor: { kind: 'staff', name: '赵师傅' },
  input: {},
  changes: {},
  revision,
  policyVersion: 'default',
});
const detail = (revision: number, revisions: number[]) => ({
  case: { state: 'in_progress', revision },
  timeline: revisions.map(entry),
});
const refused: ConflictDetails = { state: 'in_progress', revision: 3, since: [entry(3)] };

test.each<[string, ReturnType<typeof detail>, number, ConflictDetails | null, [number, number[]] | null]>([
  ['nothing happened', detail(2, [1, 2]), 2, null, null],
  ['the case was read anew and has moved on', detail(4, [1, 4, 3, 2]), 2, null, [4, [3, 4]]],
  ['refused, and not read anew yet', detail(2, [1, 2]), 2, refused, [3, [3]]],
  ['refused, and read anew', detail(3, [1, 2, 3]), 2, refused, [3, [3]]],
  ['refused, and another one came after', detail(4, [1, 2, 3, 4]), 2, refused, [4, [3, 4]]],
  ['refused at the same revision: the state forbade it', detail(3, [1, 2, 3]), 3, refused, [3, [3]]],
  ['only the face is seen', detail(3, []), 2, refused, [3, [3]]],
  ['only the face is seen, and nobody was refused', detail(3, []), 2, null, [3, []]],
])('%s', (_name, now, seen, refusal, expected) => {
  const found = meanwhile(now, seen, refusal);
  expect(found && [found.revision, found.since.map(({ revision }) => revision)]).toEqual(expected);
});

test.each([
  ['what both ask for', { note: 'a', reason: 'b' }, { note: {} }, undefined, { note: 'a' }],
  ['nothing empty', { note: '', reason: null, told: undefined }, { note: {}, reason: {}, told: {} }, undefined, {}],
  ['what was typed there before stays', { note: 'a' }, { note: {} }, { note: 'own' }, { note: 'own' }],
])('carries %s', (_name, typed, asked, own, values) => {
  expect(carried(typed, asked, own)).toEqual(values);
});
