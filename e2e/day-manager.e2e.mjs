// A manager's day: decides what the supervisor could not, reads the policy, sees who looked at what, and has it on paper.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { settled } from './checks/page.mjs';
import { untranslated } from './checks/words.mjs';
import { act, download, goHome, openFirst, panelOf, personIn, quiet, visit } from './desk.mjs';

const PAGES = '/plugins/property-desk';
const DECISION = '同意减免当月车位费，由客服主管当面致歉';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test('a manager’s day', { timeout: 240_000 }, async (t) => {
  let title;
  await t.test('the supervisor does not get on, and reports it', async () => {
    const supervisor = await personIn(browser, 'supervisor@demo.local');
    const { page } = supervisor;
    await openFirst(page, `${PAGES}/complaints?state=handling`);
    title = await page.getByRole('heading', { level: 1 }).innerText();
    await act(
      page,
      '上报经理',
      (form) => form.locator('[name=reason]').fill('对方要求减免费用，超出主管权限'),
      '处理中'
    );
    quiet('the supervisor', supervisor);
    await supervisor.context.close();
  });

  const manager = await personIn(browser, 'manager@demo.local');
  const { page } = manager;
  const chinese = async () => {
    await settled(page);
    assert.deepEqual(await untranslated(page, 'zh-Hans'), []);
  };

  await t.test('it stands on the manager’s desk, and is decided', async () => {
    await visit(page, `${PAGES}/desk`);
    const line = page.locator('main li', { hasText: '经理批示' });
    await line.first().waitFor();
    await chinese();
    await shot(page, 'day-manager-desk');
    await line.filter({ hasText: title }).first().getByRole('link').click();
    await act(page, '经理批示', (form) => form.locator('textarea[name=decision]').fill(DECISION), '处理中');
    await panelOf(page).getByText(DECISION).first().waitFor();
    await chinese();
    await shot(page, 'day-manager-decided');
  });

  await t.test('the policy in force is read', async () => {
    await visit(page, `${PAGES}/policies`);
    await page.getByRole('link', { name: '阅读制度' }).first().click();
    await page.locator('#article-10').waitFor();
    await chinese();
  });

  await t.test('who looked at what is looked through', async () => {
    await visit(page, `${PAGES}/access-log`);
    await page.locator('tbody tr').first().waitFor();
    await chinese();
    await shot(page, 'day-manager-access');
  });

  await t.test('and the report is taken along on paper', async () => {
    await visit(page, `${PAGES}/execution-map`);
    await page.getByRole('button', { name: '今年' }).click();
    await page.locator('[data-bar]').first().waitFor();
    const { name, content } = await download(page, page.getByRole('button', { name: '打印执行报告' }));
    assert.match(name, /\.docx$/);
    assert.ok(content.length > 5000);
    await goHome(page);
    quiet('the manager', manager);
    await manager.context.close();
  });
});
