// Several people at once: what one does, the others see; who is at it; and what happens when the network is gone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot, URL } from './browser.mjs';
import { act, panelOf, personIn, quiet, visit } from './desk.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
/** What others do shows within five seconds; a little more for a machine that has much to do. */
const SOON = { timeout: 7_000 };
const SAID = '厨房水管又漏了，地上都是水';
const TELEPHONE = '13800004321';
const DESK = '/plugins/property-desk/desk';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const section = (page, key) => page.getByTestId(`desk-${key}`);
const connection = (page) => page.getByTestId('connection');

/** The browser's network is cut: what fails for this reason is no trouble. */
async function offline(person, work) {
  const before = person.troubles.length;
  await person.context.setOffline(true);
  try {
    await work();
  } finally {
    await person.context.setOffline(false);
  }
  await connection(person.page).getByText('已重新连接').waitFor({ timeout: 40_000 });
  person.troubles.splice(before);
}

test('people at several desks', { timeout: 420_000 }, async (t) => {
  const engineer = await personIn(browser, 'engineer@demo.local', PHONE);
  const receptionist = await personIn(browser, 'receptionist@demo.local');
  const specialist = await personIn(browser, 'specialist@demo.local');
  const supervisor = await personIn(browser, 'supervisor@demo.local');
  const engineerName = await (async () => {
    await visit(engineer.page, DESK);
    return (await engineer.page.getByText('工程维修').first().innerText()).split('·')[0].trim();
  })();
  let number;
  let caseAddress;

  await t.test('each role has a desk of its own', async () => {
    await visit(receptionist.page, DESK);
    for (const key of ['toAccept', 'toDispatch', 'toFollowUp', 'rest']) await section(receptionist.page, key).waitFor();
    await receptionist.page.getByRole('textbox', { name: '登记来电' }).waitFor();
    await shot(receptionist.page, 'live-desk-receptionist');
    await visit(specialist.page, DESK);
    for (const key of ['mine', 'promisedToday', 'toReview']) await section(specialist.page, key).waitFor();
    await shot(specialist.page, 'live-desk-specialist');
    await visit(supervisor.page, DESK);
    for (const key of ['hour', 'overdue', 'soon', 'toApprove', 'team']) await section(supervisor.page, key).waitFor();
    await section(supervisor.page, 'team').getByText(engineerName).waitFor();
    await shot(supervisor.page, 'live-desk-supervisor');
    const manager = await personIn(browser, 'manager@demo.local');
    await visit(manager.page, DESK);
    await section(manager.page, 'escalated').waitFor();
    await manager.page.getByTestId('desk-figures').waitFor();
    await shot(manager.page, 'live-desk-manager');
    quiet('the manager', manager);
    await manager.context.close();
  });

  await t.test('a section that is folded stays folded, for this person', async () => {
    const { page } = specialist;
    const fold = section(page, 'promisedToday').getByRole('button').first();
    await fold.click();
    assert.equal(await fold.getAttribute('aria-expanded'), 'false');
    await page.reload();
    await section(page, 'promisedToday').waitFor();
    assert.equal(
      await section(page, 'promisedToday').getByRole('button').first().getAttribute('aria-expanded'),
      'false'
    );
    await section(page, 'promisedToday').getByRole('button').first().click();
  });

  await t.test('the call begins on the desk; what is typed outlives a network that is gone and a reload', async () => {
    const { page } = receptionist;
    await page.getByRole('textbox', { name: '登记来电' }).fill('101');
    await page.keyboard.press('Enter');
    await page.getByText(/找到 [1-9]\d* 户/).waitFor();
    assert.ok(!page.url().includes('101'), 'what was typed does not stand in the address');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '报修', exact: true }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('1');
    await page.locator('input[name=category]:focus').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('textarea[name=description]').fill(SAID);
    await page.locator('input[name=contactTelephone]').fill(TELEPHONE);

    await offline(receptionist, async () => {
      await connection(page).getByText('网络中断，正在重连…').waitFor(SOON);
      await page.keyboard.press('Control+Enter');
      await page.getByText(/您填写的内容仍在/).waitFor();
      assert.equal(await page.locator('textarea[name=description]').inputValue(), SAID);
      await shot(page, 'live-offline');
    });
    const stored = await page.evaluate(
      () => JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage })
    );
    assert.ok(stored.includes(SAID), 'what was said is kept');
    assert.ok(!stored.includes(TELEPHONE), 'the telephone is not');

    await page.reload();
    await page.getByText('已恢复刚才没有保存的登记').waitFor();
    assert.equal(await page.locator('textarea[name=description]').inputValue(), SAID);
    assert.equal(await page.locator('input[name=contactTelephone]').inputValue(), '');
    await shot(page, 'live-restored');
    await page.locator('input[name=contactTelephone]').fill(TELEPHONE);

    // The first time, the answer never arrives, though the case was started: sent again, it is the same case.
    const answered = [];
    await page.route('**/property-desk/tickets/actions/register', async (route) => {
      const answer = await route.fetch();
      answered.push((await answer.json()).data.number);
      if (answered.length === 1) await route.abort('connectionreset');
      else await route.fulfill({ response: answer });
    });
    await page.keyboard.press('Control+Enter');
    await page.getByText(/您填写的内容仍在/).waitFor();
    await page.keyboard.press('Control+Enter');
    number = await page.getByTestId('saved-number').innerText();
    await page.unroute('**/property-desk/tickets/actions/register');
    assert.deepEqual(answered, [number, number]);
    // The one that was taken away on purpose.
    assert.deepEqual(receptionist.troubles.splice(0), [
      'net::ERR_CONNECTION_RESET /property-desk/tickets/actions/register',
    ]);
    caseAddress = new globalThis.URL(await page.getByRole('link', { name: '打开' }).getAttribute('href'), URL).pathname;
  });

  await t.test('the others see it at once, on desk and list, marked as new', async () => {
    const list = supervisor.page;
    await visit(list, '/plugins/property-desk/tickets?state=accepted');
    await list.getByRole('link', { name: number }).waitFor();
    await visit(specialist.page, caseAddress.replace('/admin', ''));
    await panelOf(specialist.page).getByText('待派单', { exact: true }).first().waitFor();
  });

  await t.test('who has it open is seen, and who is filling something in; whoever leaves is gone', async () => {
    const { page } = receptionist;
    await page.goto(`${URL}${caseAddress}`);
    await panelOf(page).getByRole('button', { name: '派单', exact: true }).waitFor();
    const seen = panelOf(specialist.page).getByTestId('present');
    await seen.getByText(/正在查看/).waitFor(SOON);
    await panelOf(page)
      .getByTestId('present')
      .getByText(/正在查看/)
      .waitFor(SOON);
    await panelOf(page).getByRole('button', { name: '派单', exact: true }).click();
    await seen.getByText(/正在处理/).waitFor(SOON);
    await shot(specialist.page, 'live-present');
    await supervisor.page
      .getByTestId('present')
      .getByText(/正在处理/)
      .first()
      .waitFor(SOON);
    await shot(supervisor.page, 'live-list');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await seen.getByText(/正在查看/).waitFor(SOON);
  });

  await t.test('the engineer gets the job on the telephone while it is dispatched, the others see it go', async () => {
    const { page } = engineer;
    await section(page, 'jobsToday').waitFor();
    const later = await section(page, 'jobsLater').count();
    assert.equal(later, 1);
    const marker = await page.evaluate(() => (window.notReloaded = 7));
    await act(
      receptionist.page,
      '派单',
      async (form) => {
        const assignee = form.locator('input[name=assignee]');
        await assignee.fill(engineerName);
        await receptionist.page
          .getByRole('option', { name: new RegExp(engineerName) })
          .first()
          .waitFor();
        await assignee.press('Enter');
      },
      '已派单'
    );
    const job = page.locator('main li', { hasText: number });
    await job.waitFor(SOON);
    await job.getByText('新', { exact: true }).waitFor();
    assert.equal(await page.evaluate(() => window.notReloaded), marker, 'without a reload');
    await panelOf(specialist.page).getByText('已派单', { exact: true }).first().waitFor(SOON);
    await supervisor.page.getByRole('link', { name: number }).waitFor({ state: 'detached', ...SOON });

    const width = await page.evaluate(() =>
      Math.max(
        document.documentElement.scrollWidth,
        ...Array.from(document.querySelectorAll('main *'), (each) => each.getBoundingClientRect().right)
      )
    );
    assert.ok(width <= 391, `nothing sticks out of the telephone: ${width}`);
    const call = job.getByRole('button', { name: '致电住户' });
    assert.ok((await call.boundingBox()).height >= 44, 'large enough for a thumb');
    await job.scrollIntoViewIfNeeded();
    await shot(page, 'live-engineer');
    await call.click();
    const dialog = page.getByRole('dialog');
    assert.equal(await dialog.getByRole('textbox').inputValue(), '上门前联系住户');
    await shot(page, 'live-engineer-call');
    await dialog.getByRole('button', { name: '致电住户' }).click();
    await job.getByRole('link', { name: TELEPHONE }).waitFor();
    assert.equal(await job.getByRole('link', { name: TELEPHONE }).getAttribute('href'), `tel:${TELEPHONE}`);
  });

  await t.test('a form in an action outlives the network and a reload, and goes on', async () => {
    const { page } = specialist;
    await panelOf(page).getByRole('button', { name: '改派', exact: true }).click();
    const reason = () => page.getByRole('dialog').locator('[name=reason]');
    await reason().fill('赵师傅今天请假');
    await offline(specialist, async () => {
      await connection(page).getByText('网络中断，正在重连…').waitFor(SOON);
      await shot(page, 'live-offline-case');
      assert.equal(await reason().inputValue(), '赵师傅今天请假');
    });
    await page.reload();
    await panelOf(page).getByRole('button', { name: '改派', exact: true }).click();
    assert.equal(await reason().inputValue(), '赵师傅今天请假');
    await page.keyboard.press('Escape');
  });

  await t.test('in English too', async () => {
    const english = await personIn(browser, 'supervisor@demo.local', { language: 'en' });
    await visit(english.page, DESK);
    await english.page.getByRole('heading', { name: 'Team load' }).waitFor();
    await english.page.getByRole('heading', { name: 'One-hour clock' }).waitFor();
    await shot(english.page, 'live-desk-en');
    quiet('the English desk', english);
    await english.context.close();
  });

  // This browser has no telephone to dial with.
  engineer.troubles.splice(
    0,
    Infinity,
    ...engineer.troubles.filter((trouble) => !trouble.includes(`tel:${TELEPHONE}`))
  );
  for (const [who, person] of Object.entries({ engineer, receptionist, specialist, supervisor })) {
    quiet(`the ${who}`, person);
    await person.context.close();
  }
});
