import { onPostgres, otherWriter } from '@harness';
import { bootWorld, type World } from '../../testing/world';
import { bookOf, checked, confirm, reportOf, SMALL, standing, written } from './testing/books';

if (!onPostgres) console.log('Skipped: SQLite has one writer at a time, so nothing changes under an import there.');

(onPostgres ? describe : describe.skip)('an import beside people at the desk', () => {
  let world: World;
  let other: ReturnType<typeof otherWriter>;

  beforeAll(async () => {
    world = await bootWorld();
    other = otherWriter(world.desk.strapi);
  });
  afterAll(async () => {
    await other?.end();
    await world?.desk.stop();
  });

  it('waits for whoever is changing a file, and does not write over what they changed', async () => {
    const { supervisor } = world.staff;
    const first = await checked(world, supervisor, await bookOf(SMALL));
    expect((await written(world, supervisor, first.documentId)).state).toBe('done');

    const [home, ...others] = SMALL.households!;
    const again = { households: [[...home.slice(0, 6), '柜 B-9', '', ''], ...others] };
    const { documentId } = await checked(world, supervisor, await bookOf(again));
    await confirm(supervisor, documentId).expect(200);

    // Somebody at the desk has the file in hand, and saves once the import waits for them.
    const desk = await other.database.transaction();
    const file = () => desk('pd_households').where({ room: '601' });
    await file().forUpdate();
    const writing = world.kernel.rounds.work.run();
    await other.untilWaiting();
    await file().update({ paper_place: '档案室二排' });
    await desk.commit();
    await writing;

    expect(await standing(world, supervisor, documentId)).toMatchObject({ state: 'done' });
    expect(await reportOf(supervisor, documentId, 'leftOut')).toHaveLength(1);
    expect(await other.database('pd_households').where({ room: '601' }).first()).toMatchObject({
      paper_place: '档案室二排',
    });
  });
});
