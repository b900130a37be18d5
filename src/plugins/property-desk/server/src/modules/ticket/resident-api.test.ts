import type { Client, Machine, Person } from '@harness';
import { bootWorld, type Doc, type World } from '../../testing/world';
import { JPEG } from '../../kernel/files/testing/samples';

let world: World;
let resident: Person & { resident: Doc };
let neighbour: Person & { resident: Doc };

const TICKETS = '/api/property-desk/tickets';
const TELEPHONE = '13800005678';
const at = (hours: number) => new Date(world.kernel.clock.now().getTime() + hours * 3_600_000).toISOString();

const report = (more: object = {}) => ({
  data: {
    category: world.category.documentId,
    description: '厨房水管漏水',
    reporterName: '王小明',
    contactTelephone: TELEPHONE,
    ...more,
  },
});
const submit = async (client: Client, more: object = {}): Promise<string> =>
  (await client.post(TICKETS).send(report(more)).expect(201)).body.data.documentId;
const desk = async (client: Client, documentId: string, action: string, input: object) =>
  client.post(`/property-desk/tickets/${documentId}/actions/${action}`).send({ input }).expect(200);

/** Through the office's hands until it is done. */
const repaired = async (documentId: string) => {
  const { receptionist, engineer } = world.staff;
  await desk(receptionist.client, documentId, 'accept', { note: '内部备注:难缠' });
  await desk(receptionist.client, documentId, 'dispatch', { assignee: engineer.staff.documentId, promisedAt: at(4) });
  await desk(engineer.client, documentId, 'start', {});
  await desk(engineer.client, documentId, 'complete', { workDone: '更换角阀', cost: 3500, note: '内部备注:返修过' });
};

beforeAll(async () => {
  world = await bootWorld();
  resident = await world.settle(world.household);
  neighbour = await world.settle(world.neighbour, '李四', '13900001111');
});
afterAll(() => world?.desk.stop());

const SHOWN = [
  'category',
  'completedAt',
  'contactTelephone',
  'cost',
  'createdAt',
  'description',
  'documentId',
  'number',
  'place',
  'promisedAt',
  'rating',
  'reporterName',
  'startedAt',
  'state',
  'wishedFor',
  'workDone',
];

describe('a resident', () => {
  it('reports a repair and follows it, seeing its course and their own words only', async () => {
    const created = await resident.client.post(TICKETS).send(report()).expect(201);
    expect(Object.keys(created.body).sort()).toEqual(['data', 'meta']);
    expect(Object.keys(created.body.data).sort()).toEqual(SHOWN);
    expect(created.body.data).toMatchObject({
      state: 'submitted',
      place: '3栋2单元501',
      category: '水电',
      contactTelephone: '138****5678',
      rating: null,
      workDone: null,
    });
    const { documentId } = created.body.data;
    await repaired(documentId);

    const { body, text } = await resident.client.get(`${TICKETS}/${documentId}`).expect(200);
    expect(Object.keys(body.data).sort()).toEqual([...SHOWN, 'photos'].sort());
    expect(body.data).toMatchObject({ state: 'completed', workDone: '更换角阀', cost: 3500, photos: [] });
    for (const hidden of ['内部备注', '赵师傅', TELEPHONE, 'engineer', 'assignee', 'priority', 'revision', '"id"'])
      expect(text).not.toContain(hidden);
    const list = await resident.client.get(TICKETS).expect(200);
    expect(Object.keys(list.body.meta).sort()).toEqual(['nextCursor', 'total', 'totalIsCapped']);
    expect(list.body.data.map((line: object) => Object.keys(line).sort())).toEqual([SHOWN]);
  });

  it('rates once it is done, beside what the office hears', async () => {
    const documentId = await submit(resident.client);
    const early = await resident.client.post(`${TICKETS}/${documentId}/rate`).send({ data: { outcome: 'satisfied' } });
    expect([early.status, early.body.data, early.body.error.name]).toEqual([409, null, 'ConflictError']);
    await repaired(documentId);
    const rated = await resident.client
      .post(`${TICKETS}/${documentId}/rate`)
      .send({ data: { outcome: 'satisfied', ratingQuality: 5, ratingAttitude: 4, ratingOverall: 5, words: '很快' } })
      .expect(200);
    expect(rated.body.data).toMatchObject({
      state: 'completed',
      rating: { outcome: 'satisfied', quality: 5, attitude: 4, overall: 5, words: '很快' },
    });
    const wrong = await resident.client
      .post(`${TICKETS}/${documentId}/rate`)
      .send({ data: { outcome: 'satisfied', ratingOverall: 6 } });
    expect([wrong.status, wrong.body.error.details.errors[0].path]).toEqual([400, ['ratingOverall']]);
  });

  it('cancels until it is dispatched', async () => {
    const early = await submit(resident.client);
    const cancelled = await resident.client
      .post(`${TICKETS}/${early}/cancel`)
      .send({ data: { reason: '自己修好了' } })
      .expect(200);
    expect(cancelled.body.data.state).toBe('cancelled');

    const late = await submit(resident.client);
    const { receptionist, engineer } = world.staff;
    await desk(receptionist.client, late, 'accept', {});
    await desk(receptionist.client, late, 'dispatch', { assignee: engineer.staff.documentId, promisedAt: at(4) });
    const refused = await resident.client
      .post(`${TICKETS}/${late}/cancel`)
      .set('Accept-Language', 'zh-CN')
      .send({ data: { reason: '算了' } });
    expect([refused.status, refused.body.error]).toEqual([
      403,
      { status: 403, name: 'ForbiddenError', message: expect.stringMatching(/派单|派工|师傅/), details: {} },
    ]);
  });

  it('adds photos and looks at them; nobody else does', async () => {
    const documentId = await submit(resident.client);
    const photos = `${TICKETS}/${documentId}/photos`;
    const { body } = await resident.client
      .post(photos)
      .attach('files', JPEG, '../../厨房.png')
      .attach('files', JPEG, 'b.jpg')
      .expect(200);
    const shown = body.data.map(({ name, mime, by }: Record<string, string>) => [name, mime, by]);
    expect(shown.sort()).toEqual([
      ['b.jpg', 'image/jpeg', '王小明'],
      ['厨房.jpg', 'image/jpeg', '王小明'],
    ]);
    const [first] = body.data;
    const read = await resident.client.get(`${photos}/${first.documentId}`).expect(200);
    expect(read.body).toEqual(JPEG);
    expect(read.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    });

    const own = await submit(neighbour.client);
    for (const address of [photos, `${TICKETS}/${own}/photos`])
      await neighbour.client.get(`${address}/${first.documentId}`).expect(404);
    await neighbour.client.post(photos).attach('files', JPEG, 'a.jpg').expect(404);
    await resident.client.post(photos).attach('files', Buffer.from('<svg/>'), 'a.jpg').expect(400);
    const listed = await resident.client.get(`${TICKETS}/${documentId}`).expect(200);
    expect(listed.body.data.photos).toHaveLength(2);
  });

  it('does not know of other households', async () => {
    const documentId = await submit(resident.client);
    const attempts = [
      neighbour.client.get(`${TICKETS}/${documentId}`),
      neighbour.client.post(`${TICKETS}/${documentId}/rate`).send({ data: { outcome: 'satisfied' } }),
      neighbour.client.post(`${TICKETS}/${documentId}/cancel`).send({ data: { reason: '捣乱' } }),
    ];
    for (const attempt of attempts) {
      const { status, body } = await attempt;
      expect([status, body.data, body.error.name]).toEqual([404, null, 'NotFoundError']);
    }
    const { text } = await neighbour.client.get(`${TICKETS}?limit=100`).expect(200);
    expect(text).not.toContain(documentId);
    expect(text).not.toContain('3栋2单元501');
    for (const [field, value] of [
      ['household', world.household.documentId],
      ['community', world.garden.documentId],
    ]) {
      const { status, body } = await neighbour.client.post(TICKETS).send(report({ [field]: value }));
      expect([status, body.error.details.errors[0].path]).toEqual([400, [field]]);
    }
  });

  it('sees what they reported of a public place', async () => {
    const documentId = await submit(resident.client, { building: world.building.documentId, publicPlace: '二楼走廊' });
    const { body } = await resident.client.get(`${TICKETS}/${documentId}`).expect(200);
    expect(body.data.place).toBe('3栋 二楼走廊');
    await neighbour.client.get(`${TICKETS}/${documentId}`).expect(404);
  });

  it('pages through their own, newest first', async () => {
    for (let count = 0; count < 5; count += 1) await submit(neighbour.client);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await neighbour.client.get(`${TICKETS}?limit=2${cursor && `&cursor=${cursor}`}`).expect(200);
      seen.push(...body.data.map(({ number }: { number: string }) => number));
      cursor = body.meta.nextCursor ?? '';
    } while (cursor);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
    expect(seen.length).toBeGreaterThanOrEqual(5);
  });
});

describe('who is no resident', () => {
  it('is refused: unverified, moved out, tied to no household', async () => {
    const stranger = await world.desk.user();
    const applicant = await world.desk.user();
    const former = await world.desk.user();
    const as = (user: Person, more: object) =>
      world.create('resident', {
        name: '某人',
        household: world.household.documentId,
        kind: 'tenant',
        user: user.id,
        ...more,
      });
    await as(applicant, { verified: false });
    await as(former, { verified: true, movedOutAt: '2026-01-01T00:00:00.000Z' });
    for (const { client } of [stranger, applicant, former]) {
      const { status, body } = await client.get(TICKETS).set('Accept-Language', 'en');
      expect([status, body.error.message]).toEqual([403, 'Your account is not tied to a household yet']);
      await client.post(TICKETS).send(report()).expect(403);
    }
  });

  it('is refused without a login', async () => {
    // Strapi takes a caller without any login for its role Public, which holds no right here: its 403.
    const { status, body } = await world.desk.request.get(TICKETS);
    expect([status, body.data]).toEqual([403, null]);
    await world.desk.client('nonsense').get(TICKETS).expect(401);
  });

  it('names one of several homes', async () => {
    const landlord = await world.settle(world.household, '王房东', '13700002222');
    await world.create('resident', {
      name: '王房东',
      household: world.neighbour.documentId,
      kind: 'owner',
      user: landlord.id,
      verified: true,
    });
    const unsaid = await landlord.client.post(TICKETS).set('Accept-Language', 'en').send(report());
    expect([unsaid.status, unsaid.body.error.details.errors]).toEqual([
      400,
      [{ path: ['household'], message: 'You have several homes: say which one' }],
    ]);
    const { body } = await landlord.client
      .post(TICKETS)
      .send(report({ household: world.neighbour.documentId }))
      .expect(201);
    expect(body.data.place).toBe('3栋2单元502');
    await neighbour.client.get(`${TICKETS}/${body.data.documentId}`).expect(200);
  });
});

describe('an error', () => {
  it.each([
    ['zh-CN,zh;q=0.9', /找不到|没有|不存在/],
    ['en-GB', /^No such record$/],
    ['fr, en;q=0.5', /^No such record$/],
    ['', /找不到|没有|不存在/],
  ])('is said in the language of the caller: "%s"', async (language, words) => {
    const { body } = await resident.client.get(`${TICKETS}/unknown`).set('Accept-Language', language).expect(404);
    expect(body).toEqual({
      data: null,
      error: { status: 404, name: 'NotFoundError', message: expect.stringMatching(words), details: {} },
    });
  });

  it('names every field in that language', async () => {
    const { body } = await resident.client
      .post(TICKETS)
      .set('Accept-Language', 'zh')
      .send({ data: { zz: 1, description: '' } })
      .expect(400);
    const errors: { path: string[]; message: string }[] = body.error.details.errors;
    expect(errors.map(({ path }) => path.join()).sort()).toEqual([
      'category',
      'contactTelephone',
      'description',
      'reporterName',
      'zz',
    ]);
    for (const { message } of errors) expect(message).toMatch(/\p{Script=Han}/u);
  });
});

describe('an integration', () => {
  const INTEGRATION = '/api/property-desk/integrations';
  let bound: Machine;
  const call = (more: object = {}) => ({ data: world.call({ source: undefined, priority: undefined, ...more }) });
  const question = (more: object = {}) => ({
    data: {
      community: world.garden.documentId,
      question: '几点供暖',
      reporterName: '李四',
      contactTelephone: TELEPHONE,
      promisedAt: at(24),
      ...more,
    },
  });

  beforeAll(async () => {
    bound = await world.desk.apiToken({
      permissions: [
        'plugin::property-desk.ticketIntegration.create',
        'plugin::property-desk.inquiryIntegration.create',
      ],
    });
    await world.create('token-binding', { tokenName: bound.name, communities: [world.garden.documentId] });
  });

  it('opens tickets and inquiries in its communities', async () => {
    const { body } = await bound.client.post(`${INTEGRATION}/tickets`).send(call()).expect(201);
    expect(body).toEqual({
      data: { documentId: expect.any(String), number: expect.stringMatching(/^BX-/), state: 'submitted' },
      meta: {},
    });
    await resident.client.get(`${TICKETS}/${body.data.documentId}`).expect(200);
    const asked = await bound.client.post(`${INTEGRATION}/inquiries`).send(question()).expect(201);
    expect(asked.body.data.number).toMatch(/^ZX-/);

    const { body: file } = await world.staff.supervisor.client
      .get(`/property-desk/tickets/${body.data.documentId}`)
      .expect(200);
    expect(file.data.fields.source).toBe('integration');
    expect(file.data.timeline[0].actor).toEqual({ kind: 'token', name: bound.name });
  });

  it('opens none elsewhere', async () => {
    const attempts = [
      bound.client
        .post(`${INTEGRATION}/tickets`)
        .send(call({ community: world.river.documentId, household: undefined, publicPlace: '大门' })),
      bound.client.post(`${INTEGRATION}/inquiries`).send(question({ community: world.river.documentId })),
    ];
    for (const attempt of attempts) {
      const { status, body } = await attempt;
      expect([status, body.error.details.errors[0].path]).toEqual([400, ['community']]);
    }
  });

  it('is refused unbound, or without the scope', async () => {
    const unbound = await world.desk.apiToken();
    const { status, body } = await unbound.client
      .post(`${INTEGRATION}/tickets`)
      .set('Accept-Language', 'en')
      .send(call());
    expect([status, body.error.message]).toEqual([403, 'This API token is bound to no community']);
    const narrow = await world.desk.apiToken({ permissions: ['plugin::property-desk.inquiryIntegration.create'] });
    await world.create('token-binding', { tokenName: narrow.name, communities: [world.garden.documentId] });
    await narrow.client.post(`${INTEGRATION}/tickets`).send(call()).expect(403);
    await narrow.client.post(`${INTEGRATION}/inquiries`).send(question()).expect(201);
  });

  it('is no resident, and a resident no integration', async () => {
    const full = await world.desk.apiToken();
    await world.create('token-binding', { tokenName: full.name, communities: [world.garden.documentId] });
    const asResident = await full.client.get(TICKETS).set('Accept-Language', 'en');
    expect([asResident.status, asResident.body.error.message]).toEqual([403, 'For signed-in residents only']);

    await resident.client.post(`${INTEGRATION}/tickets`).send(call()).expect(403);
    // Not even where the site's owner grants the right to residents by mistake.
    const { strapi } = world.desk;
    const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } });
    const permissions = strapi.db.query('plugin::users-permissions.permission');
    const { id } = await permissions.create({
      data: { action: 'plugin::property-desk.ticketIntegration.create', role: role.id },
    });
    const asToken = await resident.client.post(`${INTEGRATION}/tickets`).set('Accept-Language', 'en').send(call());
    expect([asToken.status, asToken.body.error.message]).toEqual([403, 'For API tokens only']);
    await permissions.delete({ where: { id } });
  });

  it('finds its calls among the scopes of tokens and of roles', async () => {
    const admin = await world.desk.superAdmin();
    const scopes = await admin.client.get('/admin/content-api/permissions').expect(200);
    const { controllers } = scopes.body.data['plugin::property-desk'];
    expect(controllers.residentTicket.sort()).toEqual([
      'addPhotos',
      'cancel',
      'create',
      'find',
      'findCategories',
      'findOne',
      'findPhoto',
      'rate',
    ]);
    expect([controllers.ticketIntegration, controllers.inquiryIntegration]).toEqual([['create'], ['create']]);
    // The handlers of staff belong to the admin API: granted to a token they would do nothing but mislead.
    expect(Object.keys(controllers).sort()).toEqual([
      'anonymousComplaint',
      'complainant',
      'complaintIntegration',
      'inquiryIntegration',
      'myBinding',
      'myHome',
      'notice',
      'ownConsent',
      'ownDataRequest',
      'policy',
      'residentTicket',
      'ticketIntegration',
    ]);
    expect([controllers.notice.sort(), controllers.policy]).toEqual([['find', 'findOne', 'read'], ['find']]);
  });
});
