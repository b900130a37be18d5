import { say, type Locale, type ObligationOutcome } from '../../../../contracts';

/** Money on paper: `1,280.00`. */
export const yuan = (fen: number): string => (fen / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** What became of a promise, in a word. */
export const outcomeWord = (outcome: ObligationOutcome | null, locale: Locale): string =>
  outcome ? say(locale, `outcome.${outcome}`) : say(locale, 'print.open');

/** The beginning of a text, on one line; what follows is left to the system. */
export const brief = (text: string | null, most: number): string => {
  const line = [...(text ?? '').replace(/\s+/g, ' ').trim()];
  return line.length > most ? `${line.slice(0, most - 1).join('')}…` : line.join('');
};
