import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Context } from 'koa';
import { z } from 'zod';
import {
  isPrivateSearch,
  VIEW_COLUMNS,
  VIEW_NAME,
  VIEW_QUERY,
  VIEWS_PER_LIST,
  type ListView,
  type ListViews,
} from '../../../../contracts';
import { COMMUNITY_UID, covers, type Actor } from '../access/actor';
import { describedBody, describedList } from '../api/describe';
import { staffHandler } from '../api/handler';
import { bodyOf, localeOf, onlyParams, textParam } from '../api/respond';
import { invalid, noRight, notFound } from '../errors';
import type { Kernel } from '../kernel';
import type { ModuleRoute } from '../module';
import { takenError } from '../storage/taken';
import { parseInput } from '../workflow/input';
import {
  changeView,
  countViews,
  deleteView,
  keepSetting,
  SETTING_UID,
  VIEW_UID,
  viewsOf,
  type SettingRow,
  type ViewRow,
} from './queries';

/** Right to show a view to the colleagues of a community. */
export const SHARE_RIGHT = 'view.share';

const list = z.string().regex(/^[a-z][a-z-]{1,40}$/);
const name = z.string().trim().min(1).max(VIEW_NAME);
const query = z.string().max(VIEW_QUERY);
const columns = z
  .array(z.string().regex(/^[A-Za-z]{1,30}$/))
  .min(1)
  .max(VIEW_COLUMNS)
  .nullable();
const community = z.string().max(64).nullable();

const NEW_VIEW = z.strictObject({
  list,
  name,
  query,
  columns: columns.optional(),
  community: community.optional(),
});
const CHANGED_VIEW = z.strictObject({
  name: name.optional(),
  query: query.optional(),
  columns: columns.optional(),
  community: community.optional(),
});
const SETTING = z.strictObject({
  list,
  columns: columns.optional(),
  opensWith: z.string().min(1).max(64).nullable().optional(),
});

/** Who is signed in: views belong to the account, since a super admin need not be staff. */
const userOf = (ctx: Context): number => Number((ctx.state.user as { id: number | string }).id);

const input = <T>(kernel: Kernel, schema: z.ZodType<T>, ctx: Context): T =>
  parseInput(schema as never, bodyOf(ctx), localeOf(ctx, kernel.settings.locale)) as T;

/** Lists are there for those who may read them. */
const mustSee = ({ lists }: Kernel, actor: Actor, wanted: string) => {
  const right = lists.get(wanted);
  if (right === undefined) throw invalid('list', 'error.unknownList');
  if (!actor.can(right)) throw noRight(right, '4');
};

/** A telephone or an identity number is kept in no view. */
const tidyQuery = (text: string): string => {
  const params = new URLSearchParams(text.replace(/^\?/, ''));
  for (const [parameter, value] of params)
    if (parameter === 'q' && isPrivateSearch(value)) throw invalid('query', 'error.viewPrivate');
  return params.toString();
};

/** The community that a view is shared with. */
const sharedWith = async (kernel: Kernel, actor: Actor, documentId: string | null): Promise<number | null> => {
  if (documentId === null) return null;
  if (!actor.can(SHARE_RIGHT)) throw noRight(SHARE_RIGHT, '4');
  const row = await kernel.rows.first(kernel.strapi.db.connection, COMMUNITY_UID, { documentId });
  if (!row || !covers(actor, row.id))
    throw invalid('community', 'error.unknownReference', { field: { word: 'field.community' } });
  return row.id;
};

const shown = async (kernel: Kernel, user: number, found: ViewRow[]): Promise<ListView[]> => {
  const communities = await kernel.rows.byIds(
    kernel.strapi.db.connection,
    COMMUNITY_UID,
    found.map((view) => view.community)
  );
  return found.map((view) => {
    const where = communities.get(view.community as number);
    return {
      documentId: view.documentId,
      list: view.list,
      name: view.name,
      query: view.query ?? '',
      columns: view.shown,
      mine: view.ownerUser === user,
      owner: view.ownerName,
      community: where ? { documentId: where.documentId, name: where.name as string } : null,
    };
  });
};

/** `GET /views?list=`. */
const find = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: ListViews }> => {
  onlyParams(ctx, ['list']);
  const wanted = textParam(ctx, 'list', 50) ?? '';
  mustSee(kernel, actor, wanted);
  const user = userOf(ctx);
  const { connection } = kernel.strapi.db;
  const views = await viewsOf(kernel, actor, user, wanted);
  const setting = (await kernel.rows.first(connection, SETTING_UID, {
    ownerUser: user,
    list: wanted,
  })) as SettingRow | null;
  return {
    data: {
      views: await shown(kernel, user, views),
      columns: setting?.shown ?? null,
      opensWith: setting?.opensWith ?? null,
      mayShare: actor.can(SHARE_RIGHT),
    },
  };
};

/** Two views of one name, however near they come in, are one too many: said by the name. */
const naming = async <T>(kernel: Kernel, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> => {
  try {
    return await kernel.strapi.db.transaction(({ trx }) => work(trx as Knex.Transaction));
  } catch (error) {
    throw takenError(kernel.strapi, kernel.rows, VIEW_UID, error) ?? error;
  }
};

const one = async (kernel: Kernel, user: number, documentId: string): Promise<{ data: ListView }> => {
  const row = (await kernel.rows.first(kernel.strapi.db.connection, VIEW_UID, { documentId })) as ViewRow | null;
  if (!row) throw notFound();
  return { data: (await shown(kernel, user, [row]))[0] };
};

/** `POST /views`. */
const create = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: ListView }> => {
  const asked = input(kernel, NEW_VIEW, ctx);
  mustSee(kernel, actor, asked.list);
  const user = userOf(ctx);
  const values = {
    list: asked.list,
    name: asked.name,
    query: tidyQuery(asked.query),
    shown: asked.columns ?? null,
    community: await sharedWith(kernel, actor, asked.community ?? null),
    ownerUser: user,
    ownerName: actor.name,
  };
  const { documentId } = await naming(kernel, async (trx) => {
    if ((await countViews(trx, kernel, user, asked.list)) >= VIEWS_PER_LIST)
      throw invalid('name', 'error.viewsTooMany', { max: VIEWS_PER_LIST });
    return kernel.rows.insert(trx, VIEW_UID, values, kernel.clock.now());
  });
  return one(kernel, user, documentId);
};

const idOf = (ctx: Context): string => {
  const documentId = String(ctx.params.documentId);
  if (documentId.length > 64 || documentId.includes('\u0000')) throw notFound();
  return documentId;
};

/**
 * `PUT /views/:documentId`: whoever keeps it; to everybody else there is no such view to change. Whoever may share views
 * may also end that one is shared, so that nothing stays on the desks of a community because its owner has left.
 */
const update = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: ListView }> => {
  const documentId = idOf(ctx);
  const asked = input(kernel, CHANGED_VIEW, ctx);
  const user = userOf(ctx);
  const onlyEnds = asked.community === null && Object.keys(asked).length === 1;
  const sharedIn = onlyEnds && actor.can(SHARE_RIGHT) ? actor.communities : [];
  const values = {
    ...(asked.name !== undefined && { name: asked.name }),
    ...(asked.query !== undefined && { query: tidyQuery(asked.query) }),
    ...(asked.columns !== undefined && { shown: asked.columns }),
    ...(asked.community !== undefined && { community: await sharedWith(kernel, actor, asked.community) }),
    updatedAt: kernel.clock.now(),
  };
  if (!(await naming(kernel, (trx) => changeView(trx, kernel, { documentId, user, sharedIn }, values))))
    throw notFound();
  return one(kernel, user, documentId);
};

/** `DELETE /views/:documentId`. */
const drop = async (kernel: Kernel, _actor: Actor, ctx: Context) => {
  const documentId = idOf(ctx);
  const user = userOf(ctx);
  if (!(await naming(kernel, (trx) => deleteView(trx, kernel, { documentId, user })))) throw notFound();
  return { data: { documentId } };
};

/** `PUT /views/setting`: columns, and the view that the list opens with; what is left out stays. */
const set = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { list: wanted, columns: asked, opensWith } = input(kernel, SETTING, ctx);
  mustSee(kernel, actor, wanted);
  const values = { ...(asked !== undefined && { shown: asked }), ...(opensWith !== undefined && { opensWith }) };
  const at = kernel.clock.now();
  await kernel.strapi.db.transaction(({ trx }) =>
    keepSetting(trx as Knex.Transaction, kernel, { user: userOf(ctx), list: wanted }, values, at)
  );
  return { data: { columns: asked ?? null, opensWith: opensWith ?? null } };
};

/** The views that people keep of lists. */
export const viewsApi = () => {
  const route = (method: ModuleRoute['method'], path: string, handler: string, described = {}): ModuleRoute => ({
    method,
    path: `/views${path}`,
    handler: `views.${handler}`,
    ...described,
  });
  return {
    adminRoutes: [
      route('GET', '', 'find', describedList(['list'])),
      route('POST', '', 'create', describedBody(NEW_VIEW)),
      route('PUT', '/setting', 'set', describedBody(SETTING)),
      route('PUT', '/:documentId', 'update', describedBody(CHANGED_VIEW)),
      route('DELETE', '/:documentId', 'drop'),
    ],
    controllers: {
      views: ({ strapi }: { strapi: Core.Strapi }) => ({
        find: staffHandler(strapi, null, find),
        create: staffHandler(strapi, null, create),
        update: staffHandler(strapi, null, update),
        drop: staffHandler(strapi, null, drop),
        set: staffHandler(strapi, null, set),
      }),
    },
  };
};
