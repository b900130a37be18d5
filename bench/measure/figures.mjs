import { PASSWORD } from '../inside/furnish.mjs';
import { median, sent, staffLogin } from '../lib/load.mjs';
import { startServer } from '../lib/server.mjs';
import { record } from './actions.mjs';

const COUNT = 100_000;
const OPEN = 500;

/** The figures of today and of a month among a hundred thousand tickets of a year, against their own statements. */
export const measureFigures = async ({ app, databases, rounds }) => {
  const server = await startServer(app, await databases.create());
  try {
    const { url } = server;
    const world = await server.ask('furnish');
    await server.ask('fillTickets', { count: COUNT, open: OPEN, world, stock: false });
    await server.ask('fillObligations', { count: COUNT, world });
    const periods = await server.ask('spreadYear');
    const headers = await staffLogin(url, world.staff.supervisor.email, PASSWORD);
    const call = ({ from, to }) => ({ server, headers, path: `/property-desk/figures?from=${from}&to=${to}` });
    const remembered = { warm: call(periods.today), nothing: { server, headers, path: '/bare/play/nothing' } };
    const { data } = await sent(url, call(periods.month));
    if (data.total.in < COUNT / 15) throw new Error(`the figures are not as they should be: ${data.total.in}`);

    const measured = {};
    const ratios = [];
    for (const [name, period] of Object.entries(periods)) {
      await record(server, `figures-${name}`, call(period), remembered);
      const [ours, byHand] = [[], []];
      // The first round of each warms it up.
      for (let round = 0; round <= Math.max(rounds, 9); round += 1) {
        const began = performance.now();
        await sent(url, call(period));
        const time = performance.now() - began;
        const played = await server.ask('timedPlay', `figures-${name}`);
        if (round > 0) {
          ours.push(time);
          byHand.push(played);
        }
      }
      measured[`figures of ${name}, 100k tickets`] = median(ours);
      measured[`figures of ${name}, 100k tickets, their SQL by hand`] = median(byHand);
      ratios.push({
        what: `figures of ${name} over 100k tickets: time ÷ their SQL by hand`,
        ratio: median(ours) / median(byHand),
        ...(name === 'month' ? { atMost: 1.5 } : {}),
      });
    }
    return { unit: 'ms', measured, ratios };
  } finally {
    await server.end();
  }
};
