import { median } from '../lib/load.mjs';
import { startServer } from '../lib/server.mjs';

/** From the start of the process until it listens, on a database that is already set up: without the plugin and with it. */
export const measureStartup = async ({ app, databases, rounds }) => {
  const variants = {
    'empty app': { ...(await databases.create()), BENCH_PLUGIN: 'off' },
    'with the plugin': await databases.create(),
  };
  const times = Object.fromEntries(Object.keys(variants).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, env] of Object.entries(variants)) {
      const server = await startServer(app, env);
      // The first start makes the tables.
      if (round > 0) times[name].push(server.milliseconds);
      await server.end();
    }
  }
  const measured = Object.fromEntries(Object.entries(times).map(([name, each]) => [name, median(each)]));
  return {
    unit: 'ms',
    measured,
    ratios: [
      {
        what: 'start-up: seconds added',
        ratio: (measured['with the plugin'] - measured['empty app']) / 1000,
        atMost: 1,
      },
    ],
  };
};
