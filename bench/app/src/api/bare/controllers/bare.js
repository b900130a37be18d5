/** An empty route for residents. */
module.exports = () => ({
  empty: (ctx) => (ctx.body = { data: null }),
});
