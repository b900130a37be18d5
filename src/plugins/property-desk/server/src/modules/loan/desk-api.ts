import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { LOAN_ITEMS, type LoanItemFound, type LoanItemType, type LoanStanding } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { staffHandler } from '../../kernel/api/handler';
import { choicesParam, onlyParams, textParam } from '../../kernel/api/respond';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { ModuleRoute } from '../../kernel/module';
import { communityParam } from '../staff';
import { itemById, itemsNamed } from './items';
import { describeItems, standingOf } from './standing';

/**
 * `GET /loans/items?q=`: what may be asked for, by room, number or name of the thing. It shows nobody's data; who has
 * it now stands beside it.
 */
const items = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: LoanItemFound[] }> => {
  onlyParams(ctx, ['q', 'itemType', 'community']);
  const text = textParam(ctx, 'q', 60)?.trim();
  const types = choicesParam(ctx, 'itemType', LOAN_ITEMS) as LoanItemType[] | undefined;
  const community = ctx.query.community === undefined ? undefined : (await communityParam(kernel, actor, ctx)).id;
  if (!text) return { data: [] };
  return { data: await describeItems(kernel, await itemsNamed(kernel, actor, text, { types, community })) };
};

/** `GET /loans/standing?item=`: who has it, and who waits for it. */
const standing = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: LoanStanding }> => {
  onlyParams(ctx, ['item']);
  const item = textParam(ctx, 'item', 64);
  if (!item) throw invalid('item', 'error.text');
  return { data: await standingOf(kernel, await itemById(kernel, actor, item)) };
};

/** What the request form and the items' own pages ask; fixed paths, so they stand before the case's own. */
export const adminRoutes: ModuleRoute[] = [
  { method: 'GET', path: '/loans/items', handler: 'loanItems.items' },
  { method: 'GET', path: '/loans/standing', handler: 'loanItems.standing' },
];

export const controllers = {
  loanItems: ({ strapi }: { strapi: Core.Strapi }) => ({
    items: staffHandler(strapi, 'loan.read', items),
    standing: staffHandler(strapi, 'loan.read', standing),
  }),
};
