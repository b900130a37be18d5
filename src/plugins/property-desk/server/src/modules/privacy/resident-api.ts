import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { OwnDataRequest } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { describedData, describedList } from '../../kernel/api/describe';
import { residentHandler } from '../../kernel/api/handler';
import { iso } from '../../kernel/api/present';
import { dataOf, localeOf, onlyParams, textParam, wholeNumber } from '../../kernel/api/respond';
import { forbidden } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { ModuleRoute } from '../../kernel/module';
import { parseInput } from '../../kernel/workflow/input';
import { homeOf } from '../household';
import { requestFor } from './copy';
import { handOut } from './desk-api';
import { INPUT } from './inputs';
import { requestsOf } from './queries';
import type { DataRequestRow } from './row';
import { dataRequestWorkflow } from './workflow';

/** A resident asks for themselves, from their own account: who they are is known, and where they live. */
const OWN = INPUT.lodge
  .omit({ community: true, resident: true, requestWay: true, identityCheck: true, identityNote: true })
  .extend({ household: INPUT.lodge.shape.community.optional() });

const shown = (request: DataRequestRow): OwnDataRequest => ({
  documentId: request.documentId,
  number: request.number,
  state: request.state,
  kind: request.kind,
  details: request.details,
  dueAt: iso(request.dueAt),
  ground: request.ground,
  told: request.told,
  createdAt: iso(request.createdAt) as string,
  endedAt: iso(request.endedAt),
});

const create = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const data = dataOf(ctx);
  const locale = localeOf(ctx, kernel.settings.locale);
  const { household, ...asked } = parseInput(OWN, data, locale) as Record<string, unknown>;
  const { documentId, communityDocument } = homeOf(actor, household);
  const input = { ...asked, community: communityDocument, resident: documentId, requestWay: 'account' };
  const { row } = await kernel.engine.act(dataRequestWorkflow, { action: 'lodge', input, actor, locale });
  ctx.status = 201;
  return { data: shown(row as DataRequestRow), meta: {} };
};

const find = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, ['cursor', 'limit']);
  const { found, ...meta } = await requestsOf(
    kernel,
    (actor.residents ?? []).map(({ id }) => id),
    { cursor: textParam(ctx, 'cursor'), limit: wholeNumber(ctx, 'limit', 25, 100) }
  );
  return { data: found.map(shown), meta };
};

const withdraw = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { documentId } = await requestFor(kernel, actor, ctx.params.documentId as string);
  const locale = localeOf(ctx, kernel.settings.locale);
  const { row } = await kernel.engine.act(dataRequestWorkflow, {
    action: 'withdraw',
    documentId,
    input: dataOf(ctx),
    actor,
    locale,
  });
  return { data: shown(row as DataRequestRow), meta: {} };
};

/** A copy is theirs to fetch once the office has answered. */
const answeredFor: typeof requestFor = async (kernel, actor, documentId) => {
  const request = await requestFor(kernel, actor, documentId);
  if (request.state !== 'done') throw forbidden('error.noCopy');
  return request;
};

const route = (method: ModuleRoute['method'], path: string, handler: string, more?: object): ModuleRoute => ({
  method,
  path: `/me/data-requests${path}`,
  handler: `ownDataRequest.${handler}`,
  ...(more ?? describedData(path)),
});

/** What front-end sites may call. */
export const contentApiRoutes: ModuleRoute[] = [
  route('GET', '', 'find', describedList(['cursor', 'limit'])),
  route('POST', '', 'create', describedData('', OWN)),
  route('GET', '/:documentId', 'findOne'),
  route('GET', '/:documentId/copy', 'copy'),
  route('GET', '/:documentId/copy/json', 'copyAsData'),
  route('POST', '/:documentId/withdraw', 'withdraw', describedData('/:documentId', INPUT.withdraw)),
];

/** Granted to signed-in users on first start. */
export const frontEnd = ['find', 'create', 'findOne', 'copy', 'copyAsData', 'withdraw'].map(
  (name) => `ownDataRequest.${name}`
);

export const controllers = {
  ownDataRequest: ({ strapi }: { strapi: Core.Strapi }) => ({
    find: residentHandler(strapi, find),
    create: residentHandler(strapi, create),
    findOne: residentHandler(strapi, async (kernel, actor, ctx) => {
      onlyParams(ctx, []);
      return { data: shown(await requestFor(kernel, actor, ctx.params.documentId as string)), meta: {} };
    }),
    copy: residentHandler(strapi, handOut('docx', answeredFor)),
    copyAsData: residentHandler(strapi, handOut('json', answeredFor)),
    withdraw: residentHandler(strapi, withdraw),
  }),
};
