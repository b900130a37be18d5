import type { CaseStudyState, CaseStudyText, Severity, Suspect } from '../../../../contracts';
import type { CaseRow } from '../../kernel/workflow/define';

export const CASE_STUDY_UID = 'plugin::property-desk.case-study';
export const TERM_UID = 'plugin::property-desk.case-study-term';

/** The room of complaints starts cases of the library, so this one knows the complaint by its name only. */
export const COMPLAINT_UID = 'plugin::property-desk.complaint';

/** A case of the library as the kernel keeps it; relations are numeric ids. */
export interface CaseStudyRow extends CaseRow, Record<CaseStudyText, string | null> {
  number: string;
  state: CaseStudyState;
  title: string;
  complaint: number;
  categoryName: string | null;
  severity: Severity | null;
  article: string | null;
  tags: string[] | null;
  /** What it is found by: all its texts, folded. */
  searchText: string;
  suspects: Suspect[] | null;
  /** Whoever wrote the review that it came from. */
  draftedBy: number | null;
  confirmedBy: number | null;
  confirmedAt: Date | null;
  withdrawReason: string | null;
}
