/** A Word file that a case prints. */
export interface Paper {
  /** What comes after `/print` in its path. */
  path: string;
  /** Key of what its button says. */
  word: string;
}

/** The papers of each case type. */
export const PAPERS: Record<string, readonly Paper[]> = {
  ticket: [{ path: '', word: 'print.ticket' }],
  complaint: [
    { path: '', word: 'print.complaint' },
    { path: '/letter', word: 'print.letter' },
  ],
  policy: [{ path: '', word: 'print.policy' }],
  loan: [{ path: '', word: 'print.loan' }],
  notice: [{ path: '', word: 'print.notice' }],
  'data-request': [{ path: '', word: 'print.dataReply' }],
  document: [{ path: '', word: 'print.documentCover' }],
  'case-study': [{ path: '', word: 'print.caseStudy' }],
};
