// All that holds on every page, asked of the page that is open.
import { inaccessible } from './access.mjs';
import { broken, SCREENS } from './layout.mjs';
import { untranslated } from './words.mjs';

/** How long a request may run before a page counts as settled without it: lines that stay open never end. */
const OPEN_LINE = 4000;
const QUIET = 150;

const running = new WeakMap();

/** Counts this page's requests, so that one can wait until it has what it asked for. */
export function watch(page) {
  if (running.has(page)) return;
  const open = new Map();
  running.set(page, open);
  page.on('request', (request) => open.set(request, Date.now()));
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => open.delete(request));
}

/** Waits until the page has loaded what it asked for and shows it. */
export async function settled(page, limit = 15_000) {
  const open = running.get(page);
  const end = Date.now() + limit;
  for (let since = Date.now(); Date.now() < end;) {
    const waits = [...open.values()].some((at) => Date.now() - at < OPEN_LINE);
    const busy =
      waits ||
      (await page.evaluate(
        () =>
          !document.querySelector('main, form') ||
          !!document.querySelector('[aria-busy=true], [aria-live] > svg[class*=spin]') ||
          // What is still coming in has the colours of half a way; what turns for ever is no reason to wait.
          document
            .getAnimations()
            .some((each) => each.effect?.getComputedTiming().endTime !== Infinity && each.playState === 'running')
      ));
    if (busy) since = Date.now();
    else if (Date.now() - since > QUIET) return;
    await page.waitForTimeout(40);
  }
}

/** What is Strapi's own, and cannot be mended from here. */
export const STRAPIS_OWN = {
  // Strapi's lists: the whole row is pressed as well as the link in it.
  'nested-interactive': ['[role=row]', 'tr'],
  // The cross and the arrow in Strapi's lists; and a part of a chart, which is as large as what it counts: its figure
  // stands in the table beside it as well.
  'target-size': [
    ':has(> [role=combobox])',
    '[role=combobox] button',
    'a[title]:empty',
    ':has(> input[type=password])',
  ],
  // Strapi's editor of JSON, where it may only be read.
  'aria-input-field-name': ['.cm-content', '[data-slate-editor][aria-labelledby]'],
  'color-contrast': ['.cm-editor'],
  'aria-allowed-attr': ['[type=json]'],
  // Strapi's form for one's own password.
  'autocomplete-valid': ['input[name=currentPassword]'],
};

/**
 * Everything that is wrong with the page that is open: its words, its layout, its accessibility.
 * @returns {Promise<string[]>}
 */
export async function faultsOf(page, { language, widths = SCREENS, deep = true, except = [] }) {
  const faults = await untranslated(page, language, { except });
  if (!deep) return faults;
  faults.push(...(await broken(page, widths)));
  faults.push(...(await inaccessible(page, { except: STRAPIS_OWN })));
  return faults;
}
