import type { CaseStudyText, Severity } from '../../../../contracts';
import type { Acting, CaseRow } from '../../kernel/workflow/define';
import { COMMUNITY_UID } from '../staff';
import { LONGEST_TAG, LONGEST_TEXT, LONGEST_TITLE, MOST_TAGS } from './inputs';
import { caseStudyWorkflow } from './workflow';

/** What a review gives for a case of the library: texts as they were written, names and all. */
export interface NewStudy extends Partial<Record<CaseStudyText, string | null>> {
  facts: string;
  /** The complaint's own title where none is given. */
  title?: string | null;
  /** The category's name. */
  category?: string | null;
  severity?: Severity | null;
  /** Article of the policy that the complaint touched; 10 where none is given. */
  article?: string | null;
  tags?: string[];
}

const short = (text: string | null | undefined, longest: number): string | undefined =>
  text
    ?.trim()
    .slice(0, longest)
    .replace(/\p{Surrogate}$/u, '') || undefined;

/**
 * Starts a case of the library from the complaint that `acting` is on, in the same transaction and by the same actor.
 * All texts are anonymised before they are kept; a supervisor owes the confirmation.
 */
export const startCaseStudy = async <C extends CaseRow>(acting: Acting<C>, study: NewStudy): Promise<CaseRow> => {
  const { title, category, severity, article, tags, ...texts } = study;
  const { row } = await acting.start(caseStudyWorkflow, 'draft', {
    community: await acting.documentId(COMMUNITY_UID, acting.case.community),
    complaint: acting.case.documentId,
    title: short(title, LONGEST_TITLE),
    categoryName: short(category, 50),
    severity: severity ?? undefined,
    article: article ?? undefined,
    tags: tags
      ?.map((tag) => short(tag, LONGEST_TAG))
      .filter(Boolean)
      .slice(0, MOST_TAGS),
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, short(text, LONGEST_TEXT)])),
  });
  return row;
};
