module.exports = {
  routes: [
    { method: 'GET', path: '/bare/empty', handler: 'bare.empty' },
    { method: 'GET', path: '/bare/play/:name', handler: 'bare.play' },
    { method: 'POST', path: '/bare/play/:name', handler: 'bare.play' },
  ],
};
