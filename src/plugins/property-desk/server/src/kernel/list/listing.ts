import type { Knex } from 'knex';
import type { Actor } from '../access/actor';
import type { Kernel } from '../kernel';
import type { Row } from '../storage/rows';
import type { SheetColumns } from './sheet';

/** What one parameter narrows a list by; the attribute has the parameter's name unless it is given. */
export type Facet =
  /** Some of a few values. */
  | { choices: readonly string[]; attribute?: string }
  /** One record, by its documentId. */
  | { record: string; attribute?: string }
  /** One colleague, by documentId, or `me`, or `nobody`: which holds only where the attribute `unless` is empty too. */
  | { person: true; attribute?: string; unless?: string }
  /** Whatever a room finds in a parameter: a condition on the query. */
  | { where: (kernel: Kernel, actor: Actor, value: string, query: Knex.QueryBuilder) => Promise<void> };

/** What a text finds in a list. */
export interface Searched {
  /** Attributes in which the words stand. */
  texts: readonly string[];
  /** Attribute of the keyed hash of a telephone: whole numbers only are found, and never by an address. */
  telephoneHash?: string;
  /** Attribute of the home, and how a text names homes; ids. */
  home?: { attribute: string; named: (kernel: Kernel, communities: number[] | 'all', text: string) => Promise<Row[]> };
}

/** The lines of a page: names joined in the page's own statement, or looked up for its rows. */
export type Lines<L> =
  | {
      join: (page: Knex.QueryBuilder, connection: Knex) => Knex.QueryBuilder;
      line: (kernel: Kernel, raw: Record<string, unknown>, now: Date) => L;
    }
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows of every kind, as in the definitions
  | ((kernel: Kernel, rows: any[]) => Promise<L[]>);

/**
 * How cases of a type are listed. Every list can be narrowed by state, community, overdue, the period in which a case came
 * in (`from`, `to`, or a word for it) and a text; this says what else there is.
 */
export interface Listing<L = unknown> {
  facets: Record<string, Facet>;
  /** States listed unless others are asked for; left out, those in which something is still to be done. */
  usual?: readonly string[];
  /** Facets by which a record's whole history is listed: all states. */
  histories?: readonly string[];
  /** Attribute of the instant by which open cases are in order, where it is not `dueAt`; it is never empty. */
  until?: string;
  /** States that can be overdue, where not all open ones can. */
  late?: readonly string[];
  search: Searched;
  lines: Lines<L>;
  /** What of a line goes into a workbook. */
  sheet: SheetColumns;
  /** Whether lines tell so much of people that each look at the list is on the access log. */
  logged?: boolean;
}

/** Declares a list, keeping the type of its lines inside. */
export const defineListing = <L>(listing: Listing<L>): Listing<L> => listing;
