// The policy: revised where it stands, compared, approved by another person, promulgated, and signed by the staff.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { act, panelOf, paperOf, personIn, quiet, visit } from './desk.mjs';

const COMMUNITY = '阳光花园';
const RULE = 'ticket.followUpWithin';
const ADDED = '回访由客服中心统一办理，并告知业主维修质保期。';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());
const person = (email, options) => personIn(browser, email, options);

const list = '/plugins/property-desk/policies';
const sectionOf = (page) => page.getByRole('region', { name: COMMUNITY });
const idOf = (page) => new globalThis.URL(page.url()).pathname.split('/').pop();
const open = (page, id, tab = '') => visit(page, `${list}/${id}${tab}`);

/** Takes a draft through approval to force: submitted by one, approved and promulgated by another. */
async function bringIntoForce(supervisor, manager, id) {
  await open(supervisor, id);
  await act(supervisor, '提交审批', null, '待审批');
  await open(manager, id);
  await act(manager, '批准', null, '已批准');
  await act(manager, '颁布', null, '现行有效');
}

test('a revision, from the first word to the last signature', { timeout: 300_000 }, async (t) => {
  const supervisor = await person('supervisor@demo.local');
  const manager = await person('manager@demo.local');
  let old;
  let revised;

  await t.test('the versions of the community, the one in force first', async () => {
    const { page } = supervisor;
    await visit(page, list);
    await sectionOf(page).waitFor();
    if ((await sectionOf(page).getByTestId('policy-in-force').count()) === 0) {
      // A community begins with the default policy as its draft.
      await sectionOf(page)
        .getByRole('link', { name: /^ZD-\d{4}-\d{4}$/ })
        .first()
        .click();
      await page.getByTestId('policy-text').waitFor();
      await bringIntoForce(page, manager.page, idOf(page));
      await visit(page, list);
    }
    await sectionOf(page).getByTestId('policy-in-force').waitFor();
    await shot(page, 'policies');
    await sectionOf(page).getByRole('link', { name: '阅读制度' }).click();
    await page.getByTestId('policy-text').waitFor();
    old = idOf(page);
  });

  await t.test('it reads as a document, with its rules in words', async () => {
    const { page } = supervisor;
    const article = page.locator('#article-9');
    await article.getByRole('heading', { name: /^第九条/ }).waitFor();
    await article.locator(`[data-rule="${RULE}"]`).getByText('24 小时').waitFor();
    await page
      .getByRole('navigation', { name: '目录' })
      .getByRole('link', { name: /第十条/ })
      .click();
    await page.getByRole('navigation', { name: '目录' }).locator('a[aria-current]', { hasText: '第十条' }).waitFor();
    await shot(page, 'policy-read');
  });

  await t.test('the supervisor opens a revision and changes article 9', async () => {
    const { page } = supervisor;
    await panelOf(page).getByRole('button', { name: '修订', exact: true }).click();
    const dialog = page.getByRole('dialog').filter({ has: page.locator('form') });
    await dialog.getByRole('button', { name: '修订', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(old));
    await panelOf(page).getByText('草稿', { exact: true }).first().waitFor();
    revised = idOf(page);

    await page.getByRole('button', { name: '编辑第九条' }).click();
    const form = page.getByTestId('article-form');
    await form.getByText('任何一个环节逾期的').click();
    // The editor takes over the browser's cursor a tenth of a second later.
    await page.waitForTimeout(300);
    await page.keyboard.press('Control+End');
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(ADDED);
    await shot(page, 'policy-edit');

    // A reload loses nothing of it.
    page.once('dialog', (dialogue) => void dialogue.accept());
    await page.reload();
    await form.getByText(ADDED).waitFor();
    await form.getByRole('button', { name: '保存本条' }).click();
    await form.waitFor({ state: 'detached' });
    await page.locator('#article-9').getByText(ADDED).waitFor();
  });

  await t.test('and its rule, by number and unit', async () => {
    const { page } = supervisor;
    const rule = page.locator(`form[data-rule="${RULE}"]`);
    await rule.getByRole('textbox').fill('12');
    await rule.getByRole('textbox').press('Tab');
    await rule.getByRole('button', { name: '保存', exact: true }).click();
    await rule.getByRole('button', { name: '改回默认' }).waitFor();
    await shot(page, 'policy-rule');
  });

  await t.test('a number that is taken is refused by name, and nothing typed is lost', async () => {
    const { page } = supervisor;
    await page.getByRole('button', { name: '编辑第三条' }).click();
    const form = page.getByTestId('article-form');
    await form.locator('input[name=number]').fill('4');
    await form.locator('input[name=title]').fill('不会丢的标题');
    await form.getByRole('button', { name: '保存本条' }).click();
    await form.getByRole('alert').waitFor();
    await shot(page, 'policy-refused');
    assert.equal(await form.locator('input[name=title]').inputValue(), '不会丢的标题');
    await form.getByRole('button', { name: '放弃修改' }).click();
    assert.deepEqual(
      supervisor.troubles.splice(0).map((trouble) => trouble.split(' ')[0]),
      ['400']
    );
  });

  await t.test('the comparison shows both, and nothing else', async () => {
    const { page } = supervisor;
    await page.getByRole('tab', { name: '与现行版本比较' }).click();
    const comparison = page.getByTestId('comparison');
    await comparison.getByText('改动 1 条条文、1 项规则').waitFor();
    await comparison.locator('ins', { hasText: '质保期' }).first().waitFor();
    const rule = comparison.locator(`[data-rule="${RULE}"]`);
    await rule.getByText('24 小时').waitFor();
    await rule.getByText('12 小时').waitFor();
    assert.equal(await comparison.locator('[data-change=same]').count(), 0);
    await shot(page, 'policy-comparison');
  });

  await t.test('the manager approves and promulgates', async () => {
    await bringIntoForce(supervisor.page, manager.page, revised);
    await shot(manager.page, 'policy-in-force');
    quiet('the manager', manager);
    quiet('the supervisor', supervisor);
  });

  const receptionist = await person('receptionist@demo.local');
  await t.test('the receptionist reads it and signs', async () => {
    const { page } = receptionist;
    await open(page, revised);
    await page.getByTestId('acknowledge-head').waitFor();
    await shot(page, 'policy-to-sign');
    await page.getByTestId('acknowledge-end').getByRole('button', { name: '已阅读，签收' }).click();
    await page.getByTestId('acknowledge-end').waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: '签收情况' }).click();
    const people = page.getByTestId('acknowledgements');
    await people
      .getByText(/已签收 1 \/ \d+ 人/)
      .first()
      .waitFor();
    assert.ok((await people.getByRole('region', { name: '尚未签收' }).locator('tbody tr').count()) >= 3);
    await shot(page, 'policy-signed');
  });

  await t.test('the rulebook shows what now applies, and leads to the article', async () => {
    const { page } = receptionist;
    await visit(page, '/plugins/property-desk/rulebook');
    const rule = page.getByTestId('rulebook').locator(`[data-rule="${RULE}"]`);
    await rule.getByText('12 小时').waitFor();
    await rule.getByText('24 小时').waitFor();
    await rule.getByText('制度规定').waitFor();
    await shot(page, 'rulebook');
    await page.locator('input[name=q]').fill('回访 12 小时');
    await page.getByTestId('rulebook').locator('tbody tr').nth(1).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '制度第9条' }).click();
    await page.locator('#article-9').getByText(ADDED).waitFor();
    quiet('the receptionist', receptionist);
  });

  await t.test('the old version is past', async () => {
    const { page } = supervisor;
    await open(page, old);
    await panelOf(page).getByText('已被取代', { exact: true }).first().waitFor();
    await page.getByRole('tab', { name: '记录' }).click();
    await page.getByText('被新版取代').first().waitFor();
    await open(page, revised);
    const paper = await paperOf(page, panelOf(page).getByRole('button', { name: '打印管理制度' }));
    for (const text of ['第九条', ADDED]) assert.ok(paper.includes(text), `the paper says ${text}`);
    quiet('the supervisor', supervisor);
  });

  await Promise.all([supervisor, manager, receptionist].map(({ context }) => context.close()));
});

test('the same pages in English and in the dark', { timeout: 120_000 }, async () => {
  const supervisor = await person('supervisor@demo.local', { language: 'en', locale: 'en-GB', colorScheme: 'dark' });
  const { page } = supervisor;
  await visit(page, list);
  await page.getByRole('heading', { name: 'Policies', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Read the policy' }).first().click();
  await page.getByRole('heading', { name: /^Article 9/ }).waitFor();
  await shot(page, 'policy-en');
  await visit(page, '/plugins/property-desk/rulebook');
  await page.getByTestId('rulebook').getByText('Time to revisit after a repair').waitFor();
  await shot(page, 'rulebook-en');
  quiet('the supervisor', supervisor);
  await supervisor.context.close();
});
