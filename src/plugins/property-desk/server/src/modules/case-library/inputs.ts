import { z } from 'zod';
import { CASE_STUDY_TEXTS, SEVERITIES, type CaseStudyText } from '../../../../contracts';
import { field, form, optional } from '../../kernel/workflow/input';

/** Longest text of a case, in UTF-16 units. */
export const LONGEST_TEXT = 10_000;
export const LONGEST_TITLE = 100;
export const LONGEST_TAG = 20;
export const MOST_TAGS = 10;

const text = () => field.longText(LONGEST_TEXT);
const texts = Object.fromEntries(CASE_STUDY_TEXTS.map((name) => [name, optional(text())])) as Record<
  CaseStudyText,
  ReturnType<typeof optional<ReturnType<typeof text>>>
>;

const about = {
  categoryName: optional(field.text(50)),
  severity: optional(field.choice(SEVERITIES, 'complaint.severity')),
  article: optional(
    z
      .string()
      .trim()
      .regex(/^[1-9]\d{0,2}(?:[.(（][0-9.()（）]{1,8})?$/)
      .meta({ widget: 'text' })
  ),
  tags: optional(z.array(z.string().trim().min(1).max(LONGEST_TAG)).max(MOST_TAGS).meta({ widget: 'tags' })),
};

/** What each action of a case of the library asks for. */
export const INPUT = {
  draft: form({
    community: field.ref('community'),
    complaint: field.ref('complaint'),
    title: optional(field.text(LONGEST_TITLE)),
    ...texts,
    facts: text(),
    ...about,
  }),
  amend: form({ title: optional(field.text(LONGEST_TITLE)), ...texts, ...about, reason: field.text() }),
  confirm: form({ confirmed: z.literal(true).meta({ widget: 'switch' }) }),
  revise: form({ reason: field.text() }),
  withdraw: form({ reason: field.text() }),
};
