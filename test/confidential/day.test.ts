import fs from 'node:fs';
import path from 'node:path';
import { onPostgres, runFolder, type Person } from '@harness';
import { bootWorld, type World } from '../../src/plugins/property-desk/server/src/testing/world';
import { emlName } from '../../src/plugins/property-desk/server/src/kernel/outbox/eml';
import { JPEG } from '../../src/plugins/property-desk/server/src/kernel/files/testing/samples';

let world: World;
let admin: Person;
let ticket: string;
let resident: string;
let outbox: string;
const logged: string[] = [];

// Numbers that occur nowhere else, each typed in another way.
const OWNER = '13877665544';
const CALLER = '13966554433';
const CALLER_TYPED = '+86 139-6655-4433';
const ASKER = '13755443322';
const CORRECTED = '13644332211';
const LANDLINE = '02166778899';
const NUMBERS = [OWNER, CALLER, ASKER, CORRECTED, LANDLINE];

/** The number in whatever spelling: its digits with spaces, dashes or brackets between them. */
const spelling = (number: string) => new RegExp([...number].join('[\\s()\\-]*'));
const foundIn = (text: string) => NUMBERS.filter((number) => spelling(number).test(text));

const at = (hours: number) => new Date(world.kernel.clock.now().getTime() + hours * 3_600_000).toISOString();

/** The files that this desk's mails became; other tests write theirs beside them. */
const mails = async (): Promise<string[]> =>
  (await world.desk.strapi.db.connection('pd_outbox').where({ state: 'sent' }).select('message_id')).map(
    ({ message_id: id }: { message_id: string }) => path.join(outbox, emlName(id))
  );

beforeAll(async () => {
  world = await bootWorld({
    // A private store of its own: other tests fill theirs meanwhile.
    env: { PROPERTY_DESK_TEST_FOLDER: fs.mkdtempSync(path.join(runFolder(), 'day-')) },
    configure(strapi) {
      // What Strapi would put on the screen, at every level: kept here instead.
      const log = strapi.log as unknown as {
        level: string;
        transports: { silent: boolean }[];
        on(name: 'data', listener: (entry: unknown) => void): void;
      };
      log.level = 'silly';
      for (const transport of log.transports) transport.silent = true;
      log.on('data', (entry) => logged.push(JSON.stringify(entry)));
    },
  });
  const { desk, staff, garden, household, neighbour, category, create, call, kernel } = world;
  outbox = path.join(desk.strapi.dirs.app.root, '.tmp', 'outbox');
  admin = await desk.superAdmin();

  // A small day of work: an archive kept up, calls taken, repairs done, mistakes corrected, promises broken.
  const owner = await world.settle(household, '王小明', OWNER);
  resident = owner.resident.documentId;
  await create('resident', {
    name: '张伟',
    household: neighbour.documentId,
    kind: 'tenant',
    telephone: LANDLINE,
    verified: true,
  });
  const { receptionist, engineer, specialist, supervisor } = staff;
  const ok = ({ status, text }: { status: number; text: string }) => {
    if (status !== 200) throw new Error(`${status}: ${text}`);
  };
  const post = async (who: Person, address: string, body: object) =>
    (await who.client.post(`/property-desk${address}`).send(body).expect(ok)).body.data;
  const act = (who: Person, action: string, input: object) =>
    post(who, `/tickets/${ticket}/actions/${action}`, { input });

  ({ documentId: ticket } = await post(receptionist, '/tickets/actions/register', {
    input: call({ contactTelephone: CALLER_TYPED, priority: 'urgent' }),
  }));
  await act(receptionist, 'dispatch', { assignee: engineer.staff.documentId, promisedAt: at(2) });
  await act(engineer, 'start', {});
  await act(receptionist, 'amend', { contactTelephone: CORRECTED, reason: '号码记错' });
  await engineer.client.post(`/property-desk/tickets/${ticket}/files`).attach('files', JPEG, '现场.jpg').expect(200);
  await act(engineer, 'complete', { workDone: '更换角阀', parts: [{ name: '角阀', quantity: 1, price: 3500 }] });
  await act(specialist, 'follow-up', { outcome: 'satisfied', ratingOverall: 5 });
  const inquiry = await post(receptionist, '/inquiries/actions/ask', {
    input: {
      community: garden.documentId,
      household: neighbour.documentId,
      question: '几点供暖',
      reporterName: '李四',
      contactTelephone: ASKER,
      promisedAt: at(1),
      handler: specialist.staff.documentId,
    },
  });
  await post(specialist, `/inquiries/${inquiry.documentId}/actions/convert`, {
    input: { category: category.documentId },
  });
  await owner.client
    .post('/api/property-desk/tickets')
    .send({
      data: { category: category.documentId, description: '灯不亮', reporterName: '王小明', contactTelephone: OWNER },
    })
    .expect(201);
  for (const query of [OWNER, CALLER_TYPED, LANDLINE]) await post(receptionist, '/search', { query });
  await post(receptionist, '/confidential/reveal', {
    type: 'ticket',
    documentId: ticket,
    field: 'contactTelephone',
    reason: `回电 ${CORRECTED}`,
  });
  await supervisor.client.get(`/property-desk/tickets/${ticket}/print`).expect(200);
  // Refusals that carry a number.
  await receptionist.client
    .post(`/property-desk/tickets/${ticket}/actions/dispatch`)
    .send({ input: { contactTelephone: CALLER } })
    .expect(400);
  await receptionist.client.post('/property-desk/search').send({ query: OWNER, zz: CALLER }).expect(400);
  await receptionist.client
    .post('/property-desk/tickets/actions/register')
    .send({ input: call({ contactTelephone: `${OWNER}x` }) })
    .expect(400);
  kernel.clock.advance(48 * 3_600_000);
  await kernel.tick();
  await kernel.outbox.deliver({ limit: 1000 });
  await desk.drain();
});
afterAll(async () => {
  if (world) for (const file of await mails()) fs.rmSync(file, { force: true });
  await world?.desk.stop();
});

describe('after a day of work no telephone stands in plain', () => {
  it('in any table', async () => {
    const { connection, metadata } = world.desk.strapi.db;
    const tables = [...metadata.values()].map(({ tableName }) => tableName);
    const leaks: string[] = [];
    for (const table of tables)
      for (const row of await connection(table).select('*'))
        for (const number of foundIn(JSON.stringify(row))) leaks.push(`${table}: ${number}`);
    expect(leaks).toEqual([]);
    // The day was there: cases, events, messages and looks of it.
    for (const table of ['pd_tickets', 'pd_inquiries', 'pd_events', 'pd_outbox', 'pd_access_log', 'pd_residents'])
      expect((await connection(table).select('*')).length).toBeGreaterThan(0);
    const events = JSON.stringify(await connection('pd_events').select('*'));
    expect(events).toContain('136****2211');
    expect(events).toContain('139****4433');
  });

  it('in the bytes of the database file', async () => {
    if (onPostgres) {
      console.info('The bytes of the file are looked at on SQLite; a PostgreSQL keeps its own');
      return;
    }
    const file = world.desk.database.env.DATABASE_FILENAME;
    const bytes = () =>
      [file, `${file}-wal`]
        .filter((name) => fs.existsSync(name))
        .map((name) => fs.readFileSync(name, 'latin1'))
        .join('');
    // In the log of writes first, and in the file itself when all of it has been taken over.
    const written = bytes();
    await world.desk.strapi.db.connection.raw('PRAGMA wal_checkpoint(TRUNCATE)');
    for (const content of [written, bytes()]) {
      expect(content).toContain('BX-');
      for (const number of [...NUMBERS, CALLER_TYPED]) expect(content.includes(number)).toBe(false);
    }
  });

  it('in a mail', async () => {
    const written = (await mails()).map((file) => fs.readFileSync(file, 'utf8'));
    expect(written.length).toBeGreaterThan(3);
    for (const mail of written) {
      const [head, ...body] = mail.split('\r\n\r\n');
      const text = /base64/i.test(head)
        ? Buffer.from(body.join(''), 'base64').toString()
        : body.join('\n\n').replace(/=\r?\n/g, '');
      expect(foundIn(head + text)).toEqual([]);
      expect(text).not.toContain('王小明');
    }
  });

  it('in the log', () => {
    expect(logged.join('\n')).toContain('/property-desk/search');
    expect(foundIn(logged.join('\n'))).toEqual([]);
  });

  it('in the private store, whose photos are no pictures to anybody else', () => {
    const store = path.join(runFolder(), 'files');
    const files = fs.readdirSync(store, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const { parentPath, name } of files)
      expect(fs.readFileSync(path.join(parentPath, name)).includes(JPEG.subarray(0, 12))).toBe(false);
  });

  it('in any answer of the desk', async () => {
    const { supervisor, engineer } = world.staff;
    for (const { client } of [supervisor, engineer, admin])
      for (const address of [
        '/desk',
        '/tickets',
        `/tickets/${ticket}`,
        '/obligations',
        '/inquiries',
        '/outbox',
        '/options/staff?community=' + world.garden.documentId,
      ]) {
        const { text } = await client.get(`/property-desk${address}`);
        expect([address, foundIn(text)]).toEqual([address, []]);
      }
  });
});

describe('the Content Manager', () => {
  const manager = (type: string, more = '') => `/content-manager/collection-types/plugin::property-desk.${type}${more}`;

  it.each([
    ['ticket', 'contactTelephone', () => ticket, '136****2211'],
    ['resident', 'telephone', () => resident, '138****5544'],
  ])('shows masks of a %s, in its list and in its form', async (type, field, id, mask) => {
    const list = await admin.client.get(manager(type)).expect(200);
    const line = list.body.results.find(({ documentId }: { documentId: string }) => documentId === id());
    expect(line[field]).toBe(mask);
    const form = await admin.client.get(manager(type, `/${id()}`)).expect(200);
    expect(form.body.data[field]).toBe(mask);
    for (const { text } of [list, form]) {
      expect(foundIn(text)).toEqual([]);
      expect(text).not.toMatch(/TelephoneHash|telephoneHash/);
    }
  });

  it.each([
    ['a filter', (field: string, number: string) => `?filters[${field}][$eq]=${number}`],
    [
      'a filter on its beginning',
      (field: string, number: string) => `?filters[${field}][$startsWith]=${number.slice(0, 3)}`,
    ],
    ['a filter that is always true', (field: string) => `?filters[${field}][$notNull]=true`],
    ['a filter within another', (field: string, number: string) => `?filters[$or][0][${field}][$contains]=${number}`],
    ['a filter on the hash', (field: string) => `?filters[${field}Hash][$notNull]=true`],
    ['an order', (field: string) => `?sort=${field}:ASC`],
    ['an order by the hash', (field: string) => `?sort=${field}Hash:ASC`],
    ['the search box', (_field: string, number: string) => `?_q=${number}`],
    ['the search box with a part', (_field: string, number: string) => `?_q=${number.slice(0, 7)}`],
    [
      'the search box with a mask',
      (_field: string, number: string) => `?_q=${number.slice(0, 3)}****${number.slice(-4)}`,
    ],
  ])('finds nobody by a telephone: %s', async (_what, query) => {
    for (const [type, field, number] of [
      ['ticket', 'contactTelephone', CORRECTED],
      ['resident', 'telephone', OWNER],
    ] as const) {
      const { status, body, text } = await admin.client.get(manager(type, query(field, number)));
      expect(status).toBeLessThan(500);
      expect(status === 200 ? body.results : []).toEqual([]);
      expect(foundIn(text)).toEqual([]);
    }
  });

  it('finds nobody by a relation to one', async () => {
    const { status, body } = await admin.client.get(
      manager('event', `?filters[actorResident][telephone][$startsWith]=138`)
    );
    expect(status).toBeLessThan(500);
    expect(status === 200 ? body.results : []).toEqual([]);
  });

  it('keeps a number that comes back as its mask, and seals a new one', async () => {
    const { connection } = world.desk.strapi.db;
    const stored = async () =>
      (await connection('pd_residents').where({ document_id: resident }).first()).telephone as string;
    const before = await stored();
    await admin.client
      .put(manager('resident', `/${resident}`))
      .send({ kind: 'family', telephone: '138****5544' })
      .expect(200);
    expect(await stored()).toBe(before);
    const changed = await admin.client
      .put(manager('resident', `/${resident}`))
      .send({ telephone: '139 1234 9999' })
      .expect(200);
    expect(changed.body.data.telephone).toBe('139****9999');
    expect(await stored()).not.toContain('9999');
    const { body } = await world.staff.receptionist.client
      .post('/property-desk/search')
      .send({ query: '13912349999' })
      .expect(200);
    expect(body.data.households).toHaveLength(1);
  });
});
