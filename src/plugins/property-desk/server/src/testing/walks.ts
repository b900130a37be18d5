import fc from 'fast-check';
import type { Actor } from '../kernel/access/actor';
import type { StoredFile } from '../kernel/files/files';
import type { Row } from '../kernel/storage/rows';
import type { CaseDefinition, CaseRow } from '../kernel/workflow/define';
import { bootWorld, type Colleague, type World } from './world';

/** How a case of some type comes about and what is entered on its way. */
export interface Walked {
  /** Case types by name, each with the share of walks that begin with it. */
  types: Record<string, number>;
  /** Starts a case; the walks go on from there. */
  begin(type: string, variant: number, walk: WalkDesk): Promise<CaseRow>;
  /** What is entered for an action, mostly what it takes. */
  input(type: string, action: string, variant: number, walk: WalkDesk): Record<string, unknown>;
  /** Actions that end a case early and are always at hand: taken as often as the rest, hardly a walk would get far. */
  seldom: string[];
  /** Pairs of roles between whom cases are handed over. */
  handOvers: [keyof World['staff'], keyof World['staff']][];
  /** Who of those whose role may take an action is likely to: where it matters who has taken another before. */
  likely?(action: string, row: CaseRow, actor: Actor): boolean;
  /** How many walks, of fifty steps each. */
  walks: number;
  /** Long work that the desk does by itself between what people do: all that stands in its queue. */
  works?(variant: number, walk: WalkDesk): Promise<unknown>;
}

/** The desk that is walked over. */
export interface WalkDesk {
  world: World;
  actors: Record<string, Actor>;
  /** Times from minutes to days ahead. */
  later: string[];
  act(
    type: string,
    action: string,
    actor: Actor,
    input: object,
    documentId?: string,
    files?: StoredFile[]
  ): Promise<CaseRow>;
}

const STEPS = 50;

let world: World;
let types: CaseDefinition[];
let actors: Record<string, Actor>;
let walked: Walked;

const OBLIGATIONS = 'plugin::property-desk.obligation';
const START = new Date('2026-11-23T01:00:00.000Z').getTime();

const furnishWalks = async () => {
  world = await bootWorld();
  types = Object.keys(walked.types).map((name) => world.kernel.definition(name) as CaseDefinition);
  const { staff, elsewhere, garden, household, neighbour } = world;
  const resident = async (home: typeof household): Promise<Actor> => {
    const { id } = await world.settle(home);
    const known = await world.kernel.directory().residentsOf({ id });
    return { kind: 'resident', role: null, can: () => true, name: '', communities: [], ...known };
  };
  actors = {
    ...Object.fromEntries(
      await Promise.all(Object.entries(staff).map(async ([role, who]) => [role, await actorOf(who)]))
    ),
    stranger: await actorOf(elsewhere.supervisor),
    resident: await resident(household),
    neighbour: await resident(neighbour),
    token: { kind: 'token', name: 'bot', role: null, communities: [garden.id], can: () => true },
  };
};

const deskNow = (): WalkDesk => ({
  world,
  actors,
  later: [5, 20, 180, 60 * 24, 60 * 72].map((minutes) =>
    new Date(world.kernel.clock.now().getTime() + minutes * MINUTE).toISOString()
  ),
  act: async (type, action, actor, input, documentId, files) =>
    (
      await world.kernel.engine.act(world.kernel.definition(type) as CaseDefinition, {
        action,
        actor,
        input,
        documentId,
        files,
      })
    ).row,
});

/** A staff member with the rights that their role really has. */
const actorOf = async ({ id, role }: Colleague): Promise<Actor> => {
  const granted = await world.desk.strapi.db
    .query('admin::permission')
    .findMany({ where: { role: { code: `property-desk-${role}` } } });
  const rights = new Set(granted.map(({ action }: { action: string }) => action));
  const known = await world.kernel.directory().staffOf({ id });
  if (!known) throw new Error(`${role} has no staff record`);
  return { ...known, can: (right) => rights.has(`plugin::property-desk.${right}`) };
};

interface Step {
  action: number;
  who: number;
  /** Of ten: below 8, an action that the state allows by somebody who plausibly takes it. */
  aim: number;
  variant: number;
  bad: number;
  move: number;
  sweep: number;
  stale: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  action: fc.nat(999),
  who: fc.nat(999),
  aim: fc.nat(9),
  variant: fc.nat(999),
  bad: fc.nat(11),
  move: fc.nat(13),
  sweep: fc.nat(2),
  stale: fc.nat(14),
});

const MINUTE = 60_000;

/** How far the clock moves: often not at all, often to the very moment of a due time or around it. */
const moveClock = (move: number, due: Date | null) => {
  const { clock } = world.kernel;
  const until = due ? due.getTime() - clock.now().getTime() : 0;
  const by = [
    0,
    0,
    0,
    0,
    1,
    MINUTE,
    16 * MINUTE,
    3 * 60 * MINUTE,
    25 * 60 * MINUTE,
    until - 1,
    until,
    until + 1,
    until + MINUTE,
    until,
  ][move];
  if (by > 0) clock.advance(by);
};

/** Input that must be refused, unless it happens to fit. */
const spoilt = (input: Record<string, unknown>, variant: number): unknown =>
  [
    {},
    null,
    { ...input, promisedAt: '2020-01-01T00:00:00Z' },
    { ...input, surprise: 1 },
    { ...input, reason: '', assignee: 'nobody' },
    [],
    'text',
  ][variant % 7];

interface Story {
  row: CaseRow;
  events: Row[];
  obligations: Row[];
}

const storyOf = async (type: CaseDefinition, documentId: string): Promise<Story> => {
  const { rows, ledger, strapi } = world.kernel;
  const { connection } = strapi.db;
  return {
    row: (await rows.first(connection, type.uid, { documentId })) as CaseRow,
    events: await ledger.story(connection, documentId),
    obligations: (await rows.find(connection, OBLIGATIONS, { caseDocumentId: documentId })).sort((a, b) => a.id - b.id),
  };
};

const time = (value: unknown) => (value as Date).getTime();

/** Actions on a case that somebody may take; what only the system takes comes with others' actions. */
const movesOf = ({ actions }: CaseDefinition): string[] =>
  Object.keys(actions).filter((name) => {
    const { from, who } = actions[name];
    return from.length > 0 && Boolean(who.staff || who.resident || who.token);
  });

/** What must hold of every case at every moment. */
const check = (type: CaseDefinition, { row, events, obligations }: Story, swept: boolean) => {
  const now = world.kernel.clock.now();
  // Replaying the events gives the state, the revision, and the last value of whatever they say has changed.
  let state: string | null = null;
  let revision = 0;
  const fields: Record<string, unknown> = {};
  for (const event of events) {
    expect(event.fromState ?? null).toBe(state);
    if (event.action === 'breach') expect([event.revision, event.toState]).toEqual([revision, state]);
    else expect(event.revision).toBe(++revision);
    state = event.toState as string;
    for (const [field, { to }] of Object.entries(event.changes as Record<string, { to: unknown }>)) fields[field] = to;
  }
  expect([row.state, row.revision]).toEqual([state, revision]);
  for (const [field, to] of Object.entries(fields)) {
    // Handing over names the person, whatever the case calls them; references stand in the ledger by name.
    if (field === 'handler' && type.handler !== 'handler') continue;
    // Of a person's name it keeps the first character.
    if (type.personal?.includes(field)) continue;
    if (world.kernel.rows.table(type.uid).columns.get(field)?.kind === 'relation')
      expect([field, Boolean(row[field])]).toEqual([field, to !== null]);
    else expect([field, JSON.parse(JSON.stringify(row[field] ?? null))]).toEqual([field, to]);
  }

  const open = obligations.filter(({ closedAt }) => closedAt === null);
  const ended = type.ended.includes(row.state);
  expect([ended, row.endedAt !== null]).toEqual([ended, ended]);
  if (ended) expect(open).toEqual([]);
  else if (!type.rests?.includes(row.state)) expect(open.length).toBeGreaterThan(0);
  // Of what each of many owes, nobody owes it twice.
  const kinds = open.map(({ what, level, ownerStaff }) =>
    type.obligations[what as string].personal ? `${what} ${level} ${ownerStaff}` : `${what} ${level}`
  );
  expect(new Set(kinds).size).toBe(kinds.length);
  const due = open.length ? Math.min(...open.map(({ dueAt }) => time(dueAt))) : null;
  expect(row.dueAt ? time(row.dueAt) : null).toBe(due);

  for (const obligation of obligations) {
    const { outcome, dueAt, settledAt, closedAt, brokenAt, openedAt } = obligation;
    const marks = events.filter(
      ({ action, input }) => action === 'breach' && (input as Row).obligation === obligation.documentId
    );
    expect(marks.length).toBeLessThanOrEqual(1);
    expect(time(openedAt)).toBeLessThanOrEqual(now.getTime());
    if (settledAt) {
      expect(outcome).toBe(time(settledAt) <= time(dueAt) ? 'kept' : 'broken');
      expect(closedAt).toEqual(settledAt);
      expect(events.filter(({ documentId }) => documentId === obligation.settledBy)).toHaveLength(1);
    } else expect(outcome).not.toBe('kept');
    if (closedAt) expect(outcome === 'broken').toBe(time(closedAt) > time(dueAt));
    if (outcome === 'broken') expect(brokenAt).toEqual(dueAt);
    if (marks.length) expect(outcome).toBe('broken');
    if (!closedAt && swept) {
      const late = time(dueAt) < now.getTime();
      expect([outcome, marks.length]).toEqual(late ? ['broken', 1] : [null, 0]);
    }
    const level = obligation.level as number;
    const raised = obligations.filter((one) => one.level === level + 1 && one.openedBy === marks[0]?.documentId);
    const { escalate } = type.obligations[obligation.what as string];
    const levels = escalate && 'rule' in escalate ? [escalate, escalate.then] : [];
    expect(raised).toHaveLength(marks.length && levels[level - 1] ? 1 : 0);
    // What the system takes on a breach comes right after it, in the same transaction.
    const next = marks.length ? events[events.indexOf(marks[0]) + 1] : undefined;
    if (marks.length && escalate && 'action' in escalate)
      expect([next?.action, next?.actorKind]).toEqual([escalate.action, 'system']);
  }
};

const REFUSALS = ['ForbiddenError', 'ValidationError', 'NotFoundError', 'ConflictError'];

/**
 * Random walks: whoever does whatever in whatever order, the clock moved at will. After every step the case, its
 * events and its obligations must tell one story. A failure prints seed and path; `WALK_SEED` and `WALK_PATH` repeat it.
 */
export const randomWalks = (over: Walked) => {
  beforeAll(() => {
    walked = over;
    return furnishWalks();
  });
  afterAll(async () => {
    world?.kernel.clock.run();
    await world?.desk.stop();
  });

  const count = { steps: 0, done: 0, refused: 0, swept: 0 };
  const reached = new Set<string>();
  const taken = new Set<string>();
  const brokenEver = new Map<string, unknown>();
  const all = () => types.flatMap(({ name, states }) => states.map((state) => `${name} ${state}`));
  const missing = () => all().filter((state) => !reached.has(state));
  /** The state that later walks make for, because chance has passed it by. */
  let sought: { type: string; state: string } | undefined;

  /** Types in their shares: of {a: 3, b: 1} three of four begin with a. */
  const shares = Object.entries(over.types).flatMap(([name, share]) => Array<string>(share).fill(name));

  const begin = async ({ variant }: Step) => {
    const name = sought?.type ?? shares[variant % shares.length];
    const type = types.find((each) => each.name === name) as CaseDefinition;
    const row = await over.begin(name, Math.floor(variant / shares.length), deskNow());
    const story = await storyOf(type, row.documentId);
    check(type, story, false);
    reached.add(`${type.name} ${story.row.state}`);
    return { type, documentId: row.documentId, story };
  };

  /** Somebody and something to do: mostly what the state allows by somebody who may, at times anything by anybody. */
  const choose = (type: CaseDefinition, row: CaseRow, { action, who, aim, variant }: Step) => {
    const moves = movesOf(type);
    const early = (name: string) => over.seldom.includes(name);
    const ends = sought ? (name: string) => type.actions[name].to === sought?.state : () => variant % 9 === 0;
    const fitting = moves.filter((name) => {
      const { from, to } = type.actions[name];
      const onward = !sought || to !== 'same';
      return from.includes(row.state) && onward && (!early(name) || ends(name));
    });
    const blind = aim >= 8 || fitting.length === 0;
    const name = (blind ? moves : fitting)[action % (blind ? moves : fitting).length];
    const { who: may } = type.actions[name];
    const everybody = Object.values(actors);
    const handler = everybody.filter(({ staff }) => staff && staff.id === row[type.handler as string]);
    const able = everybody.filter(({ kind, role }) =>
      kind === 'staff' ? may.staff?.includes(role as string) : may[kind]
    );
    const apt = over.likely ? able.filter((actor) => over.likely!(name, row, actor)) : able;
    const likely = [...apt, ...handler, ...handler, ...handler];
    return { name, actor: (blind ? everybody : likely)[who % (blind ? everybody : likely).length] };
  };

  const take = (type: CaseDefinition, documentId: string, row: CaseRow, step: Step) => {
    const { variant, bad, stale } = step;
    const { engine } = world.kernel;
    if (step.action % 25 === 0) {
      const [from, to] = over.handOvers[variant % over.handOvers.length].map((role) => world.staff[role]);
      return {
        name: 'hand-over',
        done: engine.handOver(type, documentId, from.staff as Row, to.staff as Row, actors.supervisor),
      };
    }
    const { name, actor } = choose(type, row, step);
    const good = over.input(type.name, name, variant, deskNow());
    const revision = stale === 14 ? row.revision - 1 : stale % 2 ? row.revision : undefined;
    const call = { action: name, documentId, input: bad === 11 ? spoilt(good, variant) : good, actor, revision };
    return { name, done: engine.act(type, call) };
  };

  /** What the desk does by itself – what the table schedules, long work – and the case tells its story still. */
  const byItself = async (
    type: CaseDefinition,
    documentId: string,
    before: Story,
    round: () => Promise<unknown>
  ): Promise<Story> => {
    await round();
    const story = await storyOf(type, documentId);
    check(type, story, false);
    const since = story.events.slice(before.events.length);
    expect(since.every(({ actorKind }) => actorKind === 'system')).toBe(true);
    expect(story.row.revision).toBe(before.row.revision + since.length);
    reached.add(`${type.name} ${story.row.state}`);
    return story;
  };

  const walk = async (path: Step[]) => {
    const { clock, sweep } = world.kernel;
    clock.freeze(new Date(START));
    let { type, documentId, story } = await begin(path[0]);
    for (const step of path) {
      count.steps += 1;
      moveClock(step.move, story.row.dueAt);
      if (step.sweep === 0) {
        await sweep.round(100_000);
        count.swept += 1;
        const before = story;
        story = await storyOf(type, documentId);
        check(type, story, true);
        // The clock marks, and takes what the table has it take; the state is for people to change.
        const since = story.events.slice(before.events.length);
        const taken = since.filter(({ action }) => action !== 'breach').length;
        expect([story.row.state, story.row.revision]).toEqual([before.row.state, before.row.revision + taken]);
        expect(since.every(({ actorKind }) => actorKind === 'system')).toBe(true);
        if (type.schedules) story = await byItself(type, documentId, story, () => world.kernel.schedules.round());
      } else if (over.works)
        story = await byItself(type, documentId, story, () => over.works!(step.variant, deskNow()));

      const before = story;
      const { name, done } = take(type, documentId, story.row, step);
      const answer = await done.then(
        (value) => ({ moved: value !== false }),
        (error: Error) => {
          if (!REFUSALS.includes(error.name)) throw error;
          return { moved: false };
        }
      );
      story = await storyOf(type, documentId);
      check(type, story, false);
      if (answer.moved) {
        count.done += 1;
        taken.add(`${type.name} ${name}`);
        reached.add(`${type.name} ${story.row.state}`);
        expect(story.events.length).toBe(before.events.length + 1);
        expect(story.row.revision).toBe(before.row.revision + 1);
      } else {
        count.refused += 1;
        expect(story).toEqual(before);
      }
      // Broken stays broken, and with whoever broke it.
      for (const { documentId: id, outcome, brokenBy } of story.obligations) {
        if (brokenEver.has(id)) expect([outcome, brokenBy]).toEqual(['broken', brokenEver.get(id)]);
        if (outcome === 'broken') brokenEver.set(id, brokenBy);
      }
      if (story.row.endedAt) ({ type, documentId, story } = await begin(step));
    }
  };

  const paths = fc.array(step, { minLength: STEPS, maxLength: STEPS, size: 'max' });

  // Thousands of steps, on a machine that may have other things to do.
  const LONG = 400_000;
  const tells = () =>
    fc.assert(fc.asyncProperty(paths, walk), {
      numRuns: over.walks,
      seed: process.env.WALK_SEED ? Number(process.env.WALK_SEED) : undefined,
      path: process.env.WALK_PATH,
      endOnFailure: true,
    });

  it('tell one story, whatever is done', tells, LONG);

  it('have been everywhere', async () => {
    // Chance may pass a rare state by: the walks go on until they have seen it, within reason.
    for (let more = 0; more < 2 * over.walks && missing().length > 0; more += 1) {
      const [type, state] = missing()[0].split(' ');
      sought = { type, state };
      await walk(fc.sample(fc.noBias(paths), 1)[0]);
    }
    expect(missing()).toEqual([]);
    expect(count.steps).toBeGreaterThanOrEqual(over.walks * STEPS);
    // Much of what was tried must have been possible, or the walks show little. A third and more is usual: chance
    // moves it by a few hundredths.
    expect(count.done).toBeGreaterThan(count.steps / 4);
    expect(count.swept).toBeGreaterThan(count.steps / 5);
    expect(brokenEver.size).toBeGreaterThan(20);
    const moves = types.flatMap(movesOf);
    expect(taken.size).toBeGreaterThan(moves.length * 0.8);
  });
};
