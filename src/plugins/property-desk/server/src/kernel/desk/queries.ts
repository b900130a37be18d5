import type { Knex } from 'knex';
import type { Actor } from '../access/actor';
import type { Kernel } from '../kernel';
import type { SectionDefinition } from './define';

/** What desks count and page: by kind, and by due time whatever the kind, with whom it is owed by. */
// With `closed_at`, though it is null in all of them: else SQLite looks it up in the table.
export const DESK_INDEXES = [
  'create index if not exists pd_obligations_kind on pd_obligations (community_id, what, level, due_at, id, closed_at) where closed_at is null',
  'create index if not exists pd_obligations_community on pd_obligations (community_id, due_at, id, warn_at, owner_staff_id, level, what, closed_at) where closed_at is null',
];

/** Before everything. */
const EVER = new Date(0);

/** Everything that is owed in an actor's communities. */
export const owedThere = (kernel: Kernel, actor: Actor): Knex.QueryBuilder => {
  // A condition that all fulfil: without it SQLite takes the index of the foreign key, over all that was ever owed.
  const query = kernel.obligations.allOwed(kernel.strapi.db.connection).where('due_at', '>', EVER);
  const { communities } = actor;
  return communities === 'all' ? query.whereNotNull('community_id') : query.whereIn('community_id', communities);
};

/** The end of the office's day. */
export const tonight = ({ clock }: Kernel): Date => clock.nextDay(clock.now());

/** Narrows to a time. */
export const whereWhen = (
  kernel: Kernel,
  query: Knex.QueryBuilder,
  when: SectionDefinition['when']
): Knex.QueryBuilder => {
  const now = kernel.clock.now();
  if (when === 'overdue') return query.where('due_at', '<', now);
  if (when === 'soon') return query.where('due_at', '>=', now).where('warn_at', '<=', now);
  if (when === 'today') return query.where('due_at', '<', tonight(kernel));
  if (when === 'later') return query.where('due_at', '>=', tonight(kernel));
  return query;
};

/** Ranges of indexes that together are a section, no promise in two of them. */
export const sources = (
  kernel: Kernel,
  actor: Actor,
  section: SectionDefinition,
  kinds: readonly string[] | null
): Knex.QueryBuilder[] => {
  const { of, what, except, when, escalated } = section;
  const ranges =
    of === 'everyone'
      ? // What follows from a breach is owed besides, by somebody above: everybody's work stands here once.
        [owedThere(kernel, actor).where({ level: 1 })]
      : kernel.obligations.owedBy(kernel.strapi.db.connection, actor, of);
  return ranges.map((query) => {
    if (kinds) query.whereIn('what', kinds);
    if (escalated) query.where((any) => any.where('level', '>', 1).orWhereIn('what', what ?? []));
    if (except?.length) query.whereNotIn('what', except);
    return whereWhen(kernel, query, when);
  });
};

/** How much each person owes in an actor's communities. */
export const teamLoad = async (
  kernel: Kernel,
  actor: Actor
): Promise<Map<number, { open: number; overdue: number }>> => {
  const { connection } = kernel.strapi.db;
  const late = connection.raw('sum(case when due_at < ? then 1 else 0 end) as overdue', [kernel.clock.now()]);
  const found = await owedThere(kernel, actor)
    .whereNotNull('owner_staff_id')
    .groupBy('owner_staff_id')
    .select('owner_staff_id', late)
    .count({ open: '*' });
  return new Map(
    found.map((row: Record<string, unknown>) => [
      Number(row.owner_staff_id),
      { open: Number(row.open), overdue: Number(row.overdue) },
    ])
  );
};
