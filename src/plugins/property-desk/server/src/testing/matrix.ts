import type { Actor } from '../kernel/access/actor';
import type { CaseDefinition, CaseRow } from '../kernel/workflow/define';
import type { Colleague, World } from './world';

/**
 * Who may do what, to what, in which state: every cell of role × action × own or other community × state. What is
 * right stands in the tests, read off the design and not off the tables of the code.
 *
 * S supervisor, P specialist, F front desk, E engineer, M manager, R resident, T API token.
 */
export interface Rule {
  from: string;
  who: string;
  /** Who of these may not, though their role may: read off "the assignee", "never the one who owes it" and the like. */
  but?: (who: string, state: string) => boolean;
}

/** The letter that stands for somebody in the design. */
export const LETTER: Record<string, string> = {
  manager: 'M',
  supervisor: 'S',
  specialist: 'P',
  receptionist: 'F',
  engineer: 'E',
  engineer2: 'E',
  resident: 'R',
  token: 'T',
};

/** Everybody who may ask, of the community and of another, with the rights that were given on first start. */
export interface Cast {
  own: Record<string, Actor>;
  other: Record<string, Actor>;
}

const typeOf = (world: World, name: string) => world.kernel.definition(name) as CaseDefinition;

/** A staff member with the rights that their role was given on first start. */
const actorOf = async (world: World, { id, role }: Colleague): Promise<Actor> => {
  const granted = await world.desk.strapi.db
    .query('admin::permission')
    .findMany({ where: { role: { code: `property-desk-${role}` } } });
  const rights = new Set(granted.map(({ action }: { action: string }) => action));
  return {
    ...(await world.kernel.directory().staffOf({ id }))!,
    can: (right) => rights.has(`plugin::property-desk.${right}`),
  };
};

const residentOf = async (world: World, home: World['household']): Promise<Actor> => {
  const { id } = await world.settle(home);
  return { kind: 'resident', role: null, can: () => true, ...(await world.kernel.directory().residentsOf({ id }))! };
};

/** Hires whoever the other community lacks, and settles a resident in each. */
export const castOf = async (world: World): Promise<Cast> => {
  const { river, garden, staff, elsewhere } = world;
  const everywhere = {
    ...elsewhere,
    manager: await world.hire('manager', [river]),
    specialist: await world.hire('specialist', [river]),
    engineer2: await world.hire('engineer', [river]),
  };
  const token = (community: number): Actor => ({
    kind: 'token',
    name: 'bot',
    role: null,
    communities: [community],
    can: () => true,
  });
  const actors = async (people: Record<string, Colleague>) =>
    Object.fromEntries(
      await Promise.all(Object.entries(people).map(async ([role, who]) => [role, await actorOf(world, who)] as const))
    );
  return {
    own: { ...(await actors(staff)), resident: await residentOf(world, world.household), token: token(garden.id) },
    other: {
      ...(await actors(everywhere)),
      resident: await residentOf(world, world.neighbour),
      token: token(river.id),
    },
  };
};

/**
 * What the engine answers, without anything moving: the action's own work is replaced by a halt, which is reached only
 * where right, community, state and limits allow it.
 */
export const answerOf = async (
  world: World,
  type: string,
  name: string,
  actor: Actor,
  input: object,
  row?: CaseRow
): Promise<number> => {
  class Halt extends Error {}
  const definition = typeOf(world, type);
  const halted = {
    ...definition,
    actions: {
      ...definition.actions,
      [name]: {
        ...definition.actions[name],
        set: () => {
          throw new Halt();
        },
      },
    },
  };
  try {
    await world.kernel.engine.act(halted, { action: name, actor, documentId: row?.documentId, input });
  } catch (error) {
    if (error instanceof Halt) return 200;
    const status = { ForbiddenError: 403, NotFoundError: 404, ConflictError: 409, ValidationError: 400 }[
      (error as Error).name
    ];
    if (status) return status;
    throw error;
  }
  throw new Error(`${name} did not stop`);
};

const expected = ({ from, who: letters, but }: Rule, who: string, ours: boolean, state: string): number => {
  if (!letters.includes(LETTER[who])) return 403;
  if (!ours) return 404;
  if (!from.split(' ').includes(state)) return 409;
  return but?.(who, state) ? 403 : 200;
};

/** One case type's part of the matrix. */
export interface Part {
  type: string;
  design: Record<string, Rule>;
  /** Who may start a case, by action. */
  starts: Record<string, string>;
  states: readonly string[];
  /** A case in each state; known once the world is furnished. */
  rows: () => Record<string, CaseRow>;
  /** What each action takes as it is. */
  input: (action: string) => object;
}

/** The tests of one case type's cells. */
export const accessMatrix = (here: () => { world: World } & Cast, part: Part) => {
  const { type, design, starts, states, rows, input } = part;

  it(`${type}: every action and every state is in the matrix`, () => {
    const definition = typeOf(here().world, type);
    const names = (starting: boolean) =>
      Object.keys(definition.actions)
        .filter((name) => (definition.actions[name].from.length === 0) === starting)
        .filter((name) => Object.keys(definition.actions[name].who).some((kind) => kind !== 'system'))
        .sort();
    expect(Object.keys(design).sort()).toEqual(names(false));
    expect(Object.keys(starts).sort()).toEqual(names(true));
    expect(Object.fromEntries(Object.entries(rows()).map(([state, row]) => [state, row.state]))).toEqual(
      Object.fromEntries(states.map((state) => [state, state]))
    );
  });

  it.each(Object.keys(design))(`${type} %s`, async (name) => {
    const { world, own, other } = here();
    const wrong: string[] = [];
    let cells = 0;
    for (const who of Object.keys(LETTER))
      for (const ours of [true, false])
        for (const state of states) {
          const wanted = expected(design[name], who, ours, state);
          const given = await answerOf(world, type, name, (ours ? own : other)[who], input(name), rows()[state]);
          cells += 1;
          if (given !== wanted) wrong.push(`${who} ${ours ? 'own' : 'other'} ${state}: ${given}, not ${wanted}`);
        }
    expect(wrong).toEqual([]);
    expect(cells).toBe(Object.keys(LETTER).length * 2 * states.length);
  });

  it.each(Object.entries(starts))(`${type} %s`, async (name, letters) => {
    const { world, own, other } = here();
    for (const who of Object.keys(LETTER)) {
      const may = letters.includes(LETTER[who]);
      expect([who, await answerOf(world, type, name, own[who], input(name))]).toEqual([who, may ? 200 : 403]);
      // A community that is not theirs is as unknown as one that there is not.
      if (who !== 'resident')
        expect([who, await answerOf(world, type, name, other[who], input(name))]).toEqual([who, may ? 400 : 403]);
    }
  });

  it(`${type}: nothing has moved`, async () => {
    const { world } = here();
    for (const [state, row] of Object.entries(rows())) {
      const now = await world.kernel.rows.first(world.kernel.strapi.db.connection, typeOf(world, type).uid, {
        documentId: row.documentId,
      });
      expect([now?.state, now?.revision]).toEqual([state, row.revision]);
    }
  });
};
