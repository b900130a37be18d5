import { bootDesk, createDatabase, onPostgres, startServer, type ServerProcess, type TestDatabase } from '@harness';
import { startMailServer } from '../../src/plugins/property-desk/server/src/kernel/outbox/testing/mail-server';
import { noticeIn } from '../../src/plugins/property-desk/server/src/testing/notices';
import { furnish, type World } from '../../src/plugins/property-desk/server/src/testing/world';
import { prepareRaces, race, RACES } from './archive-races';
import { parsed, readRows } from './inspect';

jest.setTimeout(240_000);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const TICKETS = 40;
/** Grave complaints whose hour is over when the servers start. */
const COMPLAINTS = 12;
/** Notices whose time to go out has come when the servers start, and as many whose time is over. */
const NOTICES = 12;
const AGREED = ['one@example.org', 'two@example.org'];

if (!onPostgres)
  console.info('Skipped: two processes share a PostgreSQL only (SQLite has one process); npm run test:postgres');

(onPostgres ? describe : describe.skip)('two processes on one database', () => {
  let database: TestDatabase;
  let mail: Awaited<ReturnType<typeof startMailServer>>;
  const servers: ServerProcess[] = [];
  let receptionist: string;
  let call: object;
  let races: Awaited<ReturnType<typeof prepareRaces>>;
  let managers: string[];
  let supervisors: string[];

  /** Urgent complaints of two hours ago; a manager and a supervisor of the other community look on. */
  const graveComplaints = async (world: World) => {
    await world.hire('manager', [world.river], '外区经理');
    const { documentId: category } = await world.create('complaint-category', {
      name: '噪音扰民',
      code: 'noise',
      active: true,
    });
    const { client } = world.staff.receptionist;
    for (let count = 0; count < COMPLAINTS; count += 1) {
      const input = {
        community: world.garden.documentId,
        kind: 'complaint',
        content: '楼上拍球',
        reporterName: '王小明',
        contactTelephone: '13800005678',
        source: 'phone',
      };
      const { body } = await client.post('/property-desk/complaints/actions/lodge').send({ input }).expect(200);
      await client
        .post(`/property-desk/complaints/${body.data.documentId}/actions/classify`)
        .send({ input: { severity: 'urgent', category, reason: '反复发生' } })
        .expect(200);
    }
  };

  /** Of two hours ago: approved ones to go out an hour later, and ones that are out until then. */
  const timedNotices = async (world: World) => {
    const { create, household, kernel } = world;
    const someone = { household: household.documentId, kind: 'owner', verified: true };
    for (const mail of AGREED) await create('resident', { ...someone, name: mail, mail, agreesToMail: true });
    await create('resident', { ...someone, name: '丙', mail: 'no@example.org', agreesToMail: false });
    const anHourAgo = new Date(kernel.clock.now().getTime() + 3_600_000).toISOString();
    const channels = ['portal', 'mail'];
    for (let count = 0; count < NOTICES; count += 1) {
      await noticeIn(world, 'approved', { channels, publishAt: anHourAgo });
      await noticeIn(world, 'published', { channels, expiresAt: anHourAgo });
    }
  };

  beforeAll(async () => {
    database = await createDatabase();
    mail = await startMailServer();
    const desk = await bootDesk({ database });
    const world = await furnish(desk);
    receptionist = world.staff.receptionist.token;
    call = world.call();
    races = await prepareRaces(world);
    // Work of two hours ago that nobody went on with: everything owed on it is overdue when the servers start.
    world.kernel.clock.advance(-2 * 3_600_000);
    for (let count = 0; count < TICKETS; count += 1)
      await world.staff.receptionist.client
        .post('/property-desk/tickets/actions/register')
        .send({ input: call })
        .expect(200);
    await graveComplaints(world);
    await timedNotices(world);
    managers = [world.staff.manager.email];
    supervisors = [world.staff.supervisor.email];
    await desk.stop({ keepDatabase: true });

    const env = {
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(mail.port),
      MAIL_FROM: 'desk@sunshine.example',
      TEST_SWEEP_EVERY: '* * * * * *',
    };
    servers.push(...(await Promise.all([startServer(database, env), startServer(database, env)])));
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.end()));
    await mail?.stop();
    await database?.drop();
  });

  /** Until a statement answers this number, or half a minute is over. */
  const until = async (statement: string, wanted: number) => {
    for (let turn = 0; turn < 300; turn += 1) {
      if (Number((await readRows(database, statement))[0].n) >= wanted) return;
      await pause(100);
    }
  };

  it('mark each breach once, escalate it once, and tell each person once', async () => {
    await until("select count(*) as n from pd_obligations where outcome = 'broken'", TICKETS + COMPLAINTS);
    await until("select count(*) as n from pd_outbox where state <> 'sent'", 0);
    await pause(2500);
    await until(
      "select case when count(*) filter (where state <> 'sent') = 0 then 1 else 0 end as n from pd_outbox",
      1
    );

    const obligations = await readRows(database, "select * from pd_obligations where case_type = 'ticket' order by id");
    const first = obligations.filter(({ level }) => level === 1);
    const second = obligations.filter(({ level }) => level === 2);
    expect(first.map(({ outcome }) => outcome)).toEqual(Array(TICKETS).fill('broken'));
    expect(second.map(({ case_document_id: id }) => id).sort()).toEqual(
      first.map(({ case_document_id: id }) => id).sort()
    );

    const breaches = await readRows(
      database,
      "select input from pd_events where action = 'breach' and case_type = 'ticket'"
    );
    expect(breaches.map(({ input }) => parsed(input).obligation).sort()).toEqual(
      first.map(({ document_id: id }) => id).sort()
    );

    // To the receptionist who owed it, and to the supervisor to whom it was escalated.
    const messages = await readRows(database, 'select * from pd_outbox');
    const about = messages.filter(({ case_type: type }) => type === 'ticket');
    expect(about.filter(({ key }) => /:breach:/.test(key))).toHaveLength(TICKETS);
    expect(about.filter(({ key }) => /:escalation:/.test(key))).toHaveLength(TICKETS);
    const sent = mail.taken.map(({ mail: { messageId } }) => messageId as string);
    expect(sent.sort()).toEqual(messages.map(({ message_id: id }) => id as string).sort());
  });

  it('make of each broken hour one escalation, and tell the manager of it once, and nobody elsewhere', async () => {
    const count = async (statement: string) => Number((await readRows(database, statement))[0].n);
    const events = "select count(*) as n from pd_events where case_type = 'complaint' and action =";
    expect(await count(`${events} 'breach'`)).toBe(COMPLAINTS);
    expect(await count(`${events} 'escalate'`)).toBe(COMPLAINTS);
    const owed = "select count(*) as n from pd_obligations where what = 'complaint";
    expect(await count(`${owed}.intervene' and outcome = 'broken'`)).toBe(COMPLAINTS);
    expect(await count(`${owed}.managerDecision'`)).toBe(COMPLAINTS);

    const messages = await readRows(database, "select * from pd_outbox where case_type = 'complaint'");
    const told = (template: string) =>
      messages.filter(({ key }) => key.includes(`:${template}:`)).map(({ recipient }) => recipient as string);
    expect(told('escalated')).toEqual(Array(COMPLAINTS).fill(managers[0]));
    expect(told('breach')).toEqual(Array(COMPLAINTS).fill(supervisors[0]));
    expect(new Set(messages.map(({ recipient }) => recipient))).toEqual(new Set([...managers, ...supervisors]));
    for (const { message_id: id } of messages)
      expect(mail.taken.filter(({ mail: { messageId } }) => messageId === id)).toHaveLength(1);
  });

  it('publish each notice once on its time, write to each resident once, and end once each that has run out', async () => {
    await until("select count(*) as n from pd_events where action in ('publish', 'expire')", 3 * NOTICES);
    await until(
      "select case when count(*) filter (where state <> 'sent') = 0 then 1 else 0 end as n from pd_outbox",
      1
    );
    const notices = await readRows(database, 'select * from pd_notices order by id');
    const states = notices.map(({ state }) => state as string).sort();
    expect(states).toEqual([...Array(NOTICES).fill('expired'), ...Array(NOTICES).fill('published')]);
    const counts = notices.map(({ number }) => Number(/〕(\d+)号$/.exec(number)?.[1]));
    expect(counts.sort((one, other) => one - other)).toEqual(notices.map((_row, index) => index + 1));

    const events = await readRows(database, "select * from pd_events where case_type = 'notice' order by id");
    const messages = await readRows(database, "select * from pd_outbox where key like 'notice:%'");
    expect(messages).toHaveLength(2 * NOTICES * AGREED.length);
    for (const { document_id: id, state } of notices) {
      const story = events.filter(({ case_document_id: of }) => of === id).map(({ action }) => action as string);
      const end = state === 'expired' ? ['expire'] : [];
      expect(story).toEqual(['draft', 'submit', 'approve', 'publish', ...end]);
      const mails = messages.filter(({ case_document_id: of }) => of === id);
      expect(mails.map(({ recipient }) => recipient as string).sort()).toEqual(AGREED);
    }
    for (const { message_id: id } of messages)
      expect(mail.taken.filter(({ mail: { messageId } }) => messageId === id)).toHaveLength(1);
  });

  it('number without repeats or gaps', async () => {
    const register = async (server: ServerProcess) => {
      const response = await fetch(`${server.url}/property-desk/tickets/actions/register`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${receptionist}` },
        body: JSON.stringify({ input: call }),
      });
      return {
        status: response.status,
        number: ((await response.json()) as { data: { number: string } }).data?.number,
      };
    };
    const answers = await Promise.all(Array.from({ length: 80 }, (_, index) => register(servers[index % 2])));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const all = (await readRows(database, 'select number from pd_tickets')).map(({ number }) => number as string);
    const today = answers[0].number.slice(0, 11);
    const numbers = all.filter((number) => number.startsWith(today)).sort();
    expect(numbers).toEqual(numbers.map((_, index) => `${today}-${String(index + 1).padStart(4, '0')}`));
    expect(new Set(answers.map(({ number }) => number)).size).toBe(80);
    expect(all).toHaveLength(TICKETS + 80);
  });

  describe('asked about the archive at once', () => {
    const sorted = (answers: number[][]) => answers.map((pair) => [...pair].sort().join());
    const each = (outcome: string) => Array(RACES).fill(outcome);
    const quoted = (ids: string[]) => ids.map((id) => `'${id}'`).join();
    const actions = async (id: string): Promise<string[]> =>
      (
        await readRows(database, `select action, revision from pd_events where case_document_id = '${id}' order by id`)
      ).map(({ action }) => action);

    it('lend a thing to one person, hand over one loan once, and take it back once', async () => {
      expect(sorted(await race(servers, races.sameThing))).toEqual(each('200,409'));
      const lent = await readRows(
        database,
        `select item_document_id as item from pd_loans where state = 'lent' and item_document_id in (${quoted(races.things)})`
      );
      expect(lent.map(({ item }) => item).sort()).toEqual([...races.things].sort());
      expect(sorted(await race(servers, races.handOver))).toEqual(each('200,409'));
      expect(sorted(await race(servers, races.giveBack))).toEqual(each('200,409'));
      for (const id of races.loans) {
        expect(await actions(id)).toEqual(['request', 'approve', 'hand-over', 'return']);
        const owed = await readRows(
          database,
          `select what, outcome from pd_obligations where case_document_id = '${id}' order by id`
        );
        expect(owed).toEqual([
          { what: 'loan.decide', outcome: 'kept' },
          { what: 'loan.return', outcome: 'kept' },
        ]);
      }
    });

    it('approve or reject a request, never both', async () => {
      expect(sorted(await race(servers, races.approveOrReject))).toEqual(each('200,409'));
      for (const id of races.requests) {
        const [{ state, resident_id: resident }] = await readRows(
          database,
          `select * from pd_bindings where document_id = '${id}'`
        );
        expect(await actions(id)).toEqual(['request', state === 'approved' ? 'approve' : 'reject']);
        expect(resident !== null).toBe(state === 'approved');
      }
    });

    it('tie a resident to one of two accounts, enter two of one home, and take one of two requests', async () => {
      expect(sorted(await race(servers, races.approveBoth))).toEqual(each('200,409'));
      const tied = await readRows(
        database,
        `select r.user_id, b.user_id as approved from pd_residents r join pd_bindings b on b.resident_id = r.id
         where b.state = 'approved' and r.document_id in (${quoted(races.claimed)})`
      );
      expect(tied).toHaveLength(RACES);
      for (const { user_id: user, approved } of tied) expect(user).toBe(approved);
      expect(sorted(await race(servers, races.enterBoth))).toEqual(each('200,200'));
      expect(sorted(await race(servers, races.askTwice))).toEqual(each('201,409'));
    });

    it('end the access of whoever moves out and is let go of at the same time, once', async () => {
      expect(sorted(await race(servers, races.moveOut))).toEqual(each('200,200'));
      for (const { token, binding, resident } of races.leavers) {
        expect(await actions(binding)).toEqual(['request', 'approve', 'unbind']);
        const told = await readRows(
          database,
          `select input, changes from pd_events where action = 'change-resident' and case_type = 'household'`
        );
        const left = told.filter(
          ({ input, changes }) =>
            parsed(input).record.documentId === resident.documentId && 'movedOutAt' in (parsed(changes) ?? {})
        );
        expect(left).toHaveLength(1);
        for (const { url } of servers) {
          const { status } = await fetch(`${url}/api/property-desk/me`, {
            headers: { Authorization: `Bearer ${token}` },
          });
          expect(status).toBe(403);
        }
      }
    });
  });
});
