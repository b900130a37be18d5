import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';
import type { ComplaintHints, RepeatItem } from '../../../../contracts';
import { covers, type Actor } from '../../kernel/access/actor';
import { describedBody } from '../../kernel/api/describe';
import { staffHandler } from '../../kernel/api/handler';
import { bodyOf, localeOf, onlyParams } from '../../kernel/api/respond';
import { invalid, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { ModuleRoute } from '../../kernel/module';
import type { Row } from '../../kernel/storage/rows';
import { sees } from '../../kernel/workflow/engine';
import { field, optional, parseInput } from '../../kernel/workflow/input';
import { similarStudies } from '../case-library';
import { HOUSEHOLD_UID } from '../household';
import { BUILDING_UID, COMMUNITY_UID } from '../staff';
import { activeComplaintCategories, complaintLines, earlierComplaints, type Earlier } from './queries';
import { COMPLAINT_CATEGORY_UID, COMPLAINT_UID, type ComplaintRow } from './row';
import { complaintWorkflow } from './workflow';

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

/** Since when an earlier complaint counts as one that is repeated. */
const windowStart = async ({ rulebook }: Kernel, community: number, at: Date): Promise<Date> => {
  const rules = await rulebook.of(community);
  return new Date(at.getTime() - rules.number('complaint.repeatDays') * 24 * 60 * 60 * 1000);
};

const asRepeats = async (kernel: Kernel, earlier: Earlier[]): Promise<RepeatItem[]> => {
  const lines = await complaintLines(
    kernel,
    earlier.map(({ id }) => id)
  );
  return lines.map(({ documentId, number, title, state, severity, createdAt, handler }) => ({
    documentId,
    number,
    title,
    state,
    severity,
    createdAt,
    handler,
  }));
};

/** The earlier complaints that one repeats, as of when it came in; latest first. */
const repeats = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: RepeatItem[] }> => {
  onlyParams(ctx, []);
  const { connection } = kernel.strapi.db;
  const row = (await kernel.rows.first(connection, COMPLAINT_UID, {
    documentId: ctx.params.documentId,
  })) as ComplaintRow | null;
  if (!row || !sees(complaintWorkflow, row, actor)) throw notFound();
  if (row.kind !== 'complaint') return { data: [] };
  const since = await windowStart(kernel, row.community, row.createdAt as Date);
  const { id, community, household, place, category } = row;
  const earlier = await earlierComplaints(connection, { community, household, place, category, since, before: id });
  return { data: await asRepeats(kernel, earlier) };
};

const hints = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: ComplaintHints }> => {
  const asked = parseInput(HINTS, bodyOf(ctx), localeOf(ctx, kernel.settings.locale));
  const { clock, strapi } = kernel;
  const community = (await named(kernel, actor, 'community', COMMUNITY_UID, asked.community)) as Row;
  const inside = (name: string, uid: string, documentId?: string) =>
    named(kernel, actor, name, uid, documentId, community.id);
  const household = await inside('household', HOUSEHOLD_UID, asked.household);
  const building = await inside('building', BUILDING_UID, asked.building);
  const category = await inside('category', COMPLAINT_CATEGORY_UID, asked.category);
  const since = await windowStart(kernel, community.id, clock.now());
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
  const like = {
    text: asked.content ?? '',
    category: (category?.name as string | undefined) ?? null,
    community: community.id,
  };
  const shown = await asRepeats(kernel, earlier.slice(0, SHOWN));
  return { data: { repeats: shown, studies: await similarStudies(kernel, actor, like, SHOWN) } };
};

const categories = async (kernel: Kernel, _actor: Actor, ctx: Context) => {
  onlyParams(ctx, ['community']);
  return { data: await activeComplaintCategories(kernel) };
};

/** What the intake screen asks before there is a complaint. */
export const adminRoutes: ModuleRoute[] = [
  { method: 'POST', path: '/complaints/hints', handler: 'complaintIntake.hints', ...describedBody(HINTS) },
  { method: 'GET', path: '/complaints/:documentId/repeats', handler: 'complaintIntake.repeats' },
  { method: 'GET', path: '/options/complaint-categories', handler: 'complaintIntake.categories' },
];

export const controllers = {
  complaintIntake: ({ strapi }: { strapi: Core.Strapi }) => ({
    hints: staffHandler(strapi, 'complaint.read', hints),
    repeats: staffHandler(strapi, 'complaint.read', repeats),
    categories: staffHandler(strapi, null, categories),
  }),
};
