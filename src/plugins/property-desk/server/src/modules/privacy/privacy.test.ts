import mammoth from 'mammoth';
import { layOut, noOffice } from '../../kernel/print/testing/inspect';
import { bootWorld, type World } from '../../testing/world';
import { DATA_REQUEST_UID } from './row';
import { IDENTITY, MAIL, NAME, privacyDesk, TELEPHONE, TOLD } from './testing/desk';

let world: World;
let desk: ReturnType<typeof privacyDesk>;
let person: Awaited<ReturnType<typeof desk.person>>;

beforeAll(async () => {
  world = await bootWorld();
  desk = privacyDesk(world);
  person = await desk.person();
});
afterAll(() => world?.desk.stop());
beforeEach(() => world.kernel.clock.run());

const rowOf = (uid: string, documentId: string) =>
  world.kernel.rows.first(world.kernel.strapi.db.connection, uid, { documentId });
const residentRow = () => rowOf('plugin::property-desk.resident', person.resident.documentId);
const plainOf = async (field: string) => {
  const row = await residentRow();
  return world.kernel.confidential.open('plugin::property-desk.resident', row!.documentId, field, row![field]);
};
const looks = async (kind: string) => (await world.kernel.strapi.db.connection('pd_access_log').where({ kind })).length;

describe('asking', () => {
  it('is numbered, owed by specialists within fifteen days, and known at once whose it is', async () => {
    world.kernel.clock.freeze(new Date('2026-11-28T02:00:00Z'));
    const { number, state, documentId } = await desk.lodge(person.resident, 'explanation');
    expect([number, state]).toEqual([expect.stringMatching(/^GR-20261128-\d{4}$/), 'verified']);
    const [owed] = await world.kernel.rows.find(world.kernel.strapi.db.connection, 'plugin::property-desk.obligation', {
      caseDocumentId: documentId,
    });
    expect(owed).toMatchObject({ what: 'data-request.answer', ownerRole: 'specialist', level: 1 });
    expect((owed.dueAt as Date).toISOString()).toBe('2026-12-13T02:00:00.000Z');
  });

  it('waits for an identity, and then for an answer', async () => {
    const { state, documentId } = await desk.lodge(person.resident, 'copy', { identityCheck: undefined });
    expect(state).toBe('received');
    const early = await desk.act(world.staff.specialist, documentId, 'answer', TOLD);
    expect(early.status).toBe(409);
    await desk.act(world.staff.receptionist, documentId, 'verify', { identityCheck: 'callback' }).expect(200);
    await desk.act(world.staff.specialist, documentId, 'answer', TOLD).expect(200);
    expect(await rowOf(DATA_REQUEST_UID, documentId)).toMatchObject({ state: 'done', told: TOLD.told });
  });

  it.each([
    ['a correction of nothing', 'correction', {}, 'proposedName'],
    ['corrected values in a deletion', 'deletion', { proposedName: '李四' }, 'proposedName'],
    ['an account that is none', 'copy', { identityCheck: 'account' }, 'identityCheck'],
    ['a telephone that is none', 'correction', { proposedTelephone: '12ab' }, 'proposedTelephone'],
  ])('%s is refused by its field', async (_what, kind, more, field) => {
    const { client } = world.staff.receptionist;
    const input = desk.asked(person.resident, kind, more);
    const { status, body } = await desk.call(client, '/data-requests/actions/lodge', { input });
    expect([status, body.error.details.errors[0].path]).toEqual([400, [field]]);
  });

  it('a resident of another community is unknown', async () => {
    const { client } = world.elsewhere.receptionist;
    const input = desk.asked(person.resident, 'copy', { community: world.river.documentId });
    const { status, body } = await desk.call(client, '/data-requests/actions/lodge', { input });
    expect([status, body.error.details.errors[0].path]).toEqual([400, ['resident']]);
  });

  it('rises to supervisor and manager while nobody answers', async () => {
    const { documentId } = await desk.lodge(person.resident, 'copy');
    const levels = async () =>
      (
        await world.kernel.rows.find(world.kernel.strapi.db.connection, 'plugin::property-desk.obligation', {
          caseDocumentId: documentId,
        })
      ).map(({ level, ownerRole }) => [level, ownerRole]);
    world.kernel.clock.advance(15 * 86_400_000 + 60_000);
    await world.kernel.tick();
    world.kernel.clock.advance(86_400_000 + 60_000);
    await world.kernel.tick();
    world.kernel.clock.advance(86_400_000 + 60_000);
    await world.kernel.tick();
    expect(await levels()).toEqual([
      [1, 'specialist'],
      [2, 'supervisor'],
      [3, 'manager'],
    ]);
  });
});

describe('a correction', () => {
  it('changes the record when it is granted, and the ledger keeps it masked', async () => {
    const proposed = { proposedTelephone: '13966665555', proposedRelation: '本人', proposedName: '欧阳静宜' };
    const { documentId } = await desk.lodge(person.resident, 'correction', proposed);
    const stored = await rowOf(DATA_REQUEST_UID, documentId);
    expect(stored!.proposedTelephone).toMatch(/^pdc1:/);
    expect(await plainOf('telephone')).toBe(TELEPHONE);
    await desk.act(world.staff.specialist, documentId, 'answer', TOLD).expect(200);
    expect(await plainOf('telephone')).toBe('13966665555');
    expect(await residentRow()).toMatchObject({ name: '欧阳静宜', relation: '本人', initials: 'oyjy' });
    const found = await world.kernel.confidential.find('plugin::property-desk.resident', 'telephone', '13966665555');
    expect(found).toEqual([person.resident.id]);
    const story = await world.kernel.ledger.story(world.kernel.strapi.db.connection, documentId);
    expect(JSON.stringify(story)).not.toMatch(/13966665555|欧阳静宜/);
    expect(story.at(-1)!.changes).toMatchObject({
      corrected: {
        to: { telephone: { from: '139****8888', to: '139****5555' }, name: { from: '欧**', to: '欧**' } },
      },
    });
    const back = { proposedTelephone: TELEPHONE, proposedName: NAME };
    const again = await desk.lodge(person.resident, 'correction', back);
    await desk.act(world.staff.specialist, again.documentId, 'answer', TOLD).expect(200);
  });

  it('that is refused changes nothing, and says why', async () => {
    const { documentId } = await desk.lodge(person.resident, 'correction', { proposedName: '别人' });
    const why = { ground: 'accurate', told: '证件与登记一致', toldWay: 'phone' };
    await desk.act(world.staff.supervisor, documentId, 'refuse', { ...why, ground: '不想办' }).expect(400);
    await desk.act(world.staff.supervisor, documentId, 'refuse', why).expect(200);
    expect(await residentRow()).toMatchObject({ name: NAME });
    expect(await rowOf(DATA_REQUEST_UID, documentId)).toMatchObject({ state: 'refused', ground: 'accurate' });
  });
});

describe('a copy', () => {
  let documentId: string;
  beforeAll(async () => {
    await world.staff.receptionist.client
      .post('/property-desk/tickets/actions/register')
      .send({ input: world.call({ reporterName: NAME, contactTelephone: TELEPHONE, description: '卧室灯不亮' }) })
      .expect(200);
    // By their telephone alone, from elsewhere in the community.
    await world.staff.receptionist.client
      .post('/property-desk/tickets/actions/register')
      .send({
        input: world.call({
          household: undefined,
          publicPlace: '东门',
          reporterName: '欧阳女士',
          contactTelephone: '+86 139-7777-8888',
          description: '路灯不亮',
        }),
      })
      .expect(200);
    await world.staff.receptionist.client
      .post('/property-desk/tickets/actions/register')
      .send({ input: world.call({ description: '别人家的事' }) })
      .expect(200);
    await world.settle(world.household, '同住人甲', '13855554444');
    await world.create('vehicle', {
      household: world.household.documentId,
      resident: person.resident.documentId,
      plate: '沪A12345',
    });
    await world.create('household-paper', {
      household: world.household.documentId,
      resident: person.resident.documentId,
      kind: 'identity_card',
      name: '身份证复印件',
    });
    ({ documentId } = await desk.lodge(person.resident, 'copy'));
  });

  it('holds all that is theirs, in full, and nothing that is not', async () => {
    const before = await looks('export');
    const { body } = await desk
      .call(world.staff.specialist.client, `/data-requests/${documentId}/copy/json`)
      .expect(200);
    const text = JSON.stringify(body);
    for (const value of [NAME, TELEPHONE, IDENTITY, MAIL, '沪A12345', '身份证复印件', '卧室灯不亮', '路灯不亮'])
      expect([value, text.includes(value)]).toEqual([value, true]);
    for (const value of ['同住人甲', '13855554444', '别人家的事', '王小明', '13800005678'])
      expect([value, text.includes(value)]).toEqual([value, false]);
    expect(body.sections.map(({ type }: { type: string }) => type)).toEqual(
      expect.arrayContaining(['resident', 'vehicle', 'household-paper', 'ticket', 'data-request'])
    );
    for (const { purpose, source, retention, records } of body.sections) {
      expect([purpose, source, retention].every(Boolean)).toBe(true);
      for (const line of records.flat()) expect(line.label).not.toMatch(/^field\./);
    }
    expect(await looks('export')).toBe(before + 1);
  });

  it('is a Word file, too', async () => {
    const { headers } = await desk.call(world.staff.specialist.client, `/data-requests/${documentId}/copy`).expect(200);
    expect(headers['content-type']).toContain('wordprocessingml');
  });

  it('is for those who answer, in their own community, and only of a request for one', async () => {
    const path = `/data-requests/${documentId}/copy`;
    await desk.call(world.staff.receptionist.client, path).expect(403);
    await desk.call(world.elsewhere.supervisor.client, path).expect(404);
    const other = await desk.lodge(person.resident, 'explanation');
    await desk.call(world.staff.specialist.client, `/data-requests/${other.documentId}/copy`).expect(403);
  });
});

describe('a resident’s own requests', () => {
  const own = (client: typeof person.client, path = '', data?: object) =>
    data
      ? client.post(`/api/property-desk/me/data-requests${path}`).send({ data })
      : client.get(`/api/property-desk/me/data-requests${path}`);

  it('are lodged, followed, withdrawn, and fetched once they are answered', async () => {
    const { body } = await own(person.client, '', { kind: 'copy' }).expect(201);
    expect(body.data).toMatchObject({ kind: 'copy', state: 'verified' });
    const { documentId } = body.data;
    await own(person.client, `/${documentId}/copy`).expect(403);
    await desk.act(world.staff.specialist, documentId, 'answer', TOLD).expect(200);
    await own(person.client, `/${documentId}/copy`).expect(200);
    const copy = await own(person.client, `/${documentId}/copy/json`).expect(200);
    expect(JSON.stringify(copy.body)).toContain(IDENTITY);
    const second = await own(person.client, '', { kind: 'deletion' }).expect(201);
    await own(person.client, `/${second.body.data.documentId}/withdraw`, {}).expect(200);
    const list = await own(person.client).expect(200);
    expect(list.body.data.map(({ state }: { state: string }) => state)).toEqual(
      expect.arrayContaining(['done', 'withdrawn'])
    );
  });

  it('are nobody else’s, not even of the same home', async () => {
    const { body } = await own(person.client, '', { kind: 'copy' }).expect(201);
    const flatmate = await world.settle(world.household, '同住人乙', '13855553333');
    await own(flatmate.client, `/${body.data.documentId}`).expect(404);
    await own(flatmate.client, `/${body.data.documentId}/copy`).expect(404);
    await own(flatmate.client, `/${body.data.documentId}/withdraw`, {}).expect(404);
    expect((await own(flatmate.client).expect(200)).body.data).toEqual([]);
    await own(person.client, '', { kind: 'copy', requestWay: 'phone' }).expect(400);
  });
});

describe('a restriction', () => {
  it('is approved by one, carried out by another, lasts, and is lifted', async () => {
    const { documentId } = await desk.lodge(person.resident, 'restriction');
    const { supervisor, manager, specialist } = world.staff;
    expect((await desk.act(specialist, documentId, 'answer', TOLD)).status).toBe(403);
    await desk.act(supervisor, documentId, 'approve', { approvalReason: '本人撤回同意' }).expect(200);
    expect((await desk.act(supervisor, documentId, 'execute', TOLD)).status).toBe(403);
    await desk.act(manager, documentId, 'execute', TOLD).expect(200);
    expect((await residentRow())!.restrictedAt).toBeInstanceOf(Date);
    expect(await rowOf(DATA_REQUEST_UID, documentId)).toMatchObject({ state: 'in_force', dueAt: null, endedAt: null });
    const lift = { liftReason: '本人要求恢复', told: '已恢复', toldWay: 'phone' };
    await desk.act(supervisor, documentId, 'lift', lift).expect(200);
    expect((await residentRow())!.restrictedAt).toBeNull();
  });
});

describe('the letter that answers', () => {
  const office = noOffice();
  if (office) console.warn(`The letter is not laid out: ${office}`);
  const letter = async (documentId: string): Promise<Buffer> =>
    (
      await world.staff.specialist.client
        .get(`/property-desk/data-requests/${documentId}/print`)
        .buffer()
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(null, Buffer.concat(chunks)));
        })
        .expect(200)
    ).body;
  const refused = async () => {
    const { documentId } = await desk.lodge(person.resident, 'deletion', { details: '请删除\n我的全部信息' });
    await desk
      .act(world.staff.supervisor, documentId, 'refuse', {
        ground: 'contract_needed',
        told: '您仍在小区居住，登记信息为履行物业服务合同所必需；搬离并结清事项后可以再提出',
        toldWay: 'phone',
      })
      .expect(200);
    return letter(documentId);
  };

  it('says what was asked and why not, in sentences, with the days as letters write them', async () => {
    const { value } = await mammoth.extractRawText({ buffer: await refused() });
    expect(value).toMatch(/您于20\d\d年\d{1,2}月\d{1,2}日提出的个人信息删除请求（“请删除 我的全部信息”）收悉/);
    expect(value).toContain('搬离并结清事项后可以再提出。\n');
    expect(value).toMatch(/\n20\d\d年\d{1,2}月\d{1,2}日\s*$/);
    expect(value).not.toMatch(/undefined|。。/);
  });

  (office ? it.skip : it)('stands on one page', async () => {
    const [{ pages }] = await layOut([await refused()]);
    expect(pages).toBe(1);
  });
});
