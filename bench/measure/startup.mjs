import { median } from '../lib/load.mjs';
import { startServer } from '../lib/server.mjs';

/** From the start of the process until it listens, on a database that is already set up: without the plugin and with it. */
export const measureStartup = async ({ empty, databases, rounds }) => {
  const variants = {
    'empty app': { ...(await databases.create()), BENCH_PLUGIN: 'off' },
    'with the plugin': await databases.create(),
  };
  const noTimes = () => Object.fromEntries(Object.keys(variants).map((name) => [name, []]));
  const times = noTimes();
  const processor = noTimes();
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, env] of Object.entries(variants)) {
      const server = await startServer(empty, env);
      // The first start makes the tables.
      if (round > 0) {
        times[name].push(server.milliseconds);
        processor[name].push(await server.ask('cpu'));
      }
      await server.end();
    }
  }
  const medians = (all) => Object.fromEntries(Object.entries(all).map(([name, each]) => [name, median(each)]));
  const measured = medians(times);
  const cpu = medians(processor);
  const added = (by) => (by['with the plugin'] - by['empty app']) / 1000;
  return {
    unit: 'ms',
    measured,
    cpu,
    ratios: [
      {
        what: 'start-up: seconds added',
        ratio: added(measured),
        byProcessor: added(cpu),
        atMost: 1,
      },
    ],
  };
};
