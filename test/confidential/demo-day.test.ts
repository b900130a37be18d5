import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { bootDesk, createDatabase, onPostgres, runFolder, type Desk, type Person } from '@harness';
import { normalise } from '../../src/plugins/property-desk/server/src/kernel/confidential/kinds';
import type { Kernel } from '../../src/plugins/property-desk/server/src/kernel/kernel';
import { emlName } from '../../src/plugins/property-desk/server/src/kernel/outbox/eml';
import {
  bookOf,
  checked,
  SMALL,
  written,
} from '../../src/plugins/property-desk/server/src/modules/archive-exchange/testing/books';
import { furnish, type World } from '../../src/plugins/property-desk/server/src/testing/world';

const ROOT = path.resolve(__dirname, '../..');
const TYPED = '+86 139-6655-4433';
const DECLARED = '13755443322';

let desk: Desk;
let world: World;
/** Every telephone and identity number that the desk keeps, in the form in which they are compared. */
let numbers: Set<string>;
const logged: string[] = [];
const folder = fs.mkdtempSync(path.join(runFolder(), 'demo-day-'));

const kernel = () => desk.kernel as Kernel;

/** A run of digits as people write numbers: with spaces, dashes and brackets between them. */
const CANDIDATE = /(?<![0-9A-Za-z_])\+?\d(?:[\s()-]{0,2}\d){9,19}[Xx]?(?![0-9A-Za-z_])/g;

/** The desk's numbers that stand in a text, in whatever spelling. */
const foundIn = (text: string): string[] =>
  [...new Set(text.match(CANDIDATE) ?? [])].filter((candidate) =>
    (['telephone', 'identityNumber'] as const).some((kind) => numbers.has(normalise(kind, candidate)))
  );

/** A number as it is usually written. */
const spellings = (number: string): string[] => {
  const parts = /^(\d{3})(\d{4})(\d{4})$/.exec(number) ?? /^(\d{6})(\d{8})([\dX]{4})$/.exec(number);
  return parts ? [number, parts.slice(1).join(' '), parts.slice(1).join('-')] : [number];
};

/** The desk's numbers in the bytes of a file, where one value stands beside the next without anything between them. */
const foundInBytes = (file: string): string[] => {
  const bytes = fs.readFileSync(file, 'latin1');
  return [...numbers].filter(
    (number) => number.length >= 10 && spellings(number).some((spelling) => bytes.includes(spelling))
  );
};

const tables = async (): Promise<string[]> => {
  const { connection } = desk.strapi.db;
  const found = onPostgres
    ? await connection('information_schema.tables').where({ table_schema: 'public' }).select({ name: 'table_name' })
    : await connection('sqlite_master').where({ type: 'table' }).select('name');
  return found.map(({ name }: { name: string }) => name).filter((name: string) => !name.startsWith('sqlite_'));
};

/** All rows of a table as one text. */
const textOf = async (table: string): Promise<string> => JSON.stringify(await desk.strapi.db.connection(table));

const seeded = async () => {
  const database = await createDatabase();
  const env = { ...process.env, ...database.env, DEMO_PASSWORD: 'Demo-Garden-88', PROPERTY_DESK_TEST_FOLDER: folder };
  await new Promise<void>((resolve, reject) => {
    execFile(process.execPath, [path.join(ROOT, 'scripts/demo-seed.mjs')], { cwd: ROOT, env }, (error, out, err) =>
      error ? reject(new Error(out + err)) : resolve()
    );
  });
  return database;
};

/** Opens whatever is sealed anywhere. */
const kept = async (): Promise<Set<string>> => {
  const { confidential, rows } = kernel();
  const plain = new Set<string>();
  for (const uid of desk.strapi.db.metadata.keys()) {
    const fields = Object.entries(confidential.confidentialIn(uid)).filter(
      ([, { kind }]) => kind === 'telephone' || kind === 'identityNumber'
    );
    if (fields.length === 0) continue;
    for (const raw of await desk.strapi.db.connection(rows.table(uid).name)) {
      const row = rows.fromColumns(uid, raw);
      for (const [field, { kind }] of fields) {
        const value = confidential.open(uid, row.documentId, field, row[field]);
        if (value) plain.add(normalise(kind, value));
      }
    }
  }
  return plain;
};

beforeAll(async () => {
  desk = await bootDesk({
    database: await seeded(),
    env: { PROPERTY_DESK_TEST_FOLDER: folder },
    configure(strapi) {
      strapi.config.set('plugin::property-desk.sweepEvery', null);
      // What Strapi would put on the screen, every address that was asked for included: kept here instead.
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
  world = await furnish(desk);
  const { staff, call, create, household } = world;
  const post = async (who: Person, address: string, body: object) => {
    const answer = await who.client.post(`/property-desk${address}`).send(body);
    if (answer.status !== 200) throw new Error(`${address} ${answer.status}: ${answer.text}`);
    return answer.body.data;
  };
  // A household moves in, half by hand and half by a book; a call, a search, a look, an export.
  const { supervisor, receptionist, manager } = staff;
  await create('resident', {
    name: '王小明',
    household: household.documentId,
    kind: 'owner',
    telephone: DECLARED,
    identityNumber: '110101199003070011',
  });
  const book = await checked(world, supervisor, await bookOf(SMALL));
  await written(world, supervisor, book.documentId);
  const { documentId } = await post(receptionist, '/tickets/actions/register', {
    input: call({ contactTelephone: TYPED, priority: 'urgent' }),
  });
  for (const query of [DECLARED, TYPED, '110101199003070011', '王小明']) await post(receptionist, '/search', { query });
  await post(receptionist, '/confidential/reveal', {
    type: 'ticket',
    documentId,
    field: 'contactTelephone',
    reason: `回电 ${TYPED}`,
  });
  await supervisor.client.get(`/property-desk/tickets/${documentId}/print`).expect(200);
  await supervisor.client
    .post('/property-desk/archive-exports')
    .send({ community: world.garden.documentId, plain: true, reason: `核对 ${DECLARED}` })
    .expect(200);
  for (const type of ['resident', 'ticket', 'renovation', 'access-log-entry'])
    await manager.client.get(`/content-manager/collection-types/plugin::property-desk.${type}?_q=138`).expect(200);
  // Refusals that carry a number.
  await receptionist.client.post('/property-desk/search').send({ query: DECLARED, zz: TYPED }).expect(400);
  kernel().clock.advance(48 * 3_600_000);
  await kernel().tick();
  await kernel().outbox.deliver({ limit: 1000 });
  await desk.drain();
  numbers = await kept();
}, 600_000);
afterAll(() => desk?.stop());

it('has a full day to look through', async () => {
  expect(numbers.size).toBeGreaterThan(200);
  for (const number of [DECLARED, '13966554433', '110101199003070011', '13811112222'])
    expect(numbers).toContain(number);
  for (const table of ['pd_events', 'pd_outbox', 'pd_access_log', 'pd_tickets', 'pd_residents'])
    expect((await desk.strapi.db.connection(table)).length).toBeGreaterThan(0);
});

it('stands in no table in plain', async () => {
  const leaks: string[] = [];
  for (const table of await tables())
    for (const number of foundIn(await textOf(table))) leaks.push(`${table}: ${number}`);
  expect(leaks).toEqual([]);
});

it('stands in no byte of the database file, nor of a backup', async () => {
  if (onPostgres) {
    console.info('The bytes of the file are looked at on SQLite; a PostgreSQL keeps its own');
    return;
  }
  const file = desk.database.env.DATABASE_FILENAME;
  const backup = path.join(folder, 'copy.db');
  const source = new Database(file, { readonly: true });
  await source.backup(backup);
  source.close();
  for (const name of [file, `${file}-wal`, backup]) {
    if (!fs.existsSync(name)) continue;
    expect([name, foundInBytes(name)]).toEqual([name, []]);
  }
  expect(fs.statSync(backup).size).toBeGreaterThan(1_000_000);
});

it('stands in no mail, no log line and no address that was asked for', async () => {
  const outbox = path.join(desk.strapi.dirs.app.root, '.tmp', 'outbox');
  const sent: { message_id: string }[] = await desk.strapi.db
    .connection('pd_outbox')
    .where({ state: 'sent' })
    .select('message_id');
  const mails = sent.map(({ message_id: id }) => path.join(outbox, emlName(id))).filter((name) => fs.existsSync(name));
  expect(mails.length).toBeGreaterThan(0);
  for (const name of mails) {
    const [head, ...body] = fs.readFileSync(name, 'utf8').split('\r\n\r\n');
    const text = /base64/i.test(head)
      ? Buffer.from(body.join(''), 'base64').toString()
      : body.join('\n\n').replace(/=\r?\n/g, '');
    expect(foundIn(`${head}\n${text}`)).toEqual([]);
    fs.rmSync(name, { force: true });
  }
  const log = logged.join('\n');
  expect(log).toContain('/property-desk/search');
  expect(log).toContain('/property-desk/archive-exports');
  expect(foundIn(log)).toEqual([]);
});

it('would be found, if one stood anywhere, however it is written', async () => {
  const { connection } = desk.strapi.db;
  const { id } = await connection('pd_events').first('id');
  const { DATABASE_FILENAME: file } = desk.database.env;
  for (const planted of [DECLARED, '(137)5544-3322', '137 5544 3322', '110101 19900307 0011']) {
    await connection('pd_events').where({ id }).update({ actor_name: planted });
    expect(foundIn(await textOf('pd_events'))).toHaveLength(1);
  }
  if (!onPostgres)
    expect(foundInBytes(`${file}-wal`)).toEqual(expect.arrayContaining([DECLARED, '110101199003070011']));
});
