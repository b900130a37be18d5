import { PASSWORD } from '../inside/furnish.mjs';
import { race, sent, staffLogin } from '../lib/load.mjs';
import { over } from '../lib/report.mjs';
import { startServer } from '../lib/server.mjs';
import { record } from './actions.mjs';

const RESIDENTS = 100_000;

/** The first page of a search among a hundred thousand residents, in every way, against its own statements. */
export const measureSearch = async ({ app, databases, rounds, seconds, profiles }) => {
  const server = await startServer(app, await databases.create());
  try {
    const { url } = server;
    const world = await server.ask('furnish');
    const typed = await server.ask('fillArchive', { residents: RESIDENTS, world });
    const headers = await staffLogin(url, world.staff.receptionist.email, PASSWORD);
    const ask = (query) => ({ server, method: 'POST', headers, path: '/property-desk/search', body: { query } });
    const began = performance.now();
    await sent(url, ask('nobody'));
    console.log(`  keys of ${RESIDENTS} residents made in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    await server.ask('analyse');

    const remembered = { warm: ask('nobody'), nothing: { server, headers, path: '/bare/play/nothing' } };
    const contestants = {};
    const statements = {};
    for (const [way, query] of Object.entries(typed)) {
      const { data } = await sent(url, ask(query));
      if (data.households.length === 0) throw new Error(`nobody is found by ${way}: ${query}`);
      statements[way] = await record(server, way, ask(query), remembered);
      contestants[way] = ask(query);
      contestants[`${way}, its SQL by hand`] = {
        ...ask(query),
        path: `/bare/play/${encodeURIComponent(way)}`,
      };
    }
    contestants['login remembered'] = remembered.nothing;
    const raced = await race(contestants, { rounds, seconds, profiles, warmUp: 200 });
    return {
      unit: 'requests/s',
      measured: raced.rates,
      cpu: raced.cpu,
      ratios: Object.keys(typed).map((way) => ({
        what: `search by ${way}: time ÷ its SQL by hand`,
        ratio: over(raced, `${way}, its SQL by hand`, way).ratio,
        byProcessor: 1 / over(raced, way, `${way}, its SQL by hand`).byProcessor,
        atMost: 2,
      })),
      statements,
    };
  } finally {
    await server.end();
  }
};
