// How is the day going? A manager reads the figures, and opens from each chart what it counts; the home page says the
// same in two tiles.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { inaccessible } from './checks/access.mjs';
import { broken } from './checks/layout.mjs';
import { hear, untranslated } from './checks/words.mjs';
import { personIn, quiet, visit } from './desk.mjs';

const FIGURES = '/plugins/property-desk/figures';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Every way to a list within a part of the page: its address, and how many it says. */
const ways = (scope) =>
  scope.locator('a[aria-label]').evaluateAll((links) =>
    links.map((link) => ({
      label: link.getAttribute('aria-label'),
      href: link.getAttribute('href'),
      count: Number(/(\d+)\D*$/.exec(link.getAttribute('aria-label'))?.[1]),
    }))
  );

/** How many a list says that it has. */
const total = async (page) => {
  const said = page.getByText(/^共 \d+\+? [件项]$/).first();
  await said.waitFor();
  return Number(/\d+/.exec(await said.innerText())[0]);
};

test('every figure of the month opens the list that it counts', { timeout: 300_000 }, async () => {
  const manager = await personIn(browser, 'manager@demo.local');
  const { page } = manager;
  await visit(page, '/plugins/property-desk/desk');
  await page.getByRole('link', { name: '今日与本月' }).click();
  await page.getByRole('heading', { name: '今日与本月' }).waitFor();
  await page.getByRole('button', { name: '本月' }).click();
  await page.locator('[data-card="in"]').waitFor();
  await page.waitForURL(/from=/);
  await page.waitForLoadState('networkidle');
  const address = page.url();
  await shot(page, 'figures');
  await page.screenshot({ path: `${process.env.E2E_ARTIFACTS}/figures-whole.png`, fullPage: true });

  const sections = [
    ['受理', 2],
    ['办结', 2],
    ['按时率', 2],
    ['满意率', 1],
    ['各时段受理', 3],
    ['未办结的已等多久', 2],
    ['各类别受理', 3],
    ['投诉等级', 2],
    ['团队工作量', 4],
  ];
  for (const [name, some] of sections) {
    const all = await ways(page.getByRole('region', { name, exact: true }));
    assert.ok(all.length > 0, `${name} opens nothing`);
    // The first, the last, and what lies between.
    const step = Math.max(1, Math.floor(all.length / some));
    for (const { label, href, count } of all.filter((_, at) => at % step === 0).slice(0, some)) {
      assert.ok(count > 0, `${label} says no number`);
      await page.goto(new URL(href, address).href);
      assert.equal(await total(page), Math.min(count, 1000), `${name}: ${label} → ${href}`);
      if (count > 0) await page.locator('tbody tr').first().waitFor();
    }
    await page.goto(address);
    await page.locator('[data-card="in"]').waitFor();
  }

  const hours = page.getByRole('region', { name: '各时段受理', exact: true });
  await hours.getByRole('button', { name: '看表格' }).click();
  await hours.getByText('上午9时', { exact: true }).waitFor();
  await hours.getByRole('button', { name: '看图' }).click();
  const first = hours.locator('ol a').first();
  await first.focus();
  await first.press('Enter');
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.match(page.url(), /hour=\d+/);
  await page
    .getByText(/\d+时登记/)
    .first()
    .waitFor();
  await shot(page, 'figures-list');

  await visit(page, `${FIGURES}?from=2001-01-01&to=2001-01-31`);
  await page.getByText('这段时间没有登记事项。').first().waitFor();
  await shot(page, 'figures-quiet');

  await page.goto(address);
  await page.locator('[data-card="in"]').waitFor();
  await page.waitForLoadState('networkidle');
  assert.deepEqual(await broken(page), []);
  assert.deepEqual(await inaccessible(page), []);
  quiet('the manager', manager);
  await manager.context.close();
});

test('the home page says what I owe and how the day goes', { timeout: 120_000 }, async () => {
  const manager = await personIn(browser, 'manager@demo.local');
  const { page } = manager;
  await visit(page, '/');
  const desk = page.locator('[data-widget="desk"]');
  await desk.locator('[data-tile="overdue"]').waitFor();
  const today = page.locator('[data-widget="today"]');
  await today.locator('[data-tile="in"]').waitFor();
  await shot(page, 'figures-home');
  const came = Number(/\d+/.exec(await today.locator('[data-tile="in"]').innerText())[0]);
  await today.locator('[data-tile="in"]').click();
  await page.locator('[data-card="in"] p').first().waitFor();
  assert.equal(Number(await page.locator('[data-card="in"] p').first().innerText()), came);
  quiet('the manager', manager);
  await manager.context.close();

  const engineer = await personIn(browser, 'engineer@demo.local');
  await visit(engineer.page, '/');
  await engineer.page.locator('[data-widget="desk"] [data-tile="owed"]').waitFor();
  assert.equal(await engineer.page.locator('[data-widget="today"]').count(), 0);
  await engineer.page.locator('[data-widget="desk"] [data-tile="owed"]').click();
  await engineer.page.getByRole('heading', { name: '我的工作台' }).waitFor();
  quiet('the engineer', engineer);
  await engineer.context.close();
});

test('it can be read in the dark, in English', { timeout: 120_000 }, async () => {
  const supervisor = await personIn(browser, 'supervisor@demo.local', { language: 'en', colorScheme: 'dark' });
  const { page } = supervisor;
  hear(page);
  await visit(page, FIGURES);
  await page.locator('[data-card="in"]').waitFor();
  await page.getByRole('button', { name: 'This month' }).click();
  await page.waitForURL(/from=/);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${process.env.E2E_ARTIFACTS}/figures-dark.png`, fullPage: true });
  assert.deepEqual(await untranslated(page, 'en'), []);
  await visit(page, '/');
  await page.locator('[data-widget="today"] [data-tile="in"]').waitFor();
  await shot(page, 'figures-home-dark');
  quiet('the supervisor', supervisor);
  await supervisor.context.close();
});
