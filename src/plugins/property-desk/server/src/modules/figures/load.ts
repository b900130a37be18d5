import type { Figures, FigureLoad } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import type { Kernel } from '../../kernel/kernel';
import type { CaseDefinition } from '../../kernel/workflow/define';
import { STAFF_UID } from '../staff';
import { count } from './counted';
import { doneIn, listed, stillOpen, type Frame } from './lists';
import type { Done, Open } from './queries';

const sum = (types: FigureLoad[], part: 'open' | 'overdue' | 'done'): number =>
  types.reduce((total, each) => total + each[part].count, 0);

/** What each person has on their desk, and did in the period; everybody's only with the right to see the team's. */
export const loadOf = async (
  { rows, strapi }: Kernel,
  actor: Actor,
  definitions: CaseDefinition[],
  frame: Frame,
  open: Open[],
  done: Done[]
): Promise<Pick<Figures, 'load' | 'team'>> => {
  const team = actor.can('figures.team');
  const worked = done.filter(({ when, stands }) => when === 'now' && stands);
  const ids = [...new Set([...open, ...worked].map(({ handler }) => handler))].filter(
    (id): id is number => id !== null && (team || id === actor.staff?.id)
  );
  const people = await rows.byIds(strapi.db.connection, STAFF_UID, ids);
  const load = ids.flatMap((id) => {
    const person = people.get(id);
    if (!person) return [];
    const types = definitions.flatMap((definition): FigureLoad[] => {
      const { name, handler } = definition;
      if (!handler) return [];
      const own = <T extends { type: string; handler: number | null }>(lines: T[]) =>
        lines.filter((line) => line.type === name && line.handler === id);
      const only = { [handler]: person.documentId };
      return [
        {
          type: name,
          open: listed(definition, frame, count(own(open)), { ...stillOpen(definition), ...only }),
          overdue: listed(definition, frame, count(own(open).filter(({ overdue }) => overdue)), {
            overdue: 'true',
            ...only,
          }),
          done: listed(definition, frame, count(own(worked)), { ...doneIn(definition, frame), ...only }),
        },
      ];
    });
    return [
      {
        staff: { documentId: person.documentId, name: String(person.name ?? '') },
        open: sum(types, 'open'),
        overdue: sum(types, 'overdue'),
        done: sum(types, 'done'),
        types,
      },
    ];
  });
  load.sort((one, other) => other.open - one.open || other.overdue - one.overdue || other.done - one.done);
  return { load, team };
};
