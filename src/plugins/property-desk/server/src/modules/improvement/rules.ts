import type { RuleDefinition } from '../../kernel/rulebook/rulebook';

/** What article 10 sets so that complaints do not happen again. */
export const IMPROVEMENT_RULES: Record<string, RuleDefinition> = {
  /** How long supervisors have to think again once something has recurred that was said to be stopped. */
  'prevention.reconsiderWithin': { kind: 'duration', default: 'P3D', article: '10' },
  /** How long a supervisor has to see to a promise that was broken. */
  'prevention.superviseWithin': { kind: 'duration', default: 'P1D', article: '10' },
};
