import { storyOf } from '../../testing/race';
import { bootWorld, type Doc, type World } from '../../testing/world';
import { whoHas } from './standing';
import { DAY, HOUR, LOAN, loanDesk, type LoanDesk } from './testing/desk';

let world: World;
let desk: LoanDesk;
let file: Doc;

/** A Monday, ten in the morning in the office. */
const MONDAY = new Date('2026-11-23T02:00:00.000Z');

beforeAll(async () => {
  world = await bootWorld();
  desk = loanDesk(world);
  file = await world.create('household', {
    community: world.garden.documentId,
    building: world.building.documentId,
    unit: '1',
    room: '301',
  });
});
afterAll(() => world?.desk.stop());
beforeEach(() => world.kernel.clock.freeze(MONDAY));

const outbox = async (recipient: string) =>
  (
    (await world.desk.strapi.db
      .query('plugin::property-desk.outbox-message')
      .findMany({ where: { recipient }, orderBy: 'id' })) as { subject: string; body: string }[]
  ).map(({ subject }) => subject);

const refusal = ({ status, body }: { status: number; body: any }) => ({
  status,
  message: body.error?.message as string,
  fields: (body.error?.details?.errors ?? []).map(({ path }: { path: string[] }) => path.join('.')),
});

/** What becomes of each promise on a loan. */
const promises = async (documentId: string) =>
  (await storyOf(world, LOAN, documentId)).obligations.map(({ what, level, outcome, closedAt }) => [
    what,
    level,
    outcome,
    closedAt !== null,
  ]);

describe('a key is asked for, approved, handed over and brought back', () => {
  it('leaves the whole story, and the promise is kept', async () => {
    const { staff, kernel } = world;
    const key = await desk.newKey();
    const asked = await desk.ask(staff.engineer, desk.words(key));
    expect(asked.body.data).toMatchObject({ number: expect.stringMatching(/^JY-2026-\d{4}$/), state: 'requested' });
    const id = asked.body.data.documentId;
    expect(await promises(id)).toEqual([['loan.decide', 1, null, false]]);
    await desk.take(staff.supervisor, id, 'approve');
    expect(await promises(id)).toEqual([['loan.decide', 1, 'kept', true]]);
    await desk.take(staff.receptionist, id, 'hand-over');
    const lent = await storyOf(world, LOAN, id);
    expect(lent.obligations.at(-1)).toMatchObject({
      what: 'loan.return',
      ownerStaff: staff.engineer.staff.id,
      dueAt: lent.row.until,
    });
    kernel.clock.advance(DAY);
    await desk.take(staff.specialist, id, 'return', { condition: 'intact' });
    const { row, events } = await storyOf(world, LOAN, id);
    expect(events.map(({ action }) => action)).toEqual(['request', 'approve', 'hand-over', 'return']);
    expect(row).toMatchObject({
      state: 'returned',
      takenBackBy: staff.specialist.staff.id,
      handedOverBy: staff.receptionist.staff.id,
      approvedBy: staff.supervisor.staff.id,
    });
    expect((await promises(id)).at(-1)).toEqual(['loan.return', 1, 'kept', true]);
  });

  it('for five working days where nobody says until when: the weekend does not count', async () => {
    const id = await desk.request(await desk.newKey(), { until: undefined });
    const { row } = await storyOf(world, LOAN, id);
    expect((row.until as Date).toISOString()).toBe('2026-11-30T15:59:59.999Z');
  });

  it('refuses what makes no sense, by the name of the field', async () => {
    const { staff } = world;
    const key = await desk.newKey();
    const home = { itemType: 'household', item: world.household.documentId };
    const cases: [Record<string, unknown>, string][] = [
      [{ until: desk.later(-HOUR) }, 'until'],
      [{ from: desk.later(3 * DAY) }, 'until'],
      [{ purpose: ' ' }, 'purpose'],
      [{ item: world.household.documentId }, 'item'],
      [{ item: (await desk.newKey({ until: desk.later(-HOUR) })).documentId }, 'item'],
      [{ item: (await desk.newKey({ community: world.river.documentId })).documentId }, 'item'],
      [{ itemType: 'vehicle' }, 'itemType'],
      [{ borrower: world.elsewhere.engineer.staff.documentId }, 'borrower'],
      [{ ...home, forWhom: '张师傅' }, 'forWhom'],
      [{ forWhomTelephone: '13800001111' }, 'forWhom'],
    ];
    for (const [more, field] of cases)
      expect(refusal(await desk.ask(staff.engineer, desk.words(key, more)))).toMatchObject({
        status: 400,
        fields: [field],
      });
    expect(await world.desk.strapi.db.query(LOAN).count({ where: { itemDocumentId: key.documentId } })).toBe(0);
  });
});

describe('nobody lends to themselves', () => {
  it('the borrower does not approve, hand over, extend or take back, and neither does who asked', async () => {
    const { staff } = world;
    const mine = await desk.request(await desk.newKey(), {}, staff.supervisor);
    expect(await desk.act(staff.supervisor, mine, 'approve').then(refusal)).toMatchObject({ status: 403 });
    await desk.take(staff.manager, mine, 'approve');
    expect(await desk.act(staff.supervisor, mine, 'hand-over').then(refusal)).toMatchObject({ status: 403 });
    const named = { handedOverBy: staff.supervisor.staff.documentId };
    expect(await desk.act(staff.receptionist, mine, 'hand-over', named).then(refusal)).toMatchObject({
      status: 400,
      fields: ['handedOverBy'],
      message: expect.stringContaining('第12条'),
    });
    await desk.take(staff.receptionist, mine, 'hand-over');
    const more = { until: desk.later(9 * DAY), reason: '未修完' };
    expect(await desk.act(staff.supervisor, mine, 'extend', more).then(refusal)).toMatchObject({ status: 403 });
    expect(await desk.act(staff.supervisor, mine, 'return', { condition: 'intact' }).then(refusal)).toMatchObject({
      status: 403,
    });
    const forAnother = await desk.request(
      await desk.newKey(),
      { borrower: staff.engineer.staff.documentId },
      staff.supervisor
    );
    expect(await desk.act(staff.supervisor, forAnother, 'approve').then(refusal)).toMatchObject({ status: 403 });
    await desk.take(staff.manager, forAnother, 'approve');
  });
});

describe('what is out', () => {
  it('is handed to nobody else, who hears who has it; the next in line hears that it is back', async () => {
    const { staff, kernel } = world;
    const key = await desk.newKey();
    const first = await desk.lent(key);
    const second = await desk.approved(key, {}, staff.engineer2);
    const third = await desk.request(key, {}, staff.specialist);
    expect(await desk.act(staff.receptionist, second, 'hand-over').then(refusal)).toEqual({
      status: 409,
      fields: [],
      message: expect.stringMatching(/配电房已由赵师傅借出（JY-2026-\d{4}），应于 2026年11月25日 10:00 归还/),
    });
    expect((await storyOf(world, LOAN, second)).row.state).toBe('approved');
    const { body } = await desk.get(staff.receptionist, `loans/standing?item=${key.documentId}`);
    expect(body.data).toMatchObject({
      item: {
        type: 'key',
        number: key.number,
        holder: { loan: { documentId: first }, state: 'lent', borrower: { name: '赵师傅' }, overdue: false },
      },
      queue: [
        { loan: { documentId: second }, state: 'approved', borrower: { name: '钱师傅' } },
        { loan: { documentId: third }, state: 'requested', borrower: { name: 'specialist' } },
      ],
    });
    await desk.take(staff.receptionist, first, 'return', { condition: 'intact' });
    expect((await outbox(staff.engineer2.email)).at(-1)).toContain('您等候的物品已归还');
    expect(await whoHas(kernel, [key.documentId])).toEqual(new Map());
    await desk.take(staff.receptionist, second, 'hand-over');
  });

  it('is overdue by itself, on the desk and in the list; late is late even if it comes back', async () => {
    const { staff, kernel } = world;
    const key = await desk.newKey();
    const id = await desk.lent(key, { until: desk.later(DAY) });
    kernel.clock.advance(DAY + HOUR);
    await kernel.tick();
    expect((await promises(id)).slice(1)).toEqual([
      ['loan.return', 1, 'broken', false],
      ['loan.return', 2, null, false],
    ]);
    const late = await desk.get(staff.receptionist, 'loans?overdue=true');
    expect(late.body.data.map(({ documentId }: { documentId: string }) => documentId)).toContain(id);
    expect(late.body.data.every(({ overdue }: { overdue: boolean }) => overdue)).toBe(true);
    expect((await whoHas(kernel, [key.documentId])).get(key.documentId)).toMatchObject({ overdue: true });
    const mine = await staff.engineer.client.get('/property-desk/desk');
    expect(JSON.stringify(mine.body)).toContain(id);
    await desk.take(staff.receptionist, id, 'return', { condition: 'intact' });
    expect((await promises(id)).slice(1)).toEqual([
      ['loan.return', 1, 'broken', true],
      ['loan.return', 2, 'kept', true],
    ]);
  });

  it('may be kept longer if somebody else agrees: in time it is renegotiated, too late it stays broken', async () => {
    const { staff, kernel } = world;
    const id = await desk.lent(await desk.newKey(), { until: desk.later(DAY) });
    const extend = (until: string) => desk.act(staff.manager, id, 'extend', { until, reason: '配件未到' });
    expect(refusal(await extend(desk.later(HOUR)))).toMatchObject({ status: 400, fields: ['until'] });
    await extend(desk.later(2 * DAY));
    kernel.clock.advance(3 * DAY);
    expect((await extend(desk.later(2 * DAY))).status).toBe(200);
    await kernel.tick();
    expect((await promises(id)).slice(1)).toEqual([
      ['loan.return', 1, 'renegotiated', true],
      ['loan.return', 1, 'broken', true],
      ['loan.return', 1, null, false],
    ]);
  });

  it('may be lost, is lent to nobody then, and may be found', async () => {
    const { staff, kernel } = world;
    const key = await desk.newKey();
    const id = await desk.lent(key);
    await desk.take(staff.engineer, id, 'report-lost', { lostText: '在地库遗失' });
    expect((await promises(id)).at(-1)).toEqual(['loan.return', 1, 'void', true]);
    expect((await whoHas(kernel, [key.documentId])).get(key.documentId)).toMatchObject({ state: 'lost' });
    const next = await desk.approved(key, {}, staff.engineer2);
    expect(await desk.act(staff.receptionist, next, 'hand-over').then(refusal)).toMatchObject({
      status: 409,
      message: expect.stringContaining('已登记遗失'),
    });
    expect(await desk.act(staff.supervisor, id, 'found', { condition: 'damaged' }).then(refusal)).toMatchObject({
      status: 400,
      fields: ['conditionNote'],
    });
    await desk.take(staff.supervisor, id, 'found', { condition: 'damaged', conditionNote: '钥匙环断裂' });
    await desk.take(staff.receptionist, next, 'hand-over');
  });
});

describe('what is approved and not fetched', () => {
  it('lapses after three working days, and is on nobody’s account', async () => {
    const { staff, kernel } = world;
    const id = await desk.approved(await desk.newKey(), { until: desk.later(20 * DAY) });
    expect(((await storyOf(world, LOAN, id)).row.collectBy as Date).toISOString()).toBe('2026-11-26T15:59:59.999Z');
    kernel.clock.advance(3 * DAY);
    await kernel.tick();
    expect((await storyOf(world, LOAN, id)).row.state).toBe('approved');
    kernel.clock.advance(DAY);
    await kernel.tick();
    const { row, events } = await storyOf(world, LOAN, id);
    expect([row.state, events.at(-1)?.action, events.at(-1)?.actorKind]).toEqual(['cancelled', 'lapse', 'system']);
    expect(await promises(id)).toEqual([['loan.decide', 1, 'kept', true]]);
    expect((await outbox(staff.engineer.email)).at(-1)).toContain('借阅已失效');
  });

  it('waits as long as it was asked for, where somebody else has the thing', async () => {
    const { staff } = world;
    const key = await desk.newKey();
    await desk.lent(key);
    const waiting = await desk.approved(key, { until: desk.later(20 * DAY) }, staff.engineer2);
    const { row } = await storyOf(world, LOAN, waiting);
    expect(row.collectBy).toEqual(row.until);
  });

  it('is not approved once the time asked for has passed', async () => {
    const { staff, kernel } = world;
    const id = await desk.request(await desk.newKey(), { until: desk.later(HOUR) });
    kernel.clock.advance(2 * HOUR);
    expect(await desk.act(staff.supervisor, id, 'approve').then(refusal)).toMatchObject({
      status: 400,
      fields: ['until'],
    });
    await desk.take(staff.supervisor, id, 'reject', { reason: '已过期' });
  });
});

describe('a household’s file', () => {
  it('is on the access log under the name of whoever takes it away', async () => {
    const { staff } = world;
    const more = { itemType: 'household', purpose: '核对电话13800005678' };
    await desk.lent(file, more, staff.specialist);
    const looks = await world.desk.strapi.db
      .query('plugin::property-desk.access-log-entry')
      .findMany({ where: { recordDocumentId: file.documentId }, populate: ['actorStaff'] });
    expect(looks).toHaveLength(1);
    expect(looks[0]).toMatchObject({
      kind: 'open',
      recordType: 'plugin::property-desk.household',
      actorName: 'specialist',
      actorStaff: { id: staff.specialist.staff.id },
    });
    expect(looks[0].reason).toMatch(/^JY-2026-\d{4} 核对电话/);
    expect(looks[0].reason).not.toContain('13800005678');
  });

  it('is found by room or number, never by whose it is; its loans are its history, with those of its keys', async () => {
    const { staff } = world;
    const key = await desk.newKey({ household: file.documentId, name: '入户门备用钥匙' });
    const mine = await desk.lent(key, { forWhom: '张师傅', forWhomTelephone: '13912345678' });
    await world.create('resident', { name: '欧阳明', household: file.documentId, kind: 'owner' });
    const find = async (q: string) =>
      (await desk.get(staff.receptionist, `loans/items?q=${encodeURIComponent(q)}`)).body.data.map(
        ({ type, name }: { type: string; name: string }) => `${type} ${name}`
      );
    for (const q of ['3-1-301', '3栋1单元301', '三号楼1单元301室'])
      expect(await find(q)).toEqual(['household 3栋1单元301']);
    expect(await find('备用')).toEqual(['key 入户门备用钥匙']);
    expect(await find(String(key.number).toLowerCase())).toEqual(['key 入户门备用钥匙']);
    expect(await find('欧阳明')).toEqual([]);
    expect(await find('%')).toEqual([]);
    const history = (await desk.get(staff.receptionist, `loans?household=${file.documentId}`)).body.data;
    expect(history.map(({ item }: { item: { type: string } }) => item.type)).toEqual(['key', 'household']);
    const other = await world.elsewhere.receptionist.client.get(`/property-desk/loans?item=${key.documentId}`);
    expect(refusal(other)).toMatchObject({ status: 400, fields: ['item'] });
    expect((await world.elsewhere.receptionist.client.get('/property-desk/loans/items?q=备用')).body.data).toEqual([]);
    expect((await world.elsewhere.receptionist.client.get(`/property-desk/loans/${mine}`)).status).toBe(404);
  });

  it('keeps an outsider’s telephone sealed, and masked for whoever reads', async () => {
    const { staff } = world;
    const mine = await desk.request(await desk.newKey(), { forWhom: '张师傅', forWhomTelephone: '13912345678' });
    const { text, body } = await desk.get(staff.receptionist, `loans/${mine}`);
    expect(text).not.toContain('13912345678');
    expect(body.data.fields.forWhomTelephone).toBe('139****5678');
    const { row, events } = await storyOf(world, LOAN, mine);
    expect(JSON.stringify([row, events])).not.toContain('13912345678');
    expect((events[0].input as { forWhom: string }).forWhom).toBe('张**');
  });
});

describe('a document', () => {
  it('is found by number or title, and lent like anything else', async () => {
    const { staff } = world;
    const contract = await desk.newDocument();
    const { body } = await desk.get(staff.engineer, `loans/items?q=${encodeURIComponent('电梯')}`);
    expect(body.data).toMatchObject([
      { type: 'document', documentId: contract, name: '电梯维护保养合同', holder: null },
    ]);
    const byNumber = await desk.get(staff.engineer, `loans/items?q=${encodeURIComponent(body.data[0].number)}`);
    expect(byNumber.body.data.map(({ documentId }: { documentId: string }) => documentId)).toContain(contract);
    await desk.lent({ documentId: contract } as Doc, { itemType: 'document' });
    const after = await desk.get(staff.engineer, `loans/standing?item=${contract}`);
    expect(after.body.data.item.holder).toMatchObject({ state: 'lent', borrower: { name: '赵师傅' } });
  });

  it('that is lent stays in the archive until it is back', async () => {
    const { staff } = world;
    const contract = await desk.newDocument({ title: '保洁服务合同' });
    const loan = await desk.lent({ documentId: contract } as Doc, { itemType: 'document' });
    const withdraw = () =>
      desk.call(staff.supervisor, `documents/${contract}/actions/withdraw`, { input: { reason: '重复归档' } });
    const refused = await withdraw();
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toMatch(/已借出（借阅单 JY-/);
    await desk.take(staff.supervisor, loan, 'return', { condition: 'intact' });
    expect((await withdraw()).status).toBe(200);
  });

  it('that is confidential is asked for by those who may know of it, and goes by its number alone', async () => {
    const { staff } = world;
    const secret = await desk.newDocument({ title: '工资协议', secrecy: 'confidential' }, staff.supervisor);
    const item = { documentId: secret } as Doc;
    const find = async (who: typeof staff.engineer) =>
      (await desk.get(who, `loans/items?q=${encodeURIComponent('工资')}`)).body.data.length;
    expect([await find(staff.engineer), await find(staff.manager)]).toEqual([0, 1]);
    const asked = await desk.ask(staff.engineer, desk.words(item, { itemType: 'document' }));
    expect(refusal(asked)).toMatchObject({ status: 400, fields: ['item'] });
    expect(refusal(await desk.get(staff.engineer, `loans/standing?item=${secret}`))).toMatchObject({ status: 400 });
    await desk.request(item, { itemType: 'document' }, staff.manager);
    const { text } = await desk.get(staff.engineer, 'loans?itemType=document');
    expect(text).not.toContain('工资协议');
  });
});

describe('corrections', () => {
  it('change the times only until somebody has approved them', async () => {
    const { staff } = world;
    const id = await desk.request(await desk.newKey());
    await desk.take(staff.engineer, id, 'amend', { until: desk.later(4 * DAY), reason: '需两天' });
    await desk.take(staff.supervisor, id, 'approve');
    const again = { until: desk.later(5 * DAY), reason: '再加一天' };
    expect(await desk.act(staff.engineer, id, 'amend', again).then(refusal)).toMatchObject({
      status: 400,
      fields: ['until'],
    });
    expect(await desk.act(staff.engineer, id, 'amend', { reason: '无' }).then(refusal)).toMatchObject({ status: 400 });
    expect(await desk.act(staff.engineer2, id, 'amend', { purpose: '检修', reason: '无' }).then(refusal)).toMatchObject(
      {
        status: 403,
      }
    );
  });
});
