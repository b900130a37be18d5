import { bootDesk, createDatabase, startServer, type Desk } from '@harness';

describe('the harness', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await bootDesk();
  });
  afterAll(() => desk.stop());

  it('serves the admin API to people who are logged in, and to nobody else', async () => {
    await desk.request.get('/admin/users/me').expect(401);
    const admin = await desk.superAdmin();
    const me = await admin.client.get('/admin/users/me').expect(200);
    expect(me.body.data.email).toBe('admin@test.local');
  });

  it('logs residents in', async () => {
    const resident = await desk.user();
    const me = await resident.client.get('/api/users/me');
    expect([me.status, me.body.email]).toEqual([200, resident.email]);
  });

  it('gives out API tokens', async () => {
    const machine = await desk.apiToken();
    await machine.client.get('/api/users').expect(200);
    await desk.client('wrong').get('/api/users').expect(401);
  });

  it('reaches the plugin: its kernel, its roles, its guarded routes', async () => {
    await desk.request.get('/property-desk/desk').expect(401);
    const receptionist = await desk.admin('receptionist');
    const { body } = await receptionist.client.get('/admin/users/me').expect(200);
    expect(body.data.roles.map((role: { code: string }) => role.code)).toEqual(['property-desk-receptionist']);
    await desk.kernel.tick();
  });

  it('says which roles there are when one is unknown', async () => {
    await expect(desk.admin('astronaut')).rejects.toThrow(/strapi-super-admin/);
  });

  it('starts again on the same database', async () => {
    await desk.superAdmin();
    const { database } = desk;
    await desk.stop({ keepDatabase: true });
    desk = await bootDesk({ database });
    expect(await desk.strapi.db.query('admin::user').count({ where: { email: 'admin@test.local' } })).toBe(1);
  });

  it('runs further processes and kills them', async () => {
    const { database } = desk;
    await desk.stop({ keepDatabase: true });
    const server = await startServer(database);
    expect((await fetch(`${server.url}/_health`)).status).toBe(204);
    await server.end('SIGKILL');
    await expect(fetch(`${server.url}/_health`)).rejects.toThrow();
    desk = await bootDesk({ database });
  });
});

it('tells why a server did not come up', async () => {
  const database = await createDatabase();
  await expect(startServer(database, { PROPERTY_DESK_KEYS: '' })).rejects.toThrow(/PROPERTY_DESK_KEYS/);
  await database.drop();
});
