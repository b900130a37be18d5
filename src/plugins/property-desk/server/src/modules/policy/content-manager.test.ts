import { bootWorld, type Colleague, type World } from '../../testing/world';
import { POLICY_ARTICLE_UID, POLICY_RULE_UID, POLICY_UID } from './row';

let world: World;
let policy: string;

beforeAll(async () => {
  world = await bootWorld();
});
afterAll(() => world?.desk.stop());

const find = (uid: string, where: Record<string, unknown>) =>
  world.kernel.rows.find(world.kernel.strapi.db.connection, uid, where);
const act = async (who: Colleague, path: string, input: object = {}) =>
  (await who.client.post(`/property-desk/policies/${path}`).send({ input }).expect(200)).body;
const drafted = async () =>
  (await act(world.staff.supervisor, 'actions/draft', { community: world.garden.documentId, from: 'default' })).data
    .documentId as string;
beforeEach(async () => {
  policy = await drafted();
});

const url = (uid: string, documentId = '') =>
  `/content-manager/collection-types/${uid}/${documentId}`.replace(/\/$/, '');
const idOf = async (documentId: string) => (await find(POLICY_UID, { documentId }))[0].id;
const article = async (number: number) => (await find(POLICY_ARTICLE_UID, { policy: await idOf(policy), number }))[0];
const rule = async (key: string) => (await find(POLICY_RULE_UID, { policy: await idOf(policy), key }))[0];
const body = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];
/** The relation as the form of a new record sends it. */
const named = async () => ({ connect: [{ id: await idOf(policy), documentId: policy }], disconnect: [] });
const supplement = async (more: object = {}) => ({
  policy: await named(),
  number: 18,
  chapter: 6,
  chapterTitle: '附则',
  title: '补充',
  body: body('补充规定。'),
  ...more,
});
const lastEvent = async () => (await world.kernel.ledger.story(world.kernel.strapi.db.connection, policy)).at(-1);
const sent = async (
  verb: 'post' | 'put' | 'delete',
  uid: string,
  documentId: string,
  data: object,
  who?: Colleague
) => {
  const { status, body: answer } = await (who ?? world.staff.supervisor).client[verb](url(uid, documentId)).send(data);
  return { status, data: answer.data, error: answer.error };
};

describe('a supervisor, in the Content Manager,', () => {
  it('writes a new article, changes it and takes it out, each as an action on the policy', async () => {
    const made = await sent('post', POLICY_ARTICLE_UID, '', await supplement());
    expect([made.status, made.error]).toEqual([201, undefined]);
    const { documentId } = await article(18);
    expect(made.data).toMatchObject({ documentId, number: 18, title: '补充', body: body('补充规定。') });
    expect(await lastEvent()).toMatchObject({ action: 'write-article', actorName: 'supervisor', revision: 2 });

    const changed = await sent('put', POLICY_ARTICLE_UID, documentId, { title: '补充规定' });
    expect([changed.status, changed.data]).toEqual([200, expect.objectContaining({ documentId, title: '补充规定' })]);
    expect(await lastEvent()).toMatchObject({ action: 'write-article', revision: 3 });

    expect((await sent('delete', POLICY_ARTICLE_UID, documentId, {})).status).toBe(200);
    expect([await article(18), await lastEvent()]).toEqual([
      undefined,
      expect.objectContaining({ action: 'remove-article', revision: 4 }),
    ]);
  });

  it('sets a rule that was cleared, changes and clears it', async () => {
    const key = 'ticket.followUpWithin';
    const { documentId: first } = await rule(key);
    expect((await sent('delete', POLICY_RULE_UID, first, {})).status).toBe(200);
    expect([await rule(key), (await lastEvent())?.action]).toEqual([undefined, 'clear-rule']);

    const made = await sent('post', POLICY_RULE_UID, '', { policy: await named(), key, value: '"PT12H"', article: 9 });
    const { documentId, value } = await rule(key);
    expect(value).toBe('PT12H');
    expect([made.status, made.data]).toEqual([201, expect.objectContaining({ documentId, key, article: 9 })]);
    const changed = await sent('put', POLICY_RULE_UID, documentId, { value: 'PT6H' });
    expect([changed.status, changed.data.documentId, (await rule(key)).value]).toEqual([200, documentId, 'PT6H']);
    expect(await lastEvent()).toMatchObject({ action: 'set-rule', actorName: 'supervisor', revision: 4 });
  });

  it.each([
    [
      'an unknown rule',
      POLICY_RULE_UID,
      { key: 'ticket.nothing', value: 'PT1H', article: 9 },
      'key',
      /ticket\.nothing/,
    ],
    [
      'a value that does not fit',
      POLICY_RULE_UID,
      { key: 'ticket.followUpWithin', value: '24 hours', article: 9 },
      'key',
      /ticket\.followUpWithin.*已经设定/,
    ],
    ['an article number twice', POLICY_ARTICLE_UID, { number: 9 }, 'number', /第9条已经存在/],
    ['no text', POLICY_ARTICLE_UID, { body: [] }, 'body', /./],
    ['no policy', POLICY_ARTICLE_UID, { policy: null }, 'policy', /没有找到/],
    ['no such policy', POLICY_ARTICLE_UID, { policy: 'a1b2c3d4' }, 'policy', /没有找到/],
  ])('is refused %s, with the field and its reason', async (_what, uid, more, field, words) => {
    const whole = uid === POLICY_ARTICLE_UID ? await supplement(more) : { policy: await named(), ...more };
    const { status, error } = await sent('post', uid, '', whole);
    expect([status, error.message, error.details.errors[0].path.at(-1)]).toEqual([
      400,
      expect.stringMatching(words),
      field,
    ]);
    expect((await find(POLICY_UID, { documentId: policy }))[0].revision).toBe(1);
  });

  it('is refused a bad value, or another’s number, in what is there', async () => {
    const { documentId } = await rule('ticket.followUpWithin');
    const badly = await sent('put', POLICY_RULE_UID, documentId, { value: '24 hours' });
    expect([badly.status, badly.error.message]).toEqual([400, expect.stringMatching(/第9条.*ticket\.followUpWithin/)]);
    const key = await sent('put', POLICY_RULE_UID, documentId, { key: 'ticket.acceptWithin' });
    expect(key.status).toBe(403);
    const twice = await sent('put', POLICY_ARTICLE_UID, (await article(3)).documentId, { number: 4 });
    expect([twice.status, twice.error.message]).toEqual([400, '第4条已经存在']);
    const held = await sent('delete', POLICY_ARTICLE_UID, (await article(9)).documentId, {});
    expect([held.status, held.error.message]).toEqual([400, expect.stringContaining('ticket.followUpWithin')]);
  });

  it('hears who was quicker where the form is older than the draft', async () => {
    const { revision } = (await find(POLICY_UID, { documentId: policy }))[0];
    await act(world.staff.manager, `${policy}/actions/edit`, { title: '先到的' });
    const { error } = await sent('put', POLICY_UID, policy, { title: '后到的', revision });
    expect([error.name, error.details.since]).toEqual([
      'ConflictError',
      [expect.objectContaining({ action: 'edit', actor: expect.objectContaining({ name: 'manager' }) })],
    ]);
  });
});

it('is nothing for other roles, nor for another community', async () => {
  const { documentId } = await article(3);
  for (const who of [world.staff.specialist, world.staff.receptionist, world.staff.engineer])
    for (const verb of ['post', 'put', 'delete'] as const)
      expect(
        (await sent(verb, POLICY_ARTICLE_UID, verb === 'post' ? '' : documentId, await supplement(), who)).status
      ).toBe(403);
  const stranger = world.elsewhere.supervisor;
  expect((await sent('post', POLICY_ARTICLE_UID, '', await supplement(), stranger)).status).toBe(404);
  expect((await sent('put', POLICY_ARTICLE_UID, documentId, { title: 'x' }, stranger)).status).toBe(404);
  expect((await sent('delete', POLICY_ARTICLE_UID, documentId, {}, stranger)).status).toBe(404);
});

it.each(['submitted', 'approved', 'effective'])('nothing of what is %s is written, by no road', async (state) => {
  const { supervisor, manager } = world.staff;
  await act(supervisor, `${policy}/actions/submit`);
  if (state !== 'submitted') await act(manager, `${policy}/actions/approve`);
  if (state === 'effective') await act(manager, `${policy}/actions/promulgate`);
  const whole = async () => [
    await find(POLICY_UID, { documentId: policy }),
    await find(POLICY_ARTICLE_UID, { policy: await idOf(policy) }),
    await find(POLICY_RULE_UID, { policy: await idOf(policy) }),
  ];
  const before = await whole();
  const { documentId: ofArticle } = await article(3);
  const { documentId: ofRule } = await rule('ticket.followUpWithin');
  const root = (await world.desk.superAdmin()).client;
  for (const client of [supervisor.client, root]) {
    const answers = [
      await client.put(url(POLICY_UID, policy)).send({ title: 'x' }),
      await client.post(url(POLICY_ARTICLE_UID)).send(await supplement()),
      await client.put(url(POLICY_ARTICLE_UID, ofArticle)).send({ title: 'x' }),
      await client.delete(url(POLICY_ARTICLE_UID, ofArticle)),
      await client.put(url(POLICY_RULE_UID, ofRule)).send({ value: 'PT1H' }),
      await client.delete(url(POLICY_RULE_UID, ofRule)),
    ];
    expect(answers.map(({ body: { error } }) => error?.name)).toEqual(Array(answers.length).fill('ConflictError'));
  }
  const { strapi } = world.desk;
  for (const [uid, documentId] of [
    [POLICY_UID, policy],
    [POLICY_ARTICLE_UID, ofArticle],
    [POLICY_RULE_UID, ofRule],
  ]) {
    const documents = strapi.documents(uid as never) as any;
    const query = strapi.db.query(uid as never) as any;
    for (const write of [
      () => documents.create({ data: { policy } }),
      () => documents.update({ documentId, data: { title: 'x' } }),
      () => documents.delete({ documentId }),
      () => query.create({ data: {} }),
      () => query.update({ where: { documentId }, data: { updatedAt: new Date(0) } }),
      () => query.updateMany({ where: { documentId }, data: { updatedAt: new Date(0) } }),
      () => query.deleteMany({ where: { documentId } }),
    ])
      await expect(write()).rejects.toMatchObject({ name: 'ForbiddenError' });
  }
  expect(await whole()).toEqual(before);
});

it('an edit here and an approval never cross', async () => {
  const { supervisor, manager } = world.staff;
  for (let round = 0; round < 4; round += 1) {
    policy = await drafted();
    const { documentId } = await rule('ticket.acceptWithin');
    const { documentId: ofArticle } = await article(3);
    const [submitted, ...edits] = await Promise.all([
      supervisor.client.post(`/property-desk/policies/${policy}/actions/submit`).send({ input: {} }),
      ...[1, 2, 3].map((minutes) => sent('put', POLICY_RULE_UID, documentId, { value: `PT${minutes}M` })),
      sent('put', POLICY_ARTICLE_UID, ofArticle, { title: `第${round}次` }),
      sent('post', POLICY_ARTICLE_UID, '', await supplement()),
    ]);
    expect(submitted.status).toBe(200);
    for (const { error } of edits) expect([undefined, 'ConflictError']).toContain(error?.name);
    await act(manager, `${policy}/actions/approve`);
    // What is promulgated is what was approved, or it would be refused.
    await act(manager, `${policy}/actions/promulgate`);
  }
});
