import supertest from 'supertest';
import { createConfidential, SealBroken, type Confidential } from './confidential';
import { isSealed, parseKeyring } from './keyring';
import { freshKeys } from './testing/fresh-keys';
import { FIELDS, HOUSE, PERSON, startToyApp, STREET } from './testing/toy-app';

type Loose = Record<string, any>;
const MOBILE = '13812345678';
const MASK = '138****5678';
const IDENTITY = '11010119900307123X';

let app: Awaited<ReturnType<typeof startToyApp>>;
let desk: Confidential;
const env = freshKeys('2026a', '2025a');

const assemble = (keys: Record<string, string> = env) =>
  createConfidential({
    strapi: app.strapi,
    rows: app.rows,
    clock: app.clock,
    keyring: parseKeyring(keys),
    fields: FIELDS as never,
  });

const documents = (uid: string): Loose => app.strapi.documents(uid as never);
const people = () => documents(PERSON);
const houses = () => documents(HOUSE);
const streets = () => documents(STREET);
const raw = (documentId: string): Promise<Loose> =>
  app.strapi.db.connection('pd_toy_person').where({ document_id: documentId }).first();
const plainOf = async (documentId: string, field = 'telephone') =>
  desk.open(PERSON, documentId, field, (await raw(documentId))[field === 'identityNumber' ? 'identity_number' : field]);
const entries = (): Promise<Loose[]> => app.strapi.db.connection('pd_access_log').orderBy('id');

beforeAll(async () => {
  app = await startToyApp();
  desk = assemble();
  desk.guard();
});
afterAll(() => app?.stop());

describe('on the way in', () => {
  test('a create through documents stores no plain value', async () => {
    const data = { name: 'Li', telephone: '138 1234 5678', identityNumber: IDENTITY, note: 'evenings *only*' };
    const made = await people().create({ data });
    expect(made).toMatchObject({ name: 'Li', telephone: MASK, identityNumber: '110***********123X', note: '*' });
    expect(made).not.toHaveProperty('telephoneHash');
    expect(data.telephone).toBe('138 1234 5678');

    const row = await raw(made.documentId);
    for (const column of ['telephone', 'identity_number', 'note']) expect(isSealed(row[column])).toBe(true);
    expect(JSON.stringify(row)).not.toMatch(/1234|evenings/);
    expect(row.telephone_hash).toBe(desk.hash('telephone', '+86 13812345678'));
    expect(await plainOf(made.documentId)).toBe('138 1234 5678');
    expect(await plainOf(made.documentId, 'note')).toBe('evenings *only*');
  });

  test('a create through db.query, one or many, likewise', async () => {
    const one = await app.strapi.db.query(PERSON).create({ data: { telephone: MOBILE } });
    expect(one.telephone).toBe(MASK);
    expect(await plainOf(one.documentId)).toBe(MOBILE);

    const many = await app.strapi.db
      .query(PERSON)
      .createMany({ data: [{ telephone: MOBILE }, { telephone: '95588' }, {}] });
    const rows: Loose[] = await app.strapi.db.connection('pd_toy_person').whereIn('id', many.ids).orderBy('id');
    expect(await Promise.all(rows.map((row) => plainOf(row.document_id)))).toEqual([MOBILE, '95588', null]);
    expect(rows[2].telephone_hash).toBeNull();
  });

  test.each([
    ['telephone', '1234', 'telephone'],
    ['telephone', 'no number', 'telephone'],
    ['telephone', MASK, 'telephone'],
    ['telephone', { a: 1 }, 'telephone'],
    ['identityNumber', '110***********123X', 'identityNumber'],
    ['note', '*', 'note'],
  ])('%s = %j is refused by name', async (field, value, named) => {
    const before = await people().count({});
    const refusal: Loose = await app.strapi.db
      .query(PERSON)
      .create({ data: { [field]: value } })
      .catch((error: Error) => error);
    expect(refusal.name).toBe('ValidationError');
    expect(refusal.details.errors[0].path).toEqual([named]);
    expect(await people().count({})).toBe(before);
  });

  test('a hash cannot be set by hand', async () => {
    const hash = desk.hash('telephone', '95588');
    const made = await app.strapi.db.query(PERSON).create({ data: { telephone: MOBILE, telephoneHash: hash } });
    await app.strapi.db.query(PERSON).update({ where: { id: made.id }, data: { telephoneHash: hash, name: 'x' } });
    expect((await raw(made.documentId)).telephone_hash).toBe(desk.hash('telephone', MOBILE));
  });

  test('a value sealed for another record or attribute is refused', async () => {
    const made = await people().create({ data: { telephone: MOBILE, identityNumber: IDENTITY } });
    const { telephone, identity_number: identity } = await raw(made.documentId);
    const other = await people().create({ data: { name: 'other' } });
    const update = (documentId: string, data: Loose) => people().update({ documentId, data });
    await expect(update(other.documentId, { telephone })).rejects.toThrow();
    await expect(update(made.documentId, { telephone: identity })).rejects.toThrow();
    await update(made.documentId, { telephone });
    expect(await plainOf(made.documentId)).toBe(MOBILE);
  });
});

describe('an update', () => {
  let documentId: string;
  beforeEach(async () => {
    ({ documentId } = await people().create({ data: { name: 'Wang', telephone: MOBILE, note: 'note' } }));
  });
  const update = (data: Loose) => people().update({ documentId, data });

  test('seals under the record’s own documentId and moves the hash', async () => {
    expect((await update({ telephone: '021-5555 1234' })).telephone).toBe('021******34');
    expect(await plainOf(documentId)).toBe('021-5555 1234');
    expect((await raw(documentId)).telephone_hash).toBe(desk.hash('telephone', '(021)55551234'));
  });

  test('with the mask as it was shown changes nothing', async () => {
    const before = await raw(documentId);
    const shown = await update({ name: 'Wang 2', telephone: MASK, note: '*' });
    const after = await raw(documentId);
    expect(shown).toMatchObject({ name: 'Wang 2', telephone: MASK, note: '*' });
    expect([after.telephone, after.telephone_hash, after.note]).toEqual([
      before.telephone,
      before.telephone_hash,
      before.note,
    ]);
  });

  test('with another mask is refused', async () => {
    await expect(update({ telephone: '139****5678' })).rejects.toMatchObject({ name: 'ValidationError' });
    expect(await plainOf(documentId)).toBe(MOBILE);
  });

  test.each([[null], ['']])('with %j clears value and hash', async (empty) => {
    expect((await update({ telephone: empty })).telephone).toBeNull();
    expect(await raw(documentId)).toMatchObject({ telephone: null, telephone_hash: null });
  });

  test('of other attributes leaves the sealed ones', async () => {
    const before = await raw(documentId);
    await update({ name: 'Zhao' });
    expect((await raw(documentId)).telephone).toBe(before.telephone);
  });

  test('cannot move sealed values to another documentId', async () => {
    const query = app.strapi.db.query(PERSON);
    await expect(
      query.update({ where: { documentId }, data: { documentId: 'abcdefghijklmnopqrstuvwx' } })
    ).rejects.toThrow();
    await query
      .updateMany({ where: { documentId }, data: { documentId: 'abcdefghijklmnopqrstuvwx' } })
      .catch(() => null);
    expect(await plainOf(documentId)).toBe(MOBILE);
  });

  test('of many records takes a value for one alone', async () => {
    const query = app.strapi.db.query(PERSON);
    await people().create({ data: { name: 'Wang' } });
    await expect(query.updateMany({ where: { name: 'Wang' }, data: { telephone: '95588' } })).rejects.toMatchObject({
      name: 'ValidationError',
    });
    await query.updateMany({ where: { documentId }, data: { telephone: '95588' } });
    expect(await plainOf(documentId)).toBe('95588');
    await query.updateMany({ where: { name: 'Wang' }, data: { telephone: null } });
    expect(await raw(documentId)).toMatchObject({ telephone: null, telephone_hash: null });
  });

  test('of nobody stores nothing', async () => {
    expect(await app.strapi.db.query(PERSON).update({ where: { id: 0 }, data: { telephone: '95588' } })).toBeNull();
    expect(await desk.find(PERSON, 'telephone', '95588')).not.toContain(0);
  });

  test('joins the caller’s transaction, and goes with it', async () => {
    await expect(
      app.strapi.db.transaction(async () => {
        const made = await people().create({ data: { name: 'inside' } });
        await people().update({ documentId: made.documentId, data: { telephone: '55554321' } });
        await update({ telephone: '55554321' });
        throw new Error('undo');
      })
    ).rejects.toThrow('undo');
    expect(await plainOf(documentId)).toBe(MOBILE);
    expect(await desk.find(PERSON, 'telephone', '55554321')).toEqual([]);
  });
});

describe('on the way out', () => {
  let person: Loose;
  let house: Loose;
  let street: Loose;
  beforeAll(async () => {
    person = await people().create({ data: { name: 'Chen', telephone: MOBILE, identityNumber: IDENTITY } });
    street = await streets().create({ data: { name: 'Long' } });
    house = await houses().create({ data: { name: '1-101', owner: person.id, street: street.documentId } });
  });

  test('lists and single records are masked, whatever is selected', async () => {
    const query = app.strapi.db.query(PERSON);
    const where = { id: person.id };
    expect((await query.findOne({ where })).telephone).toBe(MASK);
    expect((await query.findMany({ where }))[0].identityNumber).toBe('110***********123X');
    expect(await query.findOne({ where, select: ['telephone', 'telephoneHash'] })).toEqual({
      documentId: person.documentId,
      telephone: MASK,
    });
    expect((await people().findFirst({ filters: { name: 'Chen' }, fields: ['telephone'] })).telephone).toBe(MASK);
    expect(JSON.stringify(await query.findPage({ where }))).not.toMatch(/pdc1|1381234/);
  });

  test('so are records reached from others, one and two steps away, and on the way of a write', async () => {
    const near = await houses().findOne({
      documentId: house.documentId,
      populate: { owner: { fields: ['telephone'] } },
    });
    expect(near.owner.telephone).toBe(MASK);
    const far = await streets().findMany({ populate: { houses: { populate: '*' } } });
    expect(far[0].houses[0].owner.telephone).toBe(MASK);
    const written = await streets().update({
      documentId: street.documentId,
      data: { name: 'Longer' },
      populate: { houses: { populate: ['owner'] } },
    });
    expect(written.houses[0].owner.telephone).toBe(MASK);
    for (const answer of [near, far, written]) expect(JSON.stringify(answer)).not.toMatch(/pdc1|Hash|1381234/);
  });

  test('a deleted record is answered masked', async () => {
    const made = await people().create({ data: { telephone: MOBILE } });
    const gone = await people().delete({ documentId: made.documentId });
    expect(gone.entries[0].telephone).toBe(MASK);
  });

  test('an event that Strapi sends to webhooks carries masks', async () => {
    const heard = new Promise<Loose>((resolve) => {
      app.strapi.eventHub.once('entry.create', (async (payload: Loose) => resolve(payload)) as never);
    });
    await people().create({ data: { telephone: MOBILE } });
    expect(JSON.stringify(await heard)).toContain(MASK);
    expect(JSON.stringify(await heard)).not.toMatch(/pdc1|1381234/);
  });

  test('a value under a lost key is hidden whole and may be written anew, but not revealed', async () => {
    const made = await people().create({ data: { name: 'Lost' } });
    const lost = assemble({ ...freshKeys('1999z'), PROPERTY_DESK_HASH_KEY: env.PROPERTY_DESK_HASH_KEY });
    const sealed = lost.seal(PERSON, made.documentId, { telephone: MOBILE });
    await app.strapi.db.connection('pd_toy_person').where({ id: made.id }).update({ telephone: sealed.telephone });
    expect((await people().findOne({ documentId: made.documentId })).telephone).toBe('****');
    await people().update({ documentId: made.documentId, data: { telephone: '****', name: 'Still lost' } });
    expect((await raw(made.documentId)).telephone).toBe(sealed.telephone);
    const asked = {
      uid: PERSON,
      documentId: made.documentId,
      field: 'telephone',
      reason: 'call back',
      actor: { kind: 'staff', name: 'Wu' },
    };
    await expect(desk.reveal(asked)).rejects.toThrow(SealBroken);
    await people().update({ documentId: made.documentId, data: { telephone: MOBILE } });
    expect(await plainOf(made.documentId)).toBe(MOBILE);
  });
});

describe('nobody guesses by conditions or order', () => {
  const shut = [
    [PERSON, { filters: { telephone: { $startsWith: '138' } } }, 'telephone'],
    [PERSON, { filters: { telephone: { $null: true } } }, 'telephone'],
    [PERSON, { filters: { telephoneHash: 'x' } }, 'telephoneHash'],
    [PERSON, { filters: { $or: [{ name: 'a' }, { $not: { identityNumber: { $contains: '1' } } }] } }, 'identityNumber'],
    [PERSON, { sort: 'telephone' }, 'telephone'],
    [PERSON, { sort: 'telephoneHash:desc' }, 'telephoneHash'],
    [PERSON, { sort: ['name', 'telephone:asc'] }, 'telephone'],
    [PERSON, { sort: { note: 'asc' } }, 'note'],
    [HOUSE, { filters: { owner: { telephone: { $contains: '8' } } } }, 'owner.telephone'],
    [HOUSE, { sort: 'owner.telephone:asc' }, 'owner.telephone'],
    [HOUSE, { populate: { owner: { filters: { telephone: { $contains: '8' } } } } }, 'owner.telephone'],
    [
      STREET,
      { filters: { houses: { $and: [{ owner: { telephoneHash: { $gt: 'a' } } }] } } },
      'houses.owner.telephoneHash',
    ],
    [STREET, { populate: { houses: { populate: { owner: { sort: 'telephone' } } } } }, 'houses.owner.telephone'],
  ] as const;

  test.each(shut)('%s %j', async (uid, params, named) => {
    const { findMany, findFirst, count } = documents(uid);
    for (const ask of [findMany, findFirst]) {
      const refusal: Loose = await ask(params).catch((error: Error) => error);
      expect(refusal.name).toBe('ValidationError');
      expect(refusal.details.errors[0].path.join('.')).toBe(named);
    }
    if ('filters' in params) await expect(count(params)).rejects.toMatchObject({ name: 'ValidationError' });
  });

  test('nor through db.query and columns', async () => {
    const query = app.strapi.db.query(PERSON);
    await expect(query.findMany({ where: { telephone_hash: 'x' } })).rejects.toMatchObject({ name: 'ValidationError' });
    await expect(query.findMany({ orderBy: { telephone: 'asc' } })).rejects.toMatchObject({ name: 'ValidationError' });
    await expect(query.deleteMany({ where: { telephone: { $contains: '8' } } })).rejects.toMatchObject({
      name: 'ValidationError',
    });
    await expect(app.strapi.db.query(HOUSE).count({ where: { owner: { note: 'a' } } })).rejects.toMatchObject({
      name: 'ValidationError',
    });
  });

  test('the search box finds names, and neither hash nor ciphertext', async () => {
    const made = await people().create({ data: { name: 'Searched', telephone: MOBILE } });
    const row = await raw(made.documentId);
    const found = async (_q: string) => (await people().findMany({ _q })).map(({ documentId }: Loose) => documentId);
    expect(await found('searche')).toEqual([made.documentId]);
    expect(await found(row.telephone_hash)).toEqual([]);
    expect(await found(row.telephone.slice(-20))).toEqual([]);
    expect(await found('pdc1')).toEqual([]);
  });

  test('other conditions work as ever', async () => {
    const found = await houses().findMany({
      filters: { owner: { name: 'Chen' } },
      sort: 'owner.name:asc',
      populate: ['owner'],
    });
    expect(found).toHaveLength(1);
  });
});

describe('reveal', () => {
  const actor = { kind: 'staff', staffId: null, name: 'Wu' };
  let documentId: string;
  beforeAll(async () => {
    ({ documentId } = await people().create({ data: { telephone: '021-5555 1234', identityNumber: IDENTITY } }));
  });
  const ask = (more: Loose = {}) =>
    desk.reveal({ uid: PERSON, documentId, field: 'telephone', reason: '回电', actor, ...more });

  test('gives the plain value and logs the look', async () => {
    app.clock.freeze(new Date('2026-11-23T08:00:00Z'));
    const before = (await entries()).length;
    expect(await ask({ reason: ' 回电 13900001111, 02155551234 ' })).toBe('021-5555 1234');
    const log = await entries();
    expect(log).toHaveLength(before + 1);
    expect(log[before]).toMatchObject({
      kind: 'reveal',
      record_type: PERSON,
      record_document_id: documentId,
      field: 'telephone',
      reason: '回电 139****1111, 021******34',
      actor_kind: 'staff',
      actor_name: 'Wu',
    });
    expect(new Date(log[before].at).toISOString()).toBe('2026-11-23T08:00:00.000Z');
    app.clock.run();
  });

  test.each([
    [{ reason: '' }, 'reason'],
    [{ reason: ' a ' }, 'reason'],
    [{ reason: undefined }, 'reason'],
    [{ reason: ['回电'] }, 'reason'],
    [{ reason: 'x'.repeat(501) }, 'reason'],
    [{ field: 'name' }, 'field'],
    [{ field: 'constructor' }, 'field'],
    [{ uid: HOUSE }, 'field'],
    [{ uid: 'constructor' }, 'field'],
  ])('%j is refused by name and not logged', async (more, named) => {
    const before = (await entries()).length;
    const refusal = (await ask(more).catch((error: Error) => error)) as unknown as Loose;
    expect(refusal.name).toBe('ValidationError');
    expect(refusal.details.errors[0].path).toEqual([named]);
    expect(await entries()).toHaveLength(before);
  });

  test('an unknown record is not found and not logged', async () => {
    const before = (await entries()).length;
    await expect(ask({ documentId: 'nobody' })).rejects.toMatchObject({ name: 'NotFoundError' });
    expect(await entries()).toHaveLength(before);
  });

  test('gives nothing when the log cannot be written', async () => {
    await app.strapi.db.connection.schema.renameTable('pd_access_log', 'pd_access_log_away');
    try {
      await expect(ask()).rejects.toMatchObject({ message: expect.stringContaining('pd_access_log') });
    } finally {
      await app.strapi.db.connection.schema.renameTable('pd_access_log_away', 'pd_access_log');
    }
  });

  test('prints and exports are logged together', async () => {
    const before = (await entries()).length;
    const looks = Array.from({ length: 60 }, (_, at) => ({
      kind: 'print' as const,
      recordType: 'toy',
      recordDocumentId: `r${at}`,
      actor,
    }));
    await app.strapi.db.transaction(({ trx }) => desk.log(trx, looks));
    expect(await entries()).toHaveLength(before + 60);
  });
});

describe('look-ups and keys', () => {
  test('a telephone is found however it is typed', async () => {
    const made = await people().create({ data: { telephone: '0755-8888 7777' } });
    for (const typed of ['075588887777', '+86 755 8888 7777', '（0755）88887777']) {
      expect(await desk.find(PERSON, 'telephone', typed)).toEqual([made.id]);
    }
    await app.strapi.db.transaction(async ({ trx }) =>
      expect(await desk.find(PERSON, 'telephone', '075588887777', trx)).toEqual([made.id])
    );
    expect(await desk.find(PERSON, 'telephone', '075588887770')).toEqual([]);
    await expect(desk.find(PERSON, 'identityNumber', IDENTITY)).rejects.toThrow(/no hash/);
  });

  test('rotation moves everything under the new key, once, and may be stopped between', async () => {
    await app.strapi.db.connection('pd_toy_person').delete();
    const made: Loose[] = [];
    for (let at = 0; at < 7; at += 1) {
      made.push(await people().create({ data: { telephone: `1390000000${at}`, note: at % 2 ? 'odd' : null } }));
    }
    const legacy = { document_id: 'legacyabcdefghijklmnopqr', telephone: '95588', telephone_hash: null };
    await app.strapi.db.connection('pd_toy_person').insert(legacy);
    const lost = assemble({ ...freshKeys('1999z'), PROPERTY_DESK_HASH_KEY: env.PROPERTY_DESK_HASH_KEY });
    await app.strapi.db
      .connection('pd_toy_person')
      .where({ id: made[6].id })
      .update(lost.seal(PERSON, made[6].documentId, { note: 'lost' }));

    const [current, older] = env.PROPERTY_DESK_KEYS.split(',');
    const next = assemble({
      ...env,
      PROPERTY_DESK_KEYS: `${freshKeys('2027a').PROPERTY_DESK_KEYS},${current},${older}`,
    });
    expect(await next.rotate({ batch: 3 })).toEqual({ moved: 11, missed: 0, broken: 1 });
    expect(await next.rotate({ batch: 3 })).toEqual({ moved: 0, missed: 0, broken: 1 });

    const row = await raw(made[2].documentId);
    expect(row.telephone).toMatch(/^pdc1:2027a:/);
    expect(next.open(PERSON, made[2].documentId, 'telephone', row.telephone)).toBe('13900000002');
    expect(await next.find(PERSON, 'telephone', '13900000002')).toEqual([made[2].id]);
    const sealed = await raw(legacy.document_id);
    expect(sealed.telephone).toMatch(/^pdc1:2027a:/);
    expect(await next.find(PERSON, 'telephone', '95588')).toEqual([sealed.id]);
  });
});

describe('wrong schemas are found at start', () => {
  test.each([
    ['an unknown type', { 'plugin::property-desk.nothing': { a: { kind: 'text' } } }, /no content type/],
    ['an unknown attribute', { [PERSON]: { nothing: { kind: 'telephone' } } }, /nothing must be of type/],
    ['a text that a string column would cut', { [PERSON]: { name: { kind: 'text' } } }, /name must be of type text/],
    [
      'a hash that is shown',
      { [PERSON]: { telephone: { kind: 'telephone', hash: 'name' } } },
      /name must be a private string/,
    ],
  ])('%s', (_, fields, message) => {
    const wrong = createConfidential({ ...app, keyring: parseKeyring(env), fields: fields as never });
    expect(() => wrong.guard()).toThrow(message);
  });
});

describe('the Content Manager', () => {
  let agent: supertest.Agent;
  let token: string;
  const path = (uid: string, rest = '') => `/content-manager/collection-types/${uid}${rest}`;
  const call = (method: 'get' | 'post' | 'put', url: string) =>
    agent[method](url).set('Authorization', `Bearer ${token}`);

  beforeAll(async () => {
    agent = supertest(app.strapi.server.httpServer);
    const registered = await agent
      .post('/admin/register-admin')
      .send({ email: 'toy@toy.local', password: 'Toy-admin-1', firstname: 'Toy', lastname: 'Toy' });
    token = registered.body.data.token;
  });

  test('takes a plain value, shows the mask, takes the mask back', async () => {
    const made = await call('post', path(PERSON)).send({ name: 'Panel', telephone: MOBILE });
    expect(made.status).toBe(201);
    expect(made.body.data.telephone).toBe(MASK);
    const { documentId, ...shown } = made.body.data;
    const saved = await call('put', path(PERSON, `/${documentId}`)).send({
      name: 'Panel 2',
      telephone: shown.telephone,
    });
    expect(saved.status).toBe(200);
    expect(saved.body.data).toMatchObject({ name: 'Panel 2', telephone: MASK });
    expect(await plainOf(documentId)).toBe(MOBILE);
    const listed = await call('get', path(PERSON));
    expect(listed.status).toBe(200);
    expect(JSON.stringify(listed.body)).toContain(MASK);
    expect(JSON.stringify(listed.body)).not.toMatch(/pdc1|telephoneHash|1381234/);
  });

  test.each([
    ['?filters[$and][0][telephone][$startsWith]=138'],
    ['?filters[telephoneHash][$eq]=a'],
    ['?sort=telephone:ASC'],
    ['?sort=telephoneHash:ASC'],
  ])('%s is a 400', async (query) => {
    expect((await call('get', path(PERSON, query))).status).toBe(400);
  });

  test('the relations that a house offers show no telephone', async () => {
    const answer = await call('get', `/content-manager/relations/${HOUSE}/owner?_q=138`);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toMatch(/pdc1|1381234/);
  });

  test('an impossible telephone is a 400 that names the field', async () => {
    const answer = await call('post', path(PERSON)).send({ name: 'Panel', telephone: '12' });
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors[0].path).toEqual(['telephone']);
  });
});
