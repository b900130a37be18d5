import { onPostgres, startServer, type ServerProcess } from '@harness';
import type { Pulse } from '../../../../contracts';
import { createPlans } from '../../testing/plans';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { EVENT_UID } from '../ledger/ledger';
import { latestEvents } from './queries';
import { PRESENCE_UID } from './presence';

let world: World;
let other: ServerProcess | undefined;

beforeAll(async () => {
  world = await bootWorld();
});
afterAll(async () => {
  await other?.end();
  await world.desk.stop();
});

const pulseOf = async (who: Colleague): Promise<Pulse> =>
  (await who.client.get('/property-desk/pulse').expect(200)).body.data;
const register = async (more: Record<string, unknown> = {}): Promise<string> =>
  (
    await world.staff.receptionist.client
      .post('/property-desk/tickets/actions/register')
      .send({ input: world.call(more) })
      .expect(200)
  ).body.data.documentId;
const act = (who: Colleague, documentId: string, action: string, input: object = {}) =>
  who.client.post(`/property-desk/tickets/${documentId}/actions/${action}`).send({ input }).expect(200);
const inHours = (hours: number) => new Date(world.kernel.clock.now().getTime() + hours * 3_600_000).toISOString();

/** Which marks of several people another one after something happened. */
const movedBy = async (people: Colleague[], happens: () => Promise<unknown>): Promise<string[][]> => {
  const before = await Promise.all(people.map(pulseOf));
  await happens();
  const after = await Promise.all(people.map(pulseOf));
  return after.map(({ marks }, index) =>
    Object.keys(marks).filter((type) => marks[type] !== before[index].marks[type])
  );
};

describe('the pulse', () => {
  it('moves with every kind of event, for those who may read it and for nobody else', async () => {
    const { manager, receptionist, engineer, supervisor } = world.staff;
    const people = [manager, receptionist, engineer, world.elsewhere.receptionist, world.elsewhere.supervisor];
    const OURS = [['ticket'], ['ticket'], ['ticket'], [], []];
    let ticket = '';
    expect(await movedBy(people, async () => (ticket = await register()))).toEqual(OURS);
    const dispatched = { assignee: engineer.staff.documentId, promisedAt: inHours(4) };
    expect(await movedBy(people, () => act(receptionist, ticket, 'dispatch', dispatched))).toEqual(OURS);
    expect(await movedBy(people, () => act(engineer, ticket, 'start'))).toEqual(OURS);
    // The clock marks what is broken.
    world.kernel.clock.advance(5 * 3_600_000);
    expect(await movedBy(people, () => world.kernel.tick())).toEqual(OURS);
    // One person's work goes to another.
    const given = { to: world.staff.engineer2.staff.documentId };
    expect(
      await movedBy(people, () =>
        supervisor.client.post(`/property-desk/staff/${engineer.staff.documentId}/hand-over`).send(given).expect(200)
      )
    ).toEqual(OURS);
    // Whoever may not read complaints does not hear of them.
    const lodged = {
      community: world.garden.documentId,
      household: world.household.documentId,
      kind: 'complaint',
      content: '电梯噪音',
      reporterName: '王小明',
      contactTelephone: '13800005678',
      source: 'phone',
    };
    const may = await engineer.client.get('/property-desk/complaints');
    expect(may.status).toBe(403);
    expect(
      await movedBy(people, () =>
        receptionist.client.post('/property-desk/complaints/actions/lodge').send({ input: lodged }).expect(200)
      )
    ).toEqual([['complaint'], ['complaint'], [], [], []]);
    // A household's file is no case, and its story is told all the same.
    const vehicle = { household: world.household.documentId, plate: '沪A12345' };
    expect(
      (await movedBy([manager, engineer], () => world.create('vehicle', vehicle))).map((types) => types.length)
    ).toEqual([1, 0]);
  });

  it('stays as it is while nothing happens, and then costs no body', async () => {
    const { receptionist } = world.staff;
    const first = await receptionist.client.get('/property-desk/pulse').expect(200);
    const again = await receptionist.client.get('/property-desk/pulse').set('If-None-Match', first.headers.etag);
    expect([again.status, again.text]).toEqual([304, '']);
    await register();
    const moved = await receptionist.client.get('/property-desk/pulse').set('If-None-Match', first.headers.etag);
    expect(moved.status).toBe(200);
    expect(moved.headers.etag).not.toBe(first.headers.etag);
    expect(moved.headers['cache-control']).toBe('private, no-cache');
  });

  it('names no row of ours', async () => {
    const { marks } = await pulseOf(world.staff.manager);
    for (const mark of Object.values(marks)) expect(mark).toMatch(/^[\w-]{12}$/);
  });

  it('notices an event that is committed after one with a higher id', async () => {
    const { rows, strapi } = world.kernel;
    const of = () => latestEvents(strapi.db.connection, rows, [world.garden.id], ['ticket']);
    const before = await of();
    const [last] = await strapi.db
      .connection(rows.table(EVENT_UID).name)
      .where({ case_type: 'ticket' })
      .orderBy('id', 'desc')
      .limit(1);
    // What a slower transaction was given before: an id below the latest that is known.
    const { id: _id, ...copy } = last;
    await strapi.db
      .connection(rows.table(EVENT_UID).name)
      .insert({ ...copy, id: 1_000_000, document_id: 'latecomerabove' });
    const above = await of();
    await strapi.db
      .connection(rows.table(EVENT_UID).name)
      .insert({ ...copy, id: 999_999, document_id: 'latecomerbelow' });
    const below = await of();
    expect(new Set([before, above, below].map((marks) => marks[0].mark)).size).toBe(3);
    await strapi.db.connection(rows.table(EVENT_UID).name).whereIn('id', [999_999, 1_000_000]).delete();
  });

  it('is read off the index alone', async () => {
    const { rows, strapi } = world.kernel;
    const { heardDuring, planByIndex } = createPlans(world);
    const { heard } = await heardDuring(() =>
      latestEvents(strapi.db.connection, rows, [world.garden.id], ['ticket', 'complaint'])
    );
    expect(await planByIndex(heard[0])).toMatch(onPostgres ? /pd_events_pulse/ : /COVERING INDEX pd_events_pulse/);
  });
});

describe('who else is there', () => {
  const heard = async (who: Colleague, tab: string, open: object[]): Promise<Pulse> =>
    (await who.client.post('/property-desk/pulse').send({ tab, open }).expect(200)).body.data;
  const at = (documentId: string, doing = 'viewing', type = 'ticket') => ({ type, documentId, doing });
  const rowsThere = () => world.kernel.strapi.db.connection(world.kernel.rows.table(PRESENCE_UID).name).select('*');
  const EVENTS = async () => (await world.kernel.strapi.db.connection('pd_events').count({ all: '*' }))[0].all;

  it('is shown on the case and in lists, until they leave', async () => {
    const { receptionist, specialist } = world.staff;
    const ticket = await register();
    const events = await EVENTS();
    expect((await heard(receptionist, 'tab-receptionist', [at(ticket)])).present).toEqual([]);
    const seen = await heard(specialist, 'tab-specialist', [at(ticket)]);
    expect(seen.present).toEqual([{ type: 'ticket', documentId: ticket, name: 'receptionist', doing: 'viewing' }]);
    expect(Object.keys(seen.cases)).toEqual([ticket]);

    await heard(receptionist, 'tab-receptionist', [at(ticket, 'acting')]);
    // Another page of the same person that only shows it changes nothing of what they do.
    await heard(receptionist, 'tab-receptionist-2', [at(ticket)]);
    expect((await pulseOf(world.staff.supervisor)).present).toEqual(
      expect.arrayContaining([
        { type: 'ticket', documentId: ticket, name: 'receptionist', doing: 'acting' },
        { type: 'ticket', documentId: ticket, name: 'specialist', doing: 'viewing' },
      ])
    );
    await heard(receptionist, 'tab-receptionist', []);
    await heard(receptionist, 'tab-receptionist-2', []);
    expect((await heard(specialist, 'tab-specialist', [at(ticket)])).present).toEqual([]);
    await heard(specialist, 'tab-specialist', []);
    expect(await rowsThere()).toEqual([]);
    // Nobody's record.
    expect(await EVENTS()).toEqual(events);
  });

  it('a mark of the case moves with the case and with no other', async () => {
    const { receptionist, engineer } = world.staff;
    const [ticket, another] = [await register(), await register({ household: world.neighbour.documentId })];
    const mark = async () => (await heard(receptionist, 'tab-of-one-case', [at(ticket)])).cases[ticket];
    const first = await mark();
    await act(receptionist, another, 'dispatch', { assignee: engineer.staff.documentId, promisedAt: inHours(4) });
    expect(await mark()).toBe(first);
    await act(receptionist, ticket, 'dispatch', { assignee: engineer.staff.documentId, promisedAt: inHours(4) });
    expect(await mark()).not.toBe(first);
    await heard(receptionist, 'tab-of-one-case', []);
  });

  it('ends when nothing is heard for twenty seconds, by the clock of the desk, and is swept after a minute', async () => {
    const { receptionist, specialist } = world.staff;
    const ticket = await register();
    const { clock } = world.kernel;
    await heard(receptionist, 'tab-that-closes', [at(ticket)]);
    clock.advance(19_000);
    expect((await pulseOf(specialist)).present).toHaveLength(1);
    await heard(receptionist, 'tab-that-closes', [at(ticket)]);
    clock.advance(15_000);
    expect((await pulseOf(specialist)).present).toHaveLength(1);
    clock.advance(6_000);
    expect((await pulseOf(specialist)).present).toEqual([]);
    expect(await rowsThere()).toHaveLength(1);
    clock.advance(60_000);
    await world.kernel.tick();
    expect(await rowsThere()).toEqual([]);
  });

  it.each([
    ['of another community', () => world.elsewhere.receptionist],
    ['without the right to read the case', () => world.staff.engineer],
  ])('somebody %s neither sees it nor is seen', async (_who, whoever) => {
    const { receptionist } = world.staff;
    const input = {
      community: world.garden.documentId,
      household: world.household.documentId,
      question: '几点下班',
      reporterName: '王小明',
      contactTelephone: '13800005678',
      promisedAt: inHours(3),
    };
    const asked = await receptionist.client.post('/property-desk/inquiries/actions/ask').send({ input }).expect(200);
    const inquiry = asked.body.data.documentId;
    const stranger = whoever();
    expect((await stranger.client.get(`/property-desk/inquiries/${inquiry}`)).status).toBeGreaterThanOrEqual(403);
    await heard(receptionist, 'tab-at-an-inquiry', [at(inquiry, 'viewing', 'inquiry')]);
    const answer = await heard(stranger, 'tab-of-a-stranger', [at(inquiry, 'viewing', 'inquiry')]);
    expect([answer.present, answer.cases]).toEqual([[], {}]);
    expect((await heard(receptionist, 'tab-at-an-inquiry', [at(inquiry, 'viewing', 'inquiry')])).present).toEqual([]);
    await heard(receptionist, 'tab-at-an-inquiry', []);
  });

  it.each([
    [{}, 'tab'],
    [{ tab: 'x', open: [] }, 'tab'],
    [{ tab: 'long-enough', open: 'all' }, 'open'],
    [{ tab: 'long-enough', open: [{ type: 'ticket', documentId: '../x', doing: 'viewing' }] }, 'open.0.documentId'],
    [{ tab: 'long-enough', open: [{ type: 'ticket', documentId: 'abc', doing: 'sleeping' }] }, 'open.0.doing'],
    [{ tab: 'long-enough', open: [], more: 1 }, 'more'],
    [{ tab: 'long-enough', open: Array(11).fill({ type: 'ticket', documentId: 'abc', doing: 'viewing' }) }, 'open'],
  ])('refuses %j by name', async (body, field) => {
    const answer = await world.staff.receptionist.client.post('/property-desk/pulse').send(body).expect(400);
    expect(answer.body.error.details.errors.map(({ path }: { path: string[] }) => path.join('.'))).toContain(field);
  });

  it('passes over what there is not', async () => {
    const open = [at('nosuchcase'), at('nosuchcase', 'viewing', 'nosuchtype'), at('abc', 'viewing', 'constructor')];
    const answer = await heard(world.staff.receptionist, 'tab-with-nothing', open);
    expect([answer.cases, answer.present]).toEqual([{}, []]);
    await world.desk.request.get('/property-desk/pulse').expect(401);
    await world.desk.request.post('/property-desk/pulse').send({ tab: 'long-enough', open: [] }).expect(401);
  });
});

describe('a form that is sent twice', () => {
  const { any } = expect;
  const send = (key: string, more: object = {}, who = world.staff.receptionist) =>
    who.client
      .post('/property-desk/tickets/actions/register')
      .set('Idempotency-Key', key)
      .send({ input: world.call(more as never) });

  it('starts one case, and the second answer is about it', async () => {
    const first = await send('key-of-a-form');
    const second = await send('key-of-a-form');
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.data.documentId).toBe(first.body.data.documentId);
    expect(second.body.event.documentId).toBe(first.body.event.documentId);
    expect(second.body.obligations.map(({ what }: { what: string }) => what)).toEqual(['ticket.dispatch']);
    expect((await send('key-of-another')).body.data.documentId).not.toBe(first.body.data.documentId);
  });

  it('also when both are under way at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => send('key-of-a-race')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.data.documentId)).size).toBe(1);
  });

  it('says which case it is where something else was entered meanwhile', async () => {
    const first = await send('key-with-changes');
    const changed = await send('key-with-changes', { description: '阳台漏水' }).set('Accept-Language', 'zh-Hans');
    expect(changed.status).toBe(400);
    expect(changed.body.error.details.errors[0]).toMatchObject({
      path: ['Idempotency-Key'],
      message: expect.stringContaining(first.body.data.number),
    });
  });

  it('keeps the key free after a refusal, and everybody their own', async () => {
    expect((await send('key-refused-first', { category: 'nosuchcategory' })).status).toBe(400);
    const done = await send('key-refused-first');
    expect(done.body.data.documentId).toEqual(any(String));
    const another = await send('key-refused-first', {}, world.staff.specialist);
    expect(another.body.data.documentId).not.toBe(done.body.data.documentId);
  });

  it('refuses what is no key, and forgets keys after a week', async () => {
    expect((await send('short')).status).toBe(400);
    expect((await send('with spaces in it')).status).toBe(400);
    world.kernel.clock.advance(8 * 24 * 3_600_000);
    await world.kernel.tick();
    expect(await world.kernel.strapi.db.connection('pd_start_keys').select('*')).toEqual([]);
  });
});

describe('several processes', () => {
  it('see the same pulse and the same people', async () => {
    // SQLite is one process's own file in earnest, and yet it shows here that nothing is kept in memory.
    other = await startServer(world.desk.database);
    const { receptionist, specialist } = world.staff;
    world.kernel.clock.run();
    const there = async (path: string, who: Colleague, init: object = {}): Promise<Pulse> => {
      const headers = { Authorization: `Bearer ${who.token}`, 'Content-Type': 'application/json' };
      const answer = await fetch(`${other!.url}/property-desk${path}`, { headers, ...init });
      return ((await answer.json()) as { data: Pulse }).data;
    };
    const before = await there('/pulse', specialist);
    expect((await pulseOf(specialist)).marks).toEqual(before.marks);
    const ticket = await register();
    const after = await there('/pulse', specialist);
    expect(after.marks.ticket).not.toBe(before.marks.ticket);
    const open = [{ type: 'ticket', documentId: ticket, doing: 'acting' }];
    await there('/pulse', receptionist, { method: 'POST', body: JSON.stringify({ tab: 'tab-elsewhere', open }) });
    expect((await pulseOf(specialist)).present).toEqual([
      { type: 'ticket', documentId: ticket, name: 'receptionist', doing: 'acting' },
    ]);
  });
});
