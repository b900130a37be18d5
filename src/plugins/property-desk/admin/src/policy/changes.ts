import { diffArrays } from 'diff';
import type { PolicyComparison } from '../../../contracts';

/** A run of a text that both versions have, or only the newer, or only the older. */
export interface Run {
  text: string;
  mark: 'same' | 'added' | 'removed';
}

/** Beyond so many changed words, nobody reads the texts as one: they are shown one after the other. */
const MOST_CHANGES = 2000;

/** A text in words; Chinese has no spaces between them, so that the language itself must say where they end. */
export function wordsIn(text: string, locale: string): string[] {
  if (typeof Intl.Segmenter !== 'function') return Array.from(text);
  return Array.from(new Intl.Segmenter(locale, { granularity: 'word' }).segment(text), ({ segment }) => segment);
}

/** What changed from one text to the other, word by word. */
export function runsOf(before: string, after: string, locale: string): Run[] {
  const parts = diffArrays(wordsIn(before, locale), wordsIn(after, locale), { maxEditLength: MOST_CHANGES });
  const runs: Run[] = parts
    ? parts.map(({ value, added, removed }) => ({
        text: value.join(''),
        mark: added ? 'added' : removed ? 'removed' : 'same',
      }))
    : [
        { text: before, mark: 'removed' },
        { text: after, mark: 'added' },
      ];
  return runs.filter(({ text }) => text !== '');
}

/** How many articles and rules a version changes, by sort of change. */
export function countsOf({ articles, rules }: PolicyComparison): { articles: number; rules: number } {
  return { articles: articles.filter(({ change }) => change !== 'same').length, rules: rules.length };
}
