import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import type { PublicPolicy } from '../../../../contracts';
import { onlyParams, textParam } from '../../kernel/api/respond';
import { invalid, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { ModuleRoute } from '../../kernel/module';
import { openAnswer } from '../../kernel/snapshot/open-answer';
import type { Made } from '../../kernel/snapshot/snapshots';
import { COMMUNITY_UID } from '../staff';
import { POLICY_ARTICLE_UID, POLICY_UID, type ArticleRow, type PolicyRow } from './row';

/** Articles by chapter, both in their order. */
const chapters = (articles: ArticleRow[]): PublicPolicy['chapters'] => {
  const byNumber = new Map<number, PublicPolicy['chapters'][number]>();
  for (const { chapter, chapterTitle, number, title, body } of [...articles].sort((a, b) => a.number - b.number)) {
    const under = byNumber.get(chapter) ?? { number: chapter, title: chapterTitle, articles: [] };
    under.articles.push({ number, title: title ?? null, body });
    byNumber.set(chapter, under);
  }
  return [...byNumber.values()].sort((one, other) => one.number - other.number);
};

const find = async ({ rows, strapi }: Kernel, ctx: Context): Promise<Made> => {
  onlyParams(ctx, ['community']);
  const { connection } = strapi.db;
  const documentId = textParam(ctx, 'community', 64);
  if (!documentId) throw invalid('community', 'error.nameCommunity');
  const community = await rows.first(connection, COMMUNITY_UID, { documentId });
  const found = community
    ? ((await rows.find(connection, POLICY_UID, { community: community.id, state: 'effective' })) as PolicyRow[])
    : [];
  const policy = found.find((each) => each.public);
  if (!community || !policy) throw notFound('error.noPublicPolicy');
  const articles = (await rows.find(connection, POLICY_ARTICLE_UID, { policy: policy.id })) as ArticleRow[];
  const data: PublicPolicy = {
    documentId: policy.documentId,
    number: policy.number,
    title: policy.title,
    companyName: policy.companyName,
    community: { documentId: community.documentId, name: community.name as string },
    effectiveAt: policy.effectiveAt?.toISOString() ?? '',
    chapters: chapters(articles),
  };
  return { answer: { data, meta: {} } };
};

const block = z.object({ type: z.string() }).loose();
const article = z.object({ number: z.int(), title: z.string().nullable(), body: z.array(block) });

/** What front-end sites may call. */
export const contentApiRoutes: ModuleRoute[] = [
  {
    method: 'GET',
    path: '/policy',
    handler: 'policy.find',
    request: { query: { community: z.string() } },
    response: z.object({
      data: z.object({
        documentId: z.string(),
        number: z.string(),
        title: z.string(),
        companyName: z.string(),
        community: z.object({ documentId: z.string(), name: z.string() }),
        effectiveAt: z.string().meta({ format: 'date-time' }),
        chapters: z.array(z.object({ number: z.int(), title: z.string(), articles: z.array(article) })),
      }),
      meta: z.object({}),
    }),
  },
];

/** Granted to everybody, signed in or not, on first start. */
export const publicly = ['policy.find'];

/** Granted to signed-in users on first start. */
export const frontEnd = publicly;

/** What answers them. */
export const handlers = ({ strapi }: { strapi: Core.Strapi }) => ({
  find: openAnswer(strapi, { snapshot: 'policy', call: 'policy.find' }, find),
});
