import type { Ref } from './case';

/** 今日与本月: what came in, what was done and how well, counted from the cases and the ledger of what is owed. */

/** How many, and the path in the panel of the list that shows exactly these, e.g. `tickets?state=all&from=…`. */
export interface FigureCount {
  count: number;
  /** Null where the caller may not open that list. */
  list: string | null;
}

/** Whose cases a count holds: a case type, and one kind of it where it has several. */
export interface FigureType {
  /** Name of the case type, e.g. `complaint`. */
  type: string;
  /** `complaint`, `suggestion` or `praise` of complaints; null of types without kinds. */
  kind: string | null;
}

/** How long what is open has been so, in days of the office since it came in: 0, 1 to 3, 4 to 7, more. */
export const FIGURE_AGES = ['today', 'days3', 'week', 'longer'] as const;
export type FigureAge = (typeof FIGURE_AGES)[number];

/** What came in and what was done, with the same of the period before. */
export interface FigureFlow {
  in: FigureCount;
  done: FigureCount;
  before: { in: number; done: number };
}

/** What people said of the work done in the period. */
export interface FigureSatisfaction {
  good: FigureCount;
  bad: FigureCount;
  /** Good of good and bad, 0 to 1; null where nobody said anything. */
  share: number | null;
  /** Mean of the marks, 1 to 5; null where nobody gave one. */
  mark: number | null;
  /** How many marks that is. */
  marks: number;
}

/** What one person has on their desk, of one case type. */
export interface FigureLoad {
  type: string;
  open: FigureCount;
  overdue: FigureCount;
  done: FigureCount;
}

/** `GET /figures?from=&to=&community=`: days are `2026-11-01`, both included, in the office's zone. */
export interface Figures {
  from: string;
  to: string;
  /** None: all of the caller's communities together. */
  community: Ref | null;
  communities: Ref[];
  /**
   * What the period is compared with, as days: the same days of the month before where it is a month or its beginning,
   * else as many days before. `cut`: as far as the period has come by now.
   */
  before: { from: string; to: string; cut: boolean };
  total: { in: number; done: number; before: { in: number; done: number } };
  types: (FigureType & FigureFlow)[];
  /** Of what was owed from the period on: kept in time, and broken. */
  onTime: { kept: FigureCount; broken: FigureCount; rate: number | null; before: number | null };
  satisfaction: { share: number | null; before: number | null; types: (FigureSatisfaction & { type: string })[] };
  /** What came in by how it is filed, most first; of category null what is filed under none yet. */
  categories: { type: string; category: Ref | null; in: FigureCount }[];
  /** What came in by hour of the day, in the office's zone: of each case type, 24. */
  hours: { type: string; hours: FigureCount[] }[];
  /** What is open now, by how long: of each case type in the order of the ages. */
  ages: { type: string; ages: FigureCount[] }[];
  /** What came in by how grave it is, from the gravest; of grade null what nobody has judged yet. */
  grades: { type: string; grade: string | null; in: FigureCount }[];
  /** Whose desk holds what, the fullest first; the caller's alone without the right to see the team's. */
  load: { staff: Ref; open: number; overdue: number; done: number; types: FigureLoad[] }[];
  /** Whether that is everybody's. */
  team: boolean;
  /** When it was counted. */
  now: string;
  timeZone: string;
}
