// A list of cases from its filters to the colleague who opens the link: views, columns, keys, many at once, a workbook.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ExcelJS from 'exceljs';
import { launch, shot, URL } from './browser.mjs';
import { download, personIn, quiet, visit } from './desk.mjs';

const TICKETS = '/plugins/property-desk/tickets';
const VIEW = '普通工单，新的在前';
const CALLER = '19911112222';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());
const person = (name, options) => personIn(browser, `${name}@demo.local`, options);

const rows = (page) => page.locator('tbody tr[data-line]');
const heads = (page) => page.locator('thead th').allInnerTexts();
const numbers = async (page) => {
  await rows(page).first().waitFor();
  return (await page.locator('tbody a').allInnerTexts()).filter((text) => /^[A-Z]{2}-/.test(text));
};
const group = (page) => page.getByRole('group', { name: '视图' });

/** Chooses of a filter of which several may hold. */
const pick = async (page, filter, choice) => {
  await page.getByRole('combobox', { name: filter, exact: true }).click();
  await page.getByRole('option', { name: choice, exact: true }).click();
  await page.keyboard.press('Escape');
};

test('a list is narrowed, kept, sent and taken along', { timeout: 500_000 }, async (t) => {
  const supervisor = await person('supervisor');
  const { page } = supervisor;
  let link;
  let seen;

  await t.test('the views that come with it, and filters in the address', async () => {
    await visit(page, TICKETS);
    await rows(page).first().waitFor();
    await group(page).getByRole('button', { name: '未结', exact: true, pressed: true }).waitFor();
    await shot(page, 'list-tickets');
    await group(page).getByRole('button', { name: '待派单' }).click();
    await page.waitForURL(/state=submitted%2Caccepted/);
    await group(page).getByRole('button', { name: '待派单', pressed: true }).waitFor();
    await group(page).getByRole('button', { name: '今日受理' }).click();
    await page.waitForURL(/period=today/);
    await group(page).getByRole('button', { name: '未结', exact: true }).click();
    await pick(page, '紧急程度', '普通');
    await page.waitForURL(/priority=ordinary/);
    await pick(page, '排序', '新登记的在前');
    await page.waitForURL(/sort=newest/);
    await rows(page).first().waitFor();
    await shot(page, 'list-filtered');
  });

  await t.test('columns are chosen, put in order, and go into the view', async () => {
    await page.getByRole('button', { name: '列', exact: true }).click();
    await page.getByRole('checkbox', { name: '登记时间' }).click();
    await page.getByRole('checkbox', { name: '期限' }).click();
    await page.getByRole('button', { name: '“登记时间”前移' }).click();
    await shot(page, 'list-columns');
    await page.keyboard.press('Escape');
    await page.locator('thead').getByText('登记时间').waitFor();
    assert.deepEqual((await heads(page)).slice(-3), ['位置', '登记时间', '状态 · 经办']);
    await page.waitForURL(/columns=/);
  });

  await t.test('the view is kept under a name and shared', async () => {
    await page.getByRole('button', { name: '保存为视图' }).click();
    const dialog = page.getByRole('dialog', { name: '保存为视图' });
    await dialog.locator('input[name=name]').fill(VIEW);
    await dialog.getByRole('combobox').click();
    await page
      .getByRole('option', { name: /^共享给/ })
      .first()
      .click();
    await shot(page, 'list-save-view');
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await group(page).getByRole('button', { name: VIEW, pressed: true }).waitFor();
    seen = await numbers(page);
    link = page.url();
    await page.getByRole('button', { name: '管理视图' }).click();
    const own = page
      .getByRole('dialog', { name: '管理视图' })
      .locator('li')
      .filter({ has: page.getByRole('textbox') });
    await own.getByRole('button', { name: '设为默认' }).click();
    await own.getByRole('button', { name: '默认视图', pressed: true }).waitFor();
    await shot(page, 'list-manage-views');
    await visit(page, TICKETS);
    await page.waitForURL(/priority=ordinary/);
    await group(page).getByRole('button', { name: VIEW, pressed: true }).waitFor();
    await page.getByRole('button', { name: '管理视图' }).click();
    await own.getByRole('button', { name: '默认视图', pressed: true }).click();
    await own.getByRole('button', { name: '设为默认' }).waitFor();
    await page.keyboard.press('Escape');
    await rows(page).first().waitFor();
  });

  await t.test('keys: from line to line, mark, search, open, and the table of keys', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByRole('toolbar', { name: '批量办理' }).getByText('已选 1 件').waitFor();
    await page.keyboard.press('k');
    await page.keyboard.press('x');
    await page.getByText('已选 2 件').waitFor();
    await shot(page, 'list-keys');
    await page.keyboard.press('/');
    await page.locator('input[name=q]:focus').waitFor();
    await page.locator('body').click({ position: { x: 5, y: 5 } });
    await page.evaluate(() => document.activeElement?.blur());
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('选择所在行').waitFor();
    await shot(page, 'list-shortcuts');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/content-manager|tickets\/[a-z0-9]{20,}/);
    await page.goBack();
    await rows(page).first().waitFor();
  });

  await t.test('many at once, with Shift, and what became of each', async () => {
    await page.goto(link);
    await rows(page).nth(3).waitFor();
    await rows(page).nth(0).getByRole('checkbox').click();
    await rows(page)
      .nth(2)
      .getByRole('checkbox')
      .click({ modifiers: ['Shift'] });
    await page.getByText('已选 3 件').waitFor();
    const bar = page.getByRole('toolbar', { name: '批量办理' });
    await bar.getByRole('button', { name: '取消', exact: true }).waitFor();
    await shot(page, 'list-bulk');
    await bar.getByRole('button', { name: '取消', exact: true }).click();
    const form = page.getByRole('dialog').filter({ has: page.locator('form') });
    await form.locator('[name=reason]').fill('业主来电撤回');
    await form.getByRole('button', { name: '取消', exact: true }).click();
    await page.getByText('成功 3 件').waitFor();
    await shot(page, 'list-bulk-outcome');
    await page.keyboard.press('Escape');
    seen = await numbers(page);
  });

  await t.test('a telephone finds its cases and stays out of the address', async () => {
    await visit(page, TICKETS);
    await page.locator('input[name=q]').fill(CALLER);
    await page.getByText('电话和证件号码不会写进网址', { exact: false }).waitFor();
    await page.getByText('没有符合条件的记录', { exact: false }).waitFor();
    assert.ok(!page.url().includes('1991'), 'no telephone in the address');
    await shot(page, 'list-telephone');
    await page.getByRole('button', { name: '清除全部筛选' }).click();
    await rows(page).first().waitFor();
  });

  await t.test('the list is taken along as a workbook', async () => {
    await page.goto(link);
    await rows(page).first().waitFor();
    const { name, content } = await download(page, page.getByRole('button', { name: '导出 Excel' }));
    assert.match(name, /^报修工单-\d{8}\.xlsx$/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(content);
    const [sheet] = book.worksheets;
    assert.equal(sheet.getRow(1).getCell(1).value, '编号');
    assert.ok(sheet.rowCount > seen.length, 'the workbook holds at least what is shown');
    quiet('the supervisor', supervisor);
  });

  await t.test('a colleague opens the link and sees the same, and the view by its name', async () => {
    const receptionist = await person('receptionist');
    const other = receptionist.page;
    await other.goto(link);
    assert.deepEqual(await numbers(other), seen);
    assert.deepEqual((await heads(other)).slice(-3), ['位置', '登记时间', '状态 · 经办']);
    await group(other).getByRole('button', { name: VIEW, pressed: true }).waitFor();
    await shot(other, 'list-colleague');
    await visit(other, `${TICKETS}?colour=red&state=accepted`);
    await other.getByText('有些筛选条件已略去').waitFor();
    await shot(other, 'list-left-out');
    quiet('the receptionist', receptionist);
    await receptionist.context.close();
  });
  await supervisor.context.close();
});

test('the lists in English and in the dark', { timeout: 300_000 }, async () => {
  const manager = await person('manager', { language: 'en', colorScheme: 'dark' });
  const { page } = manager;
  for (const list of [
    'tickets',
    'complaints',
    'loans',
    'bindings',
    'documents',
    'notices',
    'households',
    'access-log',
  ]) {
    await visit(page, `/plugins/property-desk/${list}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await shot(page, `list-en-${list}`);
  }
  await visit(page, '/plugins/property-desk/messages');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await shot(page, 'list-en-messages');
  await page.goto(`${URL}/admin${TICKETS}?overdue=true&sort=due&period=week`);
  await page.getByRole('group', { name: 'Views' }).waitFor();
  await shot(page, 'list-en-filtered');
  quiet('the manager', manager);
  await manager.context.close();
});
