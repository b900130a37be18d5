import { median } from '../lib/load.mjs';
import { startServer } from '../lib/server.mjs';

const DUE = 100;

/** The clock's round with 100 broken promises, as the number of all promises grows. */
export const measureSweep = async ({ app, databases, sizes, rounds }) => {
  const [few, many] = [sizes[0], sizes.at(-1)];
  const servers = new Map();
  try {
    const worlds = new Map();
    for (const count of [few, many]) {
      const server = await startServer(app, await databases.create());
      servers.set(count, server);
      worlds.set(count, await server.ask('furnish'));
      await server.ask('fillObligations', { count, world: worlds.get(count) });
    }
    const times = new Map([...servers.keys()].map((count) => [count, []]));
    // The first round of each warms it up.
    for (let round = 0; round <= Math.max(rounds, 5); round += 1) {
      for (const [count, server] of servers) {
        await server.ask('fillObligations', { due: DUE, world: worlds.get(count) });
        const { broken, milliseconds } = await server.ask('sweep');
        if (broken !== DUE) throw new Error(`the sweep marked ${broken} of ${DUE}`);
        if (round > 0) times.get(count).push(milliseconds);
      }
    }
    const [short, long] = [median(times.get(few)), median(times.get(many))];
    return {
      unit: 'ms',
      measured: { [`${DUE} due among ${few}`]: short, [`${DUE} due among ${many}`]: long },
      ratios: [{ what: `sweep: time among ${many} ÷ time among ${few}`, ratio: long / short, atMost: 2 }],
    };
  } finally {
    await Promise.all([...servers.values()].map((server) => server.end()));
  }
};
