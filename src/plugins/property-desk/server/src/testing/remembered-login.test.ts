import type { Person } from '@harness';
import { bootWorld, type Colleague, type World } from './world';

/**
 * A login is remembered between requests (kernel/access/remembered-login.ts): whatever it was made of, a change must
 * count at the very next request, and what is remembered must make no difference but the statements it saves.
 */
let world: World;
const statements: string[] = [];

beforeAll(async () => {
  world = await bootWorld();
  world.desk.strapi.db.connection.on('query', ({ sql }: { sql: string }) => statements.push(sql));
});
afterAll(() => world?.desk.stop());

/** Statements of a list that is empty, with its login. */
const FEW = 3;
const LIST = '/property-desk/tickets';
const query = (uid: string) => world.desk.strapi.db.query(uid as never);
const list = (who: Pick<Person, 'client'>) => who.client.get(LIST);
const counted = async (ask: () => PromiseLike<unknown>) => {
  const before = statements.length;
  await ask();
  return statements.length - before;
};

/** A receptionist whose login is remembered. */
const known = async (): Promise<Colleague> => {
  const who = await world.hire('receptionist', [world.garden]);
  await list(who).expect(200);
  const again = await counted(() => list(who).expect(200));
  expect(again).toBeLessThanOrEqual(FEW);
  return who;
};

const roleOf = async (code: string) =>
  (await query('admin::role').findOne({ where: { code } })) as { id: number; code: string };

describe('staff', () => {
  it('are read once, then asked after in one statement', async () => {
    const who = await world.hire('receptionist', [world.garden]);
    const first = await counted(() => list(who).expect(200));
    const second = await counted(() => list(who).expect(200));
    expect(first).toBeGreaterThan(second + 3);
    expect(second).toBeLessThanOrEqual(FEW);
  });

  it('lose a right that is taken from their role', async () => {
    const who = await known();
    const role = await roleOf('property-desk-receptionist');
    const right = { action: 'plugin::property-desk.ticket.read', role: role.id };
    const permission = await query('admin::permission').findOne({ where: right });
    await query('admin::permission').delete({ where: { id: permission.id } });
    await list(who).expect(403);
    const given = { subject: null, properties: {}, conditions: [], actionParameters: {} };
    await world.desk.strapi.service('admin::permission').createMany([{ ...given, ...right }]);
    await list(who).expect(200);
  });

  it('lose a right on which a condition is put, and what a condition answers is never remembered', async () => {
    const who = await known();
    let open = true;
    const id = 'plugin::property-desk.test-open';
    // Strapi takes new conditions while it starts only.
    const strapi = world.desk.strapi as unknown as { isLoaded: boolean };
    strapi.isLoaded = false;
    await world.desk.strapi.service('admin::permission').conditionProvider.register({
      displayName: 'open',
      name: 'test-open',
      plugin: 'property-desk',
      handler: () => open,
    });
    strapi.isLoaded = true;
    const role = await roleOf('property-desk-receptionist');
    const where = { action: 'plugin::property-desk.ticket.read', role: role.id };
    const permission = await query('admin::permission').findOne({ where });
    const put = (conditions: string[]) =>
      query('admin::permission').update({ where: { id: permission.id }, data: { conditions } });
    await put([id]);
    await list(who).expect(200);
    open = false;
    await list(who).expect(403);
    open = true;
    await list(who).expect(200);
    await put([]);
    open = false;
    await list(who).expect(200);
  });

  it('are out when their account is closed, and in again when it is opened', async () => {
    const who = await known();
    await query('admin::user').update({ where: { id: who.id }, data: { isActive: false } });
    await list(who).expect(401);
    await query('admin::user').update({ where: { id: who.id }, data: { isActive: true } });
    await list(who).expect(200);
  });

  it('are out when their session ends', async () => {
    const who = await known();
    await world.desk.strapi.sessionManager!('admin').invalidateRefreshToken(String(who.id));
    await list(who).expect(401);
  });

  it('are out when their session has run out', async () => {
    const who = await known();
    const data = { expiresAt: new Date(Date.now() - 1000) };
    await query('admin::session').updateMany({ where: { userId: String(who.id) }, data });
    await list(who).expect(401);
  });

  it('take on another role, another post and other communities at once', async () => {
    const who = await known();
    const desk = async () => (await who.client.get('/property-desk/desk').expect(200)).body.data.me;
    expect(await desk()).toMatchObject({ role: 'receptionist', communities: [{ name: '阳光花园' }] });

    const staff = world.desk.strapi.documents('plugin::property-desk.staff-member');
    const documentId = who.staff.documentId;
    await staff.update({ documentId, data: { communities: [world.river.documentId] } as never });
    expect((await desk()).communities).toMatchObject([{ name: '滨江苑' }]);

    const post = await world.create('post', { name: '客服主管', role: 'supervisor' });
    await staff.update({ documentId, data: { post: post.documentId } as never });
    expect((await desk()).role).toBe('supervisor');

    const engineer = await roleOf('property-desk-engineer');
    await query('admin::user').update({ where: { id: who.id }, data: { roles: [engineer.id] } });
    await who.client.post(`${LIST}/actions/register`).send({ input: world.call() }).expect(403);

    await staff.update({ documentId, data: { active: false } as never });
    await who.client.get('/property-desk/desk').expect(403);
  });

  it('are told apart by their tokens, and a token that was altered opens nothing', async () => {
    const [one, other] = [await known(), await known()];
    const name = async ({ client }: Colleague) =>
      (await client.get('/property-desk/desk').expect(200)).body.data.me.staff;
    expect([await name(one), await name(other)]).toEqual([one.staff.documentId, other.staff.documentId]);
    const altered = world.desk.client(`${one.token.slice(0, -3)}abc`);
    await altered.get(LIST).expect(401);
    await world.desk.client(`${one.token} more`).get(LIST).expect(401);
    await world.desk.client().get(LIST).expect(401);
  });
});

describe('residents', () => {
  const own = (who: Pick<Person, 'client'>) => who.client.get('/api/property-desk/tickets');
  const settled = async () => {
    const who = await world.settle(world.household);
    await own(who).expect(200);
    expect(await counted(() => own(who).expect(200))).toBeLessThanOrEqual(FEW);
    return who;
  };

  it('are out when they are blocked', async () => {
    const who = await settled();
    await query('plugin::users-permissions.user').update({ where: { id: who.id }, data: { blocked: true } });
    await own(who).expect(401);
  });

  it('are out when the site asks for confirmed addresses and theirs is not', async () => {
    const who = await settled();
    await query('plugin::users-permissions.user').update({ where: { id: who.id }, data: { confirmed: false } });
    await own(who).expect(200);
    const store = world.desk.strapi.store({ type: 'plugin', name: 'users-permissions' });
    const settings = (await store.get({ key: 'advanced' })) as object;
    await store.set({ key: 'advanced', value: { ...settings, email_confirmation: true } });
    await own(who).expect(401);
    await store.set({ key: 'advanced', value: settings });
    await own(who).expect(200);
  });

  it('lose a call that is taken from their role', async () => {
    const who = await settled();
    const where = { action: 'plugin::property-desk.residentTicket.find', role: { type: 'authenticated' } };
    const permissions = query('plugin::users-permissions.permission');
    const { id } = await permissions.findOne({ where });
    await permissions.delete({ where: { id } });
    await own(who).expect(403);
    const role = await query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } });
    await permissions.create({ data: { action: where.action, role: role.id } });
    await own(who).expect(200);
  });

  it('see nothing more once they have moved out', async () => {
    const who = await settled();
    const { documentId } = who.resident;
    const movedOutAt = new Date().toISOString().slice(0, 10);
    await world.desk.strapi
      .documents('plugin::property-desk.resident')
      .update({ documentId, data: { movedOutAt } as never });
    await own(who).expect(403);
  });
});
