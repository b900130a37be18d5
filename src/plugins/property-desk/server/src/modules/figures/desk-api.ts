import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Figures } from '../../../../contracts';
import { covers, type Actor } from '../../kernel/access/actor';
import { describedList } from '../../kernel/api/describe';
import { staffHandler } from '../../kernel/api/handler';
import { periodParam } from '../../kernel/api/period-param';
import { onlyParams, textParam } from '../../kernel/api/respond';
import type { Kernel } from '../../kernel/kernel';
import type { ModuleRoute } from '../../kernel/module';
import { COMMUNITY_UID, communityParam } from '../staff';
import { figuresOf } from './figures';

const PARAMS = ['from', 'to', 'community'];

const find = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: Figures }> => {
  onlyParams(ctx, PARAMS);
  const period = periodParam(kernel.clock, ctx);
  const one = textParam(ctx, 'community', 64) ? await communityParam(kernel, actor, ctx) : null;
  const rows = one ? [one] : await kernel.rows.find(kernel.strapi.db.connection, COMMUNITY_UID, {});
  const communities = rows
    .filter(({ id }) => covers(actor, id))
    .map(({ id, documentId, name }) => ({ id, documentId, name: String(name ?? '') }));
  return {
    data: await figuresOf(kernel, actor, { period, communities, community: one && communities[0] }),
  };
};

/** The figures of some days; without days, the month so far. */
export const adminRoutes: ModuleRoute[] = [
  { method: 'GET', path: '/figures', handler: 'figures.find', ...describedList(PARAMS) },
];

/** What answers them. */
export const controllers = {
  figures: ({ strapi }: { strapi: Core.Strapi }) => ({ find: staffHandler(strapi, 'figures.read', find) }),
};
