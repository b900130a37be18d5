import supertest from 'supertest';
import { bootWorld, type World } from '../../testing/world';

let world: World;
beforeAll(async () => {
  world = await bootWorld();
});
afterAll(() => world?.desk.stop());

const ask = (query: string, headers: Record<string, string> = {}) =>
  supertest(world.desk.strapi.server.httpServer)
    .get(`/api/property-desk/policy${query}`)
    .set({ 'Accept-Language': 'en', ...headers });

it('is read where it is in force and public, and nowhere else', async () => {
  const { garden, desk, kernel } = world;
  await ask('').expect(400);
  const none = await ask(`?community=${garden.documentId}`).expect(404);
  expect(none.body.error.message).toBe('There is no published policy for this community');
  await ask('?community=unknown').expect(404);

  const policies = desk.strapi.db.connection('pd_policies');
  const now = kernel.clock.now();
  const inForce = (values: object) => policies.clone().where({ community_id: garden.id }).update(values);
  await inForce({ state: 'effective', public: false, effective_at: now });
  await kernel.versions.moveOn(['policy']);
  await ask(`?community=${garden.documentId}`).expect(404);

  await inForce({ public: true });
  await kernel.versions.moveOn(['policy']);
  const { body, headers } = await ask(`?community=${garden.documentId}`).expect(200);
  expect(body.data).toMatchObject({ community: { name: '阳光花园' }, effectiveAt: now.toISOString() });
  expect(body.data.chapters.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(body.data.chapters.flatMap(({ articles }: { articles: object[] }) => articles)).toHaveLength(17);
  await ask(`?community=${garden.documentId}`, { 'If-None-Match': headers.etag }).expect(304);

  await inForce({ state: 'repealed' });
  await kernel.versions.moveOn(['policy']);
  await ask(`?community=${garden.documentId}`).expect(404);
});
