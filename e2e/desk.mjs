// What people do at the desk, as the stories tell it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import { logIn, openPage, URL } from './browser.mjs';
import { watch } from './checks/page.mjs';
import { hear } from './checks/words.mjs';

const OWN = '/property-desk/';

/** A person at the desk: a page of their own, and whatever went wrong on it. */
export async function personIn(browser, email, options = {}) {
  const { page, context, errors } = await openPage(browser, {
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
    ...options,
  });
  const troubles = errors;
  watch(page);
  if (options.language === 'en') hear(page);
  page.on('console', (message) => {
    // A failed request is judged below, where its address is known.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      troubles.push(message.text());
  });
  page.on('response', (response) => {
    const { pathname } = new globalThis.URL(response.url());
    if (response.status() >= 500) troubles.push(`${response.status()} ${pathname}`);
    // Strapi's panel asks for paid features and takes 404 for no; ours must not fail.
    else if (response.status() >= 400 && pathname.startsWith(OWN)) troubles.push(`${response.status()} ${pathname}`);
  });
  page.on('requestfailed', (request) => {
    // What was asked for and not waited for, because somebody went on.
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') troubles.push(`${why} ${new globalThis.URL(request.url()).pathname}`);
  });
  if (options.language) {
    await context.addInitScript(
      (language) => localStorage.setItem('strapi-admin-language', language),
      options.language
    );
  }
  await logIn(page, email);
  return { page, context, troubles };
}

/** Goes to a page of the panel. */
export const visit = (page, path) => page.goto(`${URL}/admin${path}`);
/** The panel of the case that is open. */
export const panelOf = (page) => page.getByTestId('case-panel');

/** Presses the button of an action, fills its form, and waits until the case shows the state. */
export async function act(page, action, fill, state) {
  await panelOf(page).getByRole('button', { name: action, exact: true }).click();
  // A list that is just closing is a dialog too.
  const form = page.getByRole('dialog').filter({ has: page.locator('form') });
  await form.waitFor();
  await fill?.(form);
  await form.getByRole('button', { name: action, exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await panelOf(page).getByText(state, { exact: true }).first().waitFor();
}

/** Presses a button that hands a file out; its name and its bytes. */
export async function download(page, button) {
  const [handed] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: handed.suggestedFilename(), content: await readFile(await handed.path()) };
}

/** Presses a button that prints a paper, and answers what the paper says. */
export async function paperOf(page, button) {
  const { name, content } = await download(page, button);
  assert.match(name, /\.docx$/);
  return wordsOf(content);
}

/** What a Word file says. */
export const wordsOf = async (buffer) => (await mammoth.extractRawText({ buffer })).value;

/** Nothing went wrong on this person's pages. */
export const quiet = (who, { troubles }) => assert.deepEqual(troubles, [], `${who}'s browser is quiet`);

/** Opens the first case of a list. */
export async function openFirst(page, list) {
  await visit(page, list);
  await page.locator('tbody a').first().click();
  await panelOf(page).waitFor();
}

/** Takes a call of a household at the intake page; answers the number that it got. `when` is what the button says. */
export async function takeCall(page, household, kind, { when, ...fields }) {
  await visit(page, '/plugins/property-desk/intake');
  const box = page.getByRole('combobox').first();
  await box.fill(household);
  await page.getByRole('option').filter({ hasText: household }).first().click();
  await page.getByRole('button', { name: kind, exact: true }).click();
  for (const [name, value] of Object.entries(fields)) await page.locator(`main [name=${name}]`).fill(value);
  if (when) await page.getByRole('button', { name: when, exact: true }).click();
  await page.locator(`main [name=${Object.keys(fields)[0]}]`).focus();
  await page.keyboard.press('Control+Enter');
  return page.getByTestId('saved-number').innerText();
}

/** Types into a list of a form and takes the line that says so. */
export async function choose(page, form, name, text) {
  await form.locator(`input[name="${name}"]`).fill(text);
  await page.getByRole('option', { name: text }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Logs out, at the end of the day. */
export async function goHome(page) {
  // From a page that asks the server for nothing more.
  await visit(page, '/me');
  await page.locator('nav').first().waitFor();
  await page.locator('nav button[aria-haspopup=menu]').last().click();
  await page.getByRole('menuitem', { name: /登出|Log ?out/ }).click();
  await page.waitForURL(/\/auth\/login/);
  await page.locator('input[name=password]').waitFor();
}

/** Nothing sticks out of the screen. */
export async function fits(page, what) {
  const { seen, whole } = await page.evaluate(() => ({
    seen: document.documentElement.clientWidth,
    whole: Math.max(
      document.documentElement.scrollWidth,
      ...Array.from(document.querySelectorAll('main, main *'), (each) => each.getBoundingClientRect().right)
    ),
  }));
  assert.ok(whole <= seen + 1, `${what} fits: ${whole} of ${seen}`);
}

/** A photo as a telephone takes it, drawn by the browser itself. */
export async function photo(page, name, colour = '#8ab') {
  const data = await page.evaluate((fill) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1600, 1200];
    const pen = canvas.getContext('2d');
    pen.fillStyle = fill;
    pen.fillRect(0, 0, 1600, 1200);
    pen.fillStyle = '#234';
    pen.fillRect(500, 300, 600, 600);
    return canvas.toDataURL('image/jpeg', 0.8);
  }, colour);
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(data.split(',')[1], 'base64') };
}
