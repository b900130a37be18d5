import { INQUIRY_STATES, TICKET_STATES } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import type { CaseDefinition, CaseRow } from '../../kernel/workflow/define';
import { accessMatrix, answerOf, castOf, type Rule } from '../../testing/matrix';
import { bootWorld, type World } from '../../testing/world';

const OPEN = 'submitted accepted dispatched in_progress on_hold completed confirmed';
/** Engineers act on what they are sent out for, and on nothing else. */
const notTheirs = (who: string, state: string) =>
  who === 'engineer2' || (who === 'engineer' && ['submitted', 'accepted'].includes(state));

const TICKET: Record<string, Rule> = {
  accept: { from: 'submitted', who: 'FPS' },
  dispatch: { from: 'accepted', who: 'FPS' },
  reassign: { from: 'dispatched in_progress on_hold', who: 'FPS' },
  decline: { from: 'dispatched', who: 'E', but: notTheirs },
  start: { from: 'dispatched', who: 'EPS', but: notTheirs },
  hold: { from: 'in_progress', who: 'EPS', but: notTheirs },
  resume: { from: 'on_hold', who: 'EPS', but: notTheirs },
  repromise: { from: 'accepted dispatched in_progress on_hold', who: 'PS' },
  complete: { from: 'in_progress', who: 'EPS', but: notTheirs },
  'follow-up': { from: 'completed', who: 'FPS' },
  rate: { from: 'completed', who: 'R' },
  // Three attempts on different days come first: the ticket has none.
  'close-unreached': { from: 'completed', who: 'S', but: () => true },
  archive: { from: 'confirmed', who: 'FPS' },
  cancel: {
    from: 'submitted accepted dispatched in_progress on_hold',
    who: 'SR',
    but: (who, state) => who === 'resident' && !['submitted', 'accepted'].includes(state),
  },
  // Photos: staff who work on the ticket, and the household.
  attach: { from: OPEN, who: 'EFPSR', but: notTheirs },
  amend: { from: OPEN, who: 'FPS' },
};
const TICKET_STARTS: Record<string, string> = { submit: 'RT', register: 'FPST' };

const INQUIRY: Record<string, Rule> = {
  // The specialist is its handler.
  answer: { from: 'open', who: 'FPS', but: (who) => who !== 'specialist' },
  repromise: { from: 'open', who: 'PS', but: (who) => who === 'specialist' },
  reassign: { from: 'open', who: 'PS' },
  convert: { from: 'open', who: 'FPS' },
  amend: { from: 'open', who: 'FPS' },
  cancel: { from: 'open', who: 'PS' },
};
const INQUIRY_STARTS: Record<string, string> = { ask: 'FPST' };

let world: World;
let own: Record<string, Actor>;
let other: Record<string, Actor>;
let tickets: Record<string, CaseRow>;
let inquiries: Record<string, CaseRow>;
const special: Record<string, CaseRow> = {};

const inHours = (hours: number) => new Date(world.kernel.clock.now().getTime() + hours * 3_600_000).toISOString();
const typeOf = (name: string) => world.kernel.definition(name) as CaseDefinition;

/** Input that each action takes as it is. */
const inputs = (): Record<string, Record<string, unknown>> => {
  const { garden, household, category, staff } = world;
  const contact = { reporterName: '王小明', contactTelephone: '13800005678' };
  const submit = {
    community: garden.documentId,
    household: household.documentId,
    category: category.documentId,
    description: '漏水',
    ...contact,
  };
  const promise = { promisedAt: inHours(4), reason: '等配件', told: '电话' };
  return {
    'ticket.submit': submit,
    'ticket.register': { ...submit, source: 'phone', priority: 'ordinary' },
    'ticket.dispatch': { assignee: staff.engineer.staff.documentId, promisedAt: inHours(4) },
    'ticket.reassign': { assignee: staff.engineer2.staff.documentId, reason: '调班' },
    'ticket.decline': { reason: '不在岗' },
    'ticket.hold': { reason: '等配件' },
    'ticket.repromise': promise,
    'ticket.complete': { workDone: '更换角阀' },
    'ticket.follow-up': { outcome: 'satisfied' },
    'ticket.rate': { outcome: 'satisfied' },
    'ticket.cancel': { reason: '不需要了' },
    'ticket.amend': { description: '漏水严重', reason: '更正' },
    'inquiry.ask': {
      community: garden.documentId,
      household: household.documentId,
      question: '车位费',
      promisedAt: inHours(4),
      ...contact,
    },
    'inquiry.answer': { answer: '每月五日', way: 'phone' },
    'inquiry.repromise': promise,
    'inquiry.reassign': { handler: staff.receptionist.staff.documentId, reason: '调班' },
    'inquiry.convert': { category: category.documentId },
    'inquiry.amend': { question: '车位费？', reason: '更正' },
    'inquiry.cancel': { reason: '重复' },
  };
};

const act = async (type: string, action: string, actor: Actor, row?: CaseRow, more: object = {}) =>
  (
    await world.kernel.engine.act(typeOf(type), {
      action,
      actor,
      documentId: row?.documentId,
      input: { ...(inputs()[`${type}.${action}`] ?? {}), ...more },
    })
  ).row;

/** Walks tickets into every state, so that each has one. */
const walk = async () => {
  const { receptionist, specialist, supervisor, engineer, resident } = own;
  const fresh = () => act('ticket', 'register', receptionist);
  const sent = async () => act('ticket', 'dispatch', receptionist, await fresh());
  const begun = async () => act('ticket', 'start', engineer, await sent());
  const done = async () => act('ticket', 'complete', engineer, await begun());
  const heard = async () => act('ticket', 'follow-up', specialist, await done());
  tickets = {
    submitted: await act('ticket', 'submit', resident),
    accepted: await fresh(),
    dispatched: await sent(),
    in_progress: await begun(),
    on_hold: await act('ticket', 'hold', engineer, await begun()),
    completed: await done(),
    confirmed: await heard(),
    archived: await act('ticket', 'archive', specialist, await heard()),
    cancelled: await act('ticket', 'cancel', supervisor, await fresh()),
  };
  special.contractor = await act('ticket', 'dispatch', specialist, await fresh(), {
    assignee: undefined,
    contractor: '某公司',
  });
  special.reportedBySpecialist = await act('ticket', 'complete', specialist, await begun());
  const ask = () => act('inquiry', 'ask', specialist);
  inquiries = {
    open: await ask(),
    answered: await act('inquiry', 'answer', specialist, await ask()),
    converted: await act('inquiry', 'convert', specialist, await ask()),
    cancelled: await act('inquiry', 'cancel', supervisor, await ask()),
  };
};

beforeAll(async () => {
  world = await bootWorld();
  ({ own, other } = await castOf(world));
  await walk();
});
afterAll(() => world?.desk.stop());

const answer = (type: string, name: string, actor: Actor, row?: CaseRow): Promise<number> =>
  answerOf(world, type, name, actor, inputs()[`${type}.${name}`] ?? {}, row);

describe('every cell answers as the design has it', () => {
  const part = (type: string) => ({ type, input: (action: string) => inputs()[`${type}.${action}`] ?? {} });
  const here = () => ({ world, own, other });
  accessMatrix(here, {
    ...part('ticket'),
    design: TICKET,
    starts: TICKET_STARTS,
    states: TICKET_STATES,
    rows: () => tickets,
  });
  accessMatrix(here, {
    ...part('inquiry'),
    design: INQUIRY,
    starts: INQUIRY_STARTS,
    states: INQUIRY_STATES,
    rows: () => inquiries,
  });

  it('a resident of another household asks for nothing in this one’s name', async () => {
    await expect(act('ticket', 'submit', other.resident)).rejects.toMatchObject({
      name: 'ValidationError',
      details: { errors: [{ path: ['household'] }] },
    });
  });
});

describe('whoever owes does not judge', () => {
  it.each([
    ['specialist', 403],
    ['supervisor', 200],
  ])('a contractor’s promise, sent out by the specialist: %s %s', async (who, status) => {
    expect(await answer('ticket', 'repromise', own[who], special.contractor)).toBe(status);
  });

  it.each([
    ['specialist', 403],
    ['supervisor', 200],
    ['receptionist', 200],
  ])('a revisit of what the specialist reported done: %s %s', async (who, status) => {
    expect(await answer('ticket', 'follow-up', own[who], special.reportedBySpecialist)).toBe(status);
  });

  it('whoever takes over a contractor’s promise by hand-over owes it, and so may not move it', async () => {
    const { kernel, staff } = world;
    const ticket = await act('ticket', 'dispatch', own.specialist, await act('ticket', 'register', own.receptionist), {
      assignee: undefined,
      contractor: '某公司',
    });
    await kernel.engine.handOver(
      typeOf('ticket'),
      ticket.documentId,
      staff.specialist.staff as never,
      staff.supervisor.staff as never,
      own.manager
    );
    expect(await answer('ticket', 'repromise', own.supervisor, ticket)).toBe(403);
    expect(await answer('ticket', 'repromise', own.specialist, ticket)).toBe(200);
  });

  it('closing unreached takes three attempts on three days', async () => {
    const { clock } = world.kernel;
    const ticket = await act(
      'ticket',
      'complete',
      own.engineer,
      await act(
        'ticket',
        'start',
        own.engineer,
        await act('ticket', 'dispatch', own.receptionist, await act('ticket', 'register', own.receptionist))
      )
    );
    const start = clock.now();
    const days = [0, 0, 24, 24, 48];
    const answers: number[] = [];
    for (const hours of days) {
      clock.freeze(new Date(start.getTime() + hours * 3_600_000));
      await act('ticket', 'follow-up', own.specialist, ticket, { outcome: 'unreachable' });
      answers.push(await answer('ticket', 'close-unreached', own.supervisor, ticket));
    }
    const closed = await act('ticket', 'close-unreached', own.supervisor, ticket);
    clock.run();
    expect(answers).toEqual([403, 403, 403, 403, 200]);
    expect([closed.state, closed.outcome]).toEqual(['archived', 'unreachable']);
  });
});

describe('over HTTP', () => {
  const path = (state: string, action: string) =>
    `/property-desk/tickets/${tickets[state].documentId}/actions/${action}`;
  const call = async (who: { client: World['staff']['manager']['client'] }, state: string, action: string) => {
    const { status, body } = await who.client
      .post(path(state, action))
      .set('Accept-Language', 'zh-Hans')
      .send({ input: { surprise: 1 } });
    return [status, body.error?.message ?? ''] as const;
  };

  it.each([
    // Unknown fields are refused where the right is there: nothing moves.
    ['receptionist', 'accepted', 'dispatch', 400, /surprise/],
    ['receptionist', 'accepted', 'cancel', 403, /报修工单、取消.*第9条/],
    ['engineer', 'in_progress', 'complete', 400, /surprise/],
    ['engineer', 'completed', 'follow-up', 403, /回访/],
    ['manager', 'submitted', 'accept', 403, /受理/],
    // What residents alone may do has no route here.
    ['supervisor', 'completed', 'rate', 405, /^$/],
  ] as const)('%s, %s, %s: %d', async (who, state, action, status, message) => {
    expect(await call(world.staff[who], state, action)).toEqual([status, expect.stringMatching(message)]);
  });

  it('says that only the assignee may, and by which article the revisit is another’s', async () => {
    const declined = await world.staff.engineer2.client
      .post(path('dispatched', 'decline'))
      .send({ input: { reason: '忙' } });
    expect([declined.status, declined.body.error.message]).toEqual([403, '只有这张工单的维修人员可以办理']);
    const judged = await world.staff.specialist.client
      .post(`/property-desk/tickets/${special.reportedBySpecialist.documentId}/actions/follow-up`)
      .set('Accept-Language', 'en')
      .send({ input: { outcome: 'satisfied' } });
    expect([judged.status, judged.body.error.message]).toEqual([403, expect.stringMatching(/9/)]);
  });

  it('knows nothing of another community’s tickets: not to act, read, print, or list', async () => {
    const { supervisor } = world.elsewhere;
    const { documentId } = tickets.accepted;
    await supervisor.client
      .post(path('accepted', 'cancel'))
      .send({ input: { reason: 'x' } })
      .expect(404);
    await supervisor.client.get(`/property-desk/tickets/${documentId}`).expect(404);
    await supervisor.client.get(`/property-desk/tickets/${documentId}/print`).expect(404);
    const { body } = await supervisor.client.get('/property-desk/tickets').expect(200);
    expect(body.data).toEqual([]);
  });

  it.each(['manager', 'supervisor', 'specialist', 'receptionist', 'engineer'] as const)('%s may read', async (role) => {
    await world.staff[role].client.get(`/property-desk/tickets/${tickets.accepted.documentId}`).expect(200);
  });

  it('lets an admin user without a staff record act nowhere', async () => {
    const nobody = await world.desk.admin('supervisor');
    expect(await call(nobody, 'accepted', 'cancel')).toEqual([403, expect.stringMatching(/员工档案/)]);
    await nobody.client.get('/property-desk/tickets').expect(403);
    await nobody.client.get('/property-desk/desk').expect(403);
  });

  it('lets a staff member who left act nowhere', async () => {
    const leaver = await world.hire('supervisor', [world.garden]);
    expect((await call(leaver, 'accepted', 'cancel'))[0]).toBe(400);
    await world.desk.strapi
      .documents('plugin::property-desk.staff-member' as never)
      .update({ documentId: leaver.staff.documentId, data: { active: false } } as never);
    expect((await call(leaver, 'accepted', 'cancel'))[0]).toBe(403);
    await leaver.client.get(`/property-desk/tickets/${tickets.accepted.documentId}`).expect(403);
  });

  it('lets a super admin without a staff record act as manager everywhere', async () => {
    const root = await world.desk.superAdmin();
    const { body } = await root.client.get('/property-desk/desk').expect(200);
    expect(body.data.me).toMatchObject({ role: 'manager', superAdmin: true, staff: null });
    expect(body.data.me.communities).toHaveLength(2);
    expect((await call(root, 'accepted', 'cancel'))[0]).toBe(400);
    expect(await call(root, 'dispatched', 'decline')).toEqual([400, expect.stringMatching(/surprise/)]);
    const declined = await root.client.post(path('dispatched', 'decline')).send({ input: { reason: '忙' } });
    expect(declined.status).toBe(403);
  });

  it('follows the Roles screen: a right that is taken away is gone at once, and one that is given is there', async () => {
    const { strapi } = world.desk;
    const permissions = strapi.db.query('admin::permission');
    const role = await strapi.db.query('admin::role').findOne({ where: { code: 'property-desk-receptionist' } });
    const { receptionist } = world.staff;
    const action = (name: string) => `plugin::property-desk.ticket.${name}`;
    await permissions.create({ data: { action: action('cancel'), role: role.id, properties: {}, conditions: [] } });
    await permissions.delete({ where: { action: action('dispatch'), role: { id: role.id } } });
    expect((await call(receptionist, 'accepted', 'cancel'))[0]).toBe(400);
    expect((await call(receptionist, 'accepted', 'dispatch'))[0]).toBe(403);
  });

  it('asks nobody in without a session, and no resident into the office', async () => {
    await world.desk.request.post(path('accepted', 'cancel')).send({ input: {} }).expect(401);
    const { client } = await world.desk.user();
    await client.post(path('accepted', 'cancel')).send({ input: {} }).expect(401);
  });
});
