// The main job: a repair from the telephone call to the archive, in the browser, by the people who do it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot, URL } from './browser.mjs';
import { act, panelOf, paperOf, personIn, quiet, visit } from './desk.mjs';

const TELEPHONE = '13800001234';
const SAID = '厨房水槽下水管漏水，地面已有积水';
const DONE = '更换下水软管，试水不漏';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());
const person = (email, options) => personIn(browser, email, options);

test('a repair, from the call to the archive', { timeout: 300_000 }, async (t) => {
  const engineer = await person('engineer@demo.local');
  let engineerName;
  let number;
  let caseAddress;

  await t.test('the engineer sees their own desk and no way to take calls', async () => {
    const { page } = engineer;
    await visit(page, '/plugins/property-desk/desk');
    await page.getByRole('heading', { name: '我的工作台' }).waitFor();
    engineerName = (await page.getByText('工程维修').first().innerText()).split('·')[0].trim();
    assert.ok(engineerName.length >= 2);
    assert.equal(await page.getByRole('link', { name: '登记来电' }).count(), 0);
  });

  const receptionist = await person('receptionist@demo.local');
  await t.test('the receptionist takes the call by keyboard alone', async () => {
    const { page } = receptionist;
    const { keyboard } = page;
    await visit(page, '/plugins/property-desk/intake');
    await page.getByRole('combobox', { name: '来电人' }).waitFor();

    await keyboard.type('?');
    // The dialog listens once it has the focus.
    await page.getByRole('dialog', { name: '键盘快捷键' }).locator(':focus').waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: '来电人' }).focus();

    await keyboard.type('101');
    await page.getByText(/找到 [1-9]\d* 户/).waitFor();
    await shot(page, 'intake-search');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    await page.getByRole('button', { name: '报修', exact: true }).and(page.locator(':focus')).waitFor();
    await keyboard.press('1');

    await page.locator('input[name=category]:focus').waitFor();
    await keyboard.press('ArrowDown');
    await page.getByRole('option').first().waitFor();
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await keyboard.insertText(SAID);
    await keyboard.press('Control+Enter');

    // The telephone is missing: said at the field, the cursor in it, nothing lost.
    await page.locator('input[name=contactTelephone]:focus').waitFor();
    await page.getByText('请填写此项').waitFor();
    assert.equal(await page.locator('textarea[name=description]').inputValue(), SAID);
    await shot(page, 'intake-form');

    // Back to the kinds, to the search, and in again: still there.
    await keyboard.press('Escape');
    await page.getByRole('button', { name: '报修', exact: true }).and(page.locator(':focus')).waitFor();
    await keyboard.press('Escape');
    await page.getByText(/找到 [1-9]\d* 户/).waitFor();
    await keyboard.press('Enter');
    await page.getByRole('button', { name: '报修', exact: true }).and(page.locator(':focus')).waitFor();
    await keyboard.press('Enter');
    await page.locator('input[name=category]:focus').waitFor();
    assert.equal(await page.locator('textarea[name=description]').inputValue(), SAID);

    await page.locator('input[name=contactTelephone]').focus();
    await keyboard.type(TELEPHONE);
    await keyboard.press('Control+Enter');
    number = await page.getByTestId('saved-number').innerText();
    assert.match(number, /^BX-\d{8}-\d{4}$/);
    await page.getByText('待派单').first().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), '下一个来电');
    await shot(page, 'intake-saved');
  });

  await t.test('and dispatches it to the engineer', async () => {
    const { page } = receptionist;
    caseAddress = new globalThis.URL(await page.getByRole('link', { name: '打开' }).getAttribute('href'), URL).pathname;
    await page.goto(`${URL}${caseAddress}`);
    await act(
      page,
      '派单',
      async (form) => {
        const assignee = form.locator('input[name=assignee]');
        await assignee.fill(engineerName);
        await page
          .getByRole('option', { name: new RegExp(engineerName) })
          .first()
          .waitFor();
        await shot(page, 'case-dispatch');
        await assignee.press('Enter');
      },
      '已派单'
    );
    await shot(page, 'case-dispatched');
    quiet('the receptionist', receptionist);
  });

  const specialist = await person('specialist@demo.local');
  await t.test('two act at once: the slower is told what happened and keeps what was typed', async () => {
    const slow = engineer.page;
    await visit(slow, '/plugins/property-desk/desk');
    await slow
      .getByRole('link', { name: new RegExp(number) })
      .first()
      .click();
    await panelOf(slow).getByRole('button', { name: '退单', exact: true }).click();
    await slow.getByRole('dialog').locator('input[name=reason]').fill('手上有紧急工单');

    await specialist.page.goto(`${URL}${caseAddress}`);
    await act(
      specialist.page,
      '另约时间',
      async (form) => {
        await form.getByRole('button', { name: '明天 15:00' }).click();
        await form.locator('input[name=reason]').fill('业主要求改到明天下午');
        await form.locator('input[name=told]').fill('电话');
      },
      '已派单'
    );

    await slow.getByRole('dialog').getByRole('button', { name: '退单', exact: true }).click();
    await slow.getByText('同事已先一步办理').waitFor();
    await shot(slow, 'case-conflict');
    assert.equal(await slow.getByRole('dialog').locator('input[name=reason]').inputValue(), '手上有紧急工单');
    assert.deepEqual(
      engineer.troubles.splice(0).map((trouble) => trouble.split(' /')[0]),
      ['409']
    );
    await slow.getByRole('dialog').getByRole('button', { name: '返回' }).click();
  });

  await t.test('the engineer starts and completes', async () => {
    const { page } = engineer;
    await act(page, '开始维修', null, '维修中');
    await act(
      page,
      '完工',
      async (form) => {
        await form.locator('textarea[name=workDone]').fill(DONE);
        await form.getByRole('button', { name: '添加材料' }).click();
        await form.locator('input[name="parts.0.name"]').fill('下水软管');
        await form.locator('input[name="parts.0.price"]').fill('25.50');
        await form.locator('input[name=cost]').fill('25.50');
        await shot(page, 'case-complete');
      },
      '待回访'
    );
    await panelOf(page).getByText('¥25.50').first().waitFor();
    await shot(page, 'case-completed');
    quiet('the engineer', engineer);
  });

  await t.test('the specialist revisits and files it', async () => {
    const { page } = specialist;
    await page.goto(`${URL}${caseAddress}`);
    await act(
      page,
      '回访',
      async (form) => {
        await form.getByRole('radio', { name: '满意', exact: true }).click();
        for (const mark of ['ratingQuality', 'ratingAttitude', 'ratingOverall']) {
          await form.locator(`[data-field=${mark}]`).getByRole('radio', { name: '5 分' }).click();
        }
        await shot(page, 'case-follow-up');
      },
      '待归档'
    );
    await act(page, '归档', null, '已归档');
    await panelOf(page)
      .getByText(/已了结的责任 \d+ 项/)
      .click();
    assert.ok((await panelOf(page).getByText('按时', { exact: true }).count()) >= 3, 'the promises were kept');
    await shot(page, 'case-archived');
  });

  await t.test('the work order is a Word file that tells the story', async () => {
    const { page } = specialist;
    const paper = await paperOf(page, panelOf(page).getByRole('button', { name: '打印维修工单' }));
    for (const text of [number, SAID, DONE, '下水软管']) assert.ok(paper.includes(text), `the paper says ${text}`);
    quiet('the specialist', specialist);
  });

  await Promise.all([engineer, receptionist, specialist].map(({ context }) => context.close()));
});

test('the same screens in English and in the dark', { timeout: 120_000 }, async () => {
  const supervisor = await person('supervisor@demo.local', { language: 'en', locale: 'en-GB', colorScheme: 'dark' });
  const { page } = supervisor;
  for (const [path, heading, name] of [
    ['desk', 'My desk', 'desk-en'],
    ['tickets', 'Repair tickets', 'tickets-en'],
    ['inquiries', 'Inquiries', 'inquiries-en'],
    ['intake', 'Take a call', 'intake-en'],
  ]) {
    await visit(page, `/plugins/property-desk/${path}`);
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await shot(page, name);
  }
  await visit(page, '/plugins/property-desk/tickets');
  await page.locator('tbody a').first().click();
  await panelOf(page).getByText('History').waitFor();
  await shot(page, 'case-en');
  quiet('the supervisor', supervisor);
  await supervisor.context.close();
});
