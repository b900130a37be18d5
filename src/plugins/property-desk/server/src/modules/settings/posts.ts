import type { Knex } from 'knex';
import type { Context } from 'koa';
import { mayAppoint, type PostSetting } from '../../../../contracts';
import { covers, type Actor } from '../../kernel/access/actor';
import { iso } from '../../kernel/api/present';
import { documentsOf, enteredIn, refuseStale } from '../../kernel/api/record-write';
import { localeOf, onlyParams } from '../../kernel/api/respond';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { POST_UID, STAFF_UID } from '../staff';
import { FORMS } from './forms';
import { recordNamed, unknown } from './named';

/** Everybody on the active staff who works in one of the actor's communities. */
const colleaguesOf = async (kernel: Kernel, actor: Actor): Promise<Row[]> => {
  const { connection } = kernel.strapi.db;
  const staff = await kernel.rows.find(connection, STAFF_UID, { active: true });
  if (actor.communities === 'all') return staff;
  const ids = staff.map(({ id }) => id);
  const linked = await kernel.links.relations(connection, STAFF_UID, 'communities', ids);
  return staff.filter(({ id }) => linked.get(id)?.some((community) => covers(actor, community)));
};

/** `GET /settings/posts`: the organisation, which all communities share, with who holds each post. */
export const list = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: PostSetting[] }> => {
  onlyParams(ctx, []);
  const posts = await kernel.rows.find(kernel.strapi.db.connection, POST_UID, {});
  const names = new Map(posts.map(({ id, documentId }) => [id, documentId]));
  const staff = await colleaguesOf(kernel, actor);
  return {
    data: posts.map((row) => ({
      documentId: row.documentId,
      name: row.name as string,
      role: row.role as string,
      duties: (row.duties as string | null) ?? null,
      reportsTo: names.get(row.reportsTo as number) ?? null,
      holders: staff.filter(({ post }) => post === row.id).map(({ name }) => name as string),
      updatedAt: iso(row.updatedAt) as string,
    })),
  };
};

const checked = async (kernel: Kernel, actor: Actor, ctx: Context, before?: Row) => {
  const { input, updatedAt } = enteredIn(ctx, FORMS.post, localeOf(ctx, kernel.settings.locale));
  if (before) refuseStale(before, updatedAt);
  for (const role of [before?.role as string | undefined, input.role])
    if (role && !mayAppoint(actor.role, role)) throw invalid('role', 'error.aboveOwnRole');
  const above = { documentId: input.reportsTo };
  if (input.reportsTo && !(await kernel.rows.first(kernel.strapi.db.connection, POST_UID, above)))
    throw unknown('reportsTo');
  return input;
};

/** `POST /settings/posts` */
export const add = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const data = await checked(kernel, actor, ctx);
  const { documentId } = await kernel.histories.as(actor, () => documentsOf(kernel, POST_UID).create({ data }));
  return { data: { documentId } };
};

/** `PUT /settings/posts/:documentId`; the organisation is kept free of circles whoever writes to it. */
export const change = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const row = await recordNamed(kernel, actor, POST_UID, ctx.params.documentId);
  const { documentId } = row;
  const data = await checked(kernel, actor, ctx, row);
  await kernel.histories.as(actor, () =>
    // In one transaction, so that changes of the organisation go one after the other.
    kernel.strapi.db.transaction(() => documentsOf(kernel, POST_UID).update({ documentId, data }))
  );
  return { data: { documentId } };
};

/** `DELETE /settings/posts/:documentId`: one that nobody holds. */
export const remove = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  const { documentId, role } = await recordNamed(kernel, actor, POST_UID, ctx.params.documentId);
  if (!mayAppoint(actor.role, role as string)) throw invalid('documentId', 'error.aboveOwnRole');
  await kernel.histories.as(actor, () =>
    kernel.strapi.db.transaction(async ({ trx }) => {
      await kernel.rows.lock(trx as Knex.Transaction, POST_UID, documentId);
      await documentsOf(kernel, POST_UID).delete({ documentId });
    })
  );
  return { data: { documentId } };
};
