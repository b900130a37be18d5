import { bootDesk, createDatabase, onPostgres, startServer, type ServerProcess, type TestDatabase } from '@harness';
import {
  actOnNotice,
  approvedNotice,
  publishedNotice,
} from '../../src/plugins/property-desk/server/src/modules/notice/testing/feed';
import { furnish, type World } from '../../src/plugins/property-desk/server/src/testing/world';

jest.setTimeout(240_000);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const RIGHT = 'plugin::property-desk.notice.find';

// SQLite has one process by contract; reading beside a writer is what its write-ahead log allows all the same.
describe(`the feed in a second process on ${onPostgres ? 'PostgreSQL' : 'SQLite'}`, () => {
  let database: TestDatabase;
  let world: World;
  let other: ServerProcess;

  beforeAll(async () => {
    database = await createDatabase();
    world = await furnish(await bootDesk({ database }));
    await publishedNotice(world, { title: 'First' });
    other = await startServer(database);
  });
  afterAll(async () => {
    await other?.end();
    await world?.desk.stop({ keepDatabase: true });
    await database?.drop();
  });

  const there = async (path = '/notices?kind=general') => {
    const response = await fetch(`${other.url}/api/property-desk${path}`);
    return { status: response.status, etag: response.headers.get('etag'), text: await response.text() };
  };
  const here = async (path = '/notices?kind=general') => {
    const response = await fetch(`${world.desk.url}/api/property-desk${path}`);
    return { status: response.status, etag: response.headers.get('etag'), text: await response.text() };
  };

  /** Milliseconds until the other process answers otherwise than before, asked without pause: its answers are warm. */
  const until = async (shows: (answer: Awaited<ReturnType<typeof there>>) => boolean): Promise<number> => {
    const began = performance.now();
    while (!shows(await there())) {
      if (performance.now() - began > 5000) throw new Error('It never showed');
      await pause(5);
    }
    return performance.now() - began;
  };

  it('says the same bytes under the same tag', async () => {
    const [one, two] = [await here(), await there()];
    expect(two).toEqual(one);
    expect(one.status).toBe(200);
    expect(one.text).toContain('First');
  });

  it('shows what is published and hides what is withdrawn within a second', async () => {
    const id = await approvedNotice(world, { title: 'Second' });
    await there();
    await actOnNotice(world, 'supervisor', id, 'publish');
    expect(await until(({ text }) => text.includes('Second'))).toBeLessThan(1000);
    await actOnNotice(world, 'supervisor', id, 'withdraw', { reason: '改期' });
    expect(await until(({ text }) => !text.includes('Second'))).toBeLessThan(1000);
    expect(await there()).toEqual(await here());
  });

  it('hides what runs out within a second, with no clock going round', async () => {
    const expiresAt = new Date(world.kernel.clock.now().getTime() + 2500);
    await publishedNotice(world, { title: 'Short', expiresAt: expiresAt.toISOString() });
    await until(({ text }) => text.includes('Short'));
    await until(({ text }) => !text.includes('Short'));
    expect(Math.abs(world.kernel.clock.now().getTime() - expiresAt.getTime())).toBeLessThan(1000);
    expect(await there()).toEqual(await here());
  });

  it('shows a community by its new name within a second', async () => {
    await there();
    await world.desk.strapi
      .documents('plugin::property-desk.community')
      .update({ documentId: world.garden.documentId, data: { name: '月光花园' } as never });
    expect(await until(({ text }) => text.includes('月光花园'))).toBeLessThan(1000);
  });

  it('stops within a second of the right being taken away, and begins again with it', async () => {
    expect((await there()).status).toBe(200);
    const rights = world.desk.strapi.db.query('plugin::users-permissions.permission');
    const [right] = await rights.findMany({ where: { action: RIGHT, role: { type: 'public' } }, populate: ['role'] });
    await rights.delete({ where: { id: right.id } });
    expect(await until(({ status }) => status === 403)).toBeLessThan(1000);
    await rights.create({ data: { action: RIGHT, role: right.role.id } });
    expect(await until(({ status }) => status === 200)).toBeLessThan(1000);
  });
});
