import path from 'path';
import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  // One address logs in as many residents within a minute.
  'users-permissions': { config: { ratelimit: { enabled: false } } },
  'property-desk': {
    config: {
      // Tests move the clock themselves: `await desk.kernel.tick()`.
      sweepEvery: env('TEST_SWEEP_EVERY') || null,
      filesDirectory: path.join(env('PROPERTY_DESK_TEST_FOLDER', '.tmp'), 'files'),
    },
  },
});

export default config;
