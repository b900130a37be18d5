import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { renderDocument } from '../print';
import { inspect } from './inspect';
import { officeFault, type OfficeFault } from './office';
import {
  bomb,
  lyingBomb,
  withConnection,
  withDde,
  withLink,
  withMacros,
  withObject,
  withOutsideBook,
} from './testing/office-files';
import { PDF } from './testing/samples';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let table: Buffer;
let text: Buffer;

beforeAll(async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('台账').addRow(['楼栋', '房号']);
  table = Buffer.from(await book.xlsx.writeBuffer());
  text = await renderDocument({ title: '纪要', blocks: [{ kind: 'body', text: '正文' }] });
});

/** The text with a field in it, as Word writes one. */
const withField = async (instruction: string): Promise<Buffer> => {
  const zip = await JSZip.loadAsync(text);
  const xml = await zip.file('word/document.xml')!.async('string');
  const at = xml.lastIndexOf('</w:p>');
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  zip.file('word/document.xml', xml.slice(0, at) + field + xml.slice(at));
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
};

describe('an office file that is kept and opened again', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a table', () => table, XLSX],
    ['a text', () => text, DOCX],
    ['a table with a link to a page', () => withLink(table, 'https://example.org/'), XLSX],
    ['a text with page numbers', () => withField('PAGE'), DOCX],
  ])('%s is taken', async (_what, make, mime) => {
    expect(await inspect(await make(), true)).toMatchObject({ mime });
  });

  it.each<[string, () => Buffer | Promise<Buffer>, OfficeFault]>([
    ['macros', () => withMacros(table), 'macros'],
    ['a cell from another book', () => withOutsideBook(table), 'links'],
    ['a cell that starts a program', () => withDde(table), 'links'],
    ['a table from the web', () => withConnection(table), 'links'],
    ['another program’s file', () => withObject(table), 'links'],
    ['a link to a file on the network', () => withLink(table, 'file:///\\\\server\\share\\a.xlsx'), 'links'],
    ['a field that starts a program', () => withField('DDEAUTO c:\\\\cmd.exe "/c calc"'), 'links'],
    ['a field that fetches', () => withField('INCLUDEPICTURE "http://192.0.2.1/a.png"'), 'links'],
    ['much more than it weighs', () => bomb(table), 'tooLarge'],
    ['more than it says', () => lyingBomb(table), 'broken'],
    ['half of itself', () => table.subarray(0, table.length / 2), 'broken'],
    ['a password', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'protected'],
    ['something else', () => PDF, 'foreign'],
  ])('with %s says why it is not', async (_what, make, fault) => {
    const file = await make();
    expect(officeFault(file)).toBe(fault);
    if (fault !== 'foreign') expect(await inspect(file, true)).toBeNull();
  });
});
