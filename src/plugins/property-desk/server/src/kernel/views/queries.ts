import type { Knex } from 'knex';
import type { Actor } from '../access/actor';
import type { Kernel } from '../kernel';
import type { Row } from '../storage/rows';

export const VIEW_UID = 'plugin::property-desk.list-view';
export const SETTING_UID = 'plugin::property-desk.list-setting';

/** A view as it is kept; the owner is an admin user's id, since a super admin need not be staff. */
export interface ViewRow extends Row {
  list: string;
  name: string;
  query: string | null;
  shown: string[] | null;
  ownerUser: number;
  ownerName: string;
  community: number | null;
}

/** What somebody has set for a list. */
export interface SettingRow extends Row {
  list: string;
  ownerUser: number;
  shown: string[] | null;
  opensWith: string | null;
}

const table = ({ rows }: Kernel, uid: string) => rows.table(uid).name;

/** Somebody's own views, and those that are shared in some communities. */
const ownOrShared = (user: number, communities: Actor['communities']) => (query: Knex.QueryBuilder) => {
  query.where({ owner_user: user });
  if (communities === 'all') query.orWhereNotNull('community_id');
  else query.orWhereIn('community_id', communities);
};

/** The views of a list that somebody sees: their own, then those that colleagues share in their communities. */
export const viewsOf = async (kernel: Kernel, actor: Actor, user: number, list: string): Promise<ViewRow[]> => {
  const { connection } = kernel.strapi.db;
  const query = connection(table(kernel, VIEW_UID)).where({ list }).where(ownOrShared(user, actor.communities));
  const found: Record<string, unknown>[] = await query.orderBy('id').limit(200);
  const views = found.map((raw) => kernel.rows.fromColumns(VIEW_UID, raw) as ViewRow);
  const mine = (view: ViewRow) => (view.ownerUser === user ? 0 : 1);
  return views.sort((one, other) => mine(one) - mine(other));
};

/** How many views somebody keeps of a list. */
export const countViews = async (trx: Knex, kernel: Kernel, user: number, list: string): Promise<number> => {
  const [{ count }] = await trx(table(kernel, VIEW_UID)).where({ owner_user: user, list }).count({ count: '*' });
  return Number(count);
};

/** Changes a view as long as it is this person's, or shared in one of `sharedIn`. @returns whether it was */
export const changeView = async (
  trx: Knex,
  kernel: Kernel,
  { documentId, user, sharedIn }: { documentId: string; user: number; sharedIn: Actor['communities'] },
  values: Record<string, unknown>
): Promise<boolean> =>
  (await trx(table(kernel, VIEW_UID))
    .where({ document_id: documentId })
    .where(ownOrShared(user, sharedIn))
    .update(kernel.rows.toColumns(VIEW_UID, values))) > 0;

/** Deletes a view as long as it is this person's. @returns whether it was */
export const deleteView = async (
  trx: Knex,
  kernel: Kernel,
  { documentId, user }: { documentId: string; user: number }
): Promise<boolean> =>
  (await trx(table(kernel, VIEW_UID)).where({ document_id: documentId, owner_user: user }).delete()) > 0;

/** Writes what somebody sets for a list, over what they had set: two windows at once leave the later one's. */
export const keepSetting = async (
  trx: Knex,
  kernel: Kernel,
  { user, list }: { user: number; list: string },
  values: Record<string, unknown>,
  at: Date
): Promise<void> => {
  const { rows } = kernel;
  await trx(table(kernel, SETTING_UID))
    .insert(rows.newRow(SETTING_UID, { shown: null, opensWith: null, ...values, list, ownerUser: user }, at))
    .onConflict(['owner_user', 'list'])
    .merge({ ...rows.toColumns(SETTING_UID, values), updated_at: at });
};
