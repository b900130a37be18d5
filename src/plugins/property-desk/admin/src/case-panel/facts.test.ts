import type { Words } from '../kernel/words';
import { factsOfCase } from './facts';

const words: Words = {
  locale: 'zh-Hans',
  t: (key) => (key === 'form.listComma' ? '、' : key),
  first: (_keys, fallback) => fallback,
};
const told = (fields: Record<string, unknown>, type = 'ticket') =>
  factsOfCase(words, { case: { type }, fields }, new Map(), (iso) => iso.slice(0, 10)).map(
    ({ field, text, masked, long }) => [field, text, ...(masked ? ['masked'] : []), ...(long ? ['long'] : [])].join(' ')
  );
const home = { documentId: 'h1', name: '3栋2单元501' };

test.each<[string, Record<string, unknown>, string[]]>([
  ['nothing of nothing', {}, []],
  ['no empty ones', { description: '', household: null, parts: [], assignee: undefined }, []],
  ['no zeros, no noes', { rework: 0, cost: 0, plain: false }, []],
  [
    'in the order in which they are asked, whatever the order in which they come',
    { workDone: '换管', assignee: { documentId: 's', name: '赵师傅' }, household: home, description: '漏水' },
    ['description 漏水', 'household 3栋2单元501', 'assignee 赵师傅', 'workDone 换管'],
  ],
  ['the place once', { household: home, place: home.name }, ['household 3栋2单元501']],
  ['the place where it is another', { household: home, place: '大堂' }, ['household 3栋2单元501', 'place 大堂']],
  ['nothing that stands elsewhere', { number: 'BX-1', revision: 3, dueAt: '2026-11-23T01:00:00.000Z' }, []],
  ['what no order knows, at the end', { wholly: 'new', question: '何时' }, ['question 何时', 'wholly new']],
  ['confidential ones as such', { contactTelephone: '138****5678' }, ['contactTelephone 138****5678 masked']],
  ['instants in words', { wishedFor: '2026-11-23T01:00:00.000Z' }, ['wishedFor 2026-11-23']],
  ['long texts on a line of their own', { description: '漏'.repeat(41) }, [`description ${'漏'.repeat(41)} long`]],
])('tells %s', (_name, fields, lines) => {
  expect(told(fields)).toEqual(lines);
});

test('the household leads to its file', () => {
  const [fact] = factsOfCase(words, { case: { type: 'ticket' }, fields: { household: home } }, new Map(), String);
  expect(fact?.household).toEqual(home);
});
