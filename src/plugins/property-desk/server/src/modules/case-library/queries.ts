import type { Knex } from 'knex';
import type { CaseStudyFacet, CaseStudyFacets } from '../../../../contracts';
import { covers, type Actor } from '../../kernel/access/actor';
import type { Kernel } from '../../kernel/kernel';
import type { Row, Rows } from '../../kernel/storage/rows';
import { cappedCount, keysetPage } from '../../kernel/storage/keyset';
import { anywhere, replaceTerms, wanted } from '../../kernel/text/terms';
import type { Written } from '../../kernel/workflow/define';
import { CASE_STUDY_UID, COMPLAINT_UID, TERM_UID, type CaseStudyRow } from './row';
import { tagTerm, termsOf } from './terms';

const STUDIES = 'pd_case_studies';
const TERMS = 'pd_case_study_terms';

/** Fields by which a case is found. */
const FINDABLE = ['title', 'tags', 'facts', 'course', 'cause', 'handling', 'result', 'lesson', 'prevention'];

/** Keeps the index of a case in step with its words, in the transaction that changes them. */
export const keepTerms = async ({ row, given, ...writing }: Written<CaseStudyRow>): Promise<void> => {
  if (!FINDABLE.some((name) => name in given)) return;
  const terms = [...termsOf(row)].map(([term, hits]) => ({ term, hits }));
  await replaceTerms(writing, { uid: TERM_UID, of: 'study', id: row.id }, terms);
};

/** The complaint that a case is about, locked where the database can. */
export const lockedComplaint = async (trx: Knex.Transaction, rows: Rows, id: number): Promise<Row> =>
  rows.fromColumns(COMPLAINT_UID, await trx(rows.table(COMPLAINT_UID).name).where({ id }).forUpdate().first());

/** Whether the library has a case of this complaint that has not been withdrawn. */
export const livingStudies = async (trx: Knex, complaint: number): Promise<boolean> =>
  Boolean(await trx(STUDIES).where({ complaint_id: complaint }).whereNull('ended_at').first('id'));

/** What somebody looks for in the library. */
export interface Sought {
  query?: string;
  category?: string;
  article?: string;
  tag?: string;
  states: string[];
  /** Numeric id. */
  community?: number;
  cursor?: string;
  limit: number;
}

/** The cases that an actor may see, and works on where they are not published. */
const within = (query: Knex.QueryBuilder, actor: Actor, lead: boolean, community?: number): Knex.QueryBuilder => {
  if (community !== undefined) query.where('s.community_id', community);
  else if (actor.communities !== 'all') query.whereIn('s.community_id', actor.communities);
  if (!lead)
    query.where((own: Knex.QueryBuilder) => {
      own.where('s.state', 'published');
      if (actor.staff) own.orWhere('s.drafted_by_id', actor.staff.id);
    });
  return query;
};

/**
 * Ids of the cases sought: the best match first, or the latest where nothing is looked for in their words. Terms are
 * found in their index; only what has all of them is looked at for words that are longer than a term.
 */
export const seekStudies = async (kernel: Kernel, actor: Actor, lead: boolean, sought: Sought) => {
  const { connection } = kernel.strapi.db;
  const { terms, words } = wanted(sought.query ?? '');
  const filtered = (query: Knex.QueryBuilder): Knex.QueryBuilder => {
    within(query, actor, lead, sought.community).whereIn('s.state', sought.states);
    if (sought.category) query.where('s.category_name', sought.category);
    if (sought.article) query.where('s.article', sought.article);
    if (sought.tag)
      query.whereIn(
        's.id',
        connection(TERMS)
          .select('study_id')
          .where({ term: tagTerm(sought.tag) })
      );
    for (const word of words) query.whereRaw(`s.search_text like ? escape '\\'`, [anywhere(word)]);
    return query;
  };
  const { cursor, limit } = sought;
  if (sought.query === undefined) {
    const query = filtered(connection({ s: STUDIES }));
    const count = await cappedCount(connection, query);
    const page = await keysetPage(query.select('s.id'), [{ column: 's.id', descending: true }], { cursor, limit });
    return { ids: page.rows.map(({ id }) => Number(id)), nextCursor: page.nextCursor, ...count };
  }
  if (terms.length === 0) return { ids: [], nextCursor: null, total: 0, totalIsCapped: false };
  const matching = filtered(
    connection({ t: TERMS }).join({ s: STUDIES }, 's.id', 't.study_id').whereIn('t.term', terms)
  )
    .groupBy('s.id')
    .havingRaw('count(*) = ?', [terms.length])
    .select('s.id')
    .sum({ score: 't.hits' });
  const query = connection.from(matching.as('found'));
  const count = await cappedCount(connection, query);
  const order = [
    { column: 'found.score', descending: true },
    { column: 'found.id', descending: true },
  ];
  const page = await keysetPage(query.select('found.id', 'found.score'), order, { cursor, limit });
  return { ids: page.rows.map(({ id }) => Number(id)), nextCursor: page.nextCursor, ...count };
};

/** Cases by their ids, in that order. */
export const studiesByIds = async ({ strapi, rows }: Kernel, ids: number[]): Promise<CaseStudyRow[]> => {
  const found = await rows.byIds(strapi.db.connection, CASE_STUDY_UID, ids);
  return ids.map((id) => found.get(id)).filter((row): row is CaseStudyRow => row !== undefined);
};

/** How many of these terms published cases have, most first; `frequency` tells how common each term is among all. */
export const sharing = async (
  kernel: Kernel,
  actor: Actor,
  terms: string[],
  community?: number | null
): Promise<{ shared: Map<number, string[]>; frequency: Map<string, number>; total: number }> => {
  const { connection } = kernel.strapi.db;
  const mine = (query: Knex.QueryBuilder) => {
    if (community != null && covers(actor, community)) query.where('s.community_id', community);
    else if (actor.communities !== 'all') query.whereIn('s.community_id', actor.communities);
    return query.where('s.state', 'published');
  };
  const [{ total }] = await mine(connection({ s: STUDIES })).count({ total: '*' });
  const found: { study: unknown; term: string }[] = await mine(
    connection({ t: TERMS }).join({ s: STUDIES }, 's.id', 't.study_id').whereIn('t.term', terms)
  ).select({ study: 's.id' }, 't.term');
  const shared = new Map<number, string[]>();
  const frequency = new Map<string, number>();
  for (const { study, term } of found) {
    shared.set(Number(study), [...(shared.get(Number(study)) ?? []), term]);
    frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  return { shared, frequency, total: Number(total) };
};

const named = (found: Record<string, unknown>[]): CaseStudyFacet[] =>
  found
    .filter(({ name }) => typeof name === 'string' && name !== '')
    .map(({ name, count }) => ({ name: String(name), count: Number(count) }));

/** The categories, articles and tags of published cases, the most frequent first. */
export const facetsOf = async (kernel: Kernel, actor: Actor): Promise<CaseStudyFacets> => {
  const { connection } = kernel.strapi.db;
  const published = (query: Knex.QueryBuilder) => {
    if (actor.communities !== 'all') query.whereIn('s.community_id', actor.communities);
    return query
      .where('s.state', 'published')
      .count({ count: '*' })
      .orderBy([{ column: 'count', order: 'desc' }, 'name'])
      .limit(50);
  };
  const by = async (column: string) =>
    named(await published(connection({ s: STUDIES }).groupBy(column).select({ name: column })));
  const tags = await published(
    connection({ t: TERMS })
      .join({ s: STUDIES }, 's.id', 't.study_id')
      .where('t.term', 'like', '#%')
      .groupBy('t.term')
      .select({ name: 't.term' })
  );
  return {
    categories: await by('s.category_name'),
    articles: await by('s.article'),
    tags: named(tags).map(({ name, count }) => ({ name: name.slice(1), count })),
  };
};
