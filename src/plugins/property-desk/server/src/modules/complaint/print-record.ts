import type {
  ComplaintKind,
  ComplaintState,
  Evidence,
  FollowUpOutcome,
  ObligationOutcome,
  PreventiveActionState,
  Severity,
} from '../../../../contracts';
import type { MonthPaper, Office } from '../staff';

/** What the papers of a complaint say. Times are formatted already; `null` is what nobody has entered. */

/** A promise: by when, and what became of it. `null` as outcome: it still runs. */
export interface PromiseRecord {
  dueAt: string;
  settledAt: string | null;
  outcome: ObligationOutcome | null;
}

/** One entry of the story: what was done, by whom, and what was entered. */
export interface CourseEntry {
  at: string;
  action: string;
  by: string;
  text: string;
}

/** 投诉案例, the case's write-up: for the office itself. */
export interface WriteUpRecord extends Office {
  number: string;
  /** The state in the reader's language. */
  state: string;
  printedAt: string;
  printedBy: string;
  kind: ComplaintKind;
  severity: Severity | null;
  severityReason: string | null;
  category: string | null;
  place: string;
  source: string;
  /** Null for whoever stays anonymous. */
  complainant: string | null;
  /** Masked or whole, as whoever prints may see it. */
  telephone: string | null;
  receivedAt: string;
  handler: string | null;
  promisedAt: string | null;
  resolvedAt: string | null;
  /** The earlier complaint that it repeats, and how many there were. */
  repeats: { number: string | null; count: number };
  content: string;
  demands: string | null;
  evidence: Pick<Evidence, 'kind' | 'description'>[];
  /** Whom a praise is for. */
  praised: string | null;
  courseOfEvents: string | null;
  course: CourseEntry[];
  rootCause: string | null;
  plan: string | null;
  taskForce: { leader: string; members: string[]; aim: string; formedAt: string } | null;
  noTaskForceReason: string | null;
  decision: string | null;
  measures: string | null;
  result: string | null;
  /** Fen. */
  compensation: number | null;
  /** What a suggestion or a praise was answered. */
  answer: string | null;
  dismissReason: string | null;
  withdrawReason: string | null;
  followUp: { outcome: FollowUpOutcome | null; rating: number | null; words: string | null };
  lessons: string | null;
  prevention: { number: string; what: string; owner: string; dueAt: string; state: PreventiveActionState }[];
  /** Oldest first; `level` 2 for what the next level up was asked to see to. */
  promises: (PromiseRecord & { what: string; by: string; level: number })[];
}

/** 投诉回复函, the letter to the complainant: nothing stands here but what they may know. */
export interface LetterRecord extends Office {
  number: string;
  kind: ComplaintKind;
  /** Null for whoever stays anonymous. */
  addressee: string | null;
  /** Days, `2026年11月23日`. */
  receivedOn: string;
  writtenOn: string;
  /** Null where none was named. */
  place: string | null;
  content: string;
  demands: string | null;
  /** How it ended, as far as the complainant was or is hereby told. */
  outcome:
    | { kind: 'open'; told: string | null; promisedAt: string | null }
    | { kind: 'resolved'; result: string; measures: string | null; compensation: number | null }
    | { kind: 'answered'; answer: string }
    | { kind: 'dismissed'; reason: string }
    | { kind: 'withdrawn' };
}

/** One line of the ledger. */
export interface LedgerLine {
  number: string;
  receivedAt: string;
  /** Masked; null for whoever stays anonymous. */
  complainant: string | null;
  anonymous: boolean;
  place: string;
  kind: ComplaintKind;
  severity: Severity | null;
  category: string | null;
  content: string;
  handler: string | null;
  /** Null where none was ever owed. */
  firstReply: PromiseRecord | null;
  intervention: PromiseRecord | null;
  resolution: PromiseRecord | null;
  result: string | null;
  satisfaction: FollowUpOutcome | null;
  rating: number | null;
  state: ComplaintState;
}

/** 投诉台账, what came in within a month. */
export interface LedgerRecord extends MonthPaper {
  lines: LedgerLine[];
}
