import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Actor } from '../../kernel/access/actor';
import { attach, serveFile } from '../../kernel/api/case-api';
import { describedData, describedFiles, describedList } from '../../kernel/api/describe';
import { accountHandler, residentHandler } from '../../kernel/api/handler';
import { iso } from '../../kernel/api/present';
import { dataOf, localeOf, onlyParams, textParam, wholeNumber } from '../../kernel/api/respond';
import { notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { ModuleRoute } from '../../kernel/module';
import type { Row } from '../../kernel/storage/rows';
import { COMMUNITY_UID } from '../staff';
import { homesOf } from './homes';
import { INPUT } from './inputs';
import { refOf } from './list';
import { ownPage, tiedTo } from './queries';
import { BINDING_UID, type BindingRow } from './row';
import { bindingWorkflow } from './workflow';

const locale = (kernel: Kernel, ctx: Context) => localeOf(ctx, kernel.settings.locale);

/** The account of the caller; the handler has seen to it that there is one. */
const accountIn = (actor: Actor) => actor.account as { id: number; documentId: string };

/**
 * A request as whoever made it sees it: what they wrote, and what became of it. Nothing in it comes from the archive.
 * @param tied resident records that the account is tied to now
 */
const shown = ({ confidential }: Kernel, binding: BindingRow, community: Row, tied: number[]) => ({
  documentId: binding.documentId,
  number: binding.number,
  state: binding.state,
  community: refOf(community),
  room: binding.room,
  kind: binding.kind,
  name: binding.name,
  telephone: confidential.mask(BINDING_UID, binding.documentId, 'telephone', binding.telephone),
  rejection: binding.rejection ?? null,
  /** Whether the account has this home now: an approved request ends with moving out. */
  active: binding.state === 'approved' && tied.includes(binding.resident as number),
  decidedAt: iso(binding.decidedAt),
  endedAt: iso(binding.endedAt),
  createdAt: iso(binding.createdAt),
});

const shownToOwner = async (kernel: Kernel, actor: Actor, found: BindingRow[]) => {
  const { connection } = kernel.strapi.db;
  const communities = await kernel.rows.byIds(
    connection,
    COMMUNITY_UID,
    found.map(({ community }) => community)
  );
  const tied = (await tiedTo(connection, accountIn(actor).id, kernel.clock.now())).map(({ resident }) => resident);
  return found.map((binding) => shown(kernel, binding, communities.get(binding.community) as Row, tied));
};

/** The caller's own request, and the caller as whoever holds it. */
const own = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ binding: BindingRow; holder: Actor }> => {
  const { documentId } = ctx.params;
  const binding = (await kernel.rows.first(kernel.strapi.db.connection, BINDING_UID, {
    documentId,
  })) as BindingRow | null;
  if (!binding || binding.user === null || binding.user !== accountIn(actor).id) throw notFound();
  return { binding, holder: { ...actor, holds: [binding.documentId] } };
};

const find = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, ['cursor', 'limit']);
  const { found, ...meta } = await ownPage(kernel, accountIn(actor).id, {
    cursor: textParam(ctx, 'cursor'),
    limit: wholeNumber(ctx, 'limit', 25, 100),
  });
  return { data: await shownToOwner(kernel, actor, found), meta };
};

const create = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  kernel.throttle.count(`binding:${ctx.request.ip}`, kernel.settings.bindingsPerHour);
  const { row } = await kernel.engine.act(bindingWorkflow, {
    action: 'request',
    input: dataOf(ctx),
    actor,
    locale: locale(kernel, ctx),
  });
  ctx.status = 201;
  const [data] = await shownToOwner(kernel, actor, [row as BindingRow]);
  return { data, meta: {} };
};

const act = (action: string) => async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { binding, holder } = await own(kernel, actor, ctx);
  const { row } = await kernel.engine.act(bindingWorkflow, {
    action,
    documentId: binding.documentId,
    input: dataOf(ctx),
    actor: holder,
    locale: locale(kernel, ctx),
  });
  const [data] = await shownToOwner(kernel, actor, [row as BindingRow]);
  return { data, meta: {} };
};

const filesOf = (kernel: Kernel, binding: BindingRow) => kernel.files.list(binding.documentId, 'resident');

const findOne = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  const { binding } = await own(kernel, actor, ctx);
  const [data] = await shownToOwner(kernel, actor, [binding]);
  return { data: { ...data, files: await filesOf(kernel, binding) }, meta: {} };
};

const addFiles = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { binding, holder } = await own(kernel, actor, ctx);
  await attach(kernel, bindingWorkflow, binding, holder, ctx, locale(kernel, ctx));
  return { data: await filesOf(kernel, binding), meta: {} };
};

const findFile = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { binding, holder } = await own(kernel, actor, ctx);
  await serveFile(kernel, binding, holder, ctx, 'resident');
};

/** The communities that a request can name. */
const findCommunities = async ({ rows, strapi }: Kernel, _actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  return { data: (await rows.find(strapi.db.connection, COMMUNITY_UID, {})).map(refOf), meta: {} };
};

const route = (method: ModuleRoute['method'], path: string, handler: string, more?: object): ModuleRoute => ({
  method,
  path,
  handler,
  ...(more ?? describedData(path)),
});

/** What front-end sites may call for whoever is signed in. */
export const contentApiRoutes: ModuleRoute[] = [
  route('GET', '/me', 'myHome.find'),
  route('GET', '/me/communities', 'myBinding.findCommunities'),
  route('GET', '/me/binding', 'myBinding.find', describedList(['cursor', 'limit'])),
  route('POST', '/me/binding', 'myBinding.create', describedData('', INPUT.request)),
  route('GET', '/me/binding/:documentId', 'myBinding.findOne'),
  route('POST', '/me/binding/:documentId/files', 'myBinding.addFiles', describedFiles('/:documentId')),
  route('GET', '/me/binding/:documentId/files/:file', 'myBinding.findFile'),
  route('POST', '/me/binding/:documentId/cancel', 'myBinding.cancel', describedData('/:documentId', INPUT.cancel)),
  route('POST', '/me/binding/:documentId/unbind', 'myBinding.unbind', describedData('/:documentId', INPUT.unbind)),
];

/** Granted to signed-in users on first start. */
export const frontEnd = [
  'myHome.find',
  ...['findCommunities', 'find', 'create', 'findOne', 'addFiles', 'findFile', 'cancel', 'unbind'].map(
    (name) => `myBinding.${name}`
  ),
];

export const controllers = {
  myHome: ({ strapi }: { strapi: Core.Strapi }) => ({
    find: residentHandler(strapi, async (kernel, actor, ctx) => {
      onlyParams(ctx, []);
      return { data: { homes: await homesOf(kernel, actor) }, meta: {} };
    }),
  }),
  myBinding: ({ strapi }: { strapi: Core.Strapi }) => ({
    findCommunities: accountHandler(strapi, findCommunities),
    find: accountHandler(strapi, find),
    create: accountHandler(strapi, create),
    findOne: accountHandler(strapi, findOne),
    addFiles: accountHandler(strapi, addFiles),
    findFile: accountHandler(strapi, findFile),
    cancel: accountHandler(strapi, act('cancel')),
    unbind: accountHandler(strapi, act('unbind')),
  }),
};
