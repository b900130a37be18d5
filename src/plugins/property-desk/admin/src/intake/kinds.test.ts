import { carryText, KINDS, layoutOf, nextKind, placed, STARTS } from './kinds';

const kind = (key: string) => KINDS.find((each) => each.key === key)!;

test('each case type is asked for its form once', () => {
  expect(STARTS.map(({ type }) => type)).toEqual(['ticket', 'complaint', 'inquiry']);
});

test.each([
  ['ticket', 1, 'complaint'],
  ['ticket', -1, 'inquiry'],
  ['inquiry', 1, 'ticket'],
  ['suggestion', 1, 'praise'],
] as const)('from %s by %i to %s', (from, by, to) => {
  expect(nextKind(from, by, () => true).key).toBe(to);
});

test('arrow keys pass by what one may not start, and stay where nothing else is', () => {
  expect(nextKind('ticket', 1, ({ type }) => type !== 'complaint').key).toBe('inquiry');
  expect(nextKind('ticket', 1, () => false).key).toBe('ticket');
});

test('what was said goes along when the call turns out to be something else', () => {
  const repair = { description: '楼上漏水，说了三次没人管', category: 'water', reporterName: '张伟' };
  const complaint = carryText(repair, kind('ticket'), kind('complaint'));
  expect(complaint).toMatchObject({ content: '楼上漏水，说了三次没人管', kind: 'complaint', reporterName: '张伟' });
  expect(complaint.category).toBeUndefined();
  expect(carryText(complaint, kind('complaint'), kind('inquiry'))).toMatchObject({
    question: '楼上漏水，说了三次没人管',
  });
});

test('a complaint that is a suggestion after all keeps its category', () => {
  expect(
    carryText({ content: '加装充电桩', category: 'parking', kind: 'complaint' }, kind('complaint'), kind('suggestion'))
  ).toEqual({ content: '加装充电桩', category: 'parking', kind: 'suggestion' });
});

test('what was typed for the other kind already is not overwritten', () => {
  expect(carryText({ description: '漏水', content: '保安态度' }, kind('ticket'), kind('complaint')).content).toBe(
    '保安态度'
  );
});

test('a household has its place; the public asks for it, and a repair cannot do without', () => {
  expect(layoutOf(kind('ticket'), true).without).toContain('publicPlace');
  expect(layoutOf(kind('complaint'), false).without).not.toContain('publicPlace');
  const field = { name: 'publicPlace', property: {}, widget: 'text' as const, required: false };
  expect(placed(kind('ticket'), [field])[0]?.required).toBe(true);
  expect(placed(kind('complaint'), [field])[0]?.required).toBe(false);
});
