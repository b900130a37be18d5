import type { Knex } from 'knex';
import type { DocumentKind, DocumentVolume, Twin } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import type { Kernel } from '../../kernel/kernel';
import { byCommunity, mergedCount, mergedPage, type OrderBy } from '../../kernel/storage/keyset';
import { anywhere, replaceTerms, termsIn, wanted } from '../../kernel/text/terms';
import type { Written } from '../../kernel/workflow/define';
import { DOCUMENT_TERM_UID, DOCUMENT_UID, type DocumentRow } from './row';

const DOCUMENTS = 'pd_documents';
const TERMS = 'pd_document_terms';
const ITEMS = 'pd_action_items';

const SINCE: Record<Twin, string> = { paper: 'lacks_paper_since', electronic: 'lacks_electronic_since' };

/** What the archive is asked for most, as small as what it answers: what lacks its twin, and what is to be made. */
export const DOCUMENT_INDEXES = [
  ...Object.entries(SINCE).map(
    ([twin, since]) =>
      `create index if not exists ${DOCUMENTS}_lacks_${twin} on ${DOCUMENTS} (community_id, ${since}, id) where ${since} is not null`
  ),
  `create index if not exists ${DOCUMENTS}_to_render on ${DOCUMENTS} (render_at, id) where render_at is not null`,
  `create index if not exists ${DOCUMENTS}_kept_until on ${DOCUMENTS} (community_id, keep_until, id) where state = 'filed' and keep_until is not null`,
];

/** Keeps the index of a document in step with its words, in the transaction that changes them. */
export const keepTerms = async ({ row, given, ...writing }: Written<DocumentRow>): Promise<void> => {
  if (!('title' in given || 'party' in given)) return;
  const terms = new Set(termsIn([row.title, row.party ?? '', row.number].join('\n')));
  await replaceTerms(
    writing,
    { uid: DOCUMENT_TERM_UID, of: 'filed', id: row.id },
    [...terms].map((term) => ({ term }))
  );
};

/** What people took on at a meeting and have not done yet, by documentId. */
export const itemsStillOpen = async (trx: Knex, minutes: number): Promise<string[]> => {
  const found: { document_id: string }[] = await trx(ITEMS)
    .where({ minutes_id: minutes })
    .whereNull('ended_at')
    .orderBy('id')
    .select('document_id');
  return found.map(({ document_id: documentId }) => documentId);
};

/** What somebody looks for in the archive. */
export interface Sought {
  query?: string;
  states?: string[];
  kinds?: string[];
  year?: number;
  /** Numeric id. */
  community?: number;
  lacks?: Twin;
  /** Only what has been kept as long as it must be: a day after its last one. */
  keptBefore?: string;
  /** Numeric id of whoever reads, where confidential documents of others are not for them. */
  reader: number | 'all';
}

const column = (name: string) => `${DOCUMENTS}.${name}`;

/** The communities that somebody looks through. */
const communitiesOf = ({ communities }: Actor, { community }: Pick<Sought, 'community'>) =>
  community === undefined ? communities : [community];

/** What is sought, in whatever community. */
const anywhereFiltered = (connection: Knex, sought: Sought): Knex.QueryBuilder => {
  const query = connection(DOCUMENTS);
  const { reader } = sought;
  if (reader !== 'all')
    query.where((own: Knex.QueryBuilder) =>
      own.where(column('secrecy'), 'internal').orWhere(column('filed_by_id'), reader)
    );
  if (sought.states) query.whereIn(column('state'), sought.states);
  if (sought.kinds) query.whereIn(column('kind'), sought.kinds);
  if (sought.year !== undefined) query.where(column('year'), sought.year);
  if (sought.lacks) query.whereNotNull(column(SINCE[sought.lacks]));
  // The literal state is the partial index's own.
  if (sought.keptBefore)
    query.whereRaw(`${column('state')} = 'filed'`).where(column('keep_until'), '<', sought.keptBefore);
  return query;
};

const filtered = (connection: Knex, actor: Actor, sought: Sought): Knex.QueryBuilder => {
  const query = anywhereFiltered(connection, sought);
  const communities = communitiesOf(actor, sought);
  return communities === 'all' ? query : query.whereIn(column('community_id'), communities);
};

/**
 * Ids of the documents sought: what lacks its twin longest first, anything else latest first. Words are found in the
 * index of terms; only what has all of them is looked at for words that are longer than a term.
 */
export const seekDocuments = async (
  { strapi }: Kernel,
  actor: Actor,
  sought: Sought,
  page: { cursor?: string; limit: number }
) => {
  const { connection } = strapi.db;
  const query = anywhereFiltered(connection, sought);
  if (sought.query !== undefined) {
    const { terms, words } = wanted(sought.query);
    if (terms.length === 0) return { ids: [], nextCursor: null, total: 0, totalIsCapped: false };
    query.whereIn(
      `${DOCUMENTS}.id`,
      connection(TERMS)
        .whereIn('term', terms)
        .groupBy('filed_id')
        .havingRaw('count(*) = ?', [terms.length])
        .select('filed_id')
    );
    for (const word of words) query.whereRaw(`${DOCUMENTS}.search_text like ? escape '\\'`, [anywhere(word)]);
  }
  const order: OrderBy[] = sought.lacks
    ? [{ column: `${DOCUMENTS}.${SINCE[sought.lacks]}`, instant: true }, { column: `${DOCUMENTS}.id` }]
    : [{ column: `${DOCUMENTS}.id`, descending: true }];
  query.select(order.map(({ column: name }) => name));
  const parts = byCommunity(query, communitiesOf(actor, sought), column('community_id'));
  const count = await mergedCount(connection, parts);
  const found = await mergedPage(connection, parts, order, page);
  return { ids: found.rows.map(({ id }) => Number(id)), nextCursor: found.nextCursor, ...count };
};

/** Documents by their ids, in that order. */
export const documentsByIds = async ({ strapi, rows }: Kernel, ids: number[]): Promise<DocumentRow[]> => {
  const found = await rows.byIds(strapi.db.connection, DOCUMENT_UID, ids);
  return ids.map((id) => found.get(id)).filter((row): row is DocumentRow => row !== undefined);
};

/** Documents in the archive that a case has filed, by documentId. */
export const livingOf = async (trx: Knex, source: string, sourceDocumentId: string): Promise<string[]> => {
  const found: { document_id: string }[] = await trx(DOCUMENTS)
    .where({ source, source_document_id: sourceDocumentId })
    .whereNull('ended_at')
    .orderBy('id')
    .select('document_id');
  return found.map(({ document_id: documentId }) => documentId);
};

/** A document whose electronic copy is to be made. */
export interface ToRender {
  documentId: string;
  source: string;
  sourceDocumentId: string;
  sourcePaper: string | null;
}

/** The documents whose electronic copies are to be made by now, oldest first. */
export const toRender = async ({ strapi, clock }: Kernel, limit: number): Promise<ToRender[]> =>
  strapi.db
    .connection(DOCUMENTS)
    .whereNotNull('render_at')
    .where('render_at', '<=', clock.now())
    // What is proposed for disposal waits until that is decided.
    .where({ state: 'filed' })
    .orderBy(['render_at', 'id'])
    .limit(limit)
    .select({
      documentId: 'document_id',
      source: 'source',
      sourceDocumentId: 'source_document_id',
      sourcePaper: 'source_paper',
    });

/** Puts off a copy that could not be made, unless it has been made meanwhile. */
export const restRendering = async ({ strapi }: Kernel, documentId: string, until: Date): Promise<void> => {
  await strapi.db
    .connection(DOCUMENTS)
    .where({ document_id: documentId })
    .whereNotNull('render_at')
    .update({ render_at: until });
};

/** Of a volume in the order of its numbers: what is in the archive or has left it by disposal, and not what was a mistake. */
const bound = (query: Knex.QueryBuilder) => query.whereNot(`${DOCUMENTS}.state`, 'withdrawn');

/** How many documents there are of each kind in each year, latest first: read off one index. */
export const volumesOf = async (
  { strapi }: Kernel,
  actor: Actor,
  sought: Pick<Sought, 'community' | 'reader'>
): Promise<DocumentVolume[]> => {
  const found: Record<string, unknown>[] = await bound(filtered(strapi.db.connection, actor, sought))
    .groupBy('year', 'kind')
    .orderBy([{ column: 'year', order: 'desc' }, 'kind'])
    .select('year', 'kind')
    .count({ count: '*' });
  return found.map(({ year, kind, count }) => ({
    year: Number(year),
    kind: kind as DocumentKind,
    count: Number(count),
  }));
};

/** One bound part of a volume, and how many documents the volume has. */
export const volumePage = async (
  { strapi }: Kernel,
  actor: Actor,
  sought: Sought,
  { part, size }: { part: number; size: number }
): Promise<{ ids: number[]; count: number }> => {
  const all = () => bound(filtered(strapi.db.connection, actor, sought));
  const [{ count }] = await all().count({ count: '*' });
  const found: { id: number }[] = await all()
    .orderBy(`${DOCUMENTS}.id`)
    .limit(size)
    .offset((part - 1) * size)
    .select(`${DOCUMENTS}.id`);
  return { ids: found.map(({ id }) => Number(id)), count: Number(count) };
};
