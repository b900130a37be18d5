import { marked, stepped } from './rows';

test.each([
  [-1, 1, 3, 0],
  [-1, -1, 3, 2],
  [0, 1, 3, 1],
  [2, 1, 3, 2],
  [0, -1, 3, 0],
  [0, 1, 0, -1],
] as const)('from %d by %d over %d lines to %d', (at, by, count, to) => {
  expect(stepped(at, by, count)).toBe(to);
});

const IDS = ['a', 'b', 'c', 'd'];

test.each([
  ['one is marked', [], 'b', { from: null, shift: false }, ['b']],
  ['and unmarked', ['b'], 'b', { from: 'b', shift: false }, []],
  ['with Shift all between', ['a'], 'c', { from: 'a', shift: true }, ['a', 'b', 'c']],
  ['backwards', ['d'], 'b', { from: 'd', shift: true }, ['b', 'c', 'd']],
  ['from an unmarked line all between are unmarked', ['b', 'c', 'd'], 'c', { from: 'a', shift: true }, ['d']],
  ['with Shift from nowhere it is one', [], 'c', { from: null, shift: true }, ['c']],
  ['with Shift from a line that has gone it is one', [], 'c', { from: 'x', shift: true }, ['c']],
])('%s', (_name, before, id, how, after) => {
  expect([...marked(IDS, new Set(before), id, how)].sort()).toEqual(after);
});
