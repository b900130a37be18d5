// What people do at the desk, as the stories tell it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import { logIn, openPage, URL } from './browser.mjs';

const OWN = '/property-desk/';

/** A person at the desk: a page of their own, and whatever went wrong on it. */
export async function personIn(browser, email, options = {}) {
  const { page, context, errors } = await openPage(browser, {
    timezoneId: 'Asia/Shanghai',
    acceptDownloads: true,
    ...options,
  });
  const troubles = errors;
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
