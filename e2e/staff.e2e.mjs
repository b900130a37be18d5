// A colleague leaves: the work goes to another, then the record is closed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { personIn, quiet, visit } from './desk.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test('a leaving engineer’s work is handed over, and only then the engineer goes', { timeout: 180_000 }, async () => {
  const supervisor = await personIn(browser, 'supervisor@demo.local');
  const { page } = supervisor;
  await visit(page, '/content-manager/collection-types/plugin::property-desk.staff-member');
  await page.getByRole('link', { name: '钱永福' }).click();
  const panel = page.getByTestId('hand-over');
  await panel.getByText(/钱永福名下有 [1-9]\d* 项待办/).waitFor();

  const saving = () => page.waitForResponse((each) => each.request().method() === 'PUT');
  await page.locator('input[name=active]').click();
  const [refused] = await Promise.all([saving(), page.getByRole('button', { name: '保存' }).click()]);
  assert.equal(refused.status(), 400, 'who still owes something stays');

  await panel.locator('input[name=handOverTo]').fill('赵');
  await page.getByRole('option', { name: /赵建军/ }).click();
  await panel.getByRole('button', { name: '移交', exact: true }).click();
  const question = page.getByRole('alertdialog');
  await question.getByText('移交给赵建军').waitFor();
  await shot(page, 'hand-over');
  await question.getByRole('button', { name: '移交', exact: true }).click();
  await panel.getByText(/已移交 [1-9]\d* 件给赵建军/).waitFor();
  await panel.getByText('钱永福名下没有待办事项').waitFor();

  // Strapi reads the record anew after a refusal, and the switch goes back with it.
  const active = page.locator('input[name=active]');
  if (await active.isChecked()) await active.click();
  const [saved] = await Promise.all([saving(), page.getByRole('button', { name: '保存' }).click()]);
  assert.equal(saved.status(), 200, 'now the engineer can go');
  await page.getByText('已不在岗').waitFor();
  await shot(page, 'handed-over');

  await visit(page, '/plugins/property-desk/messages');
  // Other stories may have sent a notice to a group robot that the community does not have.
  await page.getByText('没有发送失败的消息。').or(page.getByRole('grid')).waitFor();
  quiet('the supervisor', supervisor);
  await supervisor.context.close();
});
