import type { RuleDefinition } from '../../kernel/rulebook/rulebook';

/** How soon a request is answered: the law says promptly, the national standard GB/T 35273 (8.7) names thirty days, the policy half of it. */
export const PRIVACY_RULES: Record<string, RuleDefinition> = {
  'privacy.answerWithin': { kind: 'duration', default: 'P15D', article: '12' },
  'privacy.superviseWithin': { kind: 'duration', default: 'P1D', article: '12' },
};
