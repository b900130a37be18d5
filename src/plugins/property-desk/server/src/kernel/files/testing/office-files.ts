import JSZip from 'jszip';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A part that is put into a workbook: its content type, and the relation by which the workbook knows it. */
interface Part {
  name: string;
  content: string | Buffer;
  type: string;
  relation?: string;
}

/** Puts something before the end of an element of a part. */
const into = async (book: JSZip, part: string, end: string, text: string) => {
  const xml = await book.file(part)!.async('string');
  if (!xml.includes(end)) throw new Error(`${part} has no ${end}`);
  book.file(part, xml.replace(end, `${text}${end}`));
};

const packed = (book: JSZip) => book.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });

/** A workbook with more parts, each declared as Excel declares it. */
const withParts = async (file: Buffer, parts: Part[], change?: (book: JSZip) => Promise<unknown>): Promise<Buffer> => {
  const book = await JSZip.loadAsync(file);
  for (const [index, { name, content, type, relation }] of parts.entries()) {
    book.file(name, content);
    await into(book, '[Content_Types].xml', '</Types>', `<Override PartName="/${name}" ContentType="${type}"/>`);
    if (relation)
      await into(
        book,
        'xl/_rels/workbook.xml.rels',
        '</Relationships>',
        `<Relationship Id="rIdX${index}" Type="${relation}" Target="${name.replace(/^xl\//, '')}"/>`
      );
  }
  await change?.(book);
  return packed(book);
};

/** A relation to something outside, as Excel writes it beside a part. */
const outside = (type: string, target: string) =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${type}" Target="${target}" TargetMode="External"/></Relationships>`;

const EXTERNAL: Omit<Part, 'content'> = {
  name: 'xl/externalLinks/externalLink1.xml',
  type: `${SHEET_TYPE}.externalLink+xml`,
  relation: `${RELATIONS}/externalLink`,
};

const referring = (book: JSZip) =>
  into(
    book,
    'xl/workbook.xml',
    '</workbook>',
    `<externalReferences><externalReference xmlns:r="${RELATIONS}" r:id="rIdX0"/></externalReferences>`
  );

/** With macros, as Excel saves an .xlsm; it stays one under another name. */
export const withMacros = (file: Buffer): Promise<Buffer> =>
  withParts(
    file,
    [
      {
        name: 'xl/vbaProject.bin',
        content: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]),
        type: 'application/vnd.ms-office.vbaProject',
        relation: 'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
      },
    ],
    async (book) => {
      const types = await book.file('[Content_Types].xml')!.async('string');
      book.file(
        '[Content_Types].xml',
        types.replace(`${SHEET_TYPE}.sheet.main+xml`, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml')
      );
    }
  );

/** With a cell that takes its value from another book. */
export const withOutsideBook = (file: Buffer): Promise<Buffer> =>
  withParts(
    file,
    [
      {
        ...EXTERNAL,
        content: `${HEAD}<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${RELATIONS}" r:id="rId1"><sheetNames><sheetName val="Sheet1"/></sheetNames></externalBook></externalLink>`,
      },
    ],
    async (book) => {
      book.file(
        'xl/externalLinks/_rels/externalLink1.xml.rels',
        outside(`${RELATIONS}/externalLinkPath`, 'file:///\\\\server\\share\\owners.xlsx')
      );
      await referring(book);
      await into(
        book,
        'xl/worksheets/sheet1.xml',
        '</sheetData>',
        '<row r="900"><c r="A900"><f>[1]Sheet1!$A$1</f><v>3</v></c></row>'
      );
    }
  );

/** With a cell that has another program answer (DDE), which is how a sheet starts one. */
export const withDde = (file: Buffer): Promise<Buffer> =>
  withParts(
    file,
    [
      {
        ...EXTERNAL,
        content: `${HEAD}<externalLink xmlns="${MAIN}"><ddeLink ddeService="cmd" ddeTopic="/c calc"><ddeItems><ddeItem name="A1" advise="1"/></ddeItems></ddeLink></externalLink>`,
      },
    ],
    referring
  );

/** With a table that is fetched from the web whenever the book is opened. */
export const withConnection = (file: Buffer): Promise<Buffer> =>
  withParts(file, [
    {
      name: 'xl/connections.xml',
      content: `${HEAD}<connections xmlns="${MAIN}"><connection id="1" name="网页" type="4" refreshedVersion="6" refreshOnLoad="1" background="1"><webPr url="http://192.0.2.1/owners"/></connection></connections>`,
      type: `${SHEET_TYPE}.connections+xml`,
      relation: `${RELATIONS}/connections`,
    },
  ]);

/** With another program's file inside. */
export const withObject = (file: Buffer): Promise<Buffer> =>
  withParts(file, [
    {
      name: 'xl/embeddings/oleObject1.bin',
      content: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]),
      type: 'application/vnd.openxmlformats-officedocument.oleObject',
    },
  ]);

/** With a cell that leads somewhere when it is clicked on. */
export const withLink = (file: Buffer, target: string): Promise<Buffer> =>
  withParts(file, [], async (book) => {
    book.file('xl/worksheets/_rels/sheet1.xml.rels', outside(`${RELATIONS}/hyperlink`, target));
    await into(
      book,
      'xl/worksheets/sheet1.xml',
      '</worksheet>',
      `<hyperlinks><hyperlink xmlns:r="${RELATIONS}" ref="A1" r:id="rId1"/></hyperlinks>`
    );
  });

/** A few hundred kilobytes that unpack to two hundred megabytes. */
export const bomb = async (file: Buffer): Promise<Buffer> => {
  const book = await JSZip.loadAsync(file);
  for (let n = 0; n < 4; n += 1) book.file(`xl/media/image${n}.png`, Buffer.alloc(50 * 1024 * 1024));
  return packed(book);
};

const CENTRAL = Buffer.from([0x50, 0x4b, 0x01, 0x02]);

/** The same, and its directory says of every part that it is of a hundred bytes. */
export const lyingBomb = async (file: Buffer): Promise<Buffer> => {
  const zip = await bomb(file);
  for (let at = zip.indexOf(CENTRAL); at >= 0; at = zip.indexOf(CENTRAL, at + 4)) zip.writeUInt32LE(100, at + 24);
  return zip;
};
