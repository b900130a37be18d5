import type {
  FollowUpOutcome,
  ObligationOutcome,
  TicketPart,
  TicketPriority,
  TicketSource,
} from '../../../../contracts';

/** What a repair work order (维修工单) shows. Times are formatted already; `null` or `''` leaves room to write by hand. */
export interface WorkOrderRecord {
  company: string;
  companyTelephone: string | null;
  community: string;
  number: string;
  /** The state in the reader's language. */
  state: string;
  printedAt: string;
  printedBy: string;
  /** Household or public place. */
  place: string;
  reporter: string | null;
  /** Masked or whole, as whoever prints may see it. */
  telephone: string | null;
  category: string;
  priority: TicketPriority | null;
  source: TicketSource | null;
  description: string;
  wishedFor: string | null;
  reportedAt: string | null;
  acceptedAt: string | null;
  dispatchedAt: string | null;
  startedAt: string | null;
  completedAt: string | null;
  promisedAt: string | null;
  /** What was owed, in words, oldest first. */
  promises: { what: string; dueAt: string; settledAt: string | null; outcome: ObligationOutcome | null }[];
  /** Engineer or contractor. */
  assignee: string | null;
  workDone: string | null;
  parts: TicketPart[];
  /** Fen. */
  cost: number | null;
  /** 1 to 5. */
  ratings: { quality: number | null; attitude: number | null; overall: number | null };
  followUpOutcome: FollowUpOutcome | null;
  followUpWords: string | null;
  reworkCount: number;
  photoCount: number;
}
