import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { runFolder, type Client, type Machine, type Person } from '@harness';
import { bootWorld, type World } from '../../src/plugins/property-desk/server/src/testing/world';
import { JPEG, PNG } from '../../src/plugins/property-desk/server/src/kernel/files/testing/samples';
import { publishedNotice } from '../../src/plugins/property-desk/server/src/modules/notice/testing/feed';
import { addressOf, namedFields, pluginRoutes, sendRaw, type Answer, type PluginRoute } from './routes';
import { quietly } from './quiet';
import { snapshotOf } from './snapshot';
import { HOSTILE_BODIES, HOSTILE_IDS, HOSTILE_QUERIES, WRONG_VALUES } from './values';

let world: World;
let routes: PluginRoute[];
let admin: Person;
let resident: Person;
let integration: Machine;
/** Tickets of the world, by what they are for. */
const ticket: Record<'own' | 'working' | 'done' | 'elsewhere' | 'neighbours', string> = {} as never;
let inquiry: string;
/** Complaints of the world, and a preventive action. */
const complaint: Record<'own' | 'handled' | 'elsewhere' | 'neighbours', string> = {} as never;
let prevention: string;
/** Requests of accounts to be tied to a household; the own one has been cancelled, so that nothing moves it. */
const binding: Record<'own' | 'elsewhere' | 'neighbours', string> = {} as never;
let study: string;
let loan: string;
let notice: string;
let policy: string;
/** Minutes in the archive, and what somebody took on there. */
let minutes: string;
let item: string;
let before: Record<string, string>;
let logged: string[] = [];

const at = (hours: number) => new Date(world.kernel.clock.now().getTime() + hours * 3_600_000).toISOString();

const must = async (answer: Promise<{ status: number; body: any; text: string }>) => {
  const { status, body, text } = await answer;
  if (status >= 300) throw new Error(`${status}: ${text}`);
  return body.data.documentId as string;
};

beforeAll(async () => {
  // A private store of its own: other tests fill theirs meanwhile.
  world = await bootWorld({ env: { PROPERTY_DESK_TEST_FOLDER: fs.mkdtempSync(path.join(runFolder(), 'hostile-')) } });
  logged = quietly(world.desk.strapi);
  const { desk, staff, elsewhere, garden, river, household, neighbour, category, create, settle, call } = world;
  routes = pluginRoutes(desk.strapi);
  admin = await desk.superAdmin();
  resident = await settle(household);
  integration = await desk.apiToken();
  await create('token-binding', { tokenName: integration.name, communities: [garden.documentId] });
  const other = await settle(neighbour, '李四', '13900001111');

  const register = (client: Client, input: object) =>
    must(client.post('/property-desk/tickets/actions/register').send({ input }) as never);
  const act = (client: Client, id: string, action: string, input: object) =>
    must(client.post(`/property-desk/tickets/${id}/actions/${action}`).send({ input }) as never);
  const submit = (client: Client) =>
    must(
      client.post('/api/property-desk/tickets').send({
        data: {
          category: category.documentId,
          description: '灯不亮',
          reporterName: '王小明',
          contactTelephone: '13800005678',
        },
      }) as never
    );

  ticket.own = await submit(resident.client);
  ticket.neighbours = await submit(other.client);
  ticket.working = await register(staff.receptionist.client, call());
  ticket.done = await register(staff.receptionist.client, call({ description: '门禁坏了' }));
  for (const id of [ticket.working, ticket.done]) {
    await act(staff.receptionist.client, id, 'dispatch', {
      assignee: staff.engineer.staff.documentId,
      promisedAt: at(4),
    });
    await act(staff.engineer.client, id, 'start', {});
  }
  await act(staff.engineer.client, ticket.done, 'complete', { workDone: '修好了' });
  ticket.elsewhere = await register(
    elsewhere.receptionist.client,
    call({ community: river.documentId, household: undefined, publicPlace: '大门' })
  );
  inquiry = await must(
    staff.receptionist.client.post('/property-desk/inquiries/actions/ask').send({
      input: {
        community: garden.documentId,
        question: '几点供暖',
        reporterName: '王小明',
        contactTelephone: '13800005678',
        promisedAt: at(5),
      },
    }) as never
  );
  const noise = await create('complaint-category', { name: '噪音扰民', code: 'noise', active: true });
  const words = { kind: 'complaint', content: '楼上拍球', reporterName: '王小明', contactTelephone: '13800005678' };
  const complain = (client: Client) =>
    must(client.post('/api/property-desk/complaints').send({ data: words }) as never);
  const lodge = (client: Client, input: object) =>
    must(client.post('/property-desk/complaints/actions/lodge').send({ input: { ...words, ...input } }) as never);
  complaint.own = await complain(resident.client);
  complaint.neighbours = await complain(other.client);
  const taken = { source: 'phone', publicPlace: '大门' };
  complaint.handled = await lodge(staff.receptionist.client, { ...taken, community: garden.documentId });
  complaint.elsewhere = await lodge(elsewhere.receptionist.client, { ...taken, community: river.documentId });
  await must(
    staff.receptionist.client.post(`/property-desk/complaints/${complaint.handled}/actions/classify`).send({
      input: {
        severity: 'general',
        category: noise.documentId,
        reason: '初次',
        handler: staff.specialist.staff.documentId,
        promisedAt: at(24),
      },
    }) as never
  );
  prevention = await must(
    staff.supervisor.client.post('/property-desk/preventive-actions/actions/plan').send({
      input: {
        community: garden.documentId,
        what: '张贴公约',
        owner: staff.engineer.staff.documentId,
        promisedAt: at(24),
      },
    }) as never
  );
  const claim = { room: '3-2-501', kind: 'owner', name: '王小明', telephone: '13800005678' };
  const bind = (client: Client, { documentId: community }: { documentId: string }) =>
    must(client.post('/api/property-desk/me/binding').send({ data: { ...claim, community } }) as never);
  binding.own = await bind(resident.client, garden);
  await must(resident.client.post(`/api/property-desk/me/binding/${binding.own}/cancel`).send({ data: {} }) as never);
  binding.neighbours = await bind(other.client, garden);
  binding.elsewhere = await bind(other.client, river);
  const now = world.kernel.clock.now();
  const ended = { title: '投诉', state: 'archived', revision: 9, community: garden.id, endedAt: now };
  const taught = await desk.strapi.db.transaction(({ trx }) =>
    world.kernel.rows.insert(trx, 'plugin::property-desk.complaint', { ...ended, number: 'TS-0' }, now)
  );
  study = await must(
    staff.supervisor.client.post('/property-desk/case-studies/actions/draft').send({
      input: { community: garden.documentId, complaint: taught.documentId, facts: '楼上拍球' },
    }) as never
  );
  const key = await create('key', { community: garden.documentId, number: 'K-001', name: '配电房' });
  loan = await must(
    staff.engineer.client.post('/property-desk/loans/actions/request').send({
      input: { community: garden.documentId, itemType: 'key', item: key.documentId, purpose: '检修' },
    }) as never
  );
  notice = await publishedNotice(world);
  // One that nobody goes on with: nothing that is asked of it may move it.
  const lead = staff.supervisor.client;
  const input = { community: garden.documentId, from: 'default' };
  policy = await must(lead.post('/property-desk/policies/actions/draft').send({ input }) as never);
  await must(lead.post(`/property-desk/policies/${policy}/actions/discard`).send({ input: {} }) as never);
  const agreed = { what: '更换门禁读头', owner: staff.engineer.staff.documentId, promisedAt: at(24) };
  minutes = await must(
    lead.post('/property-desk/documents/actions/file').send({
      input: { community: garden.documentId, kind: 'minutes', title: '例会纪要', date: '2026-11-20' },
    }) as never
  );
  item = await must(
    lead
      .post('/property-desk/action-items/actions/take-on')
      .send({ input: { community: garden.documentId, minutes, ...agreed } }) as never
  );
  // Strangers are counted by the hour: here they come by the thousand.
  world.kernel.settings.strangersPerHour = { lodge: 1_000_000, follow: 1_000_000 };
  world.kernel.settings.bindingsPerHour = 1_000_000;
  await desk.drain();
  before = await snapshotOf(desk.strapi);
});

afterEach(async () => {
  await world.desk.drain();
  expect(await snapshotOf(world.desk.strapi)).toEqual(before);
});
afterAll(() => world?.desk.stop());

/** A real case for the route's parameters, so that it is the rest of the request which is wrong: by what the path says. */
const realIds = (route: PluginRoute) => {
  const known: [RegExp, string][] = [
    [/\/inquiries/, inquiry],
    [/\/preventive-actions/, prevention],
    [/\/documents/, minutes],
    [/\/action-items/, item],
    [/\/case-studies/, study],
    [/\/loans/, loan],
    [/\/households/, world.household.documentId],
    [/\/notices/, notice],
    [/\/policies/, policy],
    [/\/bindings?\//, binding.own],
    [/\/complaints/, route.front ? complaint.own : complaint.handled],
    [/\/staff\//, world.staff.engineer.staff.documentId],
    [/./, route.front ? ticket.own : ticket.working],
  ];
  const [, documentId] = known.find(([path]) => path.test(route.path)) as [RegExp, string];
  return { documentId, file: 'unknownfile', part: 'vehicle' };
};

const clientFor = (route: PluginRoute): Client =>
  !route.front ? admin.client : route.path.includes('/integrations/') ? integration.client : resident.client;

const fault = (what: string, { status, text }: Answer) =>
  `${what}: answered ${status} ${text?.slice(0, 200)}${status >= 500 ? ` because of ${logged.at(-1)?.slice(0, 600)}` : ''}`;

const complaints = (): {
  list: string[];
  expectRefused(what: string, answer: Answer, statuses?: number[]): void;
  expectNoFault(what: string, answer: Answer): void;
} => {
  const list: string[] = [];
  const shape = (what: string, { status, body, text }: Answer) => {
    if (status >= 400 && !(body?.error?.status === status && typeof body.error.message === 'string' && body.error.name))
      list.push(`${what}: ${status} without Strapi's error shape: ${text.slice(0, 200)}`);
  };
  return {
    list,
    expectRefused(what, answer, statuses) {
      if (answer.status < 400 || answer.status >= 500 || (statuses && !statuses.includes(answer.status)))
        list.push(fault(what, answer));
      else shape(what, answer);
    },
    expectNoFault(what, answer) {
      if (answer.status >= 500) list.push(fault(what, answer));
      else shape(what, answer);
    },
  };
};

const label = (route: PluginRoute) => `${route.method.toUpperCase()} ${route.path}`;

/**
 * The actions of a case type read their requests by one and the same code: each of them gets a third of the hostile
 * values, so that together they get all. Every other route gets all of them.
 */
const sharedOut = <T>(values: T[], { path: address }: PluginRoute, turn: number): T[] =>
  address.includes('/actions/') ? values.filter((_, index) => index % 3 === turn % 3) : values;

it('knows every route', () => {
  expect(routes.length).toBeGreaterThan(60);
  expect(routes.filter(({ front }) => front).length).toBeGreaterThan(8);
  expect(new Set(routes.map(label)).size).toBe(routes.length);
});

/** What anybody may call on the content API, signed in or not. */
const isPublic = ({ front, path: address }: PluginRoute) =>
  front &&
  /\/(complaint-categories|complaints\/(anonymous|follow(\/\w+)?)|notices(\/:documentId)?|policy)$/.test(address);

it('answers nobody, and nobody with a false token', async () => {
  const { list, expectRefused } = complaints();
  const send = (client: Client, route: PluginRoute) =>
    sendRaw(client, route, addressOf(route, realIds(route)), route.method === 'get' ? undefined : '{}');
  for (const route of routes) {
    // On the content API Strapi takes whoever sends no login for its role Public, which holds none of these rights.
    if (!isPublic(route)) expectRefused(label(route), await send(world.desk.request, route), [route.front ? 403 : 401]);
    for (const token of ['nonsense', 'a.b.c'])
      expectRefused(label(route), await send(world.desk.client(token), route), [401]);
  }
  expect(list).toEqual([]);
});

it('does not mistake one kind of caller for another', async () => {
  const { list, expectRefused } = complaints();
  // The categories are for every front end that was given them.
  for (const route of routes.filter((each) => !each.path.endsWith('/ticket-categories') && !isPublic(each))) {
    const body = route.method === 'get' ? undefined : '{"input":{},"data":{}}';
    const strangers = route.front
      ? [admin.client, ...(route.path.includes('/integrations/') ? [resident.client] : [integration.client])]
      : [resident.client, integration.client];
    for (const client of strangers)
      expectRefused(label(route), await sendRaw(client, route, addressOf(route, realIds(route)), body), [401, 403]);
  }
  expect(list).toEqual([]);
});

it('refuses bodies that are none', async () => {
  const { list, expectRefused } = complaints();
  // The body of a DELETE is read by nobody.
  for (const [turn, route] of routes.filter(({ method }) => method === 'post' || method === 'put').entries())
    for (const { what, body, type, statuses } of sharedOut(HOSTILE_BODIES, route, turn))
      expectRefused(
        `${label(route)} with ${what}`,
        await sendRaw(clientFor(route), route, addressOf(route, realIds(route)), body, type),
        statuses
      );
  expect(list).toEqual([]);
});

it('refuses identifiers that name nothing', async () => {
  const { list, expectRefused } = complaints();
  for (const [turn, route] of routes.filter(({ params }) => params.length > 0).entries())
    for (const param of route.params)
      for (const [what, id] of sharedOut(Object.entries(HOSTILE_IDS), route, turn)) {
        const address = addressOf(route, { ...realIds(route), [param]: id });
        const body = route.method === 'get' ? undefined : '{"input":{},"data":{}}';
        expectRefused(
          `${label(route)} with ${what} as ${param}`,
          await sendRaw(clientFor(route), route, address, body)
        );
      }
  expect(list).toEqual([]);
});

it('answers 404 for what belongs to others, whatever is asked of it', async () => {
  const { list, expectRefused } = complaints();
  for (const route of routes.filter(
    ({ params, path }) => params.includes('documentId') && /\/(tickets|complaints|bindings?)\//.test(path)
  )) {
    // Input comes before the case, so the forms are left empty where they may be.
    const body = route.method === 'get' ? undefined : '{"input":{"reason":"x"},"data":{"reason":"x"}}';
    const of = /\/bindings?\//.test(route.path) ? binding : route.path.includes('/complaints/') ? complaint : ticket;
    const foreign = route.front ? [of.neighbours, of.elsewhere] : [of.elsewhere];
    const client = route.front ? resident.client : world.staff.supervisor.client;
    for (const documentId of foreign)
      expectRefused(
        label(route),
        await sendRaw(client, route, addressOf(route, { documentId, file: 'x' }), body),
        route.method === 'get' ? [404] : [400, 403, 404]
      );
  }
  expect(list).toEqual([]);
});

it('names the query parameter that is wrong', async () => {
  const { list, expectNoFault } = complaints();
  for (const route of routes.filter(({ method }) => method === 'get'))
    for (const query of HOSTILE_QUERIES) {
      const answer = await sendRaw(clientFor(route), route, `${addressOf(route, realIds(route))}?${query}`);
      expectNoFault(`${label(route)} with ?${query.slice(0, 60)}`, answer);
      // What a list does not understand it refuses by name, instead of answering something else.
      const paged =
        /\/(tickets|inquiries|complaints|preventive-actions|case-studies|loans|obligations|bindings?)$/.test(
          route.path
        ) ||
        (route.front && route.path.endsWith('/notices'));
      const name = query.split(/[=[]/)[0];
      // The library goes by a category's name, and whatever was said may be one.
      if (route.path.endsWith('/case-studies') && name === 'category') continue;
      const named = namedFields(answer).some((field) => field === name || field.startsWith(`${name}.`));
      if (paged && name !== '__proto__' && !(answer.status === 400 && named))
        list.push(`${label(route)} with ?${query.slice(0, 60)}: ${answer.status} names ${namedFields(answer).join()}`);
    }
  expect(list).toEqual([]);
});

describe('the forms of actions', () => {
  interface Form {
    route: PluginRoute;
    address: string;
    wrap: (input: unknown, revision?: unknown) => object;
    fields: string[];
    under: string;
  }

  const forms = (): Form[] =>
    routes.flatMap((route): Form[] => {
      const address = addressOf(route, realIds(route));
      const found = /^(?:\/api)?\/property-desk\/([a-z-]+)\/(?::documentId\/)?actions\/([a-z-]+)(\/bulk)?$/.exec(
        route.path
      );
      const fieldsOf = (type: string, action: string) =>
        Object.keys(world.kernel.definition(type)!.actions[action].input.shape);
      if (route.method !== 'post') return [];
      if (found) {
        const fields = fieldsOf(found[1], found[2]);
        return found[3]
          ? []
          : [
              {
                route,
                address,
                fields,
                under: '',
                wrap: (input, revision) => ({ input, ...(revision === undefined ? {} : { revision }) }),
              },
            ];
      }
      // The fields that a route fills in itself, or does not know, are left out.
      const front: Record<string, [string, string, string[]?]> = {
        '/api/property-desk/tickets': ['ticket', 'submit', ['community', 'household']],
        '/api/property-desk/tickets/:documentId/rate': ['ticket', 'rate'],
        '/api/property-desk/tickets/:documentId/cancel': ['ticket', 'cancel'],
        '/api/property-desk/integrations/tickets': ['ticket', 'submit'],
        '/api/property-desk/integrations/inquiries': ['inquiry', 'ask'],
        '/api/property-desk/complaints': [
          'complaint',
          'lodge',
          ['community', 'household', 'anonymous', 'source', 'praised'],
        ],
        '/api/property-desk/complaints/:documentId/rate': ['complaint', 'rate'],
        '/api/property-desk/complaints/:documentId/withdraw': ['complaint', 'withdraw'],
        '/api/property-desk/complaints/anonymous': [
          'complaint',
          'lodge',
          [
            'household',
            'anonymous',
            'source',
            'praised',
            'reporterName',
            'contactTelephone',
            'contactMail',
            'contactWay',
          ],
        ],
        '/api/property-desk/complaints/follow/rate': ['complaint', 'rate'],
        '/api/property-desk/complaints/follow/withdraw': ['complaint', 'withdraw'],
        '/api/property-desk/integrations/complaints': ['complaint', 'lodge', ['source', 'praised']],
        '/api/property-desk/me/binding': ['binding', 'request'],
        '/api/property-desk/me/binding/:documentId/cancel': ['binding', 'cancel'],
        '/api/property-desk/me/binding/:documentId/unbind': ['binding', 'unbind'],
      };
      const action = front[route.path];
      if (!action) return [];
      const [type, name, filledIn = []] = action;
      const fields = fieldsOf(type, name).filter((field) => !filledIn.includes(field));
      return [{ route, address, fields, under: 'data', wrap: (data) => ({ data }) }];
    });

  it('cover every action', () => {
    const actions = [...world.kernel.definitions.values()]
      .flatMap(({ actions }) => Object.entries(actions))
      // Files are attached by a route of their own.
      .filter(([name, { who }]) => name !== 'attach' && who.staff);
    expect(forms().filter(({ route }) => !route.front)).toHaveLength(actions.length);
    expect(forms().filter(({ route }) => route.front)).toHaveLength(15);
  });

  it('name the field that is wrong', async () => {
    const { list, expectRefused } = complaints();
    for (const { route, address, wrap, fields } of forms())
      for (const field of fields)
        for (const [what, value] of Object.entries(WRONG_VALUES)) {
          // Yes is what a switch takes.
          if (
            value === true &&
            [
              'anonymous',
              'publishCase',
              'confirmed',
              'public',
              'pinned',
              'otherHome',
              'plain',
              'removeAccount',
            ].includes(field)
          )
            continue;
          // What a rule's value may be depends on the rule, which is not named here.
          if (field === 'value' && ['boolean', 'number'].includes(typeof value)) continue;
          const where = `${label(route)} with ${what} as ${field}`;
          const answer = await sendRaw(clientFor(route), route, address, JSON.stringify(wrap({ [field]: value })));
          expectRefused(where, answer, [400]);
          if (!namedFields(answer).some((path) => path.split('.')[0] === field))
            list.push(`${where}: names ${namedFields(answer).join()}`);
        }
    expect(list).toEqual([]);
  });

  it('name the field that is unknown, and what is missing', async () => {
    const { list, expectRefused } = complaints();
    for (const { route, address, wrap } of forms()) {
      for (const name of ['zz', 'state', 'id', 'number', 'constructor', 'toString', '__proto__']) {
        // Whoever follows by a secret code names the number.
        if (name === 'number' && route.path.includes('/follow')) continue;
        const body = JSON.stringify(wrap({})).replace(/"(input|data)":\{\}/, `"$1":{"${name}":"x"}`);
        const answer = await sendRaw(clientFor(route), route, address, body);
        expectRefused(`${label(route)} with ${name}`, answer, [400]);
        if (name !== '__proto__' && !namedFields(answer).includes(name))
          list.push(`${label(route)} with ${name}: names ${namedFields(answer).join()}`);
      }
      for (const input of [[], 'x', 7, true, [{}]]) {
        const answer = await sendRaw(clientFor(route), route, address, JSON.stringify(wrap(input)));
        expectRefused(`${label(route)} with ${JSON.stringify(input)} as input`, answer, [400]);
      }
    }
    expect(list).toEqual([]);
  });

  it('refuse a revision that is none', async () => {
    const { list, expectRefused } = complaints();
    for (const { route, address, wrap } of forms().filter(
      ({ route: { front, path } }) => !front && path.includes(':documentId')
    ))
      for (const revision of [-1, 0, 1.5, '1', null, [], {}, true, 9007199254740991, 2147483648, 1e300]) {
        const answer = await sendRaw(clientFor(route), route, address, JSON.stringify(wrap({ reason: 'x' }, revision)));
        expectRefused(`${label(route)} with revision ${String(revision)}`, answer, [400]);
      }
    expect(list).toEqual([]);
  });

  it('refuse batches that are none', async () => {
    const { list, expectRefused } = complaints();
    const items = [
      undefined,
      null,
      'x',
      {},
      [],
      [null],
      ['x'],
      [7],
      [{}],
      [{ documentId: 7 }],
      [{ documentId: ticket.working, revision: -1 }],
      [{ documentId: ticket.working, revision: 9007199254740991 }],
      [{ documentId: ticket.working, revision: 'x' }],
      [{ documentId: 'a\u0000' }],
      Array.from({ length: 101 }, () => ({ documentId: ticket.working })),
      [{ documentId: ticket.working, zz: 1 }],
    ];
    for (const route of routes.filter(({ path }) => path.endsWith('/bulk'))) {
      for (const each of items) {
        const answer = await sendRaw(admin.client, route, route.path, JSON.stringify({ items: each, input: {} }));
        expectRefused(`${label(route)} with ${JSON.stringify(each)?.slice(0, 80)}`, answer, [400]);
        if (!namedFields(answer).some((path) => path.startsWith('items')))
          list.push(`${label(route)}: names ${namedFields(answer).join()}`);
      }
      // A case that does not exist is that line's result.
      const answer = await sendRaw(
        world.staff.supervisor.client,
        route,
        route.path,
        JSON.stringify({ items: [{ documentId: ticket.elsewhere }, { documentId: 'unknown' }], input: { zz: 1 } })
      );
      const lines = (answer.body as unknown as { data?: { ok: boolean; error: { status: number } }[] }).data;
      if (!lines || lines.some(({ ok, error }) => ok || error.status < 400 || error.status >= 500))
        list.push(`${label(route)}: ${answer.text}`);
    }
    expect(list).toEqual([]);
  });
});

it('withstands whatever JSON there is', async () => {
  const { list, expectRefused } = complaints();
  const posts = routes.filter(({ method }) => method !== 'get');
  const json = fc.object({
    key: fc.oneof(
      fc.constantFrom(
        'input',
        'data',
        'items',
        'query',
        'type',
        'documentId',
        'field',
        'reason',
        'to',
        'community',
        'category',
        'revision',
        '__proto__',
        'constructor',
        ''
      ),
      fc.string({ unit: 'binary' })
    ),
    values: [
      fc.boolean(),
      fc.maxSafeInteger(),
      fc.double(),
      fc.string({ unit: 'binary' }),
      fc.constant('\u0000'),
      fc.constant('\ud800'),
      fc.constantFrom(ticket.own, ticket.elsewhere),
    ],
    maxDepth: 3,
  });
  await fc.assert(
    fc.asyncProperty(fc.nat(posts.length - 1), json, async (index, body) => {
      const route = posts[index];
      // One key too many: nothing of this may be taken.
      const answer = await sendRaw(
        clientFor(route),
        route,
        addressOf(route, realIds(route)),
        JSON.stringify({ ...body, zz: 1 })
      );
      expectRefused(`${label(route)} with ${JSON.stringify(body)}`, answer, [400, 404]);
      expect(list).toEqual([]);
    }),
    { numRuns: 300, interruptAfterTimeLimit: 20_000 }
  );
});

describe('files', () => {
  const upload = (client: Client, path: string, files: [string, Buffer, string][]) =>
    files.reduce(
      (request, [field, content, name]) => request.attach(field, content, name),
      client.post(path).set('Accept-Language', 'en')
    );
  const bad: [string, [string, Buffer, string][]][] = [
    ['none', []],
    ['an empty one', [['files', Buffer.alloc(0), 'a.jpg']]],
    ['a script that says it is a picture', [['files', Buffer.from('<script>alert(1)</script>'), 'a.jpg']]],
    ['an SVG', [['files', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg']]],
    ['a program', [['files', Buffer.from('MZ\u0090\u0000'), 'a.png']]],
    ['thirteen', Array.from({ length: 13 }, (_, index) => ['files', JPEG, `${index}.jpg`])],
    ['one too large', [['files', Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]), 'a.png']]],
    [
      'a good one and a bad one',
      [
        ['files', JPEG, 'a.jpg'],
        ['files', Buffer.from('text'), 'b.jpg'],
      ],
    ],
    ['another field', [['file', JPEG, 'a.jpg']]],
    ['a field named __proto__', [['__proto__', JPEG, 'a.jpg']]],
    [
      'a second field',
      [
        ['files', JPEG, 'a.jpg'],
        ['data', JPEG, 'a.jpg'],
      ],
    ],
  ];

  it('are refused unless they are what they must be', async () => {
    const { list, expectRefused } = complaints();
    const places: [Client, string][] = [
      [admin.client, `/property-desk/tickets/${ticket.working}/files`],
      [resident.client, `/api/property-desk/tickets/${ticket.own}/photos`],
    ];
    for (const [client, path] of places)
      for (const [what, files] of bad)
        expectRefused(`${path}: ${what}`, (await upload(client, path, files)) as never, [400, 413]);
    expect(list).toEqual([]);
  });

  it('are taken by no other route', async () => {
    const { list, expectRefused } = complaints();
    for (const route of routes.filter(({ method, path }) => method === 'post' && !/\/(files|photos)$/.test(path))) {
      const answer = await upload(clientFor(route), addressOf(route, realIds(route)), [['files', JPEG, 'a.jpg']])
        .field('input', '{}')
        .field('data', '{}');
      expectRefused(label(route), answer as never);
    }
    expect(list).toEqual([]);
  });

  it('leave nothing behind when the case does not take them', async () => {
    const places: [Client, string, number][] = [
      [world.staff.engineer2.client, `/property-desk/tickets/${ticket.working}/files`, 403],
      [world.staff.supervisor.client, `/property-desk/tickets/${ticket.elsewhere}/files`, 404],
      [resident.client, `/api/property-desk/tickets/${ticket.neighbours}/photos`, 404],
    ];
    for (const [client, path, status] of places)
      expect((await upload(client, path, [['files', JPEG, 'a.jpg']])).status).toBe(status);
  });
});
