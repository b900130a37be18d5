// A receptionist's day: what came in overnight is taken on, callers are answered, work orders go out, and home.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { untranslated } from './checks/words.mjs';
import { act, download, goHome, openFirst, personIn, quiet, takeCall, visit } from './desk.mjs';

const LIST = '/plugins/property-desk';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test('a receptionist’s day', { timeout: 240_000 }, async (t) => {
  const receptionist = await personIn(browser, 'receptionist@demo.local');
  const { page } = receptionist;

  await t.test('begins at the desk: what is owed, the most urgent first', async () => {
    await visit(page, `${LIST}/desk`);
    await page.getByRole('heading', { name: '我的工作台' }).waitFor();
    await page.locator('main li').first().waitFor();
    assert.deepEqual(await untranslated(page, 'zh-Hans'), []);
    await shot(page, 'day-receptionist-desk');
  });

  await t.test('takes on what a resident reported on the website, and sends somebody', async () => {
    await openFirst(page, `${LIST}/tickets?state=submitted`);
    await act(page, '受理', null, '待派单');
    await act(
      page,
      '派单',
      async (form) => {
        // Whoever does this kind of work and has the least to do is proposed.
        const proposed = await form.locator('input[name=assignee]').inputValue();
        if (proposed) return;
        await form.locator('input[name=assignee]').click();
        await page.getByRole('option').first().click();
      },
      '已派单'
    );
    await shot(page, 'day-receptionist-dispatched');
  });

  await t.test('answers a question that had to be looked up', async () => {
    await takeCall(page, '302', '咨询', {
      question: '地下车库的月租车位还有吗，怎么申请？',
      contactTelephone: '13800001234',
      when: '2 小时后',
    });
    await page.getByRole('link', { name: '打开' }).click();
    await act(
      page,
      '答复',
      async (form) => {
        await form.locator('textarea[name=answer]').fill('目前有空余车位，带行驶证到前台登记即可。');
        await form.getByRole('radio', { name: '电话', exact: true }).click();
      },
      '已答复'
    );
    assert.deepEqual(await untranslated(page, 'zh-Hans'), []);
    await shot(page, 'day-receptionist-answered');
  });

  await t.test('a question turns out to be a repair', async () => {
    await takeCall(page, '402', '咨询', {
      question: '楼道的灯一直闪，归谁管？',
      contactTelephone: '13800001235',
      when: '2 小时后',
    });
    await page.getByRole('link', { name: '打开' }).click();
    await act(
      page,
      '转为报修',
      async (form) => {
        await form.locator('input[name=category]').click();
        await page.getByRole('option', { name: /照明/ }).first().click();
      },
      '已转工单'
    );
  });

  await t.test('work orders are printed together', async () => {
    await visit(page, `${LIST}/tickets?state=dispatched`);
    const boxes = page.getByRole('checkbox', { name: /^选择 BX-/ });
    await boxes.first().waitFor();
    await boxes.nth(0).click();
    await boxes.nth(1).click();
    await page.getByText('已选 2 件').waitFor();
    const { name, content } = await download(page, page.getByRole('button', { name: '打印工单' }));
    assert.match(name, /\.zip$/);
    assert.equal(content.subarray(0, 2).toString(), 'PK');
    await shot(page, 'day-receptionist-printed');
  });

  await t.test('and goes home', async () => {
    await goHome(page);
    await shot(page, 'day-receptionist-home');
    quiet('the receptionist', receptionist);
    await receptionist.context.close();
  });
});
