const { factories } = require('@strapi/strapi');

module.exports = factories.createCoreService('api::stock-ticket.stock-ticket');
