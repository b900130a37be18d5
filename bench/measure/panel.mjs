import { chromium } from 'playwright-core';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { PASSWORD } from '../inside/furnish.mjs';
import { median } from '../lib/load.mjs';
import { startServer } from '../lib/server.mjs';

const TICKETS = 100_000;
const OPEN = 500;
const TIMES = 20;

/** Pages by name: where each is, the request that its rows come from, and what a row is. */
const PAGES = {
  desk: { at: 'desk', asks: '/property-desk/desk/board', row: 'main li a[href]' },
  'list of tickets': { at: 'tickets', asks: '/property-desk/tickets', row: 'main tbody tr a[href]' },
  'list of tickets, filtered': {
    at: 'tickets?state=accepted',
    asks: '/property-desk/tickets',
    row: 'main tbody tr a[href]',
  },
};

/** Runs in the page before anything else: notes when the first row has been painted. */
const noteFirstRow = (row) => {
  // The panel is made of more files than a browser keeps in mind by itself.
  performance.setResourceTimingBufferSize(5000);
  const watching = new MutationObserver(() => {
    if (!document.querySelector(row)) return;
    watching.disconnect();
    // A frame's callbacks run before it is painted; a message sent from there arrives after.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (window.firstRowAt = performance.now());
      port2.postMessage(null);
    });
  });
  watching.observe(document, { childList: true, subtree: true });
};

/** Milliseconds from the end of the answer until the first row is seen, loading the page anew. */
const once = async (context, url, { at, asks, row }) => {
  const page = await context.newPage();
  try {
    await page.addInitScript(noteFirstRow, row);
    await page.goto(`${url}/admin/plugins/property-desk/${at}`);
    await page.waitForFunction(() => window.firstRowAt !== undefined);
    return await page.evaluate((path) => {
      const answers = performance
        .getEntriesByType('resource')
        .filter(({ name, responseEnd }) => new URL(name).pathname === path && responseEnd <= window.firstRowAt);
      if (answers.length === 0) throw new Error(`Nothing was answered at ${path} before the first row`);
      return window.firstRowAt - Math.max(...answers.map(({ responseEnd }) => responseEnd));
    }, asks);
  } finally {
    await page.close();
  }
};

/** How soon desk and lists show their first rows once the server has answered, in a browser, among 100,000 tickets. */
export const measurePanel = async ({ app, databases }) => {
  const executablePath = await ensureChromium();
  const server = await startServer(app, { ...(await databases.create()), BENCH_PANEL: 'on' });
  let browser;
  try {
    const { url } = server;
    const world = await server.ask('furnish');
    await server.ask('fillTickets', { count: TICKETS, open: OPEN, world, stock: false });
    await server.ask('fillObligations', { count: OPEN * 2, world });
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(`${url}/admin/auth/login`);
    await page.fill('input[name=email]', world.staff.receptionist.email);
    await page.fill('input[name=password]', PASSWORD);
    await page.click('button[type=submit]');
    await page.waitForURL((to) => !to.pathname.includes('/auth/'));
    await page.close();

    const taken = Object.fromEntries(Object.keys(PAGES).map((name) => [name, []]));
    for (const each of Object.values(PAGES)) await once(context, url, each);
    for (let time = 0; time < TIMES; time += 1)
      for (const [name, each] of Object.entries(PAGES)) taken[name].push(await once(context, url, each));
    const measured = Object.fromEntries(Object.entries(taken).map(([name, all]) => [name, median(all)]));
    return {
      unit: 'ms',
      measured,
      ratios: Object.entries(measured).map(([name, milliseconds]) => ({
        what: `${name}: ms from the answer to its first rows`,
        ratio: milliseconds,
        atMost: 300,
      })),
    };
  } finally {
    await browser?.close();
    await server.end();
  }
};
