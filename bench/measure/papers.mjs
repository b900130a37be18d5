import { PASSWORD } from '../inside/furnish.mjs';
import { median, race, staffLogin } from '../lib/load.mjs';
import { startServer } from '../lib/server.mjs';

const BATCH = 100;

/** Work orders as Word documents: one at a time over HTTP, and a hundred as a zip. */
export const measurePapers = async ({ app, databases, rounds, seconds, profiles }) => {
  const server = await startServer(app, await databases.create());
  try {
    const { url } = server;
    const world = await server.ask('furnish');
    await server.ask('fillTickets', { count: 1000, open: 500, world, stock: false });
    const headers = await staffLogin(url, world.staff.supervisor.email, PASSWORD);
    const response = await fetch(`${url}/property-desk/tickets?limit=${BATCH}`, { headers });
    const ids = (await response.json()).data.map(({ documentId }) => documentId);
    let next = 0;
    const { rates, cpu } = await race(
      {
        'one work order': {
          server,
          headers,
          path: () => `/property-desk/tickets/${ids[(next += 1) % ids.length]}/print`,
        },
      },
      { rounds, seconds, profiles, connections: 2 }
    );
    const batches = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      const zip = await fetch(`${url}/property-desk/tickets/print?ids=${ids.join(',')}`, { headers });
      if (!zip.ok) throw new Error(`the zip answered ${zip.status}`);
      await zip.arrayBuffer();
      batches.push((ids.length * 1000) / (performance.now() - began));
    }
    return {
      unit: 'work orders/s',
      cpu,
      measured: { ...rates, 'in a zip of 100': median(batches) },
      ratios: [
        { what: 'work orders a second', ratio: rates['one work order'], atLeast: 60 },
        { what: 'work orders a second, zip', ratio: median(batches), atLeast: 60 },
      ],
    };
  } finally {
    await server.end();
  }
};
