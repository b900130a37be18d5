import { ARCHIVE_IMPORT_STATES } from '../../../contracts';
import { stepOf, STEPS } from './steps';

test.each([
  ['uploaded', 'check'],
  ['checked', 'confirm'],
  ['importing', 'write'],
  ['done', 'result'],
  ['failed', 'result'],
  ['cancelled', 'result'],
] as const)('an import that is %s stands at %s', (state, step) => {
  expect(STEPS[stepOf(state)]).toBe(step);
});

test('every state is on the way', () => {
  for (const state of ARCHIVE_IMPORT_STATES) expect(STEPS[stepOf(state)]).toBeDefined();
});
