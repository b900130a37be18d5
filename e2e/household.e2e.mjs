// A household's file from the list to its sale: what it lacks, its people and papers, a scan, the new owner, on paper.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { paperOf, personIn, quiet, visit } from './desk.mjs';

const HOUSEHOLDS = '/plugins/property-desk/households';
const ROOM = '2栋1单元1202';
const BUYER = `孙新主${Date.now().toString(36).slice(-3)}`;
const SCAN = {
  name: 'certificate.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64'
  ),
};

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());
const person = (email, options) => personIn(browser, email, options);

const section = (page, name) => page.getByRole('region', { name, exact: true });
const dialog = (page) => page.getByRole('dialog').filter({ has: page.locator('form') });

/** Opens the file of a room by the search box. */
async function openFile(page, room) {
  await visit(page, HOUSEHOLDS);
  await page.getByRole('combobox', { name: /查找住户|Find a household/ }).fill(room);
  await page.getByRole('option').filter({ hasText: room }).first().click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: room }).waitFor();
}

test('a household’s file, kept and sold', { timeout: 300_000 }, async (t) => {
  const specialist = await person('specialist@demo.local');
  const { page } = specialist;

  await t.test('the list says what files lack, and the search finds one', async () => {
    await visit(page, HOUSEHOLDS);
    await page.getByText('DA-00001', { exact: true }).waitFor();
    await page.getByRole('checkbox', { name: '只看缺资料的' }).click();
    await page
      .getByText(/自 .* 起/)
      .first()
      .waitFor();
    await shot(page, 'households-incomplete');
    await openFile(page, ROOM);
    await section(page, '住户成员').getByText('138****').first().waitFor();
    await shot(page, 'household-file');
  });

  await t.test('a vehicle is added by a short form, and a wrong entry is told at its field', async () => {
    const cars = section(page, '车辆');
    await cars.getByRole('button', { name: '登记车辆' }).click();
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await dialog(page).getByText('请填写此项').first().waitFor();
    await dialog(page).locator('[data-field=plate] input').fill('沪A·E2E01');
    await dialog(page).getByRole('button', { name: '保存' }).click();
    await cars.getByText('沪A·E2E01').waitFor();
    await section(page, '变更记录').getByText('登记车辆').first().waitFor();
  });

  await t.test('a paper gets its scan, which opens on the page', async () => {
    const papers = section(page, '资料');
    await papers.getByRole('button', { name: '登记资料' }).click();
    const form = dialog(page);
    await form.locator('[data-field=kind]').getByRole('combobox').click();
    await page.getByRole('option', { name: '身份证复印件' }).click();
    await form.locator('[data-field=name] input').fill('业主身份证');
    await form.getByRole('button', { name: '保存' }).click();
    const line = papers.getByRole('listitem').filter({ hasText: '业主身份证' });
    await line.locator('input[type=file]').setInputFiles(SCAN);
    await line.getByRole('button', { name: 'certificate.png' }).click();
    await page.getByRole('dialog').getByRole('img', { name: 'certificate.png' }).waitFor();
    await page.keyboard.press('Escape');
  });

  await t.test('a telephone is shown to whoever says why', async () => {
    const people = section(page, '住户成员');
    await people
      .getByRole('button', { name: /^查看完整的.*电话$/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('textbox').fill('核对业主信息');
    await page.getByRole('dialog').getByRole('button', { name: '查看' }).click();
    await people.getByText(/1380000\d{4}/).waitFor();
  });

  await t.test('the flat is sold: the buyer begins, the seller stays in the history', async () => {
    await page.getByRole('button', { name: '过户', exact: true }).click();
    const form = dialog(page);
    await form.getByRole('button', { name: '办理过户' }).click();
    await form.getByText('请填写此项').first().waitFor();
    await form.getByRole('group', { name: '新业主 1' }).getByRole('textbox').first().fill(BUYER);
    await form.getByRole('textbox', { name: '过户原因' }).fill('二手房买卖');
    await shot(page, 'household-transfer');
    await form.getByRole('button', { name: '办理过户' }).click();
    await section(page, '历任业主').getByText(BUYER).waitFor();
    await section(page, '历任业主').getByText('至今').waitFor();
    await section(page, '变更记录').getByText('过户', { exact: true }).first().waitFor();
    await shot(page, 'household-sold');
  });

  await t.test('it prints masked', async () => {
    await page.getByRole('button', { name: '打印档案' }).click();
    const words = await paperOf(page, dialog(page).getByRole('button', { name: '打印档案' }));
    for (const said of [BUYER, '沪A·E2E01', '138****']) assert.ok(words.includes(said), said);
    assert.doesNotMatch(words, /1380000\d{4}/);
    await page.emulateMedia({ media: 'print' });
    await shot(page, 'household-print');
    await page.emulateMedia({ media: 'screen' });
  });
  quiet('the specialist', { troubles: specialist.troubles.filter((each) => !each.startsWith('400 ')) });
  await specialist.context.close();
});

test('the file speaks English, and an engineer has none', { timeout: 120_000 }, async () => {
  const supervisor = await person('supervisor@demo.local', { language: 'en' });
  await openFile(supervisor.page, '1栋2单元901');
  await section(supervisor.page, 'Owners, past and present').getByText('today').waitFor();
  await section(supervisor.page, 'History').getByText('Flat sold').first().waitFor();
  assert.doesNotMatch(await supervisor.page.locator('main').innerText(), /household\.|households\.|field\./);
  await shot(supervisor.page, 'household-file-en');
  quiet('the supervisor', supervisor);
  await supervisor.context.close();

  const engineer = await person('engineer@demo.local');
  await visit(engineer.page, '/plugins/property-desk/desk');
  await engineer.page.getByRole('link', { name: '我的工作台' }).first().waitFor();
  assert.equal(await engineer.page.getByRole('link', { name: '住户档案' }).count(), 0);
  await engineer.context.close();
});
