import fs from 'node:fs';
import path from 'node:path';
import { onPostgres } from '@harness';
import type { DeskBoard, DeskSection } from '../../../../contracts';
import { WORDS } from '../../../../contracts';
import { sources, teamLoad } from '../../kernel/desk/queries';
import { createPlans, type Statement } from '../../testing/plans';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { DESKS } from './desks';

const TRANSLATIONS = path.resolve(__dirname, '../../../../admin/src/translations/zh-Hans.json');

let world: World;
/** The documentId of a ticket in each of the states that desks ask for. */
const ticket: Record<'accepted' | 'dispatched' | 'completed', string> = { accepted: '', dispatched: '', completed: '' };
let complaint = '';

const inHours = (hours: number) => new Date(world.kernel.clock.now().getTime() + hours * 3_600_000).toISOString();
const send = async (who: Colleague, path: string, input: object) => {
  const { status, body } = await who.client.post(`/property-desk/${path}`).send({ input });
  if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
  return body.data as { documentId: string };
};
const start = async (who: Colleague, plural: string, action: string, input: object): Promise<string> =>
  (await send(who, `${plural}/actions/${action}`, input)).documentId;
const act = (who: Colleague, plural: string, id: string, action: string, input: object = {}) =>
  send(who, `${plural}/${id}/actions/${action}`, input);
const boardOf = async (who: Colleague): Promise<DeskBoard> =>
  (await who.client.get('/property-desk/desk/board').expect(200)).body.data;
const section = ({ sections }: DeskBoard, key: string): DeskSection => sections.find((each) => each.key === key)!;
const what = ({ lines }: DeskSection) => lines.map((line) => line.what);

beforeAll(async () => {
  world = await bootWorld();
  // Nine in the morning in the office, so that today has hours left.
  world.kernel.clock.freeze(new Date('2026-11-24T01:00:00Z'));
  const { receptionist, engineer, specialist } = world.staff;
  const register = (more = {}) => start(receptionist, 'tickets', 'register', world.call(more));
  const dispatch = (id: string, hours: number) =>
    act(receptionist, 'tickets', id, 'dispatch', {
      assignee: engineer.staff.documentId,
      promisedAt: inHours(hours),
      agreement: '住户同意',
    });
  ticket.accepted = await register();
  ticket.dispatched = await register({ priority: 'urgent', description: '停电', wishedFor: inHours(3) });
  await dispatch(ticket.dispatched, 4);
  await dispatch(await register({ description: '明天换灯' }), 30);
  ticket.completed = await register();
  await dispatch(ticket.completed, 4);
  await act(engineer, 'tickets', ticket.completed, 'start');
  await act(engineer, 'tickets', ticket.completed, 'complete', { workDone: '已修' });
  complaint = await start(receptionist, 'complaints', 'lodge', {
    community: world.garden.documentId,
    household: world.household.documentId,
    kind: 'complaint',
    content: '电梯困人',
    reporterName: '王小明',
    contactTelephone: '13800005678',
    source: 'phone',
  });
  const category = await world.create('complaint-category', { name: '安全', code: 'safety', active: true });
  await act(specialist, 'complaints', complaint, 'classify', {
    severity: 'urgent',
    category: category.documentId,
    reason: '人身安全',
  });
  // A loan that waits for a yes.
  await start(specialist, 'loans', 'request', {
    community: world.garden.documentId,
    itemType: 'household',
    item: world.household.documentId,
    purpose: '核对产权资料',
  });
});
afterAll(() => world.desk.stop());

describe('the table of desks', () => {
  const kinds = () =>
    new Set([...world.kernel.definitions.values()].flatMap(({ obligations }) => Object.keys(obligations)));
  const lists = () => [...world.kernel.definitions.values()].map(({ plural }) => plural);

  it.each(Object.entries(DESKS))('of the %s names only what there is', (_role, { sections }) => {
    for (const { key, what: asked = [], except = [], lists: pages = [] } of sections) {
      expect([...asked, ...except].filter((kind) => !kinds().has(kind))).toEqual([]);
      for (const { plural, query, right } of pages) {
        if (right) continue;
        expect(lists()).toContain(plural);
        const state = new URLSearchParams(query).get('state') as string;
        expect(world.kernel.definition(plural)?.states).toContain(state);
      }
      const zh = JSON.parse(fs.readFileSync(TRANSLATIONS, 'utf8')) as object;
      expect(Object.keys(zh)).toEqual(expect.arrayContaining([`desk.section.${key}`, `desk.section.${key}.empty`]));
    }
    expect(new Set(sections.map(({ key }) => key)).size).toBe(sections.length);
  });

  it('leaves out nothing that a role owes: it stands in a section of its desk', () => {
    for (const { obligations } of world.kernel.definitions.values())
      for (const [kind, { role }] of Object.entries(obligations)) {
        const held = DESKS[role].sections.some(
          ({ of, what: asked, except = [], when, escalated }) =>
            of !== 'me' && !when && !escalated && (!asked || asked.includes(kind)) && !except.includes(kind)
        );
        const promoted = DESKS[role].sections.some(({ escalated, what: asked }) => escalated && asked?.includes(kind));
        expect([role, kind, held || promoted]).toEqual([role, kind, true]);
        expect(Object.keys(WORDS['zh-Hans'])).toContain(`obligation.${kind}`);
      }
  });
});

describe('what follows from a breach', () => {
  it('stands on the desk of whoever owes it then', () => {
    for (const { obligations } of world.kernel.definitions.values())
      for (const [kind, { escalate }] of Object.entries(obligations)) {
        const levels = escalate && 'rule' in escalate ? [escalate, escalate.then] : [];
        for (const level of levels) {
          if (!level) continue;
          const held = DESKS[level.role].sections.some(
            ({ of, what: asked, except = [], when, escalated }) =>
              (of === 'us' || of === 'role') &&
              !when &&
              !except.includes(kind) &&
              (escalated || !asked || asked.includes(kind))
          );
          expect([level.role, kind, held]).toEqual([level.role, kind, true]);
        }
      }
  });
});

describe('the desk', () => {
  it('of the receptionist: to accept, to dispatch, to follow up', async () => {
    const board = await boardOf(world.staff.receptionist);
    expect(board).toMatchObject({ intake: true, team: null, figures: [] });
    expect(board.sections.map(({ key, total }) => [key, total])).toEqual([
      ['toAccept', 0],
      ['toDispatch', 1],
      ['toFollowUp', 1],
      ['rest', 0],
    ]);
    expect(section(board, 'toDispatch').lines[0].case.documentId).toBe(ticket.accepted);
    expect(section(board, 'toFollowUp').lists).toEqual([{ plural: 'tickets', query: 'state=completed' }]);
  });

  it('of the specialist: promises of today, whoever owes them', async () => {
    const board = await boardOf(world.staff.specialist);
    expect(what(section(board, 'promisedToday'))).toEqual(['ticket.arrive', 'ticket.complete']);
    expect(section(board, 'toFollowUp').total).toBe(1);
  });

  it('of the supervisor: the hour, what is overdue and what soon will be, whose load it is', async () => {
    const { clock } = world.kernel;
    const before = await boardOf(world.staff.supervisor);
    expect(section(before, 'hour')).toMatchObject({ total: 1, urgent: true });
    expect(section(before, 'hour').lines[0].case.documentId).toBe(complaint);
    expect([section(before, 'overdue').total, section(before, 'soon').total]).toEqual([0, 0]);
    expect(what(section(before, 'toApprove'))).toEqual(['loan.decide']);
    clock.advance(12 * 60_000);
    expect(what(section(await boardOf(world.staff.supervisor), 'soon'))).toEqual(['ticket.dispatch']);
    clock.advance(20 * 60_000);
    const after = await boardOf(world.staff.supervisor);
    expect(what(section(after, 'overdue')).sort()).toEqual(['ticket.arrive', 'ticket.dispatch']);
    expect(after.team?.find(({ name }) => name === '赵师傅')).toEqual({
      documentId: world.staff.engineer.staff.documentId,
      name: '赵师傅',
      role: 'engineer',
      open: 3,
      overdue: 1,
    });
    expect(after.team?.map(({ name }) => name)).toContain('钱师傅');
    clock.advance(-32 * 60_000);
  });

  it('of the engineer: one line for each job, by what is due first, with the place and a masked telephone', async () => {
    const board = await boardOf(world.staff.engineer);
    const today = section(board, 'jobsToday');
    expect([today.jobs, today.total, today.lines[0].what]).toEqual([true, 1, 'ticket.arrive']);
    expect(today.details[ticket.dispatched]).toMatchObject({
      household: { name: expect.stringContaining('501') },
      description: '停电',
      contactTelephone: '138****5678',
      wishedFor: inHours(3),
    });
    expect(section(board, 'jobsLater').total).toBe(1);
    expect(section(board, 'rest').total).toBe(0);
    expect(section(await boardOf(world.staff.engineer2), 'jobsToday').total).toBe(0);
    const called = {
      type: 'ticket',
      documentId: ticket.dispatched,
      field: 'contactTelephone',
      reason: '上门前联系住户',
    };
    const { body } = await world.staff.engineer.client
      .post('/property-desk/confidential/reveal')
      .send(called)
      .expect(200);
    expect(body.data.value).toBe('13800005678');
  });

  it('of the manager: what was escalated, and figures', async () => {
    const { clock } = world.kernel;
    clock.advance(2 * 3_600_000);
    await world.kernel.tick();
    const board = await boardOf(world.staff.manager);
    expect(what(section(board, 'escalated'))).toContain('complaint.managerDecision');
    const figure = Object.fromEntries(board.figures.map(({ key, total }) => [key, total]));
    expect(figure.overdue).toBeGreaterThanOrEqual(3);
    expect(figure.escalated).toBeGreaterThanOrEqual(2);
    expect(figure.open).toBeGreaterThanOrEqual(figure.overdue + figure.today);
    expect(board.figures.find(({ key }) => key === 'overdue')?.list).toEqual({
      plural: 'obligations',
      query: 'state=overdue',
    });
  });

  it('shows nobody what belongs to another community', async () => {
    for (const who of [world.elsewhere.receptionist, world.elsewhere.supervisor, world.elsewhere.engineer]) {
      const board = await boardOf(who);
      expect(board.sections.map(({ total }) => total)).toEqual(board.sections.map(() => 0));
      expect(board.team?.every(({ open }) => open === 0) ?? true).toBe(true);
    }
  });

  it('of a super admin is the manager’s, over all communities', async () => {
    const root = await world.desk.superAdmin();
    const { body } = await root.client.get('/property-desk/desk/board').expect(200);
    expect(body.data.sections.map(({ key }: DeskSection) => key)).toEqual(DESKS.manager.sections.map(({ key }) => key));
    expect(body.data.sections.find(({ key }: DeskSection) => key === 'overdue').total).toBeGreaterThan(0);
  });

  it('does not show kinds of case that one may not read', async () => {
    const { strapi } = world.desk;
    const right = { action: 'plugin::property-desk.complaint.read', role: { code: 'property-desk-supervisor' } };
    const [granted] = await strapi.db.query('admin::permission').findMany({ where: right, populate: ['role'] });
    await strapi.db.query('admin::permission').delete({ where: { id: granted.id } });
    const board = await boardOf(world.staff.supervisor);
    expect(section(board, 'hour')).toBeUndefined();
    expect(what(section(board, 'overdue')).some((kind) => kind.startsWith('complaint.'))).toBe(false);
    await strapi
      .service('admin::permission')
      .createMany([{ action: granted.action, subject: null, properties: {}, conditions: [], role: granted.role.id }]);
    expect(section(await boardOf(world.staff.supervisor), 'hour')).toBeDefined();
  });

  it('goes on where its first lines end', async () => {
    const { receptionist } = world.staff;
    for (let count = 0; count < 3; count += 1) await start(receptionist, 'tickets', 'register', world.call());
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor ? `&cursor=${cursor}` : '';
      const { body } = await receptionist.client
        .get(`/property-desk/desk/board/toDispatch?limit=2${query}`)
        .expect(200);
      seen.push(...body.data.lines.map((line: { documentId: string }) => line.documentId));
      cursor = body.data.nextCursor;
    } while (cursor);
    // What has been escalated stands once.
    expect([seen.length, new Set(seen).size]).toEqual([4, 4]);
  });

  it.each([
    ['/desk/board?x=1', 400],
    ['/desk/board/toDispatch?limit=0', 400],
    ['/desk/board/toDispatch?cursor=nonsense', 400],
    ['/desk/board/constructor', 404],
    ['/desk/board/hour', 404],
  ])('GET %s answers %i', async (path, status) => {
    await world.staff.receptionist.client.get(`/property-desk${path}`).expect(status);
    await world.desk.request.get(`/property-desk${path}`).expect(401);
  });
});

describe('what the desk asks', () => {
  it.each([
    ['by kind', { key: 'x', of: 'everyone', what: ['ticket.dispatch'] }, 'pd_obligations_kind'],
    ['overdue', { key: 'x', of: 'everyone', when: 'overdue' }, 'pd_obligations_community'],
    ['soon', { key: 'x', of: 'everyone', when: 'soon' }, 'pd_obligations_community'],
    ['mine', { key: 'x', of: 'me' }, 'pd_obligations_person'],
    ['my role’s', { key: 'x', of: 'role' }, 'pd_obligations_role'],
  ] as const)('%s is served by an index', async (_what, definition, index) => {
    const staff = world.staff.supervisor.staff;
    const actor = {
      kind: 'staff' as const,
      name: '',
      role: 'supervisor',
      communities: [world.garden.id],
      staff,
      can: () => true,
    };
    const [query] = sources(world.kernel, actor, definition, 'what' in definition ? definition.what : null);
    await expectIndex(query.select('id', 'due_at').orderBy(['due_at', 'id']).limit(10).toSQL(), index);
  });

  it('the team’s load is, without reading the table', async () => {
    const { heard } = await createPlans(world).heardDuring(() =>
      teamLoad(world.kernel, {
        kind: 'staff',
        name: '',
        role: 'supervisor',
        communities: [world.garden.id],
        can: () => true,
      })
    );
    await expectIndex(heard[0], 'COVERING INDEX pd_obligations_community');
  });

  const expectIndex = async (statement: Statement, index: string) => {
    const plan = await createPlans(world).planByIndex(statement);
    // A test's table is so small that one index of what is owed is as good to PostgreSQL as another.
    if (onPostgres) expect(plan).toMatch(/using pd_obligations_\w+ on pd_obligations/);
    else expect(plan).toContain(index);
  };
});
