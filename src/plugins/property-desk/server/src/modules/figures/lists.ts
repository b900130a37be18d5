import type { FigureCount } from '../../../../contracts';
import type { CaseDefinition } from '../../kernel/workflow/define';

type Query = Record<string, string | undefined>;

/** What every list of some figures is narrowed to besides. */
export interface Frame {
  community?: string;
  /** Days of the period, both included. */
  from: string;
  to: string;
}

const path = (list: string, query: Query): string => {
  const given = Object.entries(query).filter((each): each is [string, string] => each[1] !== undefined);
  return `${list}?${new URLSearchParams(given).toString()}`;
};

/** A count with the list of a case type that shows exactly what it counts. */
export const listed = ({ plural }: CaseDefinition, { community }: Frame, count: number, query: Query): FigureCount => ({
  count,
  list: path(plural, { ...query, community }),
});

/** What narrows a list to what came in within the days, whatever became of it. */
export const cameIn = ({ from, to }: Frame): Query => ({ state: 'all', from, to });

/** What narrows a list to what was done within the days, and still is. */
export const doneIn = ({ figures }: CaseDefinition, { from, to }: Frame): Query => ({
  state: figures?.done.states.join(','),
  by: 'done',
  from,
  to,
});

/** What narrows a list to what is open. */
export const stillOpen = ({ states, ended }: CaseDefinition): Query => ({
  state: states.filter((state) => !ended.includes(state)).join(','),
});

/** A count with the list of obligations opened within the days, if the caller may open it. */
export const owed = ({ community, from, to }: Frame, count: number, state: string, may: boolean): FigureCount => ({
  count,
  list: may ? path('obligations', { state, from, to, community }) : null,
});
