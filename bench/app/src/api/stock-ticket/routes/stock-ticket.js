const { factories } = require('@strapi/strapi');

module.exports = factories.createCoreRouter('api::stock-ticket.stock-ticket');
