import { bootWorld, type Colleague, type World } from '../../testing/world';
import { POLICY_UID } from './row';

let world: World;

beforeAll(async () => {
  world = await bootWorld();
  world.kernel.clock.freeze(new Date('2026-11-23T01:00:00.000Z'));
});
afterAll(() => world?.desk.stop());

const find = (type: string, where: Record<string, unknown>) =>
  world.kernel.rows.find(world.kernel.strapi.db.connection, `plugin::property-desk.${type}`, where);
const policy = async (documentId: string) => (await find('policy', { documentId }))[0];
const act = async (who: Colleague, path: string, input: object = {}) =>
  (await who.client.post(`/property-desk/policies/${path}`).send({ input }).expect(200)).body;
const approvedFor = async (effectiveOn: string) => {
  const { supervisor, manager } = world.staff;
  const draft = { community: world.garden.documentId, from: 'default' };
  const { documentId } = (await act(supervisor, 'actions/draft', draft)).data;
  await act(supervisor, `${documentId}/actions/edit`, { effectiveOn });
  await act(supervisor, `${documentId}/actions/submit`);
  await act(manager, `${documentId}/actions/approve`);
  return documentId as string;
};
const on = (instant: string) => world.kernel.clock.freeze(new Date(instant));
const story = (documentId: string) => world.kernel.ledger.story(world.kernel.strapi.db.connection, documentId);

it('comes into force by the clock on its day, once, and supersedes what was', async () => {
  const first = await approvedFor('2026-11-24');
  const second = await approvedFor('2026-11-26');
  on('2026-11-23T15:59:59.000Z');
  await world.kernel.tick();
  expect((await policy(first)).state).toBe('approved');
  // The day begins in the office's zone.
  on('2026-11-23T16:00:00.000Z');
  const { schedules } = world.kernel;
  const taken = await Promise.all([schedules.round(), schedules.round(), schedules.round()]);
  expect(taken.reduce((sum, each) => sum + each)).toBe(1);
  expect(await policy(first)).toMatchObject({ state: 'effective', effectiveAt: new Date('2026-11-23T16:00:00.000Z') });
  expect((await policy(second)).state).toBe('approved');
  const owed = await find('obligation', { caseDocumentId: first, what: 'policy.acknowledge' });
  expect(owed).toHaveLength(Object.keys(world.staff).length);

  on('2026-11-25T16:00:30.000Z');
  await world.kernel.tick();
  expect([(await policy(first)).state, (await policy(second)).state]).toEqual(['superseded', 'effective']);
  expect((await policy(second)).supersedes).toBe((await policy(first)).id);
  for (const [id, action] of [
    [first, 'supersede'],
    [second, 'promulgate'],
  ])
    expect((await story(id)).at(-1)).toMatchObject({ action, actorKind: 'system' });
  await world.kernel.tick();
  expect((await story(second)).filter(({ action }) => action === 'promulgate')).toHaveLength(1);
});

it('goes back to its author, who is told, where it is not what was approved; the one in force stays', async () => {
  const [inForce] = await find('policy', { community: world.garden.id, state: 'effective' });
  const documentId = await approvedFor('2026-11-28');
  const { id } = await policy(documentId);
  await world.kernel.strapi.db
    .connection('pd_policy_rules')
    .where({ policy_id: id, key: 'ticket.acceptWithin' })
    .update({ value: JSON.stringify('PT5M') });
  on('2026-11-27T16:00:00.000Z');
  await world.kernel.tick();
  expect(await policy(documentId)).toMatchObject({ state: 'draft', approvedDigest: null });
  const [last] = (await story(documentId)).slice(-1);
  expect([last.action, last.actorKind, JSON.stringify(last.input)]).toEqual([
    'unapprove',
    'system',
    expect.stringContaining('与批准时不一致'),
  ]);
  const told = (await find('outbox-message', { caseDocumentId: documentId })).map(({ subject }) => subject);
  expect(told).toContainEqual(expect.stringMatching(/已退回/));
  expect((await policy(inForce.documentId)).state).toBe('effective');
  // Nobody has approved it again: the next rounds leave it alone.
  await world.kernel.tick();
  expect((await policy(documentId)).revision).toBe(last.revision);
});

describe('a community made by mistake', () => {
  const made = async () => {
    const root = (await world.desk.superAdmin()).client;
    const url = '/content-manager/collection-types/plugin::property-desk.community';
    const { body } = await root.post(url).send({ name: '误建项目', companyName: '误建物业' }).expect(201);
    const [community] = await find('community', { documentId: body.data.documentId });
    return { root, community, remove: () => root.delete(`${url}/${community.documentId}`) };
  };

  it('has its default draft at once, and goes with it', async () => {
    const { community, remove } = await made();
    const [draft] = await find('policy', { community: community.id });
    expect(draft).toMatchObject({ state: 'draft', companyName: '误建物业' });
    await remove().expect(200);
    expect(await find('community', { id: community.id })).toEqual([]);
    expect(await world.kernel.rows.find(world.kernel.strapi.db.connection, POLICY_UID, { id: draft.id })).toEqual([]);
    for (const type of ['policy-article', 'policy-rule']) expect(await find(type, { policy: draft.id })).toEqual([]);
    expect(await story(draft.documentId)).toEqual([]);
  });

  it('is kept once somebody had the draft in hand, and all that the draft says', async () => {
    const { root, community, remove } = await made();
    const [{ documentId }] = await find('policy', { community: community.id });
    const edit = { input: { title: '改过' } };
    await root.post(`/property-desk/policies/${documentId}/actions/edit`).send(edit).expect(200);
    await remove().expect(403);
    expect(await find('community', { id: community.id })).toHaveLength(1);
    expect(await story(documentId)).toHaveLength(2);
  });

  it('keeps its untouched draft too where something else names it', async () => {
    const { community, remove } = await made();
    const [draft] = await find('policy', { community: community.id });
    const manager = await world.hire('manager', [community as never], '误建经理');
    await act(manager, 'actions/draft', { community: community.documentId });
    await remove().expect(403);
    expect((await find('policy', { community: community.id })).map(({ id }) => id)).toContain(draft.id);
    expect((await find('policy-article', { policy: draft.id })).length).toBeGreaterThan(0);
  });
});
