import { PNG } from '../../kernel/files/testing/samples';
import { bootWorld, type World } from '../../testing/world';
import { IDENTITY, MAIL, NAME, privacyDesk, TELEPHONE, TOLD, tracesOf } from './testing/desk';

/** Another address than the one on file, left with a complaint. */
const OTHER_MAIL = 'jingyi.o@example.org';

let world: World;
let desk: ReturnType<typeof privacyDesk>;
let person: Awaited<ReturnType<typeof desk.person>>;
let deletion: string;
let hashes: string[];

const db = () => world.kernel.strapi.db.connection;
const ended: string[] = [];

/** Whoever moved out last year, and all that a household leaves behind. */
const furnished = async () => {
  const { staff, household, garden, create } = world;
  person = await desk.person();
  const { resident, client } = person;
  await create('vehicle', { household: household.documentId, resident: resident.documentId, plate: '沪A12345' });
  const paper = await create('household-paper', {
    household: household.documentId,
    resident: resident.documentId,
    kind: 'identity_card',
    name: `${NAME}身份证`,
  });
  await create('renovation', {
    household: household.documentId,
    contactName: NAME,
    contactTelephone: TELEPHONE,
    contractor: '装饰公司',
    notes: `联系${NAME}`,
  });
  const { files, clock } = world.kernel;
  const stored = await files.store(paper.documentId, [{ name: `${NAME}.png`, buffer: PNG }]);
  const on = { caseType: 'household-paper', caseDocumentId: paper.documentId, action: 'attach' };
  await world.kernel.strapi.db.transaction(({ trx }) =>
    files.record(trx as never, stored, on, { kind: 'staff', name: '前台' }, clock.now())
  );

  const submitted = await client
    .post('/api/property-desk/tickets')
    .send({
      data: {
        category: world.category.documentId,
        description: `请联系${NAME}，电话 139 7777 8888`,
        reporterName: NAME,
        contactTelephone: TELEPHONE,
      },
    })
    .expect(201);
  ended.push(submitted.body.data.documentId);
  const lodged = await client
    .post('/api/property-desk/complaints')
    .send({
      data: {
        kind: 'complaint',
        content: '太吵',
        reporterName: NAME,
        contactTelephone: TELEPHONE,
        contactMail: OTHER_MAIL,
        contactWay: 'mail',
      },
    })
    .expect(201);
  await client
    .post(`/api/property-desk/complaints/${lodged.body.data.documentId}/withdraw`)
    .send({ data: { reason: `${NAME}已和解` } })
    .expect(200);
  const asked = await desk
    .call(staff.receptionist.client, '/inquiries/actions/ask', {
      input: {
        community: garden.documentId,
        household: household.documentId,
        question: `${NAME}问停车费`,
        reporterName: NAME,
        contactTelephone: TELEPHONE,
        promisedAt: new Date(clock.now().getTime() + 3_600_000).toISOString(),
      },
    })
    .expect(200);
  await desk
    .call(staff.receptionist.client, `/inquiries/${asked.body.data.documentId}/actions/answer`, {
      input: { answer: `已回复${NAME}`, way: 'phone' },
    })
    .expect(200);
  await staff.specialist.client.post('/property-desk/confidential/reveal').send({
    type: 'plugin::property-desk.resident',
    documentId: resident.documentId,
    field: 'telephone',
    reason: `给${NAME}回电`,
  });
  await world.kernel.strapi.db.transaction(({ trx }) =>
    world.kernel.outbox.enqueue(
      trx as never,
      [
        {
          key: 'y:mail',
          channel: 'mail',
          recipient: OTHER_MAIL,
          subject: '回复',
          body: '您反映的问题已收悉',
          caseType: 'complaint',
          caseDocumentId: lodged.body.data.documentId,
          community: garden.id,
        },
        {
          key: 'x:mail',
          channel: 'mail',
          recipient: MAIL,
          subject: '通知',
          body: `${NAME}您好`,
          caseType: 'notice',
          caseDocumentId: 'x',
          community: garden.id,
        },
      ],
      clock.now()
    )
  );
  const { telephone_hash, identity_number_hash } = await db()('pd_residents').where({ id: resident.id }).first();
  hashes = [telephone_hash, identity_number_hash];
  ({ documentId: deletion } = await desk.lodge(resident, 'deletion', { details: `${NAME}要求删除` }));
};

beforeAll(async () => {
  world = await bootWorld();
  desk = privacyDesk(world);
  await furnished();
});
afterAll(() => world?.desk.stop());

const approve = () => desk.act(world.staff.supervisor, deletion, 'approve', { approvalReason: '已搬离，事项已结清' });
const grounds = async () =>
  (await desk.call(world.staff.supervisor.client, `/data-requests/${deletion}/grounds`).expect(200)).body.data;

it('is refused while they live here and something is open, and says so', async () => {
  expect(await grounds()).toEqual(['contract_needed', 'open_matter']);
  const { status, body } = await approve();
  expect([status, body.error.details.errors[0].path]).toEqual([400, ['approvalReason']]);
  expect(body.error.message).toMatch(/仍在本小区居住.*未办结/);
  await world.desk.strapi.documents('plugin::property-desk.resident').update({
    documentId: person.resident.documentId,
    data: { movedOutAt: '2025-01-01T00:00:00Z' } as never,
  });
  expect(await grounds()).toEqual(['open_matter']);
  for (const documentId of ended)
    await desk
      .call(world.staff.supervisor.client, `/tickets/${documentId}/actions/cancel`, { input: { reason: '已搬离' } })
      .expect(200);
  expect(await grounds()).toEqual([]);
});

it('leaves neither name nor number in any table, and every figure as it was', async () => {
  // A namesake next door and somebody of the same home stay.
  const namesake = await world.settle(world.neighbour, '欧阳静', '13912121212');
  const before = {
    events: await db()('pd_events').select('id', 'action', 'at').orderBy('id'),
    obligations: await db()('pd_obligations').select('id', 'outcome', 'settled_at', 'due_at').orderBy('id'),
    tickets: (await db()('pd_tickets').count({ n: '*' }))[0].n,
  };
  expect(await tracesOf(world, [NAME, MAIL, ...hashes])).not.toEqual([]);

  await approve().then(({ status }) => expect(status).toBe(200));
  expect((await desk.act(world.staff.supervisor, deletion, 'execute', TOLD)).status).toBe(403);
  await desk
    .act(world.staff.manager, deletion, 'execute', { ...TOLD, told: `已告知${NAME}`, removeAccount: true })
    .expect(200);

  expect(await tracesOf(world, [NAME, TELEPHONE, '139 7777 8888', IDENTITY, MAIL, OTHER_MAIL, ...hashes])).toEqual([]);
  expect(await db()('up_users').where({ id: person.id })).toEqual([]);
  expect(await db()('pd_residents').where({ id: person.resident.id })).toEqual([]);
  expect(await db()('pd_residents').where({ id: namesake.resident.id })).toHaveLength(1);
  expect(await db()('pd_vehicles')).toEqual([]);
  expect(await db()('pd_household_papers')).toEqual([]);
  expect(await db()('pd_case_files')).toEqual([]);

  expect((await db()('pd_tickets').count({ n: '*' }))[0].n).toEqual(before.tickets);
  // What happened stays, and the approval and the deletion come to it, with what the household's own file tells of them.
  const events = await db()('pd_events').select('id', 'action', 'at').orderBy('id');
  expect(events.slice(0, before.events.length)).toEqual(before.events);
  expect(events.slice(before.events.length).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['approve', 'execute'])
  );
  // What was owed and how it went is as before, and the answer kept.
  const after = await db()('pd_obligations').select('id', 'outcome', 'settled_at', 'due_at').orderBy('id');
  expect(after.slice(0, -1)).toEqual(before.obligations.slice(0, -1));
  expect(after.at(-1).outcome).toBe('kept');
});

it('shows the cases without them, and the deletion with its story', async () => {
  const { client } = world.staff.manager;
  const ticket = (await desk.call(client, `/tickets/${ended[0]}`).expect(200)).body.data;
  expect(ticket.fields).toMatchObject({ reporterName: '已删除', contactTelephone: null });
  expect(ticket.timeline[0].actor.name).toBe('已删除');
  const request = (await desk.call(client, `/data-requests/${deletion}`).expect(200)).body.data;
  expect(request.case.state).toBe('done');
  expect(request.fields.resident).toBeNull();
  expect(request.timeline.map(({ action }: { action: string }) => action)).toEqual(['lodge', 'approve', 'execute']);
  await desk.call(client, `/data-requests/${deletion}/print`).expect(200);
  const [inquiry] = await world.kernel.rows.find(db(), 'plugin::property-desk.inquiry', {});
  expect(inquiry.question).toBe('已删除问停车费');
});
