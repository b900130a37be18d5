import en from './words/en.json';
import serverEn from './words/server.en.json';
import serverZhHans from './words/server.zh-Hans.json';
import zhHans from './words/zh-Hans.json';

/** The languages that the desk speaks. */
export const LOCALES = ['zh-Hans', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/**
 * What the server says, by language. `words/<language>.json` is what the panel says as well; what only the server says
 * (errors, messages, papers, rights) stands in `words/server.<language>.json`, so that the panel does not carry it.
 */
export const WORDS: Record<Locale, Record<string, string>> = {
  // Marked as pure, so that a bundle that does not use it leaves it out.
  'zh-Hans': /* @__PURE__ */ Object.assign({}, serverZhHans, zhHans),
  en: /* @__PURE__ */ Object.assign({}, serverEn, en),
};

/** A parameter that is itself a word, said in the language of the sentence. */
export interface Word {
  word: string;
}

/** A day or an hour of the office, `2026-11-28` or `2026-11-28 16:03`, said as the language of the sentence writes it. */
export interface Time {
  time: string;
}

const isTime = (value: unknown): value is Time => typeof value === 'object' && value !== null && 'time' in value;

/** `2026年11月3日 09:05` of `2026-11-03 09:05`: GB/T 9704-2012, 7.3.5.4, writes no leading zero. Without the hour, the day. */
export const sayTime = (locale: Locale, time: string): string => {
  const [year, month, day] = time.slice(0, 10).split('-').map(Number);
  return say(locale, 'time.day', { year, month, day }) + time.slice(10);
};

const isWord = (value: unknown): value is Word => typeof value === 'object' && value !== null && 'word' in value;

const spoken = (locale: Locale, value: unknown): string => {
  if (Array.isArray(value)) return value.map((each) => spoken(locale, each)).join(locale === 'en' ? ', ' : '、');
  if (isTime(value)) return sayTime(locale, value.time);
  return isWord(value) ? say(locale, value.word) : String(value);
};

/** Fills `{name}` in a word; an unknown key is returned as it is, so that a gap shows. */
export function say(locale: Locale, key: string, params: Record<string, unknown> = {}): string {
  const text = WORDS[locale][key] ?? WORDS.en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? spoken(locale, params[name]) : whole));
}

/** `say` in one language. */
export const speaker =
  (locale: Locale) =>
  (key: string, params?: Record<string, unknown>): string =>
    say(locale, key, params);
