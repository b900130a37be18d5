/** A page among the desk's own that lists what a section counts, e.g. `tickets` with `state=submitted`. */
export interface SectionList {
  plural: string;
  query: string;
  /** Right that the page asks for; `<type>.read` of the plural's case type unless it is named. */
  right?: string;
}

/** A section of a desk: which promises it holds. Declared by rooms; the kernel knows how to find and count them. */
export interface SectionDefinition {
  key: string;
  /** Whose: one's own; one's role's in one's communities; both; or everybody's there, of cases that one may read. */
  of: 'me' | 'role' | 'us' | 'everyone';
  /** Kinds of promise; every kind where they are left out. */
  what?: readonly string[];
  /** Kinds that stand in other sections. */
  except?: readonly string[];
  /** `soon`: warned of and not yet due; `today`: due by the end of the office's day, or before. */
  when?: 'overdue' | 'soon' | 'today' | 'later';
  /** Only what has been broken once, whatever its kind, and the kinds of `what` besides. */
  escalated?: boolean;
  /** Every minute counts. */
  urgent?: boolean;
  /** One line for each case, with these fields of it, by what is due on it first: `today`, or `later`. Only of one's own. */
  jobs?: readonly string[];
  lists?: readonly SectionList[];
}

/** What the desk of a role shows, in this order. */
export interface DeskDefinition {
  sections: readonly SectionDefinition[];
  /** Calls are taken here. */
  intake?: boolean;
  /** How much each person has open. */
  team?: boolean;
  /** How much everybody together has. */
  figures?: boolean;
}

/** Whoever's desk no room declares sees what they and their role owe. */
export const PLAIN_DESK: DeskDefinition = { sections: [{ key: 'rest', of: 'us' }] };
