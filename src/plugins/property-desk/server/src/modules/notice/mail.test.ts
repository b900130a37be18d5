import { startMailServer } from '../../kernel/outbox/testing/mail-server';
import { bootWorld, type World } from '../../testing/world';
import { noticeIn, paragraph } from '../../testing/notices';

/** A published notice, up to a real SMTP server on this machine. */
let world: World;
let server: Awaited<ReturnType<typeof startMailServer>>;
const told = { agreesToMail: true, kind: 'owner', verified: true };

beforeAll(async () => {
  server = await startMailServer();
  world = await bootWorld({
    env: { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(server.port), MAIL_FROM: 'desk@sunshine.example' },
  });
  const { create, household, garden, river } = world;
  const home = household.documentId;
  const beside = await create('building', { community: garden.documentId, code: '4', name: '4栋', floors: 6 });
  const nextDoor = await create('household', {
    ...{ community: garden.documentId, building: beside.documentId, unit: '1', room: '101' },
  });
  const other = await create('building', { community: river.documentId, code: '9', name: '9栋', floors: 6 });
  const across = await create('household', {
    ...{ community: river.documentId, building: other.documentId, unit: '1', room: '101' },
  });
  await create('resident', { ...told, household: home, name: '甲', mail: 'yes@example.org' });
  await create('resident', { ...told, household: home, name: '乙', mail: 'no@example.org', agreesToMail: false });
  await create('resident', { ...told, household: home, name: '丙' });
  await create('resident', {
    ...{ ...told, household: home, name: '丁', mail: 'gone@example.org' },
    movedOutAt: new Date('2026-01-01T00:00:00.000Z'),
  });
  await create('resident', { ...told, household: nextDoor.documentId, name: '戊', mail: 'beside@example.org' });
  await create('resident', { ...told, household: across.documentId, name: '己', mail: 'across@example.org' });
});
afterAll(async () => {
  await world?.desk.stop();
  await server?.stop();
});
beforeEach(() => {
  server.taken.length = 0;
  server.be('take');
});

const of = (text: string) => server.taken.filter(({ mail }) => mail.subject === text).map(({ mail }) => mail);
const recipients = (text: string) =>
  of(text)
    .map(({ to }) => (to as { text: string }).text)
    .sort();

it('goes to everybody of the audience who agreed, once each, in rounds of whatever number', async () => {
  const title = '关于更换门禁卡的通知';
  await noticeIn(world, 'published', { title, channels: ['portal', 'mail'] });
  await Promise.all([world.kernel.outbox.deliver(), world.kernel.outbox.deliver()]);
  await world.kernel.outbox.deliver();
  expect(recipients(title)).toEqual(['beside@example.org', 'yes@example.org']);
  const [mail] = of(title);
  expect(mail.text).toMatch(
    /^物业客〔20\d\d〕\d+号\n\n定于下周对电梯进行年度检验[\s\S]*阳光物业服务有限公司\n20\d\d-\d\d-\d\d/
  );
  expect(mail.from?.text).toBe('desk@sunshine.example');
});

it('goes to the buildings that it is meant for', async () => {
  const title = '关于3栋电梯年检的通知';
  await noticeIn(world, 'published', { title, channels: ['mail'], buildings: [world.building.documentId] });
  await world.kernel.outbox.deliver();
  expect(recipients(title)).toEqual(['yes@example.org']);
});

it.each(['draft', 'submitted', 'approved'] as const)('stays in the house while it is %s', async (state) => {
  const title = `关于${state}的通知`;
  await noticeIn(world, state, { title, channels: ['mail'] });
  await world.kernel.outbox.deliver();
  expect(recipients(title)).toEqual([]);
});

it('goes to nobody by mail where mail is no channel of it', async () => {
  const title = '关于花木修剪的通知';
  await noticeIn(world, 'published', { title, channels: ['portal', 'board'] });
  await world.kernel.outbox.deliver();
  expect(recipients(title)).toEqual([]);
});

it('is tried again where the server hung up, and then arrives once', async () => {
  const title = '关于清洗外墙的通知';
  const buildings = [world.building.documentId];
  const documentId = await noticeIn(world, 'published', { title, channels: ['mail'], buildings });
  server.be('drop');
  await world.kernel.outbox.deliver();
  expect(recipients(title)).toEqual([]);
  const reach = async () =>
    (await world.staff.supervisor.client.get(`/property-desk/notices/${documentId}/reach`).expect(200)).body.data
      .channels;
  expect(JSON.stringify(await reach())).not.toContain('yes@example.org');
  server.be('take');
  world.kernel.clock.advance(60 * 60_000);
  await world.kernel.outbox.deliver();
  await world.kernel.outbox.deliver();
  expect(recipients(title)).toEqual(['yes@example.org']);
});

it('carries what people typed as text, in no header and as no markup', async () => {
  const title = '关于<b>停水</b>的通知';
  await noticeIn(world, 'published', {
    ...{ title, channels: ['mail'], buildings: [world.building.documentId] },
    body: paragraph('第一行\r\nBcc: all@example.org\r\n.\r\n<script>x</script>'),
  });
  await world.kernel.outbox.deliver();
  expect(recipients(title)).toEqual(['yes@example.org']);
  const [mail] = of(title);
  expect([mail.html, mail.headers.has('bcc')]).toEqual([false, false]);
  expect(mail.text).toContain('<script>x</script>');
});
