import { randomInt } from 'node:crypto';
import { bootDesk, createDatabase, startServer, type Desk, type TestDatabase } from '@harness';
import { bookOf, type Rows } from '../../src/plugins/property-desk/server/src/modules/archive-exchange/testing/books';
import { furnish } from '../../src/plugins/property-desk/server/src/testing/world';
import { expireLeases, readRows } from './inspect';

jest.setTimeout(240_000);

const HOMES = 3000;
const KILLS = 3;

let database: TestDatabase;
let desk: Desk | undefined;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const count = async (statement: string) => Number((await readRows(database, statement))[0].n);

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(async () => {
  await desk?.stop({ keepDatabase: true });
  await database?.drop();
});

/** Homes with two people and a car each. */
const archive = (): Rows => {
  const home = (n: number) => ['3', '7', String(n).padStart(5, '0')];
  const telephone = (n: number) => `139${String(n).padStart(8, '0')}`;
  const each = <T>(make: (n: number) => T) => Array.from({ length: HOMES }, (_, n) => make(n));
  return {
    households: each((n) => [...home(n), '90', '自住']),
    residents: each((n) => [
      [...home(n), `业主${n}`, '业主', '本人', telephone(n)],
      [...home(n), `家属${n}`, '家属', '配偶'],
    ]).flat(),
    vehicles: each((n) => [...home(n), `沪A${String(n).padStart(5, '0')}`]),
  };
};

it('goes on after every kill where it stood: nothing twice, nothing missing, no household in halves', async () => {
  const first = await bootDesk({ database });
  const { staff, garden } = await furnish(first);
  await first.stop({ keepDatabase: true });
  const before = {
    households: await count('select count(*) as n from pd_households'),
    residents: await count('select count(*) as n from pd_residents'),
  };
  const written = async () => (await count('select count(*) as n from pd_households')) - before.households;
  const env = { TEST_SWEEP_EVERY: '* * * * * *' };
  const headers = { Authorization: `Bearer ${staff.supervisor.token}` };

  let server = await startServer(database, env);
  const answered = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${server.url}/property-desk/archive-imports${path}`, {
      ...init,
      headers: { ...headers, ...init.headers },
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as { data: { documentId: string; state: string } };
  };
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(await bookOf(archive()))]), '全区.xlsx');
  const { documentId } = (await answered(`?community=${garden.documentId}`, { method: 'POST', body: form })).data;

  // Killed while it is checked, at once: the check begins anew.
  await pause(randomInt(200, 1500));
  await server.end('SIGKILL');
  expect(await written()).toBe(0);
  // The lease of whoever was killed runs out after half a minute; here it has.
  await expireLeases(database);

  server = await startServer(database, env);
  const reaches = async (state: string) => {
    for (let turn = 0; turn < 400; turn += 1) {
      const { data } = await answered(`/${documentId}/progress`);
      if (data.state === state) return;
      await pause(150);
    }
    throw new Error(`never ${state}`);
  };
  await reaches('checked');
  expect(await written()).toBe(0);
  await answered(`/${documentId}/actions/confirm`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ input: {} }),
  });

  const stood: number[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const from = stood.at(-1) ?? 0;
    for (let turn = 0; turn < 600 && (await written()) <= from; turn += 1) await pause(20);
    await pause(randomInt(0, 120));
    await server.end('SIGKILL');
    stood.push(await written());
    // What is there is whole, and is what the progress says.
    const [task] = await readRows(database, "select done, tally from pd_archive_tasks where kind = 'write'");
    expect(Number(task.done)).toBe(stood.at(-1));
    expect(
      await readRows(
        database,
        `select h.id from pd_households h where h.unit = '7' and
           ((select count(*) from pd_residents r where r.household_id = h.id) <> 2
            or (select count(*) from pd_vehicles v where v.household_id = h.id) <> 1 or h.file_number is null)`
      )
    ).toEqual([]);
    await expireLeases(database);
    server = await startServer(database, env);
  }
  expect(stood[0]).toBeGreaterThan(0);
  expect(stood[0]).toBeLessThan(HOMES);
  await reaches('done');
  await server.end();

  expect(await written()).toBe(HOMES);
  expect(await count('select count(*) as n from pd_residents')).toBe(before.residents + 2 * HOMES);
  expect(await count('select count(distinct plate_key) as n from pd_vehicles')).toBe(HOMES);
  const [row] = await readRows(database, 'select * from pd_archive_imports');
  expect(row).toMatchObject({ state: 'done', written_added: 4 * HOMES, written_left_out: 0, book: null, plan: null });
  const events = await readRows(
    database,
    "select action from pd_events where case_type = 'archive-import' order by id"
  );
  expect(events.map(({ action }) => action)).toEqual(['upload', 'report', 'confirm', 'finish']);
  // File numbers are without gaps, whatever was rolled back.
  const numbers = (await readRows(database, 'select file_number from pd_households')).map(({ file_number: number }) =>
    Number(String(number).slice(3))
  );
  expect(numbers.sort((one, other) => one - other)).toEqual(numbers.map((_number, index) => index + 1));
});
