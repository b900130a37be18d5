import fc from 'fast-check';
import mammoth from 'mammoth';
import { PAGES, renderDocument, type Align, type DocumentSpec } from '.';
import { hostileText } from './testing/hostile';
import { faults, layOut, noOffice, schemaErrors, unpack } from './testing/inspect';
import { clean } from './text';

const everything: DocumentSpec = {
  title: '通知',
  creator: '某某物业',
  footer: { kind: 'pageNumber' },
  blocks: [
    { kind: 'title', text: '关于二次供水水箱清洗的通知' },
    { kind: 'body', text: '各位业主：', indent: false },
    { kind: 'body', text: '为保障用水安全，定于下周清洗水箱。\n清洗期间停水四小时，请提前储水。' },
    { kind: 'heading', level: 1, text: '一、时间安排' },
    { kind: 'heading', level: 2, text: '（一）一至三号楼' },
    { kind: 'heading', level: 3, text: '1. 上午' },
    { kind: 'heading', level: 4, text: '（1）八时至十二时' },
    {
      kind: 'table',
      columns: [
        { title: '楼号', width: 1 },
        { title: '时间', width: 3, align: 'center' },
      ],
      rows: Array.from({ length: 40 }, (_, at) => [`${at + 1} 号楼`, '八时至十二时']),
    },
    {
      kind: 'grid',
      pairs: [
        ['联系人', '王敏'],
        ['电话', '5555 0100'],
        ['备注', '一\n二'],
      ],
    },
    { kind: 'signatures', labels: ['经办人：', '负责人：'], date: '年　月　日' },
    { kind: 'body', text: '某某物业', align: 'right' },
  ],
};

const office = noOffice();
if (office) console.warn(`Skipping the layout of pages: ${office}`);
const withOffice = office ? test.skip : test;

test.each(['windows', 'gb'] as const)('every block, in the fonts of %s, is sound Word', async (fonts) => {
  const file = await renderDocument({ ...everything, fonts });
  expect(faults(await unpack(file))).toEqual([]);
  expect(await schemaErrors(file)).toEqual([]);
});

test('every text is there, newlines as paragraphs or breaks', async () => {
  const { value } = await mammoth.extractRawText({ buffer: await renderDocument(everything) });
  const lines = value.split('\n').filter(Boolean);
  for (const text of [
    '关于二次供水水箱清洗的通知',
    '清洗期间停水四小时，请提前储水。',
    '（1）八时至十二时',
    '40 号楼',
    '王敏',
    '负责人：',
  ])
    expect(lines).toContain(text);
});

test('a table repeats its header and breaks no row', async () => {
  const xml = (await unpack(await renderDocument(everything))).get('word/document.xml')!;
  const table = xml.match(/<w:tbl>.*?<\/w:tbl>/s)![0];
  expect(table.match(/<w:tblHeader/g)).toHaveLength(1);
  expect(table.match(/<w:cantSplit/g)).toHaveLength(41);
  expect(table).toContain('<w:tblLayout w:type="fixed"/>');
});

test('more rows than one process can bear are refused', async () => {
  const rows = Array.from({ length: 2001 }, () => ['x']);
  const spec: DocumentSpec = { title: '', blocks: [{ kind: 'table', columns: [{ title: 'x', width: 1 }], rows }] };
  await expect(async () => renderDocument(spec)).rejects.toThrow('2000');
});

test('the same spec makes the same XML, but for the dates', async () => {
  const [one, two] = await Promise.all(
    [everything, everything].map(async (spec) => unpack(await renderDocument(spec)))
  );
  const [core] = [one, two].map((parts) => parts.get('docProps/core.xml')!.replace(/\d{4}-\d\d-\d\dT[^<]*/g, ''));
  expect(core).toBe(two.get('docProps/core.xml')!.replace(/\d{4}-\d\d-\d\dT[^<]*/g, ''));
  for (const parts of [one, two]) parts.delete('docProps/core.xml');
  expect(one).toEqual(two);
});

test('no text breaks a document', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hostileText, { minLength: 20, maxLength: 40 }), async (texts) => {
      const cells = (row: string[]) => row.map((text) => ({ text, width: 58 }));
      const file = await renderDocument({
        title: texts[0],
        creator: texts[1],
        page: 'form',
        footer: { kind: 'text', left: texts[2], right: texts[3] },
        blocks: [
          { kind: 'title', text: texts[4] },
          ...texts.map((text) => ({ kind: 'body' as const, text })),
          {
            kind: 'table',
            columns: texts.slice(0, 3).map((title) => ({ title, width: 1, align: 'left' as Align })),
            rows: [texts.slice(3, 6)],
          },
          {
            kind: 'form',
            remark: texts[5],
            sections: [{ label: texts[6], rows: [{ height: 8, cells: cells(texts.slice(7, 9)) }] }],
          },
        ],
      });
      expect(faults(await unpack(file))).toEqual([]);
      expect(await schemaErrors(file)).toEqual([]);
      const { value } = await mammoth.extractRawText({ buffer: file });
      const seen = (text: string) => text.replace(/\s/g, '');
      for (const text of texts) expect(seen(value)).toContain(seen(clean(text)));
    }),
    { numRuns: 12 }
  );
}, 120_000);

withOffice(
  'an official page holds 22 lines of 28 characters and carries its number outside',
  async () => {
    const [page] = await layOut([
      await renderDocument({
        title: '',
        footer: { kind: 'pageNumber' },
        blocks: [{ kind: 'body', text: '物'.repeat(28 * 22 * 2 + 28 * 3), indent: false }],
      }),
    ]);
    expect([page.pages, Math.round(page.width), Math.round(page.height)]).toEqual([3, 210, 297]);
    const body = page.lines.map((lines) => lines.filter((line) => line.startsWith('物')));
    expect(body.slice(0, 2).map((lines) => lines.length)).toEqual([22, 22]);
    expect(
      new Set(
        body
          .slice(0, 2)
          .flat()
          .map((line) => line.length)
      )
    ).toEqual(new Set([28]));

    const text = page.words.filter((word) => word.page === 1 && word.text.startsWith('物'));
    const { width, height } = PAGES.official.text;
    expect(Math.min(...text.map((word) => word.left))).toBeCloseTo(28, 0);
    expect(Math.max(...text.map((word) => word.right))).toBeLessThanOrEqual(28 + width + 0.5);
    expect(Math.min(...text.map((word) => word.top))).toBeGreaterThanOrEqual(36.5);
    expect(Math.max(...text.map((word) => word.bottom))).toBeLessThanOrEqual(37 + height + 1);

    const numbers = page.words.filter((word) => /^[—\d]+$/.test(word.text));
    const odd = numbers.filter((word) => word.page === 1);
    const even = numbers.filter((word) => word.page === 2);
    expect([odd, even].map((words) => words.map((word) => word.text).join(' '))).toEqual(['— 1 —', '— 2 —']);
    expect(Math.max(...odd.map((word) => word.right))).toBeCloseTo(210 - 26 - 5, 0);
    expect(Math.min(...even.map((word) => word.left))).toBeCloseTo(28 + 5, 0);
    // Its dashes stand 7 mm under the text block.
    const middle = (odd[0].top + odd[0].bottom) / 2;
    expect(middle - (37 + height)).toBeGreaterThan(5);
    expect(middle - (37 + height)).toBeLessThan(9);
  },
  120_000
);
