import { PASSWORD } from '../inside/furnish.mjs';
import { race, sent, staffLogin } from '../lib/load.mjs';
import { over } from '../lib/report.mjs';
import { startServer } from '../lib/server.mjs';
import { record } from './actions.mjs';

const OPEN = 500;
const LIMIT = 25;
/** Of the 400 that the filter leaves. */
const DEEP = 15;

const label = (count) => (count >= 1_000_000 ? `${count / 1_000_000}M` : `${count / 1000}k`);

const stockPath = (category, page) =>
  '/content-manager/collection-types/api::stock-ticket.stock-ticket?' +
  `page=${page}&pageSize=${LIMIT}&sort=dueAt:ASC&filters[$and][0][state][$eq]=accepted` +
  `&filters[$and][1][category][id][$eq]=${category}`;

/** One database with its tickets, its server, and the requests of the three contestants. */
const prepare = async ({ app, databases }, count, stock) => {
  const server = await startServer(app, await databases.create());
  const { url } = server;
  const world = await server.ask('furnish');
  await server.ask('fillTickets', { count, open: OPEN, world, stock });
  const headers = await staffLogin(url, world.staff.receptionist.email, PASSWORD);
  const ours = (cursor) => ({
    server,
    headers,
    path:
      `/property-desk/tickets?state=accepted&category=${world.categories[0].documentId}&limit=${LIMIT}` +
      (cursor ? `&cursor=${cursor}` : ''),
  });
  let cursor = null;
  for (let page = 1; page < DEEP; page += 1) cursor = (await sent(url, ours(cursor))).meta.nextCursor;
  const empty = { server, headers, path: '/bare/empty' };
  const remembered = { warm: ours(), nothing: { server, headers, path: '/bare/play/nothing' } };
  const statements = await record(server, 'first', ours(), remembered);
  await record(server, 'deep', ours(cursor), remembered);
  const { data, meta } = await sent(url, ours(cursor));
  if (data.length !== LIMIT || meta.total !== 400) throw new Error(`the queue is not as it should be: ${meta.total}`);
  if (stock) {
    const { results, pagination } = await sent(url, { headers, path: stockPath(world.categories[0].id, DEEP) });
    const other = results.map(({ number }) => number).join();
    if (pagination.total !== 400 || other !== data.map(({ number }) => number).join())
      throw new Error(`stock answers another page: ${pagination.total} ${other}`);
  }
  const size = label(count);
  const of = (page, at) => ({
    [`${page} page at ${size}`]: ours(at),
    [`${page} page at ${size}, bare`]: { server, headers, path: `/bare/play/${page}` },
  });
  return {
    server,
    statements,
    contestants: {
      ...of('first', null),
      ...of('deep', cursor),
      [`empty route at ${size}`]: empty,
      [`login remembered at ${size}`]: remembered.nothing,
    },
    stock: stock
      ? {
          [`first page at ${size}, stock`]: { server, headers, path: stockPath(world.categories[0].id, 1) },
          [`deep page at ${size}, stock`]: { server, headers, path: stockPath(world.categories[0].id, DEEP) },
        }
      : {},
  };
};

/** The work queue's page as the number of tickets grows, the same 500 of them open. */
export const measureQueue = async ({ sizes, rounds, seconds, profiles, ...options }) => {
  const prepared = [];
  try {
    for (const count of sizes) {
      const began = performance.now();
      prepared.push(await prepare(options, count, count <= 100_000));
      console.log(`  ${label(count)} tickets made in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    }
    // The same page at every size, one after the other: that is what is compared.
    const together = (what) => {
      const lists = prepared.map(({ [what]: some }) => Object.entries(some));
      return Object.fromEntries(lists[0].flatMap((_, at) => lists.flatMap((list) => list.slice(at, at + 1))));
    };
    const fast = await race(together('contestants'), { rounds, seconds, profiles });
    // Apart from the others and in longer rounds: one page may take a second.
    const slow = await race(together('stock'), {
      rounds: Math.min(rounds, 3),
      seconds: Math.max(seconds, 2),
      warmUp: 40,
      profiles,
    });
    const raced = { rates: { ...fast.rates, ...slow.rates }, cpu: { ...fast.cpu, ...slow.cpu } };
    const names = sizes.map(label);
    const ratios = ['first', 'deep'].flatMap((page) => [
      ...names.map((size) => ({
        what: `${page} page at ${size}: ours ÷ bare route`,
        ...over(raced, `${page} page at ${size}`, `${page} page at ${size}, bare`),
        atLeast: 0.6,
      })),
      ...names
        .filter((size) => raced.rates[`${page} page at ${size}, stock`])
        .map((size) => ({
          what: `${page} page at ${size}: ours ÷ stock`,
          ...over(raced, `${page} page at ${size}`, `${page} page at ${size}, stock`),
          ...(size === '100k' ? { atLeast: 50 } : {}),
        })),
      ...names.slice(1).map((size) => ({
        what: `${page} page: time at ${size} ÷ time at ${names[0]}`,
        ...over(raced, `${page} page at ${names[0]}`, `${page} page at ${size}`),
        atMost: 1.5,
      })),
    ]);
    // The most that any page behind Strapi's own login could reach.
    for (const size of names.filter((each) => raced.rates[`first page at ${each}, stock`]))
      ratios.push({
        what: `an empty route behind Strapi's login at ${size} ÷ stock`,
        ...over(raced, `empty route at ${size}`, `first page at ${size}, stock`),
      });
    return {
      unit: 'requests/s',
      measured: raced.rates,
      cpu: raced.cpu,
      ratios,
      statements: prepared[0].statements,
    };
  } finally {
    await Promise.all(prepared.map(({ server }) => server.end()));
  }
};
