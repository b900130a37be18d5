import * as fc from 'fast-check';
import { fenOf, yuanOf } from './money';

test.each([
  ['12.5', 1250],
  ['0.07', 7],
  ['1,200', 120000],
  ['19.99', 1999],
  ['3.', 300],
  ['', null],
  ['-1', null],
  ['1.234', null],
  ['abc', null],
])('%s yuan', (yuan, fen) => {
  expect(fenOf(yuan)).toBe(fen);
});

test('what is shown reads back as what was meant', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => fenOf(yuanOf(fen)) === fen));
});
