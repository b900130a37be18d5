import fc from 'fast-check';
import mammoth from 'mammoth';
import { PAGES, renderDocument, type DocumentSpec } from '.';
import { drawDocument } from './draw';
import { bare } from './testing/hostile';
import { faults, layOut, noOffice, schemaErrors, unpack } from './testing/inspect';
import { everyBlock, heading, hostileBlocks, list, paragraph, picture, png, text, textsOf } from './testing/written';

const office = noOffice();
if (office) console.warn(`Skipping the layout of pages: ${office}`);
const withOffice = office ? test.skip : test;

const paper = (blocks: DocumentSpec['blocks'][number] & { kind: 'blocks' }, more: Partial<DocumentSpec> = {}) => ({
  title: '通知',
  footer: { kind: 'pageNumber' as const },
  ...more,
  blocks: [blocks],
});
const pictures = { '/uploads/map.png': png(1200, 600) };
const everything = paper({ kind: 'blocks', blocks: everyBlock, pictures, addressed: true });
const bodyOf = async (spec: DocumentSpec) => (await unpack(await renderDocument(spec))).get('word/document.xml')!;
const linesOf = async (spec: DocumentSpec) =>
  (await mammoth.extractRawText({ buffer: await renderDocument(spec) })).value.split('\n').filter(Boolean);

test.each(['windows', 'gb'] as const)(
  'a text of every kind of block, in the fonts of %s, is sound Word',
  async (fonts) => {
    const file = await renderDocument({ ...everything, fonts });
    expect(faults(await unpack(file))).toEqual([]);
    expect(await schemaErrors(file)).toEqual([]);
  }
);

test('nothing that was written is missing', async () => {
  const lines = await linesOf(everything);
  const whole = bare(lines.join(''));
  for (const said of textsOf(everyBlock)) expect(whole).toContain(bare(said));
  expect(lines).toContain(
    '详见供水公司公告（https://water.example.org/notices/2026/11/25/pipe-repair?area=east），或致电客服中心。'
  );
  // An address is not said twice.
  expect(lines).toContain('property.example.org');
  expect(lines).toContain('图1 停水区域示意图');
  expect(lines).toContain('〔已删除的图片〕');
  for (const line of [
    '1.\t一至三号楼，高区与低区同时停水，恢复供水后请先放水数分钟，待水清后再使用',
    '（2）\t高区',
    '①\t顶层',
    '3.\t会所',
    '–\t包括洗衣机进水阀',
  ])
    expect(lines).toContain(line);
});

test('looks are kept', async () => {
  const xml = await bodyOf(everything);
  const runOf = (said: string) => xml.match(new RegExp(`<w:r>(?:(?!<w:r>).)*>${said}</w:t></w:r>`))![0];
  for (const [said, look] of [
    ['临时停水', '<w:b/>'],
    ['提前储水', '<w:u w:val="single"/>'],
    ['11月24日', '<w:strike/>'],
    ['11月25日', '<w:i/>'],
    ['WATER-25', '<w:rStyle w:val="OfficialCodeWords"/>'],
  ])
    expect(runOf(said)).toContain(look);
  for (const level of [1, 2, 3, 4]) expect(xml).toContain(`<w:pStyle w:val="Heading${level}"/>`);
  expect(xml).toContain('<w:outlineLvl w:val="5"/>');
});

test('a picture is in the file once, no wider than the text, and described', async () => {
  const twice = paper({
    kind: 'blocks',
    blocks: [picture('/uploads/map.png', null, '停水区域'), picture('/uploads/map.png')],
    pictures,
  });
  const parts = await unpack(await renderDocument(twice));
  expect([...parts.keys()].filter((name) => name.startsWith('word/media/'))).toEqual(['word/media/picture1.png']);
  const xml = parts.get('word/document.xml')!;
  const [wide, high] = xml
    .match(/<wp:extent cx="(\d+)" cy="(\d+)"\/>/)!
    .slice(1)
    .map(Number);
  expect(wide / 36_000).toBeCloseTo(PAGES.official.text.width, 1);
  expect(wide / high).toBeCloseTo(2, 2);
  expect(xml).toContain('descr="停水区域"');
});

test.each([
  ['of another kind', Buffer.from('RIFF....WEBPVP8 and more than that')],
  ['cut off', png(40, 40).subarray(0, 12)],
  ['a JPEG without a frame', Buffer.from([0xff, 0xd8, ...Array.from({ length: 40 }, () => 0xff)])],
  ['without any size', png(1, 1).fill(0, 16, 24)],
])('a picture %s is said in words', async (_, data) => {
  const spec = paper({ kind: 'blocks', blocks: [picture('/a', null, '图')], pictures: { '/a': data } });
  expect(await linesOf(spec)).toEqual(['〔图〕']);
});

test('no text breaks a document, and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(hostileBlocks, async (blocks) => {
      const spec = paper({ kind: 'blocks', blocks, addressed: true });
      const file = await renderDocument(spec);
      expect(faults(await unpack(file))).toEqual([]);
      expect(await schemaErrors(file)).toEqual([]);
      const whole = bare((await mammoth.extractRawText({ buffer: file })).value);
      for (const said of textsOf(blocks)) expect(whole).toContain(bare(said));
    }),
    { numRuns: 15, endOnFailure: true }
  );
}, 120_000);

test('nodes that are no nodes, and such as lie a thousand deep, do no harm', async () => {
  let deep: object = { type: 'text', text: '最深处' };
  for (let at = 0; at < 3000; at += 1) deep = { type: ['list', 'list-item', 'quote'][at % 3], children: [deep] };
  const odd = [
    null,
    1,
    'x',
    [],
    {},
    { type: 'list' },
    { type: 'image' },
    { type: 'image', image: 3 },
    { type: 'link' },
    deep,
  ];
  const lines = await linesOf(paper({ kind: 'blocks', blocks: odd as never }));
  expect(lines.join('')).toContain('最深处');
});

test('empty paragraphs around a text are left out, those within it are kept', async () => {
  const blocks = [paragraph(''), paragraph('一'), paragraph(' '), paragraph('二'), paragraph('')];
  expect((await bodyOf(paper({ kind: 'blocks', blocks }))).match(/<w:p>/g)).toHaveLength(3);
  expect(await linesOf(paper({ kind: 'blocks', blocks: [] }))).toEqual([]);
});

test('an article begins with its number in 黑体, which can be gone to', async () => {
  const lead = { text: '第九条', bookmark: 'article-9' };
  const xml = await bodyOf(paper({ kind: 'blocks', blocks: [paragraph('报修服务')], lead }));
  expect(xml).toMatch(/<w:bookmarkStart w:id="\d+" w:name="article_9"\/>.*第九条.*<w:bookmarkEnd.*报修服务/);
  expect(xml).toContain('<w:rStyle w:val="OfficialLead"/>');
  const only = await linesOf(paper({ kind: 'blocks', blocks: [list('ordered', '甲')], lead }));
  expect(only).toEqual(['第九条', '1.\t甲']);
});

test('a long text is made in a thread of its own, the same to the letter', async () => {
  const blocks = Array.from({ length: 2500 }, (_, at) => paragraph(`第${at}段`));
  const spec = paper({ kind: 'blocks', blocks: [...blocks, picture('/uploads/map.png')], pictures });
  const [far, here] = await Promise.all(
    [renderDocument(spec), drawDocument(spec)].map(async (file) => unpack(await file))
  );
  for (const parts of [far, here]) parts.delete('docProps/core.xml');
  expect(far).toEqual(here);
}, 60_000);

withOffice(
  'a page of written text holds 22 lines of 28 characters; items hang, pictures stand within the margins',
  async () => {
    const [full, mixed] = await layOut(
      await Promise.all(
        [
          paper({ kind: 'blocks', blocks: [paragraph('物'.repeat(28 * 60))] }),
          paper({
            kind: 'blocks',
            blocks: [heading(1, '一、标题'), list('ordered', `甲${'物'.repeat(60)}`), paragraph(text('末'))],
          }),
        ].map(renderDocument)
      )
    );
    const lines = full.lines[1].filter((line) => /^物+$/.test(line));
    expect([lines.length, ...new Set(lines.map(({ length }) => length))]).toEqual([22, 28]);
    const [first, ...wrapped] = mixed.words.filter(({ text: said }) => /物/.test(said));
    for (const { left } of wrapped) expect(left).toBeCloseTo(first.left, 0);
  },
  120_000
);
