import { bootWorld, type World } from '../../testing/world';
import { acts, noticeIn, noticeInput, paragraph } from '../../testing/notices';

let world: World;
let documents: () => any;

beforeAll(async () => {
  world = await bootWorld();
  world.kernel.clock.freeze(new Date('2026-11-23T01:00:00.000Z'));
  documents = () => world.desk.strapi.documents('plugin::property-desk.notice' as never);
});
afterAll(() => world?.desk.stop());

const get = async (path: string) =>
  (await world.staff.supervisor.client.get(`/property-desk/notices${path}`).expect(200)).body.data;
const later = (minutes: number) => new Date(world.kernel.clock.now().getTime() + minutes * 60_000).toISOString();

it('goes from a draft without a number to a published notice with one, and hangs on its board', async () => {
  const { receptionist, specialist } = world.staff;
  const documentId = await noticeIn(world, 'approved');
  expect(await get(`/${documentId}/content`)).toMatchObject({ number: null, state: 'approved' });
  const done = await acts(specialist, `/${documentId}/actions/publish`);
  expect(done.data).toMatchObject({ number: '物业客〔2026〕1号', state: 'published' });
  expect(done.obligations).toMatchObject([{ what: 'notice.post', outcome: null }]);
  expect(await get('/to-post')).toMatchObject([{ missing: [{ name: '3栋' }], done: 0, total: 1 }]);
  const posted = await receptionist.client
    .post(`/property-desk/notices/${documentId}/postings`)
    .field('building', world.building.documentId)
    .attach(
      'files',
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64'
      ),
      'board.png'
    );
  expect([posted.status, posted.body.error?.message]).toEqual([200, undefined]);
  expect(posted.body.obligations).toMatchObject([{ what: 'notice.post', outcome: 'kept' }]);
  expect(await get(`/${documentId}/postings`)).toMatchObject([{ by: 'receptionist', photos: [{ name: 'board.png' }] }]);
  expect(await get('/to-post')).toEqual([]);
  expect(await get(`/${documentId}/reach`)).toMatchObject({
    audience: { households: 2 },
    postings: { done: 1, total: 1 },
  });
  const list = await world.staff.engineer.client.get('/property-desk/notices?state=published&q=电梯').expect(200);
  expect(list.body.data).toMatchObject([{ number: '物业客〔2026〕1号', posted: { done: 1, total: 1 } }]);
});

it('is approved by another than wrote or edited it last', async () => {
  const { supervisor, manager } = world.staff;
  const { documentId } = (await acts(supervisor, '/actions/draft', noticeInput(world))).data;
  await acts(manager, `/${documentId}/actions/edit`, { title: '改过的标题' });
  await acts(supervisor, `/${documentId}/actions/submit`);
  await acts(supervisor, `/${documentId}/actions/approve`, {}, 403);
  await acts(manager, `/${documentId}/actions/approve`, {}, 403);
  const other = await world.hire('supervisor', [world.garden], '副主管');
  await acts(other, `/${documentId}/actions/approve`);
});

it('publishes exactly what was approved', async () => {
  const documentId = await noticeIn(world, 'approved');
  await world.desk.strapi.db
    .connection('pd_notices')
    .where({ document_id: documentId })
    .update({ title: '偷换的标题' });
  await acts(world.staff.specialist, `/${documentId}/actions/publish`, {}, 400);
});

it('needs an expiry for an outage, and days on display for a disclosure', async () => {
  const { receptionist } = world.staff;
  for (const more of [
    { kind: 'outage' },
    { kind: 'emergency' },
    { kind: 'disclosure', expiresAt: later(60 * 24 * 14) },
  ]) {
    const documentId = await noticeIn(world, 'draft', more);
    await acts(receptionist, `/${documentId}/actions/submit`, {}, 400);
  }
  await noticeIn(world, 'submitted', { kind: 'disclosure', expiresAt: later(60 * 24 * 16) });
  await acts(receptionist, '/actions/draft', noticeInput(world, { publishAt: later(-1) }), 400);
});

it('goes out urgently without approval, and is confirmed by another', async () => {
  const { supervisor, manager } = world.staff;
  const emergency = { kind: 'emergency', expiresAt: later(600) };
  const ordinary = await noticeIn(world, 'draft');
  await acts(supervisor, `/${ordinary}/actions/publish-urgently`, {}, 403);
  const documentId = await noticeIn(world, 'draft', emergency);
  await acts(supervisor, `/${documentId}/actions/publish-urgently`);
  await acts(supervisor, `/${documentId}/actions/confirm`, {}, 403);
  const done = await acts(manager, `/${documentId}/actions/confirm`);
  expect(done.obligations).toMatchObject([{ what: 'notice.confirm', outcome: 'kept' }]);
  await acts(manager, `/${documentId}/actions/confirm`, {}, 403);
});

it('is corrected by another, which withdraws it as it goes out', async () => {
  const { specialist, supervisor } = world.staff;
  const wrong = await noticeIn(world, 'published', { buildings: [world.building.documentId] });
  const { once } = await acts(specialist, `/${wrong}/actions/supersede`, { reason: '时间有误' });
  await acts(specialist, `/${wrong}/actions/supersede`, { reason: '又一次' }, 400);
  expect(await get(`/${once.notice}/content`)).toMatchObject({
    state: 'draft',
    buildings: [{ name: '3栋' }],
    supersedes: { documentId: wrong },
    author: { name: 'specialist' },
  });
  await acts(specialist, `/${once.notice}/actions/submit`);
  await acts(supervisor, `/${once.notice}/actions/approve`);
  await acts(specialist, `/${once.notice}/actions/publish`);
  expect(await get(`/${wrong}/content`)).toMatchObject({
    state: 'withdrawn',
    withdrawReason: '时间有误',
    supersededBy: { documentId: once.notice },
  });
});

it('is published and taken down by the clock, each once; what is refused on time goes back to its author', async () => {
  const on = await noticeIn(world, 'approved', { publishAt: later(10), expiresAt: later(20) });
  const late = await noticeIn(world, 'approved', { publishAt: later(10), expiresAt: later(12) });
  const { clock, schedules } = world.kernel;
  clock.advance(11 * 60_000);
  await Promise.all([schedules.round(), schedules.round()]);
  expect(await get(`/${on}/content`)).toMatchObject({ state: 'published' });
  expect(await get(`/${late}/content`)).toMatchObject({ state: 'published' });
  clock.advance(60_000);
  await schedules.round();
  expect(await get(`/${late}/content`)).toMatchObject({ state: 'expired' });
  const missed = await noticeIn(world, 'approved', { publishAt: later(1), expiresAt: later(2) });
  clock.advance(10 * 60_000);
  await schedules.round();
  expect(await get(`/${missed}/content`)).toMatchObject({ state: 'draft' });
  expect(await get(`/${on}/content`)).toMatchObject({ state: 'expired' });
});

it.each([
  ['请联系王先生13812345678', 'telephone'],
  ['逾期不缴的业主我司将停止供水', 'cutOff'],
  ['3栋501王先生欠物业费1200元', 'nameWithDebt'],
])('does not submit %s', async (text, rule) => {
  const { receptionist } = world.staff;
  const documentId = await noticeIn(world, 'draft', { body: paragraph(text) });
  const { error } = await acts(receptionist, `/${documentId}/actions/submit`, {}, 400);
  expect(error.message).toContain({ telephone: '13812345678', cutOff: '停止供水', nameWithDebt: '王先生' }[rule]);
  const checked = await receptionist.client
    .post('/property-desk/notices/check')
    .send({ title: '', body: paragraph(text) });
  expect([checked.status, checked.body.data]).toEqual([
    200,
    expect.arrayContaining([expect.objectContaining({ rule, field: 'body' })]),
  ]);
});

describe('in the Content Manager', () => {
  const url = (id: string) => `/content-manager/collection-types/plugin::property-desk.notice/${id}`;

  it('a draft is edited as the action `edit`, by whoever holds the right', async () => {
    const documentId = await noticeIn(world, 'draft');
    const { specialist } = world.staff;
    const { body: seen } = await specialist.client.get(url(documentId)).expect(200);
    const { title: _title, ...rest } = seen.data;
    const answer = await specialist.client
      .put(url(documentId))
      .send({ ...rest, title: '改在内容管理里', body: paragraph('新的正文') });
    expect([answer.status, answer.body.error?.message]).toEqual([200, undefined]);
    expect(answer.body.data).toMatchObject({ title: '改在内容管理里', revision: 2 });
    const { timeline } = await get(`/${documentId}`);
    expect(timeline.at(-1)).toMatchObject({ action: 'edit', actor: { name: 'specialist' } });
  });

  it.each(['submitted', 'approved', 'published'] as const)('what is %s is not, by no road', async (state) => {
    const documentId = await noticeIn(world, state);
    const before = await get(`/${documentId}/content`);
    const root = (await world.desk.superAdmin()).client;
    for (const { client } of [{ client: root }, world.staff.specialist]) {
      const { status, body } = await client.put(url(documentId)).set('Accept-Language', 'en').send({ title: 'x' });
      expect([status, body.error]).toMatchObject([
        409,
        { status: 409, name: 'ConflictError', message: expect.stringContaining('“Edit”'), details: { state } },
      ]);
    }
    await expect(documents().update({ documentId, data: { title: 'x' } })).rejects.toThrow();
    const query = world.desk.strapi.db.query('plugin::property-desk.notice' as never) as any;
    await expect(query.update({ where: { documentId }, data: { title: 'x' } })).rejects.toThrow();
    await expect(query.updateMany({ where: { documentId }, data: { title: 'x' } })).rejects.toThrow();
    await expect(query.delete({ where: { documentId } })).rejects.toThrow();
    expect(await get(`/${documentId}/content`)).toEqual(before);
  });

  it.each([
    ['a time that is none', { expiresAt: 'soon' }, 'expiresAt'],
    ['a time out of all calendars', { publishAt: '999999-99-99T99:99' }, 'publishAt'],
    ['a number for a time', { publishAt: 9e15 }, 'publishAt'],
    ['channels that are no list', { channels: '{' }, 'channels'],
    ['a building that is not there', { buildings: { connect: [{ id: 99999 }] } }, 'buildings'],
    ['buildings of no shape', { buildings: [null, true, {}] }, 'buildings'],
    ['a text that is none', { body: [{ type: 'paragraph', children: 'x' }] }, 'body'],
  ])('is told of %s, and nothing is changed', async (_what, data, field) => {
    const documentId = await noticeIn(world, 'draft');
    const before = await get(`/${documentId}/content`);
    const { status, body } = await world.staff.specialist.client.put(url(documentId)).send(data);
    expect([status, JSON.stringify(body.error)]).toEqual([400, expect.stringContaining(field)]);
    expect(await get(`/${documentId}/content`)).toEqual(before);
  });

  it('what the workflow owns is not, in a draft either', async () => {
    const documentId = await noticeIn(world, 'draft');
    const root = (await world.desk.superAdmin()).client;
    for (const data of [
      { state: 'published' },
      { number: '物业客〔2026〕99号' },
      { revision: 9 },
      { approvedAt: later(0) },
    ])
      expect((await root.put(url(documentId)).send(data)).status).toBe(403);
  });
});
