/** What a case type says of itself, so that its cases can be counted by day, and listed as they were counted. */
export interface CaseFigures {
  /**
   * When its work was done: the attribute that keeps the instant, and the states in which that still holds. A case
   * that came back is done again only when its work is.
   */
  done: { at: string; states: readonly string[] };
  /** Attribute that tells kinds of its cases apart where they are not to be counted as one, with all its values. */
  kind?: { attribute: string; values: readonly string[] };
  /** Relation by which it is filed, to records that have a `name`. */
  category?: string;
  /** Attribute that says how grave a case is, with its values from the least to the gravest. */
  grade?: { attribute: string; values: readonly string[] };
  /** What people said of the work. */
  verdict?: Verdict;
}

/** Verdicts stand in two attributes: what the office heard, and where it heard nothing, what people entered themselves. */
export interface Verdict {
  attributes: readonly [string, string];
  /** The values that are verdicts; others, such as that nobody was reached, are none. */
  good: string;
  bad: string;
  /** Marks of 1 to 5 that went with them, in the same order. */
  marks: readonly [string, string];
}
