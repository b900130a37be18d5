import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { PRESENCE_DOINGS } from '../../../../contracts';
import type { Actor } from '../access/actor';
import type { Kernel } from '../kernel';
import type { ModuleRoute } from '../module';
import { hasAlready } from '../snapshot/conditional';
import { parseInput } from '../workflow/input';
import { describedBody } from './describe';
import { staffHandler } from './handler';
import { bodyOf, localeOf, onlyParams } from './respond';

/** A page shows one case or two; more would be a mistake. */
const MOST_OPEN = 10;

const HEARD = z.strictObject({
  tab: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
  open: z
    .array(
      z.strictObject({
        type: z.string().regex(/^[a-z-]{1,40}$/),
        documentId: z.string().regex(/^[a-z][a-z0-9]{1,63}$/),
        doing: z.enum(PRESENCE_DOINGS),
      })
    )
    .max(MOST_OPEN),
});

const personOf = (actor: Actor, ctx: Context) => ({
  who: `user:${(ctx.state.user as { id: number | string }).id}`,
  name: actor.name,
});

const find = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  const pulse = await kernel.pulse.read(actor, { ...personOf(actor, ctx), tab: '' }, null);
  const tag = kernel.pulse.tag(pulse);
  ctx.set('ETag', tag);
  ctx.set('Cache-Control', 'private, no-cache');
  ctx.vary('Authorization');
  if (!hasAlready(ctx.get('if-none-match'), tag)) return { data: pulse };
  ctx.status = 304;
  return undefined;
};

const heard = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  const { tab, open } = parseInput(HEARD, bodyOf(ctx), localeOf(ctx, kernel.settings.locale));
  return { data: await kernel.pulse.read(actor, { ...personOf(actor, ctx), tab }, open) };
};

/** What has moved, every few seconds: asked plainly, or with what the page has open, for others to see. */
export const pulseApi = () => ({
  adminRoutes: [
    { method: 'GET', path: '/pulse', handler: 'pulse.find' },
    { method: 'POST', path: '/pulse', handler: 'pulse.heard', ...describedBody(HEARD) },
  ] as ModuleRoute[],
  controllers: {
    pulse: ({ strapi }: { strapi: Core.Strapi }) => ({
      find: staffHandler(strapi, null, find),
      heard: staffHandler(strapi, null, heard),
    }),
  },
});
