import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Actor } from '../access/actor';
import { noRight } from '../errors';
import { kernelOf, type Kernel } from '../kernel';
import { accountActor, residentActor, staffActor, tokenActor } from './caller';
import { answering, localeOf } from './respond';

type Handle = (kernel: Kernel, actor: Actor, ctx: Context) => Promise<unknown>;

const handler = (strapi: Core.Strapi, who: (kernel: Kernel, ctx: Context) => Promise<Actor>, handle: Handle) =>
  answering(
    (ctx) => localeOf(ctx, kernelOf(strapi).settings.locale),
    async (ctx) => {
      const kernel = kernelOf(strapi);
      const answer = await handle(kernel, await who(kernel, ctx), ctx);
      if (answer !== undefined) ctx.body = answer;
    }
  );

/** A handler for whomever Strapi lets through: what it answers is nobody's in particular. */
export const openHandler = (strapi: Core.Strapi, handle: (kernel: Kernel, ctx: Context) => Promise<unknown>) =>
  answering(
    (ctx) => localeOf(ctx, kernelOf(strapi).settings.locale),
    async (ctx) => {
      ctx.body = await handle(kernelOf(strapi), ctx);
    }
  );

/** A handler for staff; `right` is checked first where there is one. */
export const staffHandler = (strapi: Core.Strapi, right: string | null, handle: Handle) =>
  handler(strapi, staffActor, async (kernel, actor, ctx) => {
    if (right && !actor.can(right)) throw noRight(right, '4');
    return handle(kernel, actor, ctx);
  });

/** A handler for residents, signed in on a front-end site. */
export const residentHandler = (strapi: Core.Strapi, handle: Handle) => handler(strapi, residentActor, handle);

/** A handler for whoever is signed in on a front-end site, tied to a home or not. */
export const accountHandler = (strapi: Core.Strapi, handle: Handle) => handler(strapi, accountActor, handle);

/** A handler for integrations with a bound API token. */
export const tokenHandler = (strapi: Core.Strapi, handle: Handle) => handler(strapi, tokenActor, handle);
