import type { RuleDefinition } from '../../kernel/rulebook/rulebook';

/** What the confidentiality of article 12 sets for residents' accounts. */
export const ACCOUNT_RULES: Record<string, RuleDefinition> = {
  /** How long a request to be tied to a household may wait. */
  'account.decideWithin': { kind: 'workingDays', default: '1 working day', article: '12' },
  /** How long a supervisor has to see to one that has waited too long. */
  'account.superviseWithin': { kind: 'workingDays', default: '1 working day', article: '12' },
};
