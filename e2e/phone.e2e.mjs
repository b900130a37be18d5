// An engineer with a telephone: the job, the work, the photo.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { act, fits, panelOf, personIn, photo, quiet, visit } from './desk.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test('an engineer does a job with a telephone in hand', { timeout: 180_000 }, async () => {
  const engineer = await personIn(browser, 'engineer@demo.local', PHONE);
  const { page } = engineer;
  await visit(page, '/plugins/property-desk/desk');
  const job = page.locator('main li', { hasText: '已派单' }).getByRole('link').first();
  await job.waitFor();
  await fits(page, 'the desk');
  await shot(page, 'phone-desk');

  await job.click();
  await panelOf(page).getByRole('button', { name: '开始维修', exact: true }).waitFor();
  await page.getByText('报修内容', { exact: true }).waitFor();
  await fits(page, 'the job');
  await shot(page, 'phone-job');

  await act(page, '开始维修', null, '维修中');
  await panelOf(page)
    .locator('input[type=file]')
    .setInputFiles(await photo(page, '现场.jpg'));
  await panelOf(page).getByRole('button', { name: '现场.jpg' }).click();
  const shown = page.getByRole('dialog').getByRole('img', { name: '现场.jpg' });
  await shown.waitFor();
  await page.waitForFunction(() => document.querySelector('[role=dialog] img')?.naturalWidth > 0);
  assert.ok((await shown.boundingBox()).width <= 390, 'the photo is fitted to the screen');
  await shot(page, 'phone-photo');
  await page.keyboard.press('Escape');
  await shown.waitFor({ state: 'detached' });

  await act(
    page,
    '完工',
    async (form) => {
      await form.locator('textarea[name=workDone]').fill('现场处理完毕，试用正常');
      await shot(page, 'phone-complete');
    },
    '待回访'
  );
  await fits(page, 'the finished job');
  await shot(page, 'phone-done');
  quiet('the engineer', engineer);
  await engineer.context.close();
});
