import fs from 'node:fs';
import mammoth from 'mammoth';
import { rateInWords, spanInWords, speaker, type ComplianceFigures, type ComplianceMap } from '../../../../contracts';
import { renderDocument } from '../../kernel/print';
import { bare } from '../../kernel/print/testing/hostile';
import { faults, layOut, noOffice, schemaErrors, unpack } from '../../kernel/print/testing/inspect';
import { defaultHeadings } from './headings';
import { report, reportFileName, summary, weekTotals, type ReportRecord } from './print';

const office = noOffice();
const withOffice = office ? test.skip : test;

const NONE: ComplianceFigures = {
  opened: 0,
  kept: 0,
  broken: 0,
  open: 0,
  renegotiated: 0,
  void: 0,
  rate: null,
  medianMinutes: null,
};
const counted = (kept: number, broken: number, open: number, medianMinutes: number | null): ComplianceFigures => ({
  opened: kept + broken + open + 3,
  kept,
  broken,
  open,
  renegotiated: 2,
  void: 1,
  rate: kept + broken ? kept / (kept + broken) : null,
  medianMinutes,
});

const garden = { documentId: 'g', name: '阳光花园' };

const full: ComplianceMap = {
  from: '2026-09-01',
  to: '2026-11-23',
  community: garden,
  communities: [garden],
  total: counted(1311, 47, 19, 23.5),
  articles: defaultHeadings('zh-Hans').map((heading) => {
    const { number } = heading;
    if (number === 9)
      return {
        ...heading,
        how: 'workflow' as const,
        ...counted(987, 31, 17, 200),
        obligations: [
          { what: 'ticket.accept', article: '9', ...counted(400, 13, 5, 12) },
          { what: 'ticket.followUp', article: '9', ...counted(587, 18, 12, 3333) },
        ],
        evidence: [],
      };
    if (number === 10)
      return {
        ...heading,
        how: 'workflow' as const,
        ...counted(324, 16, 2, 61),
        obligations: [{ what: 'complaint.intervene', article: '10', ...counted(324, 16, 2, 61) }],
        evidence: [{ key: 'case-studies', name: '发布的投诉案例', count: 7, list: null }],
      };
    const evidence = number === 4 ? [{ key: 'staff', name: '在岗员工', count: 8, list: null }] : [];
    return {
      ...heading,
      how: number === 4 ? ('evidence' as const) : ('hand' as const),
      ...NONE,
      obligations: [],
      evidence,
    };
  }),
  weeks: Array.from({ length: 12 }, (_, n) => ({
    week: new Date(Date.UTC(2026, 7, 31 + n * 7)).toISOString().slice(0, 10),
    article: 9 + (n % 2),
    kept: n === 3 ? 0 : 80 + n,
    broken: n === 5 ? 0 : n,
  })),
  policy: { documentId: 'p', name: 'ZD-2026-0001' },
};
const nothing: ComplianceMap = {
  ...full,
  community: null,
  communities: [garden, { documentId: 'r', name: '滨江苑' }],
  total: NONE,
  articles: full.articles.map((article) => ({ ...article, ...NONE, obligations: [], evidence: [], how: 'hand' })),
  weeks: [],
  policy: null,
};
const recordOf = (map: ComplianceMap): ReportRecord => ({
  map,
  company: '阳光物业服务有限公司',
  printedAt: '2026-11-23 18:00',
  printedBy: '李主管',
});

const textOf = async (map: ComplianceMap) =>
  bare((await mammoth.extractRawText({ buffer: await renderDocument(report(recordOf(map))) })).value);

test('says every figure of the call', async () => {
  const text = await textOf(full);
  expect(text).toContain(bare(summary(full, 'zh-Hans')));
  expect(text).toContain('共产生应办事项1380项：按时1311项，逾期47项，未到期19项，改期2项，作废1项');
  for (const {
    number,
    title,
    opened,
    kept,
    broken,
    open,
    rate,
    medianMinutes,
    renegotiated,
    void: voided,
  } of full.articles.filter((article) => article.opened > 0))
    expect(text).toContain(
      bare(
        `第${number}条${title}流程${opened}${kept}${broken}${open}${renegotiated + voided}${rateInWords(rate)}${spanInWords(speaker('zh-Hans'), medianMinutes)}`
      )
    );
  for (const { title, number } of full.articles) expect(text).toContain(`第${number}条${title}`);
  for (const { name, count } of full.articles.flatMap(({ evidence }) => evidence))
    expect(text).toContain(`${name}${count}`);
  for (const { article, broken, kept, rate, medianMinutes } of full.articles.flatMap(({ obligations }) => obligations))
    expect(text).toContain(
      bare(`${article}${broken}${kept}${rateInWords(rate)}${spanInWords(speaker('zh-Hans'), medianMinutes)}`)
    );
  for (const { week, kept, broken } of weekTotals(full))
    expect(text).toContain(`${week}${kept}${broken}${rateInWords(kept / (kept + broken))}`);
  for (const signed of ['客服主管', '项目经理', '李主管', 'ZD-2026-0001']) expect(text).toContain(signed);
});

test('says of an empty period that it was empty', async () => {
  const text = await textOf(nothing);
  for (const said of ['全部小区', '本期没有产生应办事项', '本期没有逾期的事项', '本期没有到期的事项'])
    expect(text).toContain(said);
});

test.each([
  ['full', full],
  ['empty', nothing],
])('is sound Word: %s', async (_name, map) => {
  for (const locale of ['zh-Hans', 'en'] as const) {
    const file = await renderDocument(report(recordOf(map), locale));
    expect(faults(await unpack(file))).toEqual([]);
    expect(await schemaErrors(file)).toEqual([]);
  }
});

test('is named after place and period', () => {
  expect(reportFileName(recordOf(full), 'zh-Hans')).toBe('制度执行报告-阳光花园-2026-09-01至2026-11-23.docx');
});

test('a share is all or nothing only where it is', () => {
  expect([0, 0.0001, 0.985, 0.9999, 1, null].map(rateInWords)).toEqual(['0%', '0.1%', '98.5%', '99.9%', '100%', '—']);
  expect([0, 45, 200, 2880, 3333.5, null].map((each) => spanInWords(speaker('zh-Hans'), each))).toEqual([
    '0 分',
    '45 分',
    '3 小时 20 分',
    '2 天 0 小时',
    '2 天 7 小时',
    '—',
  ]);
});

withOffice('fits a few pages, the signatures on the last', async () => {
  const file = await renderDocument(report(recordOf(full)));
  if (process.env.KEEP_REPORT) fs.writeFileSync(process.env.KEEP_REPORT, file);
  const [layout] = await layOut([file]);
  expect(layout.pages).toBeLessThanOrEqual(4);
  expect(layout.lines[layout.pages - 1].join('')).toContain('项目经理（签字）');
});
