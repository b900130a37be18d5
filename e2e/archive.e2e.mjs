// An office moves its archive in by Excel: fetches the template, fills it in, mends what is wrong, and takes a copy out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ExcelJS from 'exceljs';
import { launch, shot } from './browser.mjs';
import { download, personIn, quiet, visit } from './desk.mjs';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PAGE = '/plugins/property-desk/archive-imports';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const filled = async (template, rows) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(template);
  for (const [sheet, lines] of Object.entries(rows))
    lines.forEach((line, index) => {
      book.getWorksheet(sheet).getRow(index + 2).values = line;
    });
  return Buffer.from(await book.xlsx.writeBuffer());
};

const bring = async (page, name, buffer) => {
  await page.getByRole('button', { name: '导入档案' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles({ name, mimeType: XLSX, buffer });
  await dialog.getByText(name).waitFor();
  await shot(page, 'archive-upload');
  await dialog.getByRole('button', { name: '上传并检查' }).click();
  await page.waitForURL(/archive-imports\/[a-z0-9]+$/);
  await page.getByRole('heading', { name: '检查结果' }).waitFor({ timeout: 60_000 });
};

test('an import, from the template to the result', { timeout: 240_000 }, async () => {
  const supervisor = await personIn(browser, 'supervisor@demo.local');
  const { page } = supervisor;
  await visit(page, PAGE);
  await page.getByRole('heading', { name: '档案导入导出' }).waitFor();
  await page.getByRole('button', { name: '导入档案' }).first().click();
  const { name, content } = await download(page, page.getByRole('button', { name: '下载模板' }));
  assert.equal(name, '住户档案导入模板.xlsx');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  const book = await filled(content, {
    住户: [
      ['1', '1', '9901', '98.5', '自住', '', 'A-3'],
      ['1', '1', '9902', '', '出租'],
      ['1', '1', '9903', '', '空着'],
    ],
    成员: [
      ['1', '1', '9901', '张三', '业主', '本人', '13800000901'],
      ['1', '1', '9902', '李四', '业主', '本人', 13800000902],
    ],
    车辆: [['1', '1', '9901', '沪A99001', '大众朗逸', '白', '燃油']],
  });
  await bring(page, '新交付一期.xlsx', book);
  await page.getByRole('tab', { name: /问题/ }).waitFor();
  await page.getByText('单元格是数字', { exact: false }).first().waitFor();
  assert.equal(await page.getByTestId('tally-added').innerText(), '3');
  await shot(page, 'archive-checked');
  await page.getByRole('button', { name: '确认导入 3 行' }).click();
  await page.getByRole('heading', { name: '导入结果' }).waitFor({ timeout: 60_000 });
  await shot(page, 'archive-done');

  await page.getByRole('link', { name: '档案导入导出' }).first().click();
  await page.getByText('新交付一期.xlsx').waitFor();
  await bring(page, '新交付一期.xlsx', book);
  await page.getByText('没有需要写入的内容').waitFor();
  await shot(page, 'archive-same');
  quiet('the supervisor', supervisor);
  await supervisor.context.close();
});

test('a copy goes out masked; with numbers only for a reason', { timeout: 180_000 }, async () => {
  const manager = await personIn(browser, 'manager@demo.local', { colorScheme: 'dark' });
  const { page } = manager;
  await visit(page, PAGE);
  await page.getByRole('button', { name: '导出档案' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/共 \d+ 户/).waitFor();
  await dialog.getByRole('checkbox').click();
  const take = dialog.getByRole('button', { name: '导出', exact: true });
  assert.ok(await take.isDisabled(), 'a reason comes first');
  await dialog.getByLabel('原因').fill('换系统前核对');
  await shot(page, 'archive-export');
  const { name, content } = await download(page, take);
  assert.match(name, /^住户档案导出 \d{8}\.xlsx$/);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(content);
  assert.ok(book.getWorksheet('成员').rowCount > 50);
  quiet('the manager', manager);
  await manager.context.close();
});

test('the same in English', { timeout: 120_000 }, async () => {
  const supervisor = await personIn(browser, 'supervisor@demo.local', { language: 'en' });
  const { page } = supervisor;
  await visit(page, PAGE);
  await page.getByRole('heading', { name: 'Archive import and export' }).waitFor();
  await shot(page, 'archive-en');
  quiet('the supervisor', supervisor);
  await supervisor.context.close();
});
