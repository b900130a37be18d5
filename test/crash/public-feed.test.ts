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

  /** Until the other process answers otherwise than before, asked without pause: its answers are warm. */
  const until = async (shows: (answer: Awaited<ReturnType<typeof there>>) => boolean): Promise<void> => {
    for (let turn = 0; !shows(await there()); turn += 1) {
      if (turn > 4000) throw new Error('It never showed');
      await pause(5);
    }
  };

  it('says the same bytes under the same tag', async () => {
    const [one, two] = [await here(), await there()];
    expect(two).toEqual(one);
    expect(one.status).toBe(200);
    expect(one.text).toContain('First');
  });

  it('shows what is published and hides what is withdrawn', async () => {
    const id = await approvedNotice(world, { title: 'Second' });
    await there();
    await actOnNotice(world, 'supervisor', id, 'publish');
    await until(({ text }) => text.includes('Second'));
    await actOnNotice(world, 'supervisor', id, 'withdraw', { reason: '改期' });
    await until(({ text }) => !text.includes('Second'));
    expect(await there()).toEqual(await here());
  });

  it('hides what runs out, not before and then by itself, with no clock going round', async () => {
    const expiresAt = new Date(world.kernel.clock.now().getTime() + 2500);
    await publishedNotice(world, { title: 'Short', expiresAt: expiresAt.toISOString() });
    await until(({ text }) => text.includes('Short'));
    await until(({ text }) => !text.includes('Short'));
    expect(world.kernel.clock.now().getTime()).toBeGreaterThanOrEqual(expiresAt.getTime());
    expect(await there()).toEqual(await here());
  });

  it('shows a community by its new name', async () => {
    await there();
    await world.desk.strapi
      .documents('plugin::property-desk.community')
      .update({ documentId: world.garden.documentId, data: { name: '月光花园' } as never });
    await until(({ text }) => text.includes('月光花园'));
  });

  it('stops when the right is taken away, and begins again with it', async () => {
    expect((await there()).status).toBe(200);
    const rights = world.desk.strapi.db.query('plugin::users-permissions.permission');
    const [right] = await rights.findMany({ where: { action: RIGHT, role: { type: 'public' } }, populate: ['role'] });
    await rights.delete({ where: { id: right.id } });
    await until(({ status }) => status === 403);
    await rights.create({ data: { action: RIGHT, role: right.role.id } });
    await until(({ status }) => status === 200);
  });
});
