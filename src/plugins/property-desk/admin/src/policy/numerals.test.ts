import { chineseNumeral, numeralIn } from './numerals';

test.each([
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [11, '十一'],
  [17, '十七'],
  [20, '二十'],
  [42, '四十二'],
  [100, '一百'],
  [103, '一百零三'],
  [110, '一百一十'],
  [112, '一百一十二'],
  [230, '二百三十'],
])('%d is %s', (number, text) => {
  expect(chineseNumeral(number)).toBe(text);
});

test('counts in figures where the language does', () => {
  expect([numeralIn('zh-Hans', 9), numeralIn('en', 9), numeralIn('zh-Hans', 1000)]).toEqual(['九', '9', '1000']);
});
