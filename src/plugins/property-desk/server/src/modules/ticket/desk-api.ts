import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import { TICKET_PRIORITIES } from '../../../../contracts';
import { covers, type Actor } from '../../kernel/access/actor';
import { staffHandler } from '../../kernel/api/handler';
import { bodyOf, localeOf, onlyParams } from '../../kernel/api/respond';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { ModuleRoute } from '../../kernel/module';
import { field, optional, parseInput } from '../../kernel/workflow/input';
import { BUILDING_UID, COMMUNITY_UID } from '../staff';
import { HOUSEHOLD_UID } from '../household';
import { activeCategories, likelyDuplicates } from './queries';
import { CATEGORY_UID } from './row';
import { suggestFor } from './suggest';

const DUPLICATES = z.strictObject({
  community: field.ref('community'),
  category: field.ref('category'),
  household: optional(field.ref('household')),
  building: optional(field.ref('building')),
  publicPlace: optional(field.text(100)),
});

const SUGGEST = z.strictObject({
  community: field.ref('community'),
  category: field.ref('category'),
  priority: z.enum(TICKET_PRIORITIES),
  wishedFor: optional(field.instant()),
});

/** The numeric id of a record that was named, within the actor's communities. */
const idOf = async (kernel: Kernel, actor: Actor, name: string, uid: string, documentId: string) => {
  const row = await kernel.rows.first(kernel.strapi.db.connection, uid, { documentId });
  const community = uid === COMMUNITY_UID ? row?.id : (row?.community as number | undefined);
  if (!row || (community !== undefined && !covers(actor, community)))
    throw invalid(name, 'error.unknownReference', { field: { word: `field.${name}` } });
  return row.id;
};

const duplicates = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const asked = parseInput(DUPLICATES, bodyOf(ctx), localeOf(ctx, kernel.settings.locale));
  const data = await likelyDuplicates(kernel, {
    community: await idOf(kernel, actor, 'community', COMMUNITY_UID, asked.community),
    category: await idOf(kernel, actor, 'category', CATEGORY_UID, asked.category),
    household: asked.household ? await idOf(kernel, actor, 'household', HOUSEHOLD_UID, asked.household) : undefined,
    building: asked.building ? await idOf(kernel, actor, 'building', BUILDING_UID, asked.building) : undefined,
    publicPlace: asked.publicPlace,
  });
  return { data };
};

const suggest = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const asked = parseInput(SUGGEST, bodyOf(ctx), localeOf(ctx, kernel.settings.locale));
  const data = await suggestFor(kernel, {
    community: await idOf(kernel, actor, 'community', COMMUNITY_UID, asked.community),
    category: await idOf(kernel, actor, 'category', CATEGORY_UID, asked.category),
    priority: asked.priority,
    wishedFor: asked.wishedFor ?? null,
  });
  return { data };
};

const categories = async (kernel: Kernel, _actor: Actor, ctx: Context) => {
  onlyParams(ctx, ['community']);
  return { data: await activeCategories(kernel) };
};

/** What the intake screen asks before there is a ticket. */
export const adminRoutes: ModuleRoute[] = [
  { method: 'POST', path: '/tickets/duplicates', handler: 'ticketIntake.duplicates' },
  { method: 'POST', path: '/tickets/suggest', handler: 'ticketIntake.suggest' },
  { method: 'GET', path: '/options/categories', handler: 'ticketIntake.categories' },
];

export const controllers = {
  ticketIntake: ({ strapi }: { strapi: Core.Strapi }) => ({
    duplicates: staffHandler(strapi, 'ticket.read', duplicates),
    suggest: staffHandler(strapi, 'ticket.read', suggest),
    categories: staffHandler(strapi, null, categories),
  }),
};
