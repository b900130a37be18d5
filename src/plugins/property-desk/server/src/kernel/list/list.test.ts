import ExcelJS from 'exceljs';
import { EXPORT_LINES } from '../../../../contracts';
import type { CaseDefinition } from '../workflow/define';
import { bootWorld, type Colleague, type Doc, type World } from '../../testing/world';

let world: World;
let far: Doc;
const now = new Date('2026-11-25T02:00:00.000Z');
const HOUR = 3_600_000;
const MOBILE = '13800005678';
const OTHER = '13900001111';

const TICKETS = '/property-desk/tickets';
const numbersIn = (body: { data: { number: string }[] }) => body.data.map(({ number }) => number);
const get = (who: Colleague, query: string, path = TICKETS) => who.client.get(`${path}${query}`);
const listed = async (who: Colleague, query: string, path = TICKETS): Promise<string[]> => {
  const { body, status, text } = await get(who, query, path);
  if (status !== 200) throw new Error(`${query}: ${status} ${text}`);
  return numbersIn(body);
};
const found = async (who: Colleague, body: Record<string, unknown>, path = TICKETS) =>
  numbersIn((await who.client.post(`${path}/search`).send(body).expect(200)).body);
const looks = async (kind: string) =>
  (await world.desk.strapi.db
    .query('plugin::property-desk.access-log-entry')
    .findMany({ where: { kind }, orderBy: 'id', populate: ['community'] })) as (Doc & { records: number })[];

/** Registers a ticket at a time; the clock stands there. */
const register = async (at: Date, more: Record<string, unknown> = {}, who = world.staff.receptionist) => {
  world.kernel.clock.freeze(at);
  const { body, status, text } = await who.client.post(`${TICKETS}/actions/register`).send({ input: world.call(more) });
  if (status !== 200) throw new Error(text);
  return body.data as { documentId: string; number: string };
};
const act = async (who: Colleague, id: string, action: string, input: object) => {
  const { status, text } = await who.client.post(`${TICKETS}/${id}/actions/${action}`).send({ input });
  if (status !== 200) throw new Error(text);
};

const at = (day: string, time = '02:00') => new Date(`${day}T${time}:00.000Z`);
let made: Record<'monday' | 'yesterday' | 'urgent' | 'sent' | 'contracted' | 'elsewhere' | 'cancelled', string>;

beforeAll(async () => {
  world = await bootWorld();
  const { receptionist, engineer, supervisor } = world.staff;
  const monday = await register(at('2026-11-23'), { description: '电梯异响' });
  const yesterday = await register(at('2026-11-24'), {
    household: world.neighbour.documentId,
    contactTelephone: OTHER,
  });
  const cancelled = await register(at('2026-11-24', '03:00'), { description: '重复报修' });
  await act(supervisor, cancelled.documentId, 'cancel', { reason: '重复' });
  const urgent = await register(at('2026-11-25', '00:30'), { priority: 'urgent', description: '=HYPERLINK("x")' });
  const sent = await register(at('2026-11-25', '01:00'), { description: '灯不亮' });
  await act(receptionist, sent.documentId, 'dispatch', {
    assignee: engineer.staff.documentId,
    promisedAt: new Date(now.getTime() + 4 * HOUR).toISOString(),
  });
  const contracted = await register(at('2026-11-25', '01:10'), { description: '外墙渗水' });
  await act(receptionist, contracted.documentId, 'dispatch', {
    contractor: '防水公司',
    promisedAt: new Date(now.getTime() + 20 * HOUR).toISOString(),
  });
  const { river } = world;
  const home = await world.create('household', {
    community: river.documentId,
    building: (
      (await world.desk.strapi.documents('plugin::property-desk.building' as never).findMany({
        filters: { community: { documentId: river.documentId } },
      } as never)) as unknown as Doc[]
    )[0].documentId,
    unit: '1',
    room: '102',
  });
  far = home;
  const elsewhere = await register(
    at('2026-11-25', '01:20'),
    { community: river.documentId, household: home.documentId },
    world.elsewhere.receptionist
  );
  world.kernel.clock.freeze(now);
  made = Object.fromEntries(
    Object.entries({ monday, yesterday, urgent, sent, contracted, elsewhere, cancelled }).map(([name, { number }]) => [
      name,
      number,
    ])
  ) as typeof made;
});
afterAll(() => world.desk.stop());

describe('filters', () => {
  it.each<[string, string, (keyof typeof made)[]]>([
    ['what is open, by itself', '', ['monday', 'yesterday', 'urgent', 'sent', 'contracted']],
    ['everything', '?state=all', ['monday', 'yesterday', 'cancelled', 'urgent', 'sent', 'contracted']],
    ['nobody on it: no contractor either', '?assignee=nobody', ['monday', 'yesterday', 'urgent']],
    ['one priority', '?priority=urgent', ['urgent']],
    ['what came in today, in the office’s zone', '?period=today', ['urgent', 'sent', 'contracted']],
    ['what came in yesterday, ended or not', '?period=yesterday', ['yesterday', 'cancelled']],
    ['this week', '?period=week&state=accepted', ['monday', 'yesterday', 'urgent']],
    ['days', '?from=2026-11-23&to=2026-11-24', ['monday', 'yesterday', 'cancelled']],
    ['what has ended', '?state=cancelled', ['cancelled']],
    ['what is late', '?overdue=true', ['monday', 'yesterday', 'urgent']],
    ['an hour of some days, in the office’s zone', '?from=2026-11-24&to=2026-11-24&hour=11&state=all', ['cancelled']],
    ['what was done', '?by=done&state=all', []],
    ['what nobody has filed', '?category=none', []],
    ['a word', '?q=异响', ['monday']],
    ['words that stand apart', '?q=外墙%20防水', ['contracted']],
    ['a room, as people write it', '?q=3-2-502', ['yesterday']],
  ])('%s', async (_name, query, expected) => {
    const got = await listed(world.staff.supervisor, query);
    expect([...got].sort()).toEqual(expected.map((name) => made[name]).sort());
  });

  it('finds what is mine, one building, one home, and a number by its beginning', async () => {
    const { engineer, supervisor } = world.staff;
    expect(await listed(engineer, '?assignee=me')).toEqual([made.sent]);
    expect(await listed(supervisor, '?assignee=me')).toEqual([]);
    expect(await listed(supervisor, `?building=${world.building.documentId}`)).toHaveLength(5);
    expect(await listed(supervisor, `?household=${world.neighbour.documentId}`)).toEqual([made.yesterday]);
    expect(await listed(supervisor, '?q=BX-20261124')).toEqual([made.cancelled, made.yesterday]);
    expect(await listed(supervisor, `?q=${made.cancelled.toLowerCase()}`)).toEqual([made.cancelled]);
  });

  it('is sorted as asked, and its pages neither repeat nor leave out', async () => {
    const { supervisor } = world.staff;
    expect(await listed(supervisor, '?state=all&sort=oldest')).toEqual([
      made.monday,
      made.yesterday,
      made.cancelled,
      made.urgent,
      made.sent,
      made.contracted,
    ]);
    for (const query of [
      '',
      'sort=newest',
      'sort=oldest',
      'period=week',
      'state=all',
      'from=2026-11-01&to=2026-11-30',
    ]) {
      const whole = await listed(supervisor, `?${query}`);
      const pages: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const answer: { body: { data: { number: string }[]; meta: { nextCursor: string | null; total: number } } } =
          await get(supervisor, `?${query}&limit=2&cursor=${cursor}`).expect(200);
        expect(answer.body.meta.total).toBe(whole.length);
        pages.push(...numbersIn(answer.body));
        cursor = answer.body.meta.nextCursor;
      }
      expect(pages).toEqual(whole);
    }
  });

  it.each([
    ['?q=13800005678', 'q'],
    ['?q=%EF%BC%91%EF%BC%93%EF%BC%98%EF%BC%90%EF%BC%90%EF%BC%90%EF%BC%90%EF%BC%95%EF%BC%96%EF%BC%97%EF%BC%98', 'q'],
    ['?q=11010519491231002X', 'q'],
    ['?period=year', 'period'],
    ['?period=today&from=2026-11-01', 'period'],
    ['?from=2026-11-30&to=2026-11-01', 'from'],
    ['?hour=9', 'hour'],
    ['?verdict=splendid', 'verdict'],
    ['?sort=number', 'sort'],
    ['?priority=high', 'priority'],
    ['?assignee=them', 'assignee'],
    ['?building=nowhere', 'building'],
    ['?colour=red', 'colour'],
  ])('%s is refused by its name', async (query, field) => {
    const { body } = await get(world.staff.supervisor, query).expect(400);
    expect(body.error.details.errors[0].path).toEqual([field]);
  });

  it('finds nothing of other communities, by whatever one names', async () => {
    const { supervisor } = world.staff;
    expect(await listed(supervisor, `?q=${made.elsewhere}`)).toEqual([]);
    expect(await found(supervisor, { q: MOBILE })).not.toContain(made.elsewhere);
    await get(supervisor, `?household=${far.documentId}`).expect(400);
    await get(supervisor, `?community=${world.river.documentId}`).expect(400);
    expect(await listed(world.elsewhere.supervisor, '?state=all')).toEqual([made.elsewhere]);
  });
});

describe('a telephone', () => {
  it('is looked for by POST, however it is written, and the look is on the log', async () => {
    const { receptionist } = world.staff;
    const before = (await looks('search')).length;
    expect(await found(receptionist, { q: '139 0000 1111' })).toEqual([made.yesterday]);
    expect(await found(receptionist, { q: '１３９００００１１１１', state: 'accepted' })).toEqual([made.yesterday]);
    expect((await looks('search')).slice(before)).toMatchObject([{ records: 1 }, { records: 1 }]);
    expect(await found(receptionist, { q: '13700000000' })).toEqual([]);
    await receptionist.client.post(`${TICKETS}/search`).send({ q: 13800005678 }).expect(400);
    await receptionist.client.post(`${TICKETS}/search`).send({ colour: 'red' }).expect(400);
  });
});

describe('a workbook', () => {
  const workbook = async (who: Colleague, body: object, language = 'zh-CN', path = TICKETS) => {
    const answer = await who.client
      .post(`${path}/export`)
      .set('Accept-Language', language)
      .send(body)
      .buffer(true)
      .responseType('blob')
      .expect(200);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(answer.body);
    const sheet = book.worksheets[0];
    const rows = sheet.getSheetValues().slice(1) as unknown[][];
    return { answer, sheet, head: rows[0].slice(1), rows: rows.slice(1).map((row) => row.slice(1)) };
  };

  it('holds what the list holds: masked, as texts, with the reader’s headers, and on the log', async () => {
    const { specialist } = world.staff;
    const before = (await looks('export')).length;
    const { answer, sheet, head, rows } = await workbook(specialist, { period: 'today' });
    expect(decodeURIComponent(answer.headers['content-disposition'])).toContain('报修工单-20261125.xlsx');
    expect(head.slice(0, 5)).toEqual(['编号', '状态', '紧急程度', '项目', '类别']);
    expect(rows.map(([number]) => number)).toEqual([made.contracted, made.sent, made.urgent]);
    const texts = rows.flat().filter((value) => value !== undefined && value !== null);
    expect(texts.every((value) => typeof value === 'string')).toBe(true);
    expect(texts).toContain('=HYPERLINK("x")');
    expect(texts).toContain('138****5678');
    expect(texts.join()).not.toContain(MOBILE);
    expect(sheet.getColumn(1).numFmt).toBe('@');
    const cell = sheet.getRow(4).getCell(head.indexOf('内容') + 1);
    expect(cell.type).toBe(ExcelJS.ValueType.String);
    expect(cell.formula).toBeUndefined();
    expect((await looks('export')).slice(before)).toMatchObject([{ recordType: 'ticket', records: 3 }]);

    const english = await workbook(specialist, { priority: 'urgent' }, 'en');
    expect(english.head.slice(0, 3)).toEqual(['Number', 'State', 'Priority']);
    expect(english.rows).toHaveLength(1);
  });

  it('takes the same filters and the private search, and is refused with its reason', async () => {
    const { specialist, engineer } = world.staff;
    expect((await workbook(specialist, { q: OTHER })).rows).toHaveLength(1);
    const drafted = await specialist.client
      .post('/property-desk/notices/export')
      .set('Accept-Language', 'en')
      .send({ state: 'draft' })
      .expect(400);
    expect(drafted.body.error.message).toContain('nothing to export');
    const nothing = await specialist.client.post(`${TICKETS}/export`).send({ q: '没有这样的' }).expect(400);
    expect(nothing.body.error.message).toContain('没有可导出的记录');
    await specialist.client.post(`${TICKETS}/export`).send({ state: 'nowhere' }).expect(400);
    const { body } = await engineer.client.post(`${TICKETS}/export`).send({}).expect(403);
    expect(body.error.message).toContain('导出列表');
  });
});

describe('every list', () => {
  const listings = () =>
    [...world.kernel.definitions.values()].filter(({ list }) => typeof list === 'object') as CaseDefinition[];

  it('is read by those of the community who hold its right, and by nobody else', async () => {
    const people = [...Object.values(world.staff), ...Object.values(world.elsewhere)];
    expect(
      listings()
        .map(({ plural }) => plural)
        .sort()
    ).toEqual([
      'action-items',
      'bindings',
      'complaints',
      'data-requests',
      'inquiries',
      'loans',
      'preventive-actions',
      'tickets',
    ]);
    for (const { name, plural } of listings())
      for (const { client, role } of people) {
        const granted = await world.desk.strapi.db
          .query('admin::permission')
          .count({ where: { action: `plugin::property-desk.${name}.read`, role: { code: `property-desk-${role}` } } });
        const path = `/property-desk/${plural}`;
        const expected = granted ? 200 : 403;
        const query = `?state=all&period=month&sort=newest&q=${encodeURIComponent('某')}`;
        expect([plural, role, (await client.get(`${path}${query}`)).status]).toEqual([plural, role, expected]);
        expect((await client.post(`${path}/search`).send({ q: MOBILE })).status).toBe(expected);
        const taken = await client.post(`${path}/export`).send({ state: 'all' });
        expect(granted && role !== 'engineer' ? [200, 400] : [403]).toContain(taken.status);
      }
    await world.desk.request.post(`${TICKETS}/export`).send({}).expect(401);
  });

  it('has a header in both languages for each of its columns', async () => {
    const { WORDS } = await import('../../../../contracts');
    for (const { list, sheet } of world.kernel.definitions.values())
      for (const key of Object.keys((typeof list === 'object' ? list.sheet : sheet) ?? {}))
        for (const words of Object.values(WORDS)) expect(words).toHaveProperty([`list.column.${key}`]);
  });
});

describe('over many cases', () => {
  const MANY = EXPORT_LINES + 1;

  beforeAll(async () => {
    const { kernel, garden, river, category } = world;
    const { connection } = kernel.strapi.db;
    const uid = 'plugin::property-desk.ticket';
    const rows = Array.from({ length: MANY * 3 }, (_, n) => ({
      ...kernel.rows.newRow(
        uid,
        {
          number: `BX-20200101-${String(n).padStart(6, '0')}`,
          title: '旧工单',
          description: '旧工单',
          place: '大堂',
          state: 'archived',
          revision: 1,
          priority: 'ordinary',
          reporterName: '王',
          community: n % 3 ? garden.id : river.id,
          category: category.id,
          endedAt: at('2020-02-01'),
        },
        at('2020-01-01')
      ),
    }));
    await connection.transaction(async (trx) => {
      for (let from = 0; from < rows.length; from += 100) await trx('pd_tickets').insert(rows.slice(from, from + 100));
      await trx.raw('analyze');
    });
  });

  it('stops at the cap and says what to do', async () => {
    const { body } = await world.staff.specialist.client
      .post(`${TICKETS}/export`)
      .set('Accept-Language', 'en')
      .send({ state: 'all' })
      .expect(400);
    expect(body.error.message).toContain(String(EXPORT_LINES));
  });

  it.each([
    ['a period', 'period=week', /pd_tickets_counted_in/],
    ['a number', 'q=BX-20261124', /pd_tickets_by_number|pd_tickets_number/],
    ['what is open, oldest first', 'sort=oldest', /pd_tickets_(open|queue|counted_open)/],
  ])('%s is found by its index', async (_name, query, index) => {
    const { kernel } = world;
    const statements: { sql: string; bindings: unknown[] }[] = [];
    const hear = ({ sql, bindings }: { sql: string; bindings: unknown[] }) => statements.push({ sql, bindings });
    kernel.strapi.db.connection.on('query', hear);
    await get(world.staff.specialist, `?${query}`).expect(200);
    kernel.strapi.db.connection.removeListener('query', hear);
    const postgres = kernel.strapi.db.dialect.client === 'postgres';
    const plans: string[] = [];
    for (const { sql, bindings } of statements.filter((one) => /from [`"]pd_tickets/.test(one.sql))) {
      const explained = postgres ? `explain ${sql.replace(/\$\d+/g, '?')}` : `explain query plan ${sql}`;
      const { rows = null, ...rest } = await kernel.strapi.db.connection.raw(explained, bindings as never);
      plans.push(JSON.stringify(rows ?? rest));
    }
    expect(plans.join()).toMatch(index);
    // The whole history is read for none of them.
    expect(plans.join()).not.toMatch(
      /SCAN pd_tickets(?! USING INDEX pd_tickets_(open|counted))|Seq Scan on pd_tickets/
    );
  });
});
