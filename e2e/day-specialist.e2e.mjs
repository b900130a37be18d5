// A specialist's day: revisits by telephone, files what is finished, moves a promise, hands a question on, looks a file up.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { settled } from './checks/page.mjs';
import { untranslated } from './checks/words.mjs';
import { act, goHome, openFirst, panelOf, personIn, quiet, visit } from './desk.mjs';

const PAGES = '/plugins/property-desk';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test('a specialist’s day', { timeout: 240_000 }, async (t) => {
  const specialist = await personIn(browser, 'specialist@demo.local');
  const { page } = specialist;

  await t.test('the desk is narrowed to one kind of what is owed', async () => {
    await visit(page, `${PAGES}/desk`);
    await page.locator('main li').first().waitFor();
    await page.getByRole('tab', { name: '全部待办' }).click();
    // After everything and what is late come the kinds of what is owed.
    const kind = page.getByRole('group', { name: '按事项筛选' }).getByRole('button').nth(2);
    const what = (await kind.innerText()).replace(/\s*\d+$/, '');
    await kind.click();
    await settled(page);
    const lines = await page.locator('main li').allInnerTexts();
    assert.ok(lines.length > 0 && lines.every((line) => line.includes(what)), lines.join('\n'));
    assert.deepEqual(await untranslated(page, 'zh-Hans'), []);
    await shot(page, 'day-specialist-desk');
  });

  await t.test('nobody answers: the try is counted, the clock runs on', async () => {
    await openFirst(page, `${PAGES}/tickets?state=completed`);
    await act(
      page,
      '回访',
      async (form) => {
        await form.getByRole('radio', { name: '未联系上', exact: true }).click();
      },
      '待回访'
    );
    await panelOf(page).getByText('完工回访', { exact: true }).first().waitFor();
    await shot(page, 'day-specialist-unreached');
  });

  await t.test('what satisfied its owner is filed, several at once', async () => {
    await visit(page, `${PAGES}/tickets?state=confirmed`);
    const boxes = page.getByRole('checkbox', { name: /^选择 BX-/ });
    await boxes.first().waitFor();
    const count = Math.min(2, await boxes.count());
    for (let at = 0; at < count; at += 1) await boxes.nth(at).click();
    await page.getByRole('toolbar').getByRole('button', { name: '归档', exact: true }).click();
    const form = page.getByRole('dialog').filter({ has: page.locator('form') });
    await form.getByRole('button', { name: '归档', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText(`成功 ${count} 件`).waitFor();
    await shot(page, 'day-specialist-filed');
  });

  await t.test('another time is agreed with the owner', async () => {
    await openFirst(page, `${PAGES}/tickets?state=on_hold`);
    await act(
      page,
      '另约时间',
      async (form) => {
        await form.getByRole('button', { name: '明天 15:00' }).click();
        await form.locator('input[name=reason]').fill('配件明天上午到');
        await form.locator('input[name=told]').fill('电话告知，业主同意');
      },
      '挂起'
    );
    await panelOf(page)
      .getByText(/明天 15:00/)
      .first()
      .waitFor();
    assert.deepEqual(await untranslated(page, 'zh-Hans'), []);
    await shot(page, 'day-specialist-repromised');
  });

  await t.test('a question goes to whoever knows', async () => {
    await openFirst(page, `${PAGES}/inquiries?state=open`);
    await act(
      page,
      '改派',
      async (form) => {
        await form.locator('input[name=handler]').fill('何静');
        await page.getByRole('option', { name: /何静/ }).first().click();
        await form.locator('input[name=reason]').fill('由负责秩序的专员答复');
      },
      '待答复'
    );
    await page.getByText('何静').first().waitFor();
  });

  await t.test('and home', async () => {
    await goHome(page);
    quiet('the specialist', specialist);
    await specialist.context.close();
  });
});
