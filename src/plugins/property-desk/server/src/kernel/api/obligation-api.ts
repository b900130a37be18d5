import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { ObligationItem, Page } from '../../../../contracts';
import { COMMUNITY_UID, STAFF_UID, type Actor } from '../access/actor';
import { invalid } from '../errors';
import type { Kernel } from '../kernel';
import type { ModuleRoute } from '../module';
import { ARTICLE, LIST_STATES, whereArticle, whereStates, type ListState } from '../obligation/standing';
import { cappedCount, keysetPage } from '../storage/keyset';
import { staffHandler } from './handler';
import { openPeriodParam } from './period-param';
import { obligationItems, OBLIGATION_UID } from './present';
import { idParam } from './record-param';
import { choicesParam, onlyParams, textParam, wholeNumber } from './respond';

const PARAMS = ['state', 'what', 'article', 'owner', 'community', 'from', 'to', 'cursor', 'limit'];

/** Unless told otherwise, what is still owed. */
const STILL_OWED: ListState[] = ['open', 'overdue'];

const articleParam = (ctx: Context): string | undefined => {
  const article = textParam(ctx, 'article', 20);
  if (article !== undefined && !ARTICLE.test(article)) throw invalid('article', 'error.article');
  return article;
};

/** The ledger, narrowed by what the query asks for. */
const narrowed = async (kernel: Kernel, actor: Actor, ctx: Context, states: ListState[]) => {
  const { clock, rows, strapi } = kernel;
  const { connection } = strapi.db;
  const community = await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID);
  const owner = textParam(ctx, 'owner', 64);
  const what = textParam(ctx, 'what', 100);
  const article = articleParam(ctx);
  const { from, to } = openPeriodParam(clock, ctx);

  const query = connection(rows.table(OBLIGATION_UID).name).select('*');
  if (community !== undefined) query.where({ community_id: community });
  else if (actor.communities !== 'all') query.whereIn('community_id', actor.communities);
  if (from) query.where('opened_at', '>=', from);
  if (to) query.where('opened_at', '<', to);
  if (what) query.where({ what });
  if (article) whereArticle(query, article);
  if (owner) {
    const person = await rows.first(connection, STAFF_UID, { documentId: owner });
    if (!person) throw invalid('owner', 'error.unknownReference', { field: { word: 'field.owner' } });
    query.where({ owner_staff_id: person.id });
  }
  whereStates(query, states, clock.now());
  return { query, period: Boolean(from ?? to) };
};

/** What is owed comes by its due time; what was opened in a period, latest first as its index has it. */
const orderOf = (states: ListState[], period: boolean) => {
  if (states.every((state) => STILL_OWED.includes(state)))
    return [{ column: 'due_at', instant: true }, { column: 'id' }];
  const id = { column: 'id', descending: true };
  return period ? [{ column: 'opened_at', instant: true, descending: true }, id] : [id];
};

const ledger = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<Page<ObligationItem>> => {
  onlyParams(ctx, PARAMS);
  const states = (choicesParam(ctx, 'state', LIST_STATES) as ListState[] | undefined) ?? STILL_OWED;
  const { query, period } = await narrowed(kernel, actor, ctx, states);
  const count = await cappedCount(kernel.strapi.db.connection, query);
  const page = await keysetPage(query, orderOf(states, period), {
    cursor: textParam(ctx, 'cursor'),
    limit: wholeNumber(ctx, 'limit', 25, 100),
  });
  const found = page.rows.map((raw) => kernel.rows.fromColumns(OBLIGATION_UID, raw));
  return { data: await obligationItems(kernel, found), meta: { nextCursor: page.nextCursor, ...count } };
};

/** The obligation ledger as a list: whatever a figure counts, this shows. */
export const obligationApi = () => ({
  adminRoutes: [{ method: 'GET', path: '/obligations', handler: 'obligations.find' }] as ModuleRoute[],
  controllers: {
    obligations: ({ strapi }: { strapi: Core.Strapi }) => ({
      find: staffHandler(strapi, 'obligations.read', ledger),
    }),
  },
});
