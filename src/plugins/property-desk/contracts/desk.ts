import type { ObligationItem, Ref } from './case';

/** A section of somebody's desk: what is owed or to be done, soonest first. */
export interface DeskSection {
  /** Its name is the word `desk.section.<key>`. */
  key: string;
  /** Exact up to 1,000; beyond, `totalIsCapped` is true and it reads 1,000+. Cases, where one line is one case. */
  total: number;
  totalIsCapped: boolean;
  lines: ObligationItem[];
  nextCursor: string | null;
  /** Every minute counts: its clocks are shown large. */
  urgent: boolean;
  /** One line is one case, with what somebody on their way to it must know. */
  jobs: boolean;
  /** Fields of the cases by documentId, confidential ones masked, for `jobs`. */
  details: Record<string, Record<string, unknown>>;
  /** Pages that list all of it, among the desk's own: `tickets?state=submitted`. */
  lists: { plural: string; query: string }[];
}

/** How much one person owes. */
export interface TeamMember extends Ref {
  role: string;
  open: number;
  overdue: number;
}

/** What a desk counts over all that its person's communities owe; each exact up to 1,000. */
export const DESK_FIGURES = ['open', 'overdue', 'today', 'escalated'] as const;
export type DeskFigure = (typeof DESK_FIGURES)[number];

/** `GET /desk/board`. */
export interface DeskBoard {
  me: { name: string; role: string | null; superAdmin: boolean; staff: string | null; communities: Ref[] };
  /** Calls are taken here. */
  intake: boolean;
  sections: DeskSection[];
  /** Of everybody in the person's communities; null where the desk has none. */
  team: TeamMember[] | null;
  figures: { key: DeskFigure; total: number; totalIsCapped: boolean; list: { plural: string; query: string } | null }[];
  /** Messages that could not be delivered, for those who may send them again. */
  deadMessages: number;
  /** Promises that nobody holds a role for; shown to super admins. */
  unowned: number;
  now: string;
  /** IANA zone of the office. */
  timeZone: string;
}
