/** One address logs in as many residents within a minute. */
export default {
  'users-permissions': { config: { ratelimit: { enabled: false } } },
};
