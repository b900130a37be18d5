// Somebody moves out and asks to be forgotten; another asks what is known of them, and signs for mail on paper.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { act, download, panelOf, paperOf, personIn, quiet, visit, wordsOf } from './desk.mjs';

const PAGES = '/plugins/property-desk';
const TOLD = '已当面交付副本';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());
const person = (name, options) => personIn(browser, `${name}@demo.local`, options);

const tell = (form) => async () => {
  await form.locator('textarea[name=outcomeText]').fill('已办理');
  await form.locator('textarea[name=told]').fill(TOLD);
  await form.getByRole('radio', { name: '当面', exact: true }).click();
};

test('a copy, from the desk to the paper', { timeout: 240_000 }, async () => {
  const receptionist = await person('receptionist');
  const { page } = receptionist;
  await visit(page, `${PAGES}/data-requests`);
  await page.getByRole('heading', { name: '个人信息请求' }).waitFor();
  await page
    .getByText(/^GR-\d{8}-\d{4}$/)
    .first()
    .waitFor();
  await shot(page, 'data-requests');
  await page.getByRole('link', { name: '登记请求' }).click();
  await page.locator('input[name=person]').fill('2-1-302');
  await page.getByRole('radio', { name: /业主/ }).first().click();
  await page.getByRole('radio', { name: '查阅复制', exact: true }).click();
  await page.getByRole('radio', { name: '核对身份证件', exact: true }).click();
  await page.locator('textarea[name=details]').fill('想核对登记信息');
  await shot(page, 'data-request-new');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await panelOf(page).getByText('待答复', { exact: true }).first().waitFor();
  const { pathname } = new globalThis.URL(page.url());
  quiet('the receptionist', receptionist);

  const specialist = await person('specialist');
  await specialist.page.goto(new globalThis.URL(pathname, page.url()).href);
  await panelOf(specialist.page).waitFor();
  const { name, content } = await download(
    specialist.page,
    specialist.page.getByRole('button', { name: '下载副本（Word）' })
  );
  assert.match(name, /^个人信息副本-GR-.*\.docx$/);
  const text = await wordsOf(content);
  assert.match(text, /住户成员登记/);
  assert.match(text, /1380000\d{4}/, 'telephone in full');
  await act(specialist.page, '答复', async (form) => tell(form)(), '已办结');
  await shot(specialist.page, 'data-request');
  const letter = await paperOf(specialist.page, specialist.page.getByRole('button', { name: '打印答复函' }));
  assert.match(letter, /个人信息请求答复函/);
  assert.match(letter, new RegExp(TOLD));
  quiet('the specialist', specialist);
  await specialist.context.close();
  await receptionist.context.close();
});

test('a deletion is held up by what the records say', { timeout: 120_000 }, async () => {
  const receptionist = await person('receptionist');
  const { page } = receptionist;
  await visit(page, `${PAGES}/data-requests/new`);
  await page.locator('input[name=person]').fill('2-1-401');
  await page.getByRole('radio', { name: /业主/ }).first().click();
  await page.getByRole('radio', { name: '删除', exact: true }).click();
  await page.getByRole('radio', { name: '核对身份证件', exact: true }).click();
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('档案显示目前还不能删除').waitFor();
  await page.getByText(/仍在本小区居住/).waitFor();
  await shot(page, 'data-request-grounds');
  quiet('the receptionist', receptionist);
  await receptionist.context.close();
});

test('the statements, in Chinese and in English and in the dark', { timeout: 120_000 }, async () => {
  const supervisor = await person('supervisor');
  await visit(supervisor.page, `${PAGES}/consent-statements`);
  await supervisor.page.getByText('通过邮件接收通知公告告知书').waitFor();
  await shot(supervisor.page, 'consent-statements');
  quiet('the supervisor', supervisor);
  await supervisor.context.close();

  const other = await person('manager', { language: 'en', colorScheme: 'dark' });
  await visit(other.page, `${PAGES}/data-requests`);
  await other.page.getByRole('heading', { name: 'Data requests' }).waitFor();
  await shot(other.page, 'data-requests-en');
  quiet('the manager', other);
  await other.context.close();
});
