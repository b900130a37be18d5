import type { Knex } from 'knex';
import type { Context } from 'koa';
import type { Ref } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { strapiRoleCode } from '../../kernel/access/roles';
import { onlyParams } from '../../kernel/api/respond';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { isMailAddress } from '../../kernel/outbox/message';
import { STAFF_UID } from '../staff';
import { unknown } from './named';
import { loginNamed, loginsOf, strapiRole, type Login } from './queries';

/** Strapi's own rights over logins: who has them not, gives nobody one. */
export const ADMIN_RIGHTS = { read: 'admin::users.read', create: 'admin::users.create' };

/** Whether Strapi's Roles screen lets the caller do something of Strapi's own. */
export const strapiAllows = (ctx: Context, right: string): boolean =>
  (ctx.state.userAbility as { can(action: string): boolean }).can(right);

const takenLogins = async ({ rows }: Kernel, connection: Knex): Promise<Set<number>> =>
  new Set((await rows.find(connection, STAFF_UID, {})).map(({ user }) => user as number));

/** `GET /settings/accounts`: logins that belong to nobody on the staff yet, and whether new ones may be made. */
export const freeAccounts = async (
  kernel: Kernel,
  _actor: Actor,
  ctx: Context
): Promise<{ data: { accounts: Ref[]; mayChoose: boolean; mayInvite: boolean } }> => {
  onlyParams(ctx, []);
  const mayChoose = strapiAllows(ctx, ADMIN_RIGHTS.read);
  const mayInvite = strapiAllows(ctx, ADMIN_RIGHTS.create);
  if (!mayChoose) return { data: { accounts: [], mayChoose, mayInvite } };
  const taken = await takenLogins(kernel, kernel.strapi.db.connection);
  const name = ({ name: person, email }: Login) => (person ? `${person} ${email}` : email);
  const accounts = [...(await loginsOf(kernel)).values()]
    .filter(({ id }) => !taken.has(id))
    .map((login) => ({ documentId: login.documentId, name: name(login) }));
  return { data: { accounts, mayChoose, mayInvite } };
};

/**
 * The id of a login that belongs to nobody yet.
 * @throws ValidationError naming `account`
 */
export const freeAccount = async (kernel: Kernel, ctx: Context, trx: Knex, documentId: string): Promise<number> => {
  if (!strapiAllows(ctx, ADMIN_RIGHTS.read)) throw invalid('account', 'error.noAccountRight');
  const login = await loginNamed(kernel, documentId);
  if (login === null) throw unknown('account');
  if ((await takenLogins(kernel, trx)).has(login)) throw invalid('account', 'error.accountHasStaff');
  return login;
};

/**
 * Makes a login with the Strapi role of a post, as Strapi's own user page does: it has no password before its owner
 * sets one.
 * @returns its id and the path at which the password is set, which is shown once
 */
export const invite = async (
  kernel: Kernel,
  ctx: Context,
  mail: string,
  name: string,
  role: string
): Promise<{ id: number; invitation: string }> => {
  if (!strapiAllows(ctx, ADMIN_RIGHTS.create)) throw invalid('mail', 'error.noInviteRight');
  const email = mail.toLowerCase();
  if (!isMailAddress(email)) throw invalid('mail', 'error.mailAddress');
  const users = kernel.strapi.service('admin::user');
  if (await users.exists({ email })) throw invalid('mail', 'error.accountThere');
  const belongs = await strapiRole(kernel, strapiRoleCode(role));
  if (belongs === null) throw invalid('post', 'error.roleGone');
  const made = (await users.create({ email, firstname: name, roles: [belongs] })) as {
    id: number;
    registrationToken: string;
  };
  return { id: Number(made.id), invitation: `/auth/register?registrationToken=${made.registrationToken}` };
};
