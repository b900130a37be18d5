import { z } from 'zod';
import { field, form, optional } from '../../kernel/workflow/input';

/** Longest article, in UTF-16 units. */
export const LONGEST_ARTICLE = 20_000;
/** Highest number of an article. */
export const LAST_ARTICLE = 999;

const number = (max: number) => z.number().int().min(1).max(max).meta({ widget: 'number' });
/** `2026-12-01`, a day that there is. */
const day = () => z.iso.date().meta({ widget: 'date' });
/** A day that may be taken away again: null empties it. */
const dayOrNone = () => day().nullable().optional().meta({ widget: 'date' });
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
    number: number(LAST_ARTICLE),
    chapter: number(99),
    chapterTitle: field.text(50),
    title: optional(field.text(50)),
    body: field.blocks({ most: LONGEST_ARTICLE, wordsOnly: true }),
    was: optional(number(LAST_ARTICLE)),
  }),
  removeArticle: form({ number: number(LAST_ARTICLE) }),
  setRule: form({
    key: key(),
    value: z.union([z.string().max(50), z.number(), z.boolean()]).meta({ widget: 'ruleValue' }),
    article: optional(number(LAST_ARTICLE)),
  }),
  clearRule: form({ key: key() }),
  reason: form({ reason: field.text() }),
  maybeReason: form({ reason: optional(field.text()) }),
  nothing: form({}),
  supersede: form({ by: field.ref('policy') }),
};
