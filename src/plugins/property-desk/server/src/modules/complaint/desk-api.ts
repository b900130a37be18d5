import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import type { ComplaintHints, RepeatItem } from '../../../../contracts';
import { covers, type Actor } from '../../kernel/access/actor';
import { describedBody } from '../../kernel/api/describe';
import { staffHandler } from '../../kernel/api/handler';
import { bodyOf, localeOf, onlyParams } from '../../kernel/api/respond';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { ModuleRoute } from '../../kernel/module';
import type { Row } from '../../kernel/storage/rows';
import { field, optional, parseInput } from '../../kernel/workflow/input';
import { similarStudies } from '../case-library';
import { HOUSEHOLD_UID } from '../household';
import { BUILDING_UID, COMMUNITY_UID } from '../staff';
import { activeComplaintCategories, complaintLines, earlierComplaints } from './queries';
import { COMPLAINT_CATEGORY_UID } from './row';

/** What is known at intake before there is a complaint. */
const HINTS = z.strictObject({
  community: field.ref('community'),
  household: optional(field.ref('household')),
  building: optional(field.ref('building')),
  publicPlace: optional(field.text(100)),
  category: optional(field.ref('complaintCategory')),
  content: optional(field.longText()),
});

/** So many of each are shown; who needs more opens the list. */
const SHOWN = 5;

/** A record that was named, within the actor's communities and the one that was asked about. */
const named = async (
  kernel: Kernel,
  actor: Actor,
  name: string,
  uid: string,
  documentId: string | undefined,
  inside?: number
): Promise<Row | null> => {
  if (!documentId) return null;
  const row = await kernel.rows.first(kernel.strapi.db.connection, uid, { documentId });
  const community = uid === COMMUNITY_UID ? row?.id : (row?.community as number | undefined);
  const elsewhere = community !== undefined && (!covers(actor, community) || (inside ?? community) !== community);
  if (!row || elsewhere) throw invalid(name, 'error.unknownReference', { field: { word: `field.${name}` } });
  return row;
};

const hints = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: ComplaintHints }> => {
  const asked = parseInput(HINTS, bodyOf(ctx), localeOf(ctx, kernel.settings.locale));
  const { clock, rulebook, strapi } = kernel;
  const community = (await named(kernel, actor, 'community', COMMUNITY_UID, asked.community)) as Row;
  const inside = (name: string, uid: string, documentId?: string) =>
    named(kernel, actor, name, uid, documentId, community.id);
  const household = await inside('household', HOUSEHOLD_UID, asked.household);
  const building = await inside('building', BUILDING_UID, asked.building);
  const category = await inside('category', COMPLAINT_CATEGORY_UID, asked.category);
  const rules = await rulebook.of(community.id);
  const since = new Date(clock.now().getTime() - rules.number('complaint.repeatDays') * 24 * 60 * 60 * 1000);
  const place =
    building || asked.publicPlace || !household
      ? [building?.name, asked.publicPlace].filter(Boolean).join(' ')
      : (household.name as string);
  const earlier = await earlierComplaints(strapi.db.connection, {
    community: community.id,
    household: household?.id ?? null,
    place,
    category: category?.id ?? null,
    since,
  });
  const lines = await complaintLines(
    kernel,
    earlier.slice(0, SHOWN).map(({ id }) => id)
  );
  const repeats = lines.map(({ documentId, number, title, state, severity, createdAt, handler }): RepeatItem => ({
    documentId,
    number,
    title,
    state,
    severity,
    createdAt,
    handler,
  }));
  const like = {
    text: asked.content ?? '',
    category: (category?.name as string | undefined) ?? null,
    community: community.id,
  };
  return { data: { repeats, studies: await similarStudies(kernel, actor, like, SHOWN) } };
};

const categories = async (kernel: Kernel, _actor: Actor, ctx: Context) => {
  onlyParams(ctx, ['community']);
  return { data: await activeComplaintCategories(kernel) };
};

/** What the intake screen asks before there is a complaint. */
export const adminRoutes: ModuleRoute[] = [
  { method: 'POST', path: '/complaints/hints', handler: 'complaintIntake.hints', ...describedBody(HINTS) },
  { method: 'GET', path: '/options/complaint-categories', handler: 'complaintIntake.categories' },
];

export const controllers = {
  complaintIntake: ({ strapi }: { strapi: Core.Strapi }) => ({
    hints: staffHandler(strapi, 'complaint.read', hints),
    categories: staffHandler(strapi, null, categories),
  }),
};
