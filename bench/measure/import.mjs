import { PASSWORD } from '../inside/furnish.mjs';
import { median, staffLogin } from '../lib/load.mjs';
import { startServer } from '../lib/server.mjs';

const STOCK_ROWS = 1000;

/**
 * The archive of a quarter moved in by Excel, checked and written, against `documents().create` of residents that the
 * content-type builder would have made; in turns, on one server.
 */
export const measureImport = async ({ app, databases, quick }) => {
  const homes = quick ? 2000 : 10_000;
  const server = await startServer(app, await databases.create());
  try {
    const world = await server.ask('furnish');
    const headers = await staffLogin(server.url, world.staff.supervisor.email, PASSWORD);
    const stock = [];
    const create = async () =>
      stock.push((1000 * STOCK_ROWS) / (await server.ask('createStock', { count: STOCK_ROWS })));
    await server.ask('createStock', { count: 200 });
    await create();
    const { rows, check, write } = await server.ask('importArchive', {
      ...{ url: server.url, headers, community: world.community.documentId, homes },
    });
    await create();
    await create();
    const [create1, whole, writing] = [median(stock), (1000 * rows) / (check + write), (1000 * rows) / write];
    return {
      unit: 'rows/s',
      measured: {
        'stock documents().create': create1,
        [`import of ${homes} households, ${rows} rows, checked and written`]: whole,
        'checking alone': (1000 * rows) / check,
        'writing alone': writing,
      },
      ratios: [
        { what: 'import, checked and written ÷ stock create', ratio: whole / create1, atLeast: 10 },
        { what: 'writing alone ÷ stock create', ratio: writing / create1 },
      ],
    };
  } finally {
    await server.end();
  }
};
