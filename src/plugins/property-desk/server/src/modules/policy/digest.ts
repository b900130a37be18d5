import { createHash } from 'node:crypto';
import type { PolicyContent, PolicyRow } from './row';

/** The same value in the same words, whatever order a database keeps its keys in. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, canonical(each)])
  );
};

/** SHA-256 of all that a reader reads and all that a clock follows: what is promulgated is what was approved. */
export const digestOf = (policy: PolicyRow, { articles, rules }: PolicyContent): string => {
  const { title, companyName, draftedBy, draftedOn, effectiveOn, public: open } = policy;
  const said = {
    face: { title, companyName, draftedBy, draftedOn, effectiveOn, open },
    articles: articles
      .map(({ chapter, chapterTitle, number, title: heading, body }) => ({
        chapter,
        chapterTitle,
        number,
        heading,
        body,
      }))
      .sort((one, other) => one.number - other.number),
    rules: rules
      .map(({ key, value, article }) => ({ key, value, article }))
      .sort((one, other) => (one.key < other.key ? -1 : 1)),
  };
  return createHash('sha256')
    .update(JSON.stringify(canonical(said)))
    .digest('hex');
};
