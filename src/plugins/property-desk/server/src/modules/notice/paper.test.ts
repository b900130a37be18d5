import mammoth from 'mammoth';
import { paragraph, picture } from '../../kernel/print/testing/written';
import { bootWorld, type Colleague, type World } from '../../testing/world';

let world: World;
beforeAll(async () => (world = await bootWorld()), 120_000);
afterAll(() => world.desk.stop());

const content = (more: object = {}) => ({
  title: '关于临时停水的通知',
  kind: 'general',
  body: [paragraph('各位业主：'), paragraph('明日停水四小时。')],
  channels: ['portal'],
  ...more,
});
const preview = (who: Colleague, body: object) =>
  who.client.post('/property-desk/notices/preview').send(body).buffer(true).responseType('blob');
const textOf = async (file: Buffer) => (await mammoth.extractRawText({ buffer: file })).value;

test('a draft is printed with what it is, on the letterhead once there is one', async () => {
  const { specialist, supervisor } = world.staff;
  const started = await specialist.client
    .post('/property-desk/notices/actions/draft')
    .send({ input: { community: world.garden.documentId, ...content() } });
  expect([started.status, started.body.error]).toEqual([200, undefined]);
  const print = () =>
    specialist.client
      .get(`/property-desk/notices/${started.body.data.documentId}/print`)
      .buffer(true)
      .responseType('blob')
      .expect(200);
  const plain = await textOf((await print()).body);
  for (const said of ['阳光物业服务有限公司', '（未编号）', '明日停水四小时。']) expect(plain).toContain(said);
  const { body: letterhead } = await supervisor.client
    .get('/property-desk/letterheads/sample')
    .buffer(true)
    .responseType('blob')
    .expect(200);
  await supervisor.client
    .post('/property-desk/letterheads')
    .query({ community: world.garden.documentId })
    .attach('files', letterhead, 'a.docx')
    .expect(200);
  const headed = await textOf((await print()).body);
  for (const said of ['草稿（未发布）', '明日停水四小时。', '021-55551234']) expect(headed).toContain(said);
});

test('what stands in the editor is previewed; nothing of it is kept or fetched', async () => {
  const { receptionist } = world.staff;
  const community = world.garden.documentId;
  const shown = await preview(receptionist, { community, ...content() }).expect(200);
  expect(await textOf(shown.body)).toContain('明日停水四小时。');
  await preview(receptionist, { community, title: '' }).expect(200);
  await preview(receptionist, { community, title: 'x'.repeat(200) }).expect(400);
  await preview(receptionist, { community, unknown: 1 }).expect(400);
  await preview(world.elsewhere.receptionist, { community, ...content() }).expect(400);
  const foreign = picture('http://127.0.0.1:1/secret.png', '外部图片');
  const answer = await preview(receptionist, { community, ...content({ body: [foreign] }) });
  expect([200, 400]).toContain(answer.status);
  const left = await receptionist.client.get('/property-desk/notices').expect(200);
  expect(left.body.data.filter(({ title }: { title: string }) => title === 'x')).toEqual([]);
});
