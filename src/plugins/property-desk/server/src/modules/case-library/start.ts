import type { CaseStudyText, Severity } from '../../../../contracts';
import type { Acting, CaseRow } from '../../kernel/workflow/define';

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

/**
 * Starts a case of the library from the complaint that `acting` is on, in the same transaction and by the same actor.
 * All texts are anonymised before they are kept; a supervisor owes the confirmation.
 */
export declare function startCaseStudy<C extends CaseRow>(acting: Acting<C>, study: NewStudy): Promise<CaseRow>;
