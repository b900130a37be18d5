import { expectOneWinner, hireSixteen, storyOf } from '../../testing/race';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { EXPORT_UID, IMPORT_UID } from './row';
import { bookOf, checked, confirm, SMALL, standing, upload } from './testing/books';

let world: World;
let people: Colleague[];

beforeAll(async () => {
  world = await bootWorld();
  people = await hireSixteen(world, 'supervisor');
});
afterAll(() => world?.desk.stop());

describe('sixteen at once', () => {
  it('confirm an import: one does, and it is written once', async () => {
    const { documentId } = await checked(world, world.staff.supervisor, await bookOf(SMALL));
    const answers = await Promise.all(people.map((who) => confirm(who, documentId)));
    expectOneWinner(answers, people, { action: 'confirm', from: 'checked', to: 'importing', revision: 3 });
    await Promise.all([world.kernel.rounds.work.run(), world.kernel.rounds.work.run()]);
    expect(await standing(world, people[0], documentId)).toMatchObject({
      state: 'done',
      written: { added: 10, changed: 0, unchanged: 0, leftOut: 0 },
    });
    const { events } = await storyOf(world, IMPORT_UID, documentId);
    expect(events.map(({ action }) => action)).toEqual(['upload', 'report', 'confirm', 'finish']);
    const tasks = await world.kernel.rows.find(world.desk.strapi.db.connection, 'plugin::property-desk.archive-task', {
      caseDocumentId: documentId,
      kind: 'write',
    });
    expect(tasks).toHaveLength(1);
  });

  it('decide on an export: one does', async () => {
    const { body } = await world.staff.supervisor.client
      .post('/property-desk/archive-exports/actions/request')
      .send({ input: { community: world.garden.documentId, reason: '盘点' } })
      .expect(200);
    const { documentId } = body.data;
    const answers = await Promise.all(
      people.map((who) =>
        who.client.post(`/property-desk/archive-exports/${documentId}/actions/approve`).send({ input: {} })
      )
    );
    expectOneWinner(answers, people, { action: 'approve', from: 'requested', to: 'preparing', revision: 2 });
    const { obligations } = await storyOf(world, EXPORT_UID, documentId);
    expect(obligations).toMatchObject([{ what: 'archive-export.decide', outcome: 'kept' }]);
  });
});

/** Households of a large book, each with its owner: several thousand rows, in twenty pieces. */
const MANY = 2000;

describe('while a large book is read, checked and written', () => {
  /**
   * Has the long work done, and people go on with theirs for as long as it lasts, one after the other: they look at
   * their desk, search, register a call. Answers how far the work had come when each had been answered.
   */
  const besides = async (documentId: string): Promise<number[]> => {
    const { kernel, staff, call, building } = world;
    const { specialist, receptionist } = staff;
    const ordinary = [
      () => specialist.client.get('/property-desk/desk'),
      () => receptionist.client.post('/property-desk/search').send({ query: `${building.name}502` }),
      () => receptionist.client.post('/property-desk/tickets/actions/register').send({ input: call() }),
    ];
    let over = false;
    const work = kernel.rounds.work.run().finally(() => {
      over = true;
    });
    const reached: number[] = [];
    for (let turn = 0; !over; turn += 1) {
      await ordinary[turn % ordinary.length]().expect(200);
      const { progress } = await standing(world, staff.supervisor, documentId);
      if (progress) reached.push(progress.done);
    }
    await work;
    return reached;
  };

  /** The longest way that the work went between one answer and the next. */
  const longest = (reached: number[]) => Math.max(...reached.map((done, at) => done - (reached[at - 1] ?? 0)));

  it('everybody else is answered between one piece and the next', async () => {
    const lead = world.staff.supervisor;
    const rooms = Array.from({ length: MANY }, (_, n) => ['3', '8', String(n)]);
    const book = await bookOf({
      households: rooms.map((home) => [...home, '90', '自住', '', '', '', '']),
      residents: rooms.map((home, n) => [
        ...[...home, `业主${n}`, '业主', '本人', `139${String(n).padStart(8, '0')}`],
        ...['', '', '', ''],
      ]),
    });
    const { documentId } = (await upload(world, lead, book).expect(200)).body.data;
    const checking = await besides(documentId);
    await confirm(lead, documentId).expect(200);
    const writing = await besides(documentId);
    // The book is read in a thread of its own, and the loop is free meanwhile.
    expect(checking.filter((done) => done === 0).length).toBeGreaterThan(3);
    for (const reached of [checking, writing]) {
      expect(Math.max(...reached)).toBeGreaterThanOrEqual(MANY / 2);
      expect(longest(reached)).toBeLessThanOrEqual(MANY / 2);
    }
    expect(await standing(world, lead, documentId)).toMatchObject({
      state: 'done',
      written: { added: 2 * MANY, changed: 0, unchanged: 0, leftOut: 0 },
    });
  });
});
