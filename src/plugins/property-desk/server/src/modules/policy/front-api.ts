import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { onlyParams, textParam } from '../../kernel/api/respond';
import { invalid, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { ModuleRoute } from '../../kernel/module';
import { openAnswer } from '../../kernel/snapshot/open-answer';
import type { Made } from '../../kernel/snapshot/snapshots';
import { COMMUNITY_UID } from '../staff';
import { effectivePolicy } from './text';

const find = async (kernel: Kernel, ctx: Context): Promise<Made> => {
  onlyParams(ctx, ['community']);
  const documentId = textParam(ctx, 'community', 64);
  if (!documentId) throw invalid('community', 'error.nameCommunity');
  const community = await kernel.rows.first(kernel.strapi.db.connection, COMMUNITY_UID, { documentId });
  const data = community && (await effectivePolicy(kernel, community.id));
  if (!data) throw notFound('error.noPublicPolicy');
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
