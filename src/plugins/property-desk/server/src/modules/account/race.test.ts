import type { Person } from '@harness';
import { expectOneWinner, hireSixteen, SIXTEEN, storyOf } from '../../testing/race';
import type { Row } from '../../kernel/storage/rows';
import { bootWorld, type Colleague, type Doc, type World } from '../../testing/world';
import { BINDING_UID } from './row';
import { asked, decide, MINE, ownerOf } from './testing/desk';

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

describe('moving out', () => {
  let owner: Doc;
  let binding: string;
  let at: string;

  beforeEach(async () => {
    owner = await ownerOf(world, world.household, { movedInAt: '2020-01-01T00:00:00Z' });
    binding = await asked(world, applicant);
    expect((await decide(people[0], binding, 'approve', { resident: owner.documentId })).status).toBe(200);
    await applicant.client.get('/api/property-desk/me').expect(200);
    at = world.kernel.clock.now().toISOString();
  });
  // One owner at a time: the next test's sale is of a flat that nobody else owns.
  afterEach(() => world.desk.strapi.documents(RESIDENT).delete({ documentId: owner.documentId }));

  const file = (path = '') => `/property-desk/households/${world.household.documentId}${path}`;
  const leave = (who: Colleague, updatedAt?: unknown) =>
    who.client.put(file(`/parts/resident/${owner.documentId}`)).send({ input: { movedOutAt: at }, updatedAt });
  const sell = (who: Colleague) =>
    who.client.post(file('/transfer')).send({
      at,
      owners: [{ name: '李新主' }],
      leaving: [owner.documentId],
      ending: [],
      reason: '二手房买卖',
    });
  /** Events of the file that tell of this person's leaving. */
  const told = async () =>
    (await world.kernel.ledger.story(world.kernel.strapi.db.connection, world.household.documentId)).filter(
      ({ input, changes }) =>
        (input as { record?: { documentId?: string } }).record?.documentId === owner.documentId &&
        Boolean((changes as { movedOutAt?: unknown }).movedOutAt)
    );
  const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();

  it('is entered once by sixteen who all saw the same, and access has ended', async () => {
    const { updatedAt } = (await resident(owner.documentId)) as Row;
    const answers = await Promise.all(people.map((who) => leave(who, updatedAt)));
    expect(statuses(answers)).toEqual([200, ...Array(SIXTEEN - 1).fill(409)]);
    expect(await told()).toHaveLength(1);
    await applicant.client.get('/api/property-desk/me').expect(403);
  });

  it('is told once, by whichever road sixteen enter the same moment', async () => {
    const update = () =>
      world.desk.strapi.documents(RESIDENT).update({ documentId: owner.documentId, data: { movedOutAt: at } as never });
    await Promise.all(people.map((who, index) => (index % 2 ? update() : leave(who).expect(200))));
    expect(await told()).toHaveLength(1);
    await applicant.client.get('/api/property-desk/me').expect(403);
  });

  it('by a sale, by hand and by letting go of the account at once: one end of each, and nothing fails', async () => {
    const unbind = (who: Colleague) => decide(who, binding, 'unbind', { reason: '已搬离' });
    const mine = applicant.client.post(`${MINE}/${binding}/unbind`).send({ data: {} });
    const answers = await Promise.all([
      ...people.map((who, index) => [sell, leave, unbind][index % 3](who)),
      mine.then((answer) => answer),
    ]);
    for (const { status } of answers) expect([200, 400, 409]).toContain(status);
    expect(await told()).toHaveLength(1);
    const story = await world.kernel.ledger.story(world.kernel.strapi.db.connection, world.household.documentId);
    expect(story.filter(({ action }) => action === 'transfer').length).toBeLessThanOrEqual(1);
    const { row, events } = await storyOf(world, BINDING_UID, binding);
    expect([row.state, events.map(({ action }) => action)]).toEqual(['unbound', ['request', 'approve', 'unbind']]);
    expect(await resident(owner.documentId)).toMatchObject({ user: null, movedOutAt: new Date(at) });
    await applicant.client.get('/api/property-desk/me').expect(403);
  });
});
