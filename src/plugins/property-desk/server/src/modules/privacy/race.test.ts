import { expectOneWinner, hireSixteen, storyOf } from '../../testing/race';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { DATA_REQUEST_UID } from './row';
import { NAME, privacyDesk, TOLD, tracesOf } from './testing/desk';

let world: World;
let desk: ReturnType<typeof privacyDesk>;
let people: Colleague[];

beforeAll(async () => {
  world = await bootWorld();
  desk = privacyDesk(world);
  people = await hireSixteen(world, 'manager');
});
afterAll(() => world?.desk.stop());

it('sixteen managers carry out the same deletion: one does, fifteen hear who it was', async () => {
  const { resident } = await desk.person({ movedOutAt: '2025-01-01T00:00:00Z' });
  const { documentId } = await desk.lodge(resident, 'deletion');
  await desk.act(world.staff.supervisor, documentId, 'approve', { approvalReason: '已搬离' }).expect(200);
  const answers = await Promise.all(people.map((who) => desk.act(who, documentId, 'execute', TOLD)));
  const winner = expectOneWinner(answers, people, { action: 'execute', from: 'approved', to: 'done', revision: 3 });
  const { events, obligations } = await storyOf(world, DATA_REQUEST_UID, documentId);
  expect(events.map(({ action }) => action)).toEqual(['lodge', 'approve', 'execute']);
  expect(events[2].actorName).toBe(winner.staff.name);
  expect(obligations.map(({ outcome }) => outcome)).toEqual(['kept']);
  expect(await tracesOf(world, [NAME])).toEqual([]);
});
