import { onPostgres, otherWriter } from '@harness';
import { bootWorld, type World } from '../../testing/world';

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

/** Takes `work` while somebody else stands in its way in such a manner that the database gives it up. */
const crossed = async <T>(ticket: string, work: () => PromiseLike<T>): Promise<T> => {
  if (!onPostgres) {
    // Waited for as long as the driver does, five seconds.
    await other.database.raw('begin immediate');
    try {
      return await work();
    } finally {
      await other.database.raw('rollback');
    }
  }
  // What the action writes last is held; it waits for that with the ticket in its hand, and then the ticket is asked for.
  const trx = await other.database.transaction();
  await trx('pd_obligations').where({ case_document_id: ticket }).forUpdate();
  // supertest sends once it is waited for.
  const working = Promise.resolve(work());
  await other.untilWaiting();
  await trx('pd_tickets').where({ document_id: ticket }).forUpdate();
  await trx.rollback();
  return working;
};

describe('where the database gives an action up because somebody else was writing', () => {
  const register = async () => {
    const { receptionist } = world.staff;
    const { body } = await receptionist.client
      .post('/property-desk/tickets/actions/register')
      .send({ input: world.call() })
      .expect(200);
    return body.data as { documentId: string; revision: number };
  };
  const dispatching = () => ({
    assignee: world.staff.engineer.staff.documentId,
    promisedAt: new Date(world.kernel.clock.now().getTime() + 4 * 3_600_000).toISOString(),
  });

  it('the answer says so, nothing is saved, and the same goes well a moment later', async () => {
    const { documentId, revision } = await register();
    const dispatch = () =>
      world.staff.receptionist.client
        .post(`/property-desk/tickets/${documentId}/actions/dispatch`)
        .set('Accept-Language', 'zh-Hans')
        .send({ input: dispatching(), revision });
    const { status, body } = await crossed(documentId, dispatch);
    expect([status, body.error]).toEqual([
      409,
      { status: 409, name: 'ConflictError', message: expect.stringContaining('请再试一次'), details: {} },
    ]);
    const again = await dispatch();
    expect([again.status, again.body.data.revision]).toEqual([200, revision + 1]);
  });

  it('of several at once each says so for itself', async () => {
    const { documentId, revision } = await register();
    const { body } = await crossed(documentId, () =>
      world.staff.receptionist.client
        .post('/property-desk/tickets/actions/dispatch/bulk')
        .set('Accept-Language', 'en')
        .send({ items: [{ documentId, revision }], input: dispatching() })
        .expect(200)
    );
    expect(body.data).toEqual([
      {
        documentId,
        ok: false,
        error: expect.objectContaining({ status: 409, message: expect.stringContaining('try again') }),
      },
    ]);
  });
});
