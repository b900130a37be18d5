import type { RuleDefinition } from '../../kernel/rulebook/rulebook';

/** What article 10 sets for the library; a company's policy may set other values. */
export const CASE_LIBRARY_RULES: Record<string, RuleDefinition> = {
  'caseStudy.confirmWithin': { kind: 'duration', default: 'P3D', article: '10' },
};
