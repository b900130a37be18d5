import { DESK_FIGURES, type DeskBoard, type DeskFigure, type TeamMember } from '../../../../contracts';
import type { Actor } from '../access/actor';
import type { Kernel } from '../kernel';
import { cappedCount } from '../storage/keyset';
import { PLAIN_DESK, type DeskDefinition } from './define';
import { owedThere, teamLoad, whereWhen } from './queries';

const OBLIGATIONS = 'obligations.read';

/** The desk of an actor's role. */
export const deskOf = (kernel: Kernel, { role }: Actor): DeskDefinition =>
  (role ? kernel.desks[role] : undefined) ?? PLAIN_DESK;

/** Everybody in the actor's communities with what they owe; who has nothing open too. */
export const readTeam = async (kernel: Kernel, actor: Actor, communities: number[]): Promise<TeamMember[]> => {
  const load = await teamLoad(kernel, actor);
  const people = new Map<number, TeamMember>();
  for (const community of communities)
    for (const { id, documentId, name, role } of await kernel
      .directory()
      .colleagues(kernel.strapi.db.connection, community))
      people.set(id, { documentId, name, role, open: 0, overdue: 0, ...load.get(id) });
  return [...people.values()].sort(
    (one, other) => other.overdue - one.overdue || other.open - one.open || one.name.localeCompare(other.name)
  );
};

/** How much is owed in the actor's communities. */
export const readFigures = async (kernel: Kernel, actor: Actor): Promise<DeskBoard['figures']> => {
  const narrowed: Record<DeskFigure, () => ReturnType<typeof owedThere>> = {
    open: () => owedThere(kernel, actor),
    overdue: () => whereWhen(kernel, owedThere(kernel, actor), 'overdue'),
    today: () => whereWhen(kernel, owedThere(kernel, actor), 'today').where('due_at', '>=', kernel.clock.now()),
    escalated: () => owedThere(kernel, actor).where('level', '>', 1),
  };
  const lists: Partial<Record<DeskFigure, string>> = { open: 'state=open,overdue', overdue: 'state=overdue' };
  const figures: DeskBoard['figures'] = [];
  for (const key of DESK_FIGURES) {
    const query = lists[key];
    figures.push({
      key,
      ...(await cappedCount(kernel.strapi.db.connection, narrowed[key]())),
      list: query !== undefined && actor.can(OBLIGATIONS) ? { plural: 'obligations', query } : null,
    });
  }
  return figures;
};
