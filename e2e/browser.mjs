// What every story starts with: a Chromium, and people who log in to the panel.
import path from 'node:path';
import { chromium } from 'playwright-core';

const { E2E_URL, E2E_PASSWORD, E2E_ARTIFACTS, CHROMIUM_PATH } = process.env;
if (!E2E_URL) throw new Error('Run the stories with `npm run test:e2e`: it starts the server that they visit.');

/** Where the server is. */
export const URL = E2E_URL;

/** The password of everybody in the demo data. */
export const PASSWORD = E2E_PASSWORD;

/** Starts a browser; the caller closes it. */
export const launch = () =>
  chromium.launch({
    executablePath: CHROMIUM_PATH,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // The browser's own controls speak the language it was started in.
      '--lang=zh-CN',
    ],
    env: { ...process.env, LANGUAGE: 'zh_CN' },
  });

/** A page of its own session; `errors` gathers what its scripts threw. */
export async function openPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', ...options });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, context, errors };
}

/** Logs a person of the demo data in to the panel, e.g. `receptionist@demo.local`, and waits for the panel's menu. */
export async function logIn(page, email) {
  await page.goto(`${URL}/admin/auth/login`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', PASSWORD);
  await page.click('button[type=submit]');
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
  await page.waitForSelector('nav');
}

/** Keeps a picture of the page under e2e/artifacts. */
export const shot = (page, name) => page.screenshot({ path: path.join(E2E_ARTIFACTS, `${name}.png`) });
