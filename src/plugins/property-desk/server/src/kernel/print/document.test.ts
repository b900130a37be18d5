import fc from 'fast-check';
import { Packer, Paragraph } from 'docx';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { PAGES, renderDocument, type Align, type DocumentSpec } from '.';
import { hostileText } from './testing/hostile';
import { archive, partsOf } from './archive';
import { draw } from './blocks';
import { drawDocument } from './draw';
import { textFooter } from './footer';
import { fileOf } from './frame';
import { faults, layOut, noOffice, redInk, schemaErrors, unpack } from './testing/inspect';
import { clean } from './text';

const everything: DocumentSpec = {
  title: '通知',
  creator: '某某物业',
  footer: { kind: 'pageNumber' },
  blocks: [
    { kind: 'head', name: '某某物业服务有限公司', number: '某物客〔2026〕12号' },
    { kind: 'title', text: '关于二次供水水箱清洗的通知' },
    { kind: 'chapter', text: '第一章　总则' },
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
    { kind: 'closing', issuer: '某某物业\n客服中心', date: '2026年11月23日' },
    { kind: 'attachments', label: '附件：', names: ['停水时间表', '水箱位置图'] },
    { kind: 'printLine', left: '某某物业', right: '2026-11-23 印', copies: '发布范围：全体业主' },
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

/** As everything, a letter with a head, and a table lying down with its pages counted. */
const letter: DocumentSpec = { ...everything, page: 'letter', letterhead: '上海晨光物业服务有限公司' };
const remarked: DocumentSpec = { ...everything, remark: '草稿' };
const lying: DocumentSpec = {
  ...everything,
  page: 'landscape',
  footer: { kind: 'text', left: '左', pages: '第 {page} 页 共 {pages} 页', right: '右' },
  blocks: [
    {
      kind: 'table',
      set: 'fine',
      columns: [...'子丑寅卯辰巳午未申酉戌亥天地人'].map((name) => ({ title: `栏${name}`, width: 1 })),
      rows: Array.from({ length: 120 }, (_, line) => Array.from({ length: 15 }, (__, at) => `${line + 1}.${at + 1}`)),
      foot: '合计 120 件',
    },
  ],
};

test.each(Object.entries({ letter, lying, remarked }))('a %s is sound Word', async (_, spec) => {
  const file = await renderDocument(spec);
  expect(faults(await unpack(file))).toEqual([]);
  expect(await schemaErrors(file)).toEqual([]);
});

test('a table’s last row stands over its whole width, and only what is as high as a third of a page may break', async () => {
  const rows = [['短'], ['长'.repeat(3000)]];
  const table = { kind: 'table' as const, columns: [{ title: '一', width: 1 }], rows, foot: '合计' };
  const xml = (await unpack(await renderDocument({ title: '', blocks: [table] }))).get('word/document.xml')!;
  // Head, short row and foot keep together; the long row does not.
  expect(xml.match(/<w:cantSplit/g)).toHaveLength(3);
  const many = (await unpack(await renderDocument(lying))).get('word/document.xml')!;
  expect(many.match(/<w:gridSpan w:val="15"\/>/g)).toHaveLength(1);
});

test('a document of many rows is made in a thread of its own, the same to the letter', async () => {
  const spec = {
    ...lying,
    blocks: lying.blocks.map((block) =>
      block.kind === 'table' ? { ...block, rows: Array.from({ length: 600 }, (_, at) => block.rows[at % 120]) } : block
    ),
  };
  let turns = 0;
  const ticking = setInterval(() => (turns += 1), 5);
  const [far, second] = await Promise.all([renderDocument(spec), renderDocument(spec)]).finally(() =>
    clearInterval(ticking)
  );
  // This thread was free meanwhile.
  expect(turns).toBeGreaterThan(10);
  const [there, again, here] = await Promise.all([far, second, await drawDocument(spec)].map(unpack));
  for (const parts of [there, again, here]) parts.delete('docProps/core.xml');
  expect(there).toEqual(here);
  expect(again).toEqual(here);
}, 60_000);

test.each(Object.entries({ everything, letter, lying, remarked }))(
  '%s is what docx itself would have written',
  async (_, spec) => {
    const hostile = { ...spec, title: `<&>"' {{x}} 😀`, creator: 'a\u0001&b' };
    const children = () => hostile.blocks.flatMap((block) => draw(block, hostile.page ?? 'official'));
    const line =
      hostile.footer?.kind === 'text' ? textFooter(hostile.footer, hostile.page ?? 'official') : new Paragraph('');
    const [ours, theirs] = await Promise.all([
      renderDocument(hostile).then(unpack),
      Packer.toBuffer(fileOf(hostile, { children: children(), line })).then(unpack),
    ]);
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
    const dateless = (xml: string) => xml.replace(/\d{4}-\d\d-\d\dT[^<]*/g, '');
    for (const [part, xml] of theirs) expect([part, dateless(ours.get(part)!)]).toEqual([part, dateless(xml)]);
  }
);

test('its zip is sound, and the same document makes the same bytes but for its dates', async () => {
  const [one, two] = [await renderDocument(everything), await renderDocument(everything)];
  const packed = await JSZip.loadAsync(one, { checkCRC32: true });
  expect(Object.keys(packed.files)).toContain('[Content_Types].xml');
  const dated = (file: Buffer) => partsOf(file).filter(({ name }) => name !== 'docProps/core.xml');
  expect(dated(one)).toEqual(dated(two));
  expect(partsOf(archive(partsOf(one)))).toEqual(partsOf(one));
});

test('a letter bears its own company’s head, however many others were written', async () => {
  const companies = Array.from({ length: 120 }, (_, at) => `第${at + 1}物业公司`);
  for (const letterhead of [...companies, companies[0]]) {
    const parts = await unpack(await renderDocument({ ...letter, letterhead, blocks: [] }));
    expect(parts.get('word/header1.xml')).toContain(`>${letterhead}<`);
  }
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
    { numRuns: 12, endOnFailure: true }
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

withOffice(
  'a letter has its head and its rules where the standard puts them, on the first page only',
  async () => {
    const short = '上海晨光物业服务有限公司';
    const long = '上海晨光城市更新与社区综合服务（集团）股份有限公司浦东新区第三分公司';
    for (const letterhead of [short, long]) {
      // A head of its own would be red too.
      const spec = { ...letter, letterhead, blocks: letter.blocks.filter(({ kind }) => kind !== 'head') };
      const file = await renderDocument(spec);
      const [name, upper, finer, above, lower, ...none] = await redInk(file, 1);
      expect(none).toEqual([]);
      expect(name.top).toBeCloseTo(30, 0);
      expect(upper.top - name.bottom).toBeGreaterThan(3.5);
      expect(upper.top - name.bottom).toBeLessThan(4.5);
      for (const rule of [upper, finer, above, lower]) {
        expect(rule.right - rule.left).toBeCloseTo(170, 0);
        expect(rule.left).toBeCloseTo(20, 0);
      }
      expect(lower.fromEnd).toBeCloseTo(20, 0);
      // The stronger line lies outside: above at the head, below at the foot.
      expect(upper.bottom - upper.top).toBeGreaterThan(finer.bottom - finer.top);
      expect(lower.bottom - lower.top).toBeGreaterThan(above.bottom - above.top);
      expect(await redInk(file, 2)).toEqual([]);

      const [{ words, pages }] = await layOut([file]);
      expect(pages).toBeGreaterThan(1);
      const first = words.filter(({ page, text }) => page === 1 && !letterhead.includes(text));
      expect(Math.min(...first.map(({ top }) => top))).toBeGreaterThan(finer.bottom);
      expect(Math.max(...first.map(({ bottom }) => bottom))).toBeLessThan(above.top);
      const numbers = words.filter(({ text }) => text === '—');
      expect(numbers.map(({ page }) => page)).not.toContain(1);
      // On the second page it stands as on an official page.
      const two = numbers.find(({ page }) => page === 2)!;
      expect(two.left).toBeCloseTo(28 + 5, 0);
      expect((two.top + two.bottom) / 2 - (37 + 225)).toBeGreaterThan(5);
      expect((two.top + two.bottom) / 2 - (37 + 225)).toBeLessThan(9);
    }
  },
  120_000
);

withOffice(
  'what closes a letter stands over its date, four characters from the right',
  async () => {
    const blocks: DocumentSpec['blocks'] = [{ kind: 'closing', issuer: '客服中心', date: '二〇二六年十一月' }];
    const [{ words }] = await layOut([await renderDocument({ title: '', blocks })]);
    const [issuer, date] = ['客服中心', '二〇二六年十一月'].map((start) => words.find(({ text }) => text === start)!);
    expect(28 + 156 - date.right).toBeCloseTo(4 * 16 * (25.4 / 72), -0.5);
    expect((issuer.left + issuer.right) / 2).toBeCloseTo((date.left + date.right) / 2, 0);
    expect(issuer.bottom).toBeLessThan(date.bottom);
  },
  120_000
);

withOffice(
  'a table lying down repeats its head on every page, and its pages are counted',
  async () => {
    const [{ pages, width, height, words, lines }] = await layOut([await renderDocument(lying)]);
    expect([Math.round(width), Math.round(height)]).toEqual([297, 210]);
    expect(pages).toBeGreaterThan(2);
    for (let page = 1; page <= pages; page += 1) {
      const own = words.filter((word) => word.page === page);
      expect(own.filter(({ text }) => /^栏.$/.test(text))).toHaveLength(15);
      expect(lines[page - 1].join(' ')).toMatch(new RegExp(`第 ?${page} ?页 ?共 ?${pages} ?页`));
      expect(Math.min(...own.map(({ left }) => left))).toBeGreaterThan(11);
      expect(Math.max(...own.map(({ right }) => right))).toBeLessThan(286);
    }
    expect(lines[pages - 1].join(' ')).toContain('合计 120 件');
  },
  120_000
);
