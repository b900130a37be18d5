import type { Person } from '@harness';
import {
  bootWorld,
  type Colleague,
  type Doc,
  type World,
} from '../../src/plugins/property-desk/server/src/testing/world';

type Loose = Record<string, any>;

let world: World;
let admin: Person;
let own: Record<string, Doc>;
let others: Record<string, Doc>;
/** A receptionist of both communities. */
let both: Colleague;
/** Somebody in the panel who has no right to the desk's records. */
let stranger: Person;
/** An editor, whom Strapi gives every right to every record, and whom the desk does not know. */
let editor: Person;

const uid = (type: string) => `plugin::property-desk.${type}`;
const manager = (type: string, more = '') => `/content-manager/collection-types/${uid(type)}${more}`;
const relations = (type: string, more: string) => `/content-manager/relations/${uid(type)}${more}`;

const NUMBERS = ['13911110001', '13922220002'];
const IDENTITY = ['110101199003070011', '110101199003070038'];
const plain = (text: string) => [...NUMBERS, ...IDENTITY].filter((number) => text.includes(number));

/** One of everything that a household's file holds. */
const archive = async (community: Doc, building: Doc, mark: number): Promise<Record<string, Doc>> => {
  const { create } = world;
  const household = await create('household', {
    community: community.documentId,
    building: building.documentId,
    unit: '9',
    room: `90${mark}`,
  });
  const at = { household: household.documentId };
  const within = { ...at, community: community.documentId };
  const resident = await create('resident', {
    ...at,
    name: `住户${mark}`,
    kind: 'owner',
    telephone: NUMBERS[mark - 1],
    identityNumber: IDENTITY[mark - 1],
    mail: `home${mark}@example.test`,
  });
  return {
    community,
    building,
    household,
    resident,
    vehicle: await create('vehicle', { ...at, resident: resident.documentId, plate: `沪A1000${mark}` }),
    'parking-space': await create('parking-space', { ...within, number: `P-${mark}`, kind: 'rented' }),
    key: await create('key', { ...within, number: `K-${mark}`, name: '大门' }),
    renovation: await create('renovation', {
      ...at,
      content: '厨房翻新',
      contractor: '装修公司',
      contactName: '工头',
      contactTelephone: NUMBERS[mark - 1],
      progress: 'applied',
    }),
    'household-paper': await create('household-paper', {
      ...at,
      resident: resident.documentId,
      kind: 'title_certificate',
      name: `产权证${mark}`,
    }),
  };
};

const looks = (): Promise<Loose[]> => world.desk.strapi.db.connection('pd_access_log').orderBy('id');

beforeAll(async () => {
  world = await bootWorld();
  const { desk, garden, river, building, create } = world;
  admin = await desk.superAdmin();
  own = await archive(garden, building, 1);
  others = await archive(river, await create('building', { community: river.documentId, code: '9', name: '9栋' }), 2);
  both = await world.hire('receptionist', [garden, river], '两头跑');
  await desk.strapi.db.query('admin::role').create({ data: { code: 'caller', name: 'Caller', description: '' } });
  stranger = await desk.admin('caller');
  editor = await desk.admin('strapi-editor');
  own.ticket = (
    await world.staff.receptionist.client
      .post('/property-desk/tickets/actions/register')
      .send({ input: world.call({ household: own.household.documentId, contactTelephone: NUMBERS[0] }) })
      .expect(200)
  ).body.data;
  others.ticket = (
    await world.elsewhere.receptionist.client
      .post('/property-desk/tickets/actions/register')
      .send({
        input: world.call({
          community: river.documentId,
          household: others.household.documentId,
          contactTelephone: NUMBERS[1],
        }),
      })
      .expect(200)
  ).body.data;
});
afterAll(() => world?.desk.stop());

const ARCHIVE = [
  'household',
  'resident',
  'vehicle',
  'parking-space',
  'key',
  'renovation',
  'household-paper',
  'ticket',
] as const;
const PERSONAL = ['resident', 'renovation', 'ticket'];

describe.each(ARCHIVE)('a %s', (type) => {
  const idsOf = ({ body }: { body: Loose }) => body.results.map(({ documentId }: Doc) => documentId);
  const list = (client: Person['client'], query = '?pageSize=100') => client.get(manager(type, query));

  it('is listed and counted for its community, and for nobody else', async () => {
    const { receptionist } = world.staff;
    const mine = await list(receptionist.client).expect(200);
    expect(idsOf(mine)).toContain(own[type].documentId);
    expect(idsOf(mine)).not.toContain(others[type].documentId);
    expect(mine.body.pagination.total).toBe(mine.body.results.length);
    const theirs = await list(world.elsewhere.receptionist.client).expect(200);
    expect(idsOf(theirs)).toContain(others[type].documentId);
    expect(idsOf(theirs)).not.toContain(own[type].documentId);
    for (const client of [both.client, admin.client]) {
      const all = await list(client).expect(200);
      expect(idsOf(all)).toEqual(expect.arrayContaining([own[type].documentId, others[type].documentId]));
    }
    await list(stranger.client).expect(403);
    expect(idsOf(await list(editor.client).expect(200))).toEqual([]);
    for (const answer of [mine, theirs]) expect(plain(answer.text)).toEqual([]);
  });

  it('is opened by its community, and not there for anybody else', async () => {
    const { receptionist } = world.staff;
    const opened = await receptionist.client.get(manager(type, `/${own[type].documentId}`)).expect(200);
    expect(plain(opened.text)).toEqual([]);
    await receptionist.client.get(manager(type, `/${others[type].documentId}`)).expect(404);
    await world.elsewhere.receptionist.client.get(manager(type, `/${own[type].documentId}`)).expect(404);
    await stranger.client.get(manager(type, `/${own[type].documentId}`)).expect(403);
    await editor.client.get(manager(type, `/${own[type].documentId}`)).expect(404);
  });

  it('is changed, cloned and deleted by nobody else', async () => {
    const before = await world.desk.strapi.db.connection(world.desk.strapi.db.metadata.get(uid(type)).tableName);
    const address = manager(type, `/${others[type].documentId}`);
    const allowed = type === 'ticket' ? [403, 404] : [404];
    const changed = await world.staff.manager.client.put(address).send({ notes: '改' });
    expect(allowed).toContain(changed.status);
    for (const answer of [
      await world.staff.manager.client.delete(address),
      await world.staff.manager.client.post(manager(type, `/clone/${others[type].documentId}`)).send({}),
      await world.staff.manager.client
        .post(manager(type, '/actions/bulkDelete'))
        .send({ documentIds: [others[type].documentId] }),
    ])
      expect([403, 404]).toContain(answer.status);
    expect(await world.desk.strapi.db.connection(world.desk.strapi.db.metadata.get(uid(type)).tableName)).toEqual(
      before
    );
  });

  it('logs who saw it, where it tells of a person: once for a list, by name when opened', async () => {
    const { receptionist } = world.staff;
    const before = (await looks()).length;
    await list(receptionist.client).expect(200);
    await receptionist.client.get(manager(type, `/${own[type].documentId}`)).expect(200);
    const entries = (await looks()).slice(before).filter(({ record_type }) => record_type === uid(type));
    if (!PERSONAL.includes(type)) {
      expect(entries).toEqual([]);
      return;
    }
    expect(entries.map(({ kind }) => kind)).toEqual(['list', 'open']);
    const [listed, opened] = entries;
    expect(listed).toMatchObject({ actor_kind: 'staff', actor_name: 'receptionist', community_id: world.garden.id });
    expect(listed.records).toBeGreaterThan(0);
    expect(Number(opened.actor_staff_id)).toBe(receptionist.staff.id);
    expect(opened).toMatchObject({ record_document_id: own[type].documentId, records: 1 });
  });

  it('is nobody’s by the content API, with a token of full access or as a resident', async () => {
    const token = await world.desk.apiToken();
    const resident = await world.desk.user();
    const { info } = world.desk.strapi.contentType(uid(type) as never) as { info: { pluralName: string } };
    for (const client of [token.client, resident.client, world.desk.client()])
      for (const address of [
        `/api/${info.pluralName}`,
        `/api/property-desk/${info.pluralName}?populate=*`,
        `/api/users?populate=*`,
        `/api/users?populate[${type}s]=true`,
        `/api/users/me?populate=*`,
      ]) {
        const { status, text } = await client.get(address);
        expect(status).toBeLessThan(500);
        expect(text).not.toContain(own[type].documentId);
        expect(text).not.toContain(others[type].documentId);
      }
  });
});

describe('guessing at others', () => {
  const ways: [string, string, string][] = [
    ['a filter on a name', 'resident', '?filters[name][$eq]=住户2'],
    ['a filter through a relation', 'resident', '?filters[household][room][$eq]=902'],
    ['a filter two relations away', 'resident', '?filters[household][community][name][$eq]=滨江苑'],
    ['a filter by id', 'resident', '?filters[id][$gt]=0&filters[name][$startsWith]=住户2'],
    ['its own condition turned round', 'resident', '?filters[$not][name][$eq]=住户1&filters[name][$contains]=住户2'],
    ['one of two alternatives', 'resident', '?filters[$or][0][name]=住户2&filters[$or][1][name]=没有'],
    [
      'two groups that would overwrite one another',
      'vehicle',
      '?filters[resident][$or][0][name]=住户2&filters[household][$or][0][room]=902',
    ],
    ['the search box', 'resident', '?_q=住户2'],
    ['the search box, by plate', 'vehicle', '?_q=沪A10002'],
    ['a filter on what belongs to a person', 'vehicle', '?filters[resident][name][$eq]=住户2'],
    ['the number of a key', 'key', '?filters[number][$eq]=K-2'],
    ['a member of staff', 'staff-member', '?filters[communities][name][$eq]=滨江苑&filters[name][$ne]=两头跑'],
    ['another community', 'community', '?filters[name][$eq]=滨江苑'],
  ];
  it.each(ways)('finds nothing by %s', async (_what, type, query) => {
    const { status, body } = await world.staff.supervisor.client.get(manager(type, query));
    expect([status, body.results]).toEqual([200, []]);
    // The question is a good one: whoever works in both finds what it asks for.
    const found = await admin.client.get(manager(type, query)).expect(200);
    expect(found.body.results.length).toBeGreaterThan(0);
  });

  it('gives no order away', async () => {
    const { supervisor } = world.staff;
    for (const sort of ['household.name:ASC', 'name:DESC', 'household.community.name:ASC']) {
      const { status, text } = await supervisor.client.get(manager('resident', `?sort=${sort}&pageSize=100`));
      expect(status).toBeLessThan(500);
      expect(text).not.toContain('住户2');
    }
    const { status } = await supervisor.client.get(manager('ticket-category', '?sort=suggestedAssignees.name:ASC'));
    expect(status).toBe(400);
  });

  it('populates nothing of theirs, at whatever depth', async () => {
    const { strapi } = world.desk;
    // A key that lies in one community and names a household of the other, as a mistaken import may leave it.
    await strapi.db
      .connection('pd_keys')
      .where({ document_id: own.key.documentId })
      .update({ household_id: others.household.id });
    const { client } = world.staff.receptionist;
    for (const address of [
      manager('key', `/${own.key.documentId}`),
      manager('key', `?filters[number][$eq]=K-1`),
      manager('key', `?filters[number][$eq]=K-1&populate[household][populate][community]=*`),
      relations('key', `/${own.key.documentId}/household`),
    ]) {
      const { status, text } = await client.get(address);
      expect([200, 400]).toContain(status);
      expect(text).not.toContain(others.household.documentId);
      expect(text).not.toContain('902');
    }
    const guess = await client.get(manager('key', `?filters[household][room][$eq]=902`)).expect(200);
    expect(guess.body.results).toEqual([]);
    await strapi.db
      .connection('pd_keys')
      .where({ document_id: own.key.documentId })
      .update({ household_id: own.household.id });
  });

  it.each(['household', 'resident'])('offers none of theirs to choose as %s', async (field) => {
    const { client } = world.staff.receptionist;
    for (const more of ['', '&_q=2', `&id=${own.vehicle.documentId}`]) {
      const { body, text } = await client.get(relations('vehicle', `/${field}?pageSize=100${more}`)).expect(200);
      expect(body.results.map(({ documentId }: Doc) => documentId)).not.toContain(others[field].documentId);
      expect(plain(text)).toEqual([]);
    }
    const offered = await client.get(relations('vehicle', `/${field}?pageSize=100`)).expect(200);
    expect(offered.body.results.map(({ documentId }: Doc) => documentId)).toContain(own[field].documentId);
    await client.get(relations('vehicle', `/${others.vehicle.documentId}/${field}`)).expect(404);
  });

  it('shows none of theirs on the home page', async () => {
    const { body, text } = await world.staff.receptionist.client
      .get('/content-manager/homepage/recent-documents?action=update')
      .expect(200);
    expect(body.data.length).toBeGreaterThan(0);
    for (const type of ARCHIVE) expect(text).not.toContain(others[type].documentId);
  });

  it('keeps every photo and certificate out of the media library', async () => {
    const { body } = await admin.client.get('/upload/files').expect(200);
    expect(body.results).toEqual([]);
  });
});

describe('writing into another community', () => {
  const refused = ({ status, body }: { status: number; body: Loose }) => [
    status,
    body.error?.details?.errors?.map(({ path }: { path: string[] }) => path.join('.')),
  ];

  it.each([
    ['household', { unit: '1', room: '1' }, 'community', 'community'],
    ['household', { unit: '1', room: '1', community: 'own' }, 'building', 'building'],
    ['resident', { name: '新住户', kind: 'owner' }, 'household', 'household'],
    ['vehicle', { plate: '沪B12345', household: 'own' }, 'resident', 'resident'],
    ['key', { number: 'K-9', community: 'own' }, 'household', 'household'],
  ])('a new %s %j: %s of the other', async (type, data, field, target) => {
    const told = Object.fromEntries(
      Object.entries(data).map(([name, value]) => [
        name,
        value === 'own' ? { connect: [{ documentId: own[name].documentId }] } : value,
      ])
    );
    for (const value of [
      { connect: [{ documentId: others[target].documentId }] },
      { connect: [{ id: others[target].id }] },
      others[target].documentId,
      others[target].id,
    ]) {
      const answer = await world.staff.receptionist.client.post(manager(type)).send({ ...told, [field]: value });
      expect(refused(answer)).toEqual([400, [field]]);
    }
  });

  it('moves nothing there, and takes nothing out of its community', async () => {
    const { client } = world.staff.receptionist;
    const address = manager('vehicle', `/${own.vehicle.documentId}`);
    const moved = await client
      .put(address)
      .send({ household: { connect: [{ documentId: others.household.documentId }] } });
    expect(refused(moved)).toEqual([400, ['household']]);
    const emptied = await client.put(address).send({ household: null });
    expect(refused(emptied)).toEqual([400, ['household']]);
    const kept = await client.get(address).expect(200);
    expect(kept.body.data.plate).toBe('沪A10001');
  });

  it('leaves what a colleague works in besides alone', async () => {
    const { client } = world.staff.manager;
    const address = manager('staff-member', `/${both.staff.documentId}`);
    const only = await client.put(address).send({ communities: { set: [{ documentId: world.garden.documentId }] } });
    expect(refused(only)).toEqual([400, ['communities']]);
    const out = await client
      .put(address)
      .send({ communities: { disconnect: [{ documentId: world.river.documentId }] } });
    expect(refused(out)).toEqual([400, ['communities']]);
    await client.put(address).send({ name: '两头跑' }).expect(200);
    const { communities } = (await world.desk.strapi
      .documents(uid('staff-member') as never)
      .findOne({ documentId: both.staff.documentId, populate: ['communities'] } as never)) as unknown as Loose;
    expect(communities).toHaveLength(2);
  });

  it('keeps a general working day to those who act everywhere', async () => {
    const { client } = world.staff.supervisor;
    const day = { date: '2026-12-31', working: false, name: '盘点' };
    expect(refused(await client.post(manager('calendar-day')).send(day))).toEqual([400, ['community']]);
    const general = await admin.client.post(manager('calendar-day')).send(day).expect(201);
    const { documentId } = general.body.data;
    await client.get(manager('calendar-day', `/${documentId}`)).expect(200);
    await client
      .put(manager('calendar-day', `/${documentId}`))
      .send({ name: '改' })
      .expect(404);
    await admin.client.delete(manager('calendar-day', `/${documentId}`)).expect(200);
  });

  it('does not let a category go that tickets of the other community name', async () => {
    const { category } = world;
    await world.desk.strapi.db.connection('pd_tickets').where({ document_id: own.ticket.documentId }).delete();
    const answer = await admin.client.delete(manager('ticket-category', `/${category.documentId}`));
    expect(answer.status).toBe(403);
  });
});

describe('the record is kept', () => {
  it('of each community when somebody of several lists', async () => {
    const before = (await looks()).length;
    await both.client.get(manager('resident', '?pageSize=100')).expect(200);
    const entries = (await looks()).slice(before).filter(({ kind }) => kind === 'list');
    expect(entries.map(({ community_id: community }) => Number(community)).sort()).toEqual(
      [world.garden.id, world.river.id].sort()
    );
  });

  it('of a super admin too', async () => {
    const before = (await looks()).length;
    await admin.client.get(manager('resident', `/${others.resident.documentId}`)).expect(200);
    const [entry] = (await looks()).slice(before);
    expect(entry).toMatchObject({ kind: 'open', community_id: world.river.id, actor_staff_id: null });
    expect(entry.actor_name).toBeTruthy();
  });

  it('not of what the desk reads for itself, nor of a refusal', async () => {
    const before = (await looks()).length;
    await world.staff.receptionist.client.get(manager('resident', `/${others.resident.documentId}`)).expect(404);
    await world.staff.receptionist.client.get('/property-desk/desk').expect(200);
    await world.desk.strapi.documents(uid('resident') as never).findMany({});
    expect((await looks()).length).toBe(before);
  });
});
