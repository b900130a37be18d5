import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Context } from 'koa';
import { covers, type Actor } from '../../kernel/access/actor';
import { describedData, describedFiles, describedList } from '../../kernel/api/describe';
import { staffHandler } from '../../kernel/api/handler';
import { idParam } from '../../kernel/api/record-param';
import { attachment, localeOf, onlyParams } from '../../kernel/api/respond';
import { filesOf } from '../../kernel/api/upload';
import { invalid, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { ModuleRoute } from '../../kernel/module';
import { dayOnPaper, DOCX_TYPE, renderDocument, TEMPLATE_SIZE } from '../../kernel/print';
import { COMMUNITY_UID } from '../staff';
import { dropLetterhead, letterheads, type LetterheadLine } from './queries';
import { previewOf, sampleTemplate } from './sample';
import { keepLetterhead, letterheadOf } from './store';

const shown = async (kernel: Kernel, found: LetterheadLine[]) => {
  const communities = await kernel.rows.byIds(
    kernel.strapi.db.connection,
    COMMUNITY_UID,
    found.map(({ community }) => community)
  );
  return found.map(({ documentId, community, name, size, places, at, by }) => ({
    documentId,
    community: {
      documentId: communities.get(community)?.documentId,
      name: communities.get(community)?.name,
    },
    name,
    size,
    places,
    at: at.toISOString(),
    by,
  }));
};

/** A letterhead of one of the actor's communities. */
const one = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<LetterheadLine> => {
  onlyParams(ctx, []);
  const documentId = String(ctx.params.documentId);
  if (documentId.includes('\u0000')) throw notFound();
  const [row] = await letterheads(kernel, actor.communities, documentId);
  if (!row || !covers(actor, row.community)) throw notFound();
  return row;
};

const list = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  return { data: await shown(kernel, await letterheads(kernel, actor.communities)) };
};

/** `POST /letterheads?community=`, one Word file in the field `files`. */
const keep = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const files = await filesOf(ctx, { count: 1, size: TEMPLATE_SIZE });
  onlyParams(ctx, ['community']);
  const community = await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID);
  if (community === undefined) throw invalid('community', 'error.parameter');
  const documentId = await keepLetterhead(kernel, actor, community, files[0]);
  const found = await letterheads(kernel, [community], documentId);
  return { data: (await shown(kernel, found))[0] };
};

const remove = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { community, documentId } = await one(kernel, actor, ctx);
  await kernel.strapi.db.transaction(({ trx }) => dropLetterhead(trx as Knex, kernel, community));
  return { data: { documentId } };
};

const file = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { community, name } = await one(kernel, actor, ctx);
  const content = await letterheadOf(kernel, community);
  if (!content) throw notFound();
  attachment(ctx, name, DOCX_TYPE, content);
};

const preview = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { community } = await one(kernel, actor, ctx);
  const content = await letterheadOf(kernel, community);
  const row = await kernel.rows.first(kernel.strapi.db.connection, COMMUNITY_UID, { id: community });
  if (!content || !row) throw notFound();
  const locale = localeOf(ctx, kernel.settings.locale);
  const day = dayOnPaper(kernel.clock.format(kernel.clock.now()), locale);
  const spec = previewOf(content, row, day, locale);
  attachment(ctx, `${spec.title}.docx`, DOCX_TYPE, await renderDocument(spec));
};

const sample = async (kernel: Kernel, _actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  const spec = sampleTemplate(localeOf(ctx, kernel.settings.locale));
  attachment(ctx, `${spec.title}.docx`, DOCX_TYPE, await renderDocument(spec));
};

/** Letterheads: seen by whoever writes notices, changed by whoever answers for them. */
export const adminRoutes: ModuleRoute[] = [
  { method: 'GET', path: '/letterheads', handler: 'letterhead.list', ...describedList([]) },
  { method: 'POST', path: '/letterheads', handler: 'letterhead.keep', ...describedFiles('') },
  { method: 'GET', path: '/letterheads/sample', handler: 'letterhead.sample' },
  {
    method: 'GET',
    path: '/letterheads/:documentId/file',
    handler: 'letterhead.file',
    ...describedData('/:documentId/file'),
  },
  {
    method: 'GET',
    path: '/letterheads/:documentId/preview',
    handler: 'letterhead.preview',
    ...describedData('/:documentId/preview'),
  },
  {
    method: 'DELETE',
    path: '/letterheads/:documentId',
    handler: 'letterhead.remove',
    ...describedData('/:documentId'),
  },
];

/** What answers the panel. */
export const controllers = {
  letterhead: ({ strapi }: { strapi: Core.Strapi }) => ({
    list: staffHandler(strapi, 'letterhead.read', list),
    keep: staffHandler(strapi, 'letterhead.write', keep),
    remove: staffHandler(strapi, 'letterhead.write', remove),
    file: staffHandler(strapi, 'letterhead.read', file),
    preview: staffHandler(strapi, 'letterhead.read', preview),
    sample: staffHandler(strapi, 'letterhead.read', sample),
  }),
};
