import { aboutOf, handlerOf, placeOf, sourcesOf, type Row } from './row';

const row = (rest: Partial<Row>): Row => ({
  documentId: 'a',
  number: 'X-1',
  state: 'open',
  revision: 1,
  createdAt: '2026-11-23T00:00:00.000Z',
  ...rest,
});
const ref = (name: string) => ({ documentId: name, name });

test.each([
  ['a repair', { description: '漏水', title: '漏水…' }, '漏水'],
  ['a complaint', { content: '噪音', title: '噪音…' }, '噪音'],
  ['a preventive action', { what: '每周巡查', title: '每周…' }, '每周巡查'],
  ['an inquiry', { question: '何时通气' }, '何时通气'],
  ['what has nothing but its title', { title: '标题' }, '标题'],
  ['what has nothing', {}, ''],
])('%s is about its own words', (_name, rest, said) => {
  expect(aboutOf(row(rest))).toBe(said);
});

test('the place is the household, else what people call it', () => {
  expect(placeOf(row({ household: ref('3栋2单元501'), place: '3栋' }))).toBe('3栋2单元501');
  expect(placeOf(row({ household: null, place: '南门岗亭' }))).toBe('南门岗亭');
  expect(placeOf(row({ place: '' }))).toBe('');
});

test('whoever is on it is named, whatever the type calls them', () => {
  expect(handlerOf(row({ assignee: ref('钱工') }))).toBe('钱工');
  expect(handlerOf(row({ assignee: null, contractor: '电梯公司' }))).toBe('电梯公司');
  expect(handlerOf(row({ handler: ref('周敏') }))).toBe('周敏');
  expect(handlerOf(row({ owner: ref('孙强') }))).toBe('孙强');
  expect(handlerOf(row({}))).toBe('');
});

test('a preventive action comes from its complaint, and from the one that recurred', () => {
  expect(sourcesOf(row({ complaint: ref('TS-1'), recurrence: ref('TS-2') })).map(({ name }) => name)).toEqual([
    'TS-1',
    'TS-2',
  ]);
  expect(sourcesOf(row({ complaint: null }))).toEqual([]);
  expect(sourcesOf(row({ complaint: ref('TS-1'), recurrence: ref('TS-1') }))).toHaveLength(1);
});
