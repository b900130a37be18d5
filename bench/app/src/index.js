const { play } = require('./recordings');

/** What opens the plugin's own routes of a kind. */
const loginOf = (strapi, type) =>
  Object.values(strapi.plugin('property-desk').routes).find((router) => router.type === type).routes[0].config.auth;

const playing = (strapi, auth) =>
  ['GET', 'POST'].map((method) => ({
    method,
    path: '/bare/play/:name',
    handler: async (ctx) => (ctx.body = { data: await play(strapi, ctx.params.name) }),
    config: { auth },
    info: {},
  }));

/** Routes that do next to nothing: an empty one behind Strapi's own login, and one behind ours that plays recorded statements. */
module.exports = {
  /** What a ticket refers to has no content API of its own; without the right to find it stock refuses the relation. */
  async bootstrap({ strapi }) {
    const { action } = strapi.contentAPI.permissions.providers;
    for (const type of ['community', 'building', 'household', 'ticket-category'])
      await action.register(`plugin::property-desk.${type}.find`, {});
    const { strategies } = loginOf(strapi, 'content-api');
    strapi.server.routes({
      type: 'admin',
      prefix: '',
      routes: [
        {
          method: 'GET',
          path: '/bare/empty',
          handler: (ctx) => (ctx.body = { data: null }),
          config: {},
          info: { type: 'admin' },
        },
        ...playing(strapi, loginOf(strapi, 'admin')),
      ],
    });
    strapi.server.routes({
      type: 'content-api',
      prefix: '',
      routes: playing(strapi, { strategies, scope: ['api::bare.bare.empty'] }),
    });
  },
};
