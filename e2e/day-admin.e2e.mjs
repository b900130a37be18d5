// An administrator's day: a new colleague gets a login and a post, and begins to work; nobody else had to be asked.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, PASSWORD, shot, URL } from './browser.mjs';
import { settled } from './checks/page.mjs';
import { untranslated } from './checks/words.mjs';
import { goHome, personIn, quiet, visit } from './desk.mjs';

const GIVEN = `新${Date.now() % 10_000}`;
const NAME = `沈${GIVEN}`;
const MAIL = `shenxin${Date.now().toString(36)}@demo.local`;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Takes a record in a field that relates to others, from the list that opens. */
async function relate(page, field, text) {
  await page.locator(`input[name=${field}]`).click();
  await page.getByRole('option', { name: text, exact: true }).click();
}

test('an administrator’s day: a new colleague', { timeout: 240_000 }, async (t) => {
  const admin = await personIn(browser, 'admin@demo.local');
  const { page } = admin;
  let registrationToken;

  await t.test('gets a login, by a link that only they are given', async () => {
    await visit(page, '/settings/users');
    await page.getByRole('button', { name: '邀请新用户' }).first().click();
    const form = page.getByRole('dialog');
    await form.locator('input[name=firstname]').fill(GIVEN);
    await form.locator('input[name=lastname]').fill('沈');
    await form.locator('input[name=email]').fill(MAIL);
    await form.getByRole('combobox').click();
    await page.getByRole('option', { name: /前台接待/ }).click();
    await page.keyboard.press('Escape');
    const [made] = await Promise.all([
      page.waitForResponse((each) => each.request().method() === 'POST' && each.url().endsWith('/admin/users')),
      form.getByRole('button', { name: '邀请用户' }).click(),
    ]);
    registrationToken = (await made.json()).data.registrationToken;
    await form.getByText(/registrationToken=/).waitFor();
    await shot(page, 'day-admin-invited');
    await form.getByRole('button', { name: '完成' }).click();
  });

  await t.test('and a post in a community, as a record of the staff', async () => {
    await visit(page, '/content-manager/collection-types/plugin::property-desk.staff-member/create');
    await page.locator('input[name=name]').fill(NAME);
    await relate(page, 'post', '前台接待');
    // Strapi's list of accounts calls them by their given names.
    await relate(page, 'user', GIVEN);
    await relate(page, 'communities', '阳光花园');
    const [saved] = await Promise.all([
      page.waitForResponse((each) => each.request().method() === 'POST' && each.url().includes('staff-member')),
      page.getByRole('button', { name: '保存' }).click(),
    ]);
    assert.equal(saved.status(), 201, await saved.text());
    await settled(page);
    assert.deepEqual(await untranslated(page, 'zh-Hans', { except: [/^Close modal$/] }), []);
    await shot(page, 'day-admin-staff');
  });

  await t.test('the colleague takes the invitation up, logs in and stands at the desk', async () => {
    const answer = await fetch(`${URL}/admin/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ registrationToken, userInfo: { firstname: GIVEN, lastname: '沈', password: PASSWORD } }),
    });
    assert.equal(answer.status, 200, await answer.text());
    const colleague = await personIn(browser, MAIL);
    const { page: own } = colleague;
    await visit(own, '/plugins/property-desk/desk');
    await own.getByText(NAME).first().waitFor();
    await own.getByRole('link', { name: '登记来电' }).first().waitFor();
    await settled(own);
    assert.deepEqual(await untranslated(own, 'zh-Hans'), []);
    await shot(own, 'day-admin-colleague');
    quiet('the colleague', colleague);
    await colleague.context.close();
  });

  await t.test('and the day is over', async () => {
    await goHome(page);
    quiet('the administrator', admin);
    await admin.context.close();
  });
});
