import type { Knex } from 'knex';
import type { Rows } from '../storage/rows';
import { plainly } from './plain';

/** Longest word that is kept whole. */
export const LONGEST_TERM = 32;

/** Terms written in one statement. */
const AT_ONCE = 80;

const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;

/**
 * What a text is found by: of Chinese every character and every two that stand together, since no blank divides its
 * words; of other scripts each word. Folded: full width, capitals.
 */
export const termsIn = (text: string): string[] =>
  [...plainly(text).matchAll(RUNS)].flatMap(([run]) => {
    if (!HAN.test(run)) return [run.slice(0, LONGEST_TERM)];
    const signs = [...run];
    return signs.flatMap((sign, at) => (at + 1 < signs.length ? [sign, sign + signs[at + 1]] : [sign]));
  });

/** What somebody looks for: terms that a text must all have, and words that must stand in it as they were written. */
export const wanted = (query: string): { terms: string[]; words: string[] } => {
  const words = plainly(query)
    .split(/\s+/)
    .filter((word) => termsIn(word).length > 0);
  const terms = new Set(
    words.flatMap((word) =>
      (word.match(RUNS) ?? []).flatMap((run) => {
        // Of Chinese the pairs say all that the single characters say.
        const pairs = termsIn(run).filter((term) => !HAN.test(term) || [...term].length > 1);
        return pairs.length ? pairs : termsIn(run);
      })
    )
  );
  // What is a term itself has been found; of a longer word the parts could stand apart.
  return { terms: [...terms], words: [...new Set(words.filter((word) => !terms.has(word)))] };
};

/** A word as a pattern of `like … escape '\'` that finds it anywhere. */
export const anywhere = (word: string): string => `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** Puts the terms of a record into its room's index anew; `of` is the attribute by which the index names the record. */
export const replaceTerms = async (
  { trx, rows, now }: { trx: Knex.Transaction; rows: Rows; now: Date },
  { uid, of, id }: { uid: string; of: string; id: number },
  terms: Iterable<Record<string, unknown>>
): Promise<void> => {
  await trx(rows.table(uid).name)
    .where({ [rows.column(uid, of)]: id })
    .delete();
  const records = [...terms].map((term) => ({ ...term, [of]: id }));
  for (let at = 0; at < records.length; at += AT_ONCE)
    await rows.insertMany(trx, uid, records.slice(at, at + AT_ONCE), now);
};
