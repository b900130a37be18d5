import { expectOneWinner, hireSixteen, storyOf } from '../../testing/race';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { EXPORT_UID, IMPORT_UID } from './row';
import { bookOf, checked, confirm, SMALL, standing } from './testing/books';

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
