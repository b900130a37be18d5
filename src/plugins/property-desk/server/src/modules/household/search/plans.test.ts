import { createPlans, type Plans } from '../../../testing/plans';
import { bootWorld, type World } from '../../../testing/world';
import { HOUSEHOLD_UID, KEY_UID, PARKING_SPACE_UID, RESIDENT_UID, VEHICLE_UID } from '../uids';
import { residentKeys, vehicleKeys } from './keys';

/** Enough that no planner reads a whole table where it has an index. */
const HOMES = 12_000;
const PER_HOME = 3;
const BUILDINGS = 40;
const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平'];

let world: World;
let plans: Plans;

const TELEPHONE = '13800005678';
const IDENTITY = '11010519491231002X';

/** The nth home, person and vehicle. */
const nameOf = (n: number) => SURNAMES[n % 20] + GIVEN[Math.floor(n / 20) % 20] + GIVEN[Math.floor(n / 400) % 20];
const plateOf = (n: number) => `沪${'ABCDEFGH'[n % 8]}${String((n * 7919) % 100_000).padStart(5, '0')}`;

beforeAll(async () => {
  world = await bootWorld();
  plans = createPlans(world);
  const { kernel, garden, river } = world;
  const { fill, nextId } = plans;
  const now = kernel.clock.now();
  const places = Array.from({ length: BUILDINGS }, (_, n) => ({ n, community: n % 2 ? garden.id : river.id }));
  const building = await nextId('pd_buildings');
  await fill('plugin::property-desk.building', BUILDINGS, (n) => ({
    code: `${100 + n}`,
    name: `${100 + n}栋`,
    community: places[n].community,
  }));
  const home = await nextId('pd_households');
  const perBuilding = HOMES / BUILDINGS;
  await fill(HOUSEHOLD_UID, HOMES, (n) => {
    const place = n % BUILDINGS;
    const room = `${1 + Math.floor(Math.floor(n / BUILDINGS) / 10)}${String(Math.floor(n / BUILDINGS) % 10).padStart(2, '0')}`;
    return {
      community: places[place].community,
      building: building + place,
      room,
      roomKey: `${100 + place}-${room}`,
      name: `${100 + place}栋${room}`,
      fileNumber: `DA-${String(50_000 + n)}`,
      gaps: {},
    };
  });
  expect(perBuilding).toBe(300);
  const communityOf = (n: number) => places[n % BUILDINGS].community;
  await fill(RESIDENT_UID, HOMES * PER_HOME, (n) => {
    const household = Math.floor(n / PER_HOME);
    const name = nameOf(n);
    return {
      name,
      ...residentKeys(name),
      household: home + household,
      homeCommunity: communityOf(household),
      kind: 'owner',
      telephoneHash: kernel.confidential.hash('telephone', n === 9 ? TELEPHONE : `139${String(n).padStart(8, '0')}`),
      identityNumberHash: kernel.confidential.hash('identityNumber', n === 9 ? IDENTITY : `E${10_000_000 + n}`),
      // One of seven has left.
      movedOutAt: n % 7 ? null : now,
    };
  });
  await fill(VEHICLE_UID, HOMES, (n) => ({
    plate: plateOf(n),
    ...vehicleKeys(plateOf(n)),
    household: home + n,
  }));
  for (const uid of [KEY_UID, PARKING_SPACE_UID])
    await fill(uid, HOMES, (n) => ({
      number: `${uid === KEY_UID ? 'K' : 'P'}-${n}`,
      ...(uid === KEY_UID ? { name: '进户门' } : {}),
      community: communityOf(n),
      household: home + n,
    }));
  await plans.count();
}, 300_000);
afterAll(() => world?.desk.stop());

/** The plans of every statement over the archive that one search sends. */
const plansOf = async (body: object, client = world.staff.receptionist.client) => {
  const { answer, statements } = await plans.statementsOf(() =>
    client.post('/property-desk/search').send(body).expect(200)
  );
  const told = await plans.plansOf(statements, /pd_(residents|households|vehicles)/);
  return { found: answer.body.data.households.length as number, told };
};

const SCANS = /(?:SCAN|Seq Scan on) (?:pd_(?:residents|households|vehicles|keys|parking_spaces)|h|t)\b/;

/** Every way, what is typed, and the index that it must go by. */
const WAYS: [string, object, RegExp][] = [
  ['a telephone', { query: TELEPHONE, former: true }, /pd_residents_telephone/],
  ['an identity number', { query: IDENTITY, former: true }, /pd_residents_identity/],
  ['a room', { query: '101栋105' }, /pd_households_building/],
  ['a whole building', { query: '101栋' }, /pd_households_building/],
  ['a bare room', { query: '105' }, /pd_households_bare_room/],
  ['a name', { query: nameOf(7) }, /pd_residents_present_name/],
  ['the beginning of a name', { query: '王' }, /pd_residents_present_name/],
  ['initials', { query: 'ww' }, /pd_residents_present_initials/],
  ['pinyin', { query: 'wangwei' }, /pd_residents_present_pinyin/],
  ['the name of who has left', { query: '王', former: true }, /pd_residents_former_name/],
  ['the initials of who has left', { query: 'ww', former: true }, /pd_residents_former_initials/],
  ['the pinyin of who has left', { query: 'wangwei', former: true }, /pd_residents_former_pinyin/],
  ['a plate', { query: plateOf(7) }, /pd_vehicles_plate_end/],
  ['the end of a plate', { query: plateOf(7).slice(-4) }, /pd_vehicles_plate_end/],
  ['a file number', { query: 'DA-50007' }, /pd_households_(file_number|bare_room)/],
  ['a key', { query: 'K-7' }, /pd_keys_number/],
  ['a parking space', { query: 'P-7' }, /pd_parking_spaces_number/],
];

describe.each<[string, () => Promise<World['staff']['receptionist']['client'] | undefined>]>([
  ['somebody of one community', async () => undefined],
  ['somebody of all communities', async () => (await world.desk.superAdmin()).client],
])('a search by %s', (_who, clientOf) => {
  it.each(WAYS)('goes by its index for %s, and reads no table', async (_what, body, index) => {
    const { found, told } = await plansOf(body, await clientOf());
    expect(found).toBeGreaterThan(0);
    for (const plan of told) expect(plan).not.toMatch(SCANS);
    expect(told.join('\n')).toMatch(index);
  });
});

it('finds cases by their number by the index, the latest first', async () => {
  const { garden, river, kernel, staff } = world;
  const endedAt = kernel.clock.now();
  await plans.fill('plugin::property-desk.ticket', HOMES, (n) => ({
    number: `BX-20200101-${String(n).padStart(5, '0')}`,
    state: 'archived',
    revision: 1,
    community: n % 2 ? garden.id : river.id,
    endedAt,
  }));
  await plans.count('pd_tickets');
  const { answer, statements } = await plans.statementsOf(() =>
    staff.receptionist.client.post('/property-desk/search').send({ query: 'BX-2020' })
  );
  const { cases } = answer.body.data;
  expect([cases.length, cases[0].number]).toEqual([10, 'BX-20200101-11999']);
  const told = await plans.plansOf(statements, /pd_tickets/);
  for (const plan of told) expect(plan).not.toMatch(/(SCAN|Seq Scan on) (pd_tickets|t)\b/);
  expect(told.join('\n')).toMatch(/pd_tickets_by_number/);
});
