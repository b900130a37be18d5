import { daysInWords, hourInWords } from './said';

it.each([
  [0, '凌晨0时', '12 am'],
  [5, '凌晨5时', '5 am'],
  [6, '上午6时', '6 am'],
  [9, '上午9时', '9 am'],
  [12, '中午12时', '12 pm'],
  [13, '下午1时', '1 pm'],
  [18, '晚上6时', '6 pm'],
  [23, '晚上11时', '11 pm'],
])('the hour %d is %s, %s', (hour, chinese, english) => {
  expect(hourInWords('zh-Hans', hour)).toBe(chinese);
  expect(hourInWords('en', hour)).toBe(english);
});

it.each([
  ['2026-11-28', '2026-11-28', '11月28日', 'November 28'],
  ['2026-11-01', '2026-11-28', '11月1日至28日', 'November 1 – November 28'],
  ['2026-10-27', '2026-11-02', '10月27日至11月2日', 'October 27 – November 2'],
  ['2025-12-30', '2026-01-02', '2025年12月30日至2026年1月2日', 'December 30, 2025 – January 2, 2026'],
  ['2025-12-01', '2025-12-31', '2025年12月1日至31日', 'December 1, 2025 – December 31, 2025'],
])('%s to %s are %s', (from, to, chinese, english) => {
  expect(daysInWords('zh-Hans', from, to, 2026)).toBe(chinese);
  expect(daysInWords('en', from, to, 2026)).toBe(english);
});
