// A key from the request to its return: asked for by name, approved by another, handed over, late, back; and its form.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot, URL } from './browser.mjs';
import { act, paperOf, personIn, quiet, visit } from './desk.mjs';

const PURPOSE = '更换屋顶航空障碍灯';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());
const person = (name) => personIn(browser, `${name}@demo.local`);
const LOANS = '/plugins/property-desk/loans';

test('a key is lent and comes back', { timeout: 400_000 }, async (t) => {
  const engineer = await person('engineer');
  let address;
  let number;

  await t.test('the engineer asks for it by its name, by keyboard', async () => {
    const { page } = engineer;
    await visit(page, LOANS);
    await page.getByRole('link', { name: '申请借阅' }).first().click();
    await page.locator('input[name=item]:focus').waitFor();
    await page.keyboard.insertText('屋顶');
    await page.getByRole('option', { name: /钥匙 · K-001/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByTestId('loan-standing').getByText('在库').waitFor();
    await page.locator('textarea[name=purpose]').fill(PURPOSE);
    await page.locator('input[name=forWhom]').fill('孙师傅');
    await page.locator('input[name=forWhomTelephone]').fill('13800006601');
    await shot(page, 'loan-request');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/\/loans\/[a-z0-9]{20,}$/);
    await page.getByText('待审批').first().waitFor();
    address = new globalThis.URL(page.url()).pathname;
    number = (
      await page
        .getByText(/JY-\d{4}-\d{4}/)
        .first()
        .innerText()
    ).match(/JY-\d{4}-\d{4}/)[0];
    assert.equal(await page.getByText('13800006601').count(), 0);
    quiet('the engineer', engineer);
  });

  const supervisor = await person('supervisor');
  await t.test('another approves it', async () => {
    const { page } = supervisor;
    await page.goto(`${URL}${address}`);
    await act(page, '批准', null, '待领取');
    await shot(page, 'loan-approved');
  });

  const receptionist = await person('receptionist');
  await t.test('the front desk hands it over, and sees who has it', async () => {
    const { page } = receptionist;
    await page.goto(`${URL}${address}`);
    await act(page, '交给借阅人', null, '借出中');
    await page
      .getByTestId('loan-standing')
      .getByText(/赵建军借用中/)
      .waitFor();
    await shot(page, 'loan-lent');
    const text = await paperOf(page, page.getByRole('button', { name: '打印借阅登记表' }));
    assert.match(text, /借阅登记表/);
    assert.ok(text.includes(number) && text.includes(PURPOSE));
  });

  await t.test('what is late stands in the list by itself, with whoever waits for it', async () => {
    const { page } = receptionist;
    await visit(page, `${LOANS}?overdue=true`);
    await page.getByText('水泵房换季检修').waitFor();
    await shot(page, 'loan-overdue');
    await page.locator('tbody a').first().click();
    await page.getByTestId('loan-standing').getByText('排队等候').waitFor();
    await page.getByTestId('loan-standing').getByText('钱永福').waitFor();
    await shot(page, 'loan-queue');
    await visit(page, LOANS);
    await page.getByText(PURPOSE).waitFor();
    await shot(page, 'loans');
  });

  await t.test('it comes back damaged, and the desk says how', async () => {
    const { page } = receptionist;
    await page.goto(`${URL}${address}`);
    await act(
      page,
      '归还',
      async (form) => {
        await form.getByText('有损坏').click();
        await form.locator('textarea[name=conditionNote]').fill('钥匙齿磨损，需重配');
        await shot(page, 'loan-return');
      },
      '已归还'
    );
    await page.getByTestId('loan-standing').getByText(/在库/).waitFor();
    await shot(page, 'loan-returned');
    quiet('the receptionist', receptionist);
    quiet('the supervisor', supervisor);
  });
});
