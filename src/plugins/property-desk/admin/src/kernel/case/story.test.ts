import type { CaseDetail, TimelineEntry } from '../../../../contracts';
import type { Words } from '../words';
import { daysOf, factsOf, namesIn } from './story';

/** Words that say their key, so that the test sees what was asked for. */
const words: Words = {
  locale: 'zh-Hans',
  t: (key, values) => (key === 'story.changed' ? `${values?.from} 改为 ${values?.to}` : key),
  first: (_keys, fallback) => fallback,
};
const moment = (iso: string) => iso.slice(11, 16);
const staff = 'abcdefghij0123456789klmn';

const entry = (input: Record<string, unknown>, changes: TimelineEntry['changes'] = {}): TimelineEntry => ({
  documentId: 'e1',
  action: 'dispatch',
  from: 'accepted',
  to: 'dispatched',
  at: '2026-11-23T01:00:00.000Z',
  article: '9',
  actor: { kind: 'staff', name: '王芳' },
  input,
  changes,
  revision: 2,
  policyVersion: 'default',
});

test('people stand by name, times by the clock, money in yuan, parts with number and sum', () => {
  const detail = {
    fields: { assignee: { documentId: staff, name: '李强' } },
    obligations: [],
    timeline: [],
  } as unknown as CaseDetail;
  const facts = factsOf(
    words,
    'ticket',
    entry({
      assignee: staff,
      promisedAt: '2026-11-23T06:00:00.000Z',
      cost: 1250,
      parts: [{ name: '角阀', quantity: 2, price: 1500 }],
      note: '',
    }),
    namesIn(detail),
    moment
  );
  expect(facts).toEqual([
    { label: 'assignee', text: '李强' },
    { label: 'promisedAt', text: '06:00' },
    { label: 'cost', text: '¥12.50' },
    { label: 'parts', text: '角阀 ×2 ¥30' },
  ]);
});

test('a record without a name says nothing rather than its id', () => {
  expect(factsOf(words, 'ticket', entry({ assignee: staff }), new Map(), moment)).toEqual([]);
});

test('a correction shows before and after; a first value is only shown as entered', () => {
  const facts = factsOf(
    words,
    'ticket',
    entry({ reason: '听错' }, { description: { from: '灯坏', to: '水管漏' }, reason: { from: null, to: '听错' } }),
    new Map(),
    moment
  );
  expect(facts).toEqual([
    { label: 'reason', text: '听错' },
    { label: 'description', text: '灯坏 改为 水管漏' },
  ]);
});

test('what was entered over something older is one fact, not two', () => {
  const facts = factsOf(
    words,
    'ticket',
    entry(
      { promisedAt: '2026-11-24T07:00:00.000Z' },
      { promisedAt: { from: '2026-11-23T06:00:00.000Z', to: '2026-11-24T07:00:00.000Z' } }
    ),
    new Map(),
    moment
  );
  expect(facts).toEqual([{ label: 'promisedAt', text: '06:00 改为 07:00' }]);
});

test('a name that is not known leaves the fact out', () => {
  expect(factsOf(words, 'ticket', entry({}, { assignee: { from: null, to: staff } }), new Map(), moment)).toEqual([]);
});

test('evidence and preventive actions are told in words', () => {
  const facts = factsOf(
    words,
    'complaint',
    entry({
      evidence: [{ kind: 'person', description: '邻居在场' }],
      preventiveActions: [{ what: '每周巡查', owner: staff, dueAt: '2026-12-01T06:00:00.000Z' }],
      compensation: 5000,
    }),
    new Map([[staff, '周敏']]),
    moment
  );
  expect(facts).toEqual([
    { label: 'evidence', text: 'complaint.evidence.personform.colon邻居在场' },
    { label: 'preventiveActions', text: '每周巡查form.aside' },
    { label: 'compensation', text: '¥50' },
  ]);
});

test.each([
  [[], []],
  [['01', '02'], [['2026-11-23', 2]]],
  [
    ['01', '16', '17'],
    [
      ['2026-11-23', 1],
      ['2026-11-24', 2],
    ],
  ],
])('what happened at %j UTC, by the days of the office', (hours, days) => {
  const entries = hours.map((hour) => ({ ...entry({}), at: `2026-11-23T${hour}:00:00.000Z` }));
  // Eight hours ahead of UTC.
  const dayKey = (iso: string) => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 10);
  expect(daysOf(entries, dayKey).map(({ day, entries: those }) => [day, those.length])).toEqual(days);
});
