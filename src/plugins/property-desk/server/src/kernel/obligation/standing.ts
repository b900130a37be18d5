import type { Knex } from 'knex';

/**
 * How an obligation stands: each in exactly one of these. Broken is what was settled late or is past due and still
 * owed, whatever the clock's round has had time to mark; open is what is owed and not yet due.
 */
export const STANDINGS = ['open', 'kept', 'broken', 'renegotiated', 'void'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What lists are narrowed to: a standing, what is past due and still owed, or all. */
export const LIST_STATES = ['open', 'overdue', 'kept', 'broken', 'renegotiated', 'void', 'all'] as const;
export type ListState = (typeof LIST_STATES)[number];

/** The standing of a row, as an expression; its one binding is the present. */
export const standingSql = (now: Date): { sql: string; bindings: Date[] } => ({
  sql: "case when outcome is not null then outcome when due_at < ? then 'broken' else 'open' end",
  bindings: [now],
});

const STILL_OWED = (query: Knex.QueryBuilder) => query.whereNull('closed_at');

const inState =
  (state: ListState, now: Date) =>
  (query: Knex.QueryBuilder): void => {
    if (state === 'all') query.whereRaw('1 = 1');
    else if (state === 'open') STILL_OWED(query).whereNull('outcome').where('due_at', '>=', now);
    else if (state === 'overdue') STILL_OWED(query).where('due_at', '<', now);
    else if (state === 'broken')
      query
        .where({ outcome: 'broken' })
        .orWhere((late) => STILL_OWED(late).whereNull('outcome').where('due_at', '<', now));
    else query.where({ outcome: state });
  };

/** Narrows to any of some states. */
export const whereStates = (query: Knex.QueryBuilder, states: readonly ListState[], now: Date): Knex.QueryBuilder => {
  if (states.includes('all')) return query;
  // One condition, so that the partial indexes over what is owed serve it.
  if (states.includes('open') && states.includes('overdue') && states.length === 2) return STILL_OWED(query);
  return query.where((any) => {
    for (const state of states) any.orWhere(inState(state, now));
  });
};

/** How an article stands in the ledger: its number, and what of it, e.g. `12.3`, `5(2)8`. */
export const ARTICLE = /^\d{1,3}(?:[.(][\d.()]*)?$/;

/** Narrows to an article with all that stands in it: `12` finds `12.3`, and not `120`. */
export const whereArticle = (query: Knex.QueryBuilder, article: string): Knex.QueryBuilder =>
  // Neither has a character that a pattern gives a meaning: see ARTICLE.
  query.where((any) =>
    any.where({ article }).orWhere('article', 'like', `${article}.%`).orWhere('article', 'like', `${article}(%`)
  );

/** The number that an article of the ledger begins with, as an expression over a column. */
export const articleNumberSql = (client: string, column: string): string =>
  client === 'postgres'
    ? `coalesce(cast(substring(${column} from '^[0-9]+') as integer), 0)`
    : // SQLite reads a text as a number as far as it is one.
      `cast(${column} as integer)`;
