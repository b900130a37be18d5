import type { Knex } from 'knex';
import type { Look, LookKind, LookVolume } from '../../../../contracts';
import plugin from '../../index';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { createWatch } from './watch';

type Loose = Record<string, any>;

let world: World;
let start: Date;
const RESIDENT = 'plugin::property-desk.resident';

const table = () => world.desk.strapi.db.connection('pd_access_log');

/** Looks of one colleague, `times` of them, `hours` from the start of the day. */
const look = async (
  who: Colleague,
  kind: LookKind,
  { times = 1, hours = 9, records, documentId = '', community = world.garden.id, reason }: Loose = {}
) => {
  const at = new Date(start.getTime() + hours * 3_600_000);
  const entry = {
    kind,
    recordType: RESIDENT,
    recordDocumentId: documentId,
    records,
    reason,
    field: kind === 'reveal' ? 'telephone' : null,
    actor: { kind: 'staff', name: who.staff.name, staff: who.staff },
    community,
  };
  await world.desk.strapi.db.transaction(({ trx }) =>
    world.kernel.confidential.log(trx as Knex.Transaction, Array(times).fill(entry), at)
  );
};

const ask = async (who: { client: Colleague['client'] }, query = ''): Promise<{ data: Look[]; meta: Loose }> =>
  (await who.client.get(`/property-desk/access-log${query}`).expect(200)).body;
const volume = async (who: { client: Colleague['client'] }, query = ''): Promise<LookVolume[]> =>
  (await who.client.get(`/property-desk/access-log/volume${query}`).expect(200)).body.data;

beforeAll(async () => {
  world = await bootWorld();
  const { clock } = world.kernel;
  start = clock.startOfDay(clock.now());
  clock.freeze(new Date(start.getTime() + 12 * 3_600_000));
});
beforeEach(async () => {
  await table().delete();
  await world.desk.strapi.db.connection('pd_outbox').delete();
});
afterAll(() => world?.desk.stop());

describe('the list', () => {
  it('says who saw what, when and why, latest first', async () => {
    const { receptionist, supervisor } = world.staff;
    const { resident } = await world.settle(world.household, '王小明', '13800005678');
    await look(receptionist, 'reveal', { documentId: resident.documentId, reason: '回电', hours: 9 });
    await look(receptionist, 'list', { records: 20, hours: 10 });
    const { data, meta } = await ask(supervisor);
    expect(meta).toMatchObject({ total: 2, nextCursor: null });
    expect(data.map(({ kind }) => kind)).toEqual(['list', 'reveal']);
    expect(data[1]).toMatchObject({
      person: { documentId: receptionist.staff.documentId, name: 'receptionist' },
      record: { type: 'resident', uid: RESIDENT, documentId: resident.documentId, title: '王小明' },
      field: 'telephone',
      reason: '回电',
      records: 1,
      community: { documentId: world.garden.documentId, name: '阳光花园' },
      at: new Date(start.getTime() + 9 * 3_600_000).toISOString(),
    });
    expect(data[0]).toMatchObject({ records: 20, record: { documentId: '', title: '' } });
  });

  it('names a case by its number, under whichever name it stands in the log', async () => {
    const { receptionist, supervisor } = world.staff;
    const { documentId, number } = (
      await receptionist.client
        .post('/property-desk/tickets/actions/register')
        .send({ input: world.call() })
        .expect(200)
    ).body.data;
    await supervisor.client.get(`/property-desk/tickets/${documentId}/print`).expect(200);
    await supervisor.client
      .get(`/content-manager/collection-types/plugin::property-desk.ticket/${documentId}`)
      .expect(200);
    const { data } = await ask(supervisor, `?type=ticket&record=${documentId}`);
    expect(data.map(({ kind }) => kind).sort()).toEqual(['open', 'print']);
    for (const { record } of data)
      expect(record).toMatchObject({ type: 'ticket', uid: 'plugin::property-desk.ticket' });
    for (const { record } of data) expect(record.title).toContain(number);
  });

  it('is narrowed by kind, person, community and day, and paged by position', async () => {
    const { receptionist, specialist, supervisor } = world.staff;
    for (let hours = 1; hours <= 5; hours += 1) await look(receptionist, 'reveal', { hours });
    await look(specialist, 'print', { hours: 6 });
    await look(specialist, 'print', { hours: -20 });
    const count = async (query: string) => (await ask(supervisor, query)).data.length;
    const today = world.kernel.clock.dayText(start);
    expect(await count('?kind=print')).toBe(2);
    expect(await count('?kind=print,reveal')).toBe(7);
    expect(await count(`?person=${receptionist.staff.documentId}`)).toBe(5);
    expect(await count(`?from=${today}&kind=print`)).toBe(1);
    expect(await count(`?community=${world.garden.documentId}`)).toBe(7);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { data, meta } = await ask(supervisor, `?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...data.map(({ at }) => at));
      cursor = meta.nextCursor ?? '';
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it.each([
    ['kind=look', 'kind'],
    ['type=nothing', 'type'],
    ['person=nobody', 'person'],
    ['community=nowhere', 'community'],
    ['from=yesterday', 'from'],
    ['cursor=x', 'cursor'],
    ['zz=1', 'zz'],
  ])('refuses ?%s by name', async (query, field) => {
    const { body } = await world.staff.supervisor.client.get(`/property-desk/access-log?${query}`).expect(400);
    expect(body.error.details.errors[0].path).toEqual([field]);
  });

  it('shows a supervisor their own communities, and what colleagues did in none', async () => {
    const { receptionist, supervisor } = world.staff;
    await look(receptionist, 'reveal', {});
    await look(receptionist, 'search', { community: null });
    await look(world.elsewhere.receptionist, 'reveal', { community: world.river.id });
    await look(world.elsewhere.receptionist, 'search', { community: null });
    expect((await ask(supervisor)).data.map(({ kind }) => kind).sort()).toEqual(['reveal', 'search']);
    expect((await ask(world.elsewhere.supervisor)).data.map(({ kind }) => kind).sort()).toEqual(['reveal', 'search']);
    expect((await ask(await world.desk.superAdmin())).data).toHaveLength(4);
    const other = `community=${world.river.documentId}`;
    await supervisor.client.get(`/property-desk/access-log?${other}`).expect(400);
    await supervisor.client.get(`/property-desk/access-log/volume?${other}`).expect(400);
  });

  it.each(['specialist', 'receptionist', 'engineer'] as const)('is not for a %s', async (role) => {
    await world.staff[role].client.get('/property-desk/access-log').expect(403);
    await world.staff[role].client.get('/property-desk/access-log/volume').expect(403);
  });
});

describe('what is unusual', () => {
  const messages = (): Promise<Loose[]> => world.desk.strapi.db.connection('pd_outbox').orderBy('id');
  const emailOf = ({ email }: Colleague) => email;

  it('is counted by person and day: what left its mask, and how many records at once', async () => {
    const { receptionist, specialist, supervisor } = world.staff;
    await look(receptionist, 'reveal', { times: 30 });
    await look(receptionist, 'file', { times: 5 });
    await look(receptionist, 'list', { times: 99, records: 100 });
    await look(specialist, 'export', { records: 500 });
    const [first, second] = await volume(supervisor);
    expect(first).toMatchObject({ person: { name: 'specialist' }, looks: 500, limit: 50, unusual: true });
    expect(second).toMatchObject({
      day: world.kernel.clock.dayText(start),
      person: { name: 'receptionist' },
      looks: 35,
      kinds: { reveal: 30, file: 5 },
      unusual: false,
    });
    expect(await volume(world.elsewhere.supervisor)).toEqual([]);
    const { status } = await supervisor.client.get('/property-desk/access-log/volume?from=2026-01-01&to=2026-12-31');
    expect(status).toBe(400);
  });

  it('is told to those who oversee, once, whichever process sees it', async () => {
    const { receptionist, supervisor, manager } = world.staff;
    await look(receptionist, 'reveal', { times: 50 });
    await Promise.all([createWatch()(world.kernel), createWatch()(world.kernel)]);
    await createWatch()(world.kernel);
    const told = await messages();
    expect(told.map(({ recipient }) => recipient).sort()).toEqual([supervisor, manager].map(emailOf).sort());
    expect(told[0].subject).toContain('receptionist');
    await look(receptionist, 'reveal', { times: 10, hours: 10 });
    await createWatch()(world.kernel);
    expect(await messages()).toHaveLength(2);
  });

  it('is never told to the person alone', async () => {
    const { supervisor, manager } = world.staff;
    await look(supervisor, 'print', { times: 60 });
    await createWatch()(world.kernel);
    expect((await messages()).map(({ recipient }) => recipient)).toEqual([emailOf(manager)]);
    await look(world.elsewhere.supervisor, 'print', { times: 60, community: world.river.id });
    await createWatch()(world.kernel);
    expect(await messages()).toHaveLength(1);
  });

  it('says nothing below the limit', async () => {
    await look(world.staff.receptionist, 'reveal', { times: 49 });
    await createWatch()(world.kernel);
    expect(await messages()).toEqual([]);
  });
});

describe('entries are kept', () => {
  it('for as long as the office says, and no longer', async () => {
    const { receptionist } = world.staff;
    const { clock } = world.kernel;
    await look(receptionist, 'open', { times: 1200 });
    await look(receptionist, 'open', { hours: 24 * 40 });
    const left = async () => Number((await table().count({ count: '*' }))[0].count);
    const now = clock.now();
    clock.freeze(clock.plus(start, 'P23M'));
    await createWatch()(world.kernel);
    expect(await left()).toBe(1201);
    clock.freeze(clock.plus(clock.plus(start, 'P24M'), 'P1D'));
    await createWatch()(world.kernel);
    expect(await left()).toBe(1);
    clock.freeze(now);
  });

  it.each([5, 0, -1, 6.5])('and no setting of %s months is taken', (accessLogMonths) => {
    const { default: defaults, validator } = plugin.config;
    expect(() => validator({ ...defaults, accessLogMonths })).toThrow(/accessLogMonths/);
    expect(() => validator({ ...defaults, accessLogMonths: 6 })).not.toThrow();
  });
});
