import en from './words/en.json';
import zhHans from './words/zh-Hans.json';

/** The languages that the desk speaks. */
export const LOCALES = ['zh-Hans', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Words that server (errors, mail, paper) and panel both use, by language. */
export const WORDS: Record<Locale, Record<string, string>> = { 'zh-Hans': zhHans, en };

/** Fills `{name}` in a word; an unknown key is returned as it is, so that a gap shows. */
export function say(locale: Locale, key: string, params: Record<string, unknown> = {}): string {
  const text = WORDS[locale][key] ?? WORDS.en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}
