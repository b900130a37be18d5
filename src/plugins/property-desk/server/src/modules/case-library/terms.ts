import { CASE_STUDY_TEXTS, type CaseStudyText } from '../../../../contracts';
import { plainly } from './anonymiser/view';

/** Longest word that is kept whole. */
const LONGEST = 32;

/** What a title or a tag counts for, against the same words in a text. */
const WEIGHT = 3;

/** Texts in which a Chinese word or a Latin one is looked for. */
export interface Findable extends Partial<Record<CaseStudyText, string | null>> {
  title: string;
  tags: string[] | null;
}

const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;

/**
 * What a text is found by: of Chinese every character and every two that stand together, since no blank divides its
 * words; of other scripts each word. Folded: full width, capitals.
 */
export const termsIn = (text: string): string[] =>
  [...plainly(text).matchAll(RUNS)].flatMap(([run]) => {
    if (!HAN.test(run)) return [run.slice(0, LONGEST)];
    const signs = [...run];
    return signs.flatMap((sign, at) => (at + 1 < signs.length ? [sign, sign + signs[at + 1]] : [sign]));
  });

/** The term under which cases with a tag are kept; no text has it. */
export const tagTerm = (tag: string): string => `#${plainly(tag).slice(0, LONGEST)}`;

/** All terms of a case with the number of times that they occur, titles and tags counted more. */
export const termsOf = (study: Findable): Map<string, number> => {
  const hits = new Map<string, number>();
  const count = (terms: string[], weight: number) =>
    terms.forEach((term) => hits.set(term, (hits.get(term) ?? 0) + weight));
  count(termsIn(study.title), WEIGHT);
  for (const tag of study.tags ?? []) {
    count(termsIn(tag), WEIGHT);
    hits.set(tagTerm(tag), 1);
  }
  for (const name of CASE_STUDY_TEXTS) count(termsIn(study[name] ?? ''), 1);
  return hits;
};

/** All texts of a case in one, folded: where longer words are looked for once their parts have been found. */
export const searchTextOf = (study: Findable): string =>
  plainly([study.title, ...(study.tags ?? []), ...CASE_STUDY_TEXTS.map((name) => study[name] ?? '')].join('\n'));

/** What somebody looks for: terms that a case must all have, and words that must stand in it as they were written. */
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
