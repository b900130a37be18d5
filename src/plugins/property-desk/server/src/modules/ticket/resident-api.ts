import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { TICKET_STATES } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { describedData, describedFiles, describedList } from '../../kernel/api/describe';
import { openHandler, residentHandler, tokenHandler } from '../../kernel/api/handler';
import { attach, serveFile } from '../../kernel/api/case-api';
import { iso } from '../../kernel/api/present';
import { choicesParam, dataOf, localeOf, onlyParams, textParam, wholeNumber } from '../../kernel/api/respond';
import { invalid, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { ModuleRoute } from '../../kernel/module';
import { sees } from '../../kernel/workflow/engine';
import { homeOf } from '../household';
import { INPUT } from './inputs';
import { activeCategories, ticketPage } from './queries';
import { TICKET_UID, type TicketRow } from './row';
import { ticketWorkflow } from './workflow';

/** What a resident sees of a ticket: its course and their own words; no internal notes, no staff telephones. */
const shown = (kernel: Kernel, ticket: TicketRow) => ({
  documentId: ticket.documentId,
  number: ticket.number,
  state: ticket.state,
  place: ticket.place,
  category: ticket.categoryName,
  description: ticket.description,
  reporterName: ticket.reporterName,
  contactTelephone:
    ticket.contactTelephone &&
    kernel.confidential.mask(TICKET_UID, ticket.documentId, 'contactTelephone', ticket.contactTelephone),
  wishedFor: iso(ticket.wishedFor),
  promisedAt: iso(ticket.promisedAt),
  startedAt: iso(ticket.startedAt),
  completedAt: iso(ticket.completedAt),
  workDone: ticket.workDone ?? null,
  cost: ticket.cost ?? null,
  rating: ticket.residentOutcome
    ? {
        outcome: ticket.residentOutcome,
        quality: ticket.residentRatingQuality,
        attitude: ticket.residentRatingAttitude,
        overall: ticket.residentRatingOverall,
        words: ticket.residentWords,
      }
    : null,
  createdAt: iso(ticket.createdAt),
});

const own = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<TicketRow> => {
  const row = (await kernel.rows.first(kernel.strapi.db.connection, TICKET_UID, {
    documentId: ctx.params.documentId,
  })) as TicketRow | null;
  if (!row || !sees(ticketWorkflow, row, actor)) throw notFound();
  return row;
};

const find = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, ['state', 'cursor', 'limit']);
  const states = choicesParam(ctx, 'state', TICKET_STATES) ?? [...TICKET_STATES];
  const households = (actor.residents ?? []).map(({ home }) => home);
  const { ids, nextCursor, total, totalIsCapped } = await ticketPage(
    kernel,
    { households, states },
    { cursor: textParam(ctx, 'cursor'), limit: wholeNumber(ctx, 'limit', 25, 100) }
  );
  const byId = await kernel.rows.byIds(kernel.strapi.db.connection, TICKET_UID, ids);
  return {
    data: ids.map((id) => shown(kernel, byId.get(id) as TicketRow)),
    meta: { nextCursor, total, totalIsCapped },
  };
};

const create = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const data = dataOf(ctx);
  if (Object.hasOwn(data, 'community')) throw invalid('community', 'error.unknownField');
  const { homeDocument, communityDocument } = homeOf(actor, data.household);
  const { household: _named, ...rest } = data;
  const input = { ...rest, community: communityDocument, household: homeDocument };
  const done = await kernel.engine.act(ticketWorkflow, {
    action: 'submit',
    input,
    actor,
    locale: localeOf(ctx, kernel.settings.locale),
  });
  ctx.status = 201;
  return { data: shown(kernel, done.row as TicketRow), meta: {} };
};

const act = (action: string) => async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const documentId = (await own(kernel, actor, ctx)).documentId;
  const done = await kernel.engine.act(ticketWorkflow, {
    action,
    documentId,
    input: dataOf(ctx),
    actor,
    locale: localeOf(ctx, kernel.settings.locale),
  });
  return { data: shown(kernel, done.row as TicketRow), meta: {} };
};

const addPhotos = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const ticket = await own(kernel, actor, ctx);
  await attach(kernel, ticketWorkflow, ticket, actor, ctx, localeOf(ctx, kernel.settings.locale));
  return { data: await kernel.files.list(ticket.documentId), meta: {} };
};

const openFromIntegration = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const done = await kernel.engine.act(ticketWorkflow, {
    action: 'submit',
    input: dataOf(ctx),
    actor,
    locale: localeOf(ctx, kernel.settings.locale),
  });
  ctx.status = 201;
  const { documentId, number, state } = done.row;
  return { data: { documentId, number, state }, meta: {} };
};

const route = (method: ModuleRoute['method'], path: string, handler: string, more?: object): ModuleRoute => ({
  method,
  path,
  handler,
  ...(more ?? describedData(path)),
});

// The household says the community; where a resident has several homes they name one.
const ENTERED = INPUT.submit.omit({ community: true });

/** What front-end sites and integrations may call. */
export const contentApiRoutes: ModuleRoute[] = [
  route('GET', '/ticket-categories', 'residentTicket.findCategories'),
  route('GET', '/tickets', 'residentTicket.find', describedList(['state', 'cursor', 'limit'])),
  route('POST', '/tickets', 'residentTicket.create', describedData('', ENTERED)),
  route('GET', '/tickets/:documentId', 'residentTicket.findOne'),
  route('POST', '/tickets/:documentId/photos', 'residentTicket.addPhotos', describedFiles('/:documentId')),
  route('GET', '/tickets/:documentId/photos/:file', 'residentTicket.findPhoto'),
  route('POST', '/tickets/:documentId/rate', 'residentTicket.rate', describedData('/:documentId', INPUT.rate)),
  route('POST', '/tickets/:documentId/cancel', 'residentTicket.cancel', describedData('/:documentId', INPUT.cancel)),
  route('POST', '/integrations/tickets', 'ticketIntegration.create', describedData('', INPUT.submit)),
];

/** Granted to signed-in users on first start. */
export const frontEnd = ['findCategories', 'find', 'findOne', 'create', 'addPhotos', 'findPhoto', 'rate', 'cancel'].map(
  (name) => `residentTicket.${name}`
);

export const controllers = {
  residentTicket: ({ strapi }: { strapi: Core.Strapi }) => ({
    findCategories: openHandler(strapi, async (kernel, ctx) => {
      onlyParams(ctx, []);
      return { data: await activeCategories(kernel), meta: {} };
    }),
    find: residentHandler(strapi, find),
    findOne: residentHandler(strapi, async (kernel, actor, ctx) => {
      const ticket = await own(kernel, actor, ctx);
      const photos = await kernel.files.list(ticket.documentId);
      return { data: { ...shown(kernel, ticket), photos }, meta: {} };
    }),
    create: residentHandler(strapi, create),
    addPhotos: residentHandler(strapi, addPhotos),
    findPhoto: residentHandler(strapi, async (kernel, actor, ctx) =>
      serveFile(kernel, await own(kernel, actor, ctx), actor, ctx)
    ),
    rate: residentHandler(strapi, act('rate')),
    cancel: residentHandler(strapi, act('cancel')),
  }),
  ticketIntegration: ({ strapi }: { strapi: Core.Strapi }) => ({ create: tokenHandler(strapi, openFromIntegration) }),
};
