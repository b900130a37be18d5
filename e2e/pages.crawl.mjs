// npm run test:crawl: every page of the panel, for every role, in both languages, by day and by night: followed from the
// menu, looked at by script. On the demo as it comes: what other stories type has no words of either language.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { PLUGIN } from '../scripts/lib/root.mjs';
import { launch, shot, URL } from './browser.mjs';
import { inaccessible } from './checks/access.mjs';
import { faultsOf, settled, STRAPIS_OWN } from './checks/page.mjs';
import { SCREENS, TELEPHONE } from './checks/layout.mjs';
import { untranslated } from './checks/words.mjs';
import { personIn, visit } from './desk.mjs';

const DESK = '/admin/plugins/property-desk/';
const MANAGER = '/admin/content-manager/collection-types/plugin::property-desk.';
const ROLES = ['receptionist', 'specialist', 'supervisor', 'engineer', 'manager', 'admin'];
/** Chinese by day, English by night: both languages and both lights over every page. */
const VIEWS = [
  { language: 'zh-Hans', locale: 'zh-CN', colorScheme: 'light' },
  { language: 'en', locale: 'en-GB', colorScheme: 'dark' },
];

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Types whose records have no name. */
const NAMELESS = ['consent', 'notice-posting', 'notice-read', 'policy-rule'];

/** A list of cases, by its address. */
const LIST = /\/property-desk\/[a-z]+(-[a-z]+)?s$/;

/** Pages of one kind are alike: one is enough. */
const kindOf = (address) => {
  const { pathname, searchParams } = new globalThis.URL(address, URL);
  const tab = searchParams.get('tab');
  const kind = pathname.replace(/\/[a-z][a-z0-9]{23,31}(?=\/|$)/g, '/:documentId').replace(/\/$/, '');
  return tab ? `${kind}?tab=${tab}` : kind;
};

/** Goes on within the panel, as a click on a link does, without loading it anew. */
async function go(page, address) {
  await page.evaluate((to) => {
    window.history.pushState({}, '', to);
    window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, address);
  await settled(page);
}

const linksIn = (page, scope, prefixes) =>
  page.$$eval(
    `${scope} a[href]`,
    (links, wanted) =>
      links
        .map((link) => new URL(link.href))
        .filter(({ pathname }) => wanted.some((prefix) => pathname.startsWith(prefix)))
        .map(({ pathname, search }) => pathname + search),
    prefixes
  );

/** What a page can be pressed on: the same set elsewhere is the same page to look at. */
const shapeOf = (page) =>
  page.evaluate(() => {
    const names = [...document.querySelectorAll('main :is(button, input, select, [role=tab], h1, h2, th)')].map(
      (each) => each.tagName + (each.getAttribute('aria-label') ?? (/^(H|TH)/.test(each.tagName) ? '' : each.innerText))
    );
    return [...new Set(names)].sort().join('|').replace(/\d+/g, '0');
  });

const looked = new Set();
const visited = new Set();

/** Looks at the page that is open and at what its tabs show; answers where their links lead. */
async function look(page, name, view, found) {
  const links = [];
  const report = async (where) => {
    visited.add(kindOf(page.url()));
    links.push(...(await linksIn(page, 'main', [DESK, MANAGER])));
    const shape = `${view.language} ${kindOf(page.url())} ${await shapeOf(page)}`;
    const deep = !looked.has(shape);
    looked.add(shape);
    for (const fault of await faultsOf(page, { ...view, deep })) found.push(`${where}: ${fault}`);
  };
  await report(name);
  const tabs = page.locator('main [role=tab][aria-selected=false]:not([disabled])');
  for (let at = 0; at < Math.min(await tabs.count(), 8); at += 1) {
    const tab = page.locator('main [role=tab]').nth(at + 1);
    if (!(await tab.isVisible())) break;
    const label = await tab.innerText();
    await tab.click();
    await settled(page);
    await report(`${name} (${label})`);
  }
  return links;
}

const acted = new Set();

/** Of what type a case is whose page is of this kind, in the singular or the plural as it comes: `ticket`, `inquir`. */
const typeOf = (kind) =>
  kind
    .replace(/\/:documentId.*$/, '')
    .replace(/^.*[/.]/, '')
    .replace(/(ies|y|s)$/, '');

/** Opens the form of every action that may be taken here, each once in a language, and looks at it. */
async function lookAtForms(page, name, { language }, found) {
  const actions = await page.$$eval('[data-action]', (buttons) => buttons.map(({ dataset }) => dataset.action));
  for (const action of actions) {
    const which = `${language} ${typeOf(name)} ${action}`;
    if (acted.has(which)) continue;
    acted.add(which);
    await page.locator(`[data-action="${action}"]`).first().click();
    const dialog = page.getByRole('dialog').filter({ has: page.locator('form') });
    await dialog.waitFor();
    await settled(page);
    const faults = await untranslated(page, language);
    faults.push(...(await inaccessible(page, { scope: '[role=dialog]', except: STRAPIS_OWN })));
    for (const fault of faults) found.push(`${name}, form of ${action}: ${fault}`);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
}

/** Follows the links of a menu, and from each page those to other kinds of pages. */
async function follow(page, start, prefixes, view, found, who) {
  const waiting = [...start];
  const seen = new Set();
  while (waiting.length > 0) {
    const address = waiting.shift();
    const kind = kindOf(address);
    if (seen.has(kind)) continue;
    seen.add(kind);
    await go(page, address);
    const links = await look(page, kind, view, found);
    await lookAtForms(page, kind, view, found);
    const picture = pictureOf(kind, view.language, kind === `${DESK}desk` ? who : '');
    if (!pictures.has(picture)) {
      pictures.add(picture);
      await shot(page, picture);
    }
    // A case that is opened in the Content Manager has a page of its own as well, for telephones.
    const own = links.filter((each) => each.startsWith(MANAGER)).map((each) => `${kind}/${each.split('/').pop()}`);
    const next = [...links, ...(LIST.test(kind) ? own : [])].filter((each) =>
      prefixes.some((at) => each.startsWith(at))
    );
    waiting.push(...next.filter((each) => !seen.has(kindOf(each))));
  }
  return seen;
}

const pictures = new Set();

/** What the picture of a page is called: one of a kind in each language, and everybody's own desk. */
const pictureOf = (kind, language, who) =>
  ['page', language, who, kind.replace(/^\/admin\/(plugins\/property-desk\/)?/, '')]
    .join('-')
    .replace(/[^a-z0-9]+/gi, '-')
    .replace(/-+$/, '');

async function walk(role, view) {
  const person = await personIn(browser, `${role}@demo.local`, view);
  const { page } = person;
  const found = [];
  await visit(page, '/plugins/property-desk/desk');
  await page.locator('nav a[href*="/plugins/property-desk/"]').first().waitFor();
  await settled(page);
  const menu = await linksIn(page, 'nav', [DESK]);
  assert.ok(menu.length > 1, `the menu of the ${role} offers pages`);
  const widths = role === 'engineer' ? [...SCREENS, TELEPHONE] : SCREENS;
  // The Content Manager's pages are looked at in English below, all of them.
  const prefixes = view.language === 'en' ? [DESK] : [DESK, MANAGER];
  await follow(page, menu, prefixes, { ...view, widths }, found, role);
  found.push(...person.troubles);
  await person.context.close();
  judge(role, view, found);
}

/** Nothing was found; what was stands in a file of its own as well. */
function judge(who, { language }, found) {
  const faults = [...new Set(found)];
  if (faults.length === 0) return;
  fs.writeFileSync(path.join(process.env.E2E_ARTIFACTS, `faults-${who}-${language}.txt`), faults.join('\n'));
  assert.fail(`${faults.length} faults:\n${faults.join('\n')}`);
}

for (const view of VIEWS)
  test(`every page of the desk, in ${view.language}`, { timeout: 900_000, concurrency: 2 }, async (t) => {
    await Promise.all(ROLES.map((role) => t.test(`for the ${role}`, () => walk(role, view))));
  });

for (const view of VIEWS)
  test(`the records, the home and the settings, in ${view.language}`, { timeout: 600_000 }, async () => {
    const admin = await personIn(browser, 'admin@demo.local', view);
    const { page } = admin;
    const found = [];
    await visit(page, '/');
    await settled(page);
    // Strapi's own widgets: what its role is called, and the hour behind its words.
    await look(page, 'home', { ...view, except: ['Super Admin', /^\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}$/] }, found);
    await go(page, '/admin/content-manager');
    const types = [...new Set((await linksIn(page, 'nav', [MANAGER])).map((address) => address.split('?')[0]))];
    assert.ok(types.length > 12, `the Content Manager offers our types: ${types.length}`);
    for (const type of types) {
      const name = type.replace(MANAGER, '');
      await go(page, type);
      await look(page, `list of ${name}`, view, found);
      const [first] = (await linksIn(page, 'tbody', [`${type}/`])).filter((each) => !each.endsWith('/create'));
      if (!first) continue;
      await go(page, first);
      // Where a record has no name of its own, Strapi calls it by its key.
      const title = await page.locator('h1').first().innerText();
      const except = NAMELESS.includes(name) ? [title, await page.title()] : [];
      await look(page, `a ${name}`, { ...view, except }, found);
    }
    await go(page, '/admin/settings/application-infos');
    const ours = (
      await linksIn(page, 'nav', ['/admin/settings/property-desk', '/admin/settings/plugins/property-desk'])
    ).concat('/admin/me');
    for (const address of ours) {
      await go(page, address);
      await look(page, address, view, found);
    }
    found.push(...admin.troubles);
    await admin.context.close();
    judge('records', view, found);
  });

test('no page of the desk was left out', () => {
  const code = fs.readFileSync(path.join(PLUGIN, 'admin/src/pages.tsx'), 'utf8');
  const paths = [...code.matchAll(/(?:page\(|path: )'([^']+)'/g)].map(([, each]) => each);
  assert.ok(paths.length > 20, 'the table of pages is read');
  const kinds = new Set([...visited].map((kind) => kind.replace(DESK, '').split('?')[0]));
  // One page may have two addresses.
  const files = new Map(
    [...code.matchAll(/page\('([^']+)', \(\) => import\('([^']+)'\)/g)].map(([, at, file]) => [at, file])
  );
  const seen = new Set([...kinds].map((kind) => files.get(kind)));
  assert.deepEqual(
    paths.filter((each) => !kinds.has(each) && !(files.has(each) && seen.has(files.get(each)))),
    []
  );
});
