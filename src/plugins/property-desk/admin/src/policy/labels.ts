import type { Words } from '../kernel/words';
import { numeralIn } from './numerals';

/** `第九条`, `Article 9`. */
export const articleLabel = (words: Words, number: number): string =>
  words.t('policy.articleNo', { number: numeralIn(words.locale, number) });

/** `第二章`, `Chapter 2`. */
export const chapterLabel = (words: Words, number: number): string =>
  words.t('policy.chapterNo', { number: numeralIn(words.locale, number) });

/** `第九条 报修处理`; the heading may be missing. */
export const articleTitle = (words: Words, { number, title }: { number: number; title: string | null }): string =>
  [articleLabel(words, number), title].filter(Boolean).join(words.t('policy.space'));
