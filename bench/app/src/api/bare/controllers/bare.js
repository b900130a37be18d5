const { play } = require('../../../recordings');

/** Bare routes for residents. */
module.exports = ({ strapi }) => ({
  empty: (ctx) => (ctx.body = { data: null }),
  play: async (ctx) => (ctx.body = { data: await play(strapi, ctx.params.name) }),
});
