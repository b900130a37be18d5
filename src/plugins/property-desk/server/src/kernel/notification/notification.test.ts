import { bootWorld, type World } from '../../testing/world';

let world: World;
beforeAll(async () => {
  world = await bootWorld();
  world.kernel.clock.freeze(new Date('2026-11-28T02:00:00Z')); // 10:00 in Shanghai
});
afterAll(() => world.desk.stop());

const register = async (more: Record<string, unknown> = {}) => {
  const { client } = world.staff.receptionist;
  const { body } = await client
    .post('/property-desk/tickets/actions/register')
    .send({ input: world.call(more) })
    .expect(200);
  return body.data as { documentId: string; revision: number };
};
const dispatch = async (to: World['staff']['engineer'], more: Record<string, unknown> = {}) => {
  const ticket = await register(more);
  await world.staff.receptionist.client
    .post(`/property-desk/tickets/${ticket.documentId}/actions/dispatch`)
    .send({
      input: {
        assignee: to.staff.documentId,
        promisedAt: new Date(world.kernel.clock.now().getTime() + 6 * 3_600_000),
      },
      revision: ticket.revision,
    })
    .expect(200);
  return ticket;
};
const bell = async (who: World['staff']['engineer']) =>
  (await who.client.get('/property-desk/notifications').expect(200)).body as {
    data: {
      documentId: string;
      template: string;
      urgent: boolean;
      readAt: string | null;
      case: { documentId: string };
    }[];
    meta: { total: number };
  };
const summary = async (who: World['staff']['engineer']) =>
  (await who.client.get('/property-desk/notifications/summary').expect(200)).body.data as {
    unread: number;
    urgent: string | null;
    sound: boolean;
  };
const mails = async (who: World['staff']['engineer']) =>
  (
    await world.desk.strapi.db
      .connection('pd_outbox')
      .where({ recipient: who.email })
      .orderBy('id')
      .select('subject', 'body')
  ).map(({ subject, body }: { subject: string; body: string }) => ({ subject, body }));
const wish = (who: World['staff']['engineer'], wishes: unknown) =>
  who.client.put('/property-desk/notifications/wishes').send(wishes as object);

describe('the bell', () => {
  it('rings for whom it concerns, and for nobody else', async () => {
    const { engineer, engineer2 } = world.staff;
    const ticket = await dispatch(engineer);
    expect((await bell(engineer)).data).toMatchObject([
      { template: 'assigned', urgent: false, readAt: null, case: { documentId: ticket.documentId } },
    ]);
    expect(await summary(engineer)).toMatchObject({ unread: 1, urgent: null });
    expect((await bell(engineer2)).data).toEqual([]);
    expect((await bell(world.elsewhere.engineer)).data).toEqual([]);
  });

  it('says what is urgent: by the case, and by the clock', async () => {
    const { engineer2 } = world.staff;
    await dispatch(engineer2, { priority: 'urgent' });
    const { urgent } = await summary(engineer2);
    expect(urgent).toEqual((await bell(engineer2)).data[0].documentId);
    world.kernel.clock.advance(8 * 3_600_000);
    await world.kernel.tick();
    const templates = (await bell(engineer2)).data.filter((each) => each.urgent).map(({ template }) => template);
    expect(templates).toContain('breach');
  });

  it('is read one by one, by case, and all at once; by the person alone', async () => {
    const { engineer, engineer2 } = world.staff;
    const [first] = (await bell(engineer)).data;
    const read = (who: World['staff']['engineer'], body: object) =>
      who.client.post('/property-desk/notifications/read').send(body);
    expect((await read(engineer2, { documentIds: [first.documentId] }).expect(200)).body.data.read).toBe(0);
    expect((await read(engineer, { documentIds: [first.documentId] }).expect(200)).body.data.read).toBe(1);
    expect(
      (await bell(engineer)).data.find(({ documentId }) => documentId === first.documentId)?.readAt
    ).not.toBeNull();
    const { unread } = await summary(engineer2);
    expect(unread).toBeGreaterThan(0);
    expect(
      (await read(engineer2, { case: (await bell(engineer2)).data[0].case.documentId }).expect(200)).body.data.read
    ).toBe(unread);
    await read(engineer, { all: true }).expect(200);
    expect((await summary(engineer)).unread).toBe(0);
    const { body } = await engineer.client.get('/property-desk/notifications?unread=true').expect(200);
    expect(body.data).toEqual([]);
  });

  it.each([
    ['nothing', {}],
    ['two ways at once', { all: true, case: 'x' }],
    ['no list', { documentIds: 'x' }],
    ['an empty list', { documentIds: [] }],
    ['not all', { all: false }],
  ])('refuses %s, naming the field', async (_name, body) => {
    const answer = await world.staff.engineer.client.post('/property-desk/notifications/read').send(body);
    expect([answer.status, answer.body.error.details.errors[0].path]).toEqual([400, ['documentIds']]);
  });

  it('answers nobody who is not staff, and tells a super admin without a staff record nothing', async () => {
    for (const path of ['', '/summary', '/wishes'])
      await world.desk.request.get(`/property-desk/notifications${path}`).expect(401);
    const { client } = await world.desk.superAdmin();
    expect((await client.get('/property-desk/notifications').expect(200)).body.data).toEqual([]);
    const answer = await client
      .put('/property-desk/notifications/wishes')
      .send({ mail: 'all', digest: true, sound: true });
    expect([answer.status, answer.body.error.details.errors[0].path]).toEqual([400, ['staff']]);
  });

  it('cannot be written through documents', async () => {
    const documents = world.desk.strapi.documents('plugin::property-desk.notification' as never);
    const [one] = (await bell(world.staff.engineer)).data;
    await expect(documents.update({ documentId: one.documentId, data: { urgent: true } } as never)).rejects.toThrow();
  });
});

describe('wishes', () => {
  it.each([
    ['mail', { mail: 'some', digest: true, sound: true }],
    ['digest', { mail: 'all', digest: 'yes', sound: true }],
    ['sound', { mail: 'all', digest: true }],
    ['more', { mail: 'all', digest: true, sound: true, more: 1 }],
  ])('refuses a wrong %s', async (field, body) => {
    const answer = await wish(world.staff.engineer, body);
    expect([answer.status, answer.body.error.details.errors[0].path]).toEqual([400, [field]]);
  });

  it.each([
    ['all', 'ordinary', 1],
    ['urgent', 'ordinary', 0],
    ['urgent', 'urgent', 1],
    ['none', 'urgent', 0],
  ])('mail for %s: a %s case sends %i', async (mail, priority, sent) => {
    const { engineer } = world.staff;
    await wish(engineer, { mail, digest: false, sound: false }).expect(200);
    const before = (await mails(engineer)).length;
    await dispatch(engineer, { priority, description: `${mail} ${priority}` });
    expect((await mails(engineer)).length - before).toBe(sent);
    expect((await summary(engineer)).sound).toBe(false);
  });
});

describe('the digest', () => {
  const digests = async () => (await mails(world.staff.receptionist)).filter(({ body }) => /早上好/.test(body));

  it('leaves at 8:00 of the office, once a day, for those who want it and owe something', async () => {
    const { receptionist, supervisor } = world.staff;
    await wish(receptionist, { mail: 'none', digest: true, sound: true }).expect(200);
    await wish(supervisor, { mail: 'none', digest: false, sound: true }).expect(200);
    await register();
    await world.kernel.tick();
    expect(await digests()).toEqual([]);
    world.kernel.clock.freeze(new Date('2026-11-28T23:59:00Z')); // 7:59
    await world.kernel.tick();
    expect(await digests()).toEqual([]);
    world.kernel.clock.freeze(new Date('2026-11-29T00:00:00Z'));
    await world.kernel.tick();
    const sent = await digests();
    expect(sent).toHaveLength(1);
    expect(sent[0].subject).toMatch(/2026年11月29日 待办 \d+ 项/);
    expect(sent[0].body).not.toMatch(/13800005678/);
    await world.kernel.tick();
    world.kernel.clock.freeze(new Date('2026-11-29T12:00:00Z'));
    await world.kernel.tick();
    expect(await digests()).toHaveLength(1);
    expect((await mails(supervisor)).filter(({ body }) => /早上好/.test(body))).toEqual([]);
  });

  it('is sent once by processes that come to it together', async () => {
    world.kernel.clock.freeze(new Date('2026-11-30T01:00:00Z'));
    const before = (await digests()).length;
    const { createDigest } = await import('./digest');
    const { desk, kernel } = world;
    const another = () =>
      createDigest({ ...kernel, strapi: desk.strapi, directory: kernel.directory, locale: kernel.settings.locale });
    const claimed = await Promise.all([another().round(), another().round()]);
    expect(claimed.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect((await digests()).length - before).toBe(1);
  });
});

it('forgets after a quarter of a year', async () => {
  world.kernel.clock.freeze(new Date('2027-03-15T01:00:00Z'));
  await world.kernel.notifications.tidy();
  expect((await bell(world.staff.engineer)).meta.total).toBe(0);
});
