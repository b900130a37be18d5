// A notice from a template to the board and down again: written, checked, approved, published, hung up, read, withdrawn.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot, URL } from './browser.mjs';
import { act, panelOf, personIn, quiet, visit } from './desk.mjs';

const NOTICES = '/plugins/property-desk/notices';
const STAMP = Date.now().toString(36);
const TITLE = `关于管网检修停水的通知 ${STAMP}`;
const PRIVATE = '13800001234';
const PHOTO = {
  name: 'board.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64'
  ),
};

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());
const person = (email, options) => personIn(browser, email, options);

/** The notice as a front-end site finds it, or nothing. */
async function inFeed() {
  const answer = await fetch(`${URL}/api/property-desk/notices?pagination[pageSize]=100`);
  assert.equal(answer.status, 200);
  return (await answer.json()).data.find(({ title }) => title === TITLE);
}

/** Within a second, as promised. */
async function soon(holds) {
  const end = Date.now() + 1000;
  for (;;) {
    const found = await holds();
    if (found || Date.now() > end) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('a notice, from the template to its withdrawal', { timeout: 300_000 }, async (t) => {
  const specialist = await person('specialist@demo.local');
  let address;

  await t.test('the specialist writes it, is told of a telephone number, and mends it', async () => {
    const { page } = specialist;
    const { keyboard } = page;
    await visit(page, `${NOTICES}/new`);
    await page.getByRole('button', { name: '停水通知', exact: true }).click();
    await page
      .getByTestId('findings')
      .getByText(/处空白没有填/)
      .waitFor();

    const community = page.locator('[data-field=community]').getByRole('combobox');
    if (!(await community.innerText()).trim() || (await community.innerText()).includes('请选择')) {
      await community.click();
      await page.getByRole('option').first().click();
    }
    await page.locator('input[name=title]').fill(TITLE);
    // Notices of an outage run out.
    await page
      .locator('input[name=expiresAt]')
      .fill(`${new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)}T18:00`);
    const text = page.locator('[data-slate-editor]');
    await text.click();
    // The editor learns of a selection a moment after the browser: on a busy machine more than one try is needed.
    while ((await text.innerText()).includes('请提前储备')) {
      await keyboard.press('Control+a');
      await page.waitForTimeout(300);
      await keyboard.press('Delete');
    }
    await keyboard.insertText('各位业主：因市政管网检修，本小区明日 9 时至 17 时停水。');
    await keyboard.press('Enter');
    await keyboard.type('1. ');
    await keyboard.insertText('请提前储水');
    await keyboard.press('Enter');
    await keyboard.insertText(`有事请打 ${PRIVATE}`);
    await page.getByTestId('findings').getByText(PRIVATE).first().waitFor();
    await shot(page, 'notice-finding');
    for (let signs = 0; signs < `有事请打 ${PRIVATE}`.length; signs += 1) await keyboard.press('Backspace');
    await keyboard.insertText('请关好阀门');
    await page.getByText('没有发现个人信息或不当催缴的字句。').waitFor();
    assert.equal(await text.locator('ol li').count(), 2);
  });

  await t.test('sees the printed page, saves with Ctrl+S, and submits', async () => {
    const { page } = specialist;
    await page.getByTestId('preview').locator('[data-page="1"]').waitFor();
    assert.ok((await page.getByTestId('preview').innerText()).includes(STAMP));
    await page.getByTestId('preview').getByText('共 1 页').waitFor();
    await shot(page, 'notice-editor');

    await page.keyboard.press('Control+s');
    await page.waitForURL((url) => /\/notices\/[a-z0-9]{20,}$/.test(url.pathname));
    address = new globalThis.URL(page.url()).pathname.replace('/admin', '');
    await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();

    // What is not saved yet is asked about before it is left.
    await page.locator('input[name=title]').fill(`${TITLE} `.trim() + '？');
    await page.getByRole('link', { name: '返回通知列表' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '留下来' }).click();
    await page.locator('input[name=title]').fill(TITLE);

    await page.getByRole('button', { name: '提交审批' }).click();
    await panelOf(page).getByText('待审批', { exact: true }).first().waitFor();
    quiet('the specialist', specialist);
  });

  const supervisor = await person('supervisor@demo.local');
  await t.test('the supervisor approves it from the queue, and publishes it', async () => {
    const { page } = supervisor;
    await visit(page, `${NOTICES}?tab=submitted`);
    const line = page.getByRole('row').filter({ hasText: TITLE });
    await line.getByRole('button', { name: '审批' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByTestId('text-to-decide').getByText('请关好阀门').waitFor();
    await shot(page, 'notice-decide');
    await dialog.getByRole('button', { name: '同意' }).click();
    await line.waitFor({ state: 'detached' });

    await visit(page, address);
    assert.equal(await inFeed(), undefined);
    await act(page, '发布', null, '已发布');
    assert.match((await soon(inFeed)).number, /〔\d{4}〕\d+号$/);
    await shot(page, 'notice-published');
  });

  const receptionist = await person('receptionist@demo.local', { viewport: { width: 390, height: 844 } });
  await t.test('the receptionist hangs it up everywhere, on a telephone', async () => {
    const { page } = receptionist;
    await visit(page, `${NOTICES}?tab=to-post`);
    const card = page.getByTestId('to-post').filter({ hasText: TITLE });
    await card.waitFor();
    await shot(page, 'notice-to-post');
    await card.locator('input[type=file]').first().setInputFiles(PHOTO);
    await page
      .getByText(/已登记张贴/)
      .first()
      .waitFor();
    for (;;) {
      const left = await card.getByRole('button', { name: / 已张贴$/ }).count();
      if (left === 0) break;
      await card
        .getByRole('button', { name: / 已张贴$/ })
        .first()
        .click();
      await page.waitForFunction(
        ([title, before]) => {
          const cards = [...document.querySelectorAll('[data-testid=to-post]')];
          const mine = cards.find((each) => each.textContent.includes(title));
          return !mine || mine.querySelectorAll('input[type=file]').length < before;
        },
        [TITLE, left]
      );
    }
    await visit(page, address);
    await page.getByTestId('posting').first().waitFor();
    assert.equal(await page.getByText('还没有张贴').count(), 0);
    await page.getByTestId('reach').waitFor();
    quiet('the receptionist', receptionist);
  });

  await t.test('the supervisor withdraws it, and it is gone from the feed', async () => {
    const { page } = supervisor;
    await page.reload();
    await act(page, '撤回', (form) => form.locator('input[name=reason]').fill('供水提前恢复'), '已撤回');
    await page.getByText('供水提前恢复').first().waitFor();
    assert.equal(await soon(async () => (await inFeed()) === undefined), true);
    await shot(page, 'notice-withdrawn');
    quiet('the supervisor', supervisor);
  });

  await Promise.all([specialist, supervisor, receptionist].map(({ context }) => context.close()));
});

test('the same screens in English and in the dark', { timeout: 120_000 }, async () => {
  const supervisor = await person('supervisor@demo.local', { language: 'en', locale: 'en-GB', colorScheme: 'dark' });
  const { page } = supervisor;
  await visit(page, `${NOTICES}?tab=ended`);
  await page.getByRole('heading', { name: 'Notices', level: 1 }).waitFor();
  await page.getByRole('link', { name: TITLE }).waitFor();
  await shot(page, 'notices-en');
  await page.getByRole('link', { name: TITLE }).click();
  await page.getByRole('heading', { name: 'Reach' }).waitFor();
  await shot(page, 'notice-en');
  await visit(page, `${NOTICES}/new`);
  await page.getByText('Start from a template').waitFor();
  await shot(page, 'notice-new-en');
  quiet('the supervisor', supervisor);
  await supervisor.context.close();
});
