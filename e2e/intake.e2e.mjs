// Taking calls by keyboard alone: whoever is on the telephone is found, heard and told a number, and the hand never
// reaches for the mouse. The presses of the usual repair are counted.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { callerOf } from './calls.mjs';
import { personIn, quiet, visit } from './desk.mjs';

const INTAKE = '/plugins/property-desk/intake';
const SAID = '客厅空调插座没有电';

let browser;
let home;
let telephone;
let initials;
before(async () => {
  browser = await launch();
  const supervisor = await callerOf('supervisor');
  home = await supervisor.household('2-1-1001');
  const { value } = await supervisor.call('POST', '/confidential/reveal', {
    type: 'resident',
    documentId: home.residents[0].documentId,
    field: 'telephone',
    reason: '回电',
  });
  telephone = value;
  initials = home.residents[0].name;
});
after(() => browser.close());

/** A keyboard that counts the keys that are pressed; what an input method writes is counted apart. */
const counting = ({ keyboard }) => ({
  presses: 0,
  async press(...keys) {
    for (const key of keys) {
      this.presses += key.split('+').length;
      await keyboard.press(key, { delay: 20 });
    }
  },
  async type(text) {
    this.presses += text.length;
    await keyboard.type(text);
  },
  /** Chinese, as an input method hands it over. */
  write: (text) => keyboard.insertText(text),
});

const has = (locator) => locator.and(locator.page().locator(':focus')).waitFor();

test('the usual repair, and what interrupts it', { timeout: 240_000 }, async (t) => {
  const receptionist = await personIn(browser, 'receptionist@demo.local');
  const { page } = receptionist;
  const keys = counting(page);
  const box = page.getByRole('combobox', { name: '来电人' });
  const kind = (name) => page.getByRole('button', { name, exact: true });
  let number;
  const description = page.locator('textarea[name=description]');

  await t.test('from the telephone number to the number that is said, in at most 20 presses', async (step) => {
    await visit(page, INTAKE);
    await has(box);
    await keys.type(telephone);
    await keys.press('Enter');
    await has(kind('报修'));
    await page.getByText(home.residents[0].name).first().waitFor();
    await shot(page, 'intake-kind');
    await keys.press('1');
    await has(page.locator('input[name=category]'));
    await keys.press('ArrowDown');
    await page.getByRole('option').first().waitFor();
    await keys.press('Enter', 'Tab');
    await has(description);
    await keys.write(SAID);
    await keys.press('Control+Enter');
    number = await page.getByTestId('saved-number').innerText();
    assert.match(number, /^BX-\d{8}-\d{4}$/);
    await page.getByText(`单号 ${number}，尾号 ${number.slice(-4)}`).waitFor();
    await has(page.getByRole('button', { name: '下一个来电' }));
    await shot(page, 'intake-number');
    step.diagnostic(`${keys.presses} presses besides the words`);
    assert.ok(keys.presses <= 20, `${keys.presses} presses`);
    await keys.press('Enter');
    await has(box);
    assert.equal(await box.inputValue(), '');
  });

  await t.test('the same household again: what is open is shown, and that it may be the same', async () => {
    await keys.type(telephone);
    await keys.press('Enter');
    await has(kind('报修'));
    await page
      .getByRole('link', { name: new RegExp(number) })
      .first()
      .waitFor();
    // Along the kinds and around the end.
    await keys.press('ArrowLeft');
    await has(kind('咨询'));
    await keys.press('ArrowRight', 'ArrowRight');
    await has(kind('投诉'));
    await keys.press('1');
    await has(page.locator('input[name=category]'));
    await keys.press('ArrowDown');
    await page.getByRole('option').first().waitFor();
    await keys.press('Enter', 'Tab');
    await has(description);
    await keys.write('插座还是没电');
    await page
      .getByTestId('duplicates')
      .getByText(/可能重复/)
      .waitFor();
    await shot(page, 'intake-duplicate');
  });

  await t.test('looking something up keeps what was typed', async () => {
    // On top of the form, with the cursor in it.
    await keys.press('Control+k');
    const find = page.getByRole('dialog', { name: '查找住户' });
    await has(find.getByRole('combobox'));
    await keys.type('2-1-901');
    await find.getByRole('option').first().waitFor();
    // The first empties the box, the second closes the dialog.
    await keys.press('Escape', 'Escape');
    await find.waitFor({ state: 'detached' });
    assert.equal(await description.inputValue(), '插座还是没电');
    assert.equal(await page.evaluate(() => document.activeElement === document.body), false);

    // To the file of another household, and back by keyboard.
    await keys.press('Control+k');
    await has(find.getByRole('combobox'));
    await keys.type('2-1-901');
    await find.getByRole('option').first().waitFor();
    await keys.press('Enter');
    await page.waitForURL(/\/households\/[a-z0-9]+$/);
    await page.getByRole('heading', { level: 1, name: /901/ }).waitFor();
    await keys.press('g', 'i');
    await page.waitForURL(new RegExp(INTAKE));
    await page.getByText('已恢复刚才没有保存的登记').waitFor();
    assert.equal(await description.inputValue(), '插座还是没电');
    await shot(page, 'intake-resumed');
  });

  await t.test('Escape goes back step by step; letters and digits in a text are only letters and digits', async () => {
    await description.focus();
    await keys.press('End');
    await keys.type('n1?/gd');
    assert.equal(await description.inputValue(), '插座还是没电n1?/gd');
    await keys.press('Escape');
    await has(kind('报修'));
    await keys.press('Escape');
    await has(box);
    await keys.press('Escape');
    assert.equal(await box.inputValue(), '');
    quiet('the receptionist', receptionist);
  });

  await t.test('found by name, a question', async () => {
    await keys.write(initials);
    await page.getByText(/找到 [1-9]\d* 户/).waitFor();
    await keys.press('Enter');
    await has(kind('报修'));
    await keys.press('5');
    await has(page.locator('textarea[name=question]'));
    assert.match(await page.locator('textarea[name=question]').inputValue(), /插座/, 'what was said goes along');
    quiet('the receptionist', receptionist);
  });
  await receptionist.context.close();
});

test('the same in English', { timeout: 120_000 }, async () => {
  const receptionist = await personIn(browser, 'receptionist@demo.local', { language: 'en', locale: 'en-GB' });
  const { page } = receptionist;
  const keys = counting(page);
  await visit(page, INTAKE);
  await has(page.getByRole('combobox', { name: 'Caller' }));
  await keys.type('2-1-1001');
  await page.getByText(/1 household/i).waitFor();
  await keys.press('Enter');
  await has(page.getByRole('button', { name: 'Repair', exact: true }));
  await shot(page, 'intake-kind-en');
  await keys.press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('Another caller').waitFor();
  await shot(page, 'shortcuts-en');
  await keys.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await keys.press('2');
  await has(page.locator('textarea[name=content]'));
  await page.getByRole('button', { name: 'Shortcuts ?' }).waitFor();
  quiet('the receptionist', receptionist);
  await receptionist.context.close();
});
