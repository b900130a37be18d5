import { Document, Header, Packer, Paragraph, TextRun } from 'docx';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { LETTERHEAD_PLACES } from '../../../../contracts';
import { renderDocument } from '../../kernel/print';
import { faults, schemaErrors, unpack } from '../../kernel/print/testing/inspect';
import { paragraph, picture, png, text } from '../../kernel/print/testing/written';
import { checkTemplate } from '../../kernel/print';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { sampleTemplate } from './sample';

const made = (lines: string[], header = '{{company}}') =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph(header)] }) },
          children: lines.map((line) => new Paragraph({ children: [new TextRun({ text: line, bold: true })] })),
        },
      ],
    })
  );
const GOOD = ['{{title}}', '{{number}}', '{{body}}', '{{issuer}} {{date}}'];
/** A good template with one part written anew. */
const altered = async (name: string, change: (was: string) => string) => {
  const zip = await JSZip.loadAsync(await made(GOOD));
  zip.file(name, change((await zip.file(name)?.async('string')) ?? ''));
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
};
const inBody = (xml: string) => altered('word/document.xml', (was) => was.replace('<w:sectPr', `${xml}<w:sectPr`));
const related = (xml: string) =>
  altered('word/_rels/document.xml.rels', (was) => was.replace('</Relationships>', `${xml}</Relationships>`));
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const hostile: Record<string, () => Promise<Buffer>> = {
  'no zip at all': async () => Buffer.from('PK not a zip'),
  'an empty zip': () => new JSZip().generateAsync({ type: 'nodebuffer' }),
  'a macro project': () => altered('word/vbaProject.bin', () => 'macro'),
  'a macro document': () =>
    altered('[Content_Types].xml', (was) =>
      was.replace(/application\/vnd[^"]*document\.main\+xml/, 'application/vnd.ms-word.document.macroEnabled.main+xml')
    ),
  'an embedded object': () => altered('word/embeddings/oleObject1.bin', () => 'ole'),
  'an OLE element': () => inBody('<w:p><w:r><w:object/></w:r></w:p>'),
  'a part from elsewhere': () => inBody('<w:altChunk r:id="x"/>'),
  'a template from elsewhere': () =>
    related(
      `<Relationship Id="x" Type="${OFFICE}/attachedTemplate" Target="http://a.example/t.dotm" TargetMode="External"/>`
    ),
  'a picture from elsewhere': () =>
    related(`<Relationship Id="x" Type="${OFFICE}/image" Target="http://a.example/x.png" TargetMode="External"/>`),
  'a disguised mode': () =>
    related(`<Relationship Id="x" Type="${OFFICE}/image" Target="x.png" TargetMode="&#69;xternal"/>`),
  'a path of another computer': () => related(`<Relationship Id="x" Type="${OFFICE}/image" Target="\\\\host\\x.png"/>`),
  'a relation that runs': () => related(`<Relationship Id="x" Type="${OFFICE}/control" Target="x.xml"/>`),
  'a field that runs': () =>
    inBody(
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DD</w:instrText></w:r><w:r><w:instrText>EAUTO cmd</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    ),
  'a field that fetches': () => inBody('<w:p><w:fldSimple w:instr="INCLUDE&#80;ICTURE http://a.example/x"/></w:p>'),
  'a document type': () => altered('word/styles.xml', (was) => was.replace('<w:styles', '<!DOCTYPE x><w:styles')),
  'another encoding': () => altered('word/styles.xml', (was) => was.replace('UTF-8', 'UTF-16')),
  'a path out of the file': () => altered('../evil.xml', () => '<x/>'),
  'a bomb': () => altered('word/media.xml', () => ' '.repeat(40 * 1024 * 1024)),
  'unknown places': () => made([...GOOD, '{{password}}']),
  'no body': () => made(['{{title}}']),
  'two bodies': () => made([...GOOD, '{{body}}']),
  'a body beside other words': () => made(['{{title}}', '全文：{{body}}']),
  'a body in the head': () => made(['{{title}}'], '{{body}}'),
};

test.each(Object.entries(hostile))('a template with %s is refused', async (_, make) => {
  expect(await checkTemplate(await make(), LETTERHEAD_PLACES)).toHaveProperty('fault');
});

test('a directory that lies about a size is refused', async () => {
  const zip = await altered('word/media.xml', () => ' '.repeat(5 * 1024 * 1024));
  const at = zip.lastIndexOf('word/media.xml') - 46;
  zip.writeUInt32LE(10, at + 24);
  expect(await checkTemplate(zip, LETTERHEAD_PLACES)).toEqual({ fault: 'package', why: expect.any(String) });
});

test('what is unknown is named', async () => {
  const found = await checkTemplate(await hostile['unknown places'](), LETTERHEAD_PLACES);
  expect(found).toEqual({ fault: 'place', places: ['password'] });
});

test('a template keeps its looks, and texts with braces in them are printed as they are', async () => {
  const found = await checkTemplate(await made(GOOD), LETTERHEAD_PLACES);
  if ('fault' in found) throw new Error(found.fault);
  const values = {
    title: '关于 {{company}} 的 {{body}} {{',
    number: '',
    issuer: '一\n二',
    date: '{{title}}',
    company: '{{date}}',
  };
  const file = await renderDocument({
    title: '',
    template: { file: found.file, values },
    blocks: [
      {
        kind: 'blocks',
        blocks: [paragraph('{', text('{title}}', { bold: true })), picture('/a.png', '图')],
        pictures: { '/a.png': png(40, 20) },
      },
    ],
  });
  const parts = await unpack(file);
  expect(faults(parts)).toEqual([]);
  expect(await schemaErrors(file)).toEqual([]);
  expect(
    (await mammoth.extractRawText({ buffer: file })).value
      .split('\n')
      .filter(Boolean)
      .map((line) => line.replace(/\u200b/g, ''))
  ).toEqual(['关于 {{company}} 的 {{body}} {{', '', '{{title}}', '图', '一二 {{title}}']);
  const head = [...parts].find(([name]) => /header\d\.xml$/.test(name))![1];
  expect(head.replace(/<[^>]+>/g, '')).toContain('{{date}}');
  expect(parts.get('word/styles.xml')).toContain('"OfficialBody"');
  expect([...parts.keys()]).toContain('word/media/deskpicture1.png');
});

describe('in the office', () => {
  let world: World;
  beforeAll(async () => (world = await bootWorld()), 120_000);
  afterAll(() => world.desk.stop());

  const send = async (who: Colleague, community: string, file: Buffer, name = '信头.docx') => {
    const { status, body } = await who.client
      .post('/property-desk/letterheads')
      .query({ community })
      .attach('files', file, name);
    return { status, body };
  };
  const call = (who: Colleague, path: string, method: 'get' | 'delete' = 'get') =>
    who.client[method](`/property-desk/letterheads${path}`).buffer(true).responseType('blob');
  const listed = async (who: Colleague) => (await who.client.get('/property-desk/letterheads').expect(200)).body.data;

  test('a supervisor puts, sees and takes away the letterhead of their own community only', async () => {
    const { supervisor, receptionist, engineer } = world.staff;
    const file = await renderDocument(sampleTemplate('zh-Hans'));
    expect((await send(receptionist, world.garden.documentId, file)).status).toBe(403);
    expect((await send(supervisor, world.river.documentId, file)).status).toBe(400);
    const first = await send(supervisor, world.garden.documentId, file);
    expect([first.status, first.body.data?.name]).toEqual([200, '信头.docx']);
    const second = await send(supervisor, world.garden.documentId, file, '../../新.docx');
    expect(second.body.data.name).toBe('新.docx');
    const data = await listed(receptionist);
    expect(data).toEqual([second.body.data]);
    expect((await call(engineer, '')).status).toBe(403);
    const id = data[0].documentId as string;
    expect((await call(world.elsewhere.supervisor, `/${id}/preview`)).status).toBe(404);
    const preview = (await call(receptionist, `/${id}/preview`)).body as Buffer;
    expect(await schemaErrors(preview)).toEqual([]);
    const { value } = await mammoth.extractRawText({ buffer: preview });
    for (const said of ['草稿', '关于小区二次供水水箱清洗的通知', '阳光物业服务有限公司', '请提前储水'])
      expect(value).toContain(said);
    expect((await call(receptionist, `/${id}`, 'delete')).status).toBe(403);
    expect((await call(supervisor, `/${id}`, 'delete')).status).toBe(200);
    expect((await call(supervisor, `/${id}/file`)).status).toBe(404);
    expect((await call(receptionist, '/sample')).status).toBe(200);
  });

  test('what is wrong with a file is said by name', async () => {
    const answer = await send(world.staff.supervisor, world.garden.documentId, await made([...GOOD, '{{password}}']));
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain('{{password}}');
  });

  test('two who put one at once leave one', async () => {
    const file = await renderDocument(sampleTemplate('zh-Hans'));
    const { supervisor, manager } = world.staff;
    const done = await Promise.all(
      [supervisor, manager, supervisor].map((who) => send(who, world.garden.documentId, file))
    );
    expect(done.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await listed(supervisor)).toHaveLength(1);
  });
});
