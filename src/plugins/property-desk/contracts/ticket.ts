/** 报修工单, article 9: the words of the ticket that server and panel share. */

export const TICKET_STATES = [
  'submitted',
  'accepted',
  'dispatched',
  'in_progress',
  'on_hold',
  'completed',
  'confirmed',
  'archived',
  'cancelled',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** States in which nothing more is owed. */
export const TICKET_ENDED = ['archived', 'cancelled'] as const;

export const TICKET_PRIORITIES = ['ordinary', 'urgent'] as const;
export type TicketPriority = (typeof TICKET_PRIORITIES)[number];

/** How the request reached the office; `web` and `integration` are set by the API, never entered. */
export const TICKET_SOURCES = ['phone', 'visit', 'chat', 'patrol', 'app', 'web', 'integration'] as const;
export type TicketSource = (typeof TICKET_SOURCES)[number];

/** Outcomes of a revisit (回访). */
export const FOLLOW_UP_OUTCOMES = ['satisfied', 'unsatisfied', 'unreachable'] as const;
export type FollowUpOutcome = (typeof FOLLOW_UP_OUTCOMES)[number];

/** A line of `GET /tickets`. */
export interface TicketListItem {
  documentId: string;
  number: string;
  state: TicketState;
  priority: TicketPriority;
  revision: number;
  description: string;
  place: string;
  category: { documentId: string; name: string };
  community: { documentId: string; name: string };
  household: { documentId: string; name: string } | null;
  assignee: { documentId: string; name: string } | null;
  contractor: string | null;
  reporterName: string;
  /** Masked. */
  contactTelephone: string | null;
  promisedAt: string | null;
  dueAt: string | null;
  overdue: boolean;
  createdAt: string;
}

/** A part used in a repair; `price` is fen for one. */
export interface TicketPart {
  name: string;
  quantity: number;
  price: number;
}
