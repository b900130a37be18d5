import { hireSixteen, storyOf, SIXTEEN } from '../../testing/race';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { POLICY_UID } from '.';

let world: World;
let people: Colleague[];

beforeAll(async () => {
  world = await bootWorld();
  people = await hireSixteen(world, 'supervisor');
});
afterAll(() => world?.desk.stop());

const find = (type: string, where: Record<string, unknown>) =>
  world.kernel.rows.find(world.kernel.strapi.db.connection, `plugin::property-desk.${type}`, where);
const call = (who: Colleague, path: string, input: object = {}) =>
  who.client.post(`/property-desk/${path}`).send({ input });
const ok = async (who: Colleague, path: string, input: object = {}) =>
  (await call(who, path, input).expect(200)).body.data as { documentId: string; number: string };

/** Approved, with another value of one rule each, so that terms tell versions apart. */
const approved = async (minutes: number) => {
  const { supervisor, manager } = world.staff;
  const draft = await ok(supervisor, 'policies/actions/draft', {
    community: world.garden.documentId,
    from: 'default',
  });
  const on = (action: string) => `policies/${draft.documentId}/actions/${action}`;
  await ok(supervisor, on('set-rule'), { key: 'ticket.dispatchWithin', value: `PT${minutes}M` });
  await ok(supervisor, on('submit'));
  await ok(manager, on('approve'));
  return { ...draft, minutes };
};
const promulgate = (who: Colleague, { documentId }: { documentId: string }) =>
  call(who, `policies/${documentId}/actions/promulgate`);

/** What holds of a community's versions whatever happened: one in force, all others of them ended in order. */
const chain = async () => {
  const all = (await find('policy', { community: world.garden.id })).filter(({ effectiveAt }) => effectiveAt !== null);
  const inForce = all.filter(({ state }) => state === 'effective');
  expect(inForce).toHaveLength(1);
  const followed = new Set<number>();
  for (let at = inForce[0]; at; at = all.find(({ id }) => id === at.supersedes) as typeof at) followed.add(at.id);
  expect(followed.size).toBe(all.length);
  for (const { documentId, state } of all) {
    const { obligations } = await storyOf(world, POLICY_UID, documentId);
    const open = obligations.filter(({ closedAt }) => closedAt === null);
    expect([state, open.length > 0]).toEqual([state, state === 'effective']);
  }
  return inForce[0];
};

it('of sixteen promulgations of one version one wins', async () => {
  const version = await approved(11);
  const answers = await Promise.all(people.map((who) => promulgate(who, version)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(SIXTEEN - 1).fill(409)]);
  expect((await chain()).documentId).toBe(version.documentId);
});

it('of many versions promulgated at once all had their moment, and one is in force', async () => {
  const versions = [];
  for (let minutes = 20; minutes < 28; minutes += 1) versions.push(await approved(minutes));
  const answers = await Promise.all(versions.map((version, index) => promulgate(people[index], version)));
  expect(answers.map(({ status }) => status)).toEqual(Array(versions.length).fill(200));
  await chain();
});

it('an approval and an edit never cross', async () => {
  const { supervisor, manager } = world.staff;
  for (let round = 0; round < 4; round += 1) {
    const { documentId } = await ok(supervisor, 'policies/actions/draft', {
      community: world.garden.documentId,
      from: 'default',
    });
    const on = (action: string) => `policies/${documentId}/actions/${action}`;
    const edits = people.map((who, index) =>
      call(who, on('set-rule'), { key: 'ticket.acceptWithin', value: `PT${index + 1}M` })
    );
    const [submitted] = await Promise.all([call(supervisor, on('submit')), ...edits]);
    expect(submitted.status).toBe(200);
    await ok(manager, on('approve'));
    // What is promulgated is what was approved, or it would be refused.
    await promulgate(manager, { documentId }).expect(200);
  }
});

it('each action under way while a version comes into force owes by one version, in its terms', async () => {
  const versions = [await approved(31), await approved(32), await approved(33)];
  const minutes = new Map(versions.map(({ number, minutes: each }) => [number, each]));
  const before = await chain();
  const [rule] = await find('policy-rule', { policy: before.id, key: 'ticket.dispatchWithin' });
  minutes.set(String(before.number), Number(/PT(\d+)M/.exec(String(rule.value))![1]));
  const register = () => ok(world.staff.receptionist, 'tickets/actions/register', world.call());
  const tickets: string[] = [];
  const busy = async () => {
    for (let count = 0; count < 8; count += 1) tickets.push((await register()).documentId);
  };
  await Promise.all([
    ...Array.from({ length: 4 }, busy),
    (async () => {
      for (const version of versions) await promulgate(world.staff.manager, version).expect(200);
    })(),
  ]);
  for (const caseDocumentId of tickets) {
    const [{ policyVersion, openedAt, dueAt }] = await find('obligation', { caseDocumentId });
    const [{ policyVersion: told }] = await find('event', { caseDocumentId });
    const length = ((dueAt as Date).getTime() - (openedAt as Date).getTime()) / 60_000;
    expect([policyVersion, length]).toEqual([told, minutes.get(String(policyVersion))]);
  }
});

it('all sixteen may acknowledge at once, each of them once', async () => {
  const { documentId } = await chain();
  const twice = [...people, ...people];
  const answers = await Promise.all(twice.map((who) => call(who, `policies/${documentId}/actions/acknowledge`)));
  expect(answers.map(({ status }) => status).sort()).toEqual([
    ...Array(SIXTEEN).fill(200),
    ...Array(SIXTEEN).fill(403),
  ]);
  const [{ id }] = await find('policy', { documentId });
  expect(await find('policy-acknowledgement', { policy: id })).toHaveLength(SIXTEEN);
});
