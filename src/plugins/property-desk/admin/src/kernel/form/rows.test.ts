import { addWords, endsWord, rowsOf, wordsOf } from './rows';

test('rows are what is a list of records; anything else has none', () => {
  expect(rowsOf([{ name: '软管' }, null, 'x'])).toEqual([{ name: '软管' }]);
  expect(rowsOf(undefined)).toEqual([]);
  expect(rowsOf('parts')).toEqual([]);
});

test.each([
  ['噪音', ['噪音']],
  ['噪音，电梯', ['噪音', '电梯']],
  [' 噪音 、电梯; 噪音,', ['噪音', '电梯']],
  ['  ', []],
])('the words in %j', (typed, words) => {
  expect(addWords([], typed)).toEqual(words);
});

test('words that stand there already are not doubled, and stay in their order', () => {
  expect(addWords(['电梯', '噪音'], '噪音，停车')).toEqual(['电梯', '噪音', '停车']);
  expect(wordsOf(['电梯 ', '电梯', ''])).toEqual(['电梯']);
});

test('a comma ends a word, letters do not', () => {
  expect(endsWord('噪音')).toBe(false);
  expect(endsWord('噪音，')).toBe(true);
});
