import { expectOneWinner, hireSixteen, SIXTEEN, storyOf } from '../../testing/race';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { acts, noticeIn, paragraph } from '../../testing/notices';
import { NOTICE_UID, type NoticeRow } from './row';

const ONE_MINUTE = 60_000;

let world: World;
let leads: Colleague[];

beforeAll(async () => {
  world = await bootWorld();
  leads = await hireSixteen(world, 'supervisor');
});
afterEach(() => world.kernel.clock.run());
afterAll(() => world?.desk.stop());

const find = (type: string, where: Record<string, unknown>) =>
  world.kernel.rows.find(world.kernel.strapi.db.connection, `plugin::property-desk.${type}`, where);
const call = (who: Colleague, documentId: string, action: string, input: object = {}, revision?: number) =>
  who.client.post(`/property-desk/notices/${documentId}/actions/${action}`).send({ input, revision });
/** How the Content Manager's form is saved. */
const save = (who: Colleague, documentId: string, data: object) =>
  who.client.put(`/content-manager/collection-types/${NOTICE_UID}/${documentId}`).send(data);
const noticeOf = async (documentId: string) => (await storyOf(world, NOTICE_UID, documentId)).row as NoticeRow;
const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();
const numberIn = (number: unknown) => Number(/〕(\d+)号$/.exec(String(number))?.[1]);

/** All that was given out so far is gap-free: from one to as many as there are. */
const expectNoGaps = async (community: number) => {
  const out = (await find('notice', { community })).filter(({ number }) => number !== null);
  expect(out.map(({ number }) => numberIn(number)).sort((one, other) => one - other)).toEqual(
    out.map((_row, index) => index + 1)
  );
  return out.length;
};

describe('approval', () => {
  it('of sixteen who approve at once one does, and fifteen hear who', async () => {
    const documentId = await noticeIn(world, 'submitted');
    const answers = await Promise.all(leads.map((who) => call(who, documentId, 'approve')));
    const winner = expectOneWinner(answers, leads, {
      action: 'approve',
      from: 'submitted',
      to: 'approved',
      revision: 3,
    });
    const { row, events, obligations } = await storyOf(world, NOTICE_UID, documentId);
    expect(row).toMatchObject({ state: 'approved', revision: 3, approver: winner.staff.id });
    expect(events.map(({ action }) => action)).toEqual(['draft', 'submit', 'approve']);
    expect(obligations.map(({ what, outcome }) => [what, outcome])).toEqual([['notice.approve', 'kept']]);
  });

  it('and an edit in the Content Manager never cross: published is what was approved', async () => {
    const { receptionist, specialist, supervisor } = world.staff;
    for (let round = 0; round < 4; round += 1) {
      const documentId = await noticeIn(world, 'draft');
      const wanted = leads.map((who, index) => ({ who, title: `标题${round}-${index}` }));
      const [submitted, ...saved] = await Promise.all([
        call(receptionist, documentId, 'submit'),
        ...wanted.map(({ who, title }) => save(who, documentId, { title, body: paragraph(`${title}的正文`) })),
      ]);
      expect(submitted.status).toBe(200);
      // Whoever was late hears of it, and nothing of theirs is there.
      for (const { status, text } of saved) expect([status, text]).toEqual([status === 200 ? 200 : 409, text]);
      const { title, editor } = await noticeOf(documentId);
      const last = wanted.find((each) => each.title === title);
      expect(editor).toBe(last ? last.who.staff.id : receptionist.staff.id);
      const edits = leads.slice(0, 8).map((who) => save(who, documentId, { title: '偷换的标题' }));
      const [approved, ...late] = await Promise.all([call(supervisor, documentId, 'approve'), ...edits]);
      expect([approved.status, ...statuses(late)]).toEqual([200, ...Array(8).fill(409)]);
      const before = await noticeOf(documentId);
      const more = leads.slice(0, 8).map((who) => save(who, documentId, { body: paragraph('偷换') }));
      const [published, ...later] = await Promise.all([call(specialist, documentId, 'publish'), ...more]);
      expect([published.status, ...statuses(later)]).toEqual([200, ...Array(8).fill(409)]);
      const { title: after, body, approvedDigest } = await noticeOf(documentId);
      expect([after, body, approvedDigest]).toEqual([title, before.body, before.approvedDigest]);
    }
  });

  it('and its being taken back end in one of the two, with a digest or without', async () => {
    for (let round = 0; round < 4; round += 1) {
      const documentId = await noticeIn(world, 'approved');
      const answers = await Promise.all([
        call(world.staff.specialist, documentId, 'publish'),
        call(world.staff.supervisor, documentId, 'unapprove', { reason: '再看' }),
      ]);
      expect(statuses(answers)).toEqual([200, 409]);
      const { state, number, approvedDigest } = await noticeOf(documentId);
      const out = answers[0].status === 200;
      expect([state, number !== null, approvedDigest !== null]).toEqual([out ? 'published' : 'draft', out, out]);
    }
    await expectNoGaps(world.garden.id);
  });
});

describe('publication', () => {
  it('by sixteen at once is one, with one number, one line for each board, one message each', async () => {
    const before = await expectNoGaps(world.garden.id);
    const documentId = await noticeIn(world, 'approved');
    const answers = await Promise.all(leads.map((who) => call(who, documentId, 'publish')));
    expectOneWinner(answers, leads, { action: 'publish', from: 'approved', to: 'published', revision: 4 });
    const { row, obligations } = await storyOf(world, NOTICE_UID, documentId);
    expect(numberIn(row.number)).toBe(before + 1);
    expect(await find('notice-posting', { notice: row.id })).toHaveLength(1);
    expect(obligations.filter(({ what }) => what === 'notice.post')).toHaveLength(1);
    expect(await expectNoGaps(world.garden.id)).toBe(before + 1);
  });

  it('of many notices at once numbers without repeats or gaps, whatever is refused among them', async () => {
    const before = await expectNoGaps(world.garden.id);
    const ready: string[] = [];
    for (let count = 0; count < SIXTEEN; count += 1) ready.push(await noticeIn(world, 'approved'));
    // Every fourth is not what was approved, below everything that guards it: refused after the number is drawn or before.
    const spoilt = ready.filter((_id, index) => index % 4 === 0);
    await world.kernel.strapi.db.connection('pd_notices').whereIn('document_id', spoilt).update({ title: '偷换' });
    const answers = await Promise.all(ready.map((documentId, index) => call(leads[index], documentId, 'publish')));
    expect(answers.map(({ status }) => status)).toEqual(ready.map((_id, index) => (index % 4 ? 200 : 400)));
    expect(await expectNoGaps(world.garden.id)).toBe(before + 12);
    for (const documentId of spoilt)
      expect(await noticeOf(documentId)).toMatchObject({ state: 'approved', number: null });
  });

  it('by hand and by the clock at the same moment happens once', async () => {
    const { clock, schedules } = world.kernel;
    for (let round = 0; round < 3; round += 1) {
      const publishAt = new Date(clock.now().getTime() + 5 * ONE_MINUTE).toISOString();
      const documentId = await noticeIn(world, 'approved', { publishAt });
      clock.advance(5 * ONE_MINUTE);
      const [answer] = await Promise.all([
        call(world.staff.specialist, documentId, 'publish'),
        schedules.round(),
        schedules.round(),
      ]);
      expect([200, 409]).toContain(answer.status);
      const { row, events } = await storyOf(world, NOTICE_UID, documentId);
      expect(row.state).toBe('published');
      expect(events.filter(({ action }) => action === 'publish')).toHaveLength(1);
      expect(await find('notice-posting', { notice: row.id })).toHaveLength(1);
    }
    await expectNoGaps(world.garden.id);
  });

  it('and withdrawal come in one order: what is withdrawn was out, what was refused is still out', async () => {
    const { specialist, supervisor } = world.staff;
    for (let round = 0; round < 6; round += 1) {
      const documentId = await noticeIn(world, 'approved');
      const [published, withdrawn] = await Promise.all([
        call(specialist, documentId, 'publish'),
        call(supervisor, documentId, 'withdraw', { reason: '有误' }),
      ]);
      expect(published.status).toBe(200);
      expect([200, 409]).toContain(withdrawn.status);
      const { row, events, obligations } = await storyOf(world, NOTICE_UID, documentId);
      const gone = withdrawn.status === 200;
      expect([row.state, row.withdrawnAt !== null, row.number !== null]).toEqual([
        gone ? 'withdrawn' : 'published',
        gone,
        true,
      ]);
      expect(events.map(({ action }) => action).slice(3)).toEqual(gone ? ['publish', 'withdraw'] : ['publish']);
      expect(obligations.filter(({ closedAt }) => closedAt === null)).toHaveLength(gone ? 0 : 1);
    }
  });

  it('that is over is over once, by whichever came first', async () => {
    const { clock, schedules } = world.kernel;
    const expiresAt = new Date(clock.now().getTime() + 5 * ONE_MINUTE).toISOString();
    const documentId = await noticeIn(world, 'published', { expiresAt });
    clock.advance(6 * ONE_MINUTE);
    const [answer] = await Promise.all([
      call(world.staff.supervisor, documentId, 'withdraw', { reason: '有误' }),
      schedules.round(),
      schedules.round(),
    ]);
    const { row, events } = await storyOf(world, NOTICE_UID, documentId);
    expect(row.state).toBe(answer.status === 200 ? 'withdrawn' : 'expired');
    expect(events).toHaveLength(5);
  });
});

describe('posting', () => {
  it('on one board by all at once is recorded once', async () => {
    const documentId = await noticeIn(world, 'published');
    const answers = await Promise.all(
      leads.map((who) => call(who, documentId, 'record-posting', { building: world.building.documentId }))
    );
    const done = answers.filter(({ status }) => status === 200);
    expect(done).toHaveLength(1);
    for (const { status } of answers) expect([200, 400, 403]).toContain(status);
    const { row, obligations } = await storyOf(world, NOTICE_UID, documentId);
    expect(row.postingsLeft).toBe(0);
    expect(obligations.find(({ what }) => what === 'notice.post')).toMatchObject({ outcome: 'kept' });
  });
});

describe('correction', () => {
  it('is opened once, however many see the mistake', async () => {
    const wrong = await noticeIn(world, 'published');
    const answers = await Promise.all(leads.map((who) => call(who, wrong, 'supersede', { reason: '时间有误' })));
    expect(statuses(answers)).toEqual([200, ...Array(SIXTEEN - 1).fill(400)]);
    const { id } = await noticeOf(wrong);
    expect(await find('notice', { supersedes: id })).toHaveLength(1);
  });

  it('going out while the wrong one is withdrawn or expires leaves one ending of it, and one notice out', async () => {
    const { clock, schedules } = world.kernel;
    const { specialist, supervisor } = world.staff;
    for (let round = 0; round < 4; round += 1) {
      const expiresAt = new Date(clock.now().getTime() + 30 * ONE_MINUTE).toISOString();
      const wrong = await noticeIn(world, 'published', round % 2 ? { expiresAt } : {});
      const { once } = await acts(specialist, `/${wrong}/actions/supersede`, { reason: '时间有误' });
      await acts(specialist, `/${once.notice}/actions/edit`, { expiresAt: null });
      await acts(specialist, `/${once.notice}/actions/submit`);
      await acts(supervisor, `/${once.notice}/actions/approve`);
      if (round % 2) clock.advance(31 * ONE_MINUTE);
      const [published] = await Promise.all([
        call(specialist, once.notice, 'publish'),
        round % 2 ? schedules.round() : call(supervisor, wrong, 'withdraw', { reason: '有误' }),
      ]);
      expect(published.status).toBe(200);
      const [old, corrected] = [await storyOf(world, NOTICE_UID, wrong), await noticeOf(once.notice)];
      expect(corrected.state).toBe('published');
      expect(['withdrawn', 'expired']).toContain(old.row.state);
      expect(old.events.filter(({ toState }) => ['withdrawn', 'expired'].includes(String(toState)))).toHaveLength(1);
      expect(old.obligations.filter(({ closedAt }) => closedAt === null)).toEqual([]);
    }
    await expectNoGaps(world.garden.id);
  });
});
