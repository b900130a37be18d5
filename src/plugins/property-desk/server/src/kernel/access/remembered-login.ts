import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { oneRow } from '../storage/one-row';
import type { Actor, Directory } from './actor';

/** Logins remembered at most, of each kind; the one remembered longest goes first. */
const KEPT = 1000;

/** Strapi's authentication, as routes name it. */
interface Auth {
  strategy: Strategy;
  credentials: Record<string, unknown>;
  ability: unknown;
}

/** A strategy of Strapi's authentication. */
export interface Strategy {
  name: string;
  authenticate(ctx: Context): Promise<object>;
  verify?(auth: Auth, config: object): unknown;
}

/** What a login came to, and what it was made of. */
interface Login extends Auth {
  session?: object;
  /** Who acts by this login, once somebody has asked. */
  actor?: Actor;
}

/** Whose token it is, until when it holds, and what the login is made of as the database has it. */
interface Reading {
  expires: number;
  /** One row that changes whenever anything changes that the login was made of; null where it must not be kept. */
  stamp(): Promise<string | null>;
}

/** Tokens and sessions run out by the real time, not by the desk's clock. */
// eslint-disable-next-line no-restricted-syntax -- for this reason
const passed = (at: number): boolean => at <= Date.now();

const bearer = (ctx: Context): string | null => {
  const [kind, token, ...rest] = ctx.get('authorization').split(/\s+/);
  return kind.toLowerCase() === 'bearer' && token && rest.length === 0 ? token : null;
};

/** A secret is not kept as it came. */
const keyOf = (token: string): string => createHash('sha256').update(token).digest('base64');

/** Of a request's state: its login as it was remembered, or what remembers it. */
const REMEMBERED = Symbol('remembered login');

interface Remembered {
  actor?: Actor;
  keep?: (login: Login) => void;
}

const rememberedIn = (ctx: Context): Remembered =>
  ((ctx.state as Record<symbol, unknown>)[REMEMBERED] ?? {}) as Remembered;

/**
 * A strategy that goes before one of Strapi's. Strapi's makes the login, from five to seven statements and every
 * permission of the role; ours remembers what it came to, and asks the database in one statement at every request
 * whether anything has changed that it was made of. Whatever has changed, in whatever process, Strapi's begins anew.
 */
const remembering = (name: string, read: (token: string) => Promise<Reading | null>) => {
  const logins = new Map<string, Login & { stamp: string; reading: Reading }>();

  let original: Strategy | null = null;
  const strategy: Strategy = {
    name,
    async authenticate(ctx) {
      const token = bearer(ctx);
      if (!token) return { authenticated: false };
      const key = keyOf(token);
      const known = logins.get(key);
      const reading = known?.reading ?? (await read(token));
      if (!reading) return { authenticated: false };
      const stamp = passed(reading.expires) ? null : await reading.stamp();
      const state = ctx.state as Record<string | symbol, unknown>;
      if (known && stamp === known.stamp) {
        const { credentials, ability, session, actor } = known;
        const user = { ...credentials };
        Object.assign(state, { user, userAbility: ability, ...(session && { session }) });
        const keep = (login: Login) => {
          if (logins.get(key) === known) logins.set(key, { ...known, actor: login.actor });
        };
        state[REMEMBERED] = { actor, keep } satisfies Remembered;
        return { authenticated: true, credentials: user, ability };
      }
      logins.delete(key);
      // Read before Strapi reads: what changes in between makes the stamp old, not the login.
      if (stamp) {
        const keep = (login: Login) => {
          if (logins.size >= KEPT) logins.delete(logins.keys().next().value as string);
          logins.set(key, { ...login, stamp, reading });
          original = login.strategy;
        };
        state[REMEMBERED] = { keep } satisfies Remembered;
      }
      return { authenticated: false };
    },
    verify: (auth, config) => original?.verify?.(auth, config),
  };
  return strategy;
};

/**
 * Who acts, as remembered with the login, or as found now and remembered with it from here on. What stands until some
 * instant only is found again then: nothing that the login was made of changes when a day comes.
 */
export const actorOf = async (ctx: Context, now: Date, find: () => Promise<Actor>): Promise<Actor> => {
  const { actor, keep } = rememberedIn(ctx);
  if (actor && !(actor.until && actor.until <= now)) return actor;
  const found = await find();
  const { auth, session } = ctx.state as { auth?: Auth; session?: object };
  if (keep && auth?.ability && auth.credentials) keep({ ...auth, session, actor: found });
  return found;
};

/** Remembers a login at a call where it does not matter who acts. */
export const keepLogin = (ctx: Context) => {
  const { actor, keep } = rememberedIn(ctx);
  const { auth, session } = ctx.state as { auth?: Auth; session?: object };
  if (!actor && keep && auth?.ability && auth.credentials) keep({ ...auth, session });
};

interface Join {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
}

/** The table of a type, and the one that joins it to its roles. */
const tablesOf = (strapi: Core.Strapi, uid: string, relation: string) => {
  const { tableName, attributes } = strapi.db.metadata.get(uid);
  const { name, joinColumn, inverseJoinColumn } = (attributes[relation] as unknown as { joinTable: Join }).joinTable;
  return { table: tableName, link: name, own: joinColumn.name, other: inverseJoinColumn.name };
};

/** How many rows, the latest of them, and the latest change: another set of rows gives another text. */
const sum = (alias: string) => `count(*) || '.' || max(${alias}.id) || '.' || max(${alias}.updated_at)`;

/** One row by a statement of ours over Strapi's own tables; its text is built once. */
const rowOf = (strapi: Core.Strapi, build: () => string) => {
  let statement = '';
  return (bindings: (string | number)[]) => oneRow(strapi.db.connection, (statement ||= build()), bindings);
};

/** Staff: admin users in the panel. */
const staffLogin = (strapi: Core.Strapi, directory: () => Directory): Strategy => {
  const row = rowOf(strapi, () => {
    const roles = tablesOf(strapi, 'admin::user', 'roles');
    const rights = tablesOf(strapi, 'admin::permission', 'role');
    const session = strapi.db.metadata.get('admin::session').tableName;
    const role = strapi.db.metadata.get('admin::role').tableName;
    const granted = `from ${roles.link} l join ${rights.link} k on k.${rights.other} = l.${roles.other}
      join ${rights.table} p on p.id = k.${rights.own} where l.${roles.own} = u.id`;
    return `select s.expires_at as expires, u.is_active as active, u.updated_at as changed,
      (select count(*) || '.' || max(l.id) || '.' || sum(r.id) || '.' || max(r.updated_at)
        from ${roles.link} l join ${role} r on r.id = l.${roles.other} where l.${roles.own} = u.id) as roles,
      (select ${sum('p')} || ' ' || sum(case when cast(p.conditions as text) in ('[]', 'null') then 0 else 1 end) ${granted}) as rights,
      ${directory().stamp.staff('u.id')} as person
      from ${session} s join ${roles.table} u on u.id = ? where s.session_id = ? and s.origin = 'admin'`;
  });
  return remembering('admin', async (token) => {
    const { isValid, payload } = strapi.sessionManager('admin').validateAccessToken(token);
    if (!isValid) return null;
    const { userId, sessionId, exp = 0 } = payload as typeof payload & { exp?: number };
    const user = Number(userId);
    if (!Number.isSafeInteger(user)) return null;
    return {
      expires: exp * 1000,
      async stamp() {
        const found = await row([user, sessionId]);
        // A condition may hang on anything, so what it came to is not remembered.
        if (!found || !String(found.rights).endsWith(' 0')) return null;
        return passed(new Date(found.expires as string | number | Date).getTime()) ? null : JSON.stringify(found);
      },
    };
  });
};

/** Residents: users of users-permissions on front-end sites. */
const frontEndLogin = (strapi: Core.Strapi, directory: () => Directory): Strategy => {
  const row = rowOf(strapi, () => {
    const role = tablesOf(strapi, 'plugin::users-permissions.user', 'role');
    const rights = tablesOf(strapi, 'plugin::users-permissions.permission', 'role');
    const store = strapi.db.metadata.get('strapi::core-store').tableName;
    return `select u.updated_at as changed, u.blocked, u.confirmed, l.${role.other} as role,
      (select ${sum('p')} from ${rights.link} k join ${rights.table} p on p.id = k.${rights.own}
        where k.${rights.other} = l.${role.other}) as rights,
      (select c.value from ${store} c where c.key = 'plugin_users-permissions_advanced') as settings,
      ${directory().stamp.resident('u.id')} as person
      from ${role.table} u join ${role.link} l on l.${role.own} = u.id where u.id = ?`;
  });
  return remembering('users-permissions', async (token) => {
    // Tokens that a session stands behind are Strapi's to check.
    if (strapi.config.get<string>('plugin::users-permissions.jwtManagement', 'legacy-support') === 'refresh')
      return null;
    const jwt = strapi.plugin('users-permissions').service('jwt') as { verify(token: string): Promise<unknown> };
    const { id, exp } = (await jwt.verify(token).catch(() => ({}))) as { id?: number; exp?: number };
    if (!Number.isSafeInteger(id) || exp === undefined) return null;
    return {
      expires: exp * 1000,
      async stamp() {
        const found = await row([id as number]);
        return found ? JSON.stringify(found) : null;
      },
    };
  });
};

/**
 * The strategies of our routes: Strapi's own by their names, and before them what is remembered of those that read
 * the most. A content-API route without users-permissions in the site is left to the tokens.
 */
export const loginStrategies = (strapi: Core.Strapi, directory: () => Directory, anybody?: Strategy) => ({
  admin: [staffLogin(strapi, directory), 'admin', 'admin-token'],
  'content-api': [
    ...(strapi.plugin('users-permissions')
      ? [...(anybody ? [anybody] : []), frontEndLogin(strapi, directory), 'users-permissions']
      : []),
    'content-api-token',
  ],
});
