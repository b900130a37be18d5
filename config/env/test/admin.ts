/** One address logs in as many people within a minute. */
export default {
  rateLimit: { enabled: false },
};
