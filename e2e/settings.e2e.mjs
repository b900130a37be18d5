// An administrator sets up a community from nothing, and a colleague without one is told why the desk is empty.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { personIn, quiet, visit } from './desk.mjs';

const SETTINGS = '/settings/property-desk';
const NAME = '银杏苑';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const dialogOf = (page) => page.getByRole('dialog').filter({ has: page.locator('form') });

/** Fills fields of the open form by their name, saves, and waits until it has gone. */
const save = async (page, fields = {}) => {
  const form = dialogOf(page);
  await form.waitFor();
  for (const [name, value] of Object.entries(fields)) await form.locator(`[name="${name}"]`).fill(value);
  await form.getByRole('button', { name: '保存', exact: true }).click();
  await form.waitFor({ state: 'detached' });
};

const pick = async (page, name, typed, option = typed) => {
  await page.locator(`input[name=${name}]`).fill(typed);
  await page.getByRole('option', { name: option }).first().click();
};

const widthFits = async (page, what) => {
  for (const width of [1280, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(over <= 0, `${what} fits ${width} pixels (${over} too wide)`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
};

test('an administrator sets up a community from nothing', { timeout: 420_000 }, async () => {
  const admin = await personIn(browser, 'admin@demo.local');
  const { page } = admin;

  await visit(page, `${SETTINGS}/communities`);
  await page.getByTestId('community').first().waitFor();
  assert.match(await page.title(), /物业客服台/);
  await page.getByRole('button', { name: '新增项目' }).click();
  await dialogOf(page).waitFor();
  await dialogOf(page).getByRole('button', { name: '保存', exact: true }).click();
  await dialogOf(page).getByText('请填写此项').first().waitFor();
  await save(page, { name: NAME, companyName: '阳光物业服务有限公司', address: '银杏路1号' });
  const card = page.getByTestId('community').filter({ hasText: NAME });
  await card.getByText('还没有楼栋').waitFor();

  await card.getByRole('button', { name: '添加楼栋' }).click();
  await dialogOf(page).locator('[name=buildings]').fill('1–12栋');
  await dialogOf(page).getByText('共 12 栋').waitFor();
  await shot(page, 'settings-buildings');
  await save(page, { floors: '18', units: '2' });
  await card.getByText('12 栋楼').waitFor();
  assert.equal(await card.getByRole('listitem').count(), 12);
  await widthFits(page, 'communities');
  await shot(page, 'settings-communities');

  await page.getByRole('link', { name: '岗位与组织架构' }).click();
  const chart = page.getByTestId('organisation');
  await chart.getByText('客服主管').first().waitFor();
  await page.getByRole('button', { name: '新增岗位' }).click();
  await dialogOf(page).locator('[name=name]').fill('夜班值守');
  await dialogOf(page).getByRole('radio', { name: '前台接待' }).click();
  await pick(page, 'reportsTo', '客服主管');
  await save(page);
  const supervisor = chart.getByRole('listitem').filter({ hasText: '客服主管' }).last();
  await supervisor.getByText('夜班值守').waitFor();
  await widthFits(page, 'the chart');
  await shot(page, 'settings-posts');

  await page.getByRole('link', { name: '人员', exact: true }).click();
  await page.getByRole('button', { name: '新增人员' }).click();
  await dialogOf(page).locator('[name=name]').fill('何晓月');
  await pick(page, 'post', '夜班值守');
  await dialogOf(page).getByRole('checkbox', { name: NAME }).click();
  await shot(page, 'settings-staff-form');
  await save(page, { mail: 'he@demo.local' });
  const invitation = await page.getByTestId('invitation').getByRole('textbox').inputValue();
  assert.match(invitation, /\/admin\/auth\/register\?registrationToken=/);
  await page.getByTestId('staff').filter({ hasText: '何晓月' }).getByText('he@demo.local').waitFor();
  await widthFits(page, 'staff');
  await shot(page, 'settings-staff');

  await page.getByRole('link', { name: '类别', exact: true }).click();
  await page.getByRole('button', { name: '新增类别' }).click();
  await save(page, { name: '充电桩', hours: '6' });
  const rows = page.getByTestId('category');
  await rows.filter({ hasText: '充电桩' }).waitFor();
  const placeOf = async () => (await rows.allInnerTexts()).findIndex((text) => text.includes('充电桩'));
  const before = await placeOf();
  await page.getByRole('button', { name: '上移充电桩' }).click();
  await page.waitForFunction(
    ([text, place]) =>
      [...document.querySelectorAll('[data-testid=category]')].findIndex((row) => row.textContent.includes(text)) ===
      place,
    ['充电桩', before - 1]
  );
  await widthFits(page, 'categories');
  await shot(page, 'settings-categories');

  await page.getByRole('link', { name: '渠道', exact: true }).click();
  const mail = page.getByTestId('channel-mail');
  await mail.getByRole('button', { name: '发送测试' }).click();
  await mail.getByTestId('tried').getByText('测试完成').waitFor();
  await widthFits(page, 'channels');
  await shot(page, 'settings-channels');

  await page.getByRole('link', { name: '公告模板' }).click();
  await page.getByTestId('template').first().waitFor();
  await widthFits(page, 'templates');
  await shot(page, 'settings-templates');

  await visit(page, `${SETTINGS}/overview`);
  const step = (name) => page.locator(`[data-step=${name}]`);
  await step('buildings').waitFor();
  for (const [name, done] of [
    ['community', true],
    ['buildings', true],
    ['households', false],
    ['staff', true],
    ['policy', false],
  ])
    assert.equal(await step(name).getAttribute('data-done'), String(done), name);
  await page.getByTestId('changes').getByText('新增岗位：夜班值守').waitFor();
  await widthFits(page, 'the overview');
  await page.screenshot({ path: 'e2e/artifacts/settings-overview.png', fullPage: true });

  await visit(page, '/plugins/property-desk/desk');
  await page.getByTestId('welcome').getByText('导入住户档案').waitFor();
  await shot(page, 'welcome-desk');
  await visit(page, '/');
  await page.getByTestId('first-steps').waitFor();
  await shot(page, 'welcome-home');

  for (const place of ['rules', 'letterheads']) {
    await visit(page, `${SETTINGS}/${place}`);
    await page.locator('h1').waitFor();
  }
  quiet('the administrator', admin);
  await admin.context.close();

  // The new colleague sets a password and finds the desk; whoever is on no staff record is told so.
  const newcomer = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
  const register = await newcomer.newPage();
  await register.goto(invitation);
  await register.getByText('物业客服台').first().waitFor();
  await shot(register, 'branding-register');
  await newcomer.close();
});

test('the log-in page bears the host’s name, and in English too', { timeout: 180_000 }, async () => {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${process.env.E2E_URL}/admin/auth/login`);
  await page.getByRole('heading', { name: '物业客服台' }).waitFor();
  await shot(page, 'branding-login');
  await context.close();

  const admin = await personIn(browser, 'admin@demo.local', { language: 'en' });
  await visit(admin.page, `${SETTINGS}/overview`);
  await admin.page.getByRole('heading', { name: 'Overview and checks' }).waitFor();
  await admin.page.getByTestId('check').first().waitFor();
  await widthFits(admin.page, 'the overview in English');
  await visit(admin.page, `${SETTINGS}/channels`);
  await admin.page.getByTestId('channel-mail').waitFor();
  await shot(admin.page, 'settings-channels-en');
  await visit(admin.page, `${SETTINGS}/posts`);
  await admin.page.getByTestId('organisation').waitFor();
  assert.match(await admin.page.title(), /Property Desk/);
  quiet('the administrator', admin);
  await admin.context.close();
});
