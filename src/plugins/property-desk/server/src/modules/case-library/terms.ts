import { CASE_STUDY_TEXTS, type CaseStudyText } from '../../../../contracts';
import { plainly } from '../../kernel/text/plain';
import { LONGEST_TERM, termsIn } from '../../kernel/text/terms';

/** What a title or a tag counts for, against the same words in a text. */
const WEIGHT = 3;

/** Texts in which a Chinese word or a Latin one is looked for. */
export interface Findable extends Partial<Record<CaseStudyText, string | null>> {
  title: string;
  tags: string[] | null;
}

/** The term under which cases with a tag are kept; no text has it. */
export const tagTerm = (tag: string): string => `#${plainly(tag).slice(0, LONGEST_TERM)}`;

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
