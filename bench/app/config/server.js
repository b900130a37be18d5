/** The host's server without its access log, for all contestants alike. */
module.exports = ({ env }) => ({
  host: '127.0.0.1',
  port: env.int('PORT', 0),
  app: { keys: env.array('APP_KEYS') },
  logger: { config: { level: 'warn' }, updates: { enabled: false }, startup: { enabled: false } },
});
