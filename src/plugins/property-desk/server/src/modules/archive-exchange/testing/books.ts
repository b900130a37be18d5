import ExcelJS from 'exceljs';
import type { Colleague, World } from '../../../testing/world';
import { COLUMNS, type SheetName } from '../book/columns';
import { headerOf, word } from '../book/dress';

/** What a test writes into the workbook, by sheet: each row in the order of the sheet's columns. */
export type Rows = Partial<Record<SheetName, unknown[][]>>;

/** A workbook as the office would have filled it in; what is given as a number or a formula stands there as one. */
export const bookOf = async (rows: Rows, change?: (book: ExcelJS.Workbook) => void): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  for (const [name, lines] of Object.entries(rows) as [SheetName, unknown[][]][]) {
    const sheet = book.addWorksheet(word(`archive.sheet.${name}`));
    sheet.addRow(COLUMNS[name].filter(({ kind }) => kind !== 'shown').map((column) => headerOf(name, column)));
    for (const line of lines) sheet.addRow(line);
  }
  change?.(book);
  return Buffer.from(await book.xlsx.writeBuffer());
};

/** Sends a workbook in as somebody. */
export const upload = (world: World, who: Colleague, file: Buffer, community = world.garden, name = '住户.xlsx') =>
  who.client
    .post(`/property-desk/archive-imports?community=${community.documentId}`)
    .set('Accept-Language', 'zh-Hans')
    .attach('files', file, name);

/** Sends it in and has it checked; answers its documentId and how it stands. */
export const checked = async (world: World, who: Colleague, file: Buffer, community = world.garden) => {
  const { body } = await upload(world, who, file, community).expect(200);
  await world.kernel.rounds.work.run();
  return standing(world, who, body.data.documentId as string);
};

/** How an import stands, as the panel polls it. */
export const standing = async (_world: World, who: Colleague, documentId: string) =>
  (await who.client.get(`/property-desk/archive-imports/${documentId}/progress`).expect(200)).body.data;

/** One part of its report, in Chinese. */
export const reportOf = async (who: Colleague, documentId: string, part: string) =>
  (
    await who.client
      .get(`/property-desk/archive-imports/${documentId}/report?part=${part}&limit=200`)
      .set('Accept-Language', 'zh-Hans')
      .expect(200)
  ).body.data as {
    sheet: string;
    row: number;
    column: string | null;
    about: string | null;
    text: string | null;
    from: string | null;
    to: string | null;
  }[];

/** Confirms it. */
export const confirm = (who: Colleague, documentId: string) =>
  who.client
    .post(`/property-desk/archive-imports/${documentId}/actions/confirm`)
    .set('Accept-Language', 'zh-Hans')
    .send({ input: {} });

/** Confirms it and has it written; answers how it stands then. */
export const written = async (world: World, who: Colleague, documentId: string) => {
  await confirm(who, documentId).expect(200);
  await world.kernel.rounds.work.run();
  return standing(world, who, documentId);
};

/** A small archive: two households with their people and things, and a space that belongs to nobody. */
export const SMALL: Rows = {
  households: [
    ['3', '2', '601', '98.5', '自住', '', '柜 A-3', '', ''],
    ['3栋', '2', 602, 120.25, '出租', '', '', '转租中', ''],
  ],
  residents: [
    [
      '3',
      '2',
      '601',
      '张三',
      '业主',
      '本人',
      '138 1111 2222',
      '11010119900307803X',
      'zhang@example.org',
      '2020-05-01',
      '',
    ],
    ['3', '2', '601', '张小妹', '家属', '女儿', '', '', '', '', ''],
    ['3', '2', '602', '李四', '业主', '本人', '13911112222', '310101198506124029', '', '', ''],
    ['3', '2', '602', '王五', '租户', '', '13711112222', '', '', '2024年5月1日', ''],
  ],
  vehicles: [['3', '2', '601', '沪A·12345', '大众朗逸', '白', '燃油', 'B1-012', '', '', '']],
  keys: [['YS-1', '备用钥匙', '3', '2', '601', '前台', '2', '', '', '']],
  parking: [
    ['B1-012', '租用', '地下一层', '3', '2', '601', '2021-03-01', '', ''],
    ['B1-001', '公共', '地下一层', '', '', '', '', '', ''],
  ],
};
