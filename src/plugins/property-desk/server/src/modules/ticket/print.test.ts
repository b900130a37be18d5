import fc from 'fast-check';
import mammoth from 'mammoth';
import { LOCALES, WORDS } from '../../../../contracts';
import { renderDocument } from '../../kernel/print';
import { hostileText } from '../../kernel/print/testing/hostile';
import { faults, layOut, noOffice, schemaErrors, unpack } from '../../kernel/print/testing/inspect';
import { MOST_PARTS, workOrder, workOrderFileName, type WorkOrderRecord } from './print';
import { freshRecord, fullRecord, wordyRecord, worstRecord } from './testing/work-orders';

const text = async (record: WorkOrderRecord, locale?: 'zh-Hans' | 'en') =>
  (await mammoth.extractRawText({ buffer: await renderDocument(workOrder(record, locale)) })).value;

const office = noOffice();
if (office) console.warn(`Skipping the layout of pages: ${office}`);
const withOffice = office ? test.skip : test;

test('a work order holds all that the record holds', async () => {
  const lines = (await text(fullRecord)).split('\n').filter(Boolean);
  const {
    promises,
    parts,
    ratings,
    printedAt,
    printedBy,
    priority,
    source,
    followUpOutcome,
    cost,
    reworkCount,
    photoCount,
    ...plain
  } = fullRecord;
  const { company, companyTelephone, community, number, state, ...fields } = plain;
  for (const value of [company, ...Object.values(fields)]) expect(lines).toContain(value);
  for (const line of [`小区：${community}`, `服务电话：${companyTelephone}`, `状态：${state}`, `编号：${number}`])
    expect(lines).toContain(line);
  for (const { what, dueAt, settledAt } of promises)
    expect(lines.slice(lines.indexOf('时限履行'))).toEqual(
      expect.arrayContaining([what, dueAt, ...(settledAt ? [settledAt] : [])])
    );
  for (const word of ['按时', '逾期', '进行中']) expect(lines).toContain(word);
  for (const { name } of parts) expect(lines).toContain(name);
  for (const line of ['28.50', '2', '2.50', '5.00', '¥ 69.50', '¥ 109.50', '4 张', '1 次', '★★★★★ 5 分', '★★★★☆ 4 分'])
    expect(lines).toContain(line);
  for (const line of ['□普通　■紧急', '电话', '■满意　□不满意　□未联系上']) expect(lines).toContain(line);
  for (const line of ['维修人员（签字）：', '业主/报修人（签字）：', '客服（签字）：']) expect(lines).toContain(line);
});

test('it names who printed it and when, in the footer', async () => {
  const parts = await unpack(await renderDocument(workOrder(fullRecord)));
  const footer = [...parts]
    .filter(([path]) => /^word\/footer\d+\.xml$/.test(path))
    .map(([, xml]) => xml.replace(/<[^>]+>/g, ''));
  expect(footer.join()).toContain('打印：王敏　2026-11-25 09:12');
});

test('what does not fit is counted or remarked upon, never dropped', async () => {
  const lines = (await text({ ...worstRecord, parts: [...worstRecord.parts, ...worstRecord.parts] }))
    .split('\n')
    .filter(Boolean);
  expect(lines).toContain(`另有 ${2 * worstRecord.parts.length - MOST_PARTS + 1} 项（详见系统）`);
  expect(lines).toContain('另有 4 项（详见系统）');
  for (const start of ['水管漏水', '拆除旧管', '总体可以'])
    expect(lines.find((line) => line.startsWith(start))).toMatch(/…（详见系统）$/);
  expect(await text(worstRecord)).toContain('370358.70');
});

test('it speaks English where asked', async () => {
  const lines = (await text(fullRecord, 'en')).split('\n');
  for (const line of ['Repair Work Order', 'No. BX-20261123-0001', '□Ordinary　■Urgent', 'Kept', 'Engineer:'])
    expect(lines).toContain(line);
});

test('both languages have the same words, and all that the order asks for', async () => {
  const keys = LOCALES.map((locale) =>
    Object.keys(WORDS[locale])
      .filter((key) => key.startsWith('print.workOrder.'))
      .sort()
  );
  expect(keys[0]).toEqual(keys[1]);
  for (const locale of LOCALES)
    for (const record of [fullRecord, freshRecord, worstRecord])
      expect(JSON.stringify(workOrder(record, locale))).not.toMatch(/(print|ticket|outcome)\.\w/);
});

test('the file is named after the number', () => {
  expect(workOrderFileName('BX-20261123-0001')).toBe('维修工单-BX-20261123-0001.docx');
  expect(workOrderFileName('a/b', 'en')).toBe('work-order-a_b.docx');
});

test.each(Object.entries({ fullRecord, freshRecord, worstRecord, wordyRecord }))(
  '%s is sound Word',
  async (_, record) => {
    const file = await renderDocument(workOrder(record));
    expect(faults(await unpack(file))).toEqual([]);
    expect(await schemaErrors(file)).toEqual([]);
  }
);

const hostile: fc.Arbitrary<WorkOrderRecord> = fc
  .record({
    text: fc.array(hostileText, { minLength: 12, maxLength: 12 }),
    parts: fc.array(fc.record({ name: hostileText, quantity: fc.integer({ min: 1, max: 1e6 }), price: fc.nat(1e9) }), {
      maxLength: 40,
    }),
    promises: fc.array(hostileText, { maxLength: 12 }),
    cost: fc.option(fc.nat(1e12)),
    score: fc.option(fc.integer({ min: 1, max: 5 })),
  })
  .map(({ text: t, parts, promises, cost, score }) => ({
    ...fullRecord,
    company: t[0],
    companyTelephone: t[1],
    community: t[2],
    number: t[3],
    state: t[4],
    printedBy: t[5],
    place: t[6],
    reporter: t[7],
    category: t[8],
    description: t[9],
    workDone: t[10],
    followUpWords: t[11],
    parts,
    promises: promises.map((what) => ({ what, dueAt: '2026-11-23 15:17', settledAt: null, outcome: null })),
    cost,
    ratings: { quality: score, attitude: score, overall: score },
  }));

test('no record breaks it', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (record) => {
      const file = await renderDocument(workOrder(record));
      expect(faults(await unpack(file))).toEqual([]);
      expect(await schemaErrors(file)).toEqual([]);
    }),
    { numRuns: 15, endOnFailure: true }
  );
}, 120_000);

withOffice(
  'it is one A4 page whatever it holds, with nothing outside the margins',
  async () => {
    const records = [fullRecord, freshRecord, worstRecord, wordyRecord, ...fc.sample(hostile, 6)];
    const specs = [...records.map((record) => workOrder(record)), workOrder(worstRecord, 'en')];
    for (const layout of await layOut(await Promise.all(specs.map(renderDocument)))) {
      expect([layout.pages, Math.round(layout.width), Math.round(layout.height)]).toEqual([1, 210, 297]);
      expect(layout.words.length).toBeGreaterThan(30);
    }
  },
  120_000
);

withOffice(
  'the signatures stand at the foot of the page and the title at its head',
  async () => {
    for (const { words } of await layOut(
      await Promise.all([fullRecord, freshRecord, worstRecord].map((record) => renderDocument(workOrder(record))))
    )) {
      const find = (start: string) => words.find((word) => word.text.startsWith(start))!;
      expect(find('维修工单').top).toBeLessThan(45);
      for (const signature of ['维修人员', '业主/报修人', '客服']) {
        expect(find(signature).top).toBeGreaterThan(240);
        expect(find(signature).bottom).toBeLessThan(281);
      }
      for (const word of words) {
        expect(word.left).toBeGreaterThan(15);
        expect(word.right).toBeLessThan(195.5);
      }
    }
  },
  120_000
);
