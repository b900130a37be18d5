import { bootWorld, type Colleague, type World } from '../../testing/world';
import { complaintDesk, HOUR, type ComplaintDesk } from './testing/desk';

let world: World;
let desk: ComplaintDesk;
let second: Colleague;

beforeAll(async () => {
  world = await bootWorld();
  desk = await complaintDesk(world);
  second = await world.hire('supervisor', [world.garden], '副主管');
  // A manager of the other community: not concerned either.
  await world.hire('manager', [world.river], '外区经理');
});
afterAll(() => world?.desk.stop());

const START = new Date('2026-11-23T01:00:00.000Z');

/** A grave complaint, classified at the stroke of nine. */
const grave = async (severity = 'urgent') => {
  world.kernel.clock.freeze(START);
  const documentId = await desk.lodge();
  await desk.take(world.staff.receptionist, documentId, 'classify', desk.judged(severity));
  return documentId;
};

const theHour = async (documentId: string) =>
  (await desk.owed(documentId)).filter(({ what }) => what === 'complaint.intervene');

const told = async (documentId: string, template: string) => {
  const found = await desk.messages(documentId);
  return found
    .filter(({ key }) => (key as string).includes(`:${template}:`))
    .map(({ recipient }) => recipient as string);
};

describe('the hour', () => {
  it.each(['major', 'urgent'])(
    '%s: all supervisors of the community are told at once, and no others',
    async (severity) => {
      const documentId = await grave(severity);
      const here = [world.staff.supervisor, second].map(({ email }) => email);
      expect((await told(documentId, 'intervene')).sort()).toEqual(here.sort());
      const all = (await desk.messages(documentId)).map(({ recipient }) => recipient);
      expect(all).not.toContain(world.elsewhere.supervisor.email);
    }
  );

  it.each([
    ['59:59', HOUR - 1000, 'kept'],
    ['60:00', HOUR, 'kept'],
    ['60:00.001', HOUR + 1, 'broken'],
  ])('intervention at %s, before the clock had time to mark it, is %s', async (_at, after, outcome) => {
    const documentId = await grave();
    world.kernel.clock.advance(after);
    await desk.take(world.staff.supervisor, documentId, 'intervene', desk.planned());
    expect(await theHour(documentId)).toMatchObject([{ outcome }]);
  });

  it.each([
    ['59:59', HOUR - 1000, 0],
    ['60:00', HOUR, 0],
    ['60:00.001', HOUR + 1, 1],
  ])('the clock at %s marks %i', async (_at, after, breaches) => {
    const documentId = await grave();
    world.kernel.clock.advance(after);
    await world.kernel.sweep.round();
    await world.kernel.sweep.round();
    const actions = (await desk.events(documentId)).map(({ action }) => action);
    expect(actions.filter((action) => action === 'breach')).toHaveLength(breaches);
    expect(actions.filter((action) => action === 'escalate')).toHaveLength(breaches);
  });

  it('broken, it is the manager’s: one escalation by the system, told once, to nobody of another community', async () => {
    const documentId = await grave();
    world.kernel.clock.advance(HOUR + 1);
    for (let round = 0; round < 3; round += 1) await world.kernel.sweep.round();
    const events = await desk.events(documentId);
    const [breach, escalate] = events.slice(-2);
    expect(breach).toMatchObject({ action: 'breach', input: { what: 'complaint.intervene' } });
    expect(escalate).toMatchObject({ action: 'escalate', actorKind: 'system', toState: 'escalated' });
    expect((escalate.input as { reason: string }).reason).toContain('主管按时介入');
    expect(await told(documentId, 'escalated')).toEqual([world.staff.manager.email]);
    expect(await told(documentId, 'escalation')).toEqual([]);
    const { owed } = { owed: await desk.owed(documentId) };
    expect(owed.filter(({ what }) => what === 'complaint.managerDecision')).toMatchObject([
      { ownerRole: 'manager', level: 1, dueAt: new Date(desk.later(4 * HOUR)), outcome: null },
    ]);
    // The breach itself is told to those who broke it.
    expect((await told(documentId, 'breach')).sort()).toEqual([world.staff.supervisor.email, second.email].sort());
    const all = (await desk.messages(documentId)).map(({ recipient }) => recipient);
    expect(all).not.toContain(world.elsewhere.supervisor.email);

    await desk.take(world.staff.manager, documentId, 'decide', { decision: '立即上门' });
    await desk.take(world.staff.supervisor, documentId, 'intervene', desk.planned());
    expect(await theHour(documentId)).toMatchObject([{ outcome: 'broken', settledAt: world.kernel.clock.now() }]);
    expect((await desk.outcomes(documentId)).find(([what]) => what === 'complaint.managerDecision')).toEqual([
      'complaint.managerDecision',
      'kept',
    ]);
  });

  it('a supervisor who has escalated already makes it no second decision to owe', async () => {
    const documentId = await grave();
    await desk.take(world.staff.supervisor, documentId, 'escalate', { reason: '需要经理出面' });
    expect((await desk.act(world.staff.supervisor, documentId, 'escalate', { reason: '再报' })).status).toBe(403);
    const due = desk.later(4 * HOUR);
    world.kernel.clock.advance(HOUR + 1);
    await world.kernel.sweep.round();
    expect((await desk.owed(documentId)).filter(({ what }) => what === 'complaint.managerDecision')).toMatchObject([
      { dueAt: new Date(due) },
    ]);
    expect((await desk.events(documentId)).filter(({ action }) => action === 'escalate')).toHaveLength(2);
  });

  it('a warning goes out at three quarters of the hour', async () => {
    const documentId = await grave();
    world.kernel.clock.advance(0.75 * HOUR);
    await world.kernel.sweep.round();
    expect((await told(documentId, 'warning')).sort()).toEqual([world.staff.supervisor.email, second.email].sort());
  });
});
