import { expectOneWinner, hireSixteen, storyOf } from '../../testing/race';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { COMPLAINT, complaintDesk, HOUR, type ComplaintDesk } from './testing/desk';

let world: World;
let desk: ComplaintDesk;
let people: Colleague[];

beforeAll(async () => {
  world = await bootWorld();
  desk = await complaintDesk(world);
  people = await hireSixteen(world, 'supervisor');
});
afterAll(() => world?.desk.stop());
beforeEach(() => world.kernel.clock.run());

const grave = async () => {
  const documentId = await desk.lodge();
  await desk.take(world.staff.receptionist, documentId, 'classify', desk.judged('urgent'));
  return documentId;
};

describe('sixteen supervisors hurry to the same complaint', () => {
  it.each([
    ['with the revision that they saw', 2],
    ['without a revision', undefined],
  ])('%s: one intervenes, fifteen hear who it was', async (_how, revision) => {
    const documentId = await grave();
    const input = desk.planned();
    const answers = await Promise.all(
      people.map((who) => desk.call(who, `complaints/${documentId}/actions/intervene`, { input, revision }))
    );
    const moved = { action: 'intervene', from: 'escalated', to: 'handling', revision: 3 };
    const winner = expectOneWinner(answers, people, moved);
    const { row, events, obligations } = await storyOf(world, COMPLAINT, documentId);
    expect([row.state, row.revision]).toEqual(['handling', 3]);
    expect(events.map(({ action }) => action)).toEqual(['lodge', 'classify', 'intervene']);
    expect(events[2].actorName).toBe(winner.staff.name);
    expect(obligations.map(({ what, outcome }) => [what, outcome]).sort()).toEqual([
      ['complaint.classify', 'kept'],
      ['complaint.firstReply', null],
      ['complaint.intervene', 'kept'],
      ['complaint.resolve', null],
    ]);
  });

  it('while the clock marks the hour: broken once, escalated at most once, and one story', async () => {
    const documentId = await grave();
    world.kernel.clock.advance(HOUR + 1);
    const input = desk.planned();
    await Promise.all([
      ...Array.from({ length: 8 }, () => world.kernel.sweep.round(100_000)),
      ...people.map((who) => desk.call(who, `complaints/${documentId}/actions/intervene`, { input })),
      ...Array.from({ length: 8 }, () => world.kernel.sweep.round(100_000)),
    ]);
    const { row, events, obligations } = await storyOf(world, COMPLAINT, documentId);
    const actions = events.map(({ action }) => action);
    const count = (name: string) => actions.filter((action) => action === name).length;
    expect([row.state, count('intervene')]).toEqual(['handling', 1]);
    // Whoever intervenes before the clock comes round has broken the promise all the same, and nothing is escalated.
    const escalated = count('escalate');
    expect(escalated).toBeLessThanOrEqual(1);
    const breaches = events.filter(
      ({ action, input }) => action === 'breach' && (input as { what: string }).what === 'complaint.intervene'
    );
    expect(breaches).toHaveLength(escalated);
    expect(obligations.filter(({ what }) => what === 'complaint.managerDecision')).toHaveLength(escalated);
    const hours = obligations.filter(({ what }) => what === 'complaint.intervene');
    expect(hours.map(({ outcome }) => outcome)).toEqual(['broken']);
    expect(row.revision).toBe(actions.filter((action) => action !== 'breach').length);
  });

  it('sixteen rounds of the clock at once make one escalation', async () => {
    const documentId = await grave();
    world.kernel.clock.advance(HOUR + 1);
    await Promise.all(Array.from({ length: 16 }, () => world.kernel.sweep.round(100_000)));
    const { events, obligations } = await storyOf(world, COMPLAINT, documentId);
    expect(events.filter(({ action }) => action === 'escalate')).toHaveLength(1);
    expect(obligations.filter(({ what }) => what === 'complaint.managerDecision')).toHaveLength(1);
  });
});
