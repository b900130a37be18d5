import { createRequire } from 'node:module';
import path from 'node:path';

const STOCK = 'api::stock-resident.stock-resident';
const PER_HOME = { people: 3, cars: 1, keys: 1 };

/** A book of so many households, each with three people, a car, a key and a space: seven rows. */
const bookOf = async (homes) => {
  const ExcelJS = createRequire(path.join(process.cwd(), 'package.json'))('exceljs');
  const book = new ExcelJS.Workbook();
  const sheet = (name, headers, lines) => {
    const made = book.addWorksheet(name);
    made.addRow(headers);
    for (let n = 0; n < homes; n += 1) for (const line of lines(n)) made.addRow(line);
  };
  const home = (n) => ['3', String(10 + Math.floor(n / 1000)), String(1000 + (n % 1000))];
  const HOME = ['楼栋', '单元', '房号'];
  const names = ['王小明', '李建国', '张丽华', '刘洋', '陈思远', '赵一鸣'];
  sheet('住户', [...HOME, '建筑面积（㎡）', '入住状态', '纸质档案位置'], (n) => [
    [...home(n), '98.5', '自住', `柜 ${n % 90}`],
  ]);
  sheet('成员', [...HOME, '姓名', '身份', '与业主关系', '电话', '入住日期'], (n) =>
    Array.from({ length: PER_HOME.people }, (_, k) => [
      ...home(n),
      `${names[(n + k) % names.length]}${k}`,
      k ? '家属' : '业主',
      k ? '家属' : '本人',
      `139${String(n * 3 + k).padStart(8, '0')}`,
      '2020-05-01',
    ])
  );
  sheet('车辆', [...HOME, '车牌号', '品牌型号', '停放车位号'], (n) => [
    [...home(n), `沪A${String(n).padStart(5, '0')}`, '大众朗逸', `B1-${n}`],
  ]);
  sheet('钥匙', ['钥匙编号', '钥匙名称', ...HOME], (n) => [[`YS-${n}`, '备用钥匙', ...home(n)]]);
  sheet('车位', ['车位号', '车位类型', ...HOME], (n) => [[`B1-${n}`, '租用', ...home(n)]]);
  return Buffer.from(await book.xlsx.writeBuffer());
};

/**
 * Imports so many households through the very calls of the panel's: uploaded, checked, confirmed, written.
 * @returns rows, and milliseconds of the check and of the writing
 */
export const importArchive = async (strapi, kernel, { url, headers, community, homes }) => {
  const form = new FormData();
  form.append('files', new Blob([await bookOf(homes)]), 'bench.xlsx');
  const base = `${url}/property-desk/archive-imports`;
  const answered = async (address, init) => {
    const response = await fetch(address, { ...init, headers: { ...headers, ...init?.headers } });
    if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
    return (await response.json()).data;
  };
  const { documentId } = await answered(`${base}?community=${community}`, { method: 'POST', body: form });
  const timed = async (work) => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const check = await timed(() => kernel.rounds.work.run());
  const { found, state } = await answered(`${base}/${documentId}/progress`);
  if (state !== 'checked' || found.leftOut > 0) throw new Error(`the book was ${state}: ${JSON.stringify(found)}`);
  await answered(`${base}/${documentId}/actions/confirm`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"input":{}}',
  });
  const write = await timed(() => kernel.rounds.work.run());
  const done = await answered(`${base}/${documentId}/progress`);
  if (done.state !== 'done' || done.written.added !== found.added) throw new Error(`imported ${JSON.stringify(done)}`);
  return { rows: found.added, check, write };
};

/** Creates so many residents as stock would have them, one after the other; milliseconds. */
export const createStock = async (strapi, { count }) => {
  const began = performance.now();
  for (let n = 0; n < count; n += 1)
    await strapi.documents(STOCK).create({
      data: { name: `王小明${n}`, kind: 'owner', relation: '本人', telephone: `139${String(n).padStart(8, '0')}` },
    });
  return performance.now() - began;
};
