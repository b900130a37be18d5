import type { CaseDetail, CaseStudyListItem, Page } from '../../../../contracts';
import { kernelOf } from '../../kernel/kernel';
import type { CaseDefinition } from '../../kernel/workflow/define';
import { bootWorld, type Colleague, type Doc, type World } from '../../testing/world';
import { complaintWorkflow } from '../complaint';
import { startCaseStudy } from './index';
import { reviewed, toReview } from './testing/reviewed';

let world: World;
let resident: Doc;

beforeAll(async () => {
  world = await bootWorld();
  ({ resident } = await world.settle(world.household, '王小明', '13800005678'));
  await world.create('resident', {
    name: '李红',
    household: world.household.documentId,
    kind: 'family',
    telephone: '02155551234',
    verified: true,
  });
});
afterAll(() => world?.desk.stop());

const send = (who: Colleague, path: string, input: object, revision?: number) =>
  who.client.post(`/property-desk/case-studies${path}`).set('Accept-Language', 'zh-Hans').send({ input, revision });
const act = (who: Colleague, documentId: string, action: string, input: object, revision?: number) =>
  send(who, `/${documentId}/actions/${action}`, input, revision);
const detail = async (who: Colleague, documentId: string) =>
  (await who.client.get(`/property-desk/case-studies/${documentId}`).expect(200)).body.data as CaseDetail;
const list = async (who: Colleague, query: string) =>
  (await who.client.get(`/property-desk/case-studies?${query}`).expect(200)).body as Page<CaseStudyListItem>;
const titles = async (who: Colleague, query: string) => (await list(who, query)).data.map(({ title }) => title);

const TEXTS = {
  title: '楼上夜间装修噪音',
  facts: '3栋2单元501业主王小明（138-0000-5678）反映楼上601王师傅夜间装修。',
  course: '３号楼２单元５０１室的李女士（021-55551234）再次来电，老王也到了前台。',
  lesson: '装修须事先告知四邻。',
  tags: ['装修', '噪音'],
};

const drafted = async (more: Record<string, unknown> = {}, who = world.staff.supervisor) => {
  const complaint = await reviewed(world);
  const { body } = await send(who, '/actions/draft', {
    community: world.garden.documentId,
    complaint,
    ...TEXTS,
    ...more,
  }).expect(200);
  return body.data as { documentId: string; number: string; revision: number };
};

const published = async (more: Record<string, unknown> = {}) => {
  const study = await drafted(more);
  await act(world.staff.supervisor, study.documentId, 'confirm', { confirmed: true }).expect(200);
  return study;
};

const rowsOf = (type: string, where: Record<string, unknown>) =>
  world.kernel.rows.find(world.kernel.strapi.db.connection, `plugin::property-desk.${type}`, where);

describe('a case of the library', () => {
  it('is drafted without anybody’s name, marks what merely looks like one, and is owed a confirmation', async () => {
    const { documentId, number } = await drafted();
    expect(number).toMatch(/^AL-\d{4}-\d{4}$/);
    const { fields, case: study } = await detail(world.staff.supervisor, documentId);
    expect(study).toMatchObject({ state: 'draft', title: '楼上夜间装修噪音' });
    expect(fields).toMatchObject({
      facts: '某栋某单元某室业主甲（【电话】）反映楼上601业主甲夜间装修。',
      course: '某栋某单元某室的业主乙（【电话】）再次来电，业主甲也到了前台。',
      categoryName: '噪音扰民',
      severity: 'general',
      article: '10',
    });
    expect(fields.suspects).toMatchObject([{ field: 'facts', kind: 'room', text: '601', listed: false }]);
    const [{ start, end }] = fields.suspects as { start: number; end: number }[];
    expect((fields.facts as string).slice(start, end)).toBe('601');
    expect(await rowsOf('obligation', { caseDocumentId: documentId })).toMatchObject([
      { what: 'caseStudy.confirm', ownerRole: 'supervisor', outcome: null, article: '10' },
    ]);
  });

  it('keeps nobody’s name in the ledger either, neither of what was entered nor of what an amendment took out', async () => {
    const { supervisor } = world.staff;
    const { documentId } = await drafted();
    await act(supervisor, documentId, 'amend', { cause: '王小明未配合', reason: '补充' }).expect(200);
    await act(supervisor, documentId, 'amend', { cause: '业主甲未配合', reason: '去掉姓名' }).expect(200);
    const events = JSON.stringify(await rowsOf('event', { caseDocumentId: documentId }));
    expect(events).toContain('去掉姓名');
    // Numbers that stand alone: ids and instants may hold any digits.
    for (const word of ['王小明', '138', '501', '李女士'])
      expect(events).not.toMatch(new RegExp(`(?<![0-9A-Za-z])${word}(?![0-9A-Za-z])`));
  });

  it('is not published while an identifier of anybody on the case stands in it, and says which and where', async () => {
    const { supervisor } = world.staff;
    const { documentId } = await drafted();
    await act(supervisor, documentId, 'amend', { handling: '与王 先生沟通', reason: '补充' }).expect(200);
    const marked = (await detail(supervisor, documentId)).fields.suspects;
    expect(marked).toContainEqual(expect.objectContaining({ field: 'handling', text: '王 先生', listed: true }));
    const { status, body } = await act(supervisor, documentId, 'confirm', { confirmed: true });
    expect([status, body.error.details.errors[0].path]).toEqual([400, ['handling']]);
    expect(body.error.message).toBe('「处理」中还有当事人的姓名或称呼「王 先生」，请先修改');
    expect((await rowsOf('case-study', { documentId }))[0].state).toBe('draft');
    await act(supervisor, documentId, 'amend', { handling: '与业主甲沟通', reason: '去掉称呼' }).expect(200);
    await act(supervisor, documentId, 'confirm', { confirmed: true }).expect(200);
    expect((await rowsOf('obligation', { caseDocumentId: documentId }))[0].outcome).toBe('kept');
  });

  it.each([
    ['title', '关于王小明的投诉'],
    ['tags', ['3-2-501']],
    ['prevention', '通知021 5555 1234'],
    ['result', '三号楼二单元五〇一室已修复'],
  ])('looks at every field: %s', async (name, value) => {
    const { supervisor } = world.staff;
    const { documentId } = await drafted();
    await act(supervisor, documentId, 'amend', { [name]: value, reason: '试' }).expect(200);
    const { body } = await act(supervisor, documentId, 'confirm', { confirmed: true }).expect(400);
    expect(body.error.details.errors[0].path).toEqual([name]);
  });

  it('asks at confirming anew who is on the case', async () => {
    const { supervisor } = world.staff;
    const { documentId } = await drafted({ cause: '隔壁周大福女士也有意见' });
    const home = { household: world.household.documentId, kind: 'family', verified: true };
    const late = await world.create('resident', { name: '周大福', ...home });
    await act(supervisor, documentId, 'confirm', { confirmed: true }).expect(400);
    await world.kernel.strapi
      .documents('plugin::property-desk.resident' as never)
      .delete({ documentId: late.documentId } as never);
    await act(supervisor, documentId, 'confirm', { confirmed: true }).expect(200);
  });

  it.each([{}, { confirmed: false }, { confirmed: 'yes' }])(
    'is confirmed by whoever says to have read it: %j',
    async (input) => {
      const { documentId } = await drafted();
      const { status, body } = await act(world.staff.supervisor, documentId, 'confirm', input);
      expect([status, body.error.details.errors[0].path]).toEqual([400, ['confirmed']]);
    }
  );

  it('is confirmed as it was read: after an amendment the confirmation is refused', async () => {
    const { supervisor, manager } = world.staff;
    const { documentId, revision } = await drafted();
    await act(manager, documentId, 'amend', { cause: '补充', reason: '补充' }).expect(200);
    await act(supervisor, documentId, 'confirm', { confirmed: true }, revision).expect(409);
  });

  it('is taken back, confirmed again, and withdrawn with a reason', async () => {
    const { supervisor } = world.staff;
    const { documentId } = await published();
    await act(supervisor, documentId, 'amend', { cause: 'x', reason: 'y' }).expect(409);
    await act(supervisor, documentId, 'revise', { reason: '补充预防措施' }).expect(200);
    expect((await detail(supervisor, documentId)).fields.confirmedAt).toBeNull();
    await act(supervisor, documentId, 'confirm', { confirmed: true }).expect(200);
    await act(supervisor, documentId, 'withdraw', {}).expect(400);
    await act(supervisor, documentId, 'withdraw', { reason: '当事人要求' }).expect(200);
    await act(supervisor, documentId, 'revise', { reason: 'x' }).expect(409);
    expect((await rowsOf('obligation', { caseDocumentId: documentId })).map(({ outcome }) => outcome)).toEqual([
      'kept',
      'kept',
    ]);
  });

  it('comes from a complaint that has been revisited, once', async () => {
    const { supervisor, receptionist } = world.staff;
    const lodged = await receptionist.client
      .post('/property-desk/complaints/actions/lodge')
      .send({
        input: {
          community: world.garden.documentId,
          kind: 'complaint',
          content: '噪音',
          contactWay: 'visit',
          source: 'visit',
          reporterName: '孙先生',
        },
      })
      .expect(200);
    const early = { community: world.garden.documentId, complaint: lodged.body.data.documentId, facts: '噪音' };
    const refused = await send(supervisor, '/actions/draft', early);
    expect([refused.status, refused.body.error.details.errors[0].path]).toEqual([400, ['complaint']]);
    const complaint = await reviewed(world);
    const input = { community: world.garden.documentId, complaint, facts: '噪音' };
    const both = await Promise.all([
      send(supervisor, '/actions/draft', input),
      send(supervisor, '/actions/draft', input),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    const made = both.find(({ status }) => status === 200)!.body.data.documentId;
    await act(supervisor, made, 'withdraw', { reason: '重写' }).expect(200);
    await send(supervisor, '/actions/draft', input).expect(200);
  });

  it('is started in the transaction of the review, or not at all', async () => {
    const documentId = await toReview(world);
    const kernel = kernelOf(world.kernel.strapi);
    const known = await kernel.directory().staffOf({ id: world.staff.specialist.id });
    const actor = { ...known!, can: () => true };
    const input = { courseOfEvents: '王小明来电', rootCause: '管理', lessons: '告知四邻' };
    const { review } = complaintWorkflow.actions;
    const startsOne = (fails: boolean): CaseDefinition => ({
      ...complaintWorkflow,
      actions: {
        ...complaintWorkflow.actions,
        review: {
          ...review,
          also: async (acting) => {
            await startCaseStudy(acting, {
              facts: acting.case.content as string,
              course: acting.case.courseOfEvents as string,
              lesson: acting.case.lessons as string,
              category: '噪音扰民',
              severity: 'general',
              tags: ['噪音'],
            });
            if (fails) throw new Error('late failure');
          },
        },
      },
    });
    const before = [(await rowsOf('case-study', {})).length, (await rowsOf('case-study-term', {})).length];
    const call = { action: 'review', documentId, input, actor };
    await expect(kernel.engine.act(startsOne(true), call)).rejects.toThrow('late failure');
    expect([(await rowsOf('case-study', {})).length, (await rowsOf('case-study-term', {})).length]).toEqual(before);
    await kernel.engine.act(startsOne(false), call);
    const study = (await rowsOf('case-study', {})).at(-1)!;
    expect(study).toMatchObject({
      state: 'draft',
      course: '业主甲来电',
      facts: '某栋某单元某室业主甲来电（【电话】），反映楼上夜间装修噪音扰民。',
      draftedBy: world.staff.specialist.staff.id,
      tags: ['噪音'],
    });
    expect(study.title).not.toMatch(/王|138|501/);
  });
});

describe('who sees what', () => {
  const ROLES = ['manager', 'supervisor', 'specialist', 'receptionist', 'engineer'] as const;
  let draft: { documentId: string };
  let shown: { documentId: string };
  let own: { documentId: string };
  beforeAll(async () => {
    draft = await drafted({ title: '草稿甲' });
    shown = await published({ title: '已发布甲' });
    own = await drafted({ title: '专员的草稿' }, world.staff.specialist);
  });

  it.each(ROLES)('published cases are read by everybody: %s', async (role) => {
    const { fields, timeline, obligations } = await detail(world.staff[role], shown.documentId);
    expect(fields.facts).toContain('业主甲');
    const whole = role === 'manager' || role === 'supervisor';
    expect([timeline.length > 0, obligations.length > 0]).toEqual([whole, whole]);
    for (const name of ['complaint', 'suspects', 'draftedBy', 'confirmedBy', 'withdrawReason'])
      expect([name, name in fields]).toEqual([name, whole]);
    expect(Object.keys(fields)).not.toContain('searchText');
    expect(await titles(world.staff[role], 'limit=100')).toContain('已发布甲');
  });

  it.each([
    ['manager', 200, 200],
    ['supervisor', 200, 200],
    ['specialist', 404, 200],
    ['receptionist', 404, 404],
    ['engineer', 404, 404],
  ] as const)('a draft is for those who work on it: %s', async (role, others, theirs) => {
    const { client } = world.staff[role];
    await client.get(`/property-desk/case-studies/${draft.documentId}`).expect(others);
    await client.get(`/property-desk/case-studies/${own.documentId}`).expect(theirs);
    const drafts = await titles(world.staff[role], 'state=draft&limit=100');
    expect([drafts.includes('草稿甲'), drafts.includes('专员的草稿')]).toEqual([others === 200, theirs === 200]);
    // What cannot be seen cannot be found by its words either.
    expect((await titles(world.staff[role], `state=draft&q=${encodeURIComponent('草稿')}`)).includes('草稿甲')).toBe(
      others === 200
    );
  });

  it('nothing is seen or done from another community', async () => {
    const { supervisor } = world.elsewhere;
    for (const { documentId } of [draft, shown, own])
      await supervisor.client.get(`/property-desk/case-studies/${documentId}`).expect(404);
    expect((await list(supervisor, 'state=draft,published,withdrawn')).data).toEqual([]);
    expect((await list(supervisor, `q=${encodeURIComponent('装修')}`)).data).toEqual([]);
    await act(supervisor, draft.documentId, 'confirm', { confirmed: true }).expect(404);
    await supervisor.client.get(`/property-desk/case-studies?community=${world.garden.documentId}`).expect(400);
    const { body } = await supervisor.client.get('/property-desk/case-studies/facets').expect(200);
    expect(body.data).toEqual({ categories: [], articles: [], tags: [] });
  });

  const MAY: Record<string, readonly string[]> = {
    draft: ['manager', 'supervisor', 'specialist'],
    amend: ['manager', 'supervisor', 'specialist'],
    confirm: ['manager', 'supervisor'],
    revise: ['manager', 'supervisor'],
    withdraw: ['manager', 'supervisor'],
  };
  it.each(Object.keys(MAY).flatMap((action) => ROLES.map((role) => [role, action] as const)))(
    '%s may or may not %s',
    async (role, action) => {
      const path = action === 'draft' ? '/actions/draft' : `/${own.documentId}/actions/${action}`;
      // Without input: whoever may, is told what is missing.
      const { status } = await send(world.staff[role], path, { unknown: 1 });
      expect(status).toBe(MAY[action].includes(role) ? 400 : 403);
    }
  );

  it('and a specialist amends the draft of their own review only', async () => {
    const { specialist } = world.staff;
    await act(specialist, own.documentId, 'amend', { cause: '管理不严', reason: '补充' }).expect(200);
    await act(specialist, draft.documentId, 'amend', { cause: '管理不严', reason: '补充' }).expect(404);
  });

  it('nobody without a session', async () => {
    await world.desk.request.get('/property-desk/case-studies').expect(401);
    await world.desk.request.get('/property-desk/case-studies/facets').expect(401);
  });

  it('and the resident’s numbers are nowhere in an answer', async () => {
    const { text } = await world.staff.manager.client.get(`/property-desk/case-studies/${draft.documentId}`);
    for (const word of ['王小明', '13800005678', '55551234', resident.documentId]) expect(text).not.toContain(word);
  });
});
