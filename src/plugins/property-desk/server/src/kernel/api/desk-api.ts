import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Desk, DeskBoard, DeskSection } from '../../../../contracts';
import type { Actor } from '../access/actor';
import { deskOf, readFigures, readTeam } from '../desk/board';
import { readSections } from '../desk/sections';
import { invalid, noRight, notFound } from '../errors';
import type { Kernel } from '../kernel';
import type { ModuleRoute } from '../module';
import { staffHandler } from './handler';
import { obligationItems, OBLIGATION_UID } from './present';
import { bodyOf, noFurther, onlyParams, textParam, wholeNumber } from './respond';

const DESK_LINES = 100;
/** Lines of a section that are seen at once. */
const SECTION_LINES = 10;

type CommunityRow = { id: number; document_id: string; name: string };

const communitiesOf = async (kernel: Kernel, actor: Actor): Promise<CommunityRow[]> => {
  const query = kernel.strapi.db.connection(kernel.rows.table('plugin::property-desk.community').name).orderBy('id');
  if (actor.communities !== 'all') query.whereIn('id', actor.communities);
  return query.select('id', 'document_id', 'name');
};

const meOf = (actor: Actor, communities: CommunityRow[]): Desk['me'] => ({
  name: actor.name,
  role: actor.role,
  superAdmin: Boolean(actor.superAdmin),
  staff: actor.staff?.documentId ?? null,
  communities: communities.map(({ document_id: documentId, name }) => ({ documentId, name })),
});

/** What is wrong around the desk, and the office's time. */
const around = async (kernel: Kernel, actor: Actor) => ({
  deadMessages: actor.can('outbox.retry') ? (await kernel.outbox.counts()).dead : 0,
  unowned: actor.superAdmin ? await unowned(kernel) : 0,
  now: kernel.clock.now().toISOString(),
  timeZone: kernel.clock.zone,
});

const desk = async (kernel: Kernel, actor: Actor): Promise<Desk> => {
  const now = kernel.clock.now();
  const { connection } = kernel.strapi.db;
  const lines = (
    await Promise.all(
      kernel.obligations
        .owedBy(connection, actor)
        .map((range) => range.orderBy([{ column: 'due_at' }, { column: 'id' }]).limit(DESK_LINES))
    )
  )
    .flat()
    .map((raw: Record<string, unknown>) => kernel.rows.fromColumns(OBLIGATION_UID, raw))
    .sort((one, other) => (one.dueAt as Date).getTime() - (other.dueAt as Date).getTime())
    .slice(0, DESK_LINES);
  const overdueSum = connection.raw('sum(case when due_at < ? then 1 else 0 end) as overdue', [now]);
  const counted = (
    await Promise.all(
      kernel.obligations
        .owedBy(connection, actor)
        .map((range) => range.select('what', overdueSum).count({ open: '*' }).groupBy('what'))
    )
  ).flat();
  const counts: Desk['counts'] = {};
  for (const row of counted as { what: string; open: unknown; overdue: unknown }[]) {
    const count = (counts[row.what] ??= { open: 0, overdue: 0 });
    count.open += Number(row.open);
    count.overdue += Number(row.overdue);
  }
  const sum = (part: 'open' | 'overdue') => Object.values(counts).reduce((total, count) => total + count[part], 0);
  return {
    me: meOf(actor, await communitiesOf(kernel, actor)),
    owed: await obligationItems(kernel, lines),
    counts,
    total: sum('open'),
    overdue: sum('overdue'),
    ...(await around(kernel, actor)),
  };
};

/** The desk of one's role: sections with their first lines, and what else it shows. */
const board = async (kernel: Kernel, actor: Actor): Promise<DeskBoard> => {
  const definition = deskOf(kernel, actor);
  const communities = await communitiesOf(kernel, actor);
  return {
    me: meOf(actor, communities),
    intake: definition.intake ?? false,
    sections: await readSections(kernel, actor, definition.sections, { limit: SECTION_LINES }),
    team: definition.team
      ? await readTeam(
          kernel,
          actor,
          communities.map(({ id }) => id)
        )
      : null,
    figures: definition.figures ? await readFigures(kernel, actor) : [],
    ...(await around(kernel, actor)),
  };
};

/** More of one section. */
const section = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<DeskSection> => {
  onlyParams(ctx, ['cursor', 'limit']);
  const wanted = deskOf(kernel, actor).sections.filter(({ key }) => key === ctx.params.section);
  const [found] = await readSections(kernel, actor, wanted, {
    cursor: textParam(ctx, 'cursor'),
    limit: wholeNumber(ctx, 'limit', 25, 100),
  });
  if (!found) throw notFound();
  return found;
};

/** Promises owed by a role that nobody holds in their community, nor any role that stands in for it. */
const unowned = async (kernel: Kernel): Promise<number> => {
  const owed = await kernel.strapi.db
    .connection(kernel.rows.table(OBLIGATION_UID).name)
    .whereNull('closed_at')
    .whereNotNull('owner_role')
    .groupBy('owner_role', 'community_id')
    .select('owner_role', 'community_id')
    .count({ open: '*' });
  let total = 0;
  for (const { owner_role: role, community_id: community, open } of owed as Record<string, unknown>[]) {
    const holders = await Promise.all(
      [role, 'supervisor', 'manager'].map((each) =>
        kernel.directory().holders(kernel.strapi.db.connection, each as string, Number(community))
      )
    );
    if (holders.flat().length === 0) total += Number(open);
  }
  return total;
};

/** Which community a confidential record belongs to: a case's own, else by way of the relation that leads to one. */
const communityOf = async (kernel: Kernel, uid: string, documentId: string): Promise<number | null> => {
  const { connection } = kernel.strapi.db;
  let row = await kernel.rows.first(connection, uid, { documentId });
  let at = uid;
  for (let steps = 0; row && steps < 3; steps += 1) {
    if (typeof row.community === 'number') return row.community;
    const step = [...kernel.rows.table(at).columns.values()].find(
      ({ kind, target, attribute }) =>
        kind === 'relation' && target?.startsWith('plugin::property-desk.') && typeof row?.[attribute] === 'number'
    );
    if (!step) return null;
    row = await kernel.rows.first(connection, step.target as string, { id: row[step.attribute] });
    at = step.target as string;
  }
  return null;
};

/** Everywhere in one's communities, or only on the cases that one handles: an engineer calls the people they go to. */
const mayReveal = async (kernel: Kernel, actor: Actor, uid: string, documentId: string): Promise<boolean> => {
  if (actor.can('confidential.reveal')) return true;
  const definition = [...kernel.definitions.values()].find((each) => each.uid === uid);
  if (!actor.can('confidential.reveal-own') || !definition?.handler || !actor.staff) return false;
  const row = await kernel.rows.first(kernel.strapi.db.connection, uid, { documentId });
  return row?.[definition.handler] === actor.staff.id && !row.endedAt;
};

const reveal = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { type, documentId, field, reason, ...rest } = bodyOf(ctx);
  noFurther(rest);
  for (const [name, value] of Object.entries({ type, documentId, field, reason }))
    if (typeof value !== 'string' || value.length > 500 || value.includes('\u0000')) throw invalid(name, 'error.text');
  const uid = `plugin::property-desk.${type as string}`;
  const fields = kernel.confidential.confidentialIn(uid);
  if (Object.keys(fields).length === 0) throw invalid('type', 'error.unknownField');
  if (!Object.hasOwn(fields, field as string)) throw invalid('field', 'error.unknownField');
  const community = await communityOf(kernel, uid, documentId as string);
  if (community === null || !(actor.communities === 'all' || actor.communities.includes(community))) throw notFound();
  if (!(await mayReveal(kernel, actor, uid, documentId as string))) throw noRight('confidential.reveal', '12');
  const value = await kernel.confidential.reveal({
    uid,
    documentId: documentId as string,
    field: field as string,
    reason: reason as string,
    actor,
    community,
  });
  return { data: { value } };
};

/** The desk, and one confidential value at a time. */
export const deskApi = () => {
  const route = (method: ModuleRoute['method'], path: string, handler: string): ModuleRoute => ({
    method,
    path,
    handler: `desk.${handler}`,
  });
  return {
    adminRoutes: [
      route('GET', '/desk', 'find'),
      route('GET', '/desk/board', 'board'),
      route('GET', '/desk/board/:section', 'section'),
      route('POST', '/confidential/reveal', 'reveal'),
    ],
    controllers: {
      desk: ({ strapi }: { strapi: Core.Strapi }) => {
        return {
          find: staffHandler(strapi, 'desk.read', async (kernel, actor) => ({ data: await desk(kernel, actor) })),
          board: staffHandler(strapi, 'desk.read', async (kernel, actor, ctx) => {
            onlyParams(ctx, []);
            return { data: await board(kernel, actor) };
          }),
          section: staffHandler(strapi, 'desk.read', async (kernel, actor, ctx) => ({
            data: await section(kernel, actor, ctx),
          })),
          reveal: staffHandler(strapi, null, reveal),
        };
      },
    },
  };
};
