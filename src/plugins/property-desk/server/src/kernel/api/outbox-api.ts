import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { say } from '../../../../contracts';
import { covers, type Actor } from '../access/actor';
import { notFound } from '../errors';
import type { Kernel } from '../kernel';
import type { ModuleRoute } from '../module';
import { OUTBOX_UID } from '../outbox/outbox';
import { cappedCount, keysetPage } from '../storage/keyset';
import { staffHandler } from './handler';
import { iso } from './present';
import { localeOf, onlyParams, textParam, wholeNumber } from './respond';

/** Messages that could not be delivered, latest first. */
const dead = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, ['cursor', 'limit']);
  const locale = localeOf(ctx, kernel.settings.locale);
  const { connection } = kernel.strapi.db;
  const query = connection(kernel.rows.table(OUTBOX_UID).name).where({ state: 'dead' });
  if (actor.communities !== 'all') query.whereIn('community_id', actor.communities);
  const count = await cappedCount(connection, query);
  const page = await keysetPage(query.select('*'), [{ column: 'id', descending: true }], {
    cursor: textParam(ctx, 'cursor'),
    limit: wholeNumber(ctx, 'limit', 25, 100),
  });
  const data = page.rows.map((raw) => {
    const row = kernel.rows.fromColumns(OUTBOX_UID, raw);
    const { documentId, recipient, subject, attempts, error } = row;
    // Messages that died before there were reasons have their error only.
    const reason = row.reason ? say(locale, `outbox.reason.${row.reason as string}`) : null;
    return { documentId, recipient, subject, attempts, reason, error, at: iso(row.createdAt) };
  });
  return { data, meta: { nextCursor: page.nextCursor, ...count } };
};

/** Sends a dead message on its way again, with eight tries ahead of it. */
const retry = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const documentId = ctx.params.documentId as string;
  const row = await kernel.rows.first(kernel.strapi.db.connection, OUTBOX_UID, { documentId });
  if (!row || !covers(actor, row.community as number) || !(await kernel.outbox.retry(documentId))) throw notFound();
  return { data: { documentId } };
};

/** The dead letters of the outbox, for those who may send them again. */
export const outboxApi = () => ({
  adminRoutes: [
    { method: 'GET', path: '/outbox', handler: 'outbox.find' },
    { method: 'POST', path: '/outbox/:documentId/retry', handler: 'outbox.retry' },
  ] as ModuleRoute[],
  controllers: {
    outbox: ({ strapi }: { strapi: Core.Strapi }) => ({
      find: staffHandler(strapi, 'outbox.retry', dead),
      retry: staffHandler(strapi, 'outbox.retry', retry),
    }),
  },
});
