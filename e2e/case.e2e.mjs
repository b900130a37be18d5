// The page of a case: everything about it in one place, by mouse and by keyboard, on every screen, and with two people
// at it at the same time.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { callerOf } from './calls.mjs';
import { download, fits, panelOf, personIn, photo, quiet, visit } from './desk.mjs';

const SAID = '卫生间顶部渗水，吊顶已经鼓起';
const CORRECTED = '主卧卫生间顶部渗水，吊顶已经鼓起';
const WHY = '手上有紧急工单，先派给同事';

let browser;
let receptionist;
let home;
let ticket;
let twin;
before(async () => {
  browser = await launch();
  receptionist = await callerOf('receptionist');
  home = await receptionist.household('2-1-802');
  const [category] = await receptionist.call('GET', '/options/categories');
  const register = () =>
    receptionist.start('tickets', 'register', {
      community: home.community.documentId,
      household: home.documentId,
      category: category.documentId,
      description: SAID,
      reporterName: home.residents[0].name,
      contactTelephone: '13800007788',
      priority: 'ordinary',
      source: 'phone',
    });
  ticket = await register();
  twin = await register();
  await receptionist.act('tickets', ticket.documentId, 'amend', { description: CORRECTED, reason: '业主补充' });
});
after(() => browser.close());

const pageOf = ({ documentId }, plural = 'tickets') => `/plugins/property-desk/${plural}/${documentId}`;

/** Whether the cursor is inside something, and not lost on the page. */
const holdsFocus = (locator) => locator.evaluate((box) => box.contains(document.activeElement));

test('everything about a case on one page', { timeout: 300_000 }, async (t) => {
  const desk = await personIn(browser, 'receptionist@demo.local');
  const { page } = desk;
  const { keyboard } = page;
  const side = page.getByRole('complementary');

  await t.test('opened from a list: its facts, its household, its story', async () => {
    await visit(page, '/plugins/property-desk/tickets');
    await page.getByRole('link', { name: ticket.number }).click();
    await page.waitForURL(new RegExp(pageOf(ticket)));
    const facts = page.getByTestId('case-facts');
    await facts.getByText(CORRECTED).waitFor();
    await facts.getByRole('link', { name: home.name }).waitFor();
    assert.equal(await facts.getByText('接单人', { exact: true }).count(), 0, 'what is empty is left out');
    const card = page.getByTestId('household-card');
    await card.getByText(home.residents[0].name).first().waitFor();
    await card.getByRole('link', { name: new RegExp(twin.number) }).waitFor();
    await page.getByText(`由「${SAID}」改为「${CORRECTED}」`).waitFor();
    await shot(page, 'case-page');
  });

  await t.test('the article leads into the policy that was in force', async () => {
    const link = page.getByRole('listitem').getByRole('link', { name: '第9条' }).first();
    assert.match(await link.getAttribute('href'), /\/policies\/[a-z0-9]+#article-9$/);
  });

  await t.test('a telephone is shown to whoever says why', async () => {
    const card = page.getByTestId('household-card');
    await card.getByRole('button', { name: /电话/ }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('核对上门时间');
    await keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await card
      .getByText(/^1\d{10}$/)
      .first()
      .waitFor();
  });

  await t.test('by keyboard: the table of keys, an action by its digit', async () => {
    await keyboard.press('?');
    const help = page.getByRole('dialog', { name: '键盘快捷键' });
    for (const says of ['派单', '打印维修工单', '下一件', '查找住户', '前往：投诉'])
      await help.getByText(says).waitFor();
    // The page is suspended below.
    await keyboard.press('1');
    await shot(page, 'case-keys');
    await keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await keyboard.press('1');
    const form = page.getByRole('dialog').filter({ has: page.locator('form') });
    await form.locator('input[name=assignee]').fill('赵建军');
    await page
      .getByRole('option', { name: /赵建军/ })
      .first()
      .waitFor();
    await keyboard.press('Enter');
    await keyboard.press('Control+Enter');
    await form.waitFor({ state: 'detached' });
    await side.getByText('已派单', { exact: true }).first().waitFor();
    await page.waitForFunction(() => document.activeElement !== document.body);
    assert.ok(await holdsFocus(side), 'the cursor stays at the next steps');
  });

  await t.test('photos in small, and large one after the other', async () => {
    await page
      .locator('main input[type=file]')
      .setInputFiles([await photo(page, '顶面.jpg', '#8ab'), await photo(page, '吊顶.jpg', '#a86')]);
    const thumb = page.getByRole('button', { name: '顶面.jpg' });
    await thumb.waitFor();
    assert.equal(await page.locator('main button img').count(), 0, 'nobody looks before somebody wants to');
    await page.getByRole('button', { name: '显示照片（2 张）' }).click();
    await page.waitForFunction(() => document.querySelectorAll('main button img').length === 2);
    await shot(page, 'case-photos');
    await thumb.click();
    const viewer = page.getByRole('dialog');
    await viewer.getByRole('img', { name: '顶面.jpg' }).waitFor();
    await viewer.getByText('1 / 2').waitFor();
    await keyboard.press('ArrowRight');
    await viewer.getByRole('img', { name: '吊顶.jpg' }).waitFor();
    await viewer.getByText('2 / 2').waitFor();
    await keyboard.press('ArrowRight');
    await viewer.getByText('2 / 2').waitFor();
    await shot(page, 'case-photo');
    await keyboard.press('ArrowLeft');
    await viewer.getByText('1 / 2').waitFor();
    await keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
  });

  await t.test('p prints, brackets lead through the list', async () => {
    const printed = await download(page, { click: () => keyboard.press('p') });
    assert.match(printed.name, /\.docx$/);
    const trail = page.getByRole('navigation', { name: '同一列表中的事项' });
    const forth = await trail.getByRole('link', { name: '下一件' }).count();
    const before = page.url();
    await keyboard.press(forth ? ']' : '[');
    await page.waitForURL((url) => url.href !== before);
    await page.getByTestId('case-facts').waitFor();
    await keyboard.press(forth ? '[' : ']');
    await page.waitForURL(before);
    await page.getByTestId('case-facts').getByText(CORRECTED).waitFor();
  });

  await t.test('what belongs together leads to each other', async () => {
    const supervisor = await callerOf('supervisor');
    await supervisor.act('tickets', twin.documentId, 'cancel', { reason: '重复登记', duplicateOf: ticket.documentId });
    await page.reload();
    const related = page.getByTestId('related');
    await related.getByText('重复登记', { exact: true }).waitFor();
    await related.getByRole('link', { name: new RegExp(twin.number) }).click();
    await page.waitForURL(new RegExp(pageOf(twin)));
    await page.getByTestId('related').getByText('与此单重复').waitFor();
    await page
      .getByTestId('related')
      .getByRole('link', { name: new RegExp(ticket.number) })
      .click();
    await page.waitForURL(new RegExp(pageOf(ticket)));
  });

  await t.test('on every screen: beside each other where there is room, and nothing sticks out', async () => {
    const facts = page.getByTestId('case-facts');
    for (const [width, height, beside] of [
      [1280, 800, true],
      [1440, 900, true],
      [1920, 1080, true],
      [390, 844, false],
    ]) {
      await page.setViewportSize({ width, height });
      await facts.getByText(CORRECTED).waitFor();
      await page.waitForTimeout(300);
      await fits(page, `${width} px`);
      await shot(page, `case-${width}`);
      const [left, right] = [await facts.boundingBox(), await side.boundingBox()];
      assert.equal(right.x >= left.x + left.width, beside, `${width} px: two columns`);
      if (!beside) assert.ok(right.y >= left.y + left.height, 'under each other');
      if (beside) {
        await page.getByTestId('household-card').scrollIntoViewIfNeeded();
        assert.ok((await side.boundingBox()).y >= 0, 'the next steps stay in sight');
        await page.evaluate(() => document.querySelector('main')?.scrollIntoView());
      }
    }
    quiet('the receptionist', desk);
  });
  await desk.context.close();
});

test('two people at one case', { timeout: 240_000 }, async (t) => {
  const engineer = await personIn(browser, 'engineer@demo.local');
  const { page } = engineer;
  const specialist = await callerOf('specialist');
  const form = page.getByRole('dialog').filter({ has: page.locator('form') });
  const refusals = (who) => who.troubles.splice(0).map((trouble) => trouble.split(' /')[0]);

  await t.test('the slower is told who did what, keeps what was typed, and repeats it', async () => {
    await visit(page, pageOf(ticket));
    await panelOf(page).getByRole('button', { name: '退单', exact: true }).click();
    await form.locator('input[name=reason]').fill(WHY);
    await specialist.act('tickets', ticket.documentId, 'repromise', {
      promisedAt: new Date(Date.now() + 26 * 3_600_000).toISOString(),
      reason: '业主要求改期',
      told: '电话',
    });
    await form.getByRole('button', { name: '退单', exact: true }).click();
    await form.getByText('同事已先一步办理').waitFor();
    await form.getByText(/吴佳怡 已另约时间/).waitFor();
    assert.equal(await form.locator('input[name=reason]').inputValue(), WHY);
    assert.deepEqual(refusals(engineer), ['409']);
    await shot(page, 'case-meanwhile');
    await form.getByRole('button', { name: '按新状态仍要退单' }).click();
    await form.waitFor({ state: 'detached' });
    await panelOf(page).getByText('待派单', { exact: true }).first().waitFor();
    await panelOf(page).getByText(WHY).first().waitFor();
    quiet('the engineer', engineer);
  });

  await t.test('what is not possible any more says so, and offers what is', async () => {
    const slow = await personIn(browser, 'specialist@demo.local');
    const dialog = slow.page.getByRole('dialog').filter({ has: slow.page.locator('form') });
    await visit(slow.page, pageOf(ticket));
    await panelOf(slow.page).getByRole('button', { name: '派单', exact: true }).click();
    await dialog.locator('input[name=assignee]').fill('钱永福');
    await slow.page
      .getByRole('option', { name: /钱永福/ })
      .first()
      .waitFor();
    await slow.page.keyboard.press('Enter');
    await dialog.locator('[name=agreement]').fill('业主同意下午上门');
    const engineers = await receptionist.call('GET', `/options/staff?community=${home.community.documentId}`);
    await receptionist.act('tickets', ticket.documentId, 'dispatch', {
      assignee: engineers.find(({ name }) => name === '赵建军').documentId,
      promisedAt: new Date(Date.now() + 26 * 3_600_000).toISOString(),
      agreement: '电话，业主要求明天上门',
    });
    await dialog.getByRole('button', { name: '派单', exact: true }).click();
    await dialog.getByText('同事已先一步办理').waitFor();
    await dialog.getByText(/林晓燕 已派单/).waitFor();
    await dialog.getByText(/现在不能再「派单」/).waitFor();
    assert.equal(await dialog.getByRole('button', { name: '按新状态仍要派单' }).count(), 0);
    assert.equal(await dialog.locator('[name=agreement]').inputValue(), '业主同意下午上门');
    await shot(slow.page, 'case-too-late');
    assert.deepEqual(refusals(slow), ['409']);
    await dialog.getByRole('button', { name: '改派', exact: true }).click();
    await slow.page.getByRole('dialog', { name: /改派/ }).waitFor();
    assert.match(await dialog.locator('input[name=assignee]').inputValue(), /钱永福/, 'what both ask for goes along');
    await slow.page.keyboard.press('Escape');
    quiet('the specialist', slow);
    await slow.context.close();
  });
  await engineer.context.close();
});

test(
  'the panel beside the Content Manager’s form, and the page in English and in the dark',
  { timeout: 120_000 },
  async () => {
    const supervisor = await personIn(browser, 'supervisor@demo.local', {
      language: 'en',
      locale: 'en-GB',
      colorScheme: 'dark',
    });
    const { page } = supervisor;
    await visit(page, `/content-manager/collection-types/plugin::property-desk.ticket/${ticket.documentId}`);
    await panelOf(page).getByText('Dispatched', { exact: true }).first().waitFor();
    await shot(page, 'case-beside');
    await panelOf(page).getByRole('link', { name: 'Open the whole page' }).click();
    await page.waitForURL(new RegExp(pageOf(ticket)));
    await page.getByTestId('case-facts').getByText(CORRECTED).waitFor();
    await page.getByText(`from “${SAID}” to “${CORRECTED}”`).waitFor();
    await shot(page, 'case-page-en');
    quiet('the supervisor', supervisor);
    await supervisor.context.close();
  }
);
