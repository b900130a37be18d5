import type { CaseDefinition } from '../../kernel/workflow/define';
import type { Actor } from '../../kernel/access/actor';
import { expectOneWinner, hireSixteen, SIXTEEN, storyOf as story } from '../../testing/race';
import { bootWorld, type Colleague, type World } from '../../testing/world';

const TICKET = 'plugin::property-desk.ticket' as const;

let world: World;
let people: Colleague[];

beforeAll(async () => {
  world = await bootWorld();
  people = await hireSixteen(world, 'receptionist');
});
afterAll(() => world?.desk.stop());

const inHours = (hours: number) => new Date(world.kernel.clock.now().getTime() + hours * 3_600_000).toISOString();

const register = async () => {
  const { body } = await world.staff.receptionist.client
    .post('/property-desk/tickets/actions/register')
    .send({ input: world.call() })
    .expect(200);
  return body.data as { documentId: string; number: string };
};

const storyOf = (documentId: string) => story(world, TICKET, documentId);

describe('sixteen people act on the same ticket at once', () => {
  it.each([
    ['with the revision that they saw', 1],
    ['without a revision', undefined],
  ])('%s: one wins, fifteen hear who did what', async (_how, revision) => {
    const { documentId } = await register();
    const input = { assignee: world.staff.engineer.staff.documentId, promisedAt: inHours(4) };
    const answers = await Promise.all(
      people.map(({ client }) =>
        client
          .post(`/property-desk/tickets/${documentId}/actions/dispatch`)
          .set('Accept-Language', 'zh-Hans')
          .send({ input, revision })
      )
    );
    const moved = { action: 'dispatch', from: 'accepted', to: 'dispatched', revision: 2 };
    const winner = expectOneWinner(answers, people, moved);
    for (const { body } of answers.filter(({ status }) => status === 409))
      if (revision) expect(body.error.message).toContain(winner.staff.name);

    const { row, events, obligations } = await storyOf(documentId);
    expect([row.state, row.revision]).toEqual(['dispatched', 2]);
    expect(events.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['register', world.staff.receptionist.staff.name],
      ['dispatch', winner.staff.name],
    ]);
    expect(obligations.map(({ what, outcome }) => [what, outcome]).sort()).toEqual([
      ['ticket.complete', null],
      ['ticket.dispatch', 'kept'],
    ]);
  });

  it('doing different things: every answer of 200 is on the record, in order, and nothing else is', async () => {
    const { documentId } = await register();
    const assignee = world.staff.engineer.staff.documentId;
    const answers = await Promise.all(
      people.map(({ client }, index) =>
        index % 2
          ? client
              .post(`/property-desk/tickets/${documentId}/actions/amend`)
              .send({ input: { description: `第${index}次`, reason: '更正' } })
          : client
              .post(`/property-desk/tickets/${documentId}/actions/dispatch`)
              .send({ input: { assignee, promisedAt: inHours(4) } })
      )
    );
    const done = answers.filter(({ status }) => status === 200);
    expect(answers.filter(({ status }) => status !== 200 && status !== 409).map(({ text }) => text)).toEqual([]);
    // Amending asks for no revision: each of the eight is taken, one after the other.
    expect(done).toHaveLength(SIXTEEN / 2 + 1);
    const { row, events } = await storyOf(documentId);
    expect(events.map(({ revision }) => revision)).toEqual(
      Array.from({ length: done.length + 1 }, (_, index) => index + 1)
    );
    expect(row.revision).toBe(done.length + 1);
    const told = done.map(({ body }) => [body.event.documentId, body.data.revision]).sort();
    expect(told).toEqual(
      events
        .slice(1)
        .map(({ documentId: id, revision }) => [id, revision])
        .sort()
    );
  });

  it('tells somebody with an old revision everything that happened since', async () => {
    const { documentId } = await register();
    const [one, other] = people;
    await one.client
      .post(`/property-desk/tickets/${documentId}/actions/amend`)
      .send({ input: { description: '一', reason: '更正' } })
      .expect(200);
    await one.client
      .post(`/property-desk/tickets/${documentId}/actions/amend`)
      .send({ input: { description: '二', reason: '更正' } })
      .expect(200);
    const { body } = await other.client
      .post(`/property-desk/tickets/${documentId}/actions/amend`)
      .send({ revision: 1, input: { description: '三', reason: '更正' } })
      .expect(409);
    expect(body.error.details.since.map(({ revision }: { revision: number }) => revision)).toEqual([2, 3]);
  });
});

describe('a conflict names whoever moved the ticket on', () => {
  const amend = (who: Colleague, documentId: string, revision?: number) =>
    who.client
      .post(`/property-desk/tickets/${documentId}/actions/amend`)
      .set('Accept-Language', 'zh-Hans')
      .send({ revision, input: { description: `${revision}`, reason: '更正' } });

  it('and not the clock that marked a breach since', async () => {
    const [one, other] = people;
    const { documentId } = await register();
    await amend(one, documentId).expect(200);
    world.kernel.clock.advance(16 * 60_000);
    await world.kernel.sweep.round(100_000);
    world.kernel.clock.run();
    const { body } = await amend(other, documentId, 1).expect(409);
    expect(body.error.details.since.map(({ action }: { action: string }) => action)).toEqual(['amend', 'breach']);
    expect(body.error.message).toMatch(new RegExp(`^${one.staff.name}已于.*更正`));
  });

  it('last, however much happened since', async () => {
    const [one, other, third] = people;
    const { documentId } = await register();
    for (let turn = 0; turn < 24; turn += 1) await amend(one, documentId).expect(200);
    await amend(other, documentId).expect(200);
    const { body } = await amend(third, documentId, 1).expect(409);
    expect(body.error.details.since.at(-1)).toMatchObject({ revision: 26, actor: { name: other.staff.name } });
    expect(body.error.message).toContain(other.staff.name);
  });
});

describe('numbers', () => {
  const ofDay = (numbers: string[]) => numbers.map((number) => Number(number.split('-')[2])).sort((a, b) => a - b);
  const last = async () => {
    const { number } = await register();
    return Number(number.split('-')[2]);
  };
  const actor = async (): Promise<Actor> => {
    const known = await world.kernel.directory().staffOf({ id: world.staff.receptionist.id });
    return { ...known!, can: () => true };
  };
  const ticketType = () => world.kernel.definition('ticket') as CaseDefinition;

  it('are unique and without gaps when sixty register at once', async () => {
    const before = await last();
    const input = world.call();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        people[index % SIXTEEN].client.post('/property-desk/tickets/actions/register').send({ input })
      )
    );
    expect(answers.filter(({ status }) => status !== 200).map(({ text }) => text)).toEqual([]);
    const numbers = answers.map(({ body }) => body.data.number as string);
    expect(ofDay(numbers)).toEqual(Array.from({ length: 60 }, (_, index) => before + 1 + index));
    for (const { body } of answers) {
      const { row, events, obligations } = await storyOf(body.data.documentId);
      expect([row.number, events.length, obligations.length]).toEqual([body.data.number, 1, 1]);
    }
  });

  it('are given back by whatever is undone, also among those that are kept', async () => {
    const before = await last();
    const { engine, strapi } = world.kernel;
    const who = await actor();
    const registered = (fails: boolean) =>
      strapi.db.transaction(async () => {
        const { row } = await engine.act(ticketType(), { action: 'register', actor: who, input: world.call() });
        if (fails) throw new Error('undone');
        return row.number as string;
      });
    const settled = await Promise.allSettled(Array.from({ length: 30 }, (_, index) => registered(index % 3 === 0)));
    const kept = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    for (const each of settled) if (each.status === 'rejected') expect(each.reason.message).toBe('undone');
    expect(ofDay(kept)).toEqual(Array.from({ length: 20 }, (_, index) => before + 1 + index));
    expect(await last()).toBe(before + 21);
  });

  it('begin anew with the day in the office’s zone', async () => {
    const { clock, engine } = world.kernel;
    const who = await actor();
    const numberAt = async (at: string) => {
      clock.freeze(new Date(at));
      return (await engine.act(ticketType(), { action: 'register', actor: who, input: world.call() })).row.number;
    };
    // Midnight in Shanghai is 16:00 UTC.
    const numbers = [
      await numberAt('2031-05-01T15:59:59.999Z'),
      await numberAt('2031-05-01T16:00:00.000Z'),
      await numberAt('2031-05-01T16:00:00.001Z'),
    ];
    clock.run();
    expect(numbers).toEqual(['BX-20310501-0001', 'BX-20310502-0001', 'BX-20310502-0002']);
  });
});
