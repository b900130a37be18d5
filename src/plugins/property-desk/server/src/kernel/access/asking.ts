import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Actor, Directory } from './actor';
import { isSuperAdmin, nameOf, type AdminUser } from './admin-user';

/** Who asks by one of Strapi's own routes; communities are numeric ids. */
export interface Asker {
  kind: Actor['kind'];
  name: string;
  staff?: Actor['staff'];
  communities: number[] | 'all';
  superAdmin: boolean;
}

interface Route {
  info?: { pluginName?: string };
}

/** Strapi's strategies for people in the panel, and for the tokens that stand for them. */
const STAFF = ['admin', 'admin-token'];

/** Front-end users, tokens and strangers: what belongs to a community they get by this plugin's own routes, or not at all. */
const NOBODY: Asker = { kind: 'system', name: '', communities: [], superAdmin: false };

/**
 * Tells who asks when a read or a write comes by a route that is not this plugin's own: the Content Manager's, its
 * relations', another plugin's or the site's. By routes of ours the handlers know who acts, and nothing is asked here.
 */
export const createAsking = (strapi: Core.Strapi, directory: () => Directory) => {
  const asking = new WeakMap<Context, Promise<Asker>>();
  const trusted = new AsyncLocalStorage<true>();

  const find = async (ctx: Context): Promise<Asker> => {
    const { auth, user } = ctx.state as { auth?: { strategy?: { name?: string } }; user?: AdminUser };
    if (!user || !STAFF.includes(auth?.strategy?.name ?? '')) return NOBODY;
    // Within the caller's transaction, where there is one: SQLite has a single connection.
    const staff = await strapi.db.transaction(({ trx }) => directory().staffOf(user, trx));
    const superAdmin = isSuperAdmin(user);
    if (staff) return { ...staff, superAdmin };
    return { kind: 'staff', name: nameOf(user), communities: superAdmin ? 'all' : [], superAdmin };
  };

  return {
    /** The request under way by a route that is not this plugin's own, or null. */
    request(): Context | null {
      if (trusted.getStore()) return null;
      const ctx = strapi.requestContext.get() as Context | undefined;
      const route = ctx?.state.route as Route | undefined;
      return ctx && route && route.info?.pluginName !== 'property-desk' ? ctx : null;
    },

    /** Who asks by that request; found once. */
    asker(ctx: Context): Promise<Asker> {
      const known = asking.get(ctx);
      if (known) return known;
      const found = find(ctx);
      asking.set(ctx, found);
      return found;
    },

    /**
     * Reads and writes of the system's own within somebody's request: not bound to their communities, and no look of
     * theirs. A site's own code that answers for itself who may see what calls it too.
     */
    internally: <T>(work: () => Promise<T>): Promise<T> => trusted.run(true, work),
  };
};

export type Asking = ReturnType<typeof createAsking>;
