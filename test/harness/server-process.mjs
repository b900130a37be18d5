// The host app in a process of its own; tells its parent the port once it listens, and goes when the parent is gone.
import { createRequire } from 'node:module';
import path from 'node:path';

// Strapi as an ES module does not load under plain Node.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');

const appDir = process.cwd();
const strapi = createStrapi({ appDir, distDir: path.join(appDir, 'dist'), serveAdminPanel: false });

process.once('disconnect', () => process.exit(0));
process.once('SIGTERM', () => void strapi.destroy().finally(() => process.exit(0)));
await strapi.load();
strapi.server.mount();
strapi.server.httpServer.listen(0, '127.0.0.1', () => process.send({ port: strapi.server.httpServer.address().port }));
