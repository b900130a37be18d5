import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { startMailServer } from '../../kernel/outbox/testing/mail-server';
import { bootWorld, type Colleague, type World } from '../../testing/world';

/** Who may look, and who may change what, from the first start on; everybody else is refused before anything is read. */
const MAY: Record<string, string> = {
  'GET /overview': 'MS',
  'GET /changes': 'MS',
  'GET /forms': 'MS',
  'GET /communities': 'MS',
  'POST /communities': '',
  'PUT /communities/x': 'M',
  'POST /communities/x/buildings': 'M',
  'PUT /communities/x/robot': 'M',
  'PUT /buildings/x': 'M',
  'DELETE /buildings/x': 'M',
  'GET /posts': 'MS',
  'POST /posts': 'M',
  'PUT /posts/x': 'M',
  'DELETE /posts/x': 'M',
  'GET /staff': 'MS',
  'POST /staff': 'MS',
  'PUT /staff/x': 'MS',
  'GET /accounts': 'MS',
  'GET /categories/tickets': 'MS',
  'POST /categories/tickets': 'MS',
  'POST /categories/tickets/order': 'MS',
  'PUT /categories/tickets/x': 'MS',
  'DELETE /categories/tickets/x': 'MS',
  'GET /channels': 'MS',
  'POST /channels/mail/test': 'MS',
};
const LETTERS = { manager: 'M', supervisor: 'S', specialist: 'P', receptionist: 'F', engineer: 'E' } as const;

let world: World;
let mail: Awaited<ReturnType<typeof startMailServer>>;
let robot: http.Server;
let robotAddress: string;
let robotSays = '{"errcode":0}';
let heard: { text: string; url: string }[] = [];

beforeAll(async () => {
  mail = await startMailServer();
  robot = http.createServer((request, response) => {
    let text = '';
    request.on('data', (part) => (text += part));
    request.on('end', () => {
      heard.push({ text, url: request.url as string });
      response.end(robotSays);
    });
  });
  await new Promise<void>((resolve) => robot.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(robot.address() as AddressInfo).port}`;
  robotAddress = `${base}/robot?key=very-secret`;
  world = await bootWorld({
    env: {
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(mail.port),
      MAIL_FROM: 'desk@sunshine.example',
    },
  });
  Object.assign(world.kernel.settings, { plainLocal: true, sms: { url: `${base}/sms`, token: 'gateway-token' } });
});
afterAll(async () => {
  await world?.desk.stop();
  robot?.close();
  await mail?.stop();
});

type Method = 'get' | 'post' | 'put' | 'delete';
const call = async (who: { client: Colleague['client'] }, method: Method, path: string, body?: object) => {
  const asked = who.client[method](`/property-desk${path}`).set('Accept-Language', 'zh-Hans');
  const { status, body: answer } = await (body === undefined ? asked : asked.send(body));
  return {
    status,
    data: answer.data,
    message: answer.error?.message as string | undefined,
    fields: (answer.error?.details?.errors ?? []).map((each: { path: string[] }) => each.path.join('.')),
  };
};
const set = (who: { client: Colleague['client'] }, method: Method, path: string, body?: object) =>
  call(who, method, `/settings${path}`, body);
const root = () => world.desk.superAdmin();
const named = async (path: string, name: string) =>
  (await set(world.staff.manager, 'get', path)).data.find((each: { name: string }) => each.name === name);

test('role × call: who lacks the right is refused, who has it gets an answer that is no failure', async () => {
  const wrong: string[] = [];
  for (const [route, who] of Object.entries(MAY)) {
    const [method, path] = route.split(' ');
    for (const [role, letter] of Object.entries(LETTERS)) {
      const body = method === 'GET' || method === 'DELETE' ? undefined : {};
      const { status } = await set(
        world.staff[role as keyof typeof LETTERS],
        method.toLowerCase() as Method,
        path,
        body
      );
      const expected = who.includes(letter) ? [200, 400, 404] : [403];
      if (!expected.includes(status)) wrong.push(`${role} ${route}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
});

describe('a desk that nobody has touched', () => {
  test('begins with the organisation of article 4 and the usual categories', async () => {
    const posts = (await set(await root(), 'get', '/posts')).data;
    const top = posts.find((each: { name: string }) => each.name === '项目经理');
    expect(top).toMatchObject({ role: 'manager', reportsTo: null });
    expect(posts.find((each: { name: string }) => each.name === '客服主管').reportsTo).toBe(top.documentId);
    const categories = (await set(await root(), 'get', '/categories/complaints')).data;
    expect(categories.map((each: { name: string }) => each.name)).toContain('噪音扰民');
  });

  test('takes a repair once there are a community and one member of staff', async () => {
    const admin = await root();
    const made = await set(admin, 'post', '/communities', { input: { name: '新苑', companyName: '阳光物业' } });
    const community = made.data.documentId;
    const post = (await set(admin, 'get', '/posts')).data.find(
      (each: { role: string }) => each.role === 'receptionist'
    );
    const staff = await set(admin, 'post', '/staff', {
      input: { name: '陈前台', post: post.documentId, communities: [community], mail: 'chen@sunshine.example' },
    });
    expect(staff.status).toBe(200);
    const token = new URL(staff.data.invitation, 'http://desk').searchParams.get('registrationToken');
    const password = 'Correct-Horse-7';
    await world.desk.request
      .post('/admin/register')
      .send({ registrationToken: token, userInfo: { firstname: '陈前台', password } })
      .expect(200);
    const client = { client: world.desk.client(await world.desk.adminToken('chen@sunshine.example', password)) };
    const [category] = (await call(client, 'get', '/options/categories')).data;
    const ticket = await call(client, 'post', '/tickets/actions/register', {
      input: {
        community,
        category: category.documentId,
        publicPlace: '大堂',
        description: '灯不亮',
        reporterName: '王先生',
        contactTelephone: '13800005678',
        source: 'phone',
        priority: 'ordinary',
      },
    });
    expect([ticket.status, ticket.message]).toEqual([200, undefined]);
    const { steps } = (await set(admin, 'get', '/first-steps')).data;
    expect(steps.find((each: { step: string }) => each.step === 'ticket').done).toBe(true);
    expect(steps.find((each: { step: string }) => each.step === 'policy').done).toBe(false);
    // Whoever sets nothing up is asked nothing.
    expect((await set(world.staff.engineer, 'get', '/first-steps')).data).toEqual({ steps: [] });
  });
});

describe('communities and buildings', () => {
  test('buildings come as ranges, and those that are there stay', async () => {
    const path = `/communities/${world.garden.documentId}/buildings`;
    const added = await set(world.staff.manager, 'post', path, { input: { buildings: '1-4栋', floors: 18, units: 2 } });
    expect(added.data).toEqual({ added: ['1栋', '2栋', '4栋'], there: ['3栋'] });
    const garden = await named('/communities', '阳光花园');
    expect(garden.buildings.map((each: { name: string }) => each.name)).toEqual(['1栋', '2栋', '3栋', '4栋']);
    expect(garden.buildings[0]).toMatchObject({ floors: 18, units: 2 });
    expect(garden.households).toBe(2);
  });

  test.each([
    [{ buildings: '4-1栋' }, ['buildings']],
    [{ buildings: '主楼' }, ['buildings']],
    [{ buildings: '' }, ['buildings']],
    [{ buildings: '5栋', floors: 0 }, ['floors']],
    [{ buildings: '5栋', lifts: 2 }, ['lifts']],
    [{}, ['buildings']],
  ])('%j is refused by name', async (input, fields) => {
    const path = `/communities/${world.garden.documentId}/buildings`;
    expect(await set(world.staff.manager, 'post', path, { input })).toMatchObject({ status: 400, fields });
  });

  test('a building that nobody lives in may go, another not', async () => {
    const { buildings } = await named('/communities', '阳光花园');
    const of = (name: string) => buildings.find((each: { name: string }) => each.name === name).documentId;
    expect((await set(world.staff.manager, 'delete', `/buildings/${of('4栋')}`)).status).toBe(200);
    expect((await set(world.staff.manager, 'delete', `/buildings/${of('3栋')}`)).status).toBe(400);
  });

  test('what was changed meanwhile is not written over, and no name is given twice', async () => {
    const garden = await named('/communities', '阳光花园');
    const path = `/communities/${garden.documentId}`;
    const facts = { name: '阳光花园', companyName: '阳光物业服务有限公司' };
    const first = { input: { ...facts, address: '阳光路88号' }, updatedAt: garden.updatedAt };
    expect((await set(world.staff.manager, 'put', path, first)).status).toBe(200);
    expect((await set(world.staff.manager, 'put', path, first)).status).toBe(409);
    const taken = await set(world.staff.manager, 'put', path, { input: { ...facts, name: '滨江苑' } });
    expect(taken).toMatchObject({ status: 400, fields: ['name'] });
  });

  test("another community's is not there", async () => {
    const facts = { input: { name: '滨江苑', companyName: '甲' } };
    expect((await set(world.staff.manager, 'put', `/communities/${world.river.documentId}`, facts)).status).toBe(404);
    const names = (await set(world.staff.manager, 'get', '/communities')).data.map(
      (each: { name: string }) => each.name
    );
    expect(names).toEqual(['阳光花园']);
  });
});

describe('posts', () => {
  test('nobody comes to report to themselves, by whatever road', async () => {
    const { manager } = world.staff;
    const [top, under] = [await named('/posts', '项目经理'), await named('/posts', '前台接待')];
    const input = { name: top.name, role: top.role, reportsTo: under.documentId };
    const refused = await set(manager, 'put', `/posts/${top.documentId}`, { input });
    expect(refused).toMatchObject({ status: 400, fields: ['reportsTo'], message: expect.stringContaining('项目经理') });
    const posts = world.desk.strapi.documents('plugin::property-desk.post' as never) as any;
    await expect(
      posts.update({ documentId: top.documentId, data: { reportsTo: top.documentId } })
    ).rejects.toMatchObject({ name: 'ValidationError' });
    expect((await named('/posts', '项目经理')).reportsTo).toBeNull();
  });

  test('two changes that make a circle together: one of them is refused', async () => {
    const { manager } = world.staff;
    const made = async (name: string) =>
      (await set(manager, 'post', '/posts', { input: { name, role: 'engineer' } })).data.documentId as string;
    const [one, other] = [await made('甲岗'), await made('乙岗')];
    const under = (name: string, reportsTo: string) => ({ input: { name, role: 'engineer', reportsTo } });
    const answers = await Promise.all([
      set(manager, 'put', `/posts/${one}`, under('甲岗', other)),
      set(manager, 'put', `/posts/${other}`, under('乙岗', one)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test('a post goes when nobody holds it', async () => {
    const held = await named('/posts', 'engineer');
    const refused = await set(world.staff.manager, 'delete', `/posts/${held.documentId}`);
    expect(refused).toMatchObject({ status: 400, message: expect.stringContaining('3名员工') });
    const free = await named('/posts', '甲岗');
    expect((await set(world.staff.manager, 'delete', `/posts/${free.documentId}`)).status).toBe(200);
  });
});

describe('staff', () => {
  const entered = async (name: string, more: object = {}) => ({
    name,
    post: (await named('/posts', '前台接待')).documentId,
    communities: [world.garden.documentId],
    ...more,
  });

  test('nobody fills a post above their own, changes a superior, or lends people to other communities', async () => {
    const { supervisor, manager } = world.staff;
    const above = (await named('/posts', '项目经理')).documentId;
    const asked = async (more: object) => set(supervisor, 'post', '/staff', { input: await entered('李', more) });
    expect(await asked({ post: above })).toMatchObject({ status: 400, fields: ['post'] });
    expect(await asked({ communities: [world.river.documentId] })).toMatchObject({
      status: 400,
      fields: ['communities'],
    });
    expect(await asked({ communities: [] })).toMatchObject({ status: 400, fields: ['communities'] });
    const input = await entered('新名', { active: true });
    expect((await set(supervisor, 'put', `/staff/${manager.staff.documentId}`, { input })).status).toBe(403);
    expect(
      (await set(supervisor, 'put', `/staff/${world.elsewhere.engineer.staff.documentId}`, { input })).status
    ).toBe(404);
  });

  test("a login takes Strapi's own rights", async () => {
    const asked = async (who: { client: Colleague['client'] }, more: object) =>
      set(who, 'post', '/staff', { input: await entered('周', more) });
    expect(await asked(world.staff.supervisor, { mail: 'zhou@sunshine.example' })).toMatchObject({
      status: 400,
      fields: ['mail'],
    });
    const admin = await root();
    expect(await asked(admin, { mail: 'nobody' })).toMatchObject({ status: 400, fields: ['mail'] });
    expect(await asked(admin, { mail: 'chen@sunshine.example' })).toMatchObject({ status: 400, fields: ['mail'] });
    const free = await world.desk.admin('engineer', { firstname: '空闲' });
    const { accounts } = (await set(admin, 'get', '/accounts')).data;
    const login = accounts.find((each: { name: string }) => each.name.includes(free.email));
    expect((await set(world.staff.supervisor, 'get', '/accounts')).data).toMatchObject({
      accounts: [],
      mayChoose: false,
    });
    expect((await asked(admin, { account: login.documentId })).status).toBe(200);
    expect(await asked(admin, { account: login.documentId })).toMatchObject({ status: 400, fields: ['account'] });
    // The login has the role of another post: said, so that somebody puts it right.
    expect((await named('/staff', '周')).account).toMatchObject({ email: free.email, roleFits: false });
  });

  test('who owes something is handed over first; where else somebody works stays', async () => {
    const { manager } = world.staff;
    const owing = await world.hire('engineer', [world.garden, world.river], '欠师傅');
    const { receptionist } = world.staff;
    const ticket = (await call(receptionist, 'post', '/tickets/actions/register', { input: world.call() })).data;
    const dispatched = await call(receptionist, 'post', `/tickets/${ticket.documentId}/actions/dispatch`, {
      input: {
        assignee: owing.staff.documentId,
        promisedAt: new Date(world.kernel.clock.now().getTime() + 4 * 3_600_000).toISOString(),
      },
      revision: ticket.revision,
    });
    expect(dispatched.status).toBe(200);
    const path = `/staff/${owing.staff.documentId}`;
    const input = await entered('欠师傅', { post: (await named('/posts', 'engineer')).documentId });
    const refused = await set(manager, 'put', path, { input: { ...input, active: false } });
    expect(refused).toMatchObject({ status: 400, fields: ['active'] });
    expect((await set(manager, 'put', path, { input: { ...input, active: true } })).status).toBe(200);
    const all = (await set(await root(), 'get', '/staff')).data;
    const now = all.find((each: { name: string }) => each.name === '欠师傅');
    expect(now.communities.map((each: { name: string }) => each.name).sort()).toEqual(['滨江苑', '阳光花园'].sort());
    expect((await named('/staff', '欠师傅')).communities).toHaveLength(1);
  });
});

describe('categories', () => {
  test('are added, renamed, put in order, taken out of use and, unless used, deleted', async () => {
    const { supervisor } = world.staff;
    const path = '/categories/tickets';
    const added = await set(supervisor, 'post', path, { input: { name: '智能充电桩', hours: 6 } });
    expect(await set(supervisor, 'post', path, { input: { name: '智能充电桩' } })).toMatchObject({
      status: 400,
      fields: ['name'],
    });
    const one = `${path}/${added.data.documentId}`;
    expect((await set(supervisor, 'put', one, { input: { name: '充电桩', active: true } })).status).toBe(200);
    const all = (await set(supervisor, 'get', path)).data.map((each: { documentId: string }) => each.documentId);
    expect(all.at(-1)).toBe(added.data.documentId);
    const order = [all.at(-1), ...all.slice(0, -1)];
    expect((await set(supervisor, 'post', `${path}/order`, { order: order.slice(1) })).status).toBe(400);
    expect((await set(supervisor, 'post', `${path}/order`, { order })).status).toBe(200);
    const offered = async () => (await call(supervisor, 'get', '/options/categories')).data;
    expect((await offered())[0]).toMatchObject({ name: '充电桩' });
    expect((await set(supervisor, 'put', one, { input: { name: '充电桩', active: false } })).status).toBe(200);
    expect((await offered())[0]).not.toMatchObject({ name: '充电桩' });
    expect((await set(supervisor, 'delete', one)).status).toBe(200);
    expect((await set(supervisor, 'delete', one)).status).toBe(404);
  });

  test('one that a case is filed under stays, and may be retired', async () => {
    const { receptionist, supervisor } = world.staff;
    const ticket = await call(receptionist, 'post', '/tickets/actions/register', { input: world.call() });
    expect(ticket.status).toBe(200);
    const one = `/categories/tickets/${world.category.documentId}`;
    expect(await set(supervisor, 'delete', one)).toMatchObject({
      status: 400,
      message: expect.stringMatching(/已有\d件在用/),
    });
    // The installation begins with a category of that very name.
    expect(await set(supervisor, 'put', one, { input: { name: '水电', active: false } })).toMatchObject({
      status: 400,
      fields: ['name'],
    });
    expect((await set(supervisor, 'put', one, { input: { name: '旧水电', active: false } })).status).toBe(200);
    expect((await named('/categories/tickets', '旧水电')).used).toBeGreaterThan(0);
  });

  test('an unknown kind is not there', async () => {
    expect((await set(world.staff.supervisor, 'get', '/categories/wishes')).status).toBe(404);
  });
});

describe('channels', () => {
  const test_ = (channel: string, body: object, who: { client: Colleague['client'] } = world.staff.supervisor) =>
    set(who, 'post', `/channels/${channel}/test`, body);

  test('say how they stand, and nothing secret', async () => {
    await set(world.staff.manager, 'put', `/communities/${world.garden.documentId}/robot`, {
      input: { wecomRobot: robotAddress },
    });
    const { data } = await set(world.staff.supervisor, 'get', '/channels');
    const of = (channel: string) => data.find((each: { channel: string }) => each.channel === channel);
    expect(of('mail')).toMatchObject({ mode: 'on', host: '127.0.0.1', port: mail.port, from: 'desk@sunshine.example' });
    expect(of('wecom').robots).toEqual([expect.objectContaining({ name: '阳光花园', robot: true })]);
    expect(of('sms')).toMatchObject({ mode: 'on', login: true });
    expect(JSON.stringify(data)).not.toMatch(/very-secret|gateway-token/);
  });

  test('a test mail arrives, and what a server refuses is said in words', async () => {
    const sent = await test_('mail', { to: 'chief@sunshine.example' });
    expect(sent.data).toMatchObject({ sent: true, error: null });
    expect(mail.taken.at(-1)?.mail.to).toMatchObject({ text: 'chief@sunshine.example' });
    mail.be('refuse');
    const refused = await test_('mail', { to: 'chief@sunshine.example' });
    mail.be('take');
    expect(refused.data).toMatchObject({ sent: false, message: expect.stringMatching(/[一-龥]/) });
    expect(refused.data.error).not.toContain('chief@');
  });

  test('a robot and a gateway are tried too', async () => {
    heard = [];
    expect((await test_('wecom', { community: world.garden.documentId })).data).toMatchObject({ sent: true });
    robotSays = '{"errcode":93000}';
    expect((await test_('wecom', { community: world.garden.documentId })).data).toMatchObject({ sent: false });
    robotSays = '{"errcode":0}';
    expect((await test_('sms', { to: '138 0000-5678' })).data).toMatchObject({ sent: true });
    expect(heard.map(({ url }) => url)).toEqual(['/robot?key=very-secret', '/robot?key=very-secret', '/sms']);
    expect(JSON.parse(heard[2].text).to).toBe('13800005678');
  });

  test.each([
    ['mail', { to: 'nobody' }, 400, ['to']],
    ['mail', { to: 'a@example.org', cc: 'b@example.org' }, 400, ['cc']],
    ['mail', {}, 400, ['to']],
    ['sms', { to: 'abcdef' }, 400, ['to']],
    ['wecom', { community: 'abc' }, 400, ['community']],
    ['wecom', {}, 400, ['community']],
    ['pigeon', {}, 404, []],
  ])('%s with %j is refused', async (channel, body, status, fields) => {
    expect(await test_(channel, body)).toMatchObject({ status, fields });
  });

  test.each([
    ['https://evil.example/robot', 'wecomRobot'],
    ['http://qyapi.weixin.qq.com/robot', 'wecomRobot'],
    ['https://me:you@qyapi.weixin.qq.com/', 'wecomRobot'],
    ['群机器人', 'wecomRobot'],
  ])('no robot lives at %s', async (wecomRobot, field) => {
    const path = `/communities/${world.garden.documentId}/robot`;
    expect(await set(world.staff.manager, 'put', path, { input: { wecomRobot } })).toMatchObject({
      status: 400,
      fields: [field],
    });
  });

  test('nobody tries all day', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 13; n += 1)
      statuses.push((await test_('mail', { to: 'a@example.org' }, world.staff.manager)).status);
    expect(statuses.slice(0, 12)).toEqual(Array(12).fill(200));
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('templates of notices', () => {
  const list = async () => (await call(world.staff.supervisor, 'get', '/notices/templates/all')).data;
  const wording = (more: object = {}) => ({
    name: '消防演练',
    kind: 'activity',
    title: '关于{日期}消防演练的通知',
    body: [{ type: 'paragraph', children: [{ type: 'text', text: '请各位住户参加。' }] }],
    channels: ['portal', 'board'],
    pinned: false,
    active: true,
    ...more,
  });

  test("the office adds its own, rewords and retires the product's, and goes back", async () => {
    const { supervisor, receptionist } = world.staff;
    expect((await call(receptionist, 'post', '/notices/templates', { input: wording() })).status).toBe(403);
    const added = await call(supervisor, 'post', '/notices/templates', { input: wording() });
    expect(await call(supervisor, 'post', '/notices/templates', { input: wording() })).toMatchObject({
      status: 400,
      fields: ['name'],
    });
    const offered = async () =>
      (await call(receptionist, 'get', '/notices/templates')).data.map((each: { name: string }) => each.name);
    expect(await offered()).toContain('消防演练');
    const [usual] = await list();
    const own = wording({ name: usual.name, active: false });
    expect((await call(supervisor, 'put', `/notices/templates/${usual.key}`, { input: own })).status).toBe(200);
    expect(await offered()).not.toContain(usual.name);
    expect((await list())[0]).toMatchObject({ key: usual.key, usual: true, changed: true, active: false });
    expect((await call(supervisor, 'delete', `/notices/templates/${usual.key}`)).status).toBe(200);
    expect((await list())[0]).toMatchObject({ title: usual.title, changed: false, active: true });
    expect((await call(supervisor, 'delete', `/notices/templates/${added.data.key}`)).status).toBe(200);
    expect((await call(supervisor, 'delete', `/notices/templates/${added.data.key}`)).status).toBe(404);
    expect(await call(supervisor, 'post', '/notices/templates', { input: wording({ body: '停水' }) })).toMatchObject({
      status: 400,
    });
  });
});

describe('who changed what', () => {
  interface Told {
    by: string;
    what: string;
    action: string;
    name: string;
    part: string | null;
    changes: Record<string, { from: unknown; to: unknown }>;
  }
  const told = async (who: { client: Colleague['client'] } = world.staff.manager): Promise<Told[]> =>
    (await set(who, 'get', '/changes?limit=100')).data;

  test('is on the record: the person, the setting, before and after, and no secret', async () => {
    const all = await told();
    expect(all).toContainEqual(
      expect.objectContaining({
        by: 'manager',
        what: 'community',
        action: 'add-building',
        part: '2栋',
        name: '阳光花园',
      })
    );
    const address = all.find(({ changes }) => 'address' in changes && changes.address.to === '阳光路88号');
    expect(address).toMatchObject({ by: 'manager', what: 'community', action: 'change' });
    expect(all.find(({ what, part }) => what === 'channel' && part === 'mail')).toBeDefined();
    expect(all.find(({ what }) => what === 'notice-template')?.by).toBe('supervisor');
    expect(JSON.stringify(all)).not.toMatch(/very-secret|chief@/);
  });

  test('by the Content Manager too, with the communities of staff by name', async () => {
    const admin = await root();
    const { documentId } = world.staff.engineer2.staff;
    await admin.client
      .put(`/content-manager/collection-types/plugin::property-desk.staff-member/${documentId}`)
      .send({ communities: { connect: [{ documentId: world.river.documentId }] } })
      .expect(200);
    const [latest] = await told();
    expect(latest).toMatchObject({ what: 'staff-member', action: 'change', name: '钱师傅' });
    expect(latest.changes.communities).toMatchObject({
      from: [{ name: '阳光花园' }],
      to: [{ name: '阳光花园' }, { name: '滨江苑' }],
    });
    expect(latest.by).not.toBe('');
  });

  test("another community's changes are not one's own", async () => {
    const elsewhere = await told(world.elsewhere.supervisor);
    expect(elsewhere.filter(({ what }) => what === 'community').map(({ name }) => name)).not.toContain('阳光花园');
    expect(elsewhere.some(({ what }) => what === 'post')).toBe(true);
  });
});

test('no call fails, whatever it is sent', async () => {
  const bodies = [
    null,
    [],
    'x',
    { input: 7 },
    { input: { name: '\u0000' } },
    { input: null, updatedAt: {} },
    { to: 5 },
  ];
  const ids = ['x', encodeURIComponent('\u0000'), '..%2f', 'a'.repeat(300)];
  const wrong: string[] = [];
  for (const [route, who] of Object.entries(MAY)) {
    if (!who.includes('M')) continue;
    const [method, path] = route.split(' ');
    for (const id of path.includes('/x') ? ids : [''])
      for (const body of method === 'POST' || method === 'PUT' ? bodies : [undefined]) {
        const asked = world.staff.manager.client[method.toLowerCase() as Method](
          `/property-desk/settings${path.replace('/x', `/${id}`)}`
        ).set('Content-Type', 'application/json');
        const { status } = await (body === undefined ? asked : asked.send(JSON.stringify(body)));
        if (status >= 500) wrong.push(`${route} ${id} ${JSON.stringify(body)}: ${status}`);
      }
  }
  expect(wrong).toEqual([]);
});
