import type { Context } from 'koa';
import { STAFF_ROLES, type Ref } from '../../../../contracts';
import { covers, type Actor } from '../../kernel/access/actor';
import { choicesParam, onlyParams, textParam } from '../../kernel/api/respond';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { colleagues, COMMUNITY_UID } from './queries';

const ref = (row: { documentId: string; name?: unknown }): Ref => ({
  documentId: row.documentId,
  name: String(row.name ?? ''),
});

/** The communities that an actor works in. */
export const communityOptions = async (kernel: Kernel, actor: Actor): Promise<Ref[]> =>
  (await kernel.rows.find(kernel.strapi.db.connection, COMMUNITY_UID, {}))
    .filter((row) => covers(actor, row.id))
    .map(ref);

/**
 * The community that the query names.
 * @throws ValidationError naming `community` when it is unknown or not the actor's
 */
export const communityParam = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<Row> => {
  const documentId = textParam(ctx, 'community', 64);
  const row = documentId ? await kernel.rows.first(kernel.strapi.db.connection, COMMUNITY_UID, { documentId }) : null;
  if (!row || !covers(actor, row.id))
    throw invalid('community', 'error.unknownReference', { field: { word: 'field.community' } });
  return row;
};

/** The buildings of a community. */
export const buildingOptions = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<Ref[]> => {
  onlyParams(ctx, ['community']);
  const community = await communityParam(kernel, actor, ctx);
  return (
    await kernel.rows.find(kernel.strapi.db.connection, 'plugin::property-desk.building', { community: community.id })
  ).map(ref);
};

/** Active colleagues of a community, with what is open on each. */
export const staffOptions = async (
  kernel: Kernel,
  actor: Actor,
  ctx: Context
): Promise<(Ref & { role: string; openWork: number })[]> => {
  onlyParams(ctx, ['community', 'role']);
  const community = await communityParam(kernel, actor, ctx);
  const people = await colleagues(kernel, community.id, choicesParam(ctx, 'role', STAFF_ROLES));
  const load = await kernel.obligations.openByPerson(
    kernel.strapi.db.connection,
    people.map(({ id }) => id)
  );
  return people.map((person) => ({ ...ref(person), role: person.role, openWork: load.get(person.id) ?? 0 }));
};
