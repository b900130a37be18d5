import { startMailServer } from '../../kernel/outbox/testing/mail-server';
import { bootWorld, type World } from '../../testing/world';
import { asked, decide, ownerOf } from './testing/desk';

/** The result of a request, up to a real SMTP server on this machine. */
let world: World;
let server: Awaited<ReturnType<typeof startMailServer>>;

beforeAll(async () => {
  server = await startMailServer();
  world = await bootWorld({
    env: { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(server.port), MAIL_FROM: 'desk@sunshine.example' },
  });
});
afterAll(async () => {
  await world?.desk.stop();
  await server?.stop();
});
beforeEach(() => {
  server.taken.length = 0;
});

const PERSONAL = ['王小明', '501', '13800005678', '5678', '110101199003070011'];

const mails = async (to: string) => {
  await world.kernel.outbox.deliver();
  const own = server.taken.map(({ mail }) => mail).filter((mail) => (mail.to as { text: string }).text === to);
  for (const mail of own) for (const text of PERSONAL) expect(`${mail.subject}\n${mail.text}`).not.toContain(text);
  return own.map(({ subject, text }) => [subject, text?.trim()]);
};

it('goes to the address of the account, in the office’s words, and names neither person nor room', async () => {
  const owner = await ownerOf(world, world.household);
  const { email, ...who } = await world.desk.user({ email: 'wang@example.org', username: 'wang' });
  const first = await asked(world, who);
  expect(await mails(email)).toEqual([]);
  await decide(world.staff.specialist, first, 'reject', { rejection: 'proof', note: '照片看不清' }).expect(200);
  const [[subject, text]] = await mails(email);
  expect(subject).toMatch(/^\[客服台\] 绑定申请 BD-\d{8}-\d{4} 未通过$/);
  expect(text).toMatch(/未通过：证明材料不清晰或不完整，请重新提交申请。\n\n阳光物业服务有限公司$/);
  expect(text).not.toContain('看不清');

  server.taken.length = 0;
  const second = await asked(world, who);
  await decide(world.staff.specialist, second, 'approve', { resident: owner.documentId }).expect(200);
  expect((await mails(email)).map(([title]) => title)).toEqual([expect.stringMatching(/BD-\d{8}-\d{4} 已通过$/)]);
  server.taken.length = 0;
  await decide(world.staff.supervisor, second, 'unbind', { reason: '王小明来电，电话 13800005678' }).expect(200);
  expect((await mails(email)).map(([title]) => title)).toEqual([expect.stringMatching(/BD-\d{8}-\d{4} 已解除$/)]);
});

it('follows the account to the address that it has now', async () => {
  const owner = await ownerOf(world, world.neighbour);
  const who = await world.desk.user({ email: 'old@example.org', username: 'old' });
  const documentId = await asked(world, who, { room: '3-2-502' });
  await world.desk.strapi.db
    .query('plugin::users-permissions.user')
    .update({ where: { id: who.id }, data: { email: 'new@example.org' } });
  await decide(world.staff.specialist, documentId, 'approve', { resident: owner.documentId }).expect(200);
  expect(await mails('new@example.org')).toHaveLength(1);
  expect(await mails('old@example.org')).toEqual([]);
});
