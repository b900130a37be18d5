import type { RelatedCase } from '../../../../contracts';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { complaintDesk, HOUR, type ComplaintDesk } from './testing/desk';

const DAY = 24 * HOUR;

let world: World;
let desk: ComplaintDesk;

beforeAll(async () => {
  world = await bootWorld();
  desk = await complaintDesk(world);
});
afterAll(() => world?.desk.stop());

/** A home of its own, so that the stories do not meet. */
const home = async () => {
  const { documentId } = await world.create('household', {
    community: world.garden.documentId,
    building: world.building.documentId,
    unit: '1',
    room: String(100 + (rooms += 1)),
  });
  return documentId;
};
let rooms = 0;

const repeatsOf = async (documentId: string) => {
  const { repeatOf, repeatCount } = await desk.row(documentId);
  return [repeatOf, repeatCount];
};
const idOf = async (documentId: string) => (await desk.row(documentId)).id;
const recurrences = async (complaint: string) => {
  const { rows, strapi } = world.kernel;
  const found = await rows.find(strapi.db.connection, 'plugin::property-desk.preventive-action', {
    recurrence: await idOf(complaint),
  });
  return found;
};

describe('what is complained of again', () => {
  beforeEach(() => world.kernel.clock.freeze(new Date('2026-11-23T01:00:00.000Z')));

  it('by the same household is linked to the latest and counted, within the days of the rule', async () => {
    const household = await home();
    const first = await desk.lodge({ household });
    expect(await repeatsOf(first)).toEqual([null, 0]);
    world.kernel.clock.advance(90 * DAY);
    const next = await desk.lodge({ household });
    expect(await repeatsOf(next)).toEqual([await idOf(first), 1]);
    world.kernel.clock.advance(1);
    const third = await desk.lodge({ household });
    expect(await repeatsOf(third)).toEqual([await idOf(next), 1]);
  });

  it('lists what it repeats, latest first, to whoever may see it', async () => {
    const household = await home();
    const first = await desk.lodge({ household });
    const next = await desk.lodge({ household });
    const third = await desk.lodge({ household });
    const list = (who = world.staff.specialist) => who.client.get(`/property-desk/complaints/${third}/repeats`);
    const { body } = await list().expect(200);
    expect(body.data.map(({ documentId }: { documentId: string }) => documentId)).toEqual([next, first]);
    await list(world.elsewhere.supervisor).expect(404);
  });

  describe('stands among the related cases', () => {
    const related = (who: Colleague, documentId: string, plural = 'complaints') =>
      who.client.get(`/property-desk/${plural}/${documentId}/related`).set('Accept-Language', 'en');
    const told = async (documentId: string, who: Colleague = world.staff.specialist) =>
      ((await related(who, documentId).expect(200)).body.data as RelatedCase[]).map((each) => [
        each.how,
        each.documentId,
      ]);

    it('of each other, however far apart they are, each once', async () => {
      const household = await home();
      const first = await desk.lodge({ household });
      const next = await desk.lodge({ household });
      const third = await desk.lodge({ household });
      expect(await told(third)).toEqual([
        ['complaint.repeatOf', next],
        ['complaint.earlier', first],
      ]);
      expect(await told(first)).toEqual([['complaint.repeatOf.back', next]]);
      const [line] = (await related(world.staff.specialist, third)).body.data;
      expect(line).toMatchObject({
        type: 'complaint',
        plural: 'complaints',
        number: expect.stringMatching(/^TS-/),
        state: 'received',
        createdAt: expect.any(String),
        endedAt: null,
      });
    });

    it('for those of the community who read complaints, and for nobody else', async () => {
      const one = await desk.lodge({ household: await home() });
      const { manager, supervisor, specialist, receptionist, engineer } = world.staff;
      const statuses = [];
      for (const who of [manager, supervisor, specialist, receptionist, engineer, world.elsewhere.supervisor])
        statuses.push((await related(who, one)).status);
      expect(statuses).toEqual([200, 200, 200, 200, 403, 404]);
      const { status, body } = await specialist.client.get(`/property-desk/complaints/${one}/related?deep=1`);
      expect([status, body.error.details.errors[0].path]).toEqual([400, ['deep']]);
      await world.desk.request.get(`/property-desk/complaints/${one}/related`).expect(401);
    });

    it('by an index each', async () => {
      const { definitions, rows, strapi } = world.kernel;
      const postgres = strapi.db.dialect.client === 'postgres';
      const uids = [...definitions.values()].map(({ uid }) => uid);
      const leads = uids.flatMap((uid) => {
        const { name, columns } = rows.table(uid);
        return [...columns.values()].flatMap(({ column, target }) =>
          uids.includes(target as string) ? [[name, column]] : []
        );
      });
      expect(leads.length).toBeGreaterThan(5);
      for (const [table, column] of leads) {
        const found = postgres
          ? (
              await strapi.db.connection.raw(
                'select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] where i.indrelid = ?::regclass and a.attname = ?',
                [table, column]
              )
            ).rows
          : await strapi.db.connection.raw(
              'select 1 from pragma_index_list(?) l, pragma_index_info(l.name) i where i.seqno = 0 and i.name = ?',
              [table, column]
            );
        expect([table, column, found.length > 0]).toEqual([table, column, true]);
      }
    });
  });

  it('praise repeats nothing, and nothing repeats praise or what was dismissed', async () => {
    const household = await home();
    await desk.lodge({ household, kind: 'praise' });
    const dismissed = await desk.lodge({ household });
    await desk.take(world.staff.supervisor, dismissed, 'dismiss', { reason: '不属物业管理' });
    expect(await repeatsOf(await desk.lodge({ household }))).toEqual([null, 0]);
    expect(await repeatsOf(await desk.lodge({ household, kind: 'suggestion' }))).toEqual([null, 0]);
  });

  it('of the same place and category is found once the category is known', async () => {
    const spot = { household: undefined, building: world.building.documentId, publicPlace: `大堂${(rooms += 1)}` };
    const first = await desk.lodge({ ...spot, category: desk.category.documentId });
    const next = await desk.lodge(spot);
    expect(await repeatsOf(next)).toEqual([null, 0]);
    await desk.take(world.staff.receptionist, next, 'classify', desk.judged('general'));
    expect(await repeatsOf(next)).toEqual([await idOf(first), 1]);
    const elsewhere = await desk.lodge({ ...spot, building: undefined, category: desk.category.documentId });
    expect(await repeatsOf(elsewhere)).toEqual([null, 0]);
  });

  it('is shown at intake, to whoever is of the community', async () => {
    const household = await home();
    const first = await desk.handled('general', { household });
    const ask = (body: object, who = world.staff.receptionist) => desk.call(who, 'complaints/hints', body);
    const { body } = await ask({ community: world.garden.documentId, household });
    expect(body.data.repeats).toEqual([
      {
        documentId: first,
        number: expect.stringMatching(/^TS-/),
        title: expect.any(String),
        state: 'handling',
        severity: 'general',
        createdAt: expect.any(String),
        handler: { documentId: world.staff.specialist.staff.documentId, name: world.staff.specialist.staff.name },
      },
    ]);
    const foreign = await ask({ community: world.garden.documentId, household }, world.elsewhere.receptionist);
    expect([foreign.status, foreign.body.error.details.errors[0].path]).toEqual([400, ['community']]);
    const mixed = await ask({ community: world.garden.documentId, household, extra: 1 });
    expect([mixed.status, mixed.body.error.details.errors[0].path]).toEqual([400, ['extra']]);
  });
});

describe('what a preventive action was to stop', () => {
  /** A complaint that ended with a preventive action. */
  const prevented = async (household: string, done: boolean) => {
    const { specialist } = world.staff;
    const documentId = await desk.handled('general', { household });
    await desk.take(specialist, documentId, 'resolve', { result: '好', measures: '谈' });
    await desk.take(specialist, documentId, 'follow-up', { outcome: 'satisfied' });
    const action = { what: '装隔音垫', owner: specialist.staff.documentId, dueAt: desk.later(DAY) };
    await desk.take(specialist, documentId, 'review', desk.learnt({ preventiveActions: [action] }));
    await desk.take(specialist, documentId, 'archive');
    const { body } = await specialist.client.get(
      `/property-desk/preventive-actions?complaint=${documentId}&state=open`
    );
    const [{ documentId: actionId }] = body.data;
    if (done)
      await desk
        .call(specialist, `preventive-actions/${actionId}/actions/done`, { input: { doneText: '已装' } })
        .expect(200);
    return { documentId, actionId: actionId as string };
  };

  it('and did not, is asked again: once for each action and complaint, on the supervisors’ desk; what was done stays so', async () => {
    const household = await home();
    const { actionId } = await prevented(household, true);
    const again = await desk.lodge({ household });
    // Not known yet to be of the same kind.
    expect(await recurrences(again)).toEqual([]);
    await desk.take(world.staff.receptionist, again, 'classify', desk.judged('general'));
    const [recurred, ...more] = await recurrences(again);
    expect(more).toEqual([]);
    expect(recurred).toMatchObject({ state: 'recurred', what: '装隔音垫' });
    expect(await desk.outcomes(recurred.documentId)).toEqual([['prevention.reconsider', null]]);
    const { body } = await world.staff.supervisor.client.get('/property-desk/desk');
    expect(JSON.stringify(body)).toContain(recurred.documentId);
    const [event] = await desk.events(recurred.documentId);
    expect(event).toMatchObject({ action: 'recur', actorKind: 'system' });
    expect(await desk.outcomes(actionId)).toEqual([['prevention.do', 'kept']]);

    // Thought of anew, it is owed by its owner; a further complaint asks about it once it is done, and about it alone.
    const { supervisor, specialist } = world.staff;
    const anew = { what: '换地板', owner: specialist.staff.documentId, promisedAt: desk.later(DAY) };
    const onAction = (who: typeof supervisor, action: string, input: object) =>
      desk.call(who, `preventive-actions/${recurred.documentId}/actions/${action}`, { input });
    expect((await onAction(specialist, 'reconsider', anew)).status).toBe(403);
    await onAction(supervisor, 'reconsider', anew).expect(200);
    const third = await desk.lodge({ household, category: desk.category.documentId });
    expect(await recurrences(third)).toEqual([]);
    await onAction(specialist, 'done', { doneText: '已换' }).expect(200);
    const fourth = await desk.lodge({ household, category: desk.category.documentId });
    expect((await recurrences(fourth)).map(({ recurrenceOf }) => recurrenceOf)).toEqual([recurred.id]);
  });

  it('is not asked again while it is still being done, nor twice for one complaint', async () => {
    const household = await home();
    const { actionId } = await prevented(household, false);
    const early = await desk.lodge({ household, category: desk.category.documentId });
    expect(await recurrences(early)).toEqual([]);
    await desk
      .call(world.staff.specialist, `preventive-actions/${actionId}/actions/done`, { input: { doneText: '已装' } })
      .expect(200);
    const late = await desk.lodge({ household, category: desk.category.documentId });
    expect(await recurrences(late)).toHaveLength(1);
    await desk.take(world.staff.receptionist, late, 'classify', desk.judged('general'));
    expect(await recurrences(late)).toHaveLength(1);
  });

  it('may be left as it is, with a reason', async () => {
    const household = await home();
    await prevented(household, true);
    const again = await desk.lodge({ household, category: desk.category.documentId });
    const [{ documentId }] = await recurrences(again);
    await desk
      .call(world.staff.supervisor, `preventive-actions/${documentId}/actions/dismiss-recurrence`, {
        input: { reason: '起因不同' },
      })
      .expect(200);
    expect(await desk.outcomes(documentId)).toEqual([['prevention.reconsider', 'kept']]);
  });
});
