import { PASSWORD } from '../inside/furnish.mjs';
import { median, sent, staffLogin } from '../lib/load.mjs';
import { startServer } from '../lib/server.mjs';
import { record } from './actions.mjs';

const label = (count) => (count >= 1_000_000 ? `${count / 1_000_000}M` : `${count / 1000}k`);

/** The execution map over a year and over a month of it, against its own statements sent by hand. */
export const measureMap = async ({ app, databases, sizes, rounds }) => {
  const count = sizes.at(-1);
  const size = label(count);
  const server = await startServer(app, await databases.create());
  try {
    const { url } = server;
    const world = await server.ask('furnish');
    const periods = await server.ask('fillYear', { count, world });
    const headers = await staffLogin(url, world.staff.supervisor.email, PASSWORD);
    const call = ({ from, to }) => ({ server, headers, path: `/property-desk/compliance?from=${from}&to=${to}` });
    const remembered = { warm: call(periods.month), nothing: { server, headers, path: '/bare/play/nothing' } };
    const { data } = await sent(url, call(periods.year));
    if (data.total.opened < count * 0.99) throw new Error(`the map is not as it should be: ${data.total.opened}`);

    const measured = {};
    const ratios = [];
    for (const [name, period] of Object.entries(periods)) {
      await record(server, name, call(period), remembered);
      const [ours, byHand] = [[], []];
      // The first round of each warms it up.
      for (let round = 0; round <= Math.max(rounds, 5); round += 1) {
        const began = performance.now();
        await sent(url, call(period));
        const time = performance.now() - began;
        const played = await server.ask('timedPlay', name);
        if (round > 0) {
          ours.push(time);
          byHand.push(played);
        }
      }
      measured[`map of a ${name}, ${size}`] = median(ours);
      measured[`map of a ${name}, ${size}, its SQL by hand`] = median(byHand);
      ratios.push({
        what: `map of a ${name} over ${size}: time ÷ its SQL by hand`,
        ratio: median(ours) / median(byHand),
        ...(name === 'year' ? { atMost: 1.2 } : {}),
      });
    }
    const [index, scan] = [[], []];
    for (let round = 0; round <= Math.max(rounds, 5); round += 1) {
      const times = await server.ask('figures', { ...periods.month, community: world.community.id });
      if (round > 0) {
        index.push(times.index);
        scan.push(times.scan);
      }
    }
    measured[`one figure of a month, ${size}, from the index`] = median(index);
    measured[`one figure of a month, ${size}, from the table`] = median(scan);
    ratios.push({
      what: `one figure of a month over ${size}: table ÷ index`,
      ratio: median(scan) / median(index),
      atLeast: 5,
    });
    return { unit: 'ms', measured, ratios };
  } finally {
    await server.end();
  }
};
