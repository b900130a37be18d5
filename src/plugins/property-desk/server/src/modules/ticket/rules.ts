import type { RuleDefinition } from '../../kernel/rulebook/rulebook';

/** What article 9 sets for repairs; a company's policy may set other values. */
export const TICKET_RULES: Record<string, RuleDefinition> = {
  'ticket.acceptWithin': { kind: 'duration', default: 'PT30M', article: '9' },
  'ticket.dispatchWithin': { kind: 'duration', default: 'PT15M', article: '9' },
  'ticket.arriveWithinUrgent': { kind: 'duration', default: 'PT30M', article: '9' },
  'ticket.completeWithinUrgent': { kind: 'duration', default: 'PT24H', article: '9' },
  'ticket.completeWithin': { kind: 'duration', default: 'PT24H', article: '9' },
  /** The 24-hour revisit. */
  'ticket.followUpWithin': { kind: 'duration', default: 'PT24H', article: '9' },
  'ticket.archiveWithin': { kind: 'duration', default: 'P3D', article: '9' },
  /** How long a supervisor has to see to a promise that was broken. */
  'ticket.superviseWithin': { kind: 'duration', default: 'PT2H', article: '9' },
  /** The policy says by telephone: a rating on the front end counts as the revisit only where this is on. */
  'ticket.ratingReplacesCall': { kind: 'switch', default: false, article: '9' },
};
