import { bootWorld, type World } from '../../testing/world';

let world: World;

beforeAll(async () => {
  world = await bootWorld();
});
afterAll(() => world.desk.stop());

const at = (hours: number) => new Date(world.kernel.clock.now().getTime() + hours * 3_600_000).toISOString();

describe('a repair, from the call to the archive', () => {
  it('takes every step of article 9, each on the record', async () => {
    const { receptionist, engineer, specialist } = world.staff;
    const registered = await receptionist.client
      .post('/property-desk/tickets/actions/register')
      .send({ input: world.call() });
    expect(registered.body).toMatchObject({
      data: { state: 'accepted', revision: 1, number: expect.stringMatching(/^BX-\d{8}-0001$/) },
    });
    const { documentId } = registered.body.data;
    const act = async (who: typeof engineer, action: string, input: object, revision?: number) =>
      (await who.client.post(`/property-desk/tickets/${documentId}/actions/${action}`).send({ input, revision })).body;

    const dispatched = await act(
      receptionist,
      'dispatch',
      { assignee: engineer.staff.documentId, promisedAt: at(4) },
      1
    );
    expect(dispatched).toMatchObject({ data: { state: 'dispatched', revision: 2 } });
    expect(await act(engineer, 'start', {})).toMatchObject({ data: { state: 'in_progress' } });
    const done = await act(engineer, 'complete', {
      workDone: '更换角阀',
      parts: [{ name: '角阀', quantity: 1, price: 3500 }],
      cost: 3500,
    });
    expect(done).toMatchObject({ data: { state: 'completed' } });
    const heard = await act(specialist, 'follow-up', {
      outcome: 'satisfied',
      ratingQuality: 5,
      ratingAttitude: 5,
      ratingOverall: 5,
    });
    expect(heard).toMatchObject({ data: { state: 'confirmed' } });
    expect(await act(specialist, 'archive', {})).toMatchObject({ data: { state: 'archived', dueAt: null } });

    const { body } = await specialist.client.get(`/property-desk/tickets/${documentId}`).expect(200);
    expect(body.data.timeline.map(({ action }: { action: string }) => action)).toEqual([
      'register',
      'dispatch',
      'start',
      'complete',
      'follow-up',
      'archive',
    ]);
    expect(
      body.data.obligations.map(({ what, outcome }: { what: string; outcome: string }) => [what, outcome])
    ).toEqual([
      ['ticket.dispatch', 'kept'],
      ['ticket.complete', 'kept'],
      ['ticket.followUp', 'kept'],
      ['ticket.archive', 'kept'],
    ]);
    expect(body.data.fields.contactTelephone).toBe('138****5678');
  });
});
