module.exports = {
  routes: [{ method: 'GET', path: '/bare/empty', handler: 'bare.empty' }],
};
