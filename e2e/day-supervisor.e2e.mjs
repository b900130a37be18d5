// A supervisor's day, in English: steps in within the hour, approves a loan, moves work about, and sees how it goes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { settled } from './checks/page.mjs';
import { untranslated } from './checks/words.mjs';
import { act, choose, goHome, openFirst, panelOf, personIn, quiet, visit } from './desk.mjs';

const PAGES = '/plugins/property-desk';
const HANDLER = '何静';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test('a supervisor’s day, in English', { timeout: 240_000 }, async (t) => {
  const supervisor = await personIn(browser, 'supervisor@demo.local', { language: 'en', locale: 'en-GB' });
  const { page } = supervisor;
  const english = async () => {
    await settled(page);
    assert.deepEqual(await untranslated(page, 'en'), []);
  };

  await t.test('the hour that is running stands on top, and is met', async () => {
    await visit(page, `${PAGES}/desk`);
    await page.getByRole('heading', { name: 'My desk' }).waitFor();
    const hour = page.locator('main li').filter({ has: page.getByTestId('big-clock') });
    await hour.first().waitFor();
    await english();
    await shot(page, 'day-supervisor-desk');
    await hour.first().getByRole('link').click();
    await act(
      page,
      'Intervene',
      async (form) => {
        await form.locator('textarea[name=plan]').fill('Stop the work, apologise in person, agree on quiet hours');
        await choose(page, form, 'handler', HANDLER);
        await form.getByRole('button', { name: 'Tomorrow 15:00' }).click();
        assert.deepEqual(await untranslated(page, 'en'), []);
      },
      'In hand'
    );
    await english();
    await shot(page, 'day-supervisor-intervened');
  });

  await t.test('a file may be lent', async () => {
    await visit(page, `${PAGES}/loans?state=requested`);
    await page.locator('tbody a').first().click();
    await act(page, 'Approve', null, 'To be fetched');
    await english();
    await shot(page, 'day-supervisor-loan');
  });

  await t.test('work goes to whoever has the time', async () => {
    await visit(page, `${PAGES}/tickets?state=dispatched`);
    await page.locator('tbody tr', { hasText: '赵建军' }).getByRole('link').first().click();
    await act(
      page,
      'Reassign',
      async (form) => {
        await form.locator('input[name=assignee]').fill('钱永福');
        await page
          .getByRole('option', { name: /钱永福/ })
          .first()
          .click();
        await form.locator('input[name=reason]').fill('The other engineer is on an urgent job');
      },
      'Dispatched'
    );
    await panelOf(page).getByText('Reassign', { exact: true }).first().waitFor();
    await english();
  });

  await t.test('what was reported twice is closed', async () => {
    await openFirst(page, `${PAGES}/tickets?state=accepted`);
    await act(
      page,
      'Cancel',
      async (form) => {
        await form.locator('[name=reason]').fill('Reported twice');
      },
      'Cancelled'
    );
    await english();
    await shot(page, 'day-supervisor-cancelled');
  });

  await t.test('and how far the policy is carried out is read before going home', async () => {
    await visit(page, `${PAGES}/execution-map`);
    await page.getByRole('button', { name: 'This year' }).click();
    await page.locator('[data-bar]').first().waitFor();
    await english();
    await shot(page, 'day-supervisor-map');
    await goHome(page);
    quiet('the supervisor', supervisor);
    await supervisor.context.close();
  });
});
