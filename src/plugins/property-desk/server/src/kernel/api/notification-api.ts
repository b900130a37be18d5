import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { NOTIFICATION_MAIL, type NotificationItem, type NotificationSummary, type Page } from '../../../../contracts';
import { COMMUNITY_UID, type Actor } from '../access/actor';
import { invalid } from '../errors';
import type { Kernel } from '../kernel';
import type { ModuleRoute } from '../module';
import { DEFAULT_WISHES, NOTIFICATION_UID } from '../notification/notifications';
import { cappedCount, keysetPage } from '../storage/keyset';
import { staffHandler } from './handler';
import { caseRefs, iso, namedBy } from './present';
import { bodyOf, choicesParam, noFurther, onlyParams, textParam, wholeNumber } from './respond';

/** As many as are marked in one call. */
const MOST = 100;

/** Latest first; `unread=true` only what is not read yet. Who has no staff record is told nothing. */
const find = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<Page<NotificationItem>> => {
  onlyParams(ctx, ['unread', 'cursor', 'limit']);
  const unread = choicesParam(ctx, 'unread', ['true', 'false'])?.[0] === 'true';
  const cursor = textParam(ctx, 'cursor');
  const limit = wholeNumber(ctx, 'limit', 25, MOST);
  if (!actor.staff) return { data: [], meta: { nextCursor: null, total: 0, totalIsCapped: false } };
  const { rows, notifications } = kernel;
  const query = notifications.of(actor.staff.id, actor.communities, unread);
  const count = await cappedCount(kernel.strapi.db.connection, query);
  const page = await keysetPage(query.select('*'), [{ column: 'id', descending: true }], { cursor, limit });
  const told = page.rows.map((raw) => rows.fromColumns(NOTIFICATION_UID, raw));
  const cases = await caseRefs(kernel, told);
  const communities = await namedBy(kernel, told)(COMMUNITY_UID, 'community');
  const data = told.map((row): NotificationItem => {
    const community = communities.get(row.community as number);
    return {
      documentId: row.documentId,
      template: row.template as string,
      what: (row.what as string) ?? null,
      dueAt: iso(row.dueAt),
      urgent: row.urgent as boolean,
      at: iso(row.createdAt) as string,
      readAt: iso(row.readAt),
      community: community ? { documentId: community.documentId, name: community.name as string } : null,
      case: cases(row),
    };
  });
  return { data, meta: { nextCursor: page.nextCursor, ...count } };
};

/** What the bell shows: a count from an index, and which urgent one came last. */
const summary = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: NotificationSummary }> => {
  onlyParams(ctx, []);
  if (!actor.staff) return { data: { unread: 0, urgent: null, sound: false } };
  const { id } = actor.staff;
  const mine = () => kernel.notifications.of(id, actor.communities, true);
  const [counted] = (await mine().count({ n: '*' })) as { n: unknown }[];
  const latest = await mine().where({ urgent: true }).orderBy('id', 'desc').first('document_id');
  const wishes = await kernel.notifications.wishes(kernel.strapi.db.connection, [id]);
  return { data: { unread: Number(counted.n), urgent: latest?.document_id ?? null, sound: wishes(id).sound } };
};

const READ = z.union([
  z.strictObject({ all: z.literal(true) }),
  z.strictObject({ case: z.string().min(1).max(64) }),
  z.strictObject({ documentIds: z.array(z.string().min(1).max(64)).min(1).max(MOST) }),
]);

/** Body `{ documentIds }`, `{ case: documentId }` or `{ all: true }`; what is read already stays as it was. */
const read = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const parsed = READ.safeParse(bodyOf(ctx));
  if (!parsed.success) throw invalid('documentIds', 'error.notificationRead', { max: MOST });
  if (!actor.staff) return { data: { read: 0 } };
  const which = parsed.data;
  const chosen =
    'all' in which
      ? ('all' as const)
      : 'case' in which
        ? { caseDocumentId: clean(which.case) }
        : { documentIds: which.documentIds.map(clean) };
  return { data: { read: await kernel.notifications.read(actor.staff.id, chosen) } };
};

/** PostgreSQL takes no NUL, and nothing is named with one. */
const clean = (id: string): string => id.replaceAll('\u0000', '');

const wishes = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  if (!actor.staff) return { data: { ...DEFAULT_WISHES }, meta: { mail: null } };
  const known = await kernel.notifications.wishes(kernel.strapi.db.connection, [actor.staff.id]);
  const person = await kernel.directory().person(kernel.strapi.db.connection, actor.staff.id);
  return { data: known(actor.staff.id), meta: { mail: person?.email ?? null } };
};

/** Body `{ mail: 'all' | 'urgent' | 'none', digest: boolean, sound: boolean }`, all three. */
const wish = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { mail, digest, sound, ...rest } = bodyOf(ctx);
  noFurther(rest);
  const chosen = NOTIFICATION_MAIL.find((each) => each === mail);
  if (!chosen) throw invalid('mail', 'error.choice', { value: String(mail), allowed: NOTIFICATION_MAIL.join(', ') });
  if (typeof digest !== 'boolean') throw invalid('digest', 'error.yesNo');
  if (typeof sound !== 'boolean') throw invalid('sound', 'error.yesNo');
  if (!actor.staff) throw invalid('staff', 'error.notificationStaff');
  await kernel.notifications.wish(actor.staff.id, { mail: chosen, digest, sound });
  return wishes(kernel, actor, ctx);
};

/** The bell: what concerns the caller, and how they want to be told. */
export const notificationApi = () => ({
  adminRoutes: [
    { method: 'GET', path: '/notifications', handler: 'notification.find' },
    { method: 'GET', path: '/notifications/summary', handler: 'notification.summary' },
    { method: 'POST', path: '/notifications/read', handler: 'notification.read' },
    { method: 'GET', path: '/notifications/wishes', handler: 'notification.wishes' },
    { method: 'PUT', path: '/notifications/wishes', handler: 'notification.wish' },
  ] as ModuleRoute[],
  controllers: {
    notification: ({ strapi }: { strapi: Core.Strapi }) => ({
      find: staffHandler(strapi, 'desk.read', find),
      summary: staffHandler(strapi, 'desk.read', summary),
      read: staffHandler(strapi, 'desk.read', read),
      wishes: staffHandler(strapi, 'desk.read', wishes),
      wish: staffHandler(strapi, 'desk.read', wish),
    }),
  },
});
