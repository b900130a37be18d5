import { bootWorld, type World } from '../../testing/world';
import { actOnNotice, approvedNotice, ask, paragraph, publishedNotice, titles } from './testing/feed';

let world: World;
/** Published notices by their titles. */
const ids: Record<string, string> = {};
let second: string;

const HOUR = 3_600_000;
const at = (hours: number) => new Date(world.kernel.clock.now().getTime() + hours * HOUR).toISOString();

beforeAll(async () => {
  world = await bootWorld();
  const { garden, create } = world;
  second = (await create('building', { community: garden.documentId, code: '5', name: '5栋', floors: 6 })).documentId;
  world.kernel.clock.freeze(new Date('2026-11-23T02:00:00Z'));
  const out = async (title: string, more: object = {}) => {
    world.kernel.clock.advance(60_000);
    ids[title] = await publishedNotice(world, { title, ...more });
  };
  await out('Water off', { kind: 'general', buildings: [world.building.documentId] });
  await out('Lift check', { kind: 'reminder', buildings: [second], expiresAt: at(5) });
  await out('Fees due', { kind: 'payment', pinned: true, expiresAt: at(48) });
  await out('Garden fair', { kind: 'activity' });
  await out('Board only', { channels: ['board'], buildings: [second] });
  await approvedNotice(world, { title: 'Not yet out' });
});
afterAll(() => world?.desk.stop());

describe('what front-end sites read', () => {
  it('is what is out, by the portal, pinned first and newest first', async () => {
    expect(await titles(world)).toEqual(['Fees due', 'Garden fair', 'Lift check', 'Water off']);
    const { body } = await ask(world, `/notices/${ids['Lift check']}`).expect(200);
    expect(body.data).toMatchObject({
      documentId: ids['Lift check'],
      title: 'Lift check',
      kind: 'reminder',
      body: paragraph('明日九点至十七点停水,请提前储水。'),
      pinned: false,
      community: { documentId: world.garden.documentId, name: '阳光花园' },
      buildings: [{ documentId: second, name: '5栋' }],
      attachments: [],
      supersedes: null,
    });
    expect(JSON.stringify(body)).not.toMatch(/"(id|state|revision|author|approver)":/);
    await ask(world, `/notices/${ids['Board only']}`).expect(404);
  });

  it.each([
    ['?kind=general,payment', ['Fees due', 'Water off']],
    ['?filters[title]=Water off', ['Water off']],
    ['?filters[title][$eqi]=water OFF', ['Water off']],
    ['?filters[title][$ne]=Water off', ['Fees due', 'Garden fair', 'Lift check']],
    ['?filters[title][$in][0]=Water off&filters[title][$in][1]=Fees due', ['Fees due', 'Water off']],
    ['?filters[title][$notIn]=Water off', ['Fees due', 'Garden fair', 'Lift check']],
    ['?filters[title][$contains]=fair', ['Garden fair']],
    ['?filters[title][$contains]=FAIR', []],
    ['?filters[title][$containsi]=FAIR', ['Garden fair']],
    ['?filters[title][$notContains]=e', ['Water off'].slice(1)],
    ['?filters[title][$startsWith]=Lift', ['Lift check']],
    ['?filters[title][$endsWithi]=DUE', ['Fees due']],
    ['?filters[title][$contains]=%25', []],
    ['?filters[pinned]=true', ['Fees due']],
    ['?filters[pinned][$ne]=true', ['Garden fair', 'Lift check', 'Water off']],
    ['?filters[expiresAt][$null]=true', ['Garden fair', 'Water off']],
    ['?filters[expiresAt][$lt]=2026-11-24', ['Lift check']],
    ['?filters[issuedAt][$gte]=2026-11-23T02:03:00Z', ['Fees due', 'Garden fair']],
    ['?filters[$or][0][kind]=general&filters[$or][1][pinned]=true', ['Fees due', 'Water off']],
    ['?filters[$and][0][kind]=general&filters[$and][1][pinned]=true', []],
    ['?filters[$not][kind]=general', ['Fees due', 'Garden fair', 'Lift check']],
    ['?filters[community][name]=滨江苑', []],
    ['?filters[buildings][name]=3栋', ['Water off']],
    ['?filters[buildings][documentId][$null]=true', ['Fees due', 'Garden fair']],
    ['?sort=title', ['Fees due', 'Garden fair', 'Lift check', 'Water off']],
    ['?sort=title:desc', ['Water off', 'Lift check', 'Garden fair', 'Fees due']],
    ['?sort[0]=expiresAt:asc&sort[1]=title:desc', ['Lift check', 'Fees due', 'Water off', 'Garden fair']],
    ['?pagination[page]=2&pagination[pageSize]=3', ['Water off']],
    ['?pagination[start]=1&pagination[limit]=2', ['Garden fair', 'Lift check']],
  ])('%s', async (query, expected) => {
    expect(await titles(world, encodeURI(query).replaceAll('%2525', '%25'))).toEqual(expected);
  });

  it('goes by community and building; what is for the whole community is for each building of it', async () => {
    const { garden, river, building } = world;
    expect(await titles(world, `?community=${garden.documentId}`)).toHaveLength(4);
    expect(await titles(world, `?community=${river.documentId}`)).toEqual([]);
    expect(await titles(world, `?building=${building.documentId}`)).toEqual(['Fees due', 'Garden fair', 'Water off']);
    expect(await titles(world, `?building=${second}`)).toEqual(['Fees due', 'Garden fair', 'Lift check']);
    await ask(world, '/notices?building=unknown').expect(400);
  });

  it('counts pages as Strapi does, and gives only the fields that were asked for', async () => {
    const { body } = await ask(world, '/notices?pagination[pageSize]=3&fields=title,kind').expect(200);
    expect(body.meta).toEqual({ pagination: { page: 1, pageSize: 3, pageCount: 2, total: 4 } });
    expect(Object.keys(body.data[0])).toEqual(['documentId', 'title', 'kind']);
    const uncounted = await ask(world, '/notices?pagination[limit]=1&pagination[withCount]=false').expect(200);
    expect(uncounted.body.meta).toEqual({ pagination: { start: 0, limit: 1 } });
    const most = await ask(world, '/notices?pagination[pageSize]=5000').expect(200);
    expect(most.body.meta.pagination.pageSize).toBe(100);
  });

  it.each([
    ['zz=1', 'zz'],
    ['populate=*', 'populate'],
    ['filters[state]=draft', 'filters.state'],
    ['filters[approver][email][$contains]=a', 'filters.approver'],
    ['filters[community][telephone]=1', 'filters.community.telephone'],
    ['filters[title][$where]=1', 'filters.title.$where'],
    ['filters[title][$eq][a]=1', 'filters.title.$eq'],
    ['filters[title]=%00', 'filters.title'],
    ['filters[issuedAt][$gt]=yesterday', 'filters.issuedAt.$gt'],
    ['filters[pinned]=maybe', 'filters.pinned'],
    ['filters=1', 'filters'],
    ['filters[$or]=1', 'filters.$or.0'],
    ['sort=body', 'sort.body'],
    ['sort=title:up', 'sort.title'],
    ['sort=title);drop table pd_notices', 'sort.title);drop table pd_notices'],
    ['fields=state', 'fields.state'],
    ['pagination[page]=0', 'pagination.page'],
    ['pagination[page]=1&pagination[start]=1', 'pagination'],
    ['pagination[zz]=1', 'pagination.zz'],
    ['kind=a', 'kind'],
    ['community=%00', 'community'],
  ])('refuses ?%s by name', async (query, name) => {
    const { body } = await ask(world, `/notices?${query}`).expect(400);
    expect(body.error.details.errors.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([name]);
  });
});

describe('what a caller has already', () => {
  it('is told by its tag, the same for the same bytes', async () => {
    const { headers, text } = await ask(world, '/notices').expect(200);
    expect(headers.etag).toMatch(/^"[\w-]{27}"$/);
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'application/json; charset=utf-8' });
    for (const tag of [headers.etag, `W/${headers.etag}`, `"x", ${headers.etag}`, '*']) {
      const again = await ask(world, '/notices', { 'If-None-Match': tag }).expect(304);
      expect(again.text).toBe('');
      expect(again.headers.etag).toBe(headers.etag);
    }
    expect((await ask(world, '/notices', { 'If-None-Match': '"x"' }).expect(200)).text).toBe(text);
    expect((await ask(world, '/notices?pagination[page]=1')).headers.etag).toBe(headers.etag);
    const head = await world.desk.request.head('/api/property-desk/notices').expect(200);
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength(text)));
  });
});

describe('ahead of the chain', () => {
  const PATHS = ['/notices', '/notices?fields=title', '/notices?pagination[page]=2'];
  const CALLERS: Record<string, string>[] = [
    {},
    { Origin: 'https://front.example' },
    { Origin: 'https://other.example', 'Accept-Encoding': 'gzip' },
    { Origin: 'https://front.example', Cookie: '_ga=1' },
  ];

  const plain = ({ status, headers, text }: any) => {
    const { date: _date, ...rest } = headers;
    return { status, headers: rest, text };
  };

  it('says to everybody what the chain says, header for header', async () => {
    for (const path of PATHS)
      for (const headers of CALLERS)
        for (const method of ['get', 'head'] as const)
          for (const tagged of [false, true]) {
            const send = async () => {
              const address = `/api/property-desk${path}`;
              const etag = (await world.desk.request.get(address)).headers.etag as string;
              const asked = tagged ? { ...headers, 'If-None-Match': etag } : headers;
              return plain(await world.desk.request[method](address).set(asked));
            };
            world.kernel.settings.aheadOfChain = false;
            const chain = await send();
            world.kernel.settings.aheadOfChain = true;
            const [first, repeated] = [await send(), await send()];
            expect(chain.status).toBe(tagged ? 304 : 200);
            if (headers.Origin) expect(chain.headers['access-control-allow-origin']).toBe(headers.Origin);
            expect(chain.headers).toHaveProperty('strict-transport-security');
            expect(first).toEqual(chain);
            expect(repeated).toEqual(chain);
          }
  });

  it('is where repeated requests end, and those of somebody do not', async () => {
    const resident = await world.settle(world.household);
    const seen: string[] = [];
    const http = jest
      .spyOn(world.desk.strapi.log, 'http')
      .mockImplementation(((line: string) => seen.push(line)) as any);
    await ask(world, '/notices?fields=number').expect(200);
    await ask(world, '/notices?fields=number').expect(200);
    expect(seen).toHaveLength(1);
    await resident.client.get('/api/property-desk/notices?fields=number').expect(200);
    await ask(world, '/notices?fields=number', { Cookie: 'koa.sess=x' }).expect(200);
    expect(seen).toHaveLength(3);
    await ask(world, '/notices?fields=number', { Authorization: 'Bearer nonsense' }).expect(401);
    http.mockRestore();
  });

  it('ends with the right of the public', async () => {
    await ask(world, '/notices').expect(200);
    const { strapi } = world.desk;
    const rights = strapi.db.query('plugin::users-permissions.permission');
    const all = await rights.findMany({
      where: { action: 'plugin::property-desk.notice.find', role: { type: 'public' } },
      populate: ['role'],
    });
    expect(all).toHaveLength(1);
    await rights.delete({ where: { id: all[0].id } });
    await new Promise((resolve) => setTimeout(resolve, 250));
    await ask(world, '/notices').expect(403);
    await ask(world, `/notices/${ids['Fees due']}`).expect(200);
    await rights.create({ data: { action: all[0].action, role: all[0].role.id } });
    await new Promise((resolve) => setTimeout(resolve, 250));
    await ask(world, '/notices').expect(200);
  });
});

describe('read receipts', () => {
  it('are kept once for each resident to whom the notice is addressed', async () => {
    const resident = await world.settle(world.household, '李雷');
    const read = (title: string) => resident.client.post(`/api/property-desk/notices/${ids[title]}/read`);
    const first = await read('Water off').expect(200);
    world.kernel.clock.advance(1000);
    const again = await read('Water off').send({ data: {} }).expect(200);
    expect(again.body).toEqual(first.body);
    await Promise.all(Array.from({ length: 5 }, () => read('Garden fair').expect(200)));
    await read('Lift check').expect(404);
    await read('Board only').expect(404);
    const rows = await world.desk.strapi.db.query('plugin::property-desk.notice-read').findMany();
    expect(rows).toHaveLength(2);
    await world.desk.request.post(`/api/property-desk/notices/${ids['Water off']}/read`).expect(403);
    await read('Water off').send({ zz: 1 }).expect(400);
  });
});

describe('what changes shows at once', () => {
  it('with the community renamed', async () => {
    await ask(world, '/notices').expect(200);
    const rename = (name: string) =>
      world.desk.strapi
        .documents('plugin::property-desk.community')
        .update({ documentId: world.garden.documentId, data: { name } as never });
    await rename('月光花园');
    const { body } = await ask(world, '/notices').expect(200);
    expect(body.data[0].community.name).toBe('月光花园');
    await rename('阳光花园');
  });

  it('with what is published, and withdrawn', async () => {
    const waiting = await approvedNotice(world, { title: 'Typhoon' });
    expect(await titles(world)).not.toContain('Typhoon');
    await actOnNotice(world, 'supervisor', waiting, 'publish');
    expect(await titles(world)).toContain('Typhoon');
    await ask(world, `/notices/${waiting}`).expect(200);
    await actOnNotice(world, 'supervisor', waiting, 'withdraw', { reason: '台风改道' });
    expect(await titles(world)).not.toContain('Typhoon');
    const { body } = await ask(world, `/notices/${waiting}`, { 'Accept-Language': 'en' }).expect(404);
    expect(body.error).toMatchObject({
      message: 'This notice has been withdrawn',
      details: { reason: '台风改道', supersededBy: null, withdrawnAt: expect.any(String) },
    });
  });

  it('with what has run out by the clock, before anybody marks it', async () => {
    expect(await titles(world)).toContain('Lift check');
    await ask(world, `/notices/${ids['Lift check']}`).expect(200);
    world.kernel.clock.advance(5 * HOUR);
    expect(await titles(world)).not.toContain('Lift check');
    await ask(world, `/notices/${ids['Lift check']}`).expect(404);
  });

  it('not with a transaction that is undone', async () => {
    const version = async () => (await world.kernel.versions.known()).versions.get('notice');
    const before = await version();
    await expect(actOnNotice(world, 'supervisor', ids['Water off'], 'withdraw', {})).rejects.toThrow('400');
    world.kernel.versions.forget();
    expect(await version()).toBe(before);
  });
});
