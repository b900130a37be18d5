import JSZip from 'jszip';
import {
  bomb,
  lyingBomb,
  withConnection,
  withDde,
  withLink,
  withMacros,
  withObject,
  withOutsideBook,
} from '../../../kernel/files/testing/office-files';
import { bookOf, SMALL } from '../testing/books';
import { readBook } from './read-book';

const known = { buildings: [{ id: 1, code: '3', name: '3栋' }], staff: [] };
const read = (file: Buffer) => readBook({ file, known });
const fault = async (file: Buffer) => {
  const answer = await read(file);
  return 'fault' in answer ? answer.fault : null;
};

/** The small book with a part put in, or another text in one of its own. */
const changed = async (change: (book: JSZip) => unknown): Promise<Buffer> => {
  const book = await JSZip.loadAsync(await bookOf(SMALL));
  await change(book);
  return book.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
};
const rewritten = (part: string, from: string, to: string) =>
  changed(async (book) => {
    const text = await book.file(part)!.async('string');
    expect(text).toContain(from);
    book.file(part, text.replace(from, to));
  });

describe('a book that is none', () => {
  it.each<[string, () => Promise<Buffer>, string]>([
    ['a text', async () => Buffer.from('楼栋,单元,房号'), 'notXlsx'],
    ['nothing', async () => Buffer.alloc(0), 'notXlsx'],
    ['an old or protected workbook', async () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'protected'],
    ['a zip of something else', () => changed((book) => book.remove('xl/workbook.xml')), 'notXlsx'],
    ['half a zip', async () => (await bookOf(SMALL)).subarray(0, 3000), 'broken'],
    ['macros', async () => withMacros(await bookOf(SMALL)), 'macros'],
    ['macros without their declaration', () => changed((book) => book.file('xl/vbaProject.bin', 'x')), 'macros'],
    ['cells from another book', async () => withOutsideBook(await bookOf(SMALL)), 'links'],
    ['cells that start a program', async () => withDde(await bookOf(SMALL)), 'links'],
    ['a table from the web', async () => withConnection(await bookOf(SMALL)), 'links'],
    ['another program’s file', async () => withObject(await bookOf(SMALL)), 'links'],
    [
      'connections without their declaration',
      () => changed((book) => book.file('xl/connections.xml', '<x/>')),
      'links',
    ],
    [
      'something fetched',
      () =>
        rewritten(
          'xl/_rels/workbook.xml.rels',
          '</Relationships>',
          '<Relationship Id="r99" Type="http://x/oleObject" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
        ),
      'links',
    ],
    [
      'entities that grow',
      () => rewritten('xl/workbook.xml', '<workbook', '<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook'),
      'broken',
    ],
    ['a part outside', () => changed((book) => book.file('../../evil.xml', 'x')), 'broken'],
    ['torn XML', () => rewritten('xl/worksheets/sheet1.xml', '</sheetData>', '<row><c'), 'unreadable'],
  ])('%s', async (_what, make, wanted) => {
    expect(await fault(await make())).toBe(wanted);
  });

  it('a few bytes that unpack to hundreds of megabytes', async () => {
    const small = await bookOf(SMALL);
    const file = await bomb(small);
    expect(file.length).toBeLessThan(400_000);
    expect(await fault(file)).toBe('tooLarge');
    expect(await fault(await lyingBomb(small))).toBe('broken');
  });

  it('more parts than any book has', async () => {
    const many = await changed((book) => {
      for (let n = 0; n < 500; n += 1) book.file(`xl/media/a${n}.txt`, 'x');
    });
    expect(await fault(many)).toBe('tooLarge');
  });

  it('no sheet of ours, and nothing in them', async () => {
    expect(await fault(await bookOf({}, (book) => void book.addWorksheet('别的')))).toBe('noSheets');
    expect(await fault(await bookOf({ households: [] }))).toBe('empty');
  });
});

describe('a book that only looks harmful', () => {
  it('has links to click on, wherever they lead: nothing follows them, and the book is not kept', async () => {
    for (const target of ['https://example.org/', 'mailto:a@example.org', 'file:///D:/a.xlsx'])
      expect(await read(await withLink(await bookOf(SMALL), target))).toMatchObject({ rows: { households: 2 } });
  });
});

describe('a book that only looks large', () => {
  it('is read by its filled cells: choices for whole columns, merged cells, a row at the very end', async () => {
    // Cell by cell it would not end before the test's time is up.
    const file = await rewritten(
      'xl/worksheets/sheet1.xml',
      '</sheetData>',
      '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>' +
        '<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>' +
        '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>'
    );
    const answer = await read(file);
    expect(answer).toMatchObject({ rows: { households: 2 } });
  });
});
