import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  auth: { secret: env('ADMIN_JWT_SECRET', '') },
  apiToken: { salt: env('API_TOKEN_SALT', '') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  // Strapi lets one person try to log in five times in five minutes; stories in a browser log in far more often.
  rateLimit: { enabled: env.bool('ADMIN_RATE_LIMIT', true) },
  flags: {
    nps: false,
    promoteEE: false,
  },
  watchIgnoreFiles: ['**/private/**', '**/bench/**', '**/e2e/**'],
});

export default config;
