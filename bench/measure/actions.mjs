import { PASSWORD } from '../inside/furnish.mjs';
import { race, residentLogin, sent, staffLogin } from '../lib/load.mjs';
import { over } from '../lib/report.mjs';
import { startServer } from '../lib/server.mjs';

const STOCK = '/content-manager/collection-types/api::stock-ticket.stock-ticket';

/**
 * Records what one request sends to the database, without its login, for the bare route to play.
 * @param warm a request of the plugin's own, after which the login is remembered
 * @param nothing a route behind the same login that does nothing else
 */
export const record = async (server, name, request, { warm, nothing }, series) => {
  await sent(server.url, warm);
  await server.ask('listen');
  await sent(server.url, nothing);
  const login = await server.ask('heard');
  await server.ask('listen');
  await sent(server.url, request);
  return server.ask('keep', { name, login, series });
};

/** Processor time of stock over ours, each less what its own login costs. */
const beyond = ({ cpu }, name, who) => {
  const stock = cpu[`stock create, ${who}`] - cpu[`empty route, ${who}`];
  const byProcessor = stock / (cpu[name] - cpu[`login remembered, ${who}`]);
  return { ratio: byProcessor, byProcessor };
};

/** The record that stock creates: what `register` makes, with what the desk works out handed in ready-made. */
const stockRecord = ({ community, building, households, categories }) => ({
  number: 'BX-20260101-0001',
  title: `${households[0].name} ${categories[0].name}`,
  state: 'accepted',
  revision: 1,
  dueAt: '2026-11-23T10:00:00.000Z',
  community: community.documentId,
  household: households[0].documentId,
  building: building.documentId,
  place: households[0].name,
  category: categories[0].documentId,
  categoryName: categories[0].name,
  description: '厨房水管漏水',
  source: 'phone',
  priority: 'ordinary',
  reporterName: '王小明',
  contactTelephone: '13800005678',
  acceptedAt: '2026-11-23T10:00:00.000Z',
  rework: 0,
  followUpAttempts: 0,
});

/** Actions over HTTP against stock's create and against the bare statements, under the same login. */
export const measureActions = async ({ app, databases, rounds, seconds, profiles }) => {
  const server = await startServer(app, await databases.create());
  try {
    const { url } = server;
    const world = await server.ask('furnish');
    const { community, households, categories, staff, resident } = world;
    const desk = await staffLogin(url, staff.receptionist.email, PASSWORD);
    const home = await residentLogin(url, resident.email, PASSWORD);
    const count = 20_000;
    const series = await server.ask('series', { count, world });
    const contact = { reporterName: '王小明', contactTelephone: '13800005678', description: '厨房水管漏水' };
    const post = (headers, path, body) => ({ server, method: 'POST', headers, path, body });
    const relations = (connect) => ({ connect: [{ documentId: connect }] });
    const record_ = stockRecord(world);
    const stockInManager = {
      ...record_,
      ...Object.fromEntries(
        ['community', 'household', 'building', 'category'].map((name) => [name, relations(record_[name])])
      ),
    };

    const register = post(desk, '/property-desk/tickets/actions/register', {
      input: {
        ...contact,
        community: community.documentId,
        household: households[0].documentId,
        category: categories[0].documentId,
        source: 'phone',
        priority: 'ordinary',
      },
    });
    const ticket = (n) => `${series.documentId.slice(0, 17)}${String(n).padStart(7, '0')}`;
    const dispatchBody = {
      revision: 1,
      input: { assignee: staff.engineer.documentId, promisedAt: new Date(Date.now() + 7_200_000).toISOString() },
    };
    const dispatch = (n) => post(desk, `/property-desk/tickets/${ticket(n)}/actions/dispatch`, dispatchBody);
    const submit = post(home, '/api/property-desk/tickets', {
      data: { ...contact, category: categories[0].documentId },
    });
    const stockAdmin = post(desk, STOCK, stockInManager);
    const stockHome = post(home, '/api/stock-tickets', { data: record_ });
    const emptyAdmin = { server, path: '/bare/empty', headers: desk };
    const emptyHome = { server, path: '/api/bare/empty', headers: home };
    const rememberedAdmin = {
      warm: { path: '/property-desk/desk', headers: desk },
      nothing: { server, path: '/bare/play/nothing', headers: desk },
    };
    const rememberedHome = {
      warm: { path: '/api/property-desk/tickets', headers: home },
      nothing: { server, path: '/api/bare/play/nothing', headers: home },
    };

    const statements = {
      register: await record(server, 'register', register, rememberedAdmin),
      dispatch: await record(server, 'dispatch', dispatch(0), rememberedAdmin, { ...series, from: count / 2 }),
      submit: await record(server, 'submit', submit, rememberedHome),
    };
    // Whatever is refused is told with its reason.
    for (const request of [stockAdmin, stockHome]) await sent(url, request);
    let next = 0;
    const raced = await race(
      {
        register,
        'register, bare': post(desk, '/bare/play/register', register.body),
        dispatch: { ...dispatch(0), path: () => dispatch((next += 1)).path },
        'dispatch, bare': post(desk, '/bare/play/dispatch', dispatchBody),
        'stock create, staff': stockAdmin,
        'empty route, staff': emptyAdmin,
        'login remembered, staff': rememberedAdmin.nothing,
        submit,
        'submit, bare': post(home, '/api/bare/play/submit', submit.body),
        'stock create, resident': stockHome,
        'empty route, resident': emptyHome,
        'login remembered, resident': rememberedHome.nothing,
      },
      { rounds, seconds, profiles }
    );
    const of = (name, stock) => [
      { what: `${name}: action ÷ stock create`, ...over(raced, name, `stock create, ${stock}`), atLeast: 3 },
      { what: `${name}: action ÷ bare route`, ...over(raced, name, `${name}, bare`), atLeast: 0.5 },
      // What both pay before either does anything, taken off: no target, but what the server can be held to.
      { what: `${name}: action ÷ stock create, without the login`, ...beyond(raced, name, stock) },
    ];
    // The most that anything behind Strapi's own login could reach.
    const ceiling = (who) => ({
      what: `an empty route behind Strapi's login ÷ stock create, ${who}`,
      ...over(raced, `empty route, ${who}`, `stock create, ${who}`),
    });
    return {
      unit: 'requests/s',
      measured: raced.rates,
      cpu: raced.cpu,
      ratios: [
        ...of('register', 'staff'),
        ...of('dispatch', 'staff'),
        ...of('submit', 'resident'),
        ceiling('staff'),
        ceiling('resident'),
      ],
      statements,
    };
  } finally {
    await server.end();
  }
};
