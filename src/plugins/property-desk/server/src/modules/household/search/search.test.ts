import JSZip from 'jszip';
import mammoth from 'mammoth';
import { bootWorld, type Colleague, type Doc, type World } from '../../../testing/world';

let world: World;
let owner: Doc;
let ticketNumber: string;
let ticket: string;
let foreign: { documentId: string; number: string };

const MOBILE = '13800005678';
const RIVER_MOBILE = '13712340000';

const search = async (who: Colleague, query: unknown, more: object = {}) =>
  who.client
    .post('/property-desk/search')
    .set('Accept-Language', 'en')
    .send({ query, ...more });

const homes = async (query: string, who = world.staff.receptionist): Promise<string[]> => {
  const { status, body, text } = await search(who, query);
  if (status !== 200) throw new Error(`${status}: ${text}`);
  for (const telephone of [MOBILE, RIVER_MOBILE, '02155554321']) expect(text).not.toContain(telephone);
  return body.data.households.map(({ name }: { name: string }) => name).sort();
};

/** Entries of the access log since the last call, oldest first. */
let seen = 0;
const looks = async () => {
  const found: Doc[] = await world.desk.strapi.db
    .query('plugin::property-desk.access-log-entry')
    .findMany({ where: { id: { $gt: seen } }, orderBy: 'id', populate: ['actorStaff', 'community'] });
  seen = Math.max(seen, ...found.map(({ id }) => id));
  return found;
};

beforeAll(async () => {
  world = await bootWorld();
  const { create, household, neighbour, garden, river, building, staff, elsewhere, call } = world;
  owner = await create('resident', {
    name: '王小明',
    household: household.documentId,
    kind: 'owner',
    telephone: MOBILE,
    verified: true,
  });
  await create('resident', {
    name: '张伟',
    household: neighbour.documentId,
    kind: 'tenant',
    telephone: '021-5555 4321',
    verified: true,
  });
  await create('resident', {
    name: '赵走了',
    household: neighbour.documentId,
    kind: 'tenant',
    telephone: '13611112222',
    movedOutAt: '2026-01-01T00:00:00.000Z',
  });
  await create('household', { community: garden.documentId, building: building.documentId, room: '1203A' });
  const across = await create('building', { community: river.documentId, code: '3', name: '3栋' });
  const twin = await create('household', {
    community: river.documentId,
    building: across.documentId,
    unit: '2',
    room: '501',
  });
  // More people of one name elsewhere than any answer holds.
  for (let count = 0; count < 55; count += 1)
    await create('resident', {
      name: `王${count}`,
      household: twin.documentId,
      kind: 'family',
      telephone: RIVER_MOBILE,
    });

  const register = async (who: Colleague, input: object) =>
    (await who.client.post('/property-desk/tickets/actions/register').send({ input }).expect(200)).body.data;
  ({ documentId: ticket, number: ticketNumber } = await register(staff.receptionist, call()));
  foreign = await register(elsewhere.receptionist, call({ community: river.documentId, household: twin.documentId }));
});
afterAll(() => world?.desk.stop());

describe('the search box', () => {
  it.each([
    '13800005678',
    '138 0000 5678',
    '138-0000-5678',
    '+86 138 0000 5678',
    '+8613800005678',
    '１３８００００５６７８',
    ' 13800005678 ',
    '(138)00005678',
  ])('finds a caller by the whole mobile number, however it is typed: %s', async (typed) => {
    expect(await homes(typed)).toEqual(['3栋2单元501']);
  });

  it.each(['02155554321', '021-55554321', '(021) 5555 4321', '+86 21 5555 4321'])(
    'finds a caller by a landline: %s',
    async (typed) => {
      expect(await homes(typed)).toEqual(['3栋2单元502']);
    }
  );

  it.each(['1380000567', '138000', '5678', '00005678', '138****5678', '13611112222', '%', '_'])(
    'finds nobody by a part of a number, a mask or the number of who moved out: %s',
    async (typed) => {
      expect(await homes(typed)).toEqual([]);
    }
  );

  it.each([
    '3-2-501',
    '3栋2单元501',
    '3号楼2单元501室',
    '三栋二单元501',
    '三号楼二单元五〇一',
    '3幢2单元501房',
    '３－２－５０１',
    '3 2 501',
    '3#2-501',
    '3/2/501',
  ])('finds a room as people write it: %s', async (typed) => {
    expect(await homes(typed)).toEqual(['3栋2单元501']);
  });

  it('finds a room by its number alone, in every building of one’s own', async () => {
    expect(await homes('501')).toEqual(['3栋2单元501']);
    expect(await homes('502')).toEqual(['3栋2单元502']);
    expect(await homes('501', world.elsewhere.receptionist)).toEqual(['3栋2单元501']);
    expect(await homes('999')).toEqual([]);
    expect(await homes('1203a')).toEqual(['3栋1203A']);
    expect(await homes('1203A')).toEqual(['3栋1203A']);
    expect(await homes('3栋1203a')).toEqual(['3栋1203A']);
  });

  it('finds people by name and by pinyin initials, and homes by their beginning', async () => {
    expect(await homes('王小明')).toEqual(['3栋2单元501']);
    expect(await homes('王')).toEqual(['3栋2单元501']);
    expect(await homes('小明')).toEqual([]);
    expect(await homes('wxm')).toEqual(['3栋2单元501']);
    expect(await homes('WX')).toEqual(['3栋2单元501']);
    expect(await homes('zw')).toEqual(['3栋2单元502']);
    expect(await homes('赵走了')).toEqual([]);
    expect(await homes('3栋2单元')).toEqual(['3栋2单元501', '3栋2单元502']);
  });

  it('finds cases by number', async () => {
    const numbers = async (who: Colleague, query: string) =>
      (await search(who, query)).body.data.cases.map(({ number }: { number: string }) => number);
    const { receptionist } = world.staff;
    expect(await numbers(receptionist, ticketNumber)).toEqual([ticketNumber]);
    expect(await numbers(receptionist, ticketNumber.toLowerCase())).toEqual([ticketNumber]);
    expect(await numbers(receptionist, ticketNumber.slice(0, 11))).toEqual([ticketNumber]);
    expect(await numbers(receptionist, foreign.number)).toEqual([]);
    expect(await numbers(world.elsewhere.receptionist, foreign.number)).toEqual([foreign.number]);
  });

  it('shows who lives there with masked telephones, and what is open', async () => {
    const { body } = await search(world.staff.receptionist, MOBILE);
    expect(body.data.households).toEqual([
      {
        documentId: world.household.documentId,
        name: '3栋2单元501',
        fileNumber: expect.stringMatching(/^DA-\d{5}$/),
        why: [{ way: 'telephone', text: null, resident: owner.documentId, former: false }],
        community: { documentId: world.garden.documentId, name: '阳光花园' },
        residents: [
          { documentId: owner.documentId, name: '王小明', kind: 'owner', telephone: '138****5678', former: false },
        ],
        openCases: [
          { type: 'ticket', documentId: ticket, number: ticketNumber, title: expect.any(String), state: 'accepted' },
        ],
      },
    ]);
    const landline = await search(world.staff.receptionist, '021-55554321');
    expect(landline.body.data.households[0].residents).toEqual([
      expect.objectContaining({ name: '张伟', telephone: '021******21' }),
    ]);
  });

  it('never leaves one’s own communities', async () => {
    expect(await homes(RIVER_MOBILE)).toEqual([]);
    expect(await homes(MOBILE, world.elsewhere.receptionist)).toEqual([]);
    const { status, body } = await search(world.staff.receptionist, '501', { community: world.river.documentId });
    expect([status, body.error.details.errors[0].path]).toEqual([400, ['community']]);
    const admin = await world.desk.superAdmin();
    const all = await admin.client.post('/property-desk/search').send({ query: '501' }).expect(200);
    expect(all.body.data.households).toHaveLength(2);
    const one = await admin.client
      .post('/property-desk/search')
      .send({ query: '501', community: world.river.documentId })
      .expect(200);
    expect(one.body.data.households).toHaveLength(1);
  });

  it('is not for engineers, and takes no telephone from an address', async () => {
    const { status, body } = await search(world.staff.engineer, MOBILE);
    expect([status, body.error.message]).toEqual([403, expect.stringContaining('Search households')]);
    const inAddress = await world.staff.receptionist.client.get(`/property-desk/search?query=${MOBILE}`);
    expect(inAddress.status).toBe(404);
  });
});

describe('what else a household is found by', () => {
  /** Why a household was found, surest first, in short. */
  const why = async (query: string, more: object = {}, who = world.staff.receptionist) => {
    const { status, body, text } = await search(who, query, more);
    if (status !== 200) throw new Error(`${status}: ${text}`);
    return body.data.households.map(({ name, why: reasons }: Found) => [
      name,
      ...reasons.map(
        (reason) => `${reason.former ? 'former ' : ''}${reason.way}${reason.text ? ` ${reason.text}` : ''}`
      ),
    ]);
  };
  type Found = { name: string; why: { way: string; text: string | null; former: boolean }[] };
  const IDENTITY = '11010519491231002X';
  let tower: Doc;

  beforeAll(async () => {
    const { create, garden, river, neighbour } = world;
    const building = await create('building', { community: garden.documentId, code: 'A', name: 'A座' });
    const second = await create('building', { community: garden.documentId, code: '2-3', name: '二期3栋' });
    const villas = await create('building', { community: garden.documentId, code: 'V', name: '别墅区' });
    const home = (place: Doc, room: string, unit?: string) =>
      create('household', { community: garden.documentId, building: place.documentId, room, unit });
    tower = await home(building, '1203');
    await home(second, '301');
    await home(villas, '12');
    await create('resident', {
      name: '单雄信',
      household: tower.documentId,
      kind: 'owner',
      telephone: '13900001111',
      identityNumber: IDENTITY,
    });
    await create('resident', {
      name: '吕布',
      household: tower.documentId,
      kind: 'tenant',
      telephone: '13900002222',
      movedOutAt: '2026-01-01T00:00:00.000Z',
    });
    await create('vehicle', { household: tower.documentId, plate: '沪A·12345' });
    await create('vehicle', { household: neighbour.documentId, plate: '苏E9X345' });
    await create('vehicle', { household: neighbour.documentId, plate: '浙A88888', until: '2026-01-01T00:00:00.000Z' });
    const numbered = { community: garden.documentId, household: tower.documentId };
    await create('key', { ...numbered, number: 'K-012', name: '进户门' });
    await create('parking-space', { ...numbered, number: 'B1-023' });
    const across = await create('building', { community: river.documentId, code: 'A', name: 'A座' });
    const foreign = await create('household', {
      community: river.documentId,
      building: across.documentId,
      room: '1203',
    });
    await create('vehicle', { household: foreign.documentId, plate: '沪C12345' });
    await create('key', {
      community: river.documentId,
      household: foreign.documentId,
      number: 'K-012',
      name: '进户门',
    });
    await world.kernel.strapi.db
      .connection('pd_households')
      .where({ id: tower.id })
      .update({ file_number: 'DA-07001' });
  });

  it.each([
    ['A座1203', 'room A座1203'],
    ['a1203', 'room A座1203'],
    ['A-1203', 'room A座1203'],
    ['阳光花园A座1203室', 'room A座1203'],
    ['A座12', 'building A座1203'],
    ['A座', 'building A座1203'],
    ['DA-07001', 'file_number DA-07001'],
    ['da7001', 'file_number DA-07001'],
    ['7001', 'file_number DA-07001'],
    ['K-012', 'key K-012'],
    ['k-012', 'key K-012'],
    ['B1-023', 'parking_space B1-023'],
    [IDENTITY, 'identity_number'],
    [IDENTITY.toLowerCase(), 'identity_number'],
    ['１１０１０５１９４９１２３１００２Ｘ', 'identity_number'],
    ['13900001111', 'telephone'],
    ['单雄信', 'name 单雄信'],
    ['单', 'name 单雄信'],
    ['sxx', 'initials sxx'],
    ['shanxiongxin', 'pinyin shanxiongxin'],
    ['Shan Xiong', 'pinyin shanxiongxin'],
    ['沪A12345', 'plate 沪A·12345'],
    ['沪a·12345', 'plate 沪A·12345'],
    ['A12345', 'plate 沪A·12345'],
    ['12345', 'plate 沪A·12345'],
    ['2345', 'plate 沪A·12345'],
  ])('%s: %s', async (typed, reason) => {
    const found = await why(typed);
    expect(found).toHaveLength(1);
    expect(found[0].slice(0, 2)).toEqual(['A座1203', reason]);
  });

  it.each([
    ['二期3栋301', '二期3栋301'],
    ['2期3号楼301室', '二期3栋301'],
    ['2-3-301', '二期3栋301'],
    ['别墅12号', '别墅区12'],
  ])('finds a phase and a villa: %s', async (typed, name) => {
    expect((await why(typed)).map(([found]: string[]) => found)).toEqual([name]);
  });

  it('finds by no less than four signs of a plate, and by nothing less than a whole identity number', async () => {
    for (const typed of ['345', '110105194912310', '1949123100', '浙A88888']) expect(await why(typed)).toEqual([]);
  });

  it('finds who has left only when asked, and says so', async () => {
    expect(await why('吕布')).toEqual([]);
    expect(await why('lb')).toEqual([]);
    expect(await why('13900002222')).toEqual([]);
    for (const [typed, reason] of [
      ['吕布', 'former name 吕布'],
      ['lb', 'former initials lb'],
      ['lvb', 'former pinyin lvbu'],
      ['13900002222', 'former telephone'],
    ])
      expect(await why(typed, { former: true })).toEqual([['A座1203', reason]]);
    expect(await why('浙A88888', { former: true })).toEqual([['3栋2单元502', 'former plate 浙A88888']]);
    const { body } = await search(world.staff.receptionist, '吕布', { former: true });
    expect(body.data.households[0].residents).toMatchObject([
      { name: '单雄信', former: false },
      { name: '吕布', former: true, telephone: '139****2222' },
    ]);
    const present = await search(world.staff.receptionist, '单雄信', { former: true });
    expect(present.body.data.households[0].residents.map(({ name }: Doc) => name)).toEqual(['单雄信']);
  });

  it('shows what meets the whole text before what only begins so', async () => {
    await world.create('resident', { name: '单雄', household: world.neighbour.documentId, kind: 'family' });
    expect((await why('单雄')).map(([name]: string[]) => name)).toEqual(['3栋2单元502', 'A座1203']);
    expect((await why('sx')).map(([name]: string[]) => name)).toEqual(['3栋2单元502', 'A座1203']);
  });

  it('takes what is called a unit for one, and not for the beginning of a room', async () => {
    const { garden, building, create } = world;
    await create('household', { community: garden.documentId, building: building.documentId, unit: '1', room: '801' });
    await create('household', { community: garden.documentId, building: building.documentId, unit: '8', room: '101' });
    expect((await why('3栋8单元')).map(([name]: string[]) => name)).toEqual(['3栋8单元101']);
    expect((await why('3-8')).map(([name]: string[]) => name).sort()).toEqual(['3栋1单元801', '3栋8单元101']);
  });

  it('says when there are more, and shows as many as asked', async () => {
    const { garden, building, create } = world;
    for (let room = 601; room < 613; room += 1)
      await create('household', {
        community: garden.documentId,
        building: building.documentId,
        unit: '9',
        room: `${room}`,
      });
    const page = async (more: object) => (await search(world.staff.receptionist, '3栋9单元', more)).body.data;
    const first = await page({});
    expect([first.households.length, first.more]).toEqual([10, true]);
    const all = await page({ limit: 20 });
    expect([all.households.length, all.more]).toEqual([12, false]);
  });

  it('follows what is entered, moved to another home, and written past it', async () => {
    const { strapi } = world.desk;
    const { create, household, neighbour, kernel } = world;
    const documents = (type: string) => strapi.documents(`plugin::property-desk.${type}` as never);
    const moved = await create('resident', {
      name: '乐毅',
      household: household.documentId,
      pinyin: 'x',
      homeCommunity: 1,
    });
    expect(await why('leyi')).toEqual([]);
    expect(await why('yueyi')).toEqual([['3栋2单元501', 'pinyin yueyi']]);
    await documents('resident').update({
      documentId: moved.documentId,
      data: { name: '万俟卨', household: neighbour.documentId },
    } as never);
    expect(await why('moqi')).toEqual([['3栋2单元502', 'pinyin moqixie']]);
    const car = await create('vehicle', { household: household.documentId, plate: '沪B00001' });
    await documents('vehicle').update({ documentId: car.documentId, data: { plate: '沪B77778' } } as never);
    expect(await why('77778')).toEqual([['3栋2单元501', 'plate 沪B77778']]);
    const now = kernel.clock.now();
    await strapi.db.transaction(async ({ trx }) => {
      await kernel.rows.insert(trx, 'plugin::property-desk.resident', { name: '解缙', household: household.id }, now);
      await kernel.rows.insert(
        trx,
        'plugin::property-desk.vehicle',
        { plate: '沪B66667', household: household.id },
        now
      );
    });
    expect(await why('xiejin')).toEqual([['3栋2单元501', 'pinyin xiejin']]);
    expect(await why('66667')).toEqual([['3栋2单元501', 'plate 沪B66667']]);
  });

  it('is logged by what was found, never by what was typed', async () => {
    await looks();
    const { receptionist } = world.staff;
    await search(receptionist, MOBILE);
    await search(receptionist, '13900009999');
    await search(receptionist, '   ');
    const entries = await looks();
    expect(entries).toMatchObject([
      {
        kind: 'search',
        recordType: 'plugin::property-desk.household',
        records: 1,
        reason: null,
        field: null,
        actorStaff: { documentId: receptionist.staff.documentId },
        community: { documentId: world.garden.documentId },
      },
      { kind: 'search', records: 0, community: { documentId: world.garden.documentId } },
    ]);
    expect(entries).toHaveLength(2);
    expect(JSON.stringify(entries)).not.toMatch(/1380000|1390000/);
    const admin = await world.desk.superAdmin();
    await admin.client.post('/property-desk/search').send({ query: 'A座1203' }).expect(200);
    expect((await looks()).map(({ records, community }) => [records, (community as Doc)?.name])).toEqual([
      [1, '阳光花园'],
      [1, '滨江苑'],
    ]);
  });

  it('shows no case that the caller may not read', async () => {
    const { receptionist } = world.staff;
    const rights = world.desk.strapi.db.query('admin::permission');
    const role = await world.desk.strapi.db
      .query('admin::role')
      .findOne({ where: { code: 'property-desk-receptionist' } });
    const reading = { action: 'plugin::property-desk.ticket.read', role: role.id };
    const open = async () => (await search(receptionist, MOBILE)).body.data.households[0].openCases;
    expect(await open()).toHaveLength(1);
    await rights.deleteMany({ where: reading });
    expect(await open()).toEqual([]);
    expect((await search(receptionist, ticketNumber)).body.data.cases).toEqual([]);
    await rights.create({ data: { ...reading, properties: {}, conditions: [] } });
    expect(await open()).toHaveLength(1);
  });
});

describe('hostile input', () => {
  it.each([
    ['no text', { query: 7 }, 'query'],
    ['nothing', {}, 'query'],
    ['a text too long', { query: 'x'.repeat(101) }, 'query'],
    ['ten thousand signs', { query: '王'.repeat(10_000) }, 'query'],
    ['NUL', { query: 'a\u0000b' }, 'query'],
    ['an object', { query: { $gt: '' } }, 'query'],
    ['a strange former', { query: '501', former: 'yes' }, 'former'],
    ['no page', { query: '501', limit: 0 }, 'limit'],
    ['a huge page', { query: '501', limit: 51 }, 'limit'],
    ['a page of text', { query: '501', limit: '10' }, 'limit'],
    ['a strange field', { query: '501', zz: 1 }, 'zz'],
    ['a community of nobody', { query: '501', community: 'unknown' }, 'community'],
    ['a strange community', { query: '501', community: { id: 1 } }, 'community'],
  ])('%s is refused by name', async (_what, body, field) => {
    const answer = await world.staff.receptionist.client
      .post('/property-desk/search')
      .set('Accept-Language', 'en')
      .send(body);
    expect([answer.status, answer.body.error.details.errors[0].path]).toEqual([400, [field]]);
  });

  it.each([
    ['wildcards', '%'],
    ['more wildcards', '_%_'],
    ['SQL', `' or '1'='1`],
    ['a comment', '501; drop table pd_residents; --'],
    ['a regular expression', '(a+)+$'],
    ['emoji', '😀👨‍👩‍👧'],
    ['a lone surrogate', '王\ud800'],
    ['the last sign of all', '\u{10ffff}'],
    ['marks that turn the text', '\u202e105'],
    ['a hundred numbers', '9'.repeat(100)],
    ['a hundred dashes', '-'.repeat(100)],
    ['many parts', '3-'.repeat(50)],
    ['Chinese numbers', '百'.repeat(100)],
    ['a number too large', '99999999'],
    ['brackets', '(((((((((('],
  ])('%s finds nobody', async (_what, query) => {
    const { status, body } = await search(world.staff.receptionist, query, { former: true });
    expect([status, body.data]).toEqual([200, { households: [], more: false, cases: [] }]);
  });
});

describe('a reveal', () => {
  const reveal = (who: Colleague, body: object) =>
    who.client.post('/property-desk/confidential/reveal').set('Accept-Language', 'en').send(body);
  const asked = (more: object = {}) => ({
    type: 'resident',
    documentId: owner.documentId,
    field: 'telephone',
    reason: '回电确认维修时间',
    ...more,
  });

  beforeEach(() => looks());

  it('shows one value for a reason, and is logged', async () => {
    const { receptionist } = world.staff;
    const { body } = await reveal(receptionist, asked()).expect(200);
    expect(body).toEqual({ data: { value: MOBILE } });
    expect(await looks()).toMatchObject([
      {
        kind: 'reveal',
        recordType: 'plugin::property-desk.resident',
        recordDocumentId: owner.documentId,
        field: 'telephone',
        reason: '回电确认维修时间',
        actorKind: 'staff',
        actorName: 'receptionist',
        actorStaff: { documentId: receptionist.staff.documentId },
        community: { documentId: world.garden.documentId },
      },
    ]);
  });

  it('keeps telephones that were typed as a reason out of the log', async () => {
    await reveal(world.staff.receptionist, asked({ reason: `回电 138 0000 5678,或 13912345678` })).expect(200);
    const [{ reason }] = await looks();
    expect(reason).toBe('回电 138****5678,或 139****5678');
  });

  it.each([
    ['no reason', { reason: '' }, 400, 'reason'],
    ['blanks for a reason', { reason: '   ' }, 400, 'reason'],
    ['a reason of one sign', { reason: '看' }, 400, 'reason'],
    ['an unknown field', { field: 'name' }, 400, 'field'],
    ['a hash', { field: 'telephoneHash' }, 400, 'field'],
    ['an unknown type', { type: 'household' }, 400, 'type'],
    ['a prototype key', { type: '__proto__' }, 400, 'type'],
    ['an unknown record', { documentId: 'unknown' }, 404, null],
  ])('is refused with %s, and not logged', async (_what, more, expected, field) => {
    const { status, body } = await reveal(world.staff.receptionist, asked(more));
    expect([status, body.error.details.errors?.[0].path.join('.') ?? null]).toEqual([expected, field]);
    expect(await looks()).toEqual([]);
  });

  it('is refused across communities and without the right', async () => {
    await reveal(world.elsewhere.receptionist, asked()).expect(404);
    await reveal(world.staff.engineer, asked()).expect(403);
    await reveal(world.staff.engineer, asked({ type: 'ticket', documentId: ticket, field: 'contactTelephone' })).expect(
      403
    );
    expect(await looks()).toEqual([]);
  });

  it('lets an engineer see whom they are sent to, as long as they are', async () => {
    const { receptionist, engineer, engineer2 } = world.staff;
    const sent = await receptionist.client
      .post('/property-desk/tickets/actions/register')
      .send({ input: world.call({ description: '灯不亮' }) });
    const { documentId } = sent.body.data;
    const contact = asked({ type: 'ticket', documentId, field: 'contactTelephone' });
    await reveal(engineer, contact).expect(403);
    const promisedAt = new Date(world.kernel.clock.now().getTime() + 3_600_000).toISOString();
    await receptionist.client
      .post(`/property-desk/tickets/${documentId}/actions/dispatch`)
      .send({ input: { assignee: engineer.staff.documentId, promisedAt } })
      .expect(200);
    expect((await reveal(engineer, contact).expect(200)).body.data.value).toBe(MOBILE);
    await reveal(engineer2, contact).expect(403);
    await world.staff.supervisor.client
      .post(`/property-desk/tickets/${documentId}/actions/cancel`)
      .send({ input: { reason: '业主取消' } })
      .expect(200);
    await reveal(engineer, contact).expect(403);
    expect((await looks()).filter(({ kind }) => kind === 'reveal')).toHaveLength(1);
  });
});

describe('print', () => {
  const binary = {
    buffer: true,
    parse: (response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
    },
  };
  const textOf = async (buffer: Buffer) => (await mammoth.extractRawText({ buffer })).value;

  beforeEach(() => looks());

  it('shows the whole number to whom it may, masked to others; the log tells them apart', async () => {
    const full = await world.staff.supervisor.client
      .get(`/property-desk/tickets/${ticket}/print`)
      .buffer()
      .parse(binary.parse as never)
      .expect(200);
    expect(await textOf(full.body)).toContain(MOBILE);
    const masked = await world.staff.receptionist.client
      .get(`/property-desk/tickets/${ticket}/print`)
      .buffer()
      .parse(binary.parse as never)
      .expect(200);
    expect(await textOf(masked.body)).toContain('138****5678');
    expect(await textOf(masked.body)).not.toContain(MOBILE);
    expect(await looks()).toMatchObject([
      { kind: 'print', recordDocumentId: ticket, field: 'contactTelephone', actorName: 'supervisor' },
      { kind: 'print', recordDocumentId: ticket, field: null, actorName: 'receptionist' },
    ]);
    await world.elsewhere.supervisor.client.get(`/property-desk/tickets/${ticket}/print`).expect(404);
    expect(await looks()).toEqual([]);
  });

  it('puts many into a zip, each logged; one that is not theirs refuses all', async () => {
    const { supervisor, receptionist } = world.staff;
    const other = await receptionist.client
      .post('/property-desk/tickets/actions/register')
      .send({ input: world.call({ description: '墙裂' }) });
    const ids = [ticket, other.body.data.documentId];
    const { body, headers } = await supervisor.client
      .get(`/property-desk/tickets/print?ids=${ids.join()}`)
      .buffer()
      .parse(binary.parse as never)
      .expect(200);
    expect(headers['content-type']).toBe('application/zip');
    const files = Object.values((await JSZip.loadAsync(body)).files);
    expect(files.map(({ name }) => name)).toEqual([
      expect.stringContaining(ticketNumber),
      expect.stringContaining(other.body.data.number),
    ]);
    for (const file of files) expect(await textOf(await file.async('nodebuffer'))).toContain(MOBILE);
    expect((await looks()).map(({ kind, recordDocumentId }) => [kind, recordDocumentId])).toEqual(
      ids.map((id) => ['print', id])
    );

    await supervisor.client.get(`/property-desk/tickets/print?ids=${ticket},${foreign.documentId}`).expect(404);
    await supervisor.client
      .get(`/property-desk/tickets/print?ids=${Array.from({ length: 101 }, (_, index) => `x${index}`).join()}`)
      .expect(400);
    expect(await looks()).toEqual([]);
  });
});
