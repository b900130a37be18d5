import type { DocumentKind, Retention } from '../../../../contracts';
import type { RuleDefinition } from '../../kernel/rulebook/rulebook';

/** What article 12.2 sets: both copies in step, and nothing destroyed before its time or by one person. */
export const ARCHIVE_RULES: Record<string, RuleDefinition> = {
  /** How long a document may lack its other copy. */
  'archive.twinWithin': { kind: 'workingDays', default: '3 working days', article: '12' },
  /** How long the manager has to decide on a disposal. */
  'archive.decideWithin': { kind: 'workingDays', default: '5 working days', article: '12' },
  /** How long a supervisor has to see to what was not done. */
  'archive.superviseWithin': { kind: 'workingDays', default: '2 working days', article: '12' },
};

/** How long documents of a kind are kept unless somebody says otherwise. */
export const KEPT: Record<DocumentKind, Retention> = {
  policy: 'permanent',
  contract: 'years30',
  minutes: 'years30',
  plan: 'years30',
  report: 'years30',
  'write-up': 'years30',
  notice: 'years10',
  letter: 'years10',
  other: 'years10',
};

const YEARS: Record<Retention, number | null> = { permanent: null, years30: 30, years10: 10 };

/** The last day of retention, which runs from the end of the document's own year; null for ever. */
export const keptUntil = (retention: Retention, year: number): string | null => {
  const years = YEARS[retention];
  return years === null ? null : `${year + years}-12-31`;
};
