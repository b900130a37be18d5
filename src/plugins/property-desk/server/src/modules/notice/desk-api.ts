import type { Context } from 'koa';
import { say } from '../../../../contracts';
import type {
  NoticeDetail,
  NoticeFinding,
  NoticePosting,
  NoticeReach,
  NoticeTemplate,
  NoticeToPost,
  Ref,
} from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { actionResult } from '../../kernel/api/case-api';
import { iso, namedBy } from '../../kernel/api/present';
import { bodyOf, localeOf, onlyParams } from '../../kernel/api/respond';
import { filesOf } from '../../kernel/api/upload';
import { invalid, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { holdsRight, sees } from '../../kernel/workflow/engine';
import { parseInput } from '../../kernel/workflow/input';
import { BUILDING_UID, COMMUNITY_UID, STAFF_UID } from '../staff';
import { explained, findUnlawful, textsOf } from './checks';
import { linkedTo } from './content';
import { CHECKED } from './inputs';
import { postedOf, refOf } from './list';
import { audienceCounts, correctionsOf, messageCounts, noticesToPost, postingsOf, readCounts } from './queries';
import { NOTICE_UID, type NoticeRow } from './row';
import { templatesInUse } from './own-templates';
import { noticeWorkflow } from './workflow';

/** So many notices are shown of what is to be posted; whoever has more hangs up the first ones first. */
const MOST_TO_POST = 200;

const noticeOf = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<NoticeRow> => {
  onlyParams(ctx, []);
  const { documentId } = ctx.params as { documentId: string };
  const row = (await kernel.rows.first(kernel.strapi.db.connection, NOTICE_UID, { documentId })) as NoticeRow | null;
  if (!row || !sees(noticeWorkflow, row, actor)) throw notFound();
  return row;
};

const readIn = (kernel: Kernel) => ({ rows: kernel.rows, links: kernel.links, trx: kernel.strapi.db.connection });

const media = ({ documentId, name, url, mime, size }: Row) => ({
  documentId,
  name: String(name ?? ''),
  url: String(url ?? ''),
  mime: String(mime ?? ''),
  // Strapi keeps kilobytes.
  size: Math.round(Number(size ?? 0) * 1000),
});

/** `GET /notices/:documentId/content`. */
export const content = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: NoticeDetail }> => {
  const row = await noticeOf(kernel, actor, ctx);
  const { rows, strapi } = kernel;
  const { connection } = strapi.db;
  const linked = (await linkedTo(readIn(kernel), [row.id])).get(row.id);
  const named = async (uid: string, id: unknown) =>
    refOf(id ? await rows.first(connection, uid, { id: id as number }) : null);
  const correction = (await correctionsOf(connection, [row.id])).get(row.id);
  return {
    data: {
      documentId: row.documentId,
      number: row.number,
      state: row.state,
      revision: row.revision,
      title: row.title,
      kind: row.kind,
      body: row.body ?? [],
      buildings: (linked?.buildings ?? []).map((each) => refOf(each) as Ref),
      channels: row.channels ?? [],
      issuer: row.issuer ?? '',
      publishAt: iso(row.publishAt),
      expiresAt: iso(row.expiresAt),
      pinned: Boolean(row.pinned),
      attachments: (linked?.attachments ?? []).map(media),
      community: (await named(COMMUNITY_UID, row.community)) as Ref,
      author: await named(STAFF_UID, row.author),
      approver: await named(STAFF_UID, row.approver),
      issuedAt: iso(row.issuedAt),
      withdrawnAt: iso(row.withdrawnAt),
      withdrawReason: row.withdrawReason,
      supersedes: await named(NOTICE_UID, row.supersedes),
      supersededBy: correction
        ? { documentId: correction.document_id as string, name: String(correction.number ?? correction.title) }
        : null,
      editable: row.state === 'draft' && holdsRight(noticeWorkflow, 'edit', actor),
    },
  };
};

/** `POST /notices/check`: what may not go out, while it is being written. */
export const check = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: NoticeFinding[] }> => {
  onlyParams(ctx, []);
  const locale = localeOf(ctx, kernel.settings.locale);
  const { title, body } = parseInput(CHECKED, bodyOf(ctx), locale);
  const found = await findUnlawful(readIn(kernel) as never, actor.communities, textsOf(title, body));
  return { data: found.map((each) => explained(each, locale)) };
};

/** `GET /notices/templates`. */
export const templates = async (kernel: Kernel, _actor: Actor, ctx: Context): Promise<{ data: NoticeTemplate[] }> => {
  onlyParams(ctx, []);
  return { data: await templatesInUse(kernel, localeOf(ctx, kernel.settings.locale)) };
};

/** `GET /notices/to-post`. */
export const toPost = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: NoticeToPost[] }> => {
  onlyParams(ctx, []);
  const { rows, strapi, clock } = kernel;
  const { connection } = strapi.db;
  const found = await noticesToPost(kernel, actor.communities, MOST_TO_POST);
  const postings = await postingsOf(
    kernel,
    connection,
    found.map(({ row }) => row.id)
  );
  const buildings = await rows.byIds(
    connection,
    BUILDING_UID,
    postings.map(({ building }) => building)
  );
  const communities = await rows.byIds(
    connection,
    COMMUNITY_UID,
    found.map(({ row }) => row.community)
  );
  return {
    data: found.map(({ row, dueAt }) => {
      const { documentId, number, title, kind, revision } = row;
      const missing = postings.filter(({ notice, postedAt }) => notice === row.id && !postedAt);
      return {
        notice: { documentId, number, title, kind, revision },
        community: refOf(communities.get(row.community)) as Ref,
        dueAt: iso(dueAt),
        overdue: dueAt !== null && dueAt < clock.now(),
        missing: missing.map(({ building }) => refOf(buildings.get(building as number))).filter((one) => one !== null),
        ...(postedOf(row) ?? { done: 0, total: 0 }),
      };
    }),
  };
};

/** `GET /notices/:documentId/postings`. */
export const postings = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: NoticePosting[] }> => {
  const row = await noticeOf(kernel, actor, ctx);
  const { strapi, files } = kernel;
  const { connection } = strapi.db;
  const found = await postingsOf(kernel, connection, [row.id]);
  const named = namedBy(kernel, found);
  const buildings = await named(BUILDING_UID, 'building');
  const people = await named(STAFF_UID, 'by');
  const photos = await files.list(row.documentId);
  return {
    data: found.map((each) => ({
      documentId: each.documentId,
      building: refOf(buildings.get(each.building as number)) ?? { documentId: '', name: '' },
      postedAt: iso(each.postedAt),
      by: (people.get(each.by as number)?.name as string | undefined) ?? null,
      photos: photos.filter(({ documentId }) => ((each.photos as string[] | null) ?? []).includes(documentId)),
    })),
  };
};

/** `GET /notices/:documentId/reach`: whom it is meant for, who has read it, and what became of its messages. */
export const reach = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: NoticeReach }> => {
  const row = await noticeOf(kernel, actor, ctx);
  const { connection } = kernel.strapi.db;
  const { buildings } = (await linkedTo(readIn(kernel), [row.id])).get(row.id) ?? { buildings: [] };
  const sending = (row.channels ?? []).filter((channel) => channel !== 'portal' && channel !== 'board');
  const messages = await messageCounts(connection, row.documentId, sending);
  const read = await readCounts(connection, row.id);
  const locale = localeOf(ctx, kernel.settings.locale);
  return {
    data: {
      audience: await audienceCounts(
        connection,
        row.community,
        buildings.map(({ id }) => id)
      ),
      read: { households: read.households, residents: read.residents, lastAt: iso(read.lastAt) },
      channels: sending.map((channel) => {
        const own = messages.filter((each) => each.channel === channel);
        const of = (...states: string[]) =>
          own.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
        return {
          channel,
          sent: of('sent'),
          pending: of('pending', 'sending'),
          failed: of('dead'),
          reasons: own
            .filter(({ state }) => state === 'dead')
            .map(({ reason, count }) => ({ reason: say(locale, `outbox.reason.${reason}`), count }))
            .sort((one, other) => other.count - one.count)
            .slice(0, 10),
        };
      }),
      postings: postedOf(row),
    },
  };
};

/** `POST /notices/:documentId/postings`: a board where it hangs from now on, with its photos. */
export const post = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const row = await noticeOf(kernel, actor, ctx);
  const request = ctx.request as unknown as { body?: Record<string, unknown>; files?: object };
  const { revision, ...input } = { ...(ctx.is('multipart') ? (request.body ?? {}) : bodyOf(ctx)) };
  const seen = revision === undefined || revision === '' ? undefined : Number(revision);
  if (seen !== undefined && !(Number.isInteger(seen) && seen > 0 && seen <= 2_147_483_647))
    throw invalid('revision', 'error.revision');
  // What is left besides the files are fields of the action, and it parses them.
  if (ctx.is('multipart')) request.body = {};
  const sent = Object.keys(request.files ?? {}).length > 0;
  const stored = sent ? await kernel.files.store(row.documentId, await filesOf(ctx, kernel.files.limits)) : [];
  try {
    const done = await kernel.engine.act(noticeWorkflow, {
      action: 'record-posting',
      documentId: row.documentId,
      input,
      revision: seen,
      actor,
      locale: localeOf(ctx, kernel.settings.locale),
      ...(sent ? { files: stored } : {}),
    });
    return await actionResult(kernel, noticeWorkflow, done);
  } catch (error) {
    await kernel.files.discard(stored);
    throw error;
  }
};
