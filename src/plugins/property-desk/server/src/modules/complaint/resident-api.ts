import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { COMPLAINT_KINDS, COMPLAINT_STATES, type AnonymousLodged } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { attach, serveFile } from '../../kernel/api/case-api';
import { describedData, describedFiles, describedList } from '../../kernel/api/describe';
import { openHandler, residentHandler, tokenHandler } from '../../kernel/api/handler';
import { choicesParam, dataOf, localeOf, onlyParams, textParam, wholeNumber } from '../../kernel/api/respond';
import { invalid, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { ModuleRoute } from '../../kernel/module';
import { sees } from '../../kernel/workflow/engine';
import { field, parseInput } from '../../kernel/workflow/input';
import { homeOf } from '../household';
import { COMMUNITY_UID } from '../staff';
import { INPUT } from './inputs';
import { activeComplaintCategories, complaintPage } from './queries';
import { COMPLAINT_UID, type ComplaintRow } from './row';
import { shownToComplainant, toldOf } from './shown';
import { countStranger, followed, stranger } from './stranger';
import { complaintWorkflow } from './workflow';

const locale = (kernel: Kernel, ctx: Context) => localeOf(ctx, kernel.settings.locale);

// Where it came from is the API's to say, and whom among the staff a praise is for, the office's.
const FOREIGN = { source: true, praised: true } as const;
/** A signed-in resident's own: the household says the community. */
const OWN = INPUT.lodge.omit({ ...FOREIGN, community: true, anonymous: true });
/** Without an account, and with nothing that names anybody. */
const ANONYMOUS = INPUT.lodge.omit({
  ...FOREIGN,
  anonymous: true,
  household: true,
  reporterName: true,
  contactTelephone: true,
  contactMail: true,
  contactWay: true,
});
const INTEGRATION = INPUT.lodge.omit(FOREIGN);

const secret = { number: field.text(40), code: field.text(40) };
const FOLLOW = INPUT.attach.omit({ note: true }).extend(secret);
const FOLLOW_WITHDRAW = INPUT.withdraw.extend(secret);
const FOLLOW_RATE = INPUT.rate.extend(secret);

const own = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<ComplaintRow> => {
  const { documentId } = ctx.params;
  const row = (await kernel.rows.first(kernel.strapi.db.connection, COMPLAINT_UID, {
    documentId,
  })) as ComplaintRow | null;
  if (!row || !sees(complaintWorkflow, row, actor)) throw notFound();
  return row;
};

const inFull = async (kernel: Kernel, complaint: ComplaintRow) =>
  shownToComplainant(complaint, await toldOf(kernel, complaint));

const find = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, ['state', 'kind', 'cursor', 'limit']);
  const { ids, nextCursor, total, totalIsCapped } = await complaintPage(
    kernel,
    {
      households: (actor.residents ?? []).map(({ home }) => home),
      states: choicesParam(ctx, 'state', COMPLAINT_STATES) ?? [...COMPLAINT_STATES],
      kinds: choicesParam(ctx, 'kind', COMPLAINT_KINDS),
    },
    { cursor: textParam(ctx, 'cursor'), limit: wholeNumber(ctx, 'limit', 25, 100) }
  );
  const byId = await kernel.rows.byIds(kernel.strapi.db.connection, COMPLAINT_UID, ids);
  return {
    data: ids.map((id) => shownToComplainant(byId.get(id) as ComplaintRow)),
    meta: { nextCursor, total, totalIsCapped },
  };
};

/** Refuses what a form does not know before anything is filled in for the caller. */
const entered = (kernel: Kernel, ctx: Context, schema: Parameters<typeof parseInput>[0]) => {
  const data = dataOf(ctx);
  parseInput(schema, data, locale(kernel, ctx));
  return data;
};

const create = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const data = entered(kernel, ctx, OWN);
  const { homeDocument, communityDocument } = homeOf(actor, data.household);
  const input = { ...data, community: communityDocument, household: homeDocument };
  const done = await kernel.engine.act(complaintWorkflow, {
    action: 'lodge',
    input,
    actor,
    locale: locale(kernel, ctx),
  });
  ctx.status = 201;
  return { data: shownToComplainant(done.row as ComplaintRow), meta: {} };
};

const actOn = async (kernel: Kernel, ctx: Context, action: string, on: ComplaintRow, input: object, actor: Actor) => {
  const call = { action, documentId: on.documentId, input, actor, locale: locale(kernel, ctx) };
  const { row } = await kernel.engine.act(complaintWorkflow, call);
  return { data: await inFull(kernel, row as ComplaintRow), meta: {} };
};

const act = (action: string) => async (kernel: Kernel, actor: Actor, ctx: Context) =>
  actOn(kernel, ctx, action, await own(kernel, actor, ctx), dataOf(ctx), actor);

/** Their own: what the office has gathered is evidence, and may show somebody else. */
const ownPhotos = (kernel: Kernel, complaint: ComplaintRow) => kernel.files.list(complaint.documentId, 'resident');

const addPhotos = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const complaint = await own(kernel, actor, ctx);
  await attach(kernel, complaintWorkflow, complaint, actor, ctx, locale(kernel, ctx));
  return { data: await ownPhotos(kernel, complaint), meta: {} };
};

const lodgeAnonymously = async (kernel: Kernel, ctx: Context): Promise<{ data: AnonymousLodged; meta: object }> => {
  countStranger(kernel, ctx, 'lodge');
  const data = entered(kernel, ctx, ANONYMOUS);
  const community = await kernel.rows.first(kernel.strapi.db.connection, COMMUNITY_UID, {
    documentId: data.community,
  });
  if (!community) throw invalid('community', 'error.unknownReference', { field: { word: 'field.community' } });
  const { row, once } = await kernel.engine.act(complaintWorkflow, {
    action: 'lodge',
    input: { ...data, anonymous: true },
    // Nobody's session goes along: the ledger would name them.
    actor: stranger(kernel, community.id),
    locale: locale(kernel, ctx),
  });
  ctx.status = 201;
  return {
    data: { number: (row as ComplaintRow).number, code: once.code, state: (row as ComplaintRow).state },
    meta: {},
  };
};

/** Somebody who names a number and its code. */
const following =
  (schema: Parameters<typeof parseInput>[0], action?: string) => async (kernel: Kernel, ctx: Context) => {
    countStranger(kernel, ctx, 'follow');
    const data = entered(kernel, ctx, schema) as Record<string, unknown> & { number: string; code: string };
    const complaint = await followed(kernel, data);
    if (!action) return { data: await inFull(kernel, complaint), meta: {} };
    const { number: _number, code: _code, ...input } = data;
    const actor = stranger(kernel, complaint.community, [complaint.documentId]);
    return actOn(kernel, ctx, action, complaint, input, actor);
  };

const lodgeFromIntegration = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { row, once } = await kernel.engine.act(complaintWorkflow, {
    action: 'lodge',
    input: entered(kernel, ctx, INTEGRATION),
    actor,
    locale: locale(kernel, ctx),
  });
  ctx.status = 201;
  return { data: { documentId: row.documentId, number: row.number, state: row.state, ...once }, meta: {} };
};

const route = (method: ModuleRoute['method'], path: string, handler: string, more?: object): ModuleRoute => ({
  method,
  path,
  handler,
  ...(more ?? describedData(path)),
});

/** What front-end sites and integrations may call. */
export const contentApiRoutes: ModuleRoute[] = [
  route('GET', '/complaint-categories', 'complainant.findCategories'),
  route('POST', '/complaints/anonymous', 'anonymousComplaint.lodge', describedData('', ANONYMOUS)),
  route('POST', '/complaints/follow', 'anonymousComplaint.follow', describedData('', FOLLOW)),
  route('POST', '/complaints/follow/withdraw', 'anonymousComplaint.withdraw', describedData('', FOLLOW_WITHDRAW)),
  route('POST', '/complaints/follow/rate', 'anonymousComplaint.rate', describedData('', FOLLOW_RATE)),
  route('GET', '/complaints', 'complainant.find', describedList(['state', 'kind', 'cursor', 'limit'])),
  route('POST', '/complaints', 'complainant.create', describedData('', OWN)),
  route('GET', '/complaints/:documentId', 'complainant.findOne'),
  route('POST', '/complaints/:documentId/photos', 'complainant.addPhotos', describedFiles('/:documentId')),
  route('GET', '/complaints/:documentId/photos/:file', 'complainant.findPhoto'),
  route(
    'POST',
    '/complaints/:documentId/withdraw',
    'complainant.withdraw',
    describedData('/:documentId', INPUT.withdraw)
  ),
  route('POST', '/complaints/:documentId/rate', 'complainant.rate', describedData('/:documentId', INPUT.rate)),
  route('POST', '/integrations/complaints', 'complaintIntegration.create', describedData('', INTEGRATION)),
];

/** Granted to everybody, signed in or not, on first start. */
export const publicly = [
  'complainant.findCategories',
  ...['lodge', 'follow', 'withdraw', 'rate'].map((name) => `anonymousComplaint.${name}`),
];

/** Granted to signed-in users on first start. */
export const frontEnd = [
  ...publicly,
  ...['find', 'findOne', 'create', 'addPhotos', 'findPhoto', 'withdraw', 'rate'].map((name) => `complainant.${name}`),
];

export const controllers = {
  complainant: ({ strapi }: { strapi: Core.Strapi }) => ({
    findCategories: openHandler(strapi, async (kernel, ctx) => {
      onlyParams(ctx, []);
      return { data: await activeComplaintCategories(kernel), meta: {} };
    }),
    find: residentHandler(strapi, find),
    findOne: residentHandler(strapi, async (kernel, actor, ctx) => {
      const complaint = await own(kernel, actor, ctx);
      const photos = await ownPhotos(kernel, complaint);
      return { data: { ...(await inFull(kernel, complaint)), photos }, meta: {} };
    }),
    create: residentHandler(strapi, create),
    addPhotos: residentHandler(strapi, addPhotos),
    findPhoto: residentHandler(strapi, async (kernel, actor, ctx) =>
      serveFile(kernel, await own(kernel, actor, ctx), actor, ctx, 'resident')
    ),
    withdraw: residentHandler(strapi, act('withdraw')),
    rate: residentHandler(strapi, act('rate')),
  }),
  anonymousComplaint: ({ strapi }: { strapi: Core.Strapi }) => ({
    lodge: openHandler(strapi, lodgeAnonymously),
    follow: openHandler(strapi, following(FOLLOW)),
    withdraw: openHandler(strapi, following(FOLLOW_WITHDRAW, 'withdraw')),
    rate: openHandler(strapi, following(FOLLOW_RATE, 'rate')),
  }),
  complaintIntegration: ({ strapi }: { strapi: Core.Strapi }) => ({
    create: tokenHandler(strapi, lodgeFromIntegration),
  }),
};
