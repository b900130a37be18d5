import type {
  ComplaintKind,
  ComplaintState,
  ContactWay,
  Evidence,
  FollowUpOutcome,
  Severity,
  TaskForce,
  TicketSource,
} from '../../../../contracts';
import type { CaseRow } from '../../kernel/workflow/define';

export const COMPLAINT_UID = 'plugin::property-desk.complaint';
export const COMPLAINT_CATEGORY_UID = 'plugin::property-desk.complaint-category';

/** A complaint as the kernel keeps it; relations are numeric ids. */
export interface ComplaintRow extends CaseRow {
  number: string;
  state: ComplaintState;
  title: string;
  kind: ComplaintKind;
  anonymous: boolean;
  household: number | null;
  building: number | null;
  publicPlace: string | null;
  /** What people call the place: the room or the public place; empty where none was named. */
  place: string;
  content: string;
  demands: string | null;
  evidence: Evidence[] | null;
  reporterName: string | null;
  contactTelephone: string | null;
  contactMail: string | null;
  contactWay: ContactWay;
  source: TicketSource;
  /** Keyed hash of the secret code by which an anonymous complainant follows. */
  codeHash: string | null;
  severity: Severity | null;
  severityReason: string | null;
  category: number | null;
  categoryName: string | null;
  /** Whom a praise is for. */
  praised: number | null;
  classifiedAt: Date | null;
  intervenedAt: Date | null;
  escalatedAt: Date | null;
  decidedAt: Date | null;
  plan: string | null;
  handler: number | null;
  promisedAt: Date | null;
  /** A promise that the handler wants to move, until a supervisor confirms it. */
  proposedPromise: Date | null;
  proposedReason: string | null;
  decision: string | null;
  taskForce: TaskForce | null;
  noTaskForceReason: string | null;
  toldAt: Date | null;
  lastTold: string | null;
  result: string | null;
  measures: string | null;
  /** Fen. */
  compensation: number | null;
  resolvedAt: Date | null;
  resolvedBy: number | null;
  publicResult: string | null;
  outcome: FollowUpOutcome | null;
  followUpAttempts: number | null;
  /** Days on which nobody could be reached, `20261123`. */
  followUpDays: string[] | null;
  ratingOverall: number | null;
  followUpWords: string | null;
  residentOutcome: 'satisfied' | 'unsatisfied' | null;
  residentRatingOverall: number | null;
  residentWords: string | null;
  courseOfEvents: string | null;
  rootCause: string | null;
  lessons: string | null;
  publishCase: boolean | null;
  reviewedAt: Date | null;
  reviewedBy: number | null;
  answerText: string | null;
  answerWay: ContactWay | null;
  dismissReason: string | null;
  withdrawReason: string | null;
  /** The latest earlier complaint that it repeats, and how many there were in the window. */
  repeatOf: number | null;
  repeatCount: number;
}
