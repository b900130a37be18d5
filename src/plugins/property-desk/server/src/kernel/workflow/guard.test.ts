import { bootWorld, type World } from '../../testing/world';

/** Every road past the actions: each must be refused, say which action to use, and change nothing. */
const CASE = 'plugin::property-desk.ticket';
const LEDGERS = ['event', 'obligation', 'sequence', 'outbox-message', 'access-log-entry'].map(
  (name) => `plugin::property-desk.${name}`
);

let world: World;
let documentId: string;
let root: Awaited<ReturnType<World['desk']['superAdmin']>>['client'];

beforeAll(async () => {
  world = await bootWorld();
  root = (await world.desk.superAdmin()).client;
  const { receptionist, supervisor, engineer } = world.staff;
  const act = async (who: typeof receptionist, path: string, input: object) =>
    (await who.client.post(`/property-desk/tickets${path}`).send({ input }).expect(200)).body.data;
  documentId = (await act(receptionist, '/actions/register', world.call())).documentId;
  const promisedAt = new Date(world.kernel.clock.now().getTime() + 3_600_000).toISOString();
  // Dispatching tells the engineer, so that there is a message, and revealing leaves a line in the access log.
  await act(receptionist, `/${documentId}/actions/dispatch`, { assignee: engineer.staff.documentId, promisedAt });
  await supervisor.client
    .post('/property-desk/confidential/reveal')
    .send({ type: 'ticket', documentId, field: 'contactTelephone', reason: '回电' })
    .expect(200);
});
afterAll(() => world?.desk.stop());

/** Everything that the guard keeps, as it stands in the tables. Other records than cases may be written, and have stories. */
const snapshot = async () => {
  const { rows, strapi, definitions } = world.kernel;
  const all: Record<string, { case_type?: string }[]> = {};
  for (const uid of [CASE, ...LEDGERS]) all[uid] = await strapi.db.connection(rows.table(uid).name).orderBy('id');
  const [, event] = [CASE, ...LEDGERS];
  all[event] = all[event].filter(({ case_type: type }) => definitions.has(type as string));
  return all;
};

let before: Record<string, unknown[]>;
beforeEach(async () => {
  before = await snapshot();
});
afterEach(async () => {
  expect(await snapshot()).toEqual(before);
});

it('has something of everything to guard', () => {
  expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
});

const idOf = async (uid: string) => {
  const { rows, strapi } = world.kernel;
  const [row] = await strapi.db.connection(rows.table(uid).name).orderBy('id').limit(1);
  return { id: Number(row.id), documentId: row.document_id as string };
};

const refused = (message: RegExp) =>
  expect.objectContaining({ name: 'ForbiddenError', message: expect.stringMatching(message) });
const AMEND = /更正/;
const START = /提交报修.*登记报修/;
const KEPT = /不能删除/;
const LEDGER = /只增不改/;

describe('the document service refuses', () => {
  const documents = () => world.desk.strapi.documents(CASE as never) as any;

  it.each([
    ['create', () => documents().create({ data: { number: 'X', state: 'archived', revision: 1 } }), START],
    ['clone', () => documents().clone({ documentId, data: {} }), START],
    ['update of the state', () => documents().update({ documentId, data: { state: 'archived' } }), AMEND],
    ['update of the revision', () => documents().update({ documentId, data: { revision: 9 } }), AMEND],
    ['update of a descriptive field', () => documents().update({ documentId, data: { description: 'x' } }), AMEND],
    ['delete', () => documents().delete({ documentId }), KEPT],
  ] as const)('%s', async (_what, write, message) => {
    await expect(write()).rejects.toEqual(refused(message));
  });

  it.each(LEDGERS)('every write to %s', async (uid) => {
    const there = await idOf(uid);
    const ledger = world.desk.strapi.documents(uid as never) as any;
    for (const write of [
      () => ledger.create({ data: {} }),
      () => ledger.update({ documentId: there.documentId, data: {} }),
      () => ledger.clone({ documentId: there.documentId, data: {} }),
      () => ledger.delete({ documentId: there.documentId }),
    ])
      await expect(write()).rejects.toEqual(refused(LEDGER));
  });
});

describe('the query engine refuses', () => {
  const WRITES: [string, (query: any, where: object) => Promise<unknown>][] = [
    ['create', (query) => query.create({ data: { number: 'X', state: 'archived', revision: 1 } })],
    ['createMany', (query) => query.createMany({ data: [{ number: 'X' }] })],
    ['update', (query, where) => query.update({ where, data: { updatedAt: new Date(0) } })],
    ['updateMany', (query, where) => query.updateMany({ where, data: { updatedAt: new Date(0) } })],
    ['delete', (query, where) => query.delete({ where })],
    ['deleteMany', (query, where) => query.deleteMany({ where })],
  ];

  it.each([CASE, ...LEDGERS].flatMap((uid) => WRITES.map(([verb, write]) => [verb, uid, write] as const)))(
    '%s on %s',
    async (verb, uid, write) => {
      const where = { id: (await idOf(uid)).id };
      const message =
        uid !== CASE ? LEDGER : verb.startsWith('create') ? START : verb.startsWith('delete') ? KEPT : AMEND;
      await expect(write(world.desk.strapi.db.query(uid as never), where)).rejects.toEqual(refused(message));
    }
  );
});

describe('the Content Manager refuses, even a super admin,', () => {
  const base = (uid: string) => `/content-manager/collection-types/${uid}`;

  const CALLS: [string, (uid: string, id: string) => Promise<{ status: number; body: any }>, RegExp][] = [
    [
      'create',
      (uid) => root.post(base(uid)).send({ number: 'BX-1', state: 'archived', revision: 1, key: 'k' }) as never,
      START,
    ],
    [
      'update',
      (uid, id) => root.put(`${base(uid)}/${id}`).send({ state: 'archived', description: 'x' }) as never,
      AMEND,
    ],
    ['delete', (uid, id) => root.delete(`${base(uid)}/${id}`) as never, KEPT],
    ['clone', (uid, id) => root.post(`${base(uid)}/clone/${id}`).send({ number: 'BX-1' }) as never, START],
    ['auto-clone', (uid, id) => root.post(`${base(uid)}/auto-clone/${id}`).send({}) as never, START],
    [
      'bulk delete',
      (uid, id) => root.post(`${base(uid)}/actions/bulkDelete`).send({ documentIds: [id] }) as never,
      KEPT,
    ],
  ];

  it.each(CALLS)('%s of a case', async (_verb, call, message) => {
    const { status, body } = await call(CASE, documentId);
    expect([status, body.error?.name, body.error?.message]).toEqual([
      403,
      'ForbiddenError',
      expect.stringMatching(message),
    ]);
  });

  // The sequences are not shown there at all.
  const shown = LEDGERS.filter((uid) => !uid.endsWith('.sequence'));
  it.each(shown.flatMap((uid) => CALLS.map(([verb, call]) => [verb, uid, call] as const)))(
    '%s of %s',
    async (_verb, uid, call) => {
      const { status, body } = await call(uid, (await idOf(uid)).documentId);
      expect([status, body.error?.message]).toEqual([403, expect.stringMatching(LEDGER)]);
    }
  );

  it('nothing of what only looks', async () => {
    const { body } = await root.get(`${base(CASE)}/${documentId}`).expect(200);
    expect(body.data.state).toBe('dispatched');
    // That somebody has looked is on the log; nothing else has changed.
    const log = 'plugin::property-desk.access-log-entry';
    const { [log]: looks } = await snapshot();
    expect(looks).toHaveLength(before[log].length + 1);
    expect(looks.at(-1)).toMatchObject({ kind: 'open', record_document_id: documentId });
    before[log] = looks;
  });
});

describe('what cases name is kept: its deletion would empty fields that only actions change', () => {
  it.each(['community', 'household', 'building', 'ticket-category'])('%s', async (type) => {
    const uid = `plugin::property-desk.${type}`;
    const { id } = await idOf(uid);
    const named = {
      community: world.garden,
      household: world.household,
      building: world.building,
      'ticket-category': world.category,
    }[type]!;
    const { strapi } = world.desk;
    await expect(
      (strapi.documents(uid as never) as any).delete({ documentId: named.documentId })
    ).rejects.toMatchObject({ name: 'ForbiddenError' });
    await expect(strapi.db.query(uid as never).deleteMany({ where: { id: { $gte: id } } })).rejects.toMatchObject({
      name: 'ForbiddenError',
    });
    const { status } = await root.delete(`/content-manager/collection-types/${uid}/${named.documentId}`);
    expect(status).toBe(403);
    expect(await strapi.db.query(uid as never).findOne({ where: { id: named.id } })).not.toBeNull();
  });

  it('but what no case names may go', async () => {
    const spare = await world.create('ticket-category', { name: '备用', code: 'spare', active: true });
    await root
      .delete(`/content-manager/collection-types/plugin::property-desk.ticket-category/${spare.documentId}`)
      .expect(200);
  });
});
