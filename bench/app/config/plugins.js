const host = require('../lib/host-plugins');

/** The host's plugins; without ours where the start-up of the empty app is measured. */
module.exports = (params) => {
  const plugins = (host.default ?? host)(params);
  const desk = plugins['property-desk'];
  return {
    ...plugins,
    'property-desk': {
      ...desk,
      enabled: params.env('BENCH_PLUGIN') !== 'off',
      // The clock's round runs when the bench says so, not in the middle of a measurement.
      config: { ...desk.config, sweepEvery: null },
    },
  };
};
