// Who has seen what: a receptionist looks, a supervisor reads it in the access log and opens what was looked at.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { personIn, quiet, visit } from './desk.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test('a look is on the log, with who, what and when', { timeout: 180_000 }, async () => {
  const receptionist = await personIn(browser, 'receptionist@demo.local');
  await visit(receptionist.page, '/content-manager/collection-types/plugin::property-desk.resident');
  await receptionist.page.locator('tbody tr').first().click();
  await receptionist.page.getByRole('heading', { level: 1 }).waitFor();
  await receptionist.page.waitForLoadState('networkidle');
  await receptionist.context.close();

  const supervisor = await personIn(browser, 'supervisor@demo.local');
  const { page } = supervisor;
  await visit(page, '/plugins/property-desk/desk');
  await page.getByRole('link', { name: '查阅记录' }).click();
  await page.getByRole('heading', { name: '查阅记录' }).waitFor();
  const line = page.locator('tbody tr').first();
  await line.waitFor();
  await shot(page, 'access-log');
  await page.getByRole('combobox', { name: '查阅方式' }).click();
  await page.getByRole('option', { name: '打开', exact: true }).click();
  await page.locator('tbody tr', { hasText: '住户' }).first().waitFor();
  await page.locator('tbody tr', { hasText: '住户' }).first().getByRole('button', { name: '谁看过' }).click();
  await page.waitForURL(/record=/);
  await shot(page, 'access-log-record');
  await page.locator('tbody tr').first().getByRole('link').click();
  await page.waitForURL(/plugin::property-desk\.resident|households/);

  await visit(page, '/plugins/property-desk/access-log?from=2001-01-01&to=2001-01-31');
  await page.getByText('没有符合条件的查阅', { exact: false }).waitFor();
  await shot(page, 'access-log-empty');
  quiet('the supervisor', supervisor);
  await supervisor.context.close();
});

test('it can be read in the dark, in English', { timeout: 120_000 }, async () => {
  const manager = await personIn(browser, 'manager@demo.local', { language: 'en', colorScheme: 'dark' });
  const { page } = manager;
  await visit(page, '/plugins/property-desk/access-log');
  await page.getByRole('heading', { name: 'Access log' }).waitFor();
  await page.locator('tbody tr').first().waitFor();
  assert.equal(await page.getByText('access.', { exact: false }).count(), 0);
  await shot(page, 'access-log-dark');
  quiet('the manager', manager);
  await manager.context.close();
});
