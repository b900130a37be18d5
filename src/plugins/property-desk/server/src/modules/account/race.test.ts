import type { Person } from '@harness';
import { expectOneWinner, hireSixteen, SIXTEEN, storyOf } from '../../testing/race';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { BINDING_UID } from './row';
import { asked, decide, ownerOf } from './testing/desk';

const RESIDENT = 'plugin::property-desk.resident';

let world: World;
let people: Colleague[];
let applicant: Person;

beforeAll(async () => {
  world = await bootWorld();
  world.kernel.settings.bindingsPerHour = 10_000;
  people = await hireSixteen(world, 'specialist');
});
afterAll(() => world?.desk.stop());
beforeEach(async () => {
  applicant = await world.desk.user();
});

const resident = (documentId: string) =>
  world.kernel.rows.first(world.kernel.strapi.db.connection, RESIDENT, { documentId });

describe('sixteen specialists', () => {
  it('approve the same request at once: one wins, fifteen hear who it was', async () => {
    const owner = await ownerOf(world, world.household);
    const documentId = await asked(world, applicant);
    const answers = await Promise.all(
      people.map((who) => decide(who, documentId, 'approve', { resident: owner.documentId }))
    );
    expectOneWinner(answers, people, { action: 'approve', from: 'pending', to: 'approved', revision: 2 });
    const { row, events, obligations } = await storyOf(world, BINDING_UID, documentId);
    expect([row.state, row.revision]).toEqual(['approved', 2]);
    expect(events.map(({ action }) => action)).toEqual(['request', 'approve']);
    expect(obligations.map(({ what, outcome }) => [what, outcome])).toEqual([['binding.decide', 'kept']]);
    expect((await resident(owner.documentId))?.user).toBe(applicant.id);
  });

  it('enter one new resident, not sixteen', async () => {
    const documentId = await asked(world, applicant, { name: '陈晨', kind: 'tenant' });
    const input = { household: world.neighbour.documentId };
    const answers = await Promise.all(people.map((who) => decide(who, documentId, 'approve', input)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const made = await world.kernel.rows.find(world.kernel.strapi.db.connection, RESIDENT, { name: '陈晨' });
    expect(made).toHaveLength(1);
  });

  it('tie a resident to one of sixteen accounts that claim to be them', async () => {
    const owner = await ownerOf(world, world.neighbour);
    const requests = await Promise.all(
      Array.from({ length: SIXTEEN }, async () => asked(world, await world.desk.user(), { room: '3-2-502' }))
    );
    const answers = await Promise.all(
      requests.map((documentId, index) => decide(people[index], documentId, 'approve', { resident: owner.documentId }))
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(SIXTEEN - 1).fill(409)]);
    const { connection } = world.kernel.strapi.db;
    const approved = await world.kernel.rows.find(connection, BINDING_UID, { resident: owner.id });
    expect(approved.map(({ state, user }) => [state, user])).toEqual([
      ['approved', (await resident(owner.documentId))?.user],
    ]);
  });

  it('tie an account that asked for two homes to one, unless somebody says that it has both', async () => {
    const [one, other] = [await ownerOf(world, world.household), await ownerOf(world, world.neighbour)];
    const [first, second] = [await asked(world, applicant), await asked(world, applicant, { room: '3-2-502' })];
    const answers = await Promise.all([
      decide(people[0], first, 'approve', { resident: one.documentId }),
      decide(people[1], second, 'approve', { resident: other.documentId }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
