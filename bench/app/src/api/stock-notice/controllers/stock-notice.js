const { factories } = require('@strapi/strapi');

module.exports = factories.createCoreController('api::stock-notice.stock-notice');
