import type { Knex } from 'knex';
import type { Context } from 'koa';
import { mayAppoint, type Ref, type StaffKept, type StaffSetting } from '../../../../contracts';
import { covers, type Actor } from '../../kernel/access/actor';
import { strapiRoleCode } from '../../kernel/access/roles';
import { iso } from '../../kernel/api/present';
import { documentsOf, enteredIn, refuseStale } from '../../kernel/api/record-write';
import { localeOf, onlyParams } from '../../kernel/api/respond';
import { forbidden, invalid, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { COMMUNITY_UID, POST_UID, STAFF_UID } from '../staff';
import { ADMIN_RIGHTS, freeAccount, invite, strapiAllows } from './accounts';
import { FORMS } from './forms';
import { unknown } from './named';
import { loginsOf } from './queries';

const ref = (row: Row): Ref => ({ documentId: row.documentId, name: String(row.name ?? '') });

/** Whether a staff member works in one of the actor's communities; who works nowhere yet is a super admin's. */
const isOwn = (actor: Actor, communities: number[]): boolean =>
  actor.communities === 'all' || communities.some((community) => covers(actor, community));

/** `GET /settings/staff`: everybody of one's communities, whether still active or not. */
export const list = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: StaffSetting[] }> => {
  onlyParams(ctx, []);
  const { rows, links, strapi } = kernel;
  const { connection } = strapi.db;
  const all = await rows.find(connection, STAFF_UID, {});
  const linked = await links.relations(
    connection,
    STAFF_UID,
    'communities',
    all.map(({ id }) => id)
  );
  const staff = all.filter(({ id }) => isOwn(actor, linked.get(id) ?? []));
  const posts = await rows.byIds(
    connection,
    POST_UID,
    staff.map(({ post }) => post)
  );
  const communities = await rows.byIds(connection, COMMUNITY_UID, [...linked.values()].flat());
  const logins = await loginsOf(
    kernel,
    staff.map(({ user }) => user).filter((user): user is number => typeof user === 'number')
  );
  const open = await kernel.obligations.openByPerson(
    connection,
    staff.map(({ id }) => id)
  );
  return {
    data: staff.map((row) => {
      const post = posts.get(row.post as number);
      const login = logins.get(row.user as number);
      return {
        ...ref(row),
        post: post ? { ...ref(post), role: post.role as string } : null,
        communities: (linked.get(row.id) ?? []).flatMap((id) => {
          const community = communities.get(id);
          // Where else somebody works is not told to those who do not work there.
          return community && covers(actor, id) ? [ref(community)] : [];
        }),
        telephone: (row.telephone as string | null) ?? null,
        active: row.active === true,
        account: login
          ? {
              documentId: login.documentId,
              email: login.email,
              active: login.active,
              roleFits: !post || login.roles.includes(strapiRoleCode(post.role as string)),
            }
          : null,
        openWork: open.get(row.id) ?? 0,
        changeable: !post || mayAppoint(actor.role, post.role as string),
        updatedAt: iso(row.updatedAt) as string,
      };
    }),
  };
};

/** The post that is given, which nobody gives above their own. */
const postGiven = async (kernel: Kernel, actor: Actor, documentId: string): Promise<Row> => {
  const post = await kernel.rows.first(kernel.strapi.db.connection, POST_UID, { documentId });
  if (!post) throw unknown('post');
  if (!mayAppoint(actor.role, post.role as string)) throw invalid('post', 'error.aboveOwnRole');
  return post;
};

/** The communities that are named, all of them the actor's own. */
const communitiesGiven = async (kernel: Kernel, actor: Actor, documentIds: string[]): Promise<string[]> => {
  for (const documentId of documentIds) {
    const row = await kernel.rows.first(kernel.strapi.db.connection, COMMUNITY_UID, { documentId });
    if (!row || !covers(actor, row.id)) throw unknown('communities');
  }
  return documentIds;
};

/**
 * `POST /settings/staff`: with a login that is there already, with a new one, or without. A new login is made by
 * Strapi's own service, for whoever has Strapi's right to make one, with the role that belongs to the post.
 */
export const add = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: StaffKept }> => {
  const { input } = enteredIn(ctx, FORMS.addStaff, localeOf(ctx, kernel.settings.locale));
  const { account, mail, communities, ...values } = input;
  if (account && mail) throw invalid('mail', 'error.accountTwice');
  const post = await postGiven(kernel, actor, input.post);
  const data = { ...values, communities: await communitiesGiven(kernel, actor, communities), active: true };
  const kept = await kernel.histories.as(actor, () =>
    kernel.strapi.db.transaction(async ({ trx }) => {
      const made = mail ? await invite(kernel, ctx, mail, input.name, post.role as string) : null;
      const user = made?.id ?? (account ? await freeAccount(kernel, ctx, trx as Knex, account) : null);
      const { documentId } = await documentsOf(kernel, STAFF_UID).create({ data: { ...data, user } });
      return { documentId, invitation: made?.invitation ?? null };
    })
  );
  return { data: kept as StaffKept };
};

/** `PUT /settings/staff/:documentId`; whoever still owes something is not set inactive before it is handed over. */
export const change = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { input, updatedAt } = enteredIn(ctx, FORMS.changeStaff, localeOf(ctx, kernel.settings.locale));
  const { rows, links, strapi } = kernel;
  const documentId = String(ctx.params.documentId);
  const found = await rows.first(strapi.db.connection, STAFF_UID, { documentId });
  if (!found) throw notFound();
  const works = (await links.relations(strapi.db.connection, STAFF_UID, 'communities', [found.id])).get(found.id) ?? [];
  if (!isOwn(actor, works)) throw notFound();
  const before = (await rows.byIds(strapi.db.connection, POST_UID, [found.post])).get(found.post as number);
  if (before && !mayAppoint(actor.role, before.role as string)) throw forbidden('error.aboveOwnRole');
  await postGiven(kernel, actor, input.post);
  const given = await communitiesGiven(kernel, actor, input.communities);
  // Where they work beside the actor's own communities is not the actor's to change.
  const elsewhere = await rows.byIds(
    strapi.db.connection,
    COMMUNITY_UID,
    works.filter((community) => !covers(actor, community))
  );
  const communities = [...given, ...[...elsewhere.values()].map((row) => row.documentId)];
  const { account, ...values } = input;
  await kernel.histories.as(actor, () =>
    strapi.db.transaction(async ({ trx }) => {
      const row = (await rows.lock(trx as Knex.Transaction, STAFF_UID, documentId)) as Row;
      refuseStale(row, updatedAt);
      const user = account === undefined ? row.user : await loginGiven(kernel, ctx, trx as Knex, row, account);
      await documentsOf(kernel, STAFF_UID).update({ documentId, data: { ...values, communities, user } });
    })
  );
  return { data: { documentId } };
};

/** The login that stands after a change: the same, another one that is free, or none. */
const loginGiven = async (kernel: Kernel, ctx: Context, trx: Knex, row: Row, account: string | null) => {
  const login = (await loginsOf(kernel, [row.user as number].filter(Number))).get(row.user as number);
  if ((login?.documentId ?? null) === account) return row.user;
  if (!strapiAllows(ctx, ADMIN_RIGHTS.read)) throw invalid('account', 'error.noAccountRight');
  return account === null ? null : freeAccount(kernel, ctx, trx, account);
};
