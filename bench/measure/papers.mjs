import { PASSWORD } from '../inside/furnish.mjs';
import { median, race, staffLogin } from '../lib/load.mjs';
import { startServer } from '../lib/server.mjs';

const BATCH = 100;

/** A notice of two pages. */
const noticeIn = (community) => ({
  community: community.documentId,
  title: '关于二次供水水箱清洗期间临时停水的通知',
  kind: 'general',
  channels: ['portal'],
  body: Array.from({ length: 12 }, (_, at) => ({
    type: 'paragraph',
    children: [{ type: 'text', text: `${at + 1}. ${'为保障业主用水安全，定于下周对水箱进行清洗消毒。'.repeat(3)}` }],
  })),
});

/** Work orders as Word documents: one at a time over HTTP, and a hundred as a zip; notices of two pages. */
export const measurePapers = async ({ app, databases, rounds, seconds, profiles }) => {
  const server = await startServer(app, await databases.create());
  try {
    const { url } = server;
    const world = await server.ask('furnish');
    await server.ask('fillTickets', { count: 1000, open: 500, world, stock: false });
    const headers = await staffLogin(url, world.staff.supervisor.email, PASSWORD);
    const response = await fetch(`${url}/property-desk/tickets?limit=${BATCH}`, { headers });
    const ids = (await response.json()).data.map(({ documentId }) => documentId);
    const draft = await fetch(`${url}/property-desk/notices/actions/draft`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ input: noticeIn(world.community) }),
    });
    if (!draft.ok) throw new Error(`the draft answered ${draft.status}`);
    const notice = (await draft.json()).data.documentId;
    let next = 0;
    const { rates, cpu } = await race(
      {
        'one work order': {
          server,
          headers,
          path: () => `/property-desk/tickets/${ids[(next += 1) % ids.length]}/print`,
        },
        'one notice of two pages': { server, headers, path: () => `/property-desk/notices/${notice}/print` },
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
      unit: 'papers/s',
      cpu,
      measured: { ...rates, 'in a zip of 100': median(batches) },
      ratios: [
        { what: 'work orders a second', ratio: rates['one work order'], atLeast: 60 },
        { what: 'notices of two pages a second', ratio: rates['one notice of two pages'], atLeast: 60 },
        { what: 'work orders a second, zip', ratio: median(batches), atLeast: 60 },
      ],
    };
  } finally {
    await server.end();
  }
};
