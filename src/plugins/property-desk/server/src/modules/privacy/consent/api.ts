import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Context } from 'koa';
import { z } from 'zod';
import { CONSENT_PURPOSES, CONSENT_WAYS, type Ref, type ResidentConsents } from '../../../../../contracts';
import { covers, type Actor } from '../../../kernel/access/actor';
import { describedBody, describedData, describedList } from '../../../kernel/api/describe';
import { residentHandler, staffHandler } from '../../../kernel/api/handler';
import { iso } from '../../../kernel/api/present';
import { bodyOf, dataOf, localeOf, onlyParams, textParam } from '../../../kernel/api/respond';
import { notFound } from '../../../kernel/errors';
import type { Kernel } from '../../../kernel/kernel';
import type { ModuleRoute } from '../../../kernel/module';
import type { Row } from '../../../kernel/storage/rows';
import { field, optional, parseInput } from '../../../kernel/workflow/input';
import { HOUSEHOLD_UID, homeOf, RESIDENT_UID } from '../../household';
import { COMMUNITY_UID } from '../../staff';
import { give, takeBack } from './ledger';
import { consentItems } from './shown';
import { statementList } from './statements';

const purpose = field.choice(CONSENT_PURPOSES, 'consent.purpose');
const DESK = z.strictObject({ purpose, way: field.choice(CONSENT_WAYS, 'consent.way') });
const OWN = z.strictObject({ purpose, statement: field.ref('statement'), household: optional(field.ref('household')) });
const OWN_BACK = z.strictObject({ purpose, household: optional(field.ref('household')) });

const within = async <T>({ strapi }: Kernel, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> =>
  strapi.db.transaction(async ({ trx }) => work(trx as Knex.Transaction));

const locale = (kernel: Kernel, ctx: Context) => localeOf(ctx, kernel.settings.locale);

/** The resident whom a path names, of a community that is the actor's. */
const residentOf = async (
  kernel: Kernel,
  actor: Actor,
  ctx: Context
): Promise<{ resident: Row; home: Row; community: number }> => {
  const { connection } = kernel.strapi.db;
  const documentId = ctx.params.documentId as string;
  const resident = await kernel.rows.first(connection, RESIDENT_UID, { documentId });
  const home = resident && (await kernel.rows.first(connection, HOUSEHOLD_UID, { id: resident.household }));
  if (!resident || !home || !covers(actor, home.community as number)) throw notFound();
  return { resident, home, community: home.community as number };
};

const named = ({ documentId, name }: Row): Ref => ({ documentId, name: name as string });

const answer = async (kernel: Kernel, trx: Knex.Transaction, resident: Row, home: Row) => ({
  data: {
    resident: {
      documentId: resident.documentId,
      name: resident.name as string,
      restrictedAt: iso(resident.restrictedAt),
      household: named(home),
      community: named((await kernel.rows.first(trx, COMMUNITY_UID, { id: home.community })) as Row),
    } satisfies ResidentConsents['resident'],
    items: await consentItems(kernel, trx, resident.id, home.community as number),
  },
});

const find = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  const { resident, home, community } = await residentOf(kernel, actor, ctx);
  return within(kernel, async (trx) => {
    await kernel.confidential.log(trx, [
      {
        kind: 'open',
        recordType: RESIDENT_UID,
        recordDocumentId: resident.documentId,
        field: 'consents',
        actor,
        community,
      },
    ]);
    return answer(kernel, trx, resident, home);
  });
};

const record = (back: boolean) => async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { resident, home, community } = await residentOf(kernel, actor, ctx);
  const entered = parseInput(DESK, bodyOf(ctx), locale(kernel, ctx));
  return within(kernel, async (trx) => {
    const given = { resident, community, ...entered, by: actor.name };
    await (back ? takeBack(kernel, trx, given) : give(kernel, trx, given));
    return answer(kernel, trx, resident, home);
  });
};

const own = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, ['household']);
  const { id, community } = homeOf(actor, textParam(ctx, 'household', 64));
  return { data: await within(kernel, (trx) => consentItems(kernel, trx, id, community)), meta: {} };
};

const ownRecord = (back: boolean) => async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const schema = back ? OWN_BACK : OWN;
  const entered = parseInput(schema, dataOf(ctx), locale(kernel, ctx)) as z.output<typeof OWN_BACK> & {
    statement?: string;
  };
  const resident = homeOf(actor, entered.household);
  const { community } = resident;
  return within(kernel, async (trx) => {
    const given = {
      resident,
      community,
      purpose: entered.purpose,
      way: 'account',
      by: actor.name,
      read: entered.statement,
    };
    await (back ? takeBack(kernel, trx, given) : give(kernel, trx, given));
    return { data: await consentItems(kernel, trx, resident.id, community), meta: {} };
  });
};

export const adminRoutes: ModuleRoute[] = [
  { method: 'GET', path: '/consent-statements', handler: 'consentDesk.statements', ...describedList(['community']) },
  {
    method: 'GET',
    path: '/residents/:documentId/consents',
    handler: 'consentDesk.find',
    ...describedData('/:documentId'),
  },
  {
    method: 'POST',
    path: '/residents/:documentId/consents',
    handler: 'consentDesk.give',
    ...describedBody(DESK),
  },
  {
    method: 'POST',
    path: '/residents/:documentId/consents/withdraw',
    handler: 'consentDesk.withdraw',
    ...describedBody(DESK),
  },
];

export const contentApiRoutes: ModuleRoute[] = [
  { method: 'GET', path: '/me/consents', handler: 'ownConsent.find', ...describedList(['household']) },
  { method: 'POST', path: '/me/consents', handler: 'ownConsent.give', ...describedData('', OWN) },
  { method: 'POST', path: '/me/consents/withdraw', handler: 'ownConsent.withdraw', ...describedData('', OWN_BACK) },
];

/** Granted to signed-in users on first start. */
export const frontEnd = ['find', 'give', 'withdraw'].map((name) => `ownConsent.${name}`);

export const rights = {
  'consent.read': ['manager', 'supervisor', 'specialist', 'receptionist'],
  'consent.record': ['supervisor', 'specialist', 'receptionist'],
};

export const controllers = {
  consentDesk: ({ strapi }: { strapi: Core.Strapi }) => ({
    statements: staffHandler(strapi, 'consent.read', statementList),
    find: staffHandler(strapi, 'consent.read', find),
    give: staffHandler(strapi, 'consent.record', record(false)),
    withdraw: staffHandler(strapi, 'consent.record', record(true)),
  }),
  ownConsent: ({ strapi }: { strapi: Core.Strapi }) => ({
    find: residentHandler(strapi, own),
    give: residentHandler(strapi, ownRecord(false)),
    withdraw: residentHandler(strapi, ownRecord(true)),
  }),
};
