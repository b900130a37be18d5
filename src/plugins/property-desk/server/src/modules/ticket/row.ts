import type { FollowUpOutcome, TicketPart, TicketPriority, TicketSource, TicketState } from '../../../../contracts';
import type { CaseRow } from '../../kernel/workflow/define';

export const TICKET_UID = 'plugin::property-desk.ticket';
export const CATEGORY_UID = 'plugin::property-desk.ticket-category';

/** A ticket as the kernel keeps it; relations are numeric ids. */
export interface TicketRow extends CaseRow {
  number: string;
  state: TicketState;
  title: string;
  household: number | null;
  building: number | null;
  publicPlace: string | null;
  /** What people call the place: the room, or the public place. */
  place: string;
  category: number;
  categoryName: string;
  description: string;
  source: TicketSource;
  priority: TicketPriority;
  reporterName: string;
  contactTelephone: string | null;
  wishedFor: Date | null;
  assignee: number | null;
  contractor: string | null;
  /** Who sent it out: owes the completion where a contractor does the work. */
  dispatchedBy: number | null;
  promisedAt: Date | null;
  acceptedAt: Date | null;
  dispatchedAt: Date | null;
  startedAt: Date | null;
  completedAt: Date | null;
  completedBy: number | null;
  workDone: string | null;
  parts: TicketPart[] | null;
  /** Fen. */
  cost: number | null;
  outcome: FollowUpOutcome | null;
  followUpWords: string | null;
  followUpAttempts: number | null;
  /** Days on which nobody could be reached, `20261123`. */
  followUpDays: string[] | null;
  ratingQuality: number | null;
  ratingAttitude: number | null;
  ratingOverall: number | null;
  rework: number | null;
}
