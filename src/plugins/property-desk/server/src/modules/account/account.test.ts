import type { Person } from '@harness';
import { JPEG } from '../../kernel/files/testing/samples';
import { bootWorld, type Doc, type World } from '../../testing/world';
import { BINDING_UID } from './row';
import { asked, claimOf, decide, MINE, ownerOf } from './testing/desk';

let world: World;
let owner: Doc;
let applicant: Person;

const RESIDENT = 'plugin::property-desk.resident';
const ME = '/api/property-desk/me';
const TICKETS = '/api/property-desk/tickets';

beforeAll(async () => {
  world = await bootWorld();
  world.kernel.settings.bindingsPerHour = 10_000;
});
afterAll(() => world?.desk.stop());
beforeEach(async () => {
  owner = await ownerOf(world, world.household);
  applicant = await world.desk.user();
});
// Each test has the archive to itself.
afterEach(async () => {
  const all = (await world.desk.strapi.db.query(RESIDENT).findMany({ where: { movedOutAt: null } })) as Doc[];
  for (const { documentId } of all)
    await world.desk.strapi
      .documents(RESIDENT)
      .update({ documentId, data: { movedOutAt: world.kernel.clock.now(), user: null } as never });
});

const residentRow = (documentId: string) =>
  world.kernel.rows.first(world.kernel.strapi.db.connection, RESIDENT, { documentId });
const bindingRow = (documentId: string) =>
  world.kernel.rows.first(world.kernel.strapi.db.connection, BINDING_UID, { documentId });
const approve = (documentId: string, input: object = { resident: owner.documentId }) =>
  decide(world.staff.specialist, documentId, 'approve', input);

describe('a registered account without a household', () => {
  it('registers by Strapi’s own call, and sees nothing but public things and its own requests', async () => {
    const email = 'new.resident@example.org';
    const { body } = await world.desk.request
      .post('/api/auth/local/register')
      .send({ username: 'new-resident', email, password: 'Correct-Horse-7' })
      .expect(200);
    const client = world.desk.client(body.jwt);
    for (const path of [ME, TICKETS, '/api/property-desk/complaints']) await client.get(path).expect(403);
    await client.get('/api/property-desk/notices').expect(200);
    expect((await client.get(MINE).expect(200)).body).toMatchObject({ data: [], meta: { total: 0 } });
    const communities = await client.get(`${ME}/communities`).expect(200);
    expect(communities.body.data).toContainEqual({ documentId: world.garden.documentId, name: '阳光花园' });
    const { body: request } = await client
      .post(MINE)
      .send({ data: claimOf(world, { identityNumber: '0011' }) })
      .expect(201);
    expect(request.data).toEqual({
      documentId: expect.any(String),
      number: expect.stringMatching(/^BD-\d{8}-\d{4}$/),
      state: 'pending',
      community: { documentId: world.garden.documentId, name: '阳光花园' },
      room: '3栋2单元501',
      kind: 'owner',
      name: '王小明',
      telephone: '138****5678',
      rejection: null,
      active: false,
      decidedAt: null,
      endedAt: null,
      createdAt: expect.any(String),
    });
    for (const path of [ME, TICKETS]) await client.get(path).expect(403);
  });

  it('is nobody to those who are not signed in, and staff have no account', async () => {
    await world.desk.request.get(MINE).expect(403);
    await world.desk.request
      .post(MINE)
      .send({ data: claimOf(world) })
      .expect(403);
    const machine = await world.desk.apiToken();
    await machine.client.get(MINE).expect(403);
    await machine.client.get(ME).expect(403);
  });

  it('sees and touches only what it asked for itself', async () => {
    const documentId = await asked(world, applicant);
    const other = await world.desk.user();
    await other.client.get(`${MINE}/${documentId}`).expect(404);
    await other.client.post(`${MINE}/${documentId}/cancel`).send({ data: {} }).expect(404);
    await other.client.post(`${MINE}/${documentId}/files`).attach('files', JPEG, 'a.jpg').expect(404);
    await applicant.client.get(`${MINE}/${documentId}`).expect(200);
    const { body } = await applicant.client.post(`${MINE}/${documentId}/cancel`).send({ data: {} }).expect(200);
    expect(body.data.state).toBe('cancelled');
    await applicant.client.post(`${MINE}/${documentId}/cancel`).send({ data: {} }).expect(409);
    expect((await decide(world.staff.specialist, documentId, 'approve', { resident: owner.documentId })).status).toBe(
      409
    );
  });

  it('adds a proof, which is kept private', async () => {
    const documentId = await asked(world, applicant);
    const { body } = await applicant.client
      .post(`${MINE}/${documentId}/files`)
      .attach('files', JPEG, 'deed.jpg')
      .expect(200);
    const [{ documentId: file }] = body.data;
    await applicant.client.get(`${MINE}/${documentId}/files/${file}`).expect(200);
    await (await world.desk.user()).client.get(`${MINE}/${documentId}/files/${file}`).expect(404);
    await world.staff.specialist.client.get(`/property-desk/bindings/${documentId}/files/${file}`).expect(200);
    await world.elsewhere.supervisor.client.get(`/property-desk/bindings/${documentId}/files/${file}`).expect(404);
  });

  it.each([
    [{ room: '' }, 'room'],
    [{ telephone: 'abc' }, 'telephone'],
    [{ telephone: '138****5678' }, 'telephone'],
    [{ name: undefined }, 'name'],
    [{ kind: 'landlord' }, 'kind'],
    [{ identityNumber: '123' }, 'identityNumber'],
    [{ community: 'nowhere' }, 'community'],
    [{ surprise: 1 }, 'surprise'],
    [{ user: 1 }, 'user'],
  ])('is told what is wrong with %j', async (more, field) => {
    const { body } = await applicant.client
      .post(MINE)
      .send({ data: claimOf(world, more) })
      .expect(400);
    expect(body.error.details.errors.map(({ path }: { path: string[] }) => path[0])).toContain(field);
    expect((await applicant.client.get(MINE).expect(200)).body.data).toEqual([]);
  });
});

describe('limits', () => {
  it('one request for one room at a time, however it is written', async () => {
    await asked(world, applicant);
    await applicant.client
      .post(MINE)
      .send({ data: claimOf(world, { room: '三号楼2单元501室' }) })
      .expect(409);
    await applicant.client
      .post(MINE)
      .send({ data: claimOf(world, { building: '3', unit: '2', room: '501' }) })
      .expect(409);
    await asked(world, applicant, { room: '3-2-502' });
  });

  it('five a day from one account, even at once, and again tomorrow', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        applicant.client.post(MINE).send({ data: claimOf(world, { room: `9-9-${100 + index}` }) })
      )
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 429, 429, 429]);
    const { body } = await applicant.client
      .post(MINE)
      .set('Accept-Language', 'zh-Hans')
      .send({ data: claimOf(world, { room: '9-9-200' }) })
      .expect(429);
    expect(body.error.message).toBe('今天提交的绑定申请已达 5 次，请明天再试');
    world.kernel.clock.advance(24 * 3_600_000 + 1);
    await asked(world, applicant, { room: '9-9-200' });
  });

  it('so many in an hour from one address', async () => {
    world.kernel.clock.advance(3_600_001);
    world.kernel.settings.bindingsPerHour = 2;
    try {
      await asked(world, applicant);
      await asked(world, await world.desk.user());
      await (
        await world.desk.user()
      ).client
        .post(MINE)
        .send({ data: claimOf(world) })
        .expect(429);
    } finally {
      world.kernel.settings.bindingsPerHour = 10_000;
    }
  });
});

describe('the desk', () => {
  const matches = async (documentId: string) =>
    (await world.staff.receptionist.client.get(`/property-desk/bindings/${documentId}/matches`).expect(200)).body.data;

  it('sees the claim beside the archive, masked, and the look is logged', async () => {
    await ownerOf(world, world.household, { name: '李娜', kind: 'family', telephone: null, identityNumber: null });
    const documentId = await asked(world, applicant, { identityNumber: '0011' });
    const found = await matches(documentId);
    expect(found.household).toEqual({ documentId: world.household.documentId, name: '3栋2单元501' });
    expect(found.candidates).toEqual([
      {
        resident: { documentId: owner.documentId, name: '王小明', kind: 'owner', telephone: '138****5678' },
        household: { documentId: world.household.documentId, name: '3栋2单元501' },
        agrees: { room: 'same', name: 'same', telephone: 'same', identity: 'same' },
        account: 'none',
      },
      expect.objectContaining({ agrees: { room: 'same', name: 'differs', telephone: 'unknown', identity: 'unknown' } }),
    ]);
    expect(found.account.homes).toEqual([]);
    expect(found.account.mail).toContain('***@');
    const { connection } = world.kernel.strapi.db;
    const looks = await world.kernel.rows.find(connection, 'plugin::property-desk.access-log-entry', {
      recordDocumentId: documentId,
      kind: 'search',
    });
    expect(looks.map(({ kind, records }) => [kind, records])).toEqual([['search', 2]]);
    await world.elsewhere.receptionist.client.get(`/property-desk/bindings/${documentId}/matches`).expect(404);
    await world.staff.engineer.client.get(`/property-desk/bindings/${documentId}/matches`).expect(403);
  });

  it('finds whoever has the telephone or the identity number in another room, and says where nothing fits', async () => {
    const documentId = await asked(world, applicant, {
      room: '3-2-502',
      telephone: '13899990000',
      identityNumber: '110101199003070011',
      name: '王 小明',
    });
    const found = await matches(documentId);
    expect(found.household.documentId).toBe(world.neighbour.documentId);
    expect(found.candidates).toHaveLength(1);
    expect(found.candidates[0].agrees).toEqual({
      room: 'differs',
      name: 'same',
      telephone: 'differs',
      identity: 'same',
    });
    const nowhere = await asked(world, applicant, { room: '东门岗亭', telephone: '13877770000' });
    expect(await matches(nowhere)).toMatchObject({ household: null, candidates: [] });
    const { body } = await world.staff.receptionist.client.get('/property-desk/bindings').expect(200);
    const line = body.data.find((each: { documentId: string }) => each.documentId === nowhere);
    expect(line).toMatchObject({ household: null, room: '东门岗亭', telephone: '138****0000', state: 'pending' });
  });

  it('approves: the account sees its home at the very next request', async () => {
    const documentId = await asked(world, applicant);
    await applicant.client.get(TICKETS).expect(403);
    await approve(documentId).expect(200);
    await applicant.client.get(TICKETS).expect(200);
    const { body } = await applicant.client.get(ME).expect(200);
    expect(body.data.homes).toEqual([
      {
        household: { documentId: world.household.documentId, name: '3栋2单元501' },
        community: { documentId: world.garden.documentId, name: '阳光花园' },
        resident: {
          documentId: owner.documentId,
          name: '王小明',
          kind: 'owner',
          telephone: '138****5678',
          movedInAt: null,
          movedOutAt: null,
        },
        consents: [],
        office: { company: '阳光物业服务有限公司', telephone: '021-55551234', responsible: null },
      },
    ]);
    const { body: mine } = await applicant.client.get(`${MINE}/${documentId}`).expect(200);
    expect(mine.data).toMatchObject({ state: 'approved', active: true, room: '3栋2单元501' });
  });

  it('enters somebody new as family or tenant of a household, never as an owner', async () => {
    const documentId = await asked(world, applicant, { name: '李娜', telephone: '13811112222', kind: 'owner' });
    const household = world.household.documentId;
    expect((await approve(documentId, { household })).body.error.details.errors[0].path).toEqual(['kind']);
    await approve(documentId, { household, kind: 'family' }).expect(200);
    const binding = await bindingRow(documentId);
    const made = await world.kernel.rows.first(world.kernel.strapi.db.connection, RESIDENT, { id: binding?.resident });
    expect(made).toMatchObject({ name: '李娜', kind: 'family', initials: 'ln', verified: true, user: applicant.id });
    expect(world.kernel.confidential.isSealed(made?.telephone)).toBe(true);
    expect(world.kernel.confidential.open(RESIDENT, made!.documentId, 'telephone', made!.telephone)).toBe(
      '13811112222'
    );
    expect(made?.household).toBe(world.household.id);
    await applicant.client.get(TICKETS).expect(200);
  });

  it('must choose one of the two, of its own community, and somebody who lives there still', async () => {
    const documentId = await asked(world, applicant);
    const gone = await ownerOf(world, world.household, { movedOutAt: '2021-01-01' });
    const [{ documentId: far }] = (await world.desk.strapi.documents('plugin::property-desk.household').findMany({
      filters: { community: { documentId: world.river.documentId } } as never,
    })) as unknown as Doc[];
    const stranger = await world.create('resident', { name: '远', household: far, kind: 'owner' });
    for (const [input, field] of [
      [{}, 'resident'],
      [{ resident: owner.documentId, household: world.household.documentId }, 'resident'],
      [{ resident: stranger.documentId }, 'resident'],
      [{ resident: gone.documentId }, 'resident'],
      [{ household: far, kind: 'tenant' }, 'household'],
    ] as const) {
      const { body } = await approve(documentId, input).expect(400);
      expect(body.error.details.errors[0].path).toEqual([field]);
    }
    expect(await bindingRow(documentId)).toMatchObject({ state: 'pending', revision: 1, resident: null });
  });

  it('hears of a conflict: a resident with another account, an account with another home', async () => {
    await approve(await asked(world, applicant)).expect(200);
    const second = await world.desk.user();
    const theirs = await asked(world, second);
    expect((await approve(theirs).expect(409)).body.error.message).toContain('王小明');
    expect((await residentRow(owner.documentId))?.user).toBe(applicant.id);

    const elsewhere = await ownerOf(world, world.neighbour, { telephone: '13800005678' });
    const another = await asked(world, applicant, { room: '3-2-502' });
    const { body } = await approve(another, { resident: elsewhere.documentId }).expect(409);
    expect(body.error.message).toContain('3栋2单元501');
    await approve(another, { resident: elsewhere.documentId, otherHome: true }).expect(200);
    expect((await applicant.client.get(ME).expect(200)).body.data.homes).toHaveLength(2);
    const again = await asked(world, applicant, { room: '3-2-502' });
    await approve(again, { household: world.neighbour.documentId, kind: 'family', otherHome: true }).expect(409);
  });

  it('turns down in words that tell nothing of the archive', async () => {
    const documentId = await asked(world, applicant);
    await decide(world.staff.specialist, documentId, 'reject', { rejection: '住的是张三' }).expect(400);
    await decide(world.staff.specialist, documentId, 'reject', { rejection: 'visit', note: '业主另有其人' }).expect(
      200
    );
    const { body, text } = await applicant.client.get(`${MINE}/${documentId}`).expect(200);
    expect(body.data).toMatchObject({ state: 'rejected', rejection: 'visit', active: false });
    expect(text).not.toContain('业主另有其人');
  });

  it('corrects a claim while it waits, and cannot approve for an account that is gone', async () => {
    const documentId = await asked(world, applicant, { room: '3-2-50l' });
    const amend = (input: object) => decide(world.staff.receptionist, documentId, 'amend', input);
    await amend({ reason: '电话核对' }).expect(400);
    await amend({ room: '3-2-501', telephone: '13800005678', reason: '电话核对' }).expect(200);
    expect((await matches(documentId)).household.documentId).toBe(world.household.documentId);
    await world.desk.strapi.db.query('plugin::users-permissions.user').delete({ where: { id: applicant.id } });
    await approve(documentId).expect(409);
  });

  it('unbinds with a reason, and residents themselves without: either ends the access at once', async () => {
    const first = await asked(world, applicant);
    await approve(first).expect(200);
    await applicant.client.get(TICKETS).expect(200);
    await decide(world.staff.supervisor, first, 'unbind', {}).expect(400);
    await decide(world.staff.supervisor, first, 'unbind', { reason: '业主来电要求' }).expect(200);
    await applicant.client.get(TICKETS).expect(403);
    expect(await residentRow(owner.documentId)).toMatchObject({ user: null, verified: false });

    const second = await asked(world, applicant);
    await approve(second).expect(200);
    await applicant.client.get(TICKETS).expect(200);
    const { body } = await applicant.client.post(`${MINE}/${second}/unbind`).send({ data: {} }).expect(200);
    expect(body.data).toMatchObject({ state: 'unbound', active: false });
    await applicant.client.get(TICKETS).expect(403);
    await applicant.client.get(ME).expect(403);
  });
});

describe('whoever moves out', () => {
  const bound = async () => {
    const documentId = await asked(world, applicant);
    await approve(documentId).expect(200);
    const { body } = await applicant.client
      .post(TICKETS)
      .send({
        data: {
          category: world.category.documentId,
          description: '灯不亮',
          reporterName: '王小明',
          contactTelephone: '13800005678',
        },
      })
      .expect(201);
    return { documentId, ticket: body.data.documentId as string };
  };
  const movesOut = (at: Date) =>
    world.desk.strapi
      .documents(RESIDENT)
      .update({ documentId: owner.documentId, data: { movedOutAt: at.toISOString() } as never });

  it('is refused at the very next request, and the ticket stays with the office', async () => {
    const { documentId, ticket } = await bound();
    const photo = await applicant.client.post(`${TICKETS}/${ticket}/photos`).attach('files', JPEG, 'a.jpg').expect(200);
    const file = `${TICKETS}/${ticket}/photos/${photo.body.data[0].documentId}`;
    await applicant.client.get(file).expect(200);
    await movesOut(world.kernel.clock.now());
    for (const path of [ME, TICKETS, `${TICKETS}/${ticket}`, file, '/api/property-desk/complaints'])
      expect([path, (await applicant.client.get(path)).status]).toEqual([path, 403]);
    await world.staff.receptionist.client.get(`/property-desk/tickets/${ticket}`).expect(200);
    expect((await applicant.client.get(`${MINE}/${documentId}`).expect(200)).body.data).toMatchObject({
      state: 'approved',
      active: false,
    });
    // And asks anew, for the new flat.
    await asked(world, applicant, { room: '3-2-502' });
  });

  it('keeps what is theirs until the hour that was announced, and not a request longer', async () => {
    // At noon: the archive takes no day that is not today, and the rest of today is long enough.
    world.kernel.clock.freeze(new Date(`${world.kernel.clock.now().toISOString().slice(0, 10)}T04:00:00.000Z`));
    const { ticket } = await bound();
    const day = new Date(world.kernel.clock.now().getTime() + 3 * 3_600_000);
    await movesOut(day);
    await applicant.client.get(`${TICKETS}/${ticket}`).expect(200);
    expect((await applicant.client.get(ME).expect(200)).body.data.homes[0].resident.movedOutAt).toBe(day.toISOString());
    world.kernel.clock.advance(3 * 3_600_000 - 1);
    await applicant.client.get(`${TICKETS}/${ticket}`).expect(200);
    world.kernel.clock.advance(1);
    await applicant.client.get(`${TICKETS}/${ticket}`).expect(403);
    await applicant.client.get(ME).expect(403);
    world.kernel.clock.run();
  });
});
