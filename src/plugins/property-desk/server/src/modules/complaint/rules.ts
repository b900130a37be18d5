import type { RuleDefinition } from '../../kernel/rulebook/rulebook';

/** What article 10 sets for complaints; a company's policy may set other values. */
export const COMPLAINT_RULES: Record<string, RuleDefinition> = {
  'complaint.classifyWithin': { kind: 'duration', default: 'PT30M', article: '10' },
  'complaint.firstReplyWithin': { kind: 'duration', default: 'PT24H', article: '10' },
  /** The hour within which a supervisor takes a major or urgent complaint in hand. */
  'complaint.interveneWithin': { kind: 'duration', default: 'PT1H', article: '10' },
  /** The promise that is proposed for a general complaint. */
  'complaint.resolveWithin': { kind: 'duration', default: 'PT48H', article: '10' },
  'complaint.managerWithin': { kind: 'duration', default: 'PT4H', article: '10' },
  'complaint.followUpWithin': { kind: 'duration', default: 'PT24H', article: '10' },
  'complaint.reviewWithin': { kind: 'duration', default: 'P3D', article: '10' },
  'complaint.archiveWithin': { kind: 'duration', default: 'P3D', article: '10' },
  /** How long a supervisor has to see to a promise that was broken. */
  'complaint.superviseWithin': { kind: 'duration', default: 'PT2H', article: '10' },
  /** For how many days an earlier complaint counts as one that is being repeated. */
  'complaint.repeatDays': { kind: 'number', default: 90, article: '10' },
};
