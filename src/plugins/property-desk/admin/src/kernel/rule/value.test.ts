import type { RuleKind, RuleValue } from '../../../../contracts';
import type { Words } from '../words';
import zhHans from '../../translations/zh-Hans.json';
import { amountOf, durationOf, termInWords, valueInWords, workingDaysOf, workingDaysTerm } from './value';

const words: Words = {
  locale: 'zh-Hans',
  t: (key, values = {}) =>
    Object.entries(values).reduce(
      (text, [name, value]) => text.replace(`{${name}}`, String(value)),
      zhHans[key as keyof typeof zhHans] ?? key
    ),
  first: (_keys, fallback) => fallback,
};

test.each([
  ['PT24H', { amount: 24, unit: 'hours' }],
  ['PT30M', { amount: 30, unit: 'minutes' }],
  ['P3D', { amount: 3, unit: 'days' }],
  ['P2W', { amount: 2, unit: 'weeks' }],
  ['P1M', { amount: 1, unit: 'months' }],
  ['P1DT12H', { amount: 36, unit: 'hours' }],
  ['PT1H30M', { amount: 90, unit: 'minutes' }],
  ['P1W1D', { amount: 8, unit: 'days' }],
  ['P1M1D', null],
  ['PT0S', null],
  ['soon', null],
  [24, null],
] as const)('reads %j', (value, amount) => {
  expect(amountOf(value)).toEqual(amount);
});

test.each(['PT24H', 'PT30M', 'P3D', 'P2W', 'P1M'])('writes %s as it was read', (value) => {
  const amount = amountOf(value);
  expect(amount && durationOf(amount)).toBe(value);
});

test.each([
  ['duration', 'PT24H', '24 小时'],
  ['duration', 'P1Y', 'P1Y'],
  ['workingDays', '5 working days', '5 个工作日'],
  ['workingDays', 5, '5 个工作日'],
  ['percentage', 98, '98 %'],
  ['number', 90, '90'],
  ['switch', true, '开启'],
  ['switch', false, '关闭'],
  ['duration', null, '—'],
] as [RuleKind, RuleValue | null, string][])('says %s %j as %s', (kind, value, text) => {
  expect(valueInWords(words, kind, value)).toBe(text);
});

test('counts working days, however they are written', () => {
  expect([workingDaysOf(5), workingDaysOf('12'), workingDaysOf('soon'), workingDaysOf(null)]).toEqual([
    5,
    12,
    null,
    null,
  ]);
});

test('writes working days as the server reads them', () => {
  expect([workingDaysTerm(5), workingDaysOf(workingDaysTerm(5))]).toEqual(['5 working days', 5]);
});

test.each([
  ['PT12H', '12 小时'],
  ['5 working days', '5 个工作日'],
  ['PVC 管', null],
  ['P', null],
  ['漏水', null],
])('tells terms from texts: %s', (text, said) => {
  expect(termInWords(words, text)).toBe(said);
});
