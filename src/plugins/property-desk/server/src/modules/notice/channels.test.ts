import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { cutBytes } from '../../kernel/outbox/wecom';
import { createPlans } from '../../testing/plans';
import { bootWorld, type World } from '../../testing/world';
import { noticeIn, paragraph } from '../../testing/notices';

/** A robot and a gateway: real servers on this machine. */
let world: World;
let server: http.Server;
let said: { url: string; body: any; authorization?: string }[] = [];
let answer: { status: number; body: string; location?: string };

beforeAll(async () => {
  server = http.createServer((request, response) => {
    let text = '';
    request.on('data', (part) => (text += part));
    request.on('end', () => {
      said.push({ url: request.url as string, body: JSON.parse(text), authorization: request.headers.authorization });
      response.writeHead(answer.status, answer.location ? { location: answer.location } : {}).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world = await bootWorld();
  Object.assign(world.kernel.settings, { plainLocal: true, sms: { url: `${base}/sms`, token: 'secret-token' } });
  const documents = world.desk.strapi.documents('plugin::property-desk.community' as never) as any;
  await documents.update({ documentId: world.garden.documentId, data: { wecomRobot: `${base}/robot?key=abc` } });
  const agreed = { household: world.household.documentId, kind: 'owner', verified: true };
  await world.create('resident', { ...agreed, name: '甲', mail: 'a@example.org', agreesToMail: true });
  await world.create('resident', { ...agreed, name: '乙', telephone: '13900001111', agreesToText: true });
  await world.create('resident', { ...agreed, name: '丙', telephone: '13900002222', mail: 'c@example.org' });
});
afterAll(async () => {
  await world?.desk.stop();
  server?.close();
});
beforeEach(() => {
  said = [];
  answer = { status: 200, body: '{"errcode":0}' };
});

const sent = (documentId: string) =>
  world.desk.strapi.db.connection('pd_outbox').where({ case_document_id: documentId }).where('key', 'like', 'notice:%');

it('goes to the robot, and to residents who agreed, by reference', async () => {
  const documentId = await noticeIn(world, 'published', { channels: ['wecom', 'sms', 'mail'] });
  const rows = await sent(documentId);
  expect(rows.map(({ channel }) => channel).sort()).toEqual(['mail', 'sms', 'wecom']);
  expect(JSON.stringify(rows)).not.toContain('13900001111');
  await world.kernel.outbox.deliver();
  expect((await sent(documentId)).map(({ error }) => error)).toEqual([null, null, null]);
  expect(said.find(({ url }) => url.startsWith('/robot'))?.body).toMatchObject({ msgtype: 'markdown' });
  expect(said.find(({ url }) => url === '/sms')).toMatchObject({
    authorization: 'Bearer secret-token',
    body: { to: '13900001111', text: expect.stringContaining('电梯') },
  });
  expect((await sent(documentId)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  const reach = await world.staff.supervisor.client.get(`/property-desk/notices/${documentId}/reach`).expect(200);
  expect(reach.body.data.channels).toHaveLength(3);
});

it.each([
  [{ status: 200, body: '{"errcode":93000}' }, 'dead'],
  [{ status: 200, body: '{"errcode":45009}' }, 'pending'],
  [{ status: 500, body: '' }, 'pending'],
  [{ status: 302, body: '', location: 'http://127.0.0.1/elsewhere' }, 'dead'],
] as const)('of a robot that answers %j the message is %s', async (given, state) => {
  const documentId = await noticeIn(world, 'published', { channels: ['wecom'] });
  answer = given;
  await world.kernel.outbox.deliver();
  const [row] = await sent(documentId);
  expect(row.state).toBe(state);
  expect(row.error).not.toContain('key=abc');
  // Why it did not go out, in words.
  const { body } = await world.staff.supervisor.client
    .get(`/property-desk/notices/${documentId}/reach`)
    .set('Accept-Language', 'zh-Hans')
    .expect(200);
  const reasons = state === 'dead' ? [{ reason: expect.stringMatching(/^\p{Script=Han}{4,}/u), count: 1 }] : [];
  expect(body.data.channels[0].reasons).toEqual(reasons);
});

it('cuts at a character', () => {
  for (const most of [4, 5, 6, 7, 8]) expect(Buffer.byteLength(cutBytes('停水通知😀', most))).toBeLessThanOrEqual(most);
  expect(cutBytes('停水', 6)).toBe('停水');
});

it('is published to five thousand residents with a few hundred statements', async () => {
  const { strapi, rows, clock } = { ...world.kernel };
  const uid = 'plugin::property-desk.resident';
  await strapi.db.transaction(async ({ trx }) => {
    for (let part = 0; part < 125; part += 1)
      await rows.insertMany(
        trx,
        uid,
        Array.from({ length: 40 }, (_, index) => ({
          name: `住户${part}-${index}`,
          household: world.household.id,
          kind: 'owner',
          verified: true,
          mail: `r${part}-${index}@example.org`,
          agreesToMail: true,
        })),
        clock.now()
      );
  });
  const documentId = await noticeIn(world, 'approved', { channels: ['mail'], body: paragraph('请注意。') });
  const { heard } = await createPlans(world).heardDuring(() =>
    world.staff.specialist.client
      .post(`/property-desk/notices/${documentId}/actions/publish`)
      .send({ input: {} })
      .expect(200)
  );
  expect(heard.length).toBeLessThan(250);
  expect(await sent(documentId)).toHaveLength(5001);
}, 60_000);

it('keeps the files that it shows', async () => {
  const { strapi } = world.desk;
  const file = await strapi.db.query('plugin::upload.file').create({
    data: {
      name: 'a.pdf',
      hash: 'a_hash',
      ext: '.pdf',
      mime: 'application/pdf',
      size: 1,
      url: '/uploads/a_hash.pdf',
      provider: 'local',
      folderPath: '/',
    },
  });
  const documentId = await noticeIn(world, 'draft', { attachments: [file.documentId] });
  const upload = strapi.plugin('upload').service('upload') as any;
  await upload.updateFileInfo(file.id, { name: 'b.pdf' });
  await world.staff.receptionist.client
    .post(`/property-desk/notices/${documentId}/actions/submit`)
    .send({ input: {} })
    .expect(200);
  const query = strapi.db.query('plugin::upload.file');
  const refused = { name: 'ForbiddenError' };
  await expect(upload.replace(file.id, { data: {}, file: {} })).rejects.toMatchObject(refused);
  await expect(upload.remove(file)).rejects.toMatchObject(refused);
  await expect(upload.updateFileInfo(file.id, { name: 'c.pdf' })).rejects.toMatchObject(refused);
  await expect(query.update({ where: { id: file.id }, data: { url: '/x' } })).rejects.toMatchObject(refused);
  await expect(query.deleteMany({ where: { id: file.id } })).rejects.toMatchObject(refused);
  await expect(
    (strapi.documents('plugin::upload.file' as never) as any).delete({ documentId: file.documentId })
  ).rejects.toMatchObject(refused);
  await upload.updateFileInfo(file.id, { caption: '说明' });
});
