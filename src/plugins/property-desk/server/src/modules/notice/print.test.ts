import fc from 'fast-check';
import mammoth from 'mammoth';
import { LETTERHEAD_PLACES, LOCALES } from '../../../../contracts';
import { checkTemplate, renderDocument, type DocumentSpec } from '../../kernel/print';
import { bare, hostileText } from '../../kernel/print/testing/hostile';
import { faults, layOut, noOffice, redInk, schemaErrors, unpack } from '../../kernel/print/testing/inspect';
import { everyBlock, hostileBlocks, paragraph, textsOf } from '../../kernel/print/testing/written';
import { notice, noticeFileName, type NoticeRecord } from './print';

const record: NoticeRecord = {
  number: '物业客〔2026〕12号',
  state: 'published',
  title: '关于二次供水水箱清洗期间临时停水的通知',
  body: everyBlock,
  issuer: '阳光花园客户服务中心',
  company: '上海晨光物业服务有限公司',
  community: '阳光花园',
  telephone: '021-5555 0100',
  buildings: ['1栋', '2栋'],
  attachments: ['停水时间表.pdf', '水箱位置图.png'],
  day: '2026年11月23日',
  ended: null,
  pictures: {},
};
const linesOf = async (spec: DocumentSpec) =>
  (await mammoth.extractRawText({ buffer: await renderDocument(spec) })).value.split('\n').filter(Boolean);
const office = noOffice();
if (office) console.warn(`Skipping the layout of pages: ${office}`);
const withOffice = office ? test.skip : test;

test('goes from whose it is to whom it is for', async () => {
  const lines = await linesOf(notice({ ...record, body: [paragraph('各位业主：'), paragraph('停水。')] }));
  expect(lines).toEqual([
    '上海晨光物业服务有限公司',
    '物业客〔2026〕12号',
    '关于二次供水水箱清洗期间临时停水的通知',
    '各位业主：',
    '停水。',
    '附件：1. 停水时间表.pdf',
    '2. 水箱位置图.png',
    '阳光花园客户服务中心',
    '2026年11月23日',
    '　发布范围：阳光花园1栋、2栋',
    '　上海晨光物业服务有限公司\t2026年11月23日印发',
  ]);
});

test('what has not gone out bears no number and says so on every page; what is over says that', async () => {
  for (const state of ['draft', 'submitted', 'approved', 'discarded'] as const) {
    const spec = notice({ ...record, state });
    expect(spec.remark).toBe('草稿（未发布）');
    expect(JSON.stringify(spec)).not.toContain('〔2026〕');
  }
  const withdrawn = notice({ ...record, state: 'withdrawn', ended: { at: '2026年11月25日', reason: '时间有误' } });
  expect(withdrawn.remark).toBe('已撤回');
  expect(await linesOf(withdrawn)).toContain('本通知已于2026年11月25日撤回。原因：时间有误');
  expect(notice({ ...record, state: 'expired', ended: { at: '2026年11月25日', reason: null } }).remark).toBe('已过期');
  expect(notice(record).remark).toBeUndefined();
  const parts = await unpack(await renderDocument(notice({ ...record, state: 'draft' })));
  const heads = [...parts].filter(([path]) => /^word\/header\d+\.xml$/.test(path)).map(([, xml]) => xml);
  expect(heads).toHaveLength(2);
  for (const xml of heads) expect(xml).toContain('草稿（未发布）');
});

test('every text of the record is on the paper', async () => {
  await fc.assert(
    fc.asyncProperty(hostileBlocks, fc.array(hostileText, { minLength: 6, maxLength: 6 }), async (body, texts) => {
      const [title, issuer, company, community, one, two] = texts;
      const file = await renderDocument(
        notice({ ...record, title, issuer, company, community, attachments: [one, two], buildings: [], body })
      );
      expect(faults(await unpack(file))).toEqual([]);
      expect(await schemaErrors(file)).toEqual([]);
      const whole = bare((await mammoth.extractRawText({ buffer: file })).value);
      for (const said of [...texts, ...textsOf(body)]) expect(whole).toContain(bare(said));
    }),
    { numRuns: 8, endOnFailure: true }
  );
}, 120_000);

test('on a template of the office’s own every text is there too', async () => {
  const plain = await renderDocument({
    title: '',
    blocks: [...LETTERHEAD_PLACES, 'title'].map((name) => ({ kind: 'body', text: `{{${name}}}` })),
  });
  const found = await checkTemplate(plain, LETTERHEAD_PLACES);
  if ('fault' in found) throw new Error(found.fault);
  await fc.assert(
    fc.asyncProperty(
      hostileBlocks,
      fc.array(hostileText, { minLength: 2, maxLength: 2 }),
      async (body, [title, issuer]) => {
        const file = await renderDocument(
          notice({ ...record, state: 'draft', title, issuer, body }, 'zh-Hans', found.file)
        );
        expect(faults(await unpack(file))).toEqual([]);
        expect(await schemaErrors(file)).toEqual([]);
        const whole = bare((await mammoth.extractRawText({ buffer: file })).value);
        for (const said of [title, issuer, ...textsOf(body), '草稿']) expect(whole).toContain(bare(said));
      }
    ),
    { numRuns: 6, endOnFailure: true }
  );
}, 120_000);

test('it is sound Word, its words are there in both languages, its name fits a file', async () => {
  const file = await renderDocument(notice(record));
  expect(await schemaErrors(file)).toEqual([]);
  for (const locale of LOCALES) expect(JSON.stringify(notice(record, locale))).not.toContain('print.notice');
  expect(noticeFileName({ ...record, title: '停水/通知' })).toBe('通知-物业客〔2026〕12号-停水_通知.docx');
});

withOffice(
  'its number stands in the middle over a red rule, its pages hold 22 lines of 28 characters and are numbered outside',
  async () => {
    const file = await renderDocument(notice({ ...record, body: [paragraph('物'.repeat(28 * 60))] }));
    const [page] = await layOut([file]);
    const lines = page.lines[1].filter((line) => /^物+$/.test(line));
    expect([lines.length, ...new Set(lines.map(({ length }) => length))]).toEqual([22, 28]);
    const number = page.words.filter(({ page: on, text }) => on === 1 && /^(物业客)?〔|〕/.test(text));
    const [name, rule] = await redInk(file, 1);
    expect(rule.right - rule.left).toBeCloseTo(156, 0);
    expect(number[0].top).toBeGreaterThan(name.bottom + 15);
    expect(number[0].bottom).toBeLessThan(rule.top + 1);
    const numbers = page.words.filter(({ text }) => text === '—');
    expect(Math.max(...numbers.filter((word) => word.page === 1).map(({ right }) => right))).toBeCloseTo(210 - 31, 0);
    expect(Math.min(...numbers.filter((word) => word.page === 2).map(({ left }) => left))).toBeCloseTo(33, 0);
  },
  120_000
);
