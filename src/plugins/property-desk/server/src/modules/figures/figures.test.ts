import type { FigureCount, Figures } from '../../../../contracts';
import { OBLIGATION_UID } from '../../kernel/obligation/obligations';
import type { Row } from '../../kernel/storage/rows';
import { bootWorld, type Colleague, type Doc, type World } from '../../testing/world';
import { COMPLAINT_UID } from '../complaint';
import { INQUIRY_UID } from '../inquiry';
import { TICKET_UID } from '../ticket';
import { daysAgo, furnishDay, hourOf, NOON, within } from './testing/day';

let world: World;
/** Works in both communities. */
let both: Colleague;
let categories: Doc[];
let complaintCategories: Doc[];
let people: Doc[];

const get = async (who: Colleague, query: Record<string, string> = {}) =>
  who.client.get(`/property-desk/figures?${new URLSearchParams(query)}`);

const figures = async (query: Record<string, string> = {}, who: Colleague = both): Promise<Figures> => {
  const { status, body, text } = await get(who, query);
  if (status !== 200) throw new Error(`${JSON.stringify(query)}: ${status} ${text}`);
  return body.data as Figures;
};

const TODAY = { from: '2026-11-28', to: '2026-11-28' };
const MONTH = { from: '2026-11-01', to: '2026-11-28' };

/** The case types by hand, as a person would say what counts: nothing of this is taken from the tables of actions. */
const TYPES = {
  ticket: { uid: TICKET_UID, doneAt: 'completedAt', done: ['completed', 'confirmed', 'archived'], who: 'assignee' },
  complaint: {
    uid: COMPLAINT_UID,
    doneAt: 'resolvedAt',
    done: ['resolved', 'confirmed', 'reviewed', 'archived'],
    who: 'handler',
  },
  inquiry: { uid: INQUIRY_UID, doneAt: 'endedAt', done: ['answered', 'converted'], who: 'handler' },
} as const;
type Type = keyof typeof TYPES;

const rowsOf = async (uid: string, communities: Doc[]): Promise<Row[]> => {
  const { rows, strapi } = world.kernel;
  const all = await rows.find(strapi.db.connection, uid, {});
  return all.filter(({ community }) => communities.some(({ id }) => id === community));
};

const isOpen = (row: Row) => row.endedAt === null;
const done = (type: Type, rows: Row[], from: string, to: string) =>
  within(rows, TYPES[type].doneAt, from, to).filter(({ state }) =>
    (TYPES[type].done as readonly string[]).includes(state as string)
  );
const verdict = ({ outcome, residentOutcome }: Row) =>
  outcome === 'satisfied' || outcome === 'unsatisfied' ? outcome : residentOutcome;
const counted = (counts: FigureCount[]) => counts.map(({ count }) => count);

beforeAll(async () => {
  world = await bootWorld();
  both = await world.hire('manager', [world.garden, world.river], '总管');
  categories = [
    world.category,
    await world.create('ticket-category', { name: '门窗', code: 'doors', active: true }),
    await world.create('ticket-category', { name: '电梯', code: 'lifts', active: true }),
  ];
  complaintCategories = [
    await world.create('complaint-category', { name: '噪音', code: 'noise', active: true }),
    await world.create('complaint-category', { name: '保洁', code: 'cleaning', active: true }),
  ];
  const { engineer, engineer2, specialist } = world.staff;
  people = [engineer, engineer2, specialist].map(({ staff }) => staff);
  world.kernel.clock.freeze(NOON);
  await furnishDay({ world, categories, complaintCategories, people });
  if (world.kernel.strapi.db.dialect.client === 'postgres') await world.kernel.strapi.db.connection.raw('analyze');
});
afterAll(async () => {
  world?.kernel.clock.run();
  await world?.desk.stop();
});

describe.each([
  ['today, everywhere', TODAY, null],
  ['the month so far, everywhere', MONTH, null],
  ['today, one community', TODAY, 'garden'],
  ['the month so far, the other', MONTH, 'river'],
  ['a week across the end of a month', { from: '2026-10-27', to: '2026-11-02' }, null],
] as const)('%s', (_name, days, one) => {
  const communities = () => (one ? [world[one]] : [world.garden, world.river]);
  let found: Figures;
  const rows: Record<string, Row[]> = {};
  beforeAll(async () => {
    found = await figures({ ...days, ...(one ? { community: world[one].documentId } : {}) });
    for (const { uid } of Object.values(TYPES)) rows[uid] = await rowsOf(uid, communities());
  });
  const cameOf = (type: Type) => within(rows[TYPES[type].uid], 'createdAt', days.from, days.to);

  it('counts what came in and what was done, by type and kind', () => {
    const lines = found.types.map(({ type, kind, in: came, done: finished }) => [
      type,
      kind,
      came.count,
      finished.count,
    ]);
    const line = (type: Type, kind: string | null) => {
      const own = (list: Row[]) => list.filter((row) => kind === null || row.kind === kind).length;
      return [type, kind, own(cameOf(type)), own(done(type, rows[TYPES[type].uid], days.from, days.to))];
    };
    expect(lines).toEqual(
      expect.arrayContaining([
        line('ticket', null),
        line('inquiry', null),
        ...['complaint', 'suggestion', 'praise'].map((kind) => line('complaint', kind)),
      ])
    );
    expect(lines).toHaveLength(5);
    expect(found.total.in).toBe(cameOf('ticket').length + cameOf('complaint').length + cameOf('inquiry').length);
    expect(found.total.in).toBeGreaterThan(0);
  });

  it('says how much of what was owed was kept in time', async () => {
    const opened = within(await rowsOf(OBLIGATION_UID, communities()), 'openedAt', days.from, days.to);
    const kept = opened.filter(({ outcome }) => outcome === 'kept').length;
    const broken = opened.filter(
      ({ outcome, dueAt }) => outcome === 'broken' || (outcome === null && (dueAt as Date) < NOON)
    ).length;
    expect([found.onTime.kept.count, found.onTime.broken.count]).toEqual([kept, broken]);
    expect(found.onTime.rate).toBeCloseTo(kept / (kept + broken), 10);
  });

  it('says what people thought of it', () => {
    for (const { type, good, bad, share, mark, marks } of found.satisfaction.types) {
      const of = TYPES[type as Type];
      const judged = within(rows[of.uid], of.doneAt, days.from, days.to).filter((row) => verdict(row));
      const [satisfied, unsatisfied] = ['satisfied', 'unsatisfied'].map(
        (which) => judged.filter((row) => verdict(row) === which).length
      );
      expect([good.count, bad.count]).toEqual([satisfied, unsatisfied]);
      expect(share).toEqual(judged.length ? satisfied / judged.length : null);
      const given = judged
        .map(({ ratingOverall, residentRatingOverall }) => (ratingOverall ?? residentRatingOverall) as number | null)
        .filter((each): each is number => each !== null);
      expect(marks).toBe(given.length);
      if (given.length) expect(mark).toBeCloseTo(given.reduce((sum, each) => sum + each, 0) / given.length, 10);
      else expect(mark).toBeNull();
    }
    expect(found.satisfaction.types.map(({ type }) => type).sort()).toEqual(['complaint', 'ticket']);
  });

  it('counts by category, by hour in the office’s zone, and by severity', () => {
    for (const [type, list] of [
      ['ticket', categories],
      ['complaint', complaintCategories],
    ] as const)
      for (const category of [...list, null]) {
        const own = cameOf(type).filter((row) => row.category === (category?.id ?? null)).length;
        const line = found.categories.find(
          (each) => each.type === type && (each.category?.documentId ?? null) === (category?.documentId ?? null)
        );
        expect([type, category?.name, line?.in.count ?? 0]).toEqual([type, category?.name, own]);
      }
    for (const { type, hours } of found.hours)
      expect(counted(hours)).toEqual(
        Array.from(
          { length: 24 },
          (_, hour) => cameOf(type as Type).filter((row) => hourOf(row.createdAt as Date) === hour).length
        )
      );
    const grades = Object.fromEntries(found.grades.map(({ grade, in: came }) => [grade ?? 'none', came.count]));
    const severe = (severity: string | null) =>
      cameOf('complaint').filter((row) => row.kind === 'complaint' && row.severity === severity).length;
    expect(grades).toEqual({
      urgent: severe('urgent'),
      major: severe('major'),
      general: severe('general'),
      ...(severe(null) ? { none: severe(null) } : {}),
    });
  });

  it('counts what is open by age, and whose desk holds it', () => {
    for (const { type, ages } of found.ages) {
      const open = rows[TYPES[type as Type].uid].filter(isOpen).map(daysAgo);
      expect(counted(ages)).toEqual([
        open.filter((days) => days <= 0).length,
        open.filter((days) => days >= 1 && days <= 3).length,
        open.filter((days) => days >= 4 && days <= 7).length,
        open.filter((days) => days >= 8).length,
      ]);
    }
    expect(found.team).toBe(true);
    for (const person of people) {
      const line = found.load.find(({ staff }) => staff.documentId === person.documentId);
      let [open, overdue, finished] = [0, 0, 0];
      for (const type of Object.keys(TYPES) as Type[]) {
        const own = rows[TYPES[type].uid].filter((row) => row[TYPES[type].who] === person.id);
        const parts = line?.types.find((each) => each.type === type);
        const late = own.filter((row) => isOpen(row) && (row.dueAt as Date) < NOON);
        const [o, l, d] = [own.filter(isOpen).length, late.length, done(type, own, days.from, days.to).length];
        if (line) expect([parts?.open.count, parts?.overdue.count, parts?.done.count]).toEqual([o, l, d]);
        [open, overdue, finished] = [open + o, overdue + l, finished + d];
      }
      expect([line?.open ?? 0, line?.overdue ?? 0, line?.done ?? 0]).toEqual([open, overdue, finished]);
    }
  });
});

/** Every count in an answer that names a list, wherever it stands. */
const listsIn = (value: unknown): FigureCount[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { count, list } = value as Partial<FigureCount>;
  if (typeof count === 'number' && typeof list === 'string') return [{ count, list }];
  return Object.values(value).flatMap(listsIn);
};

it.each([
  ['the month so far, everywhere', MONTH, null],
  ['today, one community', TODAY, 'garden'],
] as const)('every number of %s names the list that shows exactly so many', async (_name, days, one) => {
  const found = await figures({ ...days, ...(one ? { community: world[one].documentId } : {}) });
  const lists = listsIn(found);
  expect(lists.length).toBeGreaterThan(100);
  expect(lists.some(({ count }) => count > 0)).toBe(true);
  const totals = await Promise.all(
    lists.map(async ({ count, list }) => {
      const { status, body } = await both.client.get(`/property-desk/${list}&limit=1`);
      return `${list}: ${status === 200 ? body.meta.total : `${status} ${JSON.stringify(body)}`} of ${count}`;
    })
  );
  expect(totals).toEqual(lists.map(({ count, list }) => `${list}: ${count} of ${count}`));
});

describe('the period before', () => {
  const sum = (all: Row[][]) => all.reduce((total, list) => total + list.length, 0);
  const before = async (from: string, to: string, until: Date) => {
    const lists = await Promise.all(Object.values(TYPES).map(({ uid }) => rowsOf(uid, [world.garden, world.river])));
    return sum(
      lists.map((rows) => within(rows, 'createdAt', from, to).filter(({ createdAt }) => (createdAt as Date) < until))
    );
  };

  it.each([
    ['today: yesterday, up to the same time', TODAY, ['2026-11-27', '2026-11-27', true], '2026-11-27T04:30:00Z'],
    ['this month: the last, as far in', MONTH, ['2026-10-01', '2026-10-28', true], '2026-10-28T04:30:00Z'],
    [
      'a whole month: the whole one before',
      { from: '2026-10-01', to: '2026-10-31' },
      ['2026-09-01', '2026-09-30', false],
      '2026-09-30T16:00:00Z',
    ],
    [
      'some days: as many before',
      { from: '2026-11-10', to: '2026-11-16' },
      ['2026-11-03', '2026-11-09', false],
      '2026-11-09T16:00:00Z',
    ],
  ])('%s', async (_name, days, [from, to, cut], until) => {
    const found = await figures(days);
    expect(found.before).toEqual({ from, to, cut });
    expect(found.total.before.in).toBe(await before(String(from), String(to), new Date(until)));
  });
});

it('counts 00:30 in Shanghai to the new day, and the last millisecond of a day to the old one', async () => {
  const early = await figures(TODAY);
  const tickets = early.hours.find(({ type }) => type === 'ticket');
  const midnight = within(await rowsOf(TICKET_UID, [world.garden, world.river]), 'createdAt', TODAY.from, TODAY.to);
  expect(tickets?.hours[0].count).toBe(midnight.filter(({ createdAt }) => hourOf(createdAt as Date) === 0).length);
  expect(tickets?.hours[0].count).toBeGreaterThan(0);
  world.kernel.clock.freeze(new Date('2026-11-27T16:30:00.000Z'));
  const { now } = await figures(TODAY);
  const byDefault = await figures();
  world.kernel.clock.freeze(NOON);
  expect(now).toBe('2026-11-27T16:30:00.000Z');
  expect([byDefault.from, byDefault.to]).toEqual(['2026-11-01', '2026-11-28']);
});

it('follows a repair from the call to the verdict', async () => {
  const { staff, call, kernel } = world;
  const ask = () => figures({ ...TODAY, community: world.garden.documentId });
  const ticketLine = ({ types }: Figures) => types.find(({ type }) => type === 'ticket')!;
  const first = await ask();
  const act = async (who: Colleague, path: string, input: object) => {
    const { status, body, text } = await who.client.post(`/property-desk/tickets/${path}`).send({ input });
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
    return body.data.documentId as string;
  };
  const id = await act(staff.receptionist, 'actions/register', call());
  const promisedAt = new Date(kernel.clock.now().getTime() + 4 * 60 * 60_000).toISOString();
  await act(staff.receptionist, `${id}/actions/dispatch`, {
    assignee: staff.engineer.staff.documentId,
    promisedAt,
  });
  await act(staff.engineer, `${id}/actions/start`, {});
  await act(staff.engineer, `${id}/actions/complete`, { workDone: '修好了' });
  await act(staff.specialist, `${id}/actions/follow-up`, { outcome: 'unsatisfied', reason: '还在漏' });
  const back = await ask();
  expect(ticketLine(back).in.count).toBe(ticketLine(first).in.count + 1);
  // It came back: said, but not done.
  expect(ticketLine(back).done.count).toBe(ticketLine(first).done.count);
  const bad = ({ satisfaction }: Figures) => satisfaction.types.find(({ type }) => type === 'ticket')!.bad.count;
  expect(bad(back)).toBe(bad(first) + 1);
});

describe('who sees what', () => {
  it.each([
    ['manager', 200, true],
    ['supervisor', 200, true],
    ['specialist', 200, false],
    ['receptionist', 200, false],
    ['engineer', 403, false],
  ] as const)('%s: %s, the team’s load: %s', async (role, status, team) => {
    const who = world.staff[role];
    const answer = await get(who, TODAY);
    expect(answer.status).toBe(status);
    if (status !== 200) return;
    const found = answer.body.data as Figures;
    expect(found.communities.map(({ name }) => name)).toEqual([world.garden.name]);
    expect(found.team).toBe(team);
    const others = found.load.filter(({ staff }) => staff.documentId !== who.staff.documentId);
    expect(others.length > 0).toBe(team);
    const rows = within(await rowsOf(TICKET_UID, [world.garden]), 'createdAt', TODAY.from, TODAY.to);
    expect(found.types.find(({ type }) => type === 'ticket')?.in.count).toBe(rows.length);
    // Who may not open the ledger gets its figures without a way there.
    expect(found.onTime.kept.list === null).toBe(role === 'receptionist');
  });

  it('a community that is not theirs is refused as one that is not there', async () => {
    for (const community of [world.river.documentId, 'nowhere']) {
      const { status, body } = await get(world.staff.manager, { community });
      expect([status, body.error.details.errors[0].path]).toEqual([400, ['community']]);
    }
    expect((await figures({ community: world.river.documentId }, both)).communities).toHaveLength(1);
  });

  it('case types that somebody may not read are not counted for them', async () => {
    const { strapi } = world.kernel;
    const role = (await strapi.db.query('admin::role').findOne({ where: { code: 'property-desk-specialist' } })) as {
      id: number;
    } | null;
    const where = { action: 'plugin::property-desk.complaint.read', role: role?.id };
    const right = await strapi.db.query('admin::permission').findOne({ where });
    expect(right).toBeTruthy();
    await strapi.db.query('admin::permission').delete({ where: { id: right.id } });
    const found = await figures(TODAY, world.staff.specialist);
    expect(found.types.map(({ type }) => type)).not.toContain('complaint');
    expect(found.grades).toEqual([]);
  });
});

it.each([
  [{ from: '2026-13-01' }, 'from'],
  [{ to: 'yesterday' }, 'to'],
  [{ from: '2026-11-28', to: '2026-11-01' }, 'from'],
  [{ from: '1990-01-01', to: '2026-01-01' }, 'from'],
  [{ days: '3' }, 'days'],
] as Record<string, string>[][])('refuses %j by the name of %s', async (query, field) => {
  const { status, body } = await get(both, query as unknown as Record<string, string>);
  expect([status, body.error.details.errors[0].path]).toEqual([400, [field]]);
});
