import type { Knex } from 'knex';
import type { Condition } from '../../../kernel/api/public-query';
import type { Kernel } from '../../../kernel/kernel';
import type { Row } from '../../../kernel/storage/rows';
import { NOTICE_READ_UID, NOTICE_UID, type NoticeRow } from '../row';
import type { Asked } from './asked';

const COLUMNS: Record<string, string> = {
  documentId: 'n.document_id',
  number: 'n.number',
  title: 'n.title',
  kind: 'n.kind',
  issuer: 'n.issuer',
  issuedAt: 'n.issued_at',
  expiresAt: 'n.expires_at',
  pinned: 'n.pinned',
};

const NAMED: Record<string, string> = { documentId: 'document_id', name: 'name' };

type Query = Knex.QueryBuilder;

interface Link {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
}

const buildingsLink = ({ strapi }: Kernel): Link =>
  (strapi.db.metadata.get(NOTICE_UID).attributes.buildings as unknown as { joinTable: Link }).joinTable;

/** Out, by the portal, and not run out: what everybody may read at this moment. */
const visible = (query: Query, now: Date): Query =>
  query
    .whereRaw("n.state = 'published'")
    // A list of words, kept as JSON; both databases show it as text.
    .whereRaw(`cast(n.channels as text) like '%"portal"%'`)
    .where((inner) => inner.whereNull('n.expires_at').orWhere('n.expires_at', '>', now));

/** `column` compared as Strapi's operator says, the same on both databases; `lower` knows ASCII only on SQLite. */
const compare = ({ strapi }: Kernel, query: Query, column: string, operator: string, value: unknown): Query => {
  const low = `lower(${column})`;
  const lowered = typeof value === 'string' ? value.toLowerCase() : value;
  const holds = (text: string) =>
    strapi.db.dialect.client === 'postgres' ? `strpos(${text}, ?)` : `instr(${text}, ?)`;
  const ends = (text: string) =>
    `length(${text}) >= length(?) and substr(${text}, length(${text}) - length(?) + 1) = ?`;
  switch (operator) {
    case '$eq':
      return query.where(column, value as string);
    case '$eqi':
      return query.whereRaw(`${low} = ?`, [lowered as string]);
    case '$ne':
      return query.where((not) => not.whereNot(column, value as string).orWhereNull(column));
    case '$nei':
      return query.where((not) => not.whereRaw(`${low} <> ?`, [lowered as string]).orWhereNull(column));
    case '$in':
      return query.whereIn(column, value as string[]);
    case '$notIn':
      return query.where((not) => not.whereNotIn(column, value as string[]).orWhereNull(column));
    case '$lt':
      return query.where(column, '<', value as Date);
    case '$lte':
      return query.where(column, '<=', value as Date);
    case '$gt':
      return query.where(column, '>', value as Date);
    case '$gte':
      return query.where(column, '>=', value as Date);
    case '$between':
      return query.whereBetween(column, value as [Date, Date]);
    case '$null':
      return value ? query.whereNull(column) : query.whereNotNull(column);
    case '$notNull':
      return value ? query.whereNotNull(column) : query.whereNull(column);
    case '$contains':
      return query.whereRaw(`${holds(column)} > 0`, [value as string]);
    case '$containsi':
      return query.whereRaw(`${holds(low)} > 0`, [lowered as string]);
    case '$notContains':
      return query.whereRaw(`coalesce(${holds(column)}, 0) = 0`, [value as string]);
    case '$notContainsi':
      return query.whereRaw(`coalesce(${holds(low)}, 0) = 0`, [lowered as string]);
    case '$startsWith':
      return query.whereRaw(`substr(${column}, 1, length(?)) = ?`, [value, value] as string[]);
    case '$startsWithi':
      return query.whereRaw(`substr(${low}, 1, length(?)) = ?`, [lowered, lowered] as string[]);
    case '$endsWith':
      return query.whereRaw(ends(column), [value, value, value] as string[]);
    default:
      return query.whereRaw(ends(low), [lowered, lowered, lowered] as string[]);
  }
};

/** One condition of the filters; what a relation must be is asked of the records that it names. */
const apply = (kernel: Kernel, query: Query, condition: Condition): Query => {
  switch (condition.kind) {
    case 'all':
      return condition.of.length
        ? query.where((inner) => condition.of.forEach((each) => inner.where((one) => void apply(kernel, one, each))))
        : query;
    case 'any':
      return condition.of.length
        ? query.where((inner) => condition.of.forEach((each) => inner.orWhere((one) => void apply(kernel, one, each))))
        : query;
    case 'not':
      return query.whereNot((inner) => void apply(kernel, inner, condition.of));
    default: {
      const { attribute, operator, value } = condition;
      const [relation, name] = attribute.split('.');
      if (name === undefined) return compare(kernel, query, COLUMNS[attribute], operator, value);
      const { connection } = kernel.strapi.db;
      const { name: link, joinColumn, inverseJoinColumn } = buildingsLink(kernel);
      const named =
        relation === 'community'
          ? connection({ r: 'pd_communities' }).whereRaw('r.id = n.community_id')
          : connection({ r: 'pd_buildings' })
              .join({ l: link }, `l.${inverseJoinColumn.name}`, 'r.id')
              .whereRaw(`l.${joinColumn.name} = n.id`);
      // Nothing named at all is what Strapi calls null, too.
      const none = (operator === '$null' && value) || (operator === '$notNull' && !value);
      const some = (operator === '$null' || operator === '$notNull') && !none;
      if (none) return query.whereNotExists(named.select('r.id'));
      if (some) return query.whereExists(named.select('r.id'));
      return query.whereExists(compare(kernel, named, `r.${NAMED[name]}`, operator, value).select('r.id'));
    }
  }
};

const filtered = (kernel: Kernel, asked: Asked, now: Date): Query => {
  const { connection } = kernel.strapi.db;
  const query = visible(connection({ n: 'pd_notices' }), now);
  if (asked.community !== undefined) query.where('n.community_id', asked.community);
  if (asked.kinds) query.whereIn('n.kind', asked.kinds);
  if (asked.building) {
    const { name, joinColumn, inverseJoinColumn } = buildingsLink(kernel);
    const of = () => connection({ l: name }).whereRaw(`l.${joinColumn.name} = n.id`).select('l.id');
    const { id, community } = asked.building;
    // What is meant for the whole community is meant for each of its buildings.
    query
      .where('n.community_id', community)
      .where((audience) => audience.whereNotExists(of()).orWhereExists(of().where(`l.${inverseJoinColumn.name}`, id)));
  }
  return apply(kernel, query, asked.where);
};

/** The ids of one page of the feed, and how many there are in all where that is asked. */
export const feedPage = async (
  kernel: Kernel,
  asked: Asked,
  now: Date
): Promise<{ ids: number[]; total: number | null }> => {
  const { page, sort } = asked;
  const query = filtered(kernel, asked, now);
  let total: number | null = null;
  if (page.withCount) {
    const [counted] = (await query.clone().count({ total: '*' })) as { total: number | string }[];
    total = Number(counted.total);
  }
  for (const { attribute, descending } of sort) {
    // Nothing comes last, whatever the database makes of it.
    query.orderByRaw(`case when ${COLUMNS[attribute]} is null then 1 else 0 end`);
    query.orderBy(COLUMNS[attribute], descending ? 'desc' : 'asc');
  }
  query.orderBy('n.id', 'desc').limit(page.limit).offset(page.offset);
  const found = (await query.select('n.id')) as { id: number | string }[];
  return { ids: found.map(({ id }) => Number(id)), total };
};

/** When the next of all notices that are out runs out; until then time changes nothing in the feed. */
export const nextExpiry = async ({ strapi, rows }: Kernel, now: Date): Promise<Date | null> => {
  const found = await strapi.db
    .connection({ n: 'pd_notices' })
    .whereRaw("n.state = 'published'")
    .where('n.expires_at', '>', now)
    .orderBy('n.expires_at')
    .first('n.expires_at');
  return found ? ((rows.fromColumns(NOTICE_UID, found) as unknown as NoticeRow).expiresAt as Date) : null;
};

/** A notice that everybody may read at this moment, or null. */
export const visibleNotice = async (
  { strapi, rows }: Kernel,
  documentId: string,
  now: Date
): Promise<NoticeRow | null> => {
  if (documentId.includes('\u0000')) return null;
  const raw = await visible(strapi.db.connection({ n: 'pd_notices' }), now)
    .where('n.document_id', documentId)
    .first('n.*');
  return raw ? (rows.fromColumns(NOTICE_UID, raw) as NoticeRow) : null;
};

/** The notice that corrects another and is itself open to all, or null. */
export const correctionOf = async ({ strapi }: Kernel, id: number, now: Date) =>
  (await visible(strapi.db.connection({ n: 'pd_notices' }), now)
    .where('n.supersedes_id', id)
    .orderBy('n.id', 'desc')
    .first({ documentId: 'n.document_id', number: 'n.number', title: 'n.title' })) as
    { documentId: string; number: string | null; title: string } | undefined;

/** Puts down that residents have read a notice; each once, whatever number of times they say so. */
export const keepReads = async ({ strapi, rows }: Kernel, notice: number, residents: number[], at: Date) => {
  for (const resident of residents)
    await strapi.db.transaction(async ({ trx }) => {
      const transaction = trx as Knex.Transaction;
      const known = await rows.first(transaction, NOTICE_READ_UID, { notice, resident });
      if (known) return;
      const values = rows.newRow(NOTICE_READ_UID, { notice, resident, at }, at);
      await transaction(rows.table(NOTICE_READ_UID).name)
        .insert(values)
        .onConflict(['notice_id', 'resident_id'])
        .ignore();
    });
};

/** When the first of these residents read a notice. */
export const firstRead = async ({ strapi, rows }: Kernel, notice: number, residents: number[]): Promise<Date> => {
  const found = await rows.find(strapi.db.connection, NOTICE_READ_UID, { notice });
  return found
    .filter(({ resident }: Row) => residents.includes(resident as number))
    .map(({ at }) => at as Date)
    .sort((one, other) => one.getTime() - other.getTime())[0];
};
