import type { Context } from 'koa';
import type { Actor } from '../access/actor';
import { isSuperAdmin, nameOf, type AdminUser } from '../access/admin-user';
import { actorOf, keepLogin } from '../access/remembered-login';
import { forbidden } from '../errors';
import type { Kernel } from '../kernel';

const TOKEN_BINDING = 'plugin::property-desk.token-binding';

/**
 * The staff member behind an admin session.
 * @throws ForbiddenError for an admin user without a staff record who is not a super admin
 */
export const staffActor = (kernel: Kernel, ctx: Context): Promise<Actor> =>
  actorOf(ctx, kernel.clock.now(), () => findStaff(kernel, ctx));

const findStaff = async (kernel: Kernel, ctx: Context): Promise<Actor> => {
  const user = ctx.state.user as AdminUser;
  const ability = ctx.state.userAbility as { can(action: string): boolean };
  const can = (right: string) => ability.can(`plugin::property-desk.${right}`);
  const staff = await kernel.directory().staffOf(user);
  if (staff) return { ...staff, can };
  if (!isSuperAdmin(user)) throw forbidden('error.noStaffRecord');
  return { kind: 'staff', name: nameOf(user), role: 'manager', communities: 'all', superAdmin: true, can };
};

const mustBeSignedIn = (ctx: Context) => {
  if (ctx.state.auth?.strategy?.name !== 'users-permissions' || !ctx.state.user) throw forbidden('error.residentsOnly');
};

/**
 * The resident behind a front-end session.
 * @throws ForbiddenError for a user who is not tied to a home yet
 */
export const residentActor = async (kernel: Kernel, ctx: Context): Promise<Actor> => {
  mustBeSignedIn(ctx);
  return actorOf(ctx, kernel.clock.now(), () => findResident(kernel, ctx));
};

/**
 * Whoever is signed in on a front-end site, tied to a home or not: they see nobody's things by it, and act on what
 * their account itself has begun. Nothing is looked up, so that the call takes the same whoever they are.
 */
export const accountActor = async (kernel: Kernel, ctx: Context): Promise<Actor> => {
  mustBeSignedIn(ctx);
  keepLogin(ctx);
  const { id, documentId } = ctx.state.user as { id: number; documentId: string };
  return {
    kind: 'resident',
    // Said in the reader's language, as of everybody without a name.
    name: '',
    role: null,
    communities: 'all',
    account: { id: Number(id), documentId },
    holds: [],
    can: () => true,
  };
};

const findResident = async (kernel: Kernel, ctx: Context): Promise<Actor> => {
  const resident = await kernel.directory().residentsOf(ctx.state.user as { id: number });
  if (!resident?.residents?.length) throw forbidden('error.noHome');
  return { kind: 'resident', role: null, can: () => true, ...resident };
};

/**
 * The integration behind an API token.
 * @throws ForbiddenError for a token that is bound to no community
 */
export const tokenActor = async (kernel: Kernel, ctx: Context): Promise<Actor> => {
  const { strategy, credentials } = ctx.state.auth ?? {};
  if (strategy?.name !== 'api-token' && strategy?.name !== 'content-api-token') throw forbidden('error.tokensOnly');
  const { rows, strapi } = kernel;
  const binding = await rows.first(strapi.db.connection, TOKEN_BINDING, { tokenName: credentials.name });
  const bound = binding ? await boundCommunities(kernel, binding.id) : [];
  if (bound.length === 0) throw forbidden('error.tokenUnbound');
  return { kind: 'token', name: credentials.name, role: null, communities: bound, can: () => true };
};

const boundCommunities = async ({ strapi }: Kernel, binding: number): Promise<number[]> => {
  const { joinTable } = strapi.db.metadata.get(TOKEN_BINDING).attributes.communities as unknown as {
    joinTable: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
  };
  const found = await strapi.db
    .connection(joinTable.name)
    .where({ [joinTable.joinColumn.name]: binding })
    .select(joinTable.inverseJoinColumn.name);
  return found.map((row: Record<string, unknown>) => Number(row[joinTable.inverseJoinColumn.name]));
};
