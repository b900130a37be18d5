import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Actor } from '../../kernel/access/actor';
import { residentHandler } from '../../kernel/api/handler';
import { bodyOf, noFurther, onlyParams } from '../../kernel/api/respond';
import { invalid, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { ModuleRoute } from '../../kernel/module';
import { openAnswer } from '../../kernel/snapshot/open-answer';
import type { Made } from '../../kernel/snapshot/snapshots';
import { HOUSEHOLD_UID } from '../household';
import { readAsked } from './feed/asked';
import { NOTICE, NOTICE_LIST, READ } from './feed/described';
import { correctionOf, feedPage, firstRead, keepReads, nextExpiry, visibleNotice } from './feed/queries';
import { only, shownNotices } from './feed/shown';
import { NOTICE_UID, type NoticeRow } from './row';

const find = async (kernel: Kernel, ctx: Context): Promise<Made> => {
  const asked = await readAsked(kernel, ctx);
  const now = kernel.clock.now();
  const validUntil = await nextExpiry(kernel, now);
  const { ids, total } = await feedPage(kernel, asked, now);
  const notices = await shownNotices(kernel, ids);
  const data = notices.map((notice) => only(notice, asked.fields));
  return { answer: { data, meta: { pagination: asked.page.meta(total) } }, validUntil };
};

/** What was taken back says so, and where it stands right: a link to it may be in many hands. */
const withdrawn = async (kernel: Kernel, documentId: string, now: Date) => {
  const row = (await kernel.rows.first(kernel.strapi.db.connection, NOTICE_UID, { documentId })) as NoticeRow | null;
  if (row?.state !== 'withdrawn' || !row.issuedAt || !row.channels.includes('portal')) return notFound();
  const correction = await correctionOf(kernel, row.id, now);
  const refusal = notFound('error.noticeWithdrawn');
  Object.assign(refusal.details, {
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    reason: row.withdrawReason,
    supersededBy: correction
      ? { documentId: correction.documentId, name: correction.number ?? correction.title }
      : null,
  });
  return refusal;
};

const findOne = async (kernel: Kernel, ctx: Context): Promise<Made> => {
  onlyParams(ctx, []);
  const now = kernel.clock.now();
  const documentId = String(ctx.params.documentId);
  const row = await visibleNotice(kernel, documentId, now);
  if (!row) throw await withdrawn(kernel, documentId, now);
  const [data] = await shownNotices(kernel, [row.id]);
  return { answer: { data, meta: {} }, validUntil: row.expiresAt };
};

/** The caller's resident records to whom a notice is addressed: of its community, and of its buildings if it names any. */
const addressed = async ({ rows, links, strapi }: Kernel, actor: Actor, notice: NoticeRow): Promise<number[]> => {
  const { connection } = strapi.db;
  const near = (actor.residents ?? []).filter(({ community }) => community === notice.community);
  const buildings = (await links.relations(connection, NOTICE_UID, 'buildings', [notice.id])).get(notice.id) ?? [];
  if (buildings.length === 0) return near.map(({ id }) => id);
  const homes = await rows.byIds(
    connection,
    HOUSEHOLD_UID,
    near.map(({ home }) => home)
  );
  return near.filter(({ home }) => buildings.includes(homes.get(home)?.building as number)).map(({ id }) => id);
};

const read = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  // There is nothing to say but that it was read.
  const { data, ...rest }: Record<string, unknown> = ctx.request.length === 0 ? {} : bodyOf(ctx);
  noFurther(rest);
  if (data !== undefined && (typeof data !== 'object' || data === null || Array.isArray(data)))
    throw invalid('data', 'error.bodyObject');
  noFurther((data ?? {}) as Record<string, unknown>);
  const now = kernel.clock.now();
  const notice = await visibleNotice(kernel, String(ctx.params.documentId), now);
  const residents = notice ? await addressed(kernel, actor, notice) : [];
  if (!notice || residents.length === 0) throw notFound();
  await keepReads(kernel, notice.id, residents, now);
  const readAt = await firstRead(kernel, notice.id, residents);
  return { data: { documentId: notice.documentId, readAt: readAt.toISOString() }, meta: {} };
};

/** What front-end sites may call. */
export const contentApiRoutes: ModuleRoute[] = [
  { method: 'GET', path: '/notices', handler: 'notice.find', ...NOTICE_LIST },
  { method: 'GET', path: '/notices/:documentId', handler: 'notice.findOne', ...NOTICE },
  { method: 'POST', path: '/notices/:documentId/read', handler: 'notice.read', ...READ },
];

/** Granted to everybody, signed in or not, on first start. */
export const publicly = ['notice.find', 'notice.findOne'];

/** Granted to signed-in users on first start. */
export const frontEnd = [...publicly, 'notice.read'];

/** What answers them. */
export const handlers = ({ strapi }: { strapi: Core.Strapi }) => ({
  find: openAnswer(strapi, { snapshot: 'notice', call: 'notice.find' }, find),
  findOne: openAnswer(strapi, { snapshot: 'notice', call: 'notice.findOne' }, findOne),
  read: residentHandler(strapi, read),
});
