import type { Actor } from '../../kernel/access/actor';
import { invalid } from '../../kernel/errors';

/** The home that a resident writes from: theirs, or the one they name of several. */
export const homeOf = (actor: Actor, named: unknown) => {
  const residents = actor.residents ?? [];
  if (named === undefined || named === null) {
    if (new Set(residents.map(({ home }) => home)).size > 1) throw invalid('household', 'error.whichHousehold');
    return residents[0];
  }
  const resident = residents.find(({ homeDocument }) => homeDocument === named);
  if (!resident) throw invalid('household', 'error.unknownReference', { field: { word: 'field.household' } });
  return resident;
};
