// Without a mouse: everything on the main pages is reached by Tab and shows it, dialogs keep the focus and give it back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { leaky, unreachable } from './checks/keyboard.mjs';
import { settled } from './checks/page.mjs';
import { panelOf, personIn, quiet, visit } from './desk.mjs';

const PAGES = '/plugins/property-desk';

let browser;
let supervisor;
before(async () => {
  browser = await launch();
  supervisor = await personIn(browser, 'supervisor@demo.local');
});
after(() => browser.close());

test('the first Tab offers to skip the menus', { timeout: 60_000 }, async () => {
  const { page } = supervisor;
  await visit(page, `${PAGES}/desk`);
  await settled(page);
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  assert.equal(await skip.innerText(), '跳至内容');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)));
});

for (const place of [
  'desk',
  'intake',
  'tickets',
  'complaints',
  'notices',
  'notices/new',
  'policies',
  'rulebook',
  'execution-map',
  'households',
  'documents',
  'access-log',
])
  test(`everything on ${place} is reached by Tab, and shows it`, { timeout: 90_000 }, async () => {
    const { page } = supervisor;
    await visit(page, `${PAGES}/${place}`);
    await settled(page);
    assert.deepEqual(await unreachable(page), []);
  });

test('the dialogs of a case keep the focus, end with Escape, and give it back', { timeout: 120_000 }, async () => {
  const { page } = supervisor;
  await visit(page, `${PAGES}/tickets?state=dispatched`);
  await page.locator('tbody a').first().click();
  const action = panelOf(page).getByRole('button', { name: '改派', exact: true });
  await action.waitFor();
  await settled(page);
  assert.deepEqual(await leaky(page, action), []);
  await shot(page, 'keyboard-case');
});

test('so do the dialogs of the lists, and the help', { timeout: 120_000 }, async () => {
  const { page } = supervisor;
  await visit(page, `${PAGES}/complaints`);
  const ledger = page.getByRole('button', { name: '月度台账' });
  await ledger.waitFor();
  await settled(page);
  assert.deepEqual(await leaky(page, ledger), []);
  quiet('the supervisor', supervisor);
  await supervisor.context.close();
});
