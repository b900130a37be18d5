import { PASSWORD } from '../inside/furnish.mjs';
import { race, residentLogin, sent } from '../lib/load.mjs';
import { over } from '../lib/report.mjs';
import { startServer } from '../lib/server.mjs';

const COUNT = 20;
const OURS = `/api/property-desk/notices?kind=outage&pagination[pageSize]=${COUNT}`;
const STOCK =
  `/api/stock-notices?filters[state]=published&filters[kind]=outage&sort[0]=pinned:desc&sort[1]=issuedAt:desc` +
  `&pagination[pageSize]=${COUNT}`;
const ORIGIN = { origin: 'https://front.example' };

/** Answers one more time and says with what: headers and bytes as a browser has them. */
const seen = async ({ url }, path, headers) => {
  const response = await fetch(url + path, { headers: { ...ORIGIN, ...headers } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  const given = Object.fromEntries([...response.headers].filter(([name]) => name !== 'date'));
  return { headers: given, text: await response.text() };
};

/** The public feed of notices with their bodies: stock's `find`, ours through the whole chain, and ahead of it. */
export const measureFeed = async ({ app, databases, rounds, seconds, profiles }) => {
  const env = await databases.create();
  const server = await startServer(app, env);
  try {
    const { community, resident } = await server.ask('furnish');
    await server.ask('fillNotices', { count: COUNT, community: community.id });
    const login = await residentLogin(server.url, resident.email, PASSWORD);
    const stock = await sent(server.url, { path: STOCK });
    const ours = await sent(server.url, { path: OURS });
    const numbers = ({ data }) => data.map(({ number }) => number).join();
    if (ours.data.length !== COUNT || numbers(ours) !== numbers(stock)) throw new Error('stock answers another feed');

    await server.ask('aheadOfChain', false);
    const chain = await seen(server, OURS);
    await server.ask('aheadOfChain', true);
    await seen(server, OURS);
    const ahead = await seen(server, OURS);
    if (JSON.stringify(ahead) !== JSON.stringify(chain)) throw new Error('ahead of the chain something else is said');
    const has = { 'if-none-match': ahead.headers.etag };

    const of = (path, headers = {}) => ({ server, path, headers: { ...ORIGIN, ...headers } });
    const options = { rounds, seconds, connections: 8, lean: true };
    await server.ask('aheadOfChain', false);
    const slow = await race(
      {
        stock: of(STOCK),
        'whole chain, anybody': of(OURS),
        'whole chain, a resident': of(OURS, login),
        'stock, a resident': of(STOCK, login),
      },
      { ...options, profiles }
    );
    await server.ask('aheadOfChain', true);
    const fast = await race(
      {
        'stock again': of(STOCK),
        'ahead of the chain': of(OURS),
        'ahead, not modified': { ...of(OURS, has), status: 304 },
      },
      { ...options, profiles }
    );
    const all = { rates: { ...slow.rates, ...fast.rates }, cpu: { ...slow.cpu, ...fast.cpu } };
    return {
      unit: 'requests/s',
      measured: all.rates,
      cpu: all.cpu,
      ratios: [
        { what: 'whole chain, anybody ÷ stock', ...over(all, 'whole chain, anybody', 'stock'), atLeast: 10 },
        {
          what: 'whole chain, a resident ÷ stock',
          ...over(all, 'whole chain, a resident', 'stock, a resident'),
          atLeast: 10,
        },
        { what: 'ahead of the chain ÷ stock', ...over(all, 'ahead of the chain', 'stock again'), atLeast: 100 },
        {
          what: 'not modified ÷ ahead of the chain',
          ...over(all, 'ahead, not modified', 'ahead of the chain'),
          atLeast: 1,
        },
      ],
    };
  } finally {
    await server.end();
  }
};
