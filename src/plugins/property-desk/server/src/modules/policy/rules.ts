import type { RuleDefinition } from '../../kernel/rulebook/rulebook';

/** What articles 16 and 17 set for the policy itself. */
export const POLICY_RULES: Record<string, RuleDefinition> = {
  /** How long a manager has to approve what was submitted, or to give it back. */
  'policy.approveWithin': { kind: 'duration', default: 'P3D', article: '16' },
  /** How long everybody has to read the policy in force and to say so. */
  'policy.acknowledgeWithin': { kind: 'duration', default: 'P7D', article: '17' },
};
