const { play } = require('./recordings');

/** Bare routes for staff: an empty one, which costs what the login costs, and one that plays recorded statements. */
module.exports = {
  register({ strapi }) {
    strapi.server.routes({
      type: 'admin',
      prefix: '/bare',
      routes: [
        { method: 'GET', path: '/empty', handler: (ctx) => (ctx.body = { data: null }), config: {}, info: {} },
        ...['GET', 'POST'].map((method) => ({
          method,
          path: '/play/:name',
          handler: async (ctx) => (ctx.body = { data: await play(strapi, ctx.params.name) }),
          config: {},
          info: {},
        })),
      ],
    });
  },

  /** What a ticket refers to has no content API of its own; without the right to find it stock refuses the relation. */
  async bootstrap({ strapi }) {
    const { action } = strapi.contentAPI.permissions.providers;
    for (const type of ['community', 'building', 'household', 'ticket-category'])
      await action.register(`plugin::property-desk.${type}.find`, {});
  },
};
