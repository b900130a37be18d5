import { bootWorld, type World } from '../../testing/world';
import { complaintDesk, HOUR, type ComplaintDesk } from './testing/desk';

let world: World;
let desk: ComplaintDesk;

beforeAll(async () => {
  world = await bootWorld();
  desk = await complaintDesk(world);
  world.kernel.clock.freeze(new Date('2026-11-23T01:00:00.000Z'));
});
afterAll(() => world?.desk.stop());

const path = (body: { error: { details: { errors?: { path: string[] }[] } } }) =>
  body.error.details.errors?.[0].path.join('.');

describe('a complaint from the first word to the archive', () => {
  it('what is general: classified with a promise, told, resolved, revisited, reviewed, archived', async () => {
    const { receptionist, specialist, engineer } = world.staff;
    const documentId = await desk.lodge();
    await desk.take(receptionist, documentId, 'classify', desk.judged('general'));
    await desk.take(specialist, documentId, 'progress', { message: '已约谈楼上住户', way: 'phone' });
    await desk.take(specialist, documentId, 'resolve', { result: '楼上承诺十点后不拍球', measures: '约谈' });
    await desk.take(specialist, documentId, 'follow-up', { outcome: 'satisfied', ratingOverall: 5, words: '很好' });
    const dueAt = desk.later(7 * 24 * HOUR);
    await desk.take(
      specialist,
      documentId,
      'review',
      desk.learnt({ preventiveActions: [{ what: '张贴公约', owner: engineer.staff.documentId, dueAt }] })
    );
    await desk.take(specialist, documentId, 'archive');

    expect(await desk.row(documentId)).toMatchObject({ state: 'archived', dueAt: null, lessons: '及早约谈' });
    expect((await desk.outcomes(documentId)).sort()).toEqual([
      ['complaint.archive', 'kept'],
      ['complaint.classify', 'kept'],
      ['complaint.firstReply', 'kept'],
      ['complaint.followUp', 'kept'],
      ['complaint.resolve', 'kept'],
      ['complaint.review', 'kept'],
    ]);
    const { body } = await specialist.client.get(`/property-desk/preventive-actions?complaint=${documentId}`);
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).toMatchObject({
      state: 'open',
      what: '张贴公约',
      owner: { name: engineer.staff.name },
      complaint: { documentId },
      promisedAt: dueAt,
    });
    expect(body.data[0].number).toMatch(/^ZG-\d{8}-\d{4}$/);
    // It outlives the complaint, and its owner owes it.
    const actionId = body.data[0].documentId;
    const done = (who: typeof engineer) =>
      desk.call(who, `preventive-actions/${actionId}/actions/done`, { input: { doneText: '已张贴' } });
    expect((await done(specialist)).status).toBe(403);
    await done(engineer).expect(200);
    expect(await desk.outcomes(actionId)).toEqual([['prevention.do', 'kept']]);
  });

  it('what is worth telling becomes a case of the library, in the same step, with nobody’s name in it', async () => {
    const { specialist } = world.staff;
    const documentId = await desk.handled();
    await desk.take(specialist, documentId, 'resolve', { result: '王小明与楼上和解', measures: '约谈' });
    await desk.take(specialist, documentId, 'follow-up', { outcome: 'satisfied' });
    await desk.take(
      specialist,
      documentId,
      'review',
      desk.learnt({ courseOfEvents: '3栋2单元501王小明来电 13800005678', publishCase: true })
    );
    const { body } = await world.staff.supervisor.client.get('/property-desk/case-studies?state=draft').expect(200);
    const studies = await world.kernel.rows.find(
      world.kernel.strapi.db.connection,
      'plugin::property-desk.case-study',
      { complaint: (await desk.row(documentId)).id }
    );
    expect(studies).toHaveLength(1);
    expect(body.data.map(({ documentId: id }: { documentId: string }) => id)).toContain(studies[0].documentId);
    expect(studies[0]).toMatchObject({ state: 'draft', categoryName: '噪音扰民', lesson: '及早约谈' });
    for (const name of ['王小明', '13800005678', '501']) expect(JSON.stringify(studies[0])).not.toContain(name);
    expect(await desk.outcomes(studies[0].documentId)).toEqual([['caseStudy.confirm', null]]);
  });

  it('a suggestion is answered and praise passed on; neither is classified, a complaint is neither', async () => {
    const { specialist, receptionist, engineer } = world.staff;
    const suggestion = await desk.lodge({ kind: 'suggestion' });
    const praise = await desk.lodge({ kind: 'praise', praised: engineer.staff.documentId });
    const complaint = await desk.lodge();
    expect((await desk.act(receptionist, suggestion, 'classify', desk.judged('general'))).status).toBe(403);
    expect((await desk.act(specialist, complaint, 'answer', { answerText: '好', way: 'phone' })).status).toBe(403);
    expect((await desk.act(specialist, complaint, 'thank')).status).toBe(403);
    await desk.take(specialist, suggestion, 'answer', { answerText: '下月加装', way: 'phone' });
    await desk.take(specialist, praise, 'thank');
    for (const documentId of [suggestion, praise]) {
      expect((await desk.row(documentId)).state).toBe('archived');
      expect(await desk.outcomes(documentId)).toEqual([
        ['complaint.classify', 'kept'],
        ['complaint.firstReply', 'kept'],
      ]);
    }
    expect((await desk.row(praise)).praised).toBe(Number(engineer.staff.id));
  });

  it('is not archived without a review', async () => {
    const documentId = await desk.handled();
    await desk.take(world.staff.specialist, documentId, 'resolve', { result: '好', measures: '谈' });
    await desk.take(world.staff.specialist, documentId, 'follow-up', { outcome: 'satisfied' });
    expect((await desk.act(world.staff.specialist, documentId, 'archive')).status).toBe(409);
  });
});

describe('only the one who may', () => {
  const graveResolved = async () => {
    const { supervisor, specialist } = world.staff;
    const documentId = await desk.handled('urgent');
    await desk.take(supervisor, documentId, 'form-task-force', {
      leader: supervisor.staff.documentId,
      members: [specialist.staff.documentId],
      aim: '一周内解决',
    });
    await desk.take(specialist, documentId, 'resolve', { result: '好', measures: '谈' });
    return documentId;
  };

  it('what was grave is not revisited by its handler, nor reviewed by a specialist', async () => {
    const { supervisor, specialist } = world.staff;
    const documentId = await graveResolved();
    const refused = await desk.act(specialist, documentId, 'follow-up', { outcome: 'satisfied' });
    expect([refused.status, refused.body.error.message]).toEqual([403, expect.stringContaining('第10条')]);
    await desk.take(supervisor, documentId, 'follow-up', { outcome: 'satisfied' });
    expect((await desk.act(specialist, documentId, 'review', desk.learnt())).status).toBe(403);
    await desk.take(world.staff.manager, documentId, 'review', desk.learnt());
  });

  it('what was grave takes a task force, or the reason of a supervisor', async () => {
    const { supervisor, specialist } = world.staff;
    const documentId = await desk.handled('major');
    const done = { result: '好', measures: '谈' };
    const bare = await desk.act(specialist, documentId, 'resolve', done);
    expect([bare.status, path(bare.body)]).toEqual([400, 'noTaskForceReason']);
    const own = await desk.act(specialist, documentId, 'resolve', { ...done, noTaskForceReason: '不必' });
    expect([own.status, path(own.body)]).toEqual([400, 'noTaskForceReason']);
    await desk.take(supervisor, documentId, 'resolve', { ...done, noTaskForceReason: '当日解决' });
  });

  it('a task force is for what is grave, of colleagues here, each once', async () => {
    const { supervisor, specialist } = world.staff;
    const force = (more: object) => ({
      leader: supervisor.staff.documentId,
      members: [specialist.staff.documentId],
      aim: '解决',
      ...more,
    });
    expect((await desk.act(supervisor, await desk.handled(), 'form-task-force', force({}))).status).toBe(403);
    const documentId = await desk.handled('major');
    const foreign = world.elsewhere.engineer.staff.documentId;
    for (const [more, where] of [
      [{ members: [specialist.staff.documentId, foreign] }, 'members.1'],
      [{ members: [supervisor.staff.documentId] }, 'members.0'],
      [{ members: ['nobody'] }, 'members.0'],
      [{ leader: foreign }, 'leader'],
    ] as const) {
      const refused = await desk.act(supervisor, documentId, 'form-task-force', force(more));
      expect([refused.status, path(refused.body)]).toEqual([400, where]);
    }
  });

  it('lowering is the manager’s alone, with handler and time; raising starts the hour', async () => {
    const { supervisor, manager, specialist, receptionist } = world.staff;
    const documentId = await desk.lodge();
    await desk.take(receptionist, documentId, 'classify', desk.judged('urgent'));
    const lower = { severity: 'general', reason: '查明为误会' };
    const promised = { handler: specialist.staff.documentId, promisedAt: desk.later(24 * HOUR) };
    expect((await desk.act(supervisor, documentId, 'reclassify', { ...lower, ...promised })).status).toBe(403);
    const bare = await desk.act(manager, documentId, 'reclassify', lower);
    expect([bare.status, path(bare.body)]).toEqual([400, 'handler']);
    // From urgent to major the hour runs on.
    await desk.take(manager, documentId, 'reclassify', { severity: 'major', reason: '不危及人身' });
    expect((await desk.row(documentId)).state).toBe('escalated');
    await desk.take(manager, documentId, 'reclassify', { ...lower, ...promised });
    expect(await desk.row(documentId)).toMatchObject({ state: 'handling', severity: 'general' });
    const same = await desk.act(supervisor, documentId, 'reclassify', { ...lower, ...promised });
    expect([same.status, path(same.body)]).toEqual([400, 'severity']);
    world.kernel.clock.advance(10 * HOUR);
    await desk.take(supervisor, documentId, 'reclassify', { severity: 'major', reason: '升级' });
    const { state, dueAt } = await desk.row(documentId);
    expect([state, dueAt]).toEqual(['escalated', new Date(desk.later(HOUR))]);
    expect(await desk.outcomes(documentId)).toEqual([
      ['complaint.classify', 'kept'],
      ['complaint.firstReply', null],
      ['complaint.intervene', 'void'],
      ['complaint.resolve', null],
      ['complaint.intervene', null],
    ]);
  });

  it('graver still does not win the supervisor another hour', async () => {
    const documentId = await desk.lodge();
    await desk.take(world.staff.receptionist, documentId, 'classify', desk.judged('major'));
    const { dueAt } = await desk.row(documentId);
    world.kernel.clock.advance(30 * 60_000);
    await desk.take(world.staff.supervisor, documentId, 'reclassify', { severity: 'urgent', reason: '升级' });
    expect((await desk.row(documentId)).dueAt).toEqual(dueAt);
    expect((await desk.outcomes(documentId)).filter(([what]) => what === 'complaint.intervene')).toHaveLength(1);
  });
});

describe('promises', () => {
  it('the handler’s own is moved once a supervisor has confirmed it', async () => {
    const { specialist, supervisor } = world.staff;
    const documentId = await desk.handled();
    const before = await desk.row(documentId);
    const wished = desk.later(72 * HOUR);
    const said = { message: '需要再协调', way: 'phone', promisedAt: wished };
    const bare = await desk.act(specialist, documentId, 'progress', said);
    expect([bare.status, path(bare.body)]).toEqual([400, 'reason']);
    await desk.take(specialist, documentId, 'progress', { ...said, reason: '住户出差' });
    expect(await desk.row(documentId)).toMatchObject({
      promisedAt: before.promisedAt,
      proposedPromise: new Date(wished),
    });
    expect((await desk.outcomes(documentId)).filter(([what]) => what === 'complaint.resolve')).toEqual([
      ['complaint.resolve', null],
    ]);
    expect((await desk.act(specialist, documentId, 'confirm-promise')).status).toBe(403);
    await desk.take(supervisor, documentId, 'confirm-promise');
    expect(await desk.row(documentId)).toMatchObject({ promisedAt: new Date(wished), proposedPromise: null });
    const [old, next] = (await desk.owed(documentId)).filter(({ what }) => what === 'complaint.resolve');
    expect(old).toMatchObject({ outcome: 'renegotiated', reason: '住户出差' });
    expect(next).toMatchObject({ outcome: null, dueAt: new Date(wished), ownerStaff: Number(specialist.staff.id) });
    expect((await desk.act(supervisor, documentId, 'confirm-promise')).status).toBe(403);
  });

  it('a supervisor who handles it is confirmed by somebody else', async () => {
    const { supervisor, manager } = world.staff;
    const documentId = await desk.handled();
    await desk.take(manager, documentId, 'assign', { handler: supervisor.staff.documentId, reason: '调整' });
    const said = { message: '再等', way: 'phone', promisedAt: desk.later(72 * HOUR), reason: '出差' };
    await desk.take(supervisor, documentId, 'progress', said);
    expect((await desk.act(supervisor, documentId, 'confirm-promise')).status).toBe(403);
    await desk.take(manager, documentId, 'confirm-promise');
  });

  it('a supervisor’s word moves the handler’s promise at once', async () => {
    const documentId = await desk.handled();
    const promisedAt = desk.later(72 * HOUR);
    const said = { message: '再等', way: 'phone', promisedAt, reason: '出差' };
    await desk.take(world.staff.supervisor, documentId, 'progress', said);
    expect(await desk.row(documentId)).toMatchObject({ promisedAt: new Date(promisedAt), proposedPromise: null });
    expect((await desk.outcomes(documentId)).filter(([what]) => what === 'complaint.resolve')).toEqual([
      ['complaint.resolve', 'renegotiated'],
      ['complaint.resolve', null],
    ]);
  });

  it('old ones stay as they ended through reopening, reclassifying and promising again', async () => {
    const { supervisor } = world.staff;
    const documentId = await desk.handled();
    // Late: broken, and marked by the clock.
    world.kernel.clock.advance(49 * HOUR);
    await world.kernel.sweep.round();
    const broken = (await desk.owed(documentId)).filter(({ outcome }) => outcome === 'broken');
    expect(broken.map(({ what }) => what).sort()).toEqual(['complaint.firstReply', 'complaint.resolve']);
    const again = { message: '再等', way: 'phone', promisedAt: desk.later(24 * HOUR), reason: '出差' };
    await desk.take(supervisor, documentId, 'progress', again);
    await desk.take(supervisor, documentId, 'reclassify', { severity: 'major', reason: '升级' });
    await desk.take(supervisor, documentId, 'intervene', desk.planned());
    const closing = { result: '好', measures: '谈', noTaskForceReason: '不必' };
    await desk.take(supervisor, documentId, 'resolve', closing);
    const ended = (await desk.owed(documentId)).filter(({ closedAt }) => closedAt !== null);
    await desk.take(supervisor, documentId, 'follow-up', {
      outcome: 'unsatisfied',
      reason: '仍然吵',
      promisedAt: desk.later(24 * HOUR),
    });
    expect((await desk.row(documentId)).state).toBe('handling');
    await desk.take(supervisor, documentId, 'resolve', closing);
    await desk.take(supervisor, documentId, 'follow-up', { outcome: 'satisfied' });
    const after = await desk.owed(documentId);
    for (const one of ended) expect(after.find(({ id }) => id === one.id)).toEqual(one);
    for (const { id } of broken) expect(after.find((one) => one.id === id)?.outcome).toBe('broken');
    expect(
      after.filter(({ what, level }) => what === 'complaint.resolve' && level === 1).map(({ outcome }) => outcome)
    ).toEqual(['broken', 'renegotiated', 'kept', 'kept']);
  });
});

describe('ending early', () => {
  const states: [string, () => Promise<string>][] = [
    ['received', () => desk.lodge()],
    [
      'escalated',
      async () => {
        const documentId = await desk.lodge();
        await desk.take(world.staff.receptionist, documentId, 'classify', desk.judged('urgent'));
        await desk.take(world.staff.supervisor, documentId, 'escalate', { reason: '须经理协调' });
        return documentId;
      },
    ],
    ['handling', () => desk.handled('major')],
  ];

  it.each([
    ...states.map(([state, make]) => ['withdraw', state, make] as const),
    ...states.filter(([state]) => state !== 'escalated').map(([state, make]) => ['dismiss', state, make] as const),
  ])('%s from %s voids what is open and leaves what ended', async (action, state, make) => {
    const documentId = await make();
    expect((await desk.row(documentId)).state).toBe(state);
    const before = await desk.owed(documentId);
    await desk.take(world.staff.supervisor, documentId, action, { reason: '双方和解' });
    const after = await desk.owed(documentId);
    expect(after).toHaveLength(before.length);
    for (const one of before) {
      const now = after.find(({ id }) => id === one.id);
      if (one.closedAt) expect(now).toEqual(one);
      else expect(now).toMatchObject({ outcome: 'void', settledAt: null, closedAt: world.kernel.clock.now() });
    }
    expect(await desk.row(documentId)).toMatchObject({
      state: action === 'withdraw' ? 'withdrawn' : 'dismissed',
      dueAt: null,
    });
  });

  it('unreached on three days it is closed to be reviewed, which is no satisfaction', async () => {
    const documentId = await desk.handled();
    await desk.take(world.staff.specialist, documentId, 'resolve', { result: '好', measures: '谈' });
    for (let day = 0; day < 3; day += 1) {
      expect((await desk.act(world.staff.supervisor, documentId, 'close-unreached')).status).toBe(403);
      await desk.take(world.staff.specialist, documentId, 'follow-up', { outcome: 'unreachable' });
      world.kernel.clock.advance(24 * HOUR);
    }
    await desk.take(world.staff.supervisor, documentId, 'close-unreached');
    expect(await desk.row(documentId)).toMatchObject({ state: 'confirmed', outcome: 'unreachable' });
    const followUp = (await desk.owed(documentId)).find(
      ({ what, level }) => what === 'complaint.followUp' && level === 1
    );
    expect(followUp).toMatchObject({ outcome: 'broken', settledAt: null });
  });
});

describe('what is entered', () => {
  it.each([
    [{ reporterName: undefined }, 'reporterName'],
    [{ contactTelephone: undefined }, 'contactTelephone'],
    [{ contactTelephone: '12' }, 'contactTelephone'],
    [{ contactMail: 'no address' }, 'contactMail'],
    [{ contactWay: 'mail' }, 'contactMail'],
    [{ contactWay: 'code' }, 'contactWay'],
    [{ anonymous: true }, 'household'],
    [{ anonymous: true, household: undefined }, 'reporterName'],
    [{ source: undefined }, 'source'],
    [{ source: 'web' }, 'source'],
    [{ kind: 'nothing' }, 'kind'],
    [{ content: '' }, 'content'],
    [{ evidence: [{ kind: 'person' }] }, 'evidence.0.description'],
    [{ evidence: [{ kind: 'person', description: '保安', file: 'a1' }] }, 'evidence.0.file'],
    [{ praised: 'a1' }, 'praised'],
  ])('lodge refuses %j by naming %s', async (more, field) => {
    const { body, status } = await desk.call(world.staff.receptionist, 'complaints/actions/lodge', {
      input: desk.words(more),
    });
    expect([status, path(body)]).toEqual([400, field]);
  });

  it.each([
    ['handler', () => ({ handler: undefined })],
    ['handler', () => ({ handler: world.staff.engineer.staff.documentId })],
    ['handler', () => ({ handler: world.elsewhere.supervisor.staff.documentId })],
    ['promisedAt', () => ({ promisedAt: undefined })],
    ['promisedAt', () => ({ promisedAt: desk.later(-1) })],
    ['category', () => ({ category: world.category.documentId })],
  ])('classify refuses a wrong %s', async (field, more) => {
    const documentId = await desk.lodge();
    const { body, status } = await desk.act(
      world.staff.receptionist,
      documentId,
      'classify',
      desk.judged('general', more())
    );
    expect([status, path(body)]).toEqual([400, field]);
  });

  it('review names the line that is wrong, and nothing is started', async () => {
    const documentId = await desk.handled();
    const { specialist } = world.staff;
    await desk.take(specialist, documentId, 'resolve', { result: '好', measures: '谈' });
    await desk.take(specialist, documentId, 'follow-up', { outcome: 'satisfied' });
    const fine = { what: '公约', owner: specialist.staff.documentId, dueAt: desk.later(HOUR) };
    for (const [wrong, field] of [
      [{ ...fine, owner: world.elsewhere.engineer.staff.documentId }, 'preventiveActions.1.owner'],
      [{ ...fine, dueAt: desk.later(-HOUR) }, 'preventiveActions.1.dueAt'],
    ] as const) {
      const refused = await desk.act(
        specialist,
        documentId,
        'review',
        desk.learnt({ preventiveActions: [fine, wrong] })
      );
      expect([refused.status, path(refused.body)]).toEqual([400, field]);
    }
    const { body } = await specialist.client.get(
      `/property-desk/preventive-actions?complaint=${documentId}&state=open`
    );
    expect(body.data).toEqual([]);
  });

  it('amend corrects what was written down, keeps the rest, and takes no foreign file', async () => {
    const { receptionist } = world.staff;
    const documentId = await desk.lodge();
    await desk.take(receptionist, documentId, 'amend', { contactMail: 'wang@example.org', reason: '补登' });
    const row = await desk.row(documentId);
    expect(row).toMatchObject({ contactWay: 'phone', reporterName: '王小明' });
    const bare = await desk.act(receptionist, documentId, 'amend', { reason: '无' });
    expect([bare.status, path(bare.body)]).toEqual([400, 'content']);
    const evidence = [{ kind: 'material', description: '录音', file: row.documentId }];
    const foreign = await desk.act(receptionist, documentId, 'amend', { evidence, reason: '补登' });
    expect([foreign.status, path(foreign.body)]).toEqual([400, 'evidence.0.file']);
  });
});
