// What a page says, looked at by a script: words of the other language, raw ids and codes, holes that nobody filled.
import fs from 'node:fs';
import path from 'node:path';
import { PLUGIN } from '../../scripts/lib/root.mjs';

const ADMIN_WORDS = path.join(PLUGIN, 'admin/src/translations');
const SHARED_WORDS = path.join(PLUGIN, 'contracts/words');
const HAN = /\p{Script=Han}+/gu;

/** What may stand in Latin letters on a Chinese page. */
const ALLOWED = [
  /\bhttps?:\/\/\S+/g,
  // Mail, and mail behind its mask; what a server is set up by.
  /\b[\w-]+@localhost\b/g,
  /\b[A-Z]+(_[A-Z]+)+\b/g,
  /\b[\w.+*-]+@[\w-]+(\.[\w-]+)+/g,
  // Files, by their ending.
  /[^\s，。、（）「」《》]+\.(docx?|xlsx?|pdf|png|jpe?g|gif|webp|heic|zip|csv|eml|txt)\b/gi,
  // Numbers of cases, files and keys: BX-20261128-0001, DA-00001, B1-025; and cars: 沪A·D2501.
  /(?<![A-Za-z])[A-Z]{1,3}\d?-\d[\d-]*(?![A-Za-z])/g,
  /\p{Script=Han}[A-Z]·?[A-Z0-9]{4,}/gu,
  // The prefixes of these numbers, where it is said how they look.
  /(?<![A-Za-z])(BX|ZX|TS|ZD|JY|DA|BD|ZG|HY)-/g,
  // Initials of a name, where it is said what one may look for; places that a letterhead has for a text.
  /(?<=、)zs(?=、)/g,
  /\{\{\w+\}\}/g,
  // Formats, programs and what is written on keys.
  /(?<![A-Za-z])(Word|Excel|PDF|PNG|JPE?G|GIF|WebP|HEIC|ZIP|CSV|XLSX|DOCX|Markdown|Strapi|Property Desk)(?![a-z])/g,
  /(?<![A-Za-z])(Ctrl|Shift|Alt|Enter|Esc|Tab|Cmd|Home|End)(?![a-z])/g,
  /(?<![A-Za-z])(kB|KB|MB|GB|kWh?|m|cm|mm)(?![A-Za-z])/g,
  /(?<![A-Za-z])(API|IP|URL|SMTP|HTTPS?|Webhook|JSON|ID|OK|APP|App)(?![a-z])/g,
  // What Strapi's library of notifications calls its corner: written into it.
  /^Notifications alt\+T$/g,
  // Written into Strapi's pickers of days and hours, and into the mark that something is on its way.
  /^(清除|Choose) (date|time)$/g,
  /^Loading( content\.)?$/g,
  /^Pagination$/g,
  // The button of Strapi's menu on a telephone.
  /^Menu$/g,
  // A car, by what its maker calls it.
  /(?<=特斯拉 )Model \w+/g,
  // The other language, called as its speakers call it.
  /^English$/g,
];

/** What may stand on no page, in whatever language. */
const RAW = [
  [/\b(property-desk|plugin|content-manager)(::|\.)[\w.:-]+/, 'a raw id'],
  [/\{\s*\w+\s*(,|\})/, 'a hole'],
  [/\b(undefined|NaN|Invalid Date|Invalid DateTime)\b|\[object \w+\]/, 'nothing'],
  [/\b[a-z]+(_[a-z]+)+\b/, 'a code'],
  [/\b[a-z]+([A-Z][a-z]+)+\b/, 'a code'],
  [/(?<![\w@/.-])[a-z][\w-]+(\.[a-z][\w-]+)+(?![\w@/])/, 'a raw id'],
];

/** How no Chinese office writes a day or an hour. */
const FOREIGN_TIME =
  /(?<![\w-])\d{4}-\d{1,2}-\d{1,2}(?![\w-])|\d{1,4}\/\d{1,2}\/\d{2,4}|\b\d{1,2}:\d{2}\s?(AM|PM)\b|GMT|UTC/i;

const read = (folder, name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));

const words = [
  [ADMIN_WORDS, ''],
  [ADMIN_WORDS, 'content-manager.'],
  [SHARED_WORDS, ''],
  [SHARED_WORDS, 'server.'],
].flatMap(([folder, prefix]) => {
  const en = read(folder, `${prefix}en.json`);
  return Object.entries(read(folder, `${prefix}zh-Hans.json`)).map(([key, zh]) => ({ key, zh, en: en[key] }));
});

/** Keys of words that nobody types: what is done, in what state it is, what is owed, by whom. */
const OURS = /(^|\.)(state|action|role|actor)\.|^obligation\./;

/** Such words in Chinese: on an English page they are forgotten, whoever sent them. */
const CHINESE_LABELS = new Set(
  words.filter(({ key, zh, en }) => OURS.test(key) && zh !== en && /^\p{Script=Han}+$/u.test(zh)).map(({ zh }) => zh)
);

const ENGLISH_LABELS = new Set(words.map(({ en }) => en));

function* schemas(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* schemas(at);
    else if (entry.name === 'schema.json') yield JSON.parse(fs.readFileSync(at, 'utf8'));
  }
}

/** What the database calls states and kinds, where no word of English is spelt so. */
const CODES = new Set(
  [...schemas(path.join(PLUGIN, 'server/src'))]
    .flatMap(({ attributes }) => Object.values(attributes).flatMap(({ enum: values = [] }) => values))
    .filter((code) => /^[a-z][a-z_-]+$/.test(code) && !ENGLISH_LABELS.has(code))
);

const heard = new WeakMap();

/** Remembers what the server tells this page: names and texts that people typed, in whatever language. */
export function hear(page) {
  if (heard.has(page)) return;
  const said = [];
  heard.set(page, said);
  page.on('response', (response) => {
    if (!/json/.test(response.headers()['content-type'] ?? '')) return;
    said.push(response.text().catch(() => ''));
  });
}

/** Runs in the page: everything that is seen or read out, and where. */
function gather() {
  const found = [];
  const where = (element) => {
    const named = element.closest('[data-testid]')?.getAttribute('data-testid');
    return [
      named && `[${named}]`,
      element.closest('header,main,nav,[role=dialog]')?.tagName.toLowerCase(),
      element.tagName.toLowerCase(),
    ]
      .filter(Boolean)
      .join(' ');
  };
  const add = (text, element, kind) => {
    const said = text?.replace(/\s+/g, ' ').trim();
    if (said) found.push({ text: said, at: `${kind} in ${where(element)}` });
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    // Strapi's editor of JSON shows what is kept as it is kept.
    if (!element || element.closest('script,style,noscript,template,.cm-editor')) continue;
    if (element.checkVisibility({ visibilityProperty: true })) add(walker.currentNode.data, element, 'text');
  }
  for (const element of document.body.querySelectorAll('*')) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.cm-editor')) continue;
    for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'title', 'alt'])
      add(element.getAttribute(name), element, name);
    if (element.matches('input[role=combobox],input[type=submit],input[type=button]'))
      add(element.value, element, 'value');
  }
  add(document.title, document.body, 'title of the page');
  return found;
}

/** A text without what may stand in it in Latin letters. */
const withoutAllowed = (text) => ALLOWED.reduce((left, allowed) => left.replace(allowed, ' '), text);

/** What is wrong with a text on a Chinese page, or nothing. */
function inChinese(text, at) {
  // Pickers of days write them as the browser's table of languages has it, as in every program.
  if (!at.startsWith('value') && FOREIGN_TIME.test(withoutAllowed(text))) return 'a time that is not written so';
  return /[A-Za-z]{2,}/.test(withoutAllowed(text)) ? 'English' : undefined;
}

/** What is wrong with a text on an English page. */
function inEnglish(text, known) {
  // A post may be called what a role is called.
  if (CHINESE_LABELS.has(text) && !known.some((said) => said.includes(`"name":"${text}"`))) return 'Chinese';
  // What somebody typed came from the server; what did not is a word that nobody translated.
  return (text.match(HAN) ?? []).every((run) => known.some((said) => said.includes(run))) ? undefined : 'Chinese';
}

const raw = (text) => {
  if (CODES.has(text)) return 'a code';
  const left = withoutAllowed(text);
  return RAW.find(([pattern]) => pattern.test(left))?.[1];
};

/**
 * What on this page is not in the language of whoever reads it: texts, names for screen readers, placeholders, titles.
 * For `en` the page must have been heard from its beginning. `except` are whole texts that are right nevertheless.
 * @returns {Promise<string[]>} a line for each fault
 */
export async function untranslated(page, language, { except = [] } = {}) {
  const texts = await page.evaluate(gather);
  if (language === 'en' && !heard.has(page)) throw new Error('hear(page) before it loads anything');
  const known = language === 'en' ? await Promise.all(heard.get(page)) : [];
  // Strapi's picture of whoever is logged in: two letters of their name, out of the menu and on the home page.
  const initials = texts.find(({ text, at }) => at === 'text in nav span' && [...text].length <= 2)?.text;
  const faults = new Set();
  for (const { text, at } of texts) {
    if (text === initials) continue;
    if (except.some((right) => (right instanceof RegExp ? right.test(text) : right === text))) continue;
    const fault = raw(text) ?? (language === 'en' ? inEnglish(text, known) : inChinese(text, at));
    if (fault) faults.add(`${fault}: «${text.slice(0, 120)}», ${at}`);
  }
  return [...faults];
}
