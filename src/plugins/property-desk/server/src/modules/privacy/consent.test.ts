import { hireSixteen } from '../../testing/race';
import { bootWorld, type World } from '../../testing/world';
import { privacyDesk } from './testing/desk';

let world: World;
let desk: ReturnType<typeof privacyDesk>;
let person: Awaited<ReturnType<typeof desk.person>>;

const RESIDENT = 'plugin::property-desk.resident';
const STATEMENT = 'plugin::property-desk.consent-statement';

beforeAll(async () => {
  world = await bootWorld();
  desk = privacyDesk(world);
  person = await desk.person();
});
afterAll(() => world?.desk.stop());

const db = () => world.kernel.strapi.db.connection;
const consents = (id = person.resident.id) => db()('pd_consents').where({ resident_id: id }).orderBy('id');
const marks = async () => {
  const { agrees_to_mail, agrees_to_text } = await db()('pd_residents').where({ id: person.resident.id }).first();
  return [Boolean(agrees_to_mail), Boolean(agrees_to_text)];
};
const path = (rest = '') => `/residents/${person.resident.documentId}/consents${rest}`;
const own = (rest = '', data?: object) =>
  data
    ? person.client.post(`/api/property-desk/me/consents${rest}`).send({ data })
    : person.client.get(`/api/property-desk/me/consents${rest}`);
const itemOf = (body: { data: { purpose: string }[] }, purpose: string) =>
  body.data.find((item) => item.purpose === purpose) as never as {
    statement: { documentId: string; version: number };
    given: { version: number; way: string } | null;
    withdrawn: { way: string }[];
  };

describe('a resident', () => {
  it('reads the statement, agrees to it, and takes it back; their record says the same', async () => {
    const { body } = await own().expect(200);
    const { statement, given } = itemOf(body, 'mail_notices');
    expect([statement.version, given]).toEqual([1, null]);
    await own('', { purpose: 'mail_notices', statement: statement.documentId }).expect(200);
    expect(await marks()).toEqual([true, false]);
    // Twice is once.
    const twice = await own('', { purpose: 'mail_notices', statement: statement.documentId }).expect(200);
    expect(itemOf(twice.body, 'mail_notices').given).toMatchObject({ version: 1, way: 'account' });
    expect(await consents()).toHaveLength(1);
    await own('/withdraw', { purpose: 'mail_notices' }).expect(200);
    await own('/withdraw', { purpose: 'mail_notices' }).expect(200);
    expect(await marks()).toEqual([false, false]);
    const [row] = await consents();
    expect([row.current_key, row.withdrawn_way, row.text.length > 50]).toEqual([null, 'account', true]);
  });

  it('finds beside their home what they agreed to and took back, latest first, and nothing of others', async () => {
    const neighbour = await world.settle(world.household, '李娜', '13811112222');
    const consents = async (who: { client: typeof person.client }) =>
      (await who.client.get('/api/property-desk/me').expect(200)).body.data.homes[0].consents;
    const [{ givenAt, ...past }, ...earlier] = await consents(person);
    expect([past, earlier]).toEqual([
      { purpose: 'mail_notices', version: 1, title: expect.stringMatching(/./), withdrawnAt: expect.any(String) },
      [],
    ]);
    expect(await consents(neighbour)).toEqual([]);
    const { statement } = itemOf((await own().expect(200)).body, 'mail_notices');
    await own('', { purpose: 'mail_notices', statement: statement.documentId }).expect(200);
    expect(await consents(person)).toMatchObject([
      { purpose: 'mail_notices', version: 1, withdrawnAt: null },
      { givenAt, withdrawnAt: past.withdrawnAt },
    ]);
    await own('/withdraw', { purpose: 'mail_notices' }).expect(200);
  });

  it.each([
    ['a purpose that there is not', { purpose: 'advertising', statement: 'abcdefghijklmnopqrstuvwx' }, 'purpose'],
    ['another statement', { purpose: 'mail_notices', statement: 'abcdefghijklmnopqrstuvwx' }, 'statement'],
    ['a purpose without a statement', { purpose: 'photographs', statement: 'abcdefghijklmnopqrstuvwx' }, 'purpose'],
    ['nothing', {}, 'purpose'],
  ])('%s is refused by its field', async (_what, data, field) => {
    const { status, body } = await own('', data);
    expect([status, body.error.details.errors[0].path]).toEqual([400, [field]]);
  });
});

describe('the desk', () => {
  it('records what was signed on paper, with who recorded it, and is on the log', async () => {
    const { client } = world.staff.receptionist;
    const { body } = await desk.call(client, path(), { purpose: 'text_notices', way: 'paper' }).expect(200);
    expect(itemOf({ data: body.data.items }, 'text_notices').given).toMatchObject({ way: 'paper', by: 'receptionist' });
    expect(await marks()).toEqual([false, true]);
    await desk.call(client, path()).expect(200);
    expect(await db()('pd_access_log').where({ kind: 'open', field: 'consents' })).toHaveLength(1);
    await desk.call(client, path('/withdraw'), { purpose: 'text_notices', way: 'phone' }).expect(200);
    expect(await marks()).toEqual([false, false]);
    await desk.call(client, path(), { purpose: 'text_notices', way: 'account' }).expect(400);
  });

  it.each([
    ['an engineer', () => world.staff.engineer, 403],
    ['another community', () => world.elsewhere.receptionist, 404],
  ])('%s: refused', async (_who, who, status) => {
    await desk.call(who().client, path()).expect(status);
    await desk.call(who().client, path(), { purpose: 'text_notices', way: 'paper' }).expect(status);
  });
});

describe('the mark on the record', () => {
  const set = (data: object) =>
    world.desk.strapi.documents(RESIDENT).update({ documentId: person.resident.documentId, data: data as never });

  it('is a consent, and its end', async () => {
    const before = (await consents()).length;
    await set({ agreesToMail: true, relation: '本人' });
    await set({ agreesToMail: true });
    const [...rows] = await consents();
    expect(rows).toHaveLength(before + 1);
    expect(rows.at(-1)).toMatchObject({ purpose: 'mail_notices', given_way: 'desk', withdrawn_at: null });
    await set({ agreesToMail: false });
    expect((await consents()).at(-1)).toMatchObject({ current_key: null, withdrawn_way: 'desk' });
  });

  it('that was set before becomes one at the next start, once', async () => {
    const made = await world.create('resident', { name: '老住户', household: world.household.documentId });
    await db()('pd_residents').where({ id: made.id }).update({ agrees_to_text: true });
    const { catchUp } = await import('./consent/keep');
    await Promise.all([catchUp(world.kernel), catchUp(world.kernel)]);
    await catchUp(world.kernel);
    expect(await consents(made.id)).toMatchObject([{ purpose: 'text_notices', given_way: 'earlier', version: 1 }]);
  });

  it('no restriction is set or lifted there', async () => {
    await expect(set({ restrictedAt: '2026-01-01T00:00:00.000Z' })).rejects.toMatchObject({ name: 'ForbiddenError' });
    await set({ restrictedAt: null, relation: '业主' });
  });
});

describe('a statement', () => {
  const documents = () => world.desk.strapi.documents(STATEMENT);

  it('is counted by version, and stays as it was once somebody has agreed', async () => {
    const statement = { community: world.garden.documentId, purpose: 'mail_notices', title: '新版', text: '新的文字' };
    const later = await documents().create({ data: { ...statement, effectiveFrom: '2020-01-01T00:00:00Z' } as never });
    expect(later.version).toBe(2);
    await documents().update({ documentId: later.documentId, data: { text: '改过的文字' } as never });
    const { body } = await own().expect(200);
    expect(itemOf(body, 'mail_notices').statement).toMatchObject({ version: 2, text: '改过的文字' });
    await own('', { purpose: 'mail_notices', statement: later.documentId }).expect(200);
    for (const data of [{ text: '再改' }, { title: '再改' }, { version: 9 }])
      await expect(documents().update({ documentId: later.documentId, data: data as never })).rejects.toMatchObject({
        name: 'ForbiddenError',
      });
    await expect(documents().delete({ documentId: later.documentId })).rejects.toMatchObject({
      name: 'ForbiddenError',
    });
    // Sent along unchanged, as the form does.
    await documents().update({ documentId: later.documentId, data: { ...statement, text: '改过的文字' } as never });
  });

  it('that is newer takes the place of the consent to the earlier one', async () => {
    const third = await documents().create({
      data: {
        community: world.garden.documentId,
        purpose: 'mail_notices',
        title: '第三版',
        text: '第三版文字',
        effectiveFrom: '2020-01-01T00:00:00Z',
      } as never,
    });
    await own('', { purpose: 'mail_notices', statement: third.documentId }).expect(200);
    const standing = (await consents()).filter(({ current_key }) => current_key !== null);
    expect(standing).toMatchObject([{ version: 3, text: '第三版文字' }]);
    expect((await consents()).filter(({ withdrawn_way }) => withdrawn_way === 'newer')).toMatchObject([{ version: 2 }]);
  });

  it('is listed with how many agreed', async () => {
    const { client } = world.staff.supervisor;
    const { body } = await desk.call(client, `/consent-statements?community=${world.garden.documentId}`).expect(200);
    const mail = body.data.filter(({ purpose }: { purpose: string }) => purpose === 'mail_notices');
    expect(mail.map(({ version, inForce, agreed }: never) => [version, inForce, agreed])).toEqual([
      [3, true, 1],
      [2, false, 0],
      [1, false, 0],
    ]);
    await desk.call(client, `/consent-statements?community=${world.river.documentId}`).expect(400);
  });
});

it('sixteen who record the same consent at once, and the resident taking it back: one row stands at most', async () => {
  const people = await hireSixteen(world, 'receptionist');
  const { resident } = await world.settle(world.neighbour, '李四', '13900007777');
  const at = `/residents/${resident.documentId}/consents`;
  const answers = await Promise.all(
    people.map(({ client }) => desk.call(client, at, { purpose: 'text_notices', way: 'paper' }))
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(16).fill(200));
  expect(await consents(resident.id)).toHaveLength(1);
  await Promise.all(
    people.map(({ client }, index) =>
      desk.call(client, index % 2 ? at : `${at}/withdraw`, { purpose: 'text_notices', way: 'paper' })
    )
  );
  const rows = await consents(resident.id);
  const standing = rows.filter(({ current_key }) => current_key !== null);
  expect(standing.length).toBeLessThanOrEqual(1);
  const { agrees_to_text } = await db()('pd_residents').where({ id: resident.id }).first();
  expect(Boolean(agrees_to_text)).toBe(standing.length === 1);
});

it('nobody writes the ledger of consents by another road', async () => {
  const data = { purpose: 'mail_notices', version: 1, givenAt: new Date(), givenWay: 'paper' };
  await expect(
    world.desk.strapi.documents('plugin::property-desk.consent').create({ data: data as never })
  ).rejects.toMatchObject({ name: 'ForbiddenError' });
});
