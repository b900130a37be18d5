import type { Core } from '@strapi/strapi';

/** Tests boot many servers: only what is wrong is worth a line. */
const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  host: '127.0.0.1',
  port: env.int('PORT', 0),
  logger: {
    config: { level: env('TEST_LOG_LEVEL', 'warn') },
    updates: { enabled: false },
    startup: { enabled: false },
  },
});

export default config;
