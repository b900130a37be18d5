import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, logIn, openPage, shot } from './browser.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test('the super admin logs in to a panel that throws nothing', async () => {
  const { page, errors } = await openPage(browser);
  await logIn(page, 'admin@demo.local');
  await shot(page, 'home');
  assert.deepEqual(errors, []);
});
