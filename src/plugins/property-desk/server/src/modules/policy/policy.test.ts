import type { PolicyText } from '../../../../contracts';
import type { CaseDefinition } from '../../kernel/workflow/define';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { effectivePolicy, policyText, type PolicyRow } from '.';

let world: World;
let deputy: Colleague;

const DAY = 24 * 3_600_000;
const uid = (type: string) => `plugin::property-desk.${type}`;

beforeAll(async () => {
  world = await bootWorld();
  deputy = await world.hire('manager', [world.garden], '副经理');
  world.kernel.clock.freeze(new Date('2026-11-23T01:00:00.000Z'));
});
afterAll(() => world?.desk.stop());

const find = (type: string, where: Record<string, unknown>) =>
  world.kernel.rows.find(world.kernel.strapi.db.connection, uid(type), where);
const call = (who: Colleague, path: string, input: object = {}) =>
  who.client.post(`/property-desk/policies/${path}`).send({ input });
const act = async (who: Colleague, path: string, input: object = {}) => {
  const { status, body, text } = await call(who, path, input);
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
  return body as { data: { documentId: string; number: string; revision: number; state: string }; once?: any };
};
const on = (id: string, action: string) => `${id}/actions/${action}`;
const get = async (who: Colleague, path: string) =>
  (await who.client.get(`/property-desk/${path}`).expect(200)).body.data;
const draft = async (from?: string) =>
  (await act(world.staff.supervisor, 'actions/draft', { community: world.garden.documentId, from })).data.documentId;
const approve = async (id: string) => {
  await act(world.staff.supervisor, on(id, 'submit'));
  await act(world.staff.manager, on(id, 'approve'));
};
const inForce = async (id: string) => {
  await approve(id);
  await act(world.staff.supervisor, on(id, 'promulgate'));
  return id;
};
const rules = async (values: Record<string, unknown>) => {
  const id = await draft('default');
  for (const [key, value] of Object.entries(values))
    await act(world.staff.supervisor, on(id, 'set-rule'), { key, value });
  return inForce(id);
};
const body = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

describe('the default policy', () => {
  it('is each community’s first draft, in its company’s name, once', async () => {
    const drafts = await find('policy', { community: world.garden.id });
    expect(drafts).toMatchObject([{ state: 'draft', title: '客服部管理制度', number: 'ZD-2026-0001', author: null }]);
    expect(await find('policy', { community: world.river.id })).toHaveLength(1);
    expect(await find('obligation', { caseDocumentId: drafts[0].documentId })).toEqual([]);
    const text: PolicyText = await get(world.staff.supervisor, `policies/${drafts[0].documentId}/text`);
    expect(text.chapters.map(({ title, articles }) => [title, articles.length])).toEqual([
      ['总则', 3],
      ['组织架构与职责', 2],
      ['服务规范', 3],
      ['工作流程', 4],
      ['考核与奖惩', 3],
      ['附则', 2],
    ]);
    const articles = text.chapters.flatMap((chapter) => chapter.articles);
    expect(articles.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
    const words = JSON.stringify(articles);
    expect(words).toContain('阳光物业服务有限公司');
    expect(words).not.toMatch(/[{]company[}]/);
    expect([text.editable, text.toAcknowledge]).toEqual([true, false]);
  });

  it('states every rule that the code knows, with its default', async () => {
    const [policy] = await find('policy', { community: world.garden.id });
    const set = await find('policy-rule', { policy: policy.id });
    const { definitions } = world.kernel.rulebook;
    expect(Object.fromEntries(set.map(({ key, value, article }) => [key, [value, String(article)]]))).toEqual(
      Object.fromEntries(Object.entries(definitions).map(([key, rule]) => [key, [rule.default, rule.article]]))
    );
  });

  it('does not come back once it is discarded', async () => {
    const lake = await world.create('community', { name: '湖畔', companyName: '湖畔物业' });
    const [first] = await find('policy', { community: lake.id });
    const boss = await world.hire('manager', [lake], '湖畔经理');
    await act(boss, on(first.documentId, 'discard'));
    const { policy } = await import('.');
    await policy.bootstrap!(world.desk.strapi);
    expect((await find('policy', { community: lake.id })).map(({ state }) => state)).toEqual(['discarded']);
  });
});

describe('writing', () => {
  let id: string;
  beforeAll(async () => {
    id = await draft('default');
  });
  const refused = async (action: string, input: object) => {
    const { status, body: answer } = await call(world.staff.supervisor, on(id, action), input);
    return [status, answer.error.details.errors?.[0].path, answer.error.message];
  };

  it.each([
    ['an unknown rule', 'set-rule', { key: 'ticket.nothing', value: 'PT1H' }, 'key', /ticket\.nothing/],
    [
      'a bad value',
      'set-rule',
      { key: 'ticket.followUpWithin', value: '24h' },
      'value',
      /第9条.*ticket\.followUpWithin/,
    ],
    ['a value of another kind', 'set-rule', { key: 'complaint.repeatDays', value: 'PT1H' }, 'value', /第10条/],
    [
      'an article that is not there',
      'set-rule',
      { key: 'ticket.followUpWithin', value: 'PT1H', article: 40 },
      'article',
      /第40条/,
    ],
    ['a rule that is not set', 'clear-rule', { key: 'ticket.nothing' }, 'key', /ticket\.nothing/],
    ['an article that still has rules', 'remove-article', { number: 9 }, 'number', /第9条.*ticket\.followUpWithin/],
    [
      'an article twice',
      'write-article',
      { number: 9, chapter: 4, chapterTitle: '工作流程', body: body('x') },
      'number',
      /第9条/,
    ],
    [
      'a number that another has',
      'write-article',
      { number: 9, was: 8, chapter: 4, chapterTitle: '工作流程', body: body('x') },
      'number',
      /第9条/,
    ],
    [
      'what is to be replaced and is not there',
      'write-article',
      { number: 30, was: 30, chapter: 4, chapterTitle: '工作流程', body: body('x') },
      'was',
      /第30条/,
    ],
    ['nothing at all', 'edit', {}, 'title', /./],
    ['a day that there is not', 'edit', { effectiveOn: '2026-02-30' }, 'effectiveOn', /./],
    ['an empty text', 'write-article', { number: 18, chapter: 6, chapterTitle: '附则', body: body('') }, 'body', /./],
    [
      'a picture',
      'write-article',
      { number: 18, chapter: 6, chapterTitle: '附则', body: [{ type: 'image', children: [] }] },
      'body',
      /./,
    ],
    [
      'a script for a link',
      'write-article',
      {
        number: 18,
        chapter: 6,
        chapterTitle: '附则',
        body: [
          {
            type: 'paragraph',
            children: [{ type: 'link', url: 'javascript:1', children: [{ type: 'text', text: 'x' }] }],
          },
        ],
      },
      'body',
      /./,
    ],
  ])('refuses %s', async (_what, action, input, field, message) => {
    expect(await refused(action, input)).toEqual([400, [field], expect.stringMatching(message)]);
  });

  it('keeps articles under their chapter’s title, and rules with their article', async () => {
    const { supervisor } = world.staff;
    await act(supervisor, on(id, 'write-article'), {
      number: 18,
      was: 9,
      chapter: 4,
      chapterTitle: '办理流程',
      title: '报修',
      body: [
        ...body('新的'),
        {
          type: 'list',
          format: 'unordered',
          children: [{ type: 'list-item', children: [{ type: 'text', text: '一' }] }],
        },
      ],
    });
    const [policy] = await find('policy', { documentId: id });
    const articles = await find('policy-article', { policy: policy.id });
    expect(articles.filter(({ chapter }) => chapter === 4).map(({ chapterTitle }) => chapterTitle)).toEqual(
      Array(4).fill('办理流程')
    );
    const [rule] = await find('policy-rule', { policy: policy.id, key: 'ticket.followUpWithin' });
    expect(rule.article).toBe(18);
    // The gap that it left, and the chapter that it is out of, are named together.
    const { status, body: answer } = await call(supervisor, on(id, 'submit'));
    expect([status, answer.error.details.errors.map(({ path }: any) => path)]).toEqual([
      400,
      [
        ['articles', '9'],
        ['articles', '18'],
      ],
    ]);
    await act(supervisor, on(id, 'write-article'), {
      number: 9,
      was: 18,
      chapter: 4,
      chapterTitle: '工作流程',
      body: body('报修'),
    });
    await act(supervisor, on(id, 'edit'), { companyName: '月光物业' });
    const text: PolicyText = await get(supervisor, `policies/${id}/text`);
    expect(text.companyName).toBe('月光物业');
    expect(JSON.stringify(text.chapters)).toContain('月光物业客服部');
    expect(JSON.stringify(text.chapters)).not.toContain('阳光物业');
  });

  it('is closed to every other road', async () => {
    const [policy] = await find('policy', { documentId: id });
    const [article] = await find('policy-article', { policy: policy.id });
    const documents = (type: string) => world.desk.strapi.documents(uid(type) as never) as any;
    const update = { documentId: article.documentId, data: { title: 'x' } };
    await expect(documents('policy-article').update(update)).rejects.toMatchObject({ name: 'ForbiddenError' });
    await expect(documents('policy').update({ documentId: id, data: { title: 'x' } })).rejects.toMatchObject({
      name: 'ForbiddenError',
    });
    const query = world.desk.strapi.db.query(uid('policy-rule') as never);
    await expect(query.updateMany({ where: {}, data: { key: 'x' } })).rejects.toMatchObject({ name: 'ForbiddenError' });
  });
});

describe('approval', () => {
  it('is another person’s than the author’s and the last editor’s, and a manager’s', async () => {
    const { manager, supervisor } = world.staff;
    const own = (await act(manager, 'actions/draft', { community: world.garden.documentId, from: 'default' })).data
      .documentId;
    await act(supervisor, on(own, 'submit'));
    expect((await call(manager, on(own, 'approve'))).status).toBe(403);
    expect((await call(supervisor, on(own, 'approve'))).status).toBe(403);
    await act(manager, on(own, 'return'), { reason: '再看' });
    await act(deputy, on(own, 'clear-rule'), { key: 'ticket.ratingReplacesCall' });
    await act(supervisor, on(own, 'submit'));
    for (const who of [manager, deputy]) expect((await call(who, on(own, 'approve'))).status).toBe(403);
    const third = await world.hire('manager', [world.garden], '总经理');
    await act(third, on(own, 'approve'));
    const owed = await find('obligation', { caseDocumentId: own });
    expect(owed.map(({ what, outcome }) => [what, outcome])).toEqual([
      ['policy.approve', 'kept'],
      ['policy.approve', 'kept'],
    ]);
    await act(manager, on(own, 'unapprove'), { reason: '有误' });
    expect((await find('policy', { documentId: own }))[0]).toMatchObject({ state: 'draft', approvedDigest: null });
  });

  it('makes the default draft theirs who submit it', async () => {
    const [first] = await find('policy', { number: 'ZD-2026-0001' });
    await act(world.staff.manager, on(first.documentId, 'submit'));
    expect((await call(world.staff.manager, on(first.documentId, 'approve'))).status).toBe(403);
    await act(deputy, on(first.documentId, 'approve'));
    await act(deputy, on(first.documentId, 'unapprove'), { reason: '再看' });
  });

  it('is for what was read: anything changed underneath is not promulgated', async () => {
    const id = await draft('default');
    await approve(id);
    const [{ id: policy }] = await find('policy', { documentId: id });
    const touch = (value: string) =>
      world.kernel.strapi.db
        .connection('pd_policy_rules')
        .where({ policy_id: policy, key: 'ticket.acceptWithin' })
        .update({ value: JSON.stringify(value) });
    await touch('PT5M');
    const { status, body: answer } = await call(world.staff.manager, on(id, 'promulgate'));
    expect([status, answer.error.message]).toEqual([403, expect.stringContaining('与批准时不一致')]);
    await touch('PT30M');
    await act(world.staff.manager, on(id, 'promulgate'));
  });

  it('waits for its day', async () => {
    const id = await draft('default');
    await act(world.staff.supervisor, on(id, 'edit'), { effectiveOn: '2026-11-25' });
    await approve(id);
    expect((await call(world.staff.manager, on(id, 'promulgate'))).status).toBe(403);
    // The day begins in the office's zone.
    const [{ promulgateAt, effectiveOn }] = await find('policy', { documentId: id });
    expect([(promulgateAt as Date).toISOString(), effectiveOn]).toEqual(['2026-11-24T16:00:00.000Z', '2026-11-25']);
    world.kernel.clock.freeze(new Date('2026-11-24T16:00:00.000Z'));
    await act(world.staff.manager, on(id, 'promulgate'));
    world.kernel.clock.freeze(new Date('2026-11-25T01:00:00.000Z'));
  });
});

describe('in force', () => {
  const openOn = async (documentId: string) =>
    (await find('obligation', { caseDocumentId: documentId })).filter(({ closedAt }) => closedAt === null);

  it('is acknowledged by everybody, each for themselves, once a version', async () => {
    const { engineer, receptionist, supervisor } = world.staff;
    const id = await rules({});
    const staff = await world.kernel.directory().colleagues(world.kernel.strapi.db.connection, world.garden.id);
    const owed = await openOn(id);
    expect(owed.map(({ ownerStaff }) => ownerStaff).sort()).toEqual(staff.map((person) => person.id).sort());
    const [{ number }] = await find('policy', { documentId: id });
    expect(new Set(owed.map(({ policyVersion }) => policyVersion))).toEqual(new Set([number]));
    expect(new Set(owed.map(({ what }) => what))).toEqual(new Set(['policy.acknowledge']));
    expect((owed[0].dueAt as Date).getTime() - world.kernel.clock.now().getTime()).toBe(7 * DAY);
    expect((await get(engineer, `policies/${id}/text`)).toAcknowledge).toBe(true);

    const [{ revision }] = await find('policy', { documentId: id });
    await act(engineer, on(id, 'acknowledge'));
    // That another was quicker is nobody's fault.
    await receptionist.client
      .post(`/property-desk/policies/${on(id, 'acknowledge')}`)
      .send({ input: {}, revision })
      .expect(200);
    expect((await call(engineer, on(id, 'acknowledge'))).status).toBe(403);
    expect((await get(engineer, `policies/${id}/text`)).toAcknowledge).toBe(false);
    expect((await openOn(id)).map(({ ownerStaff }) => ownerStaff)).not.toContain(engineer.staff.id);

    const late = await world.hire('engineer', [world.garden], '新来的');
    const { done, missing } = await get(supervisor, `policies/${id}/acknowledgements`);
    expect(done.map(({ staff: { name } }: any) => name)).toEqual([engineer.staff.name, receptionist.staff.name]);
    expect(missing).toHaveLength(staff.length - 1);
    expect(missing.find(({ staff: { name } }: any) => name === '新来的')).toMatchObject({
      dueAt: null,
      overdue: false,
      role: 'engineer',
    });
    await act(late, on(id, 'acknowledge'));
    const { body: answer } = await supervisor.client.get('/property-desk/policies?state=effective').expect(200);
    expect(answer.data).toMatchObject([{ documentId: id, acknowledged: { done: 3, total: staff.length + 1 } }]);
    expect((await call(world.elsewhere.engineer, on(id, 'acknowledge'))).status).toBe(404);
  });

  it('gives way to the next version in one step', async () => {
    const [before] = await find('policy', { community: world.garden.id, state: 'effective' });
    const { once } = await act(world.staff.supervisor, on(before.documentId, 'revise'));
    await act(world.staff.supervisor, on(once.policy, 'set-rule'), { key: 'ticket.acceptWithin', value: 'PT10M' });
    await act(world.staff.supervisor, on(once.policy, 'write-article'), {
      number: 18,
      chapter: 6,
      chapterTitle: '附则',
      title: '补充',
      body: body('补充规定。'),
    });
    const comparison = await get(world.staff.supervisor, `policies/${once.policy}/comparison`);
    expect(comparison).toMatchObject({
      from: { name: before.number },
      rules: [{ key: 'ticket.acceptWithin', change: 'changed', before: 'PT30M', after: 'PT10M' }],
    });
    expect(comparison.articles.filter(({ change }: any) => change !== 'same')).toEqual([
      { number: 18, change: 'added', before: null, after: '6 附则\n补充\n补充规定。' },
    ]);
    await inForce(once.policy);
    const [old] = await find('policy', { documentId: before.documentId });
    expect([old.state, old.endedAt]).toEqual(['superseded', world.kernel.clock.now()]);
    expect(await openOn(before.documentId)).toEqual([]);
    const outcomes = (await find('obligation', { caseDocumentId: before.documentId, what: 'policy.acknowledge' })).map(
      ({ outcome }) => outcome
    );
    expect(new Set(outcomes)).toEqual(new Set(['kept', 'void']));
    expect((await find('policy', { documentId: once.policy }))[0].supersedes).toBe(old.id);
    const events = await world.kernel.ledger.story(world.kernel.strapi.db.connection, before.documentId);
    expect(events.at(-1)).toMatchObject({ action: 'supersede', actorKind: 'system' });
  });

  it('rules from that moment on; what is owed already keeps its terms and names its version', async () => {
    const register = async () =>
      (
        await world.staff.receptionist.client
          .post('/property-desk/tickets/actions/register')
          .send({ input: world.call() })
          .expect(200)
      ).body.data.documentId as string;
    const terms = async (id: string) => {
      const [row] = await find('obligation', { caseDocumentId: id });
      return [row.policyVersion, ((row.dueAt as Date).getTime() - (row.openedAt as Date).getTime()) / 60_000];
    };
    const numberOf = async (id: string) => (await find('policy', { documentId: id }))[0].number;
    const quick = await rules({ 'ticket.dispatchWithin': 'PT5M' });
    const first = await register();
    const slow = await rules({ 'ticket.dispatchWithin': 'PT2H' });
    const second = await register();
    expect([await terms(first), await terms(second)]).toEqual([
      [await numberOf(quick), 5],
      [await numberOf(slow), 120],
    ]);
    expect((await call(world.staff.supervisor, on(slow, 'repeal'), { reason: 'x' })).status).toBe(403);
    await act(world.staff.manager, on(slow, 'repeal'), { reason: '重新制订' });
    expect(await terms(await register())).toEqual(['default', 15]);
  });

  it('reckons in working days where a rule says so', async () => {
    const { definitions } = world.kernel.rulebook;
    const usual = definitions['policy.acknowledgeWithin'];
    definitions['policy.acknowledgeWithin'] = { ...usual, kind: 'workingDays', default: '5 working days' };
    world.kernel.clock.freeze(new Date('2026-11-25T01:00:00.000Z'));
    const closed = await world.create('calendar-day', {
      date: '2026-11-27',
      working: false,
      name: '司庆',
      community: world.garden.documentId,
    });
    const id = await rules({ 'policy.acknowledgeWithin': '2 working days' });
    const [{ dueAt }] = await openOn(id);
    expect((dueAt as Date).toISOString()).toBe('2026-11-30T15:59:59.999Z');
    await world.desk.strapi.documents(uid('calendar-day') as never).delete({ documentId: closed.documentId });
    const [next] = await openOn(await rules({ 'policy.acknowledgeWithin': '2 working days' }));
    expect((next.dueAt as Date).toISOString()).toBe('2026-11-27T15:59:59.999Z');
    definitions['policy.acknowledgeWithin'] = usual;
  });

  it('is void for whoever hands over, and nobody else’s', async () => {
    const leaver = await world.hire('engineer', [world.garden], '要走的');
    const id = await rules({});
    await world.staff.supervisor.client
      .post(`/property-desk/staff/${leaver.staff.documentId}/hand-over`)
      .send({ to: world.staff.engineer2.staff.documentId })
      .expect(200);
    const owed = await find('obligation', { caseDocumentId: id, ownerStaff: leaver.staff.id });
    expect(owed).toMatchObject([{ outcome: 'void' }]);
    const others = await find('obligation', { caseDocumentId: id, ownerStaff: world.staff.engineer2.staff.id });
    expect(others).toHaveLength(1);
  });
});

describe('the rulebook', () => {
  it('shows each rule, its value, its default, its article and where it acts', async () => {
    const id = await rules({ 'ticket.acceptWithin': 'PT12M' });
    const page = await get(world.staff.engineer, `rulebook?community=${world.garden.documentId}`);
    const rule = (key: string) => page.rules.find((each: any) => each.key === key);
    expect(page.policy.documentId).toBe(id);
    expect(rule('ticket.acceptWithin')).toEqual({
      key: 'ticket.acceptWithin',
      name: '报修受理时限',
      kind: 'duration',
      value: 'PT12M',
      default: 'PT30M',
      article: '9',
      set: true,
      acts: [{ obligation: 'ticket.accept', level: 1, case: 'ticket' }],
    });
    expect(rule('ticket.ratingReplacesCall').acts).toEqual([{ obligation: null, level: null, case: 'ticket' }]);
    expect(rule('ticket.superviseWithin').acts).toContainEqual({
      obligation: 'ticket.dispatch',
      level: 2,
      case: 'ticket',
    });
    for (const { acts, key } of page.rules) expect([key, acts.length > 0]).toEqual([key, true]);
    const there = await world.elsewhere.supervisor.client
      .get(`/property-desk/rulebook?community=${world.river.documentId}`)
      .expect(200);
    expect([there.body.data.policy, there.body.data.rules.some(({ set }: any) => set)]).toEqual([null, false]);
    expect(
      (await world.elsewhere.supervisor.client.get(`/property-desk/rulebook?community=${world.garden.documentId}`))
        .status
    ).toBe(400);
  });
});

describe('the face', () => {
  it('gives the text to paper, and to front-end sites what is public', async () => {
    const [row] = (await find('policy', { community: world.garden.id, state: 'effective' })) as PolicyRow[];
    expect(await policyText(world.kernel, row)).toMatchObject({
      number: row.number,
      editable: false,
      toAcknowledge: false,
    });
    expect(await effectivePolicy(world.kernel, world.garden.id)).toBeNull();
    const id = await draft('default');
    await act(world.staff.supervisor, on(id, 'edit'), { public: true });
    await inForce(id);
    const shown = await effectivePolicy(world.kernel, world.garden.id);
    expect([shown?.documentId, shown?.chapters.length, shown?.community.name]).toEqual([id, 6, '阳光花园']);
    expect(JSON.stringify(shown)).not.toContain('"id"');
    expect((world.kernel.definition('policies') as CaseDefinition).name).toBe('policy');
  });
});
