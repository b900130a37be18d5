import type { Knex } from 'knex';
import { followRules, refreshGaps } from './gaps';
import { nextFileNumbers, numberUnnumbered } from './numbers';
import { bootWorld, type Colleague, type Doc, type World } from '../../../testing/world';
import { HOUSEHOLD_UID, RESIDENT_UID, VEHICLE_UID } from '../uids';

let world: World;
const monday = new Date('2026-11-23T01:00:00.000Z');
const HOUR = 3_600_000;

const documents = (uid: string) =>
  world.desk.strapi.documents(uid as never) as unknown as {
    create(asked: object): Promise<Doc>;
    update(asked: object): Promise<Doc>;
    delete(asked: object): Promise<unknown>;
    findOne(asked: object): Promise<Doc>;
  };

/** A household as its table holds it. */
const stored = async (home: Doc): Promise<Record<string, unknown>> => {
  const { rows, strapi } = world.kernel;
  return (await rows.first(strapi.db.connection, HOUSEHOLD_UID, { documentId: home.documentId })) ?? {};
};
const gaps = async (home: Doc) => Object.keys((await stored(home)).gaps as object).sort();

let rooms = 600;
const room = (more: object = {}) => {
  rooms += 1;
  return {
    community: world.garden.documentId,
    building: world.building.documentId,
    unit: '1',
    room: String(rooms),
    ...more,
  };
};
const inTransaction = <T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> =>
  world.desk.strapi.db.transaction(({ trx }) => work(trx as Knex.Transaction)) as Promise<T>;

beforeAll(async () => {
  world = await bootWorld();
  world.kernel.clock.freeze(monday);
});
afterAll(() => world.desk.stop());

describe('file numbers', () => {
  const value = (number: unknown) => Number(/^DA-(\d{5,})$/.exec(number as string)?.[1]);

  it('are given in order, whatever road a household is made by, and refusals leave no gap', async () => {
    const first = await world.create('household', room());
    await expect(world.create('household', room({ room: first.room }))).rejects.toMatchObject({
      details: { errors: [{ path: ['room'], key: 'error.taken' }] },
    });
    const { ids } = await world.desk.strapi.db
      .query(HOUSEHOLD_UID)
      .createMany({ data: ['a1', 'a2'].map((each) => ({ room: each, roomKey: `x-${each}` })) });
    const many = await world.desk.strapi.db.query(HOUSEHOLD_UID).findMany({ where: { id: ids }, orderBy: 'id' });
    const taken = await inTransaction((trx) => nextFileNumbers(world.kernel, trx, 3));
    await expect(
      inTransaction(async (trx) => {
        await nextFileNumbers(world.kernel, trx, 7);
        throw new Error('rolled back');
      })
    ).rejects.toThrow('rolled back');
    const last = await world.create('household', room());
    const start = value(first.fileNumber);
    expect(start).toBeGreaterThan(0);
    expect([...many.map(({ fileNumber }) => fileNumber), ...taken, last.fileNumber].map(value)).toEqual(
      [1, 2, 3, 4, 5, 6].map((step) => start + step)
    );
    expect((await stored(last)).fileNumber).toBe(last.fileNumber);
  });

  it('are not asked for twice: what is there already is refused by its field in the Content Manager too', async () => {
    const { client } = await world.desk.superAdmin();
    const { garden, building, household: home } = world;
    const post = async (type: string, data: object) =>
      client.post(`/content-manager/collection-types/plugin::property-desk.${type}`).send(data);
    const connect = ({ documentId }: Doc) => ({ connect: [{ documentId }] });
    const again = { community: connect(garden), building: connect(building), unit: '2', room: '501' };
    const twice = await post('household', again);
    expect([twice.status, twice.body.error?.details?.errors?.[0]?.path]).toEqual([400, ['room']]);
    const key = { number: 'K-900', name: '天台门', community: connect(garden), household: connect(home) };
    expect((await post('key', key)).status).toBe(201);
    const other = await post('key', key);
    expect([other.status, other.body.error?.details?.errors?.[0]?.path]).toEqual([400, ['number']]);
  });

  it('are nobody’s to choose; a form may send the present one along', async () => {
    const home = await world.create('household', room());
    await expect(world.create('household', room({ fileNumber: 'DA-99999' }))).rejects.toThrow('档案号由系统按顺序编号');
    const update = (fileNumber: unknown) =>
      documents(HOUSEHOLD_UID).update({ documentId: home.documentId, data: { fileNumber, notes: '备注' } });
    await expect(update('DA-99999')).rejects.toThrow('档案号由系统按顺序编号');
    await update(home.fileNumber);
    await update(null);
    expect(await stored(home)).toMatchObject({ fileNumber: home.fileNumber, notes: '备注' });
  });

  it('are given at start to households that have none', async () => {
    const homes = [await world.create('household', room()), await world.create('household', room())];
    const ids = homes.map(({ id }) => id);
    await world.desk.strapi.db
      .connection('pd_households')
      .whereIn('id', ids)
      .update({ file_number: null, gaps: null, requirements: null });
    await Promise.all([numberUnnumbered(world.kernel), numberUnnumbered(world.kernel)]);
    await followRules(world.kernel);
    const [one, other] = await Promise.all(homes.map(stored));
    expect(value(other.fileNumber)).toBe(value(one.fileNumber) + 1);
    expect(Object.keys(one.gaps as object)).toContain('owner');
  });
});

describe('completeness', () => {
  it('follows the household, its people and its papers, and each gap keeps its moment', async () => {
    const { staff, create, kernel } = world;
    const home = await create('household', room());
    expect(await gaps(home)).toEqual(['owner', 'responsible', 'titleCertificate']);
    expect((await stored(home)).incompleteSince).toEqual(monday);

    kernel.clock.advance(HOUR);
    const owner = await create('resident', { name: '王小明', household: home.documentId, kind: 'owner' });
    expect((await stored(home)).gaps).toEqual({
      ownerTelephone: new Date(monday.getTime() + HOUR).toISOString(),
      ownerIdentityNumber: new Date(monday.getTime() + HOUR).toISOString(),
      responsible: monday.toISOString(),
      titleCertificate: monday.toISOString(),
    });
    const update = (uid: string, { documentId }: Doc, data: object) => documents(uid).update({ documentId, data });
    await update(RESIDENT_UID, owner, { telephone: '13800005678', identityNumber: '11010519491231002X' });
    expect(await gaps(home)).toEqual(['responsible', 'titleCertificate']);

    const paper = await create('household-paper', {
      household: home.documentId,
      kind: 'title_certificate',
      name: '不动产权证',
    });
    expect(await gaps(home)).toContain('titleCertificate');
    await update('plugin::property-desk.household-paper', paper, { paperPlace: '3号柜2层' });
    expect(await gaps(home)).toEqual(['responsible']);
    await update(HOUSEHOLD_UID, home, {
      responsible: staff.specialist.staff.documentId,
      // What a form sends along of the file's own is nobody's to set.
      gaps: { owner: 'never' },
      incompleteSince: '2020-01-01T00:00:00.000Z',
    });
    expect(await stored(home)).toMatchObject({ gaps: {}, incompleteSince: null });

    await update(HOUSEHOLD_UID, home, { occupancy: 'rented_out' });
    expect(await gaps(home)).toEqual(['tenant']);
    await documents('plugin::property-desk.household-paper').delete({ documentId: paper.documentId });
    expect(await gaps(home)).toEqual(['tenant', 'titleCertificate']);
    await update(RESIDENT_UID, owner, { movedOutAt: monday.toISOString() });
    expect(await gaps(home)).toEqual(['owner', 'tenant', 'titleCertificate']);
  });

  it('moves with a person who is entered under another household', async () => {
    const [from, to] = [await world.create('household', room()), await world.create('household', room())];
    const owner = await world.create('resident', { name: '李四', household: from.documentId, kind: 'owner' });
    await documents(RESIDENT_UID).update({ documentId: owner.documentId, data: { household: to.documentId } });
    expect(await gaps(from)).toContain('owner');
    expect(await gaps(to)).not.toContain('owner');
  });

  it('is taken back with the write that it went with', async () => {
    const home = await world.create('household', room());
    const before = await stored(home);
    world.kernel.clock.advance(HOUR);
    await expect(
      world.desk.strapi.db.transaction(async () => {
        await world.create('resident', { name: '王五', household: home.documentId, kind: 'owner' });
        throw new Error('taken back');
      })
    ).rejects.toThrow('taken back');
    expect(await stored(home)).toEqual(before);
  });

  it('is said of hundreds of households in a few statements', async () => {
    const { connection } = world.desk.strapi.db;
    const { rows, kernel } = { rows: world.kernel.rows, kernel: world.kernel };
    const homes = Array.from({ length: 500 }, (_, index) =>
      rows.newRow(
        HOUSEHOLD_UID,
        { community: world.garden.id, building: world.building.id, room: `m${index}`, roomKey: `m-${index}` },
        monday
      )
    );
    for (let from = 0; from < homes.length; from += 50)
      await connection('pd_households').insert(homes.slice(from, from + 50));
    const ids = (await connection('pd_households').where('room_key', 'like', 'm-%').select('id')).map(({ id }) =>
      Number(id)
    );
    let statements = 0;
    const count = () => (statements += 1);
    connection.on('query', count);
    await inTransaction((trx) => refreshGaps(kernel, trx, ids));
    connection.off('query', count);
    expect(statements).toBeLessThan(20);
    const complete = await connection('pd_households')
      .whereIn('id', ids)
      .whereNotNull('incomplete_since')
      .count({ n: '*' });
    expect(Number(complete[0].n)).toBe(500);
  });
});

describe('a policy that asks for something else', () => {
  const HOMES = 'pd_households';
  /** Puts a policy into force in the first community, and answers when it came. */
  const inForce = async (values: Record<string, boolean>): Promise<Date> => {
    const act = async (who: Colleague, path: string, input: object = {}) =>
      (await who.client.post(`/property-desk/policies/${path}`).send({ input }).expect(200)).body.data.documentId;
    const { supervisor, manager } = world.staff;
    const id = await act(supervisor, 'actions/draft', { community: world.garden.documentId, from: 'default' });
    for (const [key, value] of Object.entries(values)) await act(supervisor, `${id}/actions/set-rule`, { key, value });
    await act(supervisor, `${id}/actions/submit`);
    await act(manager, `${id}/actions/approve`);
    await act(supervisor, `${id}/actions/promulgate`);
    return world.kernel.clock.now();
  };
  const certificates = async () => {
    const all = await world.desk.strapi.db.connection(HOMES).where({ community_id: world.garden.id }).select('gaps');
    const moments = all.map(({ gaps: kept }) => (typeof kept === 'string' ? JSON.parse(kept) : kept).titleCertificate);
    return { files: all.length, since: [...new Set(moments)] };
  };
  const writes = async (work: () => Promise<unknown>) => {
    const statements: string[] = [];
    const keep = ({ sql }: { sql: string }) => statements.push(sql);
    world.desk.strapi.db.connection.on('query', keep);
    await work();
    world.desk.strapi.db.connection.off('query', keep);
    return statements.filter((sql) => /^update .*pd_households/i.test(sql)).length;
  };

  it('reaches every file of its community by itself, and none elsewhere', async () => {
    const [there] = await world.kernel.rows.find(world.desk.strapi.db.connection, HOUSEHOLD_UID, {
      community: world.river.id,
    });
    const home = await world.create('household', room());
    await followRules(world.kernel);
    const before = await stored(home);
    await inForce({ 'household.needsTitleCertificate': false, 'household.needsResponsible': false });
    expect(await gaps(home)).toEqual(['owner', 'responsible', 'titleCertificate']);
    await world.kernel.tick();
    expect((await certificates()).since).toEqual([undefined]);
    expect(await stored(home)).toMatchObject({
      gaps: { owner: (before.gaps as Record<string, string>).owner },
      updatedAt: before.updatedAt,
    });
    expect(await gaps(there as unknown as Doc)).toEqual(['owner', 'responsible', 'titleCertificate']);
  });

  it('opens gaps since it came into force, whoever is stopped or works beside another, and writes nothing twice', async () => {
    const since = await inForce({ 'household.needsResponsible': false });
    world.kernel.clock.advance(HOUR);
    // The file of a flat that is written meanwhile says the same.
    const home = await world.create('household', room());
    let batches = 0;
    await followRules(world.kernel, () => (batches += 1) <= 1);
    const halfway = await certificates();
    expect(halfway.files).toBeGreaterThan(500);
    expect(halfway.since).toContain(undefined);
    expect(halfway.since).toContain(since.toISOString());
    await Promise.all([followRules(world.kernel), followRules(world.kernel)]);
    const made = world.kernel.clock.now().toISOString();
    expect((await certificates()).since.sort()).toEqual([since.toISOString(), made].sort());
    expect((await stored(home)).gaps).toEqual({ owner: made, titleCertificate: made });
    expect(await writes(() => followRules(world.kernel))).toBe(0);
  });

  it('reaches a file that came in beside it under the rules of before', async () => {
    const home = await world.create('household', room());
    await world.desk.strapi.db
      .connection(HOMES)
      .where({ id: home.id })
      .update({ requirements: '0000', gaps: JSON.stringify({ owner: monday.toISOString() }) });
    expect(await writes(() => followRules(world.kernel))).toBe(1);
    expect(await gaps(home)).toEqual(['owner', 'titleCertificate']);
  });
});

describe('look-up keys', () => {
  it('follow what is entered, and nobody sets one', async () => {
    const home = await world.create('household', room());
    const car = await world.create('vehicle', { household: home.documentId, plate: '沪a·１２３４５', plateKey: 'X' });
    expect(car.plateKey).toBe('沪A12345');
    const update = (data: object) => documents(VEHICLE_UID).update({ documentId: car.documentId, data });
    expect((await update({ plateKey: 'Y', colour: '白色' })).plateKey).toBe('沪A12345');
    expect((await update({ plate: '沪B 67890' })).plateKey).toBe('沪B67890');
    const person = await world.create('resident', { name: '单雄信', household: home.documentId, initials: 'zzz' });
    expect(person.initials).toBe('sxx');
  });
});
