import type { RuleDefinition } from '../../kernel/rulebook/rulebook';

/** From how many records seen unmasked in a day on a supervisor is told: what a full day of calls does not need. */
export const UNUSUAL_LOOKS = 'access.unusualLooks';

/** What article 12 sets for those who look into files. */
export const ACCESS_RULES: Record<string, RuleDefinition> = {
  [UNUSUAL_LOOKS]: { kind: 'number', default: 50, article: '12' },
};
