import ExcelJS from 'exceljs';
import { atHour, hours, later } from './time.mjs';

const BOOK = '车辆车位核对.xlsx';

/** What the office went through the garage with: sheets and columns as the template has them. */
const HEADERS = {
  成员: ['楼栋', '单元', '房号', '姓名', '身份', '与业主关系'],
  车辆: ['楼栋', '单元', '房号', '车牌号', '品牌型号', '颜色', '动力', '停放车位号'],
  车位: ['车位号', '车位类型', '车位位置', '楼栋', '单元', '房号'],
};

/** Homes with a car that was not on file; the last plate lacks signs, as somebody misread it. */
const CARS = [
  ['1-1-402', '沪A·F3061', '比亚迪 海豚', '白色', '纯电', 'B1-301'],
  ['1-2-701', '沪B·K7725', '大众 途观', '黑色', '燃油', 'B1-302'],
  ['2-1-502', '沪C·93D18', '丰田 凯美瑞', '银色', '混动', 'B1-303'],
  ['2-2-902', '沪A·D91', '本田 思域', '蓝色', '燃油', ''],
];

/** The filled-in book: three owners said to be themselves, somebody who has moved in, the cars and their spaces. */
const bookOf = async (households) => {
  const book = new ExcelJS.Workbook();
  const rows = {
    成员: [
      ...['1-1-402', '1-2-701', '2-1-502'].map((key) => {
        const [owner] = households.find((home) => home.key === key).residents;
        return [...key.split('-'), owner.name, '业主', '本人'];
      }),
      [...'1-1-402'.split('-'), '顾雨涵', '家属', '女儿'],
    ],
    车辆: CARS.map(([key, ...car]) => [...key.split('-'), ...car]),
    车位: CARS.filter(([, , , , , space]) => space).map(([key, , , , , space], index) => [
      ...[space, index ? '租用' : '购买', '地下一层'],
      ...key.split('-'),
    ]),
  };
  for (const [name, columns] of Object.entries(HEADERS)) {
    const sheet = book.addWorksheet(name);
    for (const row of [columns, ...rows[name]]) sheet.addRow(row);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
};

/** The archive moved in and out: a book that was checked and written, and an export that another granted. */
export function exchange(desk, timeline) {
  const { clock, world, now } = desk;
  const community = world.community.documentId;

  async function* bringIn() {
    const { documentId } = await desk.bringBook('supervisor', BOOK, await bookOf(world.households));
    yield later(now(), 1);
    await desk.longWork();
    yield later(now(), 18);
    const on = { recordType: 'archive-import', recordDocumentId: documentId };
    await desk.look('supervisor', [{ kind: 'list', ...on, records: 1 }]);
    await desk.archiveImport('supervisor', 'confirm', {}, documentId);
    yield later(now(), 1);
    await desk.longWork();
  }

  async function* takeOut() {
    const reason = '消防安全排查，逐户核对2栋居住情况与紧急联系人';
    const building = world.buildings['2'].documentId;
    const { documentId, households } = await desk.archiveExport('supervisor', 'request', {
      ...{ community, building, reason },
    });
    yield later(now(), 95);
    await desk.archiveExport('manager', 'approve', { reason: '同意，用后即删' }, documentId);
    yield later(now(), 1);
    await desk.longWork();
    yield later(now(), 34);
    const on = { recordType: 'archive-export', recordDocumentId: documentId };
    await desk.look('supervisor', [{ kind: 'export', ...on, records: households, reason }]);
    yield later(now(), hours(24 * 3));
    await desk.onTime();
  }

  timeline.add(atHour(clock, timeline.end, 10.2, -17), bringIn());
  timeline.add(atHour(clock, timeline.end, 9.4, -12), takeOut());
}
