import { bootDesk, emptyDatabase, type Desk, type TestDatabase } from '@harness';

/** One database, started three times: what the first start makes, and what later ones leave as people set it. */
let database: TestDatabase;
let desk: Desk;

const start = async () => {
  desk = await bootDesk({
    database,
    configure: (strapi) => void strapi.config.set('plugin::property-desk.sweepEvery', null),
  });
};
const again = async () => {
  await desk.stop({ keepDatabase: true });
  await start();
};

beforeAll(async () => {
  database = await emptyDatabase();
  await start();
});
afterAll(async () => {
  await desk?.stop({ keepDatabase: true });
  await database.drop();
});

const roles = (): Promise<{ id: number; code: string; name: string }[]> =>
  desk.strapi.db.query('admin::role').findMany({ orderBy: 'id' });
const roleOf = (code: string) =>
  desk.strapi.db.query('admin::role').findOne({ where: { code: `property-desk-${code}` } });

/** Rights of our own by role, sorted; a right that was given twice shows twice. */
const rights = async (): Promise<Record<string, string[]>> => {
  const all: Record<string, string[]> = {};
  for (const { id, code } of await roles()) {
    if (!code.startsWith('property-desk-')) continue;
    const found = await desk.strapi.db.query('admin::permission').findMany({ where: { role: { id } } });
    all[code.slice('property-desk-'.length)] = found
      .map(({ action, subject }: { action: string; subject: string | null }) =>
        [action.replace('plugin::property-desk.', ''), subject].filter(Boolean).join(' ')
      )
      .sort();
  }
  return all;
};

const frontEnd = async (): Promise<string[]> =>
  (
    await desk.strapi.db
      .query('plugin::users-permissions.permission')
      .findMany({ where: { role: { type: 'authenticated' }, action: { $startsWith: 'plugin::property-desk.' } } })
  )
    .map(({ action }: { action: string }) => action)
    .sort();

const permissions = () => desk.strapi.db.query('admin::permission');
const RIGHT = (name: string) => `plugin::property-desk.${name}`;
const store = () => desk.strapi.store({ type: 'plugin', name: 'property-desk', key: 'given' });

describe('the first start, on an empty database', () => {
  it('makes Strapi’s own roles and our five', async () => {
    expect((await roles()).map(({ code }) => code).sort()).toEqual(
      [
        'strapi-super-admin',
        'strapi-editor',
        'strapi-author',
        ...['manager', 'supervisor', 'specialist', 'receptionist', 'engineer'].map((code) => `property-desk-${code}`),
      ].sort()
    );
  });

  it('lets the first person register as super admin over HTTP, who may everything of ours', async () => {
    const person = { firstname: 'First', lastname: 'Person', email: 'first@test.local', password: 'Correct-Horse-7' };
    await desk.request.post('/admin/register-admin').send(person).expect(200);
    const client = desk.client(await desk.adminToken(person.email, person.password));
    const { body } = await client.get('/property-desk/desk').expect(200);
    expect(body.data.me).toMatchObject({ role: 'manager', superAdmin: true });
    const { body: own } = await client.get('/admin/users/me/permissions').expect(200);
    const held = new Set(own.data.map(({ action }: { action: string }) => action));
    const ours = [...desk.kernel.definitions.values()].flatMap(({ name, actions }) =>
      Object.keys(actions)
        .filter((action) => actions[action].who.staff)
        .map((action) => RIGHT(`${name}.${action}`))
    );
    expect(ours.filter((right) => !held.has(right))).toEqual([]);
  });

  // Read off the design: a few of each role, and what it must not have.
  it.each([
    ['manager', ['ticket.read', 'desk.read', 'staff.hand-over'], ['ticket.register', 'ticket.cancel']],
    [
      'supervisor',
      ['ticket.cancel', 'ticket.close-unreached', 'ticket.repromise', 'staff.hand-over'],
      ['ticket.decline', 'ticket.rate'],
    ],
    ['specialist', ['ticket.repromise', 'ticket.start', 'inquiry.ask'], ['ticket.cancel', 'staff.hand-over']],
    [
      'receptionist',
      ['ticket.register', 'ticket.dispatch', 'ticket.archive'],
      ['ticket.start', 'ticket.repromise', 'ticket.cancel'],
    ],
    [
      'engineer',
      ['ticket.decline', 'ticket.complete', 'ticket.read'],
      ['ticket.register', 'ticket.follow-up', 'inquiry.read', 'confidential.reveal'],
    ],
  ])('gives the %s what the design says', async (role, has, lacks) => {
    const given = (await rights())[role];
    expect(given).toEqual(expect.arrayContaining(has));
    expect(given.filter((right) => lacks.includes(right))).toEqual([]);
    expect(new Set(given).size).toBe(given.length);
  });

  it('lets those who write notices add pictures to the media library, and replace none there', async () => {
    const given = await rights();
    for (const role of ['manager', 'supervisor', 'specialist', 'receptionist']) {
      expect(given[role].filter((right) => right.startsWith('plugin::upload.'))).toEqual([
        'plugin::upload.assets.create',
        'plugin::upload.read',
      ]);
    }
    expect(given.engineer.filter((right) => right.startsWith('plugin::upload.'))).toEqual([]);
  });

  it('opens the residents’ calls to whoever signs in on the front end, and no integration’s', async () => {
    const calls = await frontEnd();
    expect(calls).toEqual(expect.arrayContaining([RIGHT('residentTicket.find'), RIGHT('residentTicket.create')]));
    expect(calls.filter((call) => /integration/i.test(call))).toEqual([]);
  });
});

describe('later starts', () => {
  it('change nothing where nothing is new', async () => {
    const before = [await roles(), await rights(), await frontEnd(), await store().get()];
    await again();
    expect([await roles(), await rights(), await frontEnd(), await store().get()]).toEqual(before);
  });

  it('leave what people have set: a role renamed, a right taken or given, a role deleted, a call closed; and give a new right once', async () => {
    const engineer = await roleOf('engineer');
    await desk.strapi.db
      .query('admin::role')
      .update({ where: { code: 'property-desk-specialist' }, data: { name: '客服管家' } });
    const supervisor = await roleOf('supervisor');
    await permissions().delete({ where: { action: RIGHT('ticket.cancel'), role: { id: supervisor.id } } });
    const receptionist = await roleOf('receptionist');
    await permissions().create({
      data: { action: RIGHT('ticket.start'), role: receptionist.id, properties: {}, conditions: [] },
    });
    await permissions().delete({
      where: {
        action: 'plugin::content-manager.explorer.update',
        subject: 'plugin::property-desk.household',
        role: { id: receptionist.id },
      },
    });
    await permissions().delete({ where: { action: 'plugin::upload.assets.create', role: { id: receptionist.id } } });
    await desk.strapi.service('admin::role').deleteByIds([engineer.id]);
    await desk.strapi.db
      .query('plugin::users-permissions.permission')
      .delete({ where: { action: RIGHT('residentTicket.rate'), role: { type: 'authenticated' } } });

    // As if `hold`, the photos of residents and the complaints themselves came with the next version.
    const given = (await store().get()) as Record<'roles' | 'rights' | 'frontEnd' | 'subjects', string[]>;
    const looks = async () =>
      (
        await permissions().findMany({
          where: { subject: 'plugin::property-desk.complaint', role: { code: { $startsWith: 'property-desk-' } } },
          populate: ['role'],
        })
      )
        .map(({ action, role }: { action: string; role: { code: string } }) => `${role.code} ${action}`)
        .sort();
    const looking = (await looks()).filter((each: string) => !each.startsWith('property-desk-engineer'));
    expect(looking.length).toBeGreaterThan(3);
    await store().set({
      value: {
        ...given,
        rights: given.rights.filter((right) => right !== 'ticket.hold'),
        frontEnd: given.frontEnd.filter((call) => call !== 'residentTicket.addPhotos'),
        subjects: given.subjects.filter((mark) => !mark.endsWith(' plugin::property-desk.complaint')),
      },
    });
    await permissions().deleteMany({
      where: { action: RIGHT('ticket.hold'), role: { code: { $startsWith: 'property-desk-' } } },
    });
    await desk.strapi.db
      .query('plugin::users-permissions.permission')
      .deleteMany({ where: { action: RIGHT('residentTicket.addPhotos') } });
    const [set, calls] = [await rights(), await frontEnd()];
    await permissions().deleteMany({ where: { subject: 'plugin::property-desk.complaint' } });

    await again();
    const names = Object.fromEntries((await roles()).map(({ code, name }) => [code, name]));
    expect(names['property-desk-specialist']).toBe('客服管家');
    expect(await looks()).toEqual(looking);
    expect(
      await permissions().findOne({
        where: {
          action: 'plugin::content-manager.explorer.update',
          subject: 'plugin::property-desk.household',
          role: { id: receptionist.id },
        },
      })
    ).toBeNull();
    expect(Object.keys(names)).not.toContain('property-desk-engineer');
    const withHold = (role: string) => [...set[role], 'ticket.hold'].sort();
    expect(await rights()).toEqual({ ...set, specialist: withHold('specialist'), supervisor: withHold('supervisor') });
    expect(await frontEnd()).toEqual([...calls, RIGHT('residentTicket.addPhotos')].sort());
  });

  it('give a new right no second time', async () => {
    const specialist = await roleOf('specialist');
    await permissions().delete({ where: { action: RIGHT('ticket.hold'), role: { id: specialist.id } } });
    const set = await rights();
    await again();
    expect(await rights()).toEqual(set);
    expect(set.specialist).not.toContain('ticket.hold');
    expect(set.supervisor).toContain('ticket.hold');
  });
});
