/** The rows of a list that is being entered; what is no list has none. */
export const rowsOf = <T extends object>(value: unknown): Partial<T>[] =>
  Array.isArray(value) ? value.filter((row): row is Partial<T> => typeof row === 'object' && row !== null) : [];

/** The words of a list, e.g. of tags: trimmed, none twice, none empty. */
export function wordsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.map((word) => String(word).trim()).filter(Boolean))];
}

const BREAKS = /[,，、;；\n]/;

/** Adds what was typed to a list of words; a comma, Chinese or not, parts words. */
export const addWords = (value: unknown, typed: string): string[] =>
  wordsOf([...wordsOf(value), ...typed.split(BREAKS)]);

/** Whether what was typed so far ends a word. */
export const endsWord = (typed: string): boolean => BREAKS.test(typed);
