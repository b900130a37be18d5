import { randomInt } from 'node:crypto';
import { bootDesk, createDatabase, startServer, type Desk, type TestDatabase } from '@harness';
import { startMailServer } from '../../src/plugins/property-desk/server/src/kernel/outbox/testing/mail-server';
import { claimOf } from '../../src/plugins/property-desk/server/src/modules/account/testing/desk';
import { loanDesk } from '../../src/plugins/property-desk/server/src/modules/loan/testing/desk';
import { paragraph } from '../../src/plugins/property-desk/server/src/testing/notices';
import { furnish } from '../../src/plugins/property-desk/server/src/testing/world';
import { parsed, readRows } from './inspect';
import { createLoad } from './load';
import { APPLICANT, disagreements } from './replay';

jest.setTimeout(240_000);

let database: TestDatabase;
let mail: Awaited<ReturnType<typeof startMailServer>>;
let env: Record<string, string>;
let desk: Desk | undefined;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeAll(async () => {
  database = await createDatabase();
  mail = await startMailServer();
  env = {
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(mail.port),
    MAIL_FROM: 'desk@sunshine.example',
    TEST_SWEEP_EVERY: '* * * * * *',
  };
});
afterAll(async () => {
  await desk?.stop({ keepDatabase: true });
  await mail?.stop();
  await database?.drop();
});

const takes = () => {
  const counts = new Map<string, number>();
  for (const {
    mail: { messageId },
  } of mail.taken)
    counts.set(messageId!, (counts.get(messageId!) ?? 0) + 1);
  return counts;
};

it('loses nothing that it answered, and halves nothing, when it is killed in the middle of work', async () => {
  const first = await bootDesk({ database });
  const world = await furnish(first);
  const { staff, call, create, garden, household, neighbour } = world;
  const lending = loanDesk(world);
  const keys = [await lending.newKey(), await lending.newKey(), await lending.newKey()];
  const applicants: string[] = [];
  while (applicants.length < 8) applicants.push((await first.user()).token);
  const { documentId: category } = await create('complaint-category', {
    name: '噪音扰民',
    code: 'noise',
    active: true,
  });
  await create('resident', {
    ...{ name: '王小明', household: household.documentId, kind: 'owner', verified: true },
    ...{ mail: 'wang@example.org', agreesToMail: true },
  });
  await first.stop({ keepDatabase: true });
  const load = createLoad(
    {
      receptionist: staff.receptionist.token,
      engineer: staff.engineer.token,
      specialist: staff.specialist.token,
      supervisor: staff.supervisor.token,
      manager: staff.manager.token,
      applicants,
    },
    {
      engineer: staff.engineer.staff.documentId,
      specialist: staff.specialist.staff.documentId,
      category,
      call: call(),
      complaint: {
        community: garden.documentId,
        kind: 'complaint',
        content: '楼上拍球',
        reporterName: '王小明',
        contactTelephone: '13800005678',
        source: 'phone',
      },
      policy: { community: garden.documentId, from: 'default' },
      notice: {
        community: garden.documentId,
        title: '停水通知',
        kind: 'general',
        body: paragraph('明日九点至十七点停水,请提前储水。'),
        channels: ['portal', 'board', 'mail'],
      },
      loans: [
        ...keys.map((key) => lending.words(key)),
        lending.words(household, { itemType: 'household', purpose: '核对档案' }),
      ],
      claim: claimOf(world, { kind: 'tenant', name: APPLICANT }),
      home: neighbour.documentId,
    }
  );

  const sentBefore = new Map<string, number>();
  const onTheWire = new Set<string>();
  for (const round of [1, 2, 3]) {
    const server = await startServer(database, env);
    // In the second round the mail server is slow, so that messages are on the wire when the end comes.
    const answerMail = round === 2 ? mail.hold() : () => undefined;
    const working = load.work(server.url, 8, { over: false });
    // However slow the machine: killed in the middle of work, not before it has begun.
    const enough = load.answered.length + 45;
    for (let turn = 0; turn < 400 && load.answered.length < enough; turn += 1) await pause(50);
    await pause(randomInt(500, 1500));
    await server.end('SIGKILL');
    await working;
    answerMail();
    await pause(100);

    expect(await disagreements(database)).toEqual([]);
    for (const row of await readRows(database, 'select * from pd_outbox')) {
      if (row.state === 'sent' && !sentBefore.has(row.message_id))
        sentBefore.set(row.message_id, takes().get(row.message_id) ?? 0);
      if (row.state === 'sending') onTheWire.add(row.message_id);
    }
  }
  expect(load.faults).toEqual([]);
  expect(load.answered.length).toBeGreaterThan(100);
  expect(load.unanswered()).toBeGreaterThan(0);

  // Every answered action is there whole.
  const byId = async (table: string) =>
    new Map((await readRows(database, `select * from ${table}`)).map((row) => [row.document_id as string, row]));
  const [events, promises] = [await byId('pd_events'), await byId('pd_obligations')];
  const cases = new Map([
    ...(await byId('pd_tickets')),
    ...(await byId('pd_complaints')),
    ...(await byId('pd_policies')),
    ...(await byId('pd_notices')),
    ...(await byId('pd_loans')),
    ...(await byId('pd_bindings')),
  ]);
  expect(new Set(load.answered.flatMap(({ data: { number } }) => number?.slice(0, 2) || []))).toEqual(
    new Set(['BX', 'TS', 'ZD', '物业', 'JY', 'BD'])
  );
  expect(load.asked.length).toBeGreaterThan(0);
  for (const { documentId, number } of load.asked) expect(cases.get(documentId)).toMatchObject({ number });
  for (const { action, data, event, obligations } of load.answered) {
    // What had no number yet may have one by now.
    expect(cases.get(data.documentId)).toMatchObject(data.number ? { number: data.number } : {});
    expect(cases.get(data.documentId)!.revision).toBeGreaterThanOrEqual(data.revision);
    const row = events.get(event.documentId)!;
    expect(row).toMatchObject({
      action,
      case_document_id: data.documentId,
      to_state: data.state,
      revision: data.revision,
    });
    expect(parsed(row.input)).toBeTruthy();
    for (const { documentId, what, outcome } of obligations) {
      expect(promises.get(documentId)).toMatchObject({ what, case_document_id: data.documentId });
      if (outcome) expect(promises.get(documentId)!.outcome).toBe(outcome);
    }
  }

  // Every message goes out; what was marked sent never again; what was on the wire may, as the same message.
  desk = await bootDesk({ database, env: { ...env, TEST_SWEEP_EVERY: undefined } });
  desk.kernel.clock.advance(24 * 3_600_000);
  for (let left = 1, turn = 0; left > 0 && turn < 50; turn += 1) {
    await desk.kernel.outbox.deliver();
    left = (await desk.kernel.outbox.counts()).pending;
  }
  const rows = await readRows(database, 'select * from pd_outbox');
  expect(rows.length).toBeGreaterThan(10);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['sent']));
  const counts = takes();
  expect([...counts.keys()].sort()).toEqual(rows.map(({ message_id: id }) => id as string).sort());
  for (const [messageId, count] of counts) {
    if (sentBefore.has(messageId)) expect([messageId, count]).toEqual([messageId, sentBefore.get(messageId)]);
    else if (count > 1) expect(onTheWire).toContain(messageId);
  }
  expect(onTheWire.size).toBeGreaterThan(0);
  expect(await disagreements(database)).toEqual([]);
});
