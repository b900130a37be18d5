import { bootDesk, createDatabase, onPostgres, startServer, type ServerProcess, type TestDatabase } from '@harness';
import { furnish, type Doc } from '../../src/plugins/property-desk/server/src/testing/world';
import { millis, readRows } from './inspect';

jest.setTimeout(240_000);

if (!onPostgres)
  console.info('Skipped: two processes share a PostgreSQL only (SQLite has one process); npm run test:postgres');

(onPostgres ? describe : describe.skip)('the policy in two processes', () => {
  let database: TestDatabase;
  const servers: ServerProcess[] = [];
  let garden: Doc;
  let tokens: { manager: string; supervisor: string; receptionist: string };
  let call: object;

  beforeAll(async () => {
    database = await createDatabase();
    const desk = await bootDesk({ database });
    const world = await furnish(desk);
    ({ garden } = world);
    const { manager, supervisor, receptionist } = world.staff;
    tokens = { manager: manager.token, supervisor: supervisor.token, receptionist: receptionist.token };
    call = world.call();
    // Communities that came by another road than the panel's, before the processes start.
    const at = new Date();
    for (let count = 0; count < 8; count += 1)
      await desk.strapi.db.connection('pd_communities').insert({
        document_id: `c${String(count).padStart(23, '0')}`,
        name: `项目${count}`,
        company_name: '物业',
        created_at: at,
        updated_at: at,
        published_at: at,
      });
    await desk.stop({ keepDatabase: true });
    servers.push(...(await Promise.all([startServer(database, {}), startServer(database, {})])));
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.end()));
    await database?.drop();
  });

  const post = async (server: ServerProcess, who: keyof typeof tokens, path: string, input: object) => {
    const response = await fetch(`${server.url}/property-desk/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${tokens[who]}` },
      body: JSON.stringify({ input }),
    });
    const body = (await response.json()) as { data: { documentId: string; number: string } };
    expect([path, response.status, response.status === 200 ? '' : JSON.stringify(body)]).toEqual([path, 200, '']);
    return body.data;
  };

  it('gives every community one draft, however many processes start at once', async () => {
    const drafts = await readRows(
      database,
      `select c.name, count(p.id) as n, min(p.state) as state from pd_communities c
       left join pd_policies p on p.community_id = c.id group by c.name`
    );
    expect(drafts.length).toBe(10);
    for (const { name, n, state } of drafts) expect([name, Number(n), state]).toEqual([name, 1, 'draft']);
  });

  it('rules in the second from the moment that the first has promulgated it', async () => {
    const [here, there] = servers;
    for (const minutes of [11, 12, 13]) {
      const { documentId, number } = await post(here, 'supervisor', 'policies/actions/draft', {
        community: garden.documentId,
        from: 'default',
      });
      const on = (action: string) => `policies/${documentId}/actions/${action}`;
      await post(there, 'supervisor', on('set-rule'), { key: 'ticket.dispatchWithin', value: `PT${minutes}M` });
      await post(here, 'supervisor', on('submit'), {});
      await post(there, 'manager', on('approve'), {});
      await post(here, 'manager', on('promulgate'), {});
      const ticket = await post(there, 'receptionist', 'tickets/actions/register', call);
      const [owed] = await readRows(
        database,
        `select * from pd_obligations where case_document_id = '${ticket.documentId}'`
      );
      const length = (millis(owed.due_at)! - millis(owed.opened_at)!) / 60_000;
      expect([owed.policy_version, length]).toEqual([number, minutes]);
    }
  });
});
