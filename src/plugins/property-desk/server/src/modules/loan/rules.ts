import type { RuleDefinition } from '../../kernel/rulebook/rulebook';

/** What article 12 sets for files and keys that are lent. */
export const LOAN_RULES: Record<string, RuleDefinition> = {
  /** How long a request may wait for somebody to decide it. */
  'loan.decideWithin': { kind: 'workingDays', default: '1 working day', article: '12' },
  /** For how long something is lent where nobody says until when. */
  'loan.term': { kind: 'workingDays', default: '5 working days', article: '12' },
  /** For how long what was approved waits to be fetched; then it has lapsed. */
  'loan.collectWithin': { kind: 'workingDays', default: '3 working days', article: '12' },
  /** How long a supervisor has to see to what has not come back, a manager to what has not been decided. */
  'loan.superviseWithin': { kind: 'duration', default: 'P1D', article: '12' },
};
