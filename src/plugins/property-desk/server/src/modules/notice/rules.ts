import type { RuleDefinition } from '../../kernel/rulebook/rulebook';

/** What articles 5 and 11 set for notices. */
export const NOTICE_RULES: Record<string, RuleDefinition> = {
  /** How long a submitted notice waits for its approval. */
  'notice.approveWithin': { kind: 'duration', default: 'P1D', article: '5' },
  /** How long it may take until a published notice hangs in all its buildings. */
  'notice.postWithin': { kind: 'duration', default: 'PT24H', article: '5' },
  /** How long another supervisor has to confirm what was published without approval. */
  'notice.confirmWithin': { kind: 'duration', default: 'PT1H', article: '5' },
  /** How long whoever is next up has to see to a promise that was broken. */
  'notice.superviseWithin': { kind: 'duration', default: 'PT4H', article: '5' },
  /** How many days a disclosure stays on display at least (Civil Code, article 943). */
  'notice.disclosureDays': { kind: 'number', default: 15, article: '5' },
};
