import mammoth from 'mammoth';
import { PDF, PNG } from '../../../kernel/files/testing/samples';
import { bootWorld, type Colleague, type Doc, type World } from '../../../testing/world';

let world: World;
let home: Doc;
const DAY = 24 * 3_600_000;
const now = new Date('2026-11-23T01:00:00.000Z');
const MOBILE = '13800005678';
const IDENTITY = '110105194912310021';

const call = (who: Colleague, method: 'get' | 'post' | 'put' | 'delete', path: string) =>
  who.client[method](`/property-desk/households${path}`).set('Accept-Language', 'en');
const file = async (of = home, who = world.staff.specialist) => {
  const { body, status, text } = await call(who, 'get', `/${of.documentId}`);
  if (status !== 200) throw new Error(text);
  for (const plain of [MOBILE, IDENTITY]) expect(text).not.toContain(plain);
  return body.data;
};
const add = async (part: string, input: object, of = home, who = world.staff.receptionist) => {
  const { body, status, text } = await call(who, 'post', `/${of.documentId}/parts/${part}`).send({ input });
  if (status !== 200) throw new Error(`${status}: ${text}`);
  return body.data.documentId as string;
};
const looks = async () =>
  (await world.desk.strapi.db.query('plugin::property-desk.access-log-entry').findMany({ orderBy: 'id' })) as Doc[];
const said = (body: { error: { details: { errors: { path: string[] }[] } } }) => [
  ...new Set(body.error.details.errors.map(({ path }) => path.join('.'))),
];

let rooms = 100;
const newHome = async () => {
  rooms += 1;
  return world.create('household', {
    community: world.garden.documentId,
    building: world.building.documentId,
    unit: '9',
    room: String(rooms),
  });
};

beforeAll(async () => {
  world = await bootWorld();
  world.kernel.clock.freeze(now);
  home = await newHome();
});
afterAll(() => world.desk.stop());

describe('keeping a file at the desk', () => {
  it('adds and changes its parts, masked, with what the file lacks and its story', async () => {
    const { specialist } = world.staff;
    const owner = await add('resident', {
      name: '王小明',
      kind: 'owner',
      telephone: MOBILE,
      identityNumber: IDENTITY,
      movedInAt: '2020-01-01T00:00:00Z',
    });
    const space = await add('parking-space', { number: 'B1-001', kind: 'bought' });
    const car = await add('vehicle', { plate: '沪A·12345', resident: owner, parkingSpace: space, energy: 'electric' });
    await add('key', { number: 'K-001', name: '水表井', copies: 2 });
    await add('renovation', { progress: 'underway', contactTelephone: '13900001111', startsOn: '2026-11-01' });
    await add('household-paper', { kind: 'title_certificate', name: '不动产权证', paperPlace: '3号柜' });
    await call(specialist, 'put', `/${home.documentId}`)
      .send({ input: { responsible: specialist.staff.documentId, occupancy: 'owner_occupied' } })
      .expect(200);

    const seen = await file();
    expect(seen.gaps).toEqual([]);
    expect(seen.parts.resident[0]).toMatchObject({
      documentId: owner,
      ended: false,
      fields: { name: '王小明', telephone: '138****5678', identityNumber: '110***********0021' },
    });
    expect(seen.parts.vehicle[0].fields).toMatchObject({
      plate: '沪A·12345',
      resident: { documentId: owner, name: '王小明' },
      parkingSpace: { documentId: space, name: 'B1-001' },
    });
    expect(seen.parts.renovation[0].fields.contactTelephone).toBe('139****1111');
    expect(seen.fields.responsible).toEqual({ documentId: specialist.staff.documentId, name: 'specialist' });
    expect(seen.may).toMatchObject({ write: true, transfer: true, remove: false });

    await call(specialist, 'put', `/${home.documentId}/parts/vehicle/${car}`)
      .send({ input: { colour: '白色' } })
      .expect(200);
    const { timeline } = await file();
    expect(timeline[0]).toMatchObject({
      action: 'change-vehicle',
      actor: { kind: 'staff', name: 'specialist' },
      article: '12',
      input: { record: { documentId: car } },
      changes: { colour: { from: null, to: '白色' } },
    });
    const added = timeline.find(({ action }: { action: string }) => action === 'add-resident');
    expect(added).toMatchObject({
      actor: { name: 'receptionist' },
      input: { record: { documentId: owner, name: '王**' } },
      changes: { telephone: { from: null, to: '138****5678' }, name: { from: null, to: '王**' } },
    });
    expect(timeline.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['add', 'change', 'add-key', 'add-parking-space', 'add-renovation', 'add-household-paper'])
    );
    const opened = (await looks()).filter(({ kind }) => kind === 'open');
    expect(opened.at(-1)).toMatchObject({ recordDocumentId: home.documentId, actorName: 'specialist' });
  });

  it('refuses what is wrong by its field, and changes nothing', async () => {
    const before = await file();
    const { receptionist } = world.staff;
    const refused = async (method: 'post' | 'put', path: string, body: object) => {
      const answer = await call(receptionist, method, `/${home.documentId}${path}`).send(body);
      expect(answer.status).toBe(400);
      return said(answer.body);
    };
    const owner = before.parts.resident[0].documentId as string;
    expect(await refused('post', '/parts/resident', { input: { kind: 'owner' } })).toEqual(['name']);
    expect(await refused('post', '/parts/resident', { input: { name: '甲', kind: 'lord' } })).toEqual(['kind']);
    expect(await refused('post', '/parts/resident', { input: { name: '甲', kind: 'owner', verified: true } })).toEqual([
      'verified',
    ]);
    expect(
      await refused('post', '/parts/resident', { input: { name: '甲', kind: 'owner', telephone: 'nobody' } })
    ).toEqual(['telephone']);
    const span = { movedInAt: '2026-02-01T00:00:00Z', movedOutAt: '2026-01-01T00:00:00Z' };
    expect(await refused('put', `/parts/resident/${owner}`, { input: span })).toEqual(['movedOutAt']);
    expect(await refused('put', `/parts/resident/${owner}`, { input: { movedOutAt: '2027-01-01T00:00:00Z' } })).toEqual(
      ['movedOutAt']
    );
    expect(await refused('post', '/parts/key', { input: { number: 'K-001', name: '又一把' } })).toEqual(['number']);
    const stranger = await world.create('resident', { name: '外人', household: world.neighbour.documentId });
    expect(
      await refused('post', '/parts/vehicle', { input: { plate: '沪B1', resident: stranger.documentId } })
    ).toEqual(['resident']);
    expect(await refused('put', '', { input: { responsible: world.elsewhere.supervisor.staff.documentId } })).toEqual([
      'responsible',
    ]);
    expect(await file()).toEqual(before);
  });

  it('lets nobody write over what somebody else has just entered', async () => {
    const [owner] = (await file()).parts.resident;
    world.kernel.clock.advance(1000);
    const change = (input: object) =>
      call(world.staff.specialist, 'put', `/${home.documentId}/parts/resident/${owner.documentId}`).send({
        input,
        updatedAt: owner.updatedAt,
      });
    await change({ relation: '本人' }).expect(200);
    const late = await change({ relation: '户主' });
    expect([late.status, late.body.error.name]).toEqual([409, 'ConflictError']);
    expect((await file()).parts.resident[0].fields.relation).toBe('本人');
  });

  it('hands a free parking space to a household, and takes away what was entered by mistake', async () => {
    await world.create('parking-space', { number: 'B1-777', community: world.garden.documentId, kind: 'public' });
    const space = await add('parking-space', { number: 'B1-777', kind: 'rented' });
    const path = `/${home.documentId}/parts/parking-space/${space}`;
    await call(world.staff.receptionist, 'delete', path).expect(403);
    await call(world.staff.supervisor, 'delete', path).expect(200);
    await call(world.staff.supervisor, 'delete', path).expect(404);
    expect((await file()).timeline[0]).toMatchObject({ action: 'remove-parking-space', actor: { name: 'supervisor' } });
    const [owner] = (await file()).parts.resident;
    await call(world.staff.supervisor, 'delete', `/${home.documentId}/parts/resident/${owner.documentId}`).expect(400);
  });

  it('tells what the Content Manager changes in the same words, by whom', async () => {
    const [owner] = (await file()).parts.resident;
    const path = `/content-manager/collection-types/plugin::property-desk.resident/${owner.documentId}`;
    const read = await world.staff.supervisor.client.get(path).expect(200);
    await world.staff.supervisor.client
      .put(path)
      .send({ ...read.body.data, mail: 'wang@example.org', relation: '产权人' })
      .expect(200);
    const [event] = (await file()).timeline;
    expect(event).toMatchObject({
      action: 'change-resident',
      actor: { kind: 'staff', name: 'supervisor' },
      changes: { mail: { from: null, to: 'w***@example.org' }, relation: { from: '本人', to: '产权人' } },
    });
    expect(Object.keys(event.changes).sort()).toEqual(['mail', 'relation']);
  });

  it('takes no numbers in notes, which are not sealed, by whatever road', async () => {
    const answer = await call(world.staff.specialist, 'put', `/${home.documentId}`).send({
      input: { notes: `急事打 ${MOBILE}` },
    });
    expect([answer.status, said(answer.body)]).toEqual([400, ['notes']]);
    await expect(
      world.create('vehicle', { household: home.documentId, plate: '沪E1', notes: `车主 ${IDENTITY}` })
    ).rejects.toThrow('请填在专门的栏目');
    expect((await file()).fields.notes).toBeNull();
  });
});

describe('who may do what', () => {
  const routes = (id: string): ['get' | 'post' | 'put', string, object?][] => [
    ['get', `/${id}`],
    ['put', `/${id}`, { input: {} }],
    ['post', `/${id}/parts/vehicle`, { input: { plate: '沪C1' } }],
    ['post', `/${id}/transfer`, {}],
  ];

  it('is nothing for engineers, and 404 for those of another community', async () => {
    for (const [method, path, body] of routes(home.documentId)) {
      expect([path, (await call(world.staff.engineer, method, path).send(body)).status]).toEqual([path, 403]);
      const other = await call(world.elsewhere.supervisor, method, path).send(
        path.endsWith('transfer')
          ? { at: now.toISOString(), owners: [{ name: '甲' }], leaving: [], ending: [], reason: '买卖' }
          : body
      );
      expect([path, other.status]).toEqual([path, 404]);
    }
    await call(world.staff.engineer, 'get', '').expect(403);
    await call(world.staff.receptionist, 'post', `/${home.documentId}/transfer`).send({}).expect(403);
    const { body } = await call(world.elsewhere.supervisor, 'get', '').expect(200);
    expect(body.data.map(({ community }: { community: { name: string } }) => community.name)).toEqual(['滨江苑']);
  });
});

describe('the list', () => {
  it('narrows by building, person, occupancy and completeness, pages by keyset, and is logged', async () => {
    const ask = async (query: string) => (await call(world.staff.specialist, 'get', `?${query}`).expect(200)).body;
    const lacking = await ask('incomplete=true');
    expect(lacking.data.length).toBe(lacking.meta.total);
    expect(lacking.meta.incomplete).toBe(lacking.meta.total);
    for (const line of lacking.data) expect(line.incompleteSince).not.toBeNull();
    const complete = await ask('incomplete=false');
    expect(complete.data.map(({ documentId }: Doc) => documentId)).toEqual([home.documentId]);
    expect(complete.data[0]).toMatchObject({ owners: ['王小明'], gaps: [], responsible: { name: 'specialist' } });
    const mine = await ask(`responsible=${world.staff.specialist.staff.documentId}&occupancy=owner_occupied`);
    expect(mine.meta.total).toBe(1);
    const all = await ask('limit=100');
    const first = await ask('limit=2');
    const second = await ask(`limit=2&cursor=${first.meta.nextCursor}`);
    expect([...first.data, ...second.data]).toEqual(all.data.slice(0, 4));
    for (const query of ['incomplete=maybe', 'occupancy=let', 'building=nobody', 'responsible=nobody', 'q=x'])
      await call(world.staff.specialist, 'get', `?${query}`).expect(400);
    const listed = (await looks()).filter(({ kind }) => kind === 'list');
    expect(listed.some(({ records }) => records === all.data.length)).toBe(true);
  });
});

describe('scans of papers', () => {
  let paper: string;
  const scans = () => `/${home.documentId}/papers/${paper}/scans`;

  it('are private, logged, and count for the file', async () => {
    paper = await add('household-paper', { kind: 'identity_card', name: '身份证复印件' });
    const added = await call(world.staff.receptionist, 'post', scans())
      .attach('files', PNG, 'id.png')
      .attach('files', PDF, 'id.pdf')
      .expect(200);
    expect(added.body.data).toHaveLength(2);
    const seen = (await file()).parts['household-paper'].find(({ documentId }: Doc) => documentId === paper);
    expect(seen.scans.map(({ mime }: { mime: string }) => mime)).toContain('application/pdf');
    const [first] = seen.scans;
    const read = await call(world.staff.specialist, 'get', `${scans()}/${first.documentId}`).expect(200);
    expect(read.headers['cache-control']).toBe('private, no-store');
    expect(read.headers['x-content-type-options']).toBe('nosniff');
    expect(read.headers['content-security-policy']).toContain('sandbox');
    expect((await looks()).at(-1)).toMatchObject({ kind: 'file', recordDocumentId: paper, field: first.documentId });
    await call(world.elsewhere.supervisor, 'get', `${scans()}/${first.documentId}`).expect(404);
    await call(world.staff.engineer, 'get', `${scans()}/${first.documentId}`).expect(403);
    const other = `/${world.neighbour.documentId}/papers/${paper}/scans/${first.documentId}`;
    await call(world.staff.specialist, 'get', other).expect(404);
    expect(await world.desk.strapi.db.query('plugin::upload.file').count()).toBe(0);
    expect((await file()).timeline[0]).toMatchObject({ action: 'add-scan', actor: { name: 'receptionist' } });
  });

  it('are refused where they are no picture and no PDF', async () => {
    const bad = await call(world.staff.receptionist, 'post', scans()).attach('files', Buffer.from('<svg/>'), 'id.png');
    expect([bad.status, said(bad.body)]).toEqual([400, ['files']]);
  });

  it('are taken out by a supervisor who says why, and the paper goes only without them', async () => {
    const { supervisor, specialist } = world.staff;
    const [first, second] = (await file()).parts['household-paper'].find(
      ({ documentId }: Doc) => documentId === paper
    ).scans;
    const remove = (who: Colleague, id: string, body: object) =>
      call(who, 'post', `${scans()}/${id}/remove`).send(body);
    await remove(specialist, first.documentId, { reason: '传错了' }).expect(403);
    expect(said((await remove(supervisor, first.documentId, {}).expect(400)).body)).toEqual(['reason']);
    const path = `/${home.documentId}/parts/household-paper/${paper}`;
    await call(supervisor, 'delete', path).expect(400);
    const gone = await remove(supervisor, first.documentId, { reason: '传错了' }).expect(200);
    expect(gone.body.data.map(({ documentId }: Doc) => documentId)).toEqual([second.documentId]);
    await remove(supervisor, first.documentId, { reason: '传错了' }).expect(404);
    await call(supervisor, 'get', `${scans()}/${first.documentId}`).expect(404);
    expect((await file()).timeline[0]).toMatchObject({ action: 'remove-scan', input: { reason: '传错了' } });
    expect((await looks()).some(({ reason }) => reason === '传错了')).toBe(true);
    await remove(supervisor, second.documentId, { reason: '传错了' }).expect(200);
    await call(supervisor, 'delete', path).expect(200);
  });
});

describe('the file on paper', () => {
  const print = (who: Colleague, body: object) =>
    call(who, 'post', `/${home.documentId}/print`)
      .buffer(true)
      .parse((answer, done) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => done(null, Buffer.concat(parts)));
      })
      .send(body);
  const textOf = async (body: Buffer) => (await mammoth.extractRawText({ buffer: body })).value;

  it('is masked, unless the right and a reason are given, and logged either way', async () => {
    const masked = await print(world.staff.receptionist, {}).expect(200);
    const text = await textOf(masked.body);
    expect(text).toContain('138****5678');
    expect([text.includes(MOBILE), text.includes(IDENTITY)]).toEqual([false, false]);
    expect(masked.headers['cache-control']).toBe('private, no-store');
    expect((await looks()).at(-1)).toMatchObject({ kind: 'print', actorName: 'receptionist', reason: null });

    await print(world.staff.receptionist, { reason: '法院调取' }).expect(403);
    const full = await textOf((await print(world.staff.specialist, { reason: '法院调取' }).expect(200)).body);
    expect([full.includes(MOBILE), full.includes(IDENTITY)]).toEqual([true, true]);
    expect((await looks()).at(-1)).toMatchObject({ kind: 'print', actorName: 'specialist', reason: '法院调取' });
    await print(world.staff.engineer, {}).expect(403);
    await print(world.elsewhere.supervisor, {}).expect(404);
  });
});

describe('the sale of a flat', () => {
  const sale = (more: object = {}) => ({
    at: now.toISOString(),
    owners: [{ name: '李新主', telephone: '13911112222', identityNumber: '310101199001010010' }],
    leaving: [] as string[],
    ending: [] as string[],
    reason: '二手房买卖',
    ...more,
  });
  const sell = (of: Doc, body: object, who = world.staff.specialist) =>
    call(who, 'post', `/${of.documentId}/transfer`).send(body);

  const furnished = async () => {
    const flat = await newHome();
    const since = '2020-01-01T00:00:00Z';
    const owner = await add(
      'resident',
      { name: '王卖家', kind: 'owner', identityNumber: IDENTITY, movedInAt: since },
      flat
    );
    const wife = await add('resident', { name: '赵家属', kind: 'family' }, flat);
    const tenant = await add('resident', { name: '钱租客', kind: 'tenant' }, flat);
    const car = await add('vehicle', { plate: `沪D${rooms}` }, flat);
    const key = await add('key', { number: `T-${rooms}`, name: '入户门' }, flat);
    const paper = await add(
      'household-paper',
      { kind: 'title_certificate', name: '产权证', paperPlace: '1号柜' },
      flat
    );
    return { flat, owner, wife, tenant, car, key, paper };
  };

  it('ends who and what was chosen, begins the new owner, and keeps the history', async () => {
    const { flat, owner, wife, tenant, car, key, paper } = await furnished();
    await sell(flat, sale({ leaving: [owner, wife], ending: [car, paper], occupancy: 'rented_out' })).expect(200);
    const seen = await file(flat);
    const members = Object.fromEntries(
      seen.parts.resident.map(({ fields, ended }: { fields: { name: string }; ended: boolean }) => [fields.name, ended])
    );
    expect(members).toEqual({ 王卖家: true, 赵家属: true, 钱租客: false, 李新主: false });
    const by = (part: string, id: string) => seen.parts[part].find(({ documentId }: Doc) => documentId === id);
    expect(by('resident', owner).fields.movedOutAt).toBe(now.toISOString());
    expect(by('resident', tenant).fields.movedOutAt).toBeNull();
    expect([by('vehicle', car).ended, by('key', key).ended, by('household-paper', paper).ended]).toEqual([
      true,
      false,
      true,
    ]);
    const buyer = seen.parts.resident.find(({ fields }: { fields: { name: string } }) => fields.name === '李新主');
    expect(buyer.fields).toMatchObject({ kind: 'owner', movedInAt: now.toISOString(), telephone: '139****2222' });
    // The seller's certificate is no longer the flat's.
    expect(seen.gaps.map(({ code }: { code: string }) => code)).toContain('titleCertificate');
    expect(seen.fields.occupancy).toBe('rented_out');
    expect(seen.timeline.find(({ action }: { action: string }) => action === 'transfer')).toMatchObject({
      actor: { name: 'specialist' },
      input: { reason: '二手房买卖', owners: ['李**'], soldAt: now.toISOString() },
    });
  });

  it('ends the access of whoever left', async () => {
    const flat = await newHome();
    const seller = await world.settle(flat, '孙业主', '13700001111');
    const { directory } = world.kernel;
    expect(await directory().residentsOf({ id: seller.id })).not.toBeNull();
    await sell(flat, sale({ leaving: [seller.resident.documentId] })).expect(200);
    expect(await directory().residentsOf({ id: seller.id })).toBeNull();
  });

  it('refuses bad dates, strangers and duplicates, and changes nothing', async () => {
    const { flat, owner, wife } = await furnished();
    const before = await file(flat);
    const refused = async (more: object) => {
      const { status, body, text } = await sell(flat, sale({ leaving: [owner], ...more }));
      expect([status, text]).toEqual([400, expect.any(String)]);
      return said(body);
    };
    expect(await refused({ at: new Date(now.getTime() + DAY).toISOString() })).toEqual(['at']);
    expect(await refused({ at: '2019-01-01T00:00:00Z' })).toEqual(['at']);
    expect(await refused({ at: 'yesterday' })).toEqual(['at']);
    expect(await refused({ owners: [] })).toEqual(['owners']);
    expect(await refused({ owners: [{ name: '同' }, { name: '同' }] })).toEqual(['owners.1.name']);
    expect(await refused({ owners: [{ name: '王卖家', identityNumber: IDENTITY }] })).toEqual([
      'owners.0.identityNumber',
    ]);
    expect(await refused({ owners: [{ name: '甲', telephone: 'x123' }] })).toEqual(['telephone']);
    expect(await refused({ leaving: [owner, world.neighbour.documentId] })).toEqual(['leaving']);
    expect(await refused({ ending: [wife] })).toEqual(['ending']);
    // Whoever sells leaves: a form that has not seen them all is behind the times.
    expect((await sell(flat, sale())).status).toBe(409);
    expect(await file(flat)).toEqual(before);
  });

  it('happens once, however often and by however many it is entered', async () => {
    const { flat, owner } = await furnished();
    const answers = await Promise.all(Array.from({ length: 16 }, () => sell(flat, sale({ leaving: [owner] }))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of answers) expect([200, 400, 409]).toContain(status);
    const { parts, timeline } = await file(flat);
    expect(parts.resident.filter(({ fields }: { fields: { name: string } }) => fields.name === '李新主')).toHaveLength(
      1
    );
    expect(timeline.filter(({ action }: { action: string }) => action === 'transfer')).toHaveLength(1);
  });
});

describe('the card beside a case', () => {
  const card = (who: Colleague, of: Doc) => call(who, 'get', `/${of.documentId}/card`);

  it('says who lives there, masked, what is open, and what one should know first', async () => {
    const { receptionist } = world.staff;
    const flat = await newHome();
    await add('resident', { name: '王小明', kind: 'owner', telephone: MOBILE, identityNumber: IDENTITY }, flat);
    await call(receptionist, 'put', `/${flat.documentId}`)
      .send({ input: { notes: '独居老人，敲门要久等' } })
      .expect(200);
    const register = async () =>
      (
        await receptionist.client
          .post('/property-desk/tickets/actions/register')
          .send({ input: world.call({ household: flat.documentId }) })
          .expect(200)
      ).body.data;
    const [first, second] = [await register(), await register()];
    const before = (await looks()).length;
    const { body, text } = await card(receptionist, flat).expect(200);
    for (const plain of [MOBILE, IDENTITY]) expect(text).not.toContain(plain);
    expect(body.data).toMatchObject({
      documentId: flat.documentId,
      community: { documentId: world.garden.documentId, name: '阳光花园' },
      notes: '独居老人，敲门要久等',
      residents: [{ name: '王小明', kind: 'owner', telephone: '138****5678', former: false }],
      cases: [{ number: first.number }, { number: second.number }],
      warnings: [{ code: 'incomplete', count: expect.any(Number) }],
      repeatDays: 90,
    });
    expect(body.data.residents[0]).not.toHaveProperty('id');
    const [look, ...others] = (await looks()).slice(before);
    expect(others).toEqual([]);
    expect(look).toMatchObject({ kind: 'open', recordDocumentId: flat.documentId, records: 1 });

    world.kernel.clock.advance(30 * DAY);
    await world.desk.strapi.db
      .connection('pd_residents')
      .where({ household_id: flat.id })
      .update({ restricted_at: world.kernel.clock.now() });
    const later = (await card(receptionist, flat).expect(200)).body.data;
    expect(later.warnings).toEqual(
      expect.arrayContaining([
        { code: 'overdue', count: 2 },
        { code: 'restricted', count: 1 },
      ])
    );
    world.kernel.clock.freeze(now);
  });

  it('counts complaints within the days of the rule from the second on', async () => {
    const { receptionist } = world.staff;
    const flat = await newHome();
    const lodge = () =>
      receptionist.client
        .post('/property-desk/complaints/actions/lodge')
        .send({
          input: {
            community: world.garden.documentId,
            household: flat.documentId,
            kind: 'complaint',
            content: '楼道堆放杂物',
            reporterName: '王小明',
            contactTelephone: MOBILE,
            contactWay: 'phone',
            source: 'phone',
          },
        })
        .expect(200);
    const warned = async () =>
      (await card(receptionist, flat).expect(200)).body.data.warnings.filter(
        ({ code }: { code: string }) => code === 'complaints'
      );
    await lodge();
    expect(await warned()).toEqual([]);
    await lodge();
    expect(await warned()).toEqual([{ code: 'complaints', count: 2 }]);
  });

  it('is for those who read files, of their own communities', async () => {
    const { manager, supervisor, specialist, receptionist, engineer } = world.staff;
    const statuses = [];
    for (const who of [manager, supervisor, specialist, receptionist, engineer, world.elsewhere.supervisor])
      statuses.push((await card(who, home)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 403, 404]);
    expect((await call(specialist, 'get', '/nobody/card')).status).toBe(404);
    const refused = await call(specialist, 'get', `/${home.documentId}/card?deep=1`);
    expect([refused.status, said(refused.body)]).toEqual([400, ['deep']]);
  });
});
