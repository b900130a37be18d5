// An engineer's day with a telephone in hand: one job waits for a part, one goes back to the desk, one is finished.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { broken, TELEPHONE } from './checks/layout.mjs';
import { settled } from './checks/page.mjs';
import { untranslated } from './checks/words.mjs';
import { act, panelOf, personIn, quiet, visit } from './desk.mjs';

const PHONE = {
  viewport: { width: TELEPHONE, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
};
const DESK = '/plugins/property-desk/desk';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** It fits the telephone, and is in Chinese. */
async function right(page) {
  await settled(page);
  assert.deepEqual(await broken(page, [TELEPHONE]), []);
  assert.deepEqual(await untranslated(page, 'zh-Hans'), []);
}

/** Opens the first job on the desk in this state. */
async function job(page, state) {
  await visit(page, DESK);
  await page.locator('main li', { hasText: state }).getByRole('link').first().click();
  await panelOf(page).waitFor();
}

test('an engineer’s day on a telephone', { timeout: 240_000 }, async (t) => {
  const engineer = await personIn(browser, 'engineer@demo.local', PHONE);
  const { page } = engineer;

  await t.test('the jobs of the day, the next one first', async () => {
    await visit(page, DESK);
    await page.locator('main li').first().waitFor();
    await right(page);
    await shot(page, 'day-engineer-desk');
  });

  await t.test('a job waits for a part, and goes on when it has come', async () => {
    await job(page, '维修中');
    const { url } = { url: page.url() };
    await act(page, '挂起', (form) => form.locator('input[name=reason]').fill('等配件，下午到货'), '挂起');
    await right(page);
    await shot(page, 'day-engineer-hold');
    await page.goto(url);
    await act(page, '恢复', null, '维修中');
  });

  await t.test('a job that is not one’s own trade goes back to the desk, with the reason', async () => {
    await job(page, '已派单');
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    await act(page, '退单', (form) => form.locator('input[name=reason]').fill('要开墙，不是水电的活'), '待派单');
    await right(page);
    await visit(page, DESK);
    await page.locator('main li').first().waitFor();
    assert.equal(await page.locator('main li', { hasText: title }).count(), 0, 'it is off this desk');
    await shot(page, 'day-engineer-declined');
  });

  await t.test('the last job is done, with what was used', async () => {
    await job(page, '维修中');
    await act(
      page,
      '完工',
      async (form) => {
        await form.locator('textarea[name=workDone]').fill('更换角阀，试压不漏');
        await form.getByRole('button', { name: '添加材料' }).click();
        await form.locator('input[name="parts.0.name"]').fill('角阀');
        await form.locator('input[name="parts.0.price"]').fill('18');
        await shot(page, 'day-engineer-complete');
      },
      '待回访'
    );
    await right(page);
    quiet('the engineer', engineer);
    await engineer.context.close();
  });
});
