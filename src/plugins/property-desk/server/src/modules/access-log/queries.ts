import type { Knex } from 'knex';
import { DISCLOSING_KINDS, type LookKind } from '../../../../contracts';
import { COMMUNITY_UID, STAFF_UID, type Actor } from '../../kernel/access/actor';
import type { Period } from '../../kernel/clock/clock';
import type { Kernel } from '../../kernel/kernel';
import { byCommunity } from '../../kernel/storage/keyset';
import type { Row } from '../../kernel/storage/rows';

const TABLE = 'pd_access_log';

/** The page of a community's supervisors, latest first; of everything; and of one kind, which may be rare among all. */
export const ACCESS_INDEXES = [
  `create index if not exists pd_access_log_latest on ${TABLE} (at desc, id desc)`,
  `create index if not exists pd_access_log_community on ${TABLE} (community_id, at desc, id desc)`,
  `create index if not exists pd_access_log_kind on ${TABLE} (kind, at desc, id desc)`,
];

/** What the log is narrowed to; ids are numeric. */
export interface Narrowed extends Partial<Period> {
  kinds?: string[];
  person?: number;
  /** Names under which a type stands in the log. */
  types?: string[];
  record?: string;
  community?: number;
}

/** Staff who work in some communities. */
const staffIn = ({ strapi }: Kernel, communities: number[]): Knex.QueryBuilder => {
  const { joinTable } = strapi.db.metadata.get(STAFF_UID).attributes.communities as unknown as {
    joinTable: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
  };
  return strapi.db
    .connection(joinTable.name)
    .whereIn(joinTable.inverseJoinColumn.name, communities)
    .select(joinTable.joinColumn.name);
};

/**
 * The log as far as it is an actor's: their communities', and what colleagues of theirs did in no community's name. As
 * parts of which none holds what another does, each of them in order in an index.
 */
export const looksOf = (kernel: Kernel, actor: Actor, narrowed: Narrowed): Knex.QueryBuilder[] => {
  const { kinds, person, types, record, community, from, to } = narrowed;
  const query = kernel.strapi.db.connection(TABLE).select('*');
  if (kinds) query.whereIn('kind', kinds);
  if (person !== undefined) query.where({ actor_staff_id: person });
  if (types) query.whereIn('record_type', types);
  if (record !== undefined) query.where({ record_document_id: record });
  if (from) query.where('at', '>=', from);
  if (to) query.where('at', '<', to);
  if (community !== undefined) return [query.where({ community_id: community })];
  const { communities } = actor;
  if (communities === 'all') return [query];
  const ofNone = query.clone().whereNull('community_id').whereIn('actor_staff_id', staffIn(kernel, communities));
  return [...byCommunity(query, communities), ofNone];
};

/** What one person saw in one community within a period. */
export interface Volume {
  staff: number | null;
  name: string;
  community: number;
  kinds: Partial<Record<LookKind, number>>;
  looks: number;
}

/** Records seen unmasked within a period, by person and community; most first. */
export const volumes = async (
  { strapi, rows }: Kernel,
  { from, to }: Period,
  communities: number[] | 'all'
): Promise<Volume[]> => {
  const { connection } = strapi.db;
  const query = connection(TABLE)
    .where('at', '>=', from)
    .where('at', '<', to)
    .whereIn('kind', [...DISCLOSING_KINDS])
    .where({ actor_kind: 'staff' })
    .whereIn(
      'community_id',
      communities === 'all' ? connection(rows.table(COMMUNITY_UID).name).select('id') : communities
    )
    .groupBy('actor_staff_id', 'actor_name', 'community_id', 'kind')
    .select('actor_staff_id', 'actor_name', 'community_id', 'kind')
    .select(connection.raw('sum(coalesce(records, 1)) as looks'));
  const found = new Map<string, Volume>();
  for (const row of (await query) as Record<string, unknown>[]) {
    const staff = row.actor_staff_id === null ? null : Number(row.actor_staff_id);
    const name = String(row.actor_name ?? '');
    const community = Number(row.community_id);
    const key = `${community}|${staff ?? name}`;
    const volume = found.get(key) ?? { staff, name, community, kinds: {}, looks: 0 };
    const kind = row.kind as LookKind;
    volume.kinds[kind] = (volume.kinds[kind] ?? 0) + Number(row.looks);
    volume.looks += Number(row.looks);
    found.set(key, volume);
  }
  return [...found.values()].sort((one, other) => other.looks - one.looks);
};

/** Records of one content type by their documentIds. */
export const recordsOf = async ({ strapi, rows }: Kernel, uid: string, documentIds: string[]): Promise<Row[]> => {
  const found: Record<string, unknown>[] = await strapi.db
    .connection(rows.table(uid).name)
    .whereIn('document_id', documentIds);
  return found.map((raw) => rows.fromColumns(uid, raw));
};

/** Removes at most `limit` entries older than an instant, oldest first; how many went. */
export const removeOlder = async ({ strapi }: Kernel, before: Date, limit: number): Promise<number> => {
  const { connection } = strapi.db;
  const oldest = await connection(TABLE).where('at', '<', before).orderBy('at').limit(limit).select('id');
  if (oldest.length === 0) return 0;
  return connection(TABLE)
    .whereIn(
      'id',
      oldest.map(({ id }: { id: number }) => id)
    )
    .delete();
};
