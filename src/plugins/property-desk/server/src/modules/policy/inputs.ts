import { z } from 'zod';
import { field, form, optional } from '../../kernel/workflow/input';

/** Longest article, in UTF-16 units. */
export const LONGEST_ARTICLE = 20_000;
/** Highest number of an article. */
export const LAST_ARTICLE = 999;

/** A day that may be taken away again: null empties it. */
const dayOrNone = () => field.day().nullable().optional().meta({ widget: 'date' });
const key = () => field.text(100);

/** What each action of a policy asks for. */
export const INPUT = {
  draft: form({
    community: field.ref('community'),
    from: optional(field.choice(['default', 'effective'], 'policy.from')),
  }),
  edit: form({
    title: optional(field.text(100)),
    companyName: optional(field.text(100)),
    draftedBy: optional(field.text(50)),
    draftedOn: dayOrNone(),
    effectiveOn: dayOrNone(),
    public: optional(field.yes()),
  }),
  writeArticle: form({
    number: field.number(LAST_ARTICLE),
    chapter: field.number(99),
    chapterTitle: field.text(50),
    title: optional(field.text(50)),
    body: field.blocks({ most: LONGEST_ARTICLE, wordsOnly: true }),
    was: optional(field.number(LAST_ARTICLE)),
  }),
  removeArticle: form({ number: field.number(LAST_ARTICLE) }),
  setRule: form({
    key: key(),
    value: z.union([z.string().max(50), z.number(), z.boolean()]).meta({ widget: 'ruleValue' }),
    article: optional(field.number(LAST_ARTICLE)),
  }),
  clearRule: form({ key: key() }),
  reason: form({ reason: field.text() }),
  maybeReason: form({ reason: optional(field.text()) }),
  nothing: form({}),
  supersede: form({ by: field.ref('policy') }),
};
