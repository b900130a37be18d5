import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { ComplianceMap } from '../../../../contracts';
import { covers, type Actor } from '../../kernel/access/actor';
import { staffHandler } from '../../kernel/api/handler';
import { periodParam } from '../../kernel/api/period-param';
import { attachment, localeOf, onlyParams, textParam } from '../../kernel/api/respond';
import type { Kernel } from '../../kernel/kernel';
import type { ModuleRoute } from '../../kernel/module';
import { DOCX_TYPE, renderDocument } from '../../kernel/print';
import { COMMUNITY_UID, communityParam } from '../staff';
import { mapOf, type Scope } from './map';
import { report, reportFileName } from './print';

const scopeOf = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<Scope> => {
  onlyParams(ctx, ['from', 'to', 'community']);
  const period = periodParam(kernel.clock, ctx);
  const one = textParam(ctx, 'community', 64) ? await communityParam(kernel, actor, ctx) : null;
  const rows = one ? [one] : await kernel.rows.find(kernel.strapi.db.connection, COMMUNITY_UID, {});
  const communities = rows
    .filter(({ id }) => covers(actor, id))
    .map(({ id, documentId, name }) => ({ id, documentId, name: String(name ?? '') }));
  return {
    period,
    communities,
    community: one && communities[0],
    locale: localeOf(ctx, kernel.settings.locale),
  };
};

const find = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: ComplianceMap }> => ({
  data: await mapOf(kernel, await scopeOf(kernel, actor, ctx)),
});

const print = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<void> => {
  // Paper speaks the installation's language, whoever prints it.
  const { locale } = kernel.settings;
  const scope = { ...(await scopeOf(kernel, actor, ctx)), locale };
  const map = await mapOf(kernel, scope);
  const of = scope.community ?? scope.communities[0];
  // Whoever works in no community reads an empty map, in nobody's name.
  const office = of && (await kernel.rows.first(kernel.strapi.db.connection, COMMUNITY_UID, { id: of.id }));
  const record = {
    map,
    company: String(office?.companyName ?? ''),
    printedAt: kernel.clock.format(kernel.clock.now()),
    printedBy: actor.name,
  };
  attachment(ctx, reportFileName(record, locale), DOCX_TYPE, await renderDocument(report(record, locale)));
};

/** The execution map for the panel, and as a report. */
export const adminRoutes: ModuleRoute[] = [
  { method: 'GET', path: '/compliance', handler: 'compliance.find' },
  { method: 'GET', path: '/compliance/print', handler: 'compliance.print' },
];

/** What answers them. */
export const controllers = {
  compliance: ({ strapi }: { strapi: Core.Strapi }) => ({
    find: staffHandler(strapi, 'compliance.read', find),
    print: staffHandler(strapi, 'compliance.read', print),
  }),
};
