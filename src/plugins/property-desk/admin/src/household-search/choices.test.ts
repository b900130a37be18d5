import type { SearchHousehold, SearchReason } from '../../../contracts';
import { choicesOf, moved, reasonText } from './choices';

const community = { documentId: 'c1', name: '阳光花园' };
const household: SearchHousehold = {
  documentId: 'h1',
  name: '3栋2单元501',
  fileNumber: 'DA-00001',
  community,
  why: [],
  residents: [{ documentId: 'r1', name: '张伟', kind: 'owner', telephone: '138****0001', former: false }],
  openCases: [],
};

test('households come before cases, and what is always there comes last', () => {
  const found = {
    type: 'ticket',
    plural: 'tickets',
    uid: 'u',
    documentId: 't1',
    number: 'BX-1',
    title: '',
    state: 'accepted',
    community,
  };
  const extras = [{ key: 'public-c1', label: '公共部位' }];
  expect(
    choicesOf({ households: [household], more: false, cases: [found] }, extras).map(({ kind, key }) => [kind, key])
  ).toEqual([
    ['household', 'h1'],
    ['case', 't1'],
    ['extra', 'public-c1'],
  ]);
  expect(choicesOf(null, extras).map(({ kind }) => kind)).toEqual(['extra']);
});

test.each([
  [0, 1, 3, 1],
  [2, 1, 3, 0],
  [0, -1, 3, 2],
  [9, 1, 3, 0],
  [0, 1, 0, 0],
] as const)('from line %i by %i of %i: line %i', (at, by, count, next) => {
  expect(moved(at, by, count)).toBe(next);
});

test.each<[Partial<SearchReason>, string]>([
  [{ way: 'plate', text: '沪A·12345' }, 'search.why.plate 沪A·12345'],
  [{ way: 'telephone', resident: 'r1' }, 'search.whyWho (search.why.telephone) 张伟'],
  [{ way: 'name', text: '张伟', resident: 'r1' }, 'search.why.name 张伟'],
  [{ way: 'initials', text: 'zw', resident: 'gone' }, 'search.why.initials zw'],
])('%j is told as %j', (reason, text) => {
  const t = (key: string, { text: met, why, who }: Record<string, unknown> = {}) =>
    [key, met, why && `(${String(why)})`, who].filter(Boolean).join(' ');
  const whole = { way: 'room' as const, text: null, resident: null, former: false, ...reason };
  expect(reasonText({ t: t as never }, whole, household)).toBe(text);
});
