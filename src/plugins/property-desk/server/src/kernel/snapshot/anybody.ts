import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import type { Strategy } from '../access/remembered-login';
import type { Versions } from './versions';

const PLUGIN = 'plugin::property-desk.';

const scopesOf = (config: unknown): string[] =>
  [(config as { scope?: string | string[] } | undefined)?.scope ?? []].flat();

/**
 * Lets anybody read what the role Public is allowed to, by what is known of its rights, which is 200 ms old at most.
 * Strapi reads every right of the role at each request. Whatever else is asked, or is not allowed, is left to Strapi's
 * own strategy.
 */
export const anybodyReads = (versions: () => Versions): Strategy => ({
  name: 'users-permissions',

  async authenticate(ctx: Context) {
    const { route } = ctx.state as { route?: { config?: { auth?: unknown } } };
    const scopes = scopesOf(route?.config?.auth);
    if ((ctx.method !== 'GET' && ctx.method !== 'HEAD') || ctx.req.headers.authorization !== undefined)
      return { authenticated: false };
    const { allowed } = await versions().known();
    const can = (scope: string) => scope.startsWith(PLUGIN) && allowed.has(scope.slice(PLUGIN.length));
    if (scopes.length === 0 || !scopes.every(can)) return { authenticated: false };
    return { authenticated: true, credentials: null, ability: { can } };
  },

  verify({ ability }, config) {
    const { can } = ability as { can(scope: string): boolean };
    if (!scopesOf(config).every(can)) throw new errors.ForbiddenError();
  },
});
