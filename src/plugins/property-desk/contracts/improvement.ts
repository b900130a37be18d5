import type { Ref } from './case';

/** 整改措施, article 10: what must be done so that a complaint does not happen again. */

export const PREVENTIVE_ACTION_STATES = ['open', 'done', 'recurred', 'cancelled'] as const;
export type PreventiveActionState = (typeof PREVENTIVE_ACTION_STATES)[number];

export const PREVENTIVE_ACTION_ENDED = ['done', 'cancelled'] as const;

/** A line of `GET /preventive-actions`. */
export interface PreventiveActionListItem {
  documentId: string;
  number: string;
  title: string;
  state: PreventiveActionState;
  revision: number;
  what: string;
  owner: Ref | null;
  community: Ref;
  /** The complaint that it came from. */
  complaint: Ref | null;
  /** Of a recurrence: the action that was done, and the complaint that came nevertheless. */
  recurrenceOf: Ref | null;
  recurrence: Ref | null;
  promisedAt: string | null;
  dueAt: string | null;
  overdue: boolean;
  createdAt: string;
}

/** One line of a review's preventive actions, as entered: who is a staff member's documentId. */
export interface PreventiveActionEntry {
  what: string;
  owner: string;
  dueAt: string;
}
