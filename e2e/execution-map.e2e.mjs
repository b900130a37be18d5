// The policy is written; how far is it carried out? A supervisor reads the map and opens what its figures count.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { download, personIn, quiet, visit } from './desk.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** The number that stands in a figure. */
const numberIn = async (locator) => Number((await locator.innerText()).trim());

test('every figure of the execution map opens the list that it counts', { timeout: 180_000 }, async () => {
  const supervisor = await personIn(browser, 'supervisor@demo.local');
  const { page } = supervisor;
  await visit(page, '/plugins/property-desk/desk');
  await page.getByRole('link', { name: '制度落地' }).click();
  await page.getByRole('button', { name: '今年' }).click();
  await page.locator('tr[data-article="17"]').waitFor();
  await page.locator('[data-bar]').first().waitFor();
  await shot(page, 'execution-map');

  const repairs = page.locator('tr[data-article="9"]');
  await repairs.getByText('流程', { exact: true }).waitFor();
  const late = repairs.getByRole('link', { name: /逾期 \d+$/ });
  const counted = await numberIn(late);
  assert.ok(counted > 0 && counted <= 1000, `the demo has ${counted} late`);

  await page.getByRole('button', { name: '展开第9条' }).click();
  await page.getByRole('button', { name: '展开第4条' }).click();
  await page.getByRole('link', { name: /在岗员工 \d+/ }).waitFor();
  await page.locator('tr.inner').first().scrollIntoViewIfNeeded();
  await shot(page, 'execution-map-articles');

  await late.click();
  await page.getByRole('heading', { name: '应办事项' }).waitFor();
  await page.getByText(`共 ${counted} 项`, { exact: true }).waitFor();
  await page.locator('tbody tr').first().waitFor();
  await shot(page, 'execution-map-list');

  await page.goBack();
  await page.getByRole('button', { name: '看表格' }).click();
  await page.getByText('周（周一）', { exact: true }).waitFor();
  const report = await download(page, page.getByRole('button', { name: '打印执行报告' }));
  assert.match(report.name, /^制度执行报告-.+\.docx$/);

  await visit(page, '/plugins/property-desk/execution-map?from=2001-01-01&to=2001-01-31');
  await page.getByText('这段时间没有产生应办事项', { exact: false }).waitFor();
  await shot(page, 'execution-map-empty');
  quiet('the supervisor', supervisor);
  await supervisor.context.close();
});

test('it can be read in the dark, in English', { timeout: 120_000 }, async () => {
  const manager = await personIn(browser, 'manager@demo.local', { language: 'en', colorScheme: 'dark' });
  const { page } = manager;
  await visit(page, '/plugins/property-desk/execution-map');
  await page.getByRole('button', { name: 'This year' }).click();
  await page.locator('[data-bar]').first().waitFor();
  await shot(page, 'execution-map-dark');
  quiet('the manager', manager);
  await manager.context.close();
});
