import { VIEWS_PER_LIST } from '../../../../contracts';
import { bootWorld, type Colleague, type World } from '../../testing/world';

let world: World;
const VIEWS = '/property-desk/views';
const OVERDUE = { list: 'tickets', name: '超时未结', query: 'overdue=true&sort=due' };

beforeAll(async () => {
  world = await bootWorld();
});
afterAll(() => world.desk.stop());

const seen = async (who: Colleague, list = 'tickets') =>
  (await who.client.get(`${VIEWS}?list=${list}`).expect(200)).body.data as {
    views: { documentId: string; name: string; mine: boolean; owner: string }[];
    columns: string[] | null;
    opensWith: string | null;
    mayShare: boolean;
  };
const keep = async (who: Colleague, more: object = {}) =>
  (
    await who.client
      .post(VIEWS)
      .send({ ...OVERDUE, ...more })
      .expect(200)
  ).body.data as { documentId: string };
const names = async (who: Colleague, list?: string) => (await seen(who, list)).views.map(({ name }) => name);

describe('a view', () => {
  it('is its owner’s alone, until it is shared with a community, and then seen there only', async () => {
    const { supervisor, receptionist } = world.staff;
    const { documentId } = await keep(supervisor, { columns: ['number', 'state'] });
    expect(await names(supervisor)).toEqual(['超时未结']);
    expect(await names(receptionist)).toEqual([]);
    const { body } = await supervisor.client
      .put(`${VIEWS}/${documentId}`)
      .send({ community: world.garden.documentId })
      .expect(200);
    expect(body.data).toMatchObject({
      columns: ['number', 'state'],
      query: 'overdue=true&sort=due',
      community: { documentId: world.garden.documentId, name: '阳光花园' },
    });
    expect(body.data).not.toHaveProperty('ownerUser');
    expect((await seen(receptionist)).views).toMatchObject([{ name: '超时未结', mine: false, owner: 'supervisor' }]);
    expect(await names(world.elsewhere.receptionist)).toEqual([]);
    await supervisor.client.put(`${VIEWS}/${documentId}`).send({ community: null }).expect(200);
    expect(await names(receptionist)).toEqual([]);
    await supervisor.client.delete(`${VIEWS}/${documentId}`).expect(200);
    expect(await names(supervisor)).toEqual([]);
  });

  it('is changed and deleted by nobody else, whatever they may do otherwise', async () => {
    const { supervisor, manager, receptionist } = world.staff;
    const { documentId } = await keep(supervisor, { name: '共享', community: world.garden.documentId });
    for (const { client } of [manager, receptionist, world.elsewhere.supervisor]) {
      await client.put(`${VIEWS}/${documentId}`).send({ name: '改名' }).expect(404);
      await client.delete(`${VIEWS}/${documentId}`).expect(404);
    }
    expect(await names(receptionist)).toEqual(['共享']);
    await supervisor.client.put(`${VIEWS}/${documentId}`).send({ name: '改名' }).expect(200);
    expect(await names(receptionist)).toEqual(['改名']);
    await supervisor.client.delete(`${VIEWS}/${documentId}`).expect(200);
  });

  it('is not shared any longer once somebody says so who may share there, and stays its owner’s', async () => {
    const { supervisor, manager, receptionist } = world.staff;
    const { documentId } = await keep(supervisor, { name: '离任者的', community: world.garden.documentId });
    const end = { community: null };
    for (const { client } of [receptionist, world.elsewhere.supervisor])
      await client.put(`${VIEWS}/${documentId}`).send(end).expect(404);
    await manager.client
      .put(`${VIEWS}/${documentId}`)
      .send({ ...end, name: '改名' })
      .expect(404);
    expect(await names(receptionist)).toEqual(['离任者的']);
    await manager.client.put(`${VIEWS}/${documentId}`).send(end).expect(200);
    expect(await names(receptionist)).toEqual([]);
    await manager.client.put(`${VIEWS}/${documentId}`).send(end).expect(404);
    expect(await names(supervisor)).toEqual(['离任者的']);
    await supervisor.client.delete(`${VIEWS}/${documentId}`).expect(200);
  });

  it('is shared by those who have the right, with communities of their own', async () => {
    const { receptionist, supervisor } = world.staff;
    expect((await seen(receptionist)).mayShare).toBe(false);
    expect((await seen(supervisor)).mayShare).toBe(true);
    const refused = await receptionist.client
      .post(VIEWS)
      .send({ ...OVERDUE, community: world.garden.documentId })
      .expect(403);
    expect(refused.body.error.message).toContain('共享列表视图');
    await supervisor.client
      .post(VIEWS)
      .send({ ...OVERDUE, community: world.river.documentId })
      .expect(400);
  });

  it('has a name of its own, also when two windows save at once', async () => {
    const { specialist } = world.staff;
    const answers = await Promise.all([1, 2, 3].map(() => specialist.client.post(VIEWS).send(OVERDUE)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    const refused = answers.find(({ status }) => status === 400)!;
    expect(refused.body.error.details.errors[0].path).toEqual(['name']);
  });

  it('stays within its limits', async () => {
    const { engineer } = world.staff;
    for (let n = 0; n < VIEWS_PER_LIST; n += 1) await keep(engineer, { name: `视图${n}` });
    const { body } = await engineer.client.post(VIEWS).send(OVERDUE).expect(400);
    expect(body.error.message).toContain(String(VIEWS_PER_LIST));
    await engineer.client
      .post(VIEWS)
      .send({ ...OVERDUE, list: 'loans' })
      .expect(200);
  });

  it.each([
    ['name', { name: '' }],
    ['name', { name: '字'.repeat(41) }],
    ['query', { query: `q=${'x'.repeat(1000)}` }],
    ['query', { query: 'q=13800005678' }],
    ['columns', { columns: [] }],
    ['columns.0', { columns: ['<script>'] }],
    ['list', { list: 'nothing-of-ours' }],
    ['colour', { colour: 'red' }],
    ['name', { name: 'a\u0000b' }],
  ])('refuses a wrong %s', async (field, wrong) => {
    const { body } = await world.staff.manager.client
      .post(VIEWS)
      .send({ ...OVERDUE, ...wrong })
      .expect(400);
    expect(body.error.details.errors.map(({ path }: { path: string[] }) => path.join('.'))).toContain(field);
  });

  it('is kept of lists that one may read, and by nobody without a login', async () => {
    const { receptionist } = world.staff;
    await receptionist.client.get(`${VIEWS}?list=access-log`).expect(403);
    await receptionist.client
      .post(VIEWS)
      .send({ ...OVERDUE, list: 'access-log' })
      .expect(403);
    await world.staff.supervisor.client.get(`${VIEWS}?list=access-log`).expect(200);
    await receptionist.client.get(`${VIEWS}?list=households`).expect(200);
    await receptionist.client.get(VIEWS).expect(400);
    await world.desk.request.get(`${VIEWS}?list=tickets`).expect(401);
  });
});

describe('how somebody likes a list', () => {
  it('is theirs alone, and each part is changed by itself', async () => {
    const { manager, supervisor } = world.staff;
    const set = (body: object) => manager.client.put(`${VIEWS}/setting`).send({ list: 'tickets', ...body });
    await set({ columns: ['number', 'due'] }).expect(200);
    await set({ opensWith: 'built-in:mine' }).expect(200);
    expect(await seen(manager)).toMatchObject({ columns: ['number', 'due'], opensWith: 'built-in:mine' });
    expect(await seen(supervisor)).toMatchObject({ columns: null, opensWith: null });
    expect(await seen(manager, 'complaints')).toMatchObject({ columns: null, opensWith: null });
    await set({ columns: null }).expect(200);
    expect(await seen(manager)).toMatchObject({ columns: null, opensWith: 'built-in:mine' });
    await set({ columns: 'number' }).expect(400);
    const both = await Promise.all([set({ columns: ['number'] }), set({ columns: ['state'] })]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
  });
});
