/** @jest-environment node */
import { foldedOf, keepFolded } from './folded';

test('each person folds for themselves', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  keepFolded('1', new Set(['soon', 'team']), storage);
  expect([...foldedOf('1', storage)]).toEqual(['soon', 'team']);
  expect([...foldedOf('2', storage)]).toEqual([]);
});

test.each([
  ['nothing', () => null],
  ['no JSON', () => '{'],
  ['no list', () => '{"soon":true}'],
  [
    'no storage',
    () => {
      throw new Error('SecurityError');
    },
  ],
])('%s folds nothing', (_what, getItem) => {
  expect(foldedOf('1', { getItem }).size).toBe(0);
});
