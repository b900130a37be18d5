const { factories } = require('@strapi/strapi');

module.exports = factories.createCoreRouter('api::stock-notice.stock-notice');
