import type { Knex } from 'knex';
import type { Actor } from '../../kernel/access/actor';
import type { Kernel } from '../../kernel/kernel';
import { cappedCount, keysetPage } from '../../kernel/storage/keyset';
import { COMPLAINT_UID } from '../complaint';
import { EVENT_UID } from '../../kernel/ledger/ledger';
import { OUTBOX_UID } from '../../kernel/outbox/outbox';
import { HOUSEHOLD_UID } from '../household';
import { STAFF_UID, staffWithin } from '../staff';
import { TICKET_UID } from '../ticket';
import { SHARED_STORIES, STORY_NAMES } from './stories';

/** As it stands in the index: SQLite uses a partial index only for the very same words. */
const OF_SETTINGS = `case_type in (${STORY_NAMES.map((name) => `'${name}'`).join(', ')})`;

/** Settings change seldom and cases all day: their stories are found without reading past the cases'. */
export const SETTING_INDEXES = [`create index if not exists pd_events_settings on pd_events (id) where ${OF_SETTINGS}`];

const countBy = async (query: Knex.QueryBuilder, column: string): Promise<Map<number, number>> => {
  const found: Record<string, unknown>[] = await query.groupBy(column).select({ key: column }).count({ n: '*' });
  return new Map(found.map(({ key, n }) => [Number(key), Number(n)]));
};

/** How many households each community has. */
export const householdsIn = ({ strapi, rows }: Kernel): Promise<Map<number, number>> =>
  countBy(strapi.db.connection(rows.table(HOUSEHOLD_UID).name), 'community_id');

/** How many cases are filed under each category. */
export const usesOf = (
  { rows }: Kernel,
  connection: Knex,
  type: 'tickets' | 'complaints'
): Promise<Map<number, number>> =>
  countBy(
    connection(rows.table(type === 'tickets' ? TICKET_UID : COMPLAINT_UID).name).whereNotNull('category_id'),
    'category_id'
  );

/** Whether any repair has come in, in these communities. */
export const anyTicket = async ({ strapi, rows }: Kernel, communities: number[] | 'all'): Promise<boolean> => {
  const query = strapi.db.connection(rows.table(TICKET_UID).name).select('id').limit(1);
  if (communities !== 'all') query.whereIn('community_id', communities);
  return (await query).length > 0;
};

/** Messages that could not be delivered, by channel. */
export const deadMessages = async (
  { strapi, rows }: Kernel,
  communities: number[] | 'all'
): Promise<Map<string, number>> => {
  const query = strapi.db.connection(rows.table(OUTBOX_UID).name).where({ state: 'dead' });
  if (communities !== 'all') query.whereIn('community_id', communities);
  const found: { channel: string; n: number | string }[] = await query
    .groupBy('channel')
    .select('channel')
    .count({ n: '*' });
  return new Map(found.map(({ channel, n }) => [channel, Number(n)]));
};

/** A login with the codes of its Strapi roles. */
export interface Login {
  id: number;
  documentId: string;
  email: string;
  name: string;
  active: boolean;
  roles: string[];
}

/** Logins by id, all of them or some. */
export const loginsOf = async ({ strapi }: Kernel, ids?: number[]): Promise<Map<number, Login>> => {
  const found = (await strapi.db.query('admin::user').findMany({
    select: ['id', 'documentId', 'email', 'firstname', 'lastname', 'isActive', 'blocked'],
    where: ids ? { id: { $in: ids } } : {},
    populate: { roles: { select: ['code'] } },
    orderBy: { id: 'asc' },
  })) as unknown as Record<string, unknown>[];
  return new Map(
    found.map((user) => [
      Number(user.id),
      {
        id: Number(user.id),
        documentId: user.documentId as string,
        email: user.email as string,
        name: [user.lastname, user.firstname].filter(Boolean).join(''),
        active: user.isActive === true && user.blocked !== true,
        roles: ((user.roles ?? []) as { code: string }[]).map(({ code }) => code),
      },
    ])
  );
};

/** The id of a login by its documentId, or null. */
export const loginNamed = async ({ strapi }: Kernel, documentId: string): Promise<number | null> => {
  const found = await strapi.db.query('admin::user').findOne({ select: ['id'], where: { documentId } as never });
  return found ? Number(found.id) : null;
};

/** The id of one of Strapi's roles by its code, or null where somebody has deleted it. */
export const strapiRole = async ({ strapi }: Kernel, code: string): Promise<number | null> => {
  const found = await strapi.db.query('admin::role').findOne({ select: ['id'], where: { code } as never });
  return found ? Number(found.id) : null;
};

/** Which staff member each community has, active ones only. */
export const activeStaffIn = async (kernel: Kernel): Promise<Map<number, number[]>> => {
  const { connection } = kernel.strapi.db;
  const staff = await kernel.rows.find(connection, STAFF_UID, { active: true });
  const linked = await kernel.links.relations(
    connection,
    STAFF_UID,
    'communities',
    staff.map(({ id }) => id)
  );
  const byCommunity = new Map<number, number[]>();
  for (const [id, communities] of linked)
    for (const community of communities) byCommunity.set(community, [...(byCommunity.get(community) ?? []), id]);
  return byCommunity;
};

/** One page of what was changed, latest first: of one's communities, and what all of them share. */
export const changesPage = async (
  kernel: Kernel,
  actor: Actor,
  { cursor, limit }: { cursor?: string; limit: number }
) => {
  const { connection } = kernel.strapi.db;
  const query = connection(kernel.rows.table(EVENT_UID).name).whereRaw(OF_SETTINGS);
  const { communities } = actor;
  if (communities !== 'all')
    query.where((own) =>
      own
        .whereIn('community_id', communities)
        .orWhere((shared) => shared.whereNull('community_id').whereIn('case_type', [...SHARED_STORIES, 'channel']))
        .orWhere((staff) =>
          staff.where({ case_type: 'staff-member' }).whereIn('case_document_id', staffWithin(kernel, communities))
        )
    );
  const count = await cappedCount(connection, query);
  const page = await keysetPage(query.select('*'), [{ column: 'id', descending: true }], { cursor, limit });
  return { rows: page.rows.map((raw) => kernel.rows.fromColumns(EVENT_UID, raw)), nextCursor: page.nextCursor, count };
};
