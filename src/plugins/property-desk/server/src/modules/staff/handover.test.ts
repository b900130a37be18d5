import type { CaseDefinition } from '../../kernel/workflow/define';
import { bootWorld, type Colleague, type World } from '../../testing/world';

let world: World;
let root: World['staff']['manager']['client'];

const STAFF = 'plugin::property-desk.staff-member';
const MINUTE = 60_000;

beforeAll(async () => {
  world = await bootWorld();
  root = (await world.desk.superAdmin()).client;
});
afterAll(() => world?.desk.stop());
beforeEach(() => world.kernel.clock.freeze(new Date('2026-11-23T01:00:00.000Z')));
afterEach(async () => {
  world.kernel.clock.run();
});

const inMinutes = (minutes: number) => new Date(world.kernel.clock.now().getTime() + minutes * MINUTE).toISOString();
const act = async (who: Colleague, path: string, input: object) => {
  const { status, body, text } = await who.client.post(`/property-desk/${path}`).send({ input });
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
  return body.data as { documentId: string; number: string; revision: number };
};
const register = (more: object = {}) =>
  act(world.staff.receptionist, 'tickets/actions/register', world.call(more as Record<string, unknown>));
const dispatched = async (engineer: Colleague, more: object = {}) => {
  const { documentId } = await register(more);
  await act(world.staff.receptionist, `tickets/${documentId}/actions/dispatch`, {
    assignee: engineer.staff.documentId,
    promisedAt: inMinutes(240),
  });
  return documentId;
};
const find = (type: string, where: Record<string, unknown>) =>
  world.kernel.rows.find(world.kernel.strapi.db.connection, `plugin::property-desk.${type}`, where);
const owedOn = async (documentId: string) =>
  (await find('obligation', { caseDocumentId: documentId })).sort((a, b) => a.id - b.id);
const eventsOf = (documentId: string) => world.kernel.ledger.story(world.kernel.strapi.db.connection, documentId);
const messages = async (documentId: string, template: RegExp) =>
  (await find('outbox-message', { caseDocumentId: documentId }))
    .filter(({ subject }) => template.test(subject as string))
    .map(({ recipient }) => recipient as string)
    .sort();
const WARNING = /即将到期/;
const BREACH = /已逾期/;
const ESCALATION = /逾期督办/;

describe('a staff member who leaves', () => {
  const active = async (who: Colleague) =>
    (await find('staff-member', { documentId: who.staff.documentId }))[0]?.active;
  const inContentManager = (who: Colleague, data: object) =>
    root.put(`/content-manager/collection-types/${STAFF}/${who.staff.documentId}`).send(data);
  const documents = () => world.desk.strapi.documents(STAFF as never) as any;

  it('is kept active while they owe something, hands it over with one event a case, and then may go', async () => {
    const { engineer2, supervisor, manager } = world.staff;
    const leaver = await world.hire('engineer', [world.garden], '孙师傅');
    const inquirer = await world.hire('specialist', [world.garden], '周专员');
    const first = await dispatched(leaver);
    const second = await dispatched(leaver);
    const others = await dispatched(world.staff.engineer);
    await act(leaver, `tickets/${second}/actions/start`, {});

    await expect(
      documents().update({ documentId: leaver.staff.documentId, data: { active: false } })
    ).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringMatching(/孙师傅.*2/),
    });
    const refused = await inContentManager(leaver, { active: false });
    expect([refused.status, refused.body.error.message]).toEqual([400, expect.stringMatching(/孙师傅.*2.*移交/)]);
    const removed = await root.delete(`/content-manager/collection-types/${STAFF}/${leaver.staff.documentId}`);
    expect(removed.status).toBe(400);
    const bulk = await root
      .post(`/content-manager/collection-types/${STAFF}/actions/bulkDelete`)
      .send({ documentIds: [leaver.staff.documentId] });
    expect([400, 403]).toContain(bulk.status);
    expect(await active(leaver)).toBe(true);
    // Anything else about them may change.
    expect((await inContentManager(leaver, { telephone: '123' })).status).toBe(200);

    const hand = (who: Colleague, to: string) =>
      who.client.post(`/property-desk/staff/${leaver.staff.documentId}/hand-over`).send({ to });
    expect((await hand(inquirer, engineer2.staff.documentId)).status).toBe(403);
    expect((await hand(world.elsewhere.supervisor, world.elsewhere.engineer.staff.documentId)).status).toBe(403);
    expect((await hand(supervisor, world.elsewhere.engineer.staff.documentId)).status).toBe(400);
    expect((await hand(supervisor, leaver.staff.documentId)).status).toBe(400);
    expect((await hand(supervisor, 'nobody')).status).toBe(400);
    expect((await eventsOf(first)).map(({ action }) => action)).toEqual(['register', 'dispatch']);

    const done = await hand(manager, engineer2.staff.documentId);
    expect([done.status, done.body]).toEqual([200, { data: { cases: 2 } }]);
    for (const documentId of [first, second]) {
      const event = (await eventsOf(documentId)).at(-1)!;
      expect([event.action, event.fromState === event.toState, event.actorName]).toEqual([
        'hand-over',
        true,
        manager.staff.name,
      ]);
      expect(event.changes).toEqual({
        handler: { from: expect.objectContaining({ name: '孙师傅' }), to: expect.objectContaining({ name: '钱师傅' }) },
      });
      expect((await eventsOf(documentId)).filter(({ action }) => action === 'hand-over')).toHaveLength(1);
      const [ticket] = await find('ticket', { documentId });
      expect([ticket.assignee, ticket.revision]).toEqual([engineer2.staff.id, event.revision]);
      const open = (await owedOn(documentId)).filter(({ closedAt }) => closedAt === null);
      expect(open.map(({ what, ownerStaff, outcome }) => [what, ownerStaff, outcome])).toEqual([
        ['ticket.complete', engineer2.staff.id, null],
      ]);
      expect(open[0].dueAt).toEqual(ticket.promisedAt);
    }
    expect((await find('ticket', { documentId: others }))[0].assignee).toBe(world.staff.engineer.staff.id);

    expect((await hand(manager, engineer2.staff.documentId)).body).toEqual({ data: { cases: 0 } });
    expect((await inContentManager(leaver, { active: false })).status).toBe(200);
    expect(await active(leaver)).toBe(false);
    // Who has gone is given nothing any more.
    const { documentId } = await register();
    const given = await world.staff.receptionist.client
      .post(`/property-desk/tickets/${documentId}/actions/dispatch`)
      .send({ input: { assignee: leaver.staff.documentId, promisedAt: inMinutes(60) } });
    expect([given.status, given.body.error.details.errors[0].path]).toEqual([400, ['assignee']]);
  });

  it('leaves a lapsed promise to its own account, marked once by the clock, and still raised to the supervisor', async () => {
    const { engineer2, supervisor } = world.staff;
    const leaver = await world.hire('engineer', [world.garden], '李师傅');
    const documentId = await dispatched(leaver);
    world.kernel.clock.advance(240 * MINUTE + 1);
    await supervisor.client
      .post(`/property-desk/staff/${leaver.staff.documentId}/hand-over`)
      .send({ to: engineer2.staff.documentId })
      .expect(200);
    await world.kernel.sweep.round(100_000);
    const complete = (await owedOn(documentId)).filter(({ what }) => what === 'ticket.complete');
    expect(
      complete.map(({ level, outcome, brokenBy, ownerStaff, ownerRole }) => ({
        level,
        outcome,
        brokenBy,
        ownerStaff,
        ownerRole,
      }))
    ).toEqual([
      { level: 1, outcome: 'broken', brokenBy: leaver.staff.id, ownerStaff: engineer2.staff.id, ownerRole: null },
      { level: 2, outcome: null, brokenBy: null, ownerStaff: null, ownerRole: 'supervisor' },
    ]);
    expect((await eventsOf(documentId)).filter(({ action }) => action === 'breach')).toHaveLength(1);
  });
});

describe('the clock', () => {
  const { sweep } = { sweep: () => world.kernel.sweep.round(100_000) };
  const due = async (documentId: string, what: string) =>
    (await owedOn(documentId)).find((row) => row.what === what && row.level === 1)!;
  const addresses = (...people: Colleague[]) => people.map(({ email }) => email).sort();

  it('warns once, at three quarters of the time', async () => {
    const documentId = await dispatched(world.staff.engineer);
    world.kernel.clock.advance(180 * MINUTE - 1);
    await sweep();
    expect(await messages(documentId, WARNING)).toEqual([]);
    world.kernel.clock.advance(1);
    await sweep();
    await sweep();
    expect(await messages(documentId, WARNING)).toEqual(addresses(world.staff.engineer));
    expect(await due(documentId, 'ticket.complete')).toMatchObject({
      outcome: null,
      warnedAt: world.kernel.clock.now(),
    });
    expect((await eventsOf(documentId)).map(({ action }) => action)).toEqual(['register', 'dispatch']);
  });

  it('marks a breach once, tells who owes it, and opens the next level for the supervisor', async () => {
    const { engineer, supervisor } = world.staff;
    const documentId = await dispatched(engineer);
    world.kernel.clock.advance(240 * MINUTE);
    await sweep();
    expect(await due(documentId, 'ticket.complete')).toMatchObject({ outcome: null });
    world.kernel.clock.advance(1);
    // Sixteen rounds at once, as processes that all woke up: each breach is one process's.
    const rounds = await Promise.all(Array.from({ length: 16 }, sweep));
    expect(rounds.reduce((sum, { broken }) => sum + broken, 0)).toBeGreaterThan(0);
    await sweep();

    const late = await due(documentId, 'ticket.complete');
    expect(late).toMatchObject({
      outcome: 'broken',
      closedAt: null,
      settledAt: null,
      brokenAt: late.dueAt,
      brokenBy: engineer.staff.id,
    });
    const [ticket] = await find('ticket', { documentId });
    const breaches = (await eventsOf(documentId)).filter(({ action }) => action === 'breach');
    expect(breaches).toMatchObject([
      { actorKind: 'system', fromState: 'dispatched', toState: 'dispatched', revision: ticket.revision, article: '9' },
    ]);
    expect(breaches[0].input).toEqual({ obligation: late.documentId, what: 'ticket.complete', level: 1 });
    const raised = (await owedOn(documentId)).filter(({ level }) => level === 2);
    expect(raised).toMatchObject([
      {
        what: 'ticket.complete',
        ownerRole: 'supervisor',
        ownerStaff: null,
        outcome: null,
        rule: 'ticket.superviseWithin',
        openedBy: breaches[0].documentId,
      },
    ]);
    expect(raised[0].dueAt).toEqual(new Date(world.kernel.clock.now().getTime() + 120 * MINUTE));
    expect(await messages(documentId, BREACH)).toEqual(addresses(engineer));
    expect(await messages(documentId, ESCALATION)).toEqual(addresses(supervisor));
  });

  it('breaks the next level too, and goes no further', async () => {
    const documentId = await dispatched(world.staff.engineer);
    world.kernel.clock.advance(240 * MINUTE + 1);
    await sweep();
    world.kernel.clock.advance(120 * MINUTE + 1);
    await sweep();
    await sweep();
    const levels = (await owedOn(documentId))
      .filter(({ what }) => what === 'ticket.complete')
      .map(({ level, outcome }) => [level, outcome]);
    expect(levels).toEqual([
      [1, 'broken'],
      [2, 'broken'],
    ]);
    expect(
      (await eventsOf(documentId))
        .filter(({ action }) => action === 'breach')
        .map(({ input }) => (input as { level: number }).level)
    ).toEqual([1, 2]);
  });

  it('kept means settled in time, whatever it had time to mark; late stays broken and is settled late', async () => {
    const { engineer } = world.staff;
    const inTime = await dispatched(engineer);
    const late = await dispatched(engineer);
    const marked = await dispatched(engineer);
    for (const documentId of [inTime, late, marked]) await act(engineer, `tickets/${documentId}/actions/start`, {});
    world.kernel.clock.advance(240 * MINUTE);
    await act(engineer, `tickets/${inTime}/actions/complete`, { workDone: '好了' });
    world.kernel.clock.advance(1);
    await act(engineer, `tickets/${late}/actions/complete`, { workDone: '好了' });
    await sweep();
    await act(engineer, `tickets/${marked}/actions/complete`, { workDone: '好了' });
    const outcomes = await Promise.all(
      [inTime, late, marked].map(async (id) => (await due(id, 'ticket.complete')).outcome)
    );
    expect(outcomes).toEqual(['kept', 'broken', 'broken']);
    // Settling settles the next level with it.
    expect((await owedOn(marked)).filter(({ level }) => level === 2)).toMatchObject([{ outcome: 'kept' }]);
    for (const id of [inTime, late, marked])
      expect((await due(id, 'ticket.complete')).settledAt).toEqual((await due(id, 'ticket.complete')).closedAt);
  });

  it('tells everybody who holds the role; where nobody does, the supervisors, then the managers', async () => {
    const { receptionist, supervisor } = world.staff;
    const second = await world.hire('receptionist', [world.garden], '二号前台');
    const { documentId } = await register();
    world.kernel.clock.advance(15 * MINUTE + 1);
    await sweep();
    expect(await messages(documentId, BREACH)).toEqual(addresses(receptionist, second));
    expect(await messages(documentId, ESCALATION)).toEqual(addresses(supervisor));

    // A community with a manager only, whose receptionist is gone.
    const lake = await world.create('community', { name: '湖畔', companyName: '阳光物业' });
    const manager = await world.hire('manager', [lake], '湖畔经理');
    const clerk = await world.hire('receptionist', [lake], '湖畔前台');
    const lone = await act(
      clerk,
      'tickets/actions/register',
      world.call({ community: lake.documentId, household: undefined, publicPlace: '大门' })
    );
    await world.desk.strapi
      .documents(STAFF as never)
      .update({ documentId: clerk.staff.documentId, data: { active: false } } as never);
    world.kernel.clock.advance(15 * MINUTE + 1);
    await sweep();
    expect(await messages(lone.documentId, BREACH)).toEqual(addresses(manager));
    await world.hire('supervisor', [lake], '湖畔主管');
    world.kernel.clock.advance(120 * MINUTE + 1);
    await sweep();
    expect(await messages(lone.documentId, BREACH)).toHaveLength(2);
  });

  it('shows a super admin what nobody is there to do', async () => {
    const empty = await world.create('community', { name: '空置', companyName: '阳光物业' });
    const owned = async () => (await root.get('/property-desk/desk').expect(200)).body.data.unowned;
    const before = await owned();
    const definition = world.kernel.definition('ticket') as CaseDefinition;
    await world.kernel.engine.act(definition, {
      action: 'register',
      actor: { kind: 'staff', name: 'x', role: 'manager', communities: 'all', can: () => true },
      input: world.call({ community: empty.documentId, household: undefined, publicPlace: '大门' }),
    });
    expect(await owned()).toBe(before + 1);
  });

  it('renegotiates in time without a breach, past due with one; whoever owes the reply never moves it', async () => {
    const { supervisor, engineer } = world.staff;
    const repromise = (documentId: string) =>
      act(supervisor, `tickets/${documentId}/actions/repromise`, {
        promisedAt: inMinutes(600),
        reason: '等配件',
        told: '电话',
      });
    const inTime = await dispatched(engineer);
    const late = await dispatched(engineer);
    world.kernel.clock.advance(240 * MINUTE);
    await repromise(inTime);
    world.kernel.clock.advance(1);
    await sweep();
    await repromise(late);
    const outcomes = async (id: string) =>
      (await owedOn(id)).filter(({ what }) => what === 'ticket.complete').map(({ level, outcome }) => [level, outcome]);
    expect(await outcomes(inTime)).toEqual([
      [1, 'renegotiated'],
      [1, null],
    ]);
    expect(await outcomes(late)).toEqual([
      [1, 'broken'],
      [2, 'kept'],
      [1, null],
    ]);
  });
});
