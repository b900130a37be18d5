import fc from 'fast-check';
import mammoth from 'mammoth';
import { LOCALES } from '../../../../contracts';
import { renderDocument, type DocumentSpec } from '../../kernel/print';
import { bare, hostileText } from '../../kernel/print/testing/hostile';
import { faults, schemaErrors, unpack } from '../../kernel/print/testing/inspect';
import { everyBlock, hostileBlocks, paragraph, textsOf } from '../../kernel/print/testing/written';
import { inWords } from './paper';
import { chinese, policy, policyFileName, type PolicyRecord } from './print';

const record: PolicyRecord = {
  number: 'ZD-2026-0001',
  state: 'effective',
  title: '客户服务管理制度',
  company: '上海晨光物业服务有限公司',
  community: '阳光花园',
  draftedBy: '客服部',
  draftedOn: '2026年11月1日',
  approver: '何经理',
  approvedOn: '2026年11月20日',
  effectiveOn: '2026年12月1日',
  endedOn: null,
  supersedes: 'ZD-2025-0003',
  chapters: [
    {
      number: 1,
      title: '总则',
      articles: [{ number: 1, title: '目的', body: [paragraph('为规范服务，制定本制度。')] }],
    },
    {
      number: 2,
      title: '流程',
      articles: [
        { number: 9, title: null, body: [paragraph('报修按照下列流程办理：'), paragraph('（一）受理。')] },
        { number: 10, title: '投诉', body: everyBlock },
      ],
    },
  ],
  rules: [{ name: '报修回访时限', value: '24小时', article: 9 }],
  pictures: {},
};
const linesOf = async (spec: DocumentSpec) =>
  (await mammoth.extractRawText({ buffer: await renderDocument(spec) })).value.split('\n').filter(Boolean);

test('chapters, articles and rules stand in their order', async () => {
  const lines = await linesOf(policy(record));
  for (const line of [
    '第一章　总则',
    '第一条　目的',
    '第九条　报修按照下列流程办理：',
    '（一）受理。',
    '第十条　投诉',
    '附表：本制度的量化指标',
    '24小时',
    '批准人（签字）：',
  ])
    expect(lines).toContain(line);
  expect(lines.slice(0, 3)).toEqual([
    '客户服务管理制度',
    '上海晨光物业服务有限公司',
    '（版本ZD-2026-0001　自2026年12月1日起施行　取代ZD-2025-0003）',
  ]);
  const xml = (await unpack(await renderDocument(policy(record)))).get('word/document.xml')!;
  for (const number of [1, 9, 10]) expect(xml).toContain(`w:name="article_${number}"`);
});

test('it is sound Word, and what is not in force says so', async () => {
  for (const state of ['effective', 'draft', 'submitted', 'approved', 'superseded', 'repealed', 'discarded'] as const) {
    const spec = policy({ ...record, state });
    expect(Boolean(spec.remark)).toBe(state !== 'effective');
    expect(JSON.stringify(spec)).not.toContain('print.policy');
  }
  const file = await renderDocument(policy({ ...record, state: 'draft' }));
  expect(faults(await unpack(file))).toEqual([]);
  expect(await schemaErrors(file)).toEqual([]);
});

test('every text of the record is on the paper', async () => {
  await fc.assert(
    fc.asyncProperty(hostileBlocks, fc.array(hostileText, { minLength: 6, maxLength: 6 }), async (body, texts) => {
      const [title, company, name, value, chapter, article] = texts;
      const spec = policy({
        ...record,
        title,
        company,
        rules: [{ name, value, article: 2 }],
        chapters: [{ number: 1, title: chapter, articles: [{ number: 1, title: article, body }] }],
      });
      const file = await renderDocument(spec);
      expect(faults(await unpack(file))).toEqual([]);
      expect(await schemaErrors(file)).toEqual([]);
      const whole = bare((await mammoth.extractRawText({ buffer: file })).value);
      for (const said of [...texts, ...textsOf(body)]) expect(whole).toContain(bare(said));
    }),
    { numRuns: 8, endOnFailure: true }
  );
}, 120_000);

test.each([
  [1, '一'],
  [10, '十'],
  [17, '十七'],
  [20, '二十'],
  [105, '一百零五'],
  [110, '一百一十'],
])('%i is %s', (number, said) => expect(chinese(number)).toBe(said));

test.each([
  ['PT24H', '24小时'],
  ['P1DT30M', '1日30分钟'],
  ['P1M', '1个月'],
  ['5 working days', '5个工作日'],
  [15, '15'],
  [true, '是'],
] as const)('%s is said %s', (value, said) => expect(inWords(value, 'zh-Hans')).toBe(said));

test('its words are there in both languages', () => {
  for (const locale of LOCALES) expect(JSON.stringify(policy(record, locale))).not.toContain('print.policy');
  expect(policyFileName(record)).toBe('客户服务管理制度-ZD-2026-0001.docx');
});
