import type { AvailableAction } from '../../../contracts';
import { allowedOnAll, BATCH, inBatches } from './bulk';

const action = (name: string, allowed = true) => ({ name, allowed }) as AvailableAction;
const names = (...cases: AvailableAction[][]) => allowedOnAll(cases).map(({ name }) => name);

test.each([
  ['nothing is marked', [], []],
  ['one case', [[action('cancel'), action('start', false), action('amend')]], ['cancel']],
  [
    'two states',
    [
      [action('cancel'), action('start')],
      [action('cancel'), action('resume')],
    ],
    ['cancel'],
  ],
  ['allowed on one only', [[action('cancel')], [action('cancel', false)]], []],
  ['nothing in common', [[action('start')], [action('resume')]], []],
])('%s', (_name, cases, expected) => {
  expect(names(...cases)).toEqual(expected);
});

test.each([
  [0, []],
  [1, [1]],
  [BATCH, [BATCH]],
  [BATCH + 1, [BATCH, 1]],
])('%d go in batches of %j', (count, sizes) => {
  expect(inBatches(Array.from({ length: count }, (_, n) => n)).map(({ length }) => length)).toEqual(sizes);
});
