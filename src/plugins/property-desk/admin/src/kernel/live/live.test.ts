/** @jest-environment node */
import { nothingShown, shownAfter } from './arrivals';
import { concerns, movedBetween, openOf, waitAfter, type About, type Opened } from './moved';

const pulse = (marks: Record<string, string>, cases: Record<string, string> = {}) => ({ marks, cases, present: [] });
const open = (documentId: string, type = 'ticket', doing: Opened['doing'] = 'viewing'): Opened => ({
  type,
  documentId,
  doing,
});

test.each<[string, ReturnType<typeof pulse>, ReturnType<typeof pulse>, Opened[], string[], string[]]>([
  ['nothing', pulse({ ticket: 'a' }), pulse({ ticket: 'a' }), [], [], []],
  ['a type', pulse({ ticket: 'a', notice: 'a' }), pulse({ ticket: 'b', notice: 'a' }), [], ['ticket'], []],
  ['a type that may be read since', pulse({}), pulse({ ticket: 'a' }), [], ['ticket'], []],
  ['a type that may be read no more', pulse({ ticket: 'a' }), pulse({}), [], ['ticket'], []],
  [
    'the open case',
    pulse({ ticket: 'a' }, { x: '1' }),
    pulse({ ticket: 'b' }, { x: '2' }),
    [open('x')],
    ['ticket'],
    ['x'],
  ],
  ['another case', pulse({ ticket: 'a' }, { x: '1' }), pulse({ ticket: 'b' }, { x: '1' }), [open('x')], ['ticket'], []],
  [
    'one just opened, while nothing moved',
    pulse({ ticket: 'a' }),
    pulse({ ticket: 'a' }, { x: '1' }),
    [open('x')],
    [],
    [],
  ],
  [
    'one just opened, while its kind moved',
    pulse({ ticket: 'a' }),
    pulse({ ticket: 'b' }, { x: '1' }),
    [open('x')],
    ['ticket'],
    ['x'],
  ],
  ['one out of sight', pulse({ ticket: 'a' }, { x: '1' }), pulse({ ticket: 'a' }), [open('x')], [], ['x']],
])('moved: %s', (_what, before, after, opened, types, cases) => {
  const moved = movedBetween(before, after, opened);
  expect([[...moved.types], [...moved.cases]]).toEqual([types, cases]);
});

test.each<[About, boolean]>([
  ['all', true],
  [{ types: ['ticket', 'notice'] }, true],
  [{ types: ['complaint'] }, false],
  [{ type: 'ticket', documentId: 'x' }, true],
  [{ type: 'ticket', documentId: 'y' }, false],
])('%j is concerned: %s', (about, expected) => {
  expect(concerns(about, { types: new Set(['ticket']), cases: new Set(['x']) })).toBe(expected);
});

test('nothing that moved concerns nobody', () => {
  expect(concerns('all', { types: new Set(), cases: new Set() })).toBe(false);
});

test('a case that is open twice is said once, and that somebody fills something in', () => {
  expect(openOf([open('x'), open('x', 'ticket', 'acting'), open('x'), open('y')])).toEqual([
    open('x', 'ticket', 'acting'),
    open('y'),
  ]);
});

test.each([
  ['heard', 0, 3000],
  ['refused', 0, 15_000],
  ['lost', 1, 2000],
  ['lost', 2, 4000],
  ['lost', 5, 30_000],
  ['lost', 500, 30_000],
] as const)('after %s %i times, wait %i ms', (outcome, lost, wait) => {
  expect(waitAfter(outcome, lost)).toBe(wait);
});

describe('a list that is read anew', () => {
  const rows = (...ids: string[]) => ids.map((id) => ({ id }));
  const ids = (shown: { rows: { id: string }[] }) => shown.rows.map(({ id }) => id).join('');
  const first = shownAfter(nothingShown<{ id: string }>(), rows('a', 'b'), ({ id }) => id, {
    hold: false,
    first: true,
  });
  const next = (before: typeof first, read: { id: string }[], hold: boolean) =>
    shownAfter(before, read, ({ id }) => id, { hold, first: false });
  const marks = ({ fresh, gone, waiting }: typeof first) => [[...fresh].join(''), [...gone].join(''), waiting];

  test('nothing is new in the first one', () => expect([ids(first), marks(first)]).toEqual(['ab', ['', '', 0]]));

  test.each([
    ['something came', ['c', 'a', 'b'], false, 'cab', ['c', '', 0]],
    ['something went', ['b'], false, 'b', ['', '', 0]],
    ['something came under the pointer', ['c', 'a', 'b'], true, 'ab', ['', '', 1]],
    ['something went under the pointer', ['b'], true, 'ab', ['', 'a', 0]],
    ['the order changed under the pointer', ['b', 'a'], true, 'ab', ['', '', 0]],
    ['nothing', ['a', 'b'], false, 'ab', ['', '', 0]],
  ] as const)('%s', (_what, read, hold, shown, marked) => {
    const after = next(first, rows(...read), hold);
    expect([ids(after), marks(after)]).toEqual([shown, marked]);
  });

  test('what waited is new once it is shown, and stays so while it is there', () => {
    const read = rows('c', 'b');
    const shown = next(next(first, read, true), read, false);
    expect([ids(shown), marks(shown)]).toEqual(['cb', ['c', '', 0]]);
    expect(marks(next(shown, read, false))).toEqual(['c', '', 0]);
    expect(marks(next(shown, rows('b'), false))).toEqual(['', '', 0]);
  });

  test('a row that keeps its place says what it says now', () => {
    const before = { ...first, rows: [{ id: 'a', state: 'open' }] };
    const after = shownAfter(before, [{ id: 'a', state: 'done' }], ({ id }) => id, { hold: true, first: false });
    expect(after.rows).toEqual([{ id: 'a', state: 'done' }]);
  });
});
