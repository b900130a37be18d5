import type { Client, Person } from '@harness';
import { bootWorld, type Doc, type World } from '../../testing/world';
import { JPEG } from '../../kernel/files/testing/samples';
import { complaintDesk, HOUR, type ComplaintDesk } from './testing/desk';

let world: World;
let desk: ComplaintDesk;
let resident: Person & { resident: Doc };
let neighbour: Person & { resident: Doc };

const API = '/api/property-desk/complaints';
const TELEPHONE = '13800005678';
const MAIL = 'wang@example.org';

beforeAll(async () => {
  world = await bootWorld();
  world.kernel.settings.strangersPerHour = { lodge: 12, follow: 40 };
  desk = await complaintDesk(world);
  resident = await world.settle(world.household);
  neighbour = await world.settle(world.neighbour, '李四', '13900001111');
});
afterAll(() => world?.desk.stop());
// Each test an hour later: strangers are counted by the hour.
beforeEach(() => world.kernel.clock.advance(HOUR + 1));

const words = (more: object = {}) => ({
  data: {
    kind: 'complaint',
    content: '楼上每晚拍球',
    demands: '请制止',
    evidence: [{ kind: 'person', description: '保安张三可作证' }],
    reporterName: '王小明',
    contactTelephone: TELEPHONE,
    ...more,
  },
});
const lodge = async (client: Client, more: object = {}): Promise<string> => {
  const { body } = await client.post(API).send(words(more)).expect(201);
  return body.data.documentId;
};

const SHOWN = [
  'category',
  'content',
  'createdAt',
  'demands',
  'documentId',
  'kind',
  'number',
  'place',
  'promisedAt',
  'publicResult',
  'rating',
  'result',
  'state',
  'told',
];

/** Through everything that the office may write down about a grave complaint, secrets in every field. */
const SECRETS = {
  note: '内部备注:难缠',
  reason: '内部理由:怕上新闻',
  plan: '内部方案:先拖着',
  aim: '内部目标:息事宁人',
  decision: '内部批示:压下去',
  measures: '内部措施:罚扣班组',
  escalated: '内部上报:请经理出面',
  root: '内部根因:培训不足',
  words: '内部记录:嗓门大',
};
const throughTheOffice = async (documentId: string) => {
  const { receptionist, supervisor, specialist, manager } = world.staff;
  const { note, reason } = SECRETS;
  await desk.take(receptionist, documentId, 'classify', { ...desk.judged('urgent'), reason, note });
  await desk.take(supervisor, documentId, 'escalate', { reason: SECRETS.escalated, note });
  await desk.take(manager, documentId, 'decide', { decision: SECRETS.decision, note });
  await desk.take(supervisor, documentId, 'intervene', { ...desk.planned({ plan: SECRETS.plan }), note });
  await desk.take(supervisor, documentId, 'form-task-force', {
    leader: supervisor.staff.documentId,
    members: [specialist.staff.documentId],
    aim: SECRETS.aim,
    note,
  });
  const way = (await desk.row(documentId)).anonymous ? 'code' : 'phone';
  await desk.take(specialist, documentId, 'progress', { message: '已约谈楼上', way, note });
  await desk.take(specialist, documentId, 'progress', {
    message: '还需两天',
    way,
    promisedAt: desk.later(72 * HOUR),
    reason,
    note,
  });
  await desk.take(specialist, documentId, 'resolve', {
    result: '楼上已承诺改正',
    measures: SECRETS.measures,
    compensation: 12300,
    note,
  });
};

describe('a resident', () => {
  it('lodges a complaint and follows it, field by field', async () => {
    const created = await resident.client.post(API).send(words()).expect(201);
    expect(Object.keys(created.body.data).sort()).toEqual(SHOWN);
    const { documentId } = created.body.data;
    const before = await desk.row(documentId);
    await throughTheOffice(documentId);

    const { body, text } = await resident.client.get(`${API}/${documentId}`).expect(200);
    expect(Object.keys(body.data).sort()).toEqual([...SHOWN, 'photos'].sort());
    expect(body.data).toEqual({
      documentId,
      number: before.number,
      kind: 'complaint',
      state: 'resolved',
      category: '噪音扰民',
      place: '3栋2单元501',
      content: '楼上每晚拍球',
      demands: '请制止',
      promisedAt: expect.any(String),
      told: [
        { at: expect.any(String), way: 'phone', text: '已约谈楼上' },
        { at: expect.any(String), way: 'phone', text: '还需两天' },
        { at: expect.any(String), way: null, text: '楼上已承诺改正' },
      ],
      result: '楼上已承诺改正',
      publicResult: null,
      rating: null,
      createdAt: expect.any(String),
      photos: [],
    });
    const list = await resident.client.get(API).expect(200);
    const line = list.body.data.find(({ documentId: id }: Doc) => id === documentId);
    expect(Object.keys(line).sort()).toEqual(SHOWN);
    expect(line.told).toHaveLength(1);

    const staff = Object.values(world.staff).flatMap(({ staff: { documentId: id }, email }) => [id, email]);
    const hidden = [...Object.values(SECRETS), ...staff, '保安张三', TELEPHONE, '12300', 'severity', 'urgent', '"id"'];
    for (const secret of hidden) for (const answer of [text, list.text]) expect(answer).not.toContain(secret);
  });

  it('rates, and withdraws as long as it is not resolved; a refusal says nothing of what went on inside', async () => {
    const documentId = await lodge(resident.client);
    await throughTheOffice(documentId);
    const rating = { outcome: 'unsatisfied', ratingOverall: 2, words: '还在吵' };
    const { body } = await resident.client.post(`${API}/${documentId}/rate`).send({ data: rating }).expect(200);
    expect(body.data.rating).toEqual({ outcome: 'unsatisfied', overall: 2, words: '还在吵' });
    const late = await resident.client.post(`${API}/${documentId}/withdraw`).send({ data: { reason: '算了' } });
    expect([late.status, late.body.error.details.since]).toEqual([409, []]);
    for (const secret of Object.values(world.staff)) expect(late.text).not.toContain(secret.staff.name);

    const early = await lodge(resident.client);
    await resident.client
      .post(`${API}/${early}/withdraw`)
      .send({ data: { reason: '和解' } })
      .expect(200);
    expect(await desk.outcomes(early)).toEqual([
      ['complaint.classify', 'void'],
      ['complaint.firstReply', 'void'],
    ]);
  });

  it('adds photos to their own; a neighbour sees and does nothing', async () => {
    const documentId = await lodge(resident.client);
    const photos = (who: Person) => who.client.post(`${API}/${documentId}/photos`).attach('files', JPEG, 'a.jpg');
    const { body } = await photos(resident).expect(200);
    const file = `${API}/${documentId}/photos/${body.data[0].documentId}`;
    await resident.client.get(file).expect(200);
    await neighbour.client.get(file).expect(404);
    await neighbour.client.get(`${API}/${documentId}`).expect(404);
    expect((await photos(neighbour)).status).toBe(404);
    for (const action of ['rate', 'withdraw'])
      await neighbour.client
        .post(`${API}/${documentId}/${action}`)
        .send({ data: { outcome: 'satisfied', reason: '不' } })
        .expect(404);
    const { body: list } = await neighbour.client.get(API).expect(200);
    expect(list.data.map(({ documentId: id }: Doc) => id)).not.toContain(documentId);
  });

  it('sees no photo that the office has gathered', async () => {
    const documentId = await lodge(resident.client);
    const { receptionist } = world.staff;
    await receptionist.client
      .post(`/property-desk/complaints/${documentId}/files`)
      .attach('files', JPEG, '邻居家门口.jpg')
      .expect(200);
    const { body: office } = await receptionist.client.get(`/property-desk/complaints/${documentId}`).expect(200);
    const [gathered] = office.data.files;
    expect(gathered.name).toBe('邻居家门口.jpg');
    const { body, text } = await resident.client.get(`${API}/${documentId}`).expect(200);
    expect(body.data.photos).toEqual([]);
    for (const secret of [receptionist.staff.name, gathered.documentId, '邻居']) expect(text).not.toContain(secret);
    await resident.client.get(`${API}/${documentId}/photos/${gathered.documentId}`).expect(404);
    const added = await resident.client.post(`${API}/${documentId}/photos`).attach('files', JPEG, 'a.jpg').expect(200);
    expect(added.body.data.map(({ name }: { name: string }) => name)).toEqual(['a.jpg']);
  });

  it.each([
    [{ community: 'a1' }, 'community'],
    [{ source: 'phone' }, 'source'],
    [{ praised: 'a1' }, 'praised'],
    [{ anonymous: true }, 'anonymous'],
    [{ state: 'archived' }, 'state'],
    [{ codeHash: 'x' }, 'codeHash'],
    [{ severity: 'urgent' }, 'severity'],
  ])('cannot set %j', async (more, field) => {
    const { body, status } = await resident.client.post(API).send(words(more));
    expect([status, body.error.details.errors[0].path]).toEqual([400, [field]]);
  });
});

describe('somebody who stays anonymous', () => {
  const stranger = () => world.desk.client();
  const anonymous = (more: object = {}) => ({
    data: {
      community: world.garden.documentId,
      kind: 'complaint',
      content: '门岗态度差',
      publicPlace: '东门',
      ...more,
    },
  });

  it('lodges without an account, follows by the secret code, withdraws and rates by it', async () => {
    const { body } = await stranger().post(`${API}/anonymous`).send(anonymous()).expect(201);
    expect(Object.keys(body.data).sort()).toEqual(['code', 'number', 'state']);
    const { number, code } = body.data;
    expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
    const [{ documentId }] = await world.kernel.rows.find(
      world.kernel.strapi.db.connection,
      'plugin::property-desk.complaint',
      { number }
    );
    expect(await desk.row(documentId)).toMatchObject({
      anonymous: true,
      contactWay: 'code',
      household: null,
      reporterName: null,
    });
    await throughTheOffice(documentId);
    const follow = (path: string, data: object) => stranger().post(`${API}/follow${path}`).send({ data });
    const seen = await follow('', { number, code: code.toLowerCase().replaceAll('-', ' ') }).expect(200);
    expect(Object.keys(seen.body.data).sort()).toEqual(SHOWN);
    // The result is for them once it is published, and in those words.
    expect(seen.body.data).toMatchObject({ documentId: null, result: null, publicResult: null, state: 'resolved' });
    expect(seen.body.data.told.map(({ text }: { text: string }) => text)).toEqual(['已约谈楼上', '还需两天']);
    for (const secret of Object.values(SECRETS)) expect(seen.text).not.toContain(secret);

    await desk.take(world.staff.specialist, documentId, 'publish-result', { publicResult: '门岗已培训' });
    const settled = (await desk.owed(documentId)).find(({ what }) => what === 'complaint.followUp');
    expect(settled?.outcome).toBe('kept');
    const rated = await follow('/rate', { number, code, outcome: 'satisfied', ratingOverall: 5 }).expect(200);
    expect(rated.body.data).toMatchObject({ state: 'confirmed', publicResult: '门岗已培训', result: null });
    expect(rated.body.data.rating).toEqual({ outcome: 'satisfied', overall: 5, words: null });

    const other = (await stranger().post(`${API}/anonymous`).send(anonymous()).expect(201)).body.data;
    const withdrawn = await follow('/withdraw', { ...other, state: undefined, reason: '不追究' }).expect(200);
    expect(withdrawn.body.data.state).toBe('withdrawn');
  });

  it('is refused with a wrong code or number, which are not told apart', async () => {
    const { number, code } = (await stranger().post(`${API}/anonymous`).send(anonymous()).expect(201)).body.data;
    const named = (await desk.row(await lodge(resident.client))).number;
    for (const wrong of [
      { number, code: 'AAAA-AAAA-AAAA-AAAA' },
      { number: 'TS-20260101-0001', code },
      { number: named, code },
      { number, code: '-' },
    ])
      for (const [path, more] of [
        ['', {}],
        ['/withdraw', { reason: '不' }],
        ['/rate', { outcome: 'satisfied' }],
      ] as const) {
        const { status, body } = await stranger()
          .post(`${API}/follow${path}`)
          .send({ data: { ...wrong, ...more } });
        expect([status, body.error.message]).toEqual([404, '没有找到这条记录']);
      }
  });

  it('leaves no code behind anywhere, and no name of whoever was signed in', async () => {
    const { number, code } = (await resident.client.post(`${API}/anonymous`).send(anonymous()).expect(201)).body.data;
    await stranger().post(`${API}/follow`).send({ data: { number, code } }).expect(200);
    await stranger()
      .post(`${API}/follow/withdraw`)
      .send({ data: { number, code, reason: '不追究' } })
      .expect(200);
    const { rows, strapi } = world.kernel;
    const plain = [code, code.replaceAll('-', '')];
    for (const [uid] of strapi.db.metadata.entries()) {
      if (!uid.startsWith('plugin::property-desk.')) continue;
      const all = JSON.stringify(await strapi.db.connection(rows.table(uid).name));
      for (const secret of plain) expect([uid, all.includes(secret)]).toEqual([uid, false]);
    }
    const [{ documentId }] = await rows.find(strapi.db.connection, 'plugin::property-desk.complaint', { number });
    for (const { actorName, actorResident, input } of await desk.events(documentId)) {
      expect([actorName, actorResident]).toEqual(['匿名', null]);
      expect(Object.keys(input as object)).not.toContain('code');
    }
    const { text, body } = await world.staff.manager.client.get(`/property-desk/complaints/${documentId}`).expect(200);
    expect(text).not.toContain((await desk.row(documentId)).codeHash as string);
    expect(Object.keys(body.data?.fields ?? body.fields)).not.toContain('codeHash');
  });

  it('is told the code once where the office takes it down', async () => {
    const input = desk.words({
      anonymous: true,
      household: undefined,
      reporterName: undefined,
      contactTelephone: undefined,
    });
    const { body } = await desk.call(world.staff.receptionist, 'complaints/actions/lodge', { input }).expect(200);
    expect(body.once.code).toMatch(/^[2-9A-Z-]{19}$/);
    expect(JSON.stringify(body.event)).not.toContain(body.once.code);
    const data = { number: body.data.number, code: body.once.code };
    await stranger().post(`${API}/follow`).send({ data }).expect(200);
  });

  it.each([
    [{ community: 'a1' }, 'community'],
    [{ reporterName: '王' }, 'reporterName'],
    [{ contactTelephone: TELEPHONE }, 'contactTelephone'],
    [{ household: 'a1' }, 'household'],
    [{ content: '' }, 'content'],
    [{ building: 'a1' }, 'building'],
  ])('is refused for %j', async (more, field) => {
    const { body, status } = await stranger().post(`${API}/anonymous`).send(anonymous(more));
    expect([status, body.error.details.errors[0].path]).toEqual([400, [field]]);
  });

  it('cannot flood the desk nor try codes without end', async () => {
    const statuses: number[] = [];
    for (let call = 0; call < 14; call += 1)
      statuses.push((await stranger().post(`${API}/anonymous`).send(anonymous())).status);
    expect(statuses).toEqual([...Array(12).fill(201), 429, 429]);
    const tried: number[] = [];
    const data = { number: 'TS-20260101-0001', code: 'AAAA-AAAA-AAAA-AAAA' };
    for (let call = 0; call < 42; call += 1) tried.push((await stranger().post(`${API}/follow`).send({ data })).status);
    expect(tried).toEqual([...Array(40).fill(404), 429, 429]);
    world.kernel.clock.advance(HOUR + 1);
    await stranger().post(`${API}/anonymous`).send(anonymous()).expect(201);
  });
});

describe('an integration', () => {
  it('lodges in the communities of its token', async () => {
    const token = await world.desk.apiToken({ permissions: ['plugin::property-desk.complaintIntegration.create'] });
    await world.create('token-binding', { tokenName: token.name, communities: [world.garden.documentId] });
    const send = (more: object = {}) =>
      token.client
        .post('/api/property-desk/integrations/complaints')
        .send(words({ community: world.garden.documentId, ...more }));
    const { body } = await send().expect(201);
    expect(body.data).toEqual({ documentId: expect.any(String), number: expect.any(String), state: 'received' });
    expect((await desk.row(body.data.documentId)).source).toBe('integration');
    const elsewhere = await send({ community: world.river.documentId });
    expect([elsewhere.status, elsewhere.body.error.details.errors[0].path]).toEqual([400, ['community']]);
  });
});

describe('the way that was chosen', () => {
  const byMail = { contactMail: MAIL, contactWay: 'mail', contactTelephone: undefined };
  const letters = async (documentId: string) =>
    (await desk.messages(documentId)).filter(({ recipient }) => recipient === MAIL);

  it('mail is really sent: progress and result', async () => {
    const documentId = await desk.handled('general', byMail);
    const { specialist } = world.staff;
    await desk.take(specialist, documentId, 'progress', { message: '已约谈楼上', way: 'mail', note: '内部备注' });
    await desk.take(specialist, documentId, 'resolve', { result: '已改正', measures: '谈' });
    const sent = await letters(documentId);
    expect(sent.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('处理进展'),
      expect.stringContaining('处理结果'),
    ]);
    expect(sent[0].body).toContain('已约谈楼上');
    expect(sent[0].body).toContain('阳光物业服务有限公司');
    expect(sent[0].body).not.toContain('内部备注');
    expect(sent[1].body).toContain('已改正');
    await world.kernel.outbox.deliver();
    expect((await letters(documentId)).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('mail: what becomes of a suggestion, and why a complaint is none', async () => {
    const suggestion = await desk.lodge({ ...byMail, kind: 'suggestion' });
    await desk.take(world.staff.specialist, suggestion, 'answer', { answerText: '下月加装', way: 'mail' });
    expect((await letters(suggestion)).map(({ body }) => body)).toEqual([expect.stringContaining('下月加装')]);
    const dismissed = await desk.lodge(byMail);
    await desk.take(world.staff.supervisor, dismissed, 'dismiss', { reason: '不属物业管理' });
    expect((await letters(dismissed)).map(({ body }) => body)).toEqual([expect.stringContaining('不属物业管理')]);
  });

  it('a telephone call is recorded and nothing is sent; no message holds a telephone', async () => {
    const documentId = await desk.handled('general', { contactMail: MAIL });
    const { specialist } = world.staff;
    await desk.take(specialist, documentId, 'progress', { message: '已约谈', way: 'phone' });
    await desk.take(specialist, documentId, 'resolve', { result: '已改正', measures: '谈' });
    expect(await letters(documentId)).toEqual([]);
    const told = (await desk.events(documentId)).find(({ action }) => action === 'progress');
    expect(told?.input).toMatchObject({ way: 'phone', message: '已约谈' });
    const { rows, strapi } = world.kernel;
    const { name } = rows.table('plugin::property-desk.outbox-message');
    const outbox = JSON.stringify(await strapi.db.connection(name));
    expect(outbox).not.toContain(TELEPHONE);
  });

  it('mail is refused where no address is known', async () => {
    const documentId = await desk.handled();
    const { status, body } = await desk.act(world.staff.specialist, documentId, 'progress', {
      message: '好',
      way: 'mail',
    });
    expect([status, body.error.details.errors[0].path]).toEqual([400, ['way']]);
  });

  it('addresses are kept sealed and shown masked', async () => {
    const documentId = await desk.lodge(byMail);
    expect((await desk.row(documentId)).contactMail).toMatch(/^pdc1:/);
    const { body, text } = await world.staff.receptionist.client.get(`/property-desk/complaints/${documentId}`);
    expect((body.data?.fields ?? body.fields).contactMail).toBe('w***@example.org');
    expect(text).not.toContain(MAIL);
  });
});
