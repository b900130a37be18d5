import { expectOneWinner, hireSixteen, SIXTEEN, storyOf } from '../../testing/race';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { LOAN, loanDesk, type LoanDesk } from './testing/desk';

let world: World;
let desk: LoanDesk;
let people: Colleague[];

beforeAll(async () => {
  world = await bootWorld();
  desk = loanDesk(world);
  people = await hireSixteen(world, 'supervisor');
});
afterAll(() => world?.desk.stop());

const loansOf = (item: string) => world.desk.strapi.db.query(LOAN).findMany({ where: { itemDocumentId: item } });

describe('sixteen supervisors at once', () => {
  it.each([
    ['with the revision that they saw', 1],
    ['without a revision', undefined],
  ])('approve one request, %s: one does, fifteen hear who it was', async (_how, revision) => {
    const id = await desk.request(await desk.newKey());
    const answers = await Promise.all(
      people.map((who) => desk.call(who, `loans/${id}/actions/approve`, { input: {}, revision }))
    );
    const moved = { action: 'approve', from: 'requested', to: 'approved', revision: 2 };
    const winner = expectOneWinner(answers, people, moved);
    const { row, events, obligations } = await storyOf(world, LOAN, id);
    expect([row.state, row.revision, row.approvedBy]).toEqual(['approved', 2, winner.staff.id]);
    expect(events.map(({ action }) => action)).toEqual(['request', 'approve']);
    expect(obligations.map(({ what, outcome }) => [what, outcome])).toEqual([['loan.decide', 'kept']]);
  });

  it('hand over one thing to sixteen people: one has it, fifteen are told who', async () => {
    const key = await desk.newKey();
    const loans: string[] = [];
    for (const borrower of people) {
      const id = await desk.request(key, {}, borrower);
      await desk.take(world.staff.manager, id, 'approve');
      loans.push(id);
    }
    // Each hands it to the next: nobody hands anything to themselves.
    const answers = await Promise.all(loans.map((id, at) => desk.act(people[(at + 1) % SIXTEEN], id, 'hand-over', {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(SIXTEEN - 1).fill(409)]);
    const at = answers.findIndex(({ status }) => status === 200);
    const { number } = (await storyOf(world, LOAN, loans[at])).row;
    for (const { status, body } of answers)
      if (status === 409) {
        expect(body.error.message).toContain(`已由${people[at].staff.name}借出（${number}）`);
        expect(body.error.message).not.toMatch(/\{|\}/);
      }
    const states = (await loansOf(key.documentId)).map(({ state }: { state: string }) => state).sort();
    expect(states).toEqual([...Array(SIXTEEN - 1).fill('approved'), 'lent']);
    for (const [index, id] of loans.entries()) {
      const { events, obligations, row } = await storyOf(world, LOAN, id);
      expect([row.revision, events.length]).toEqual(index === at ? [3, 3] : [2, 2]);
      expect(obligations.filter(({ what }) => what === 'loan.return')).toHaveLength(index === at ? 1 : 0);
    }
  });

  it('give it back and hand it on at once: never two have it, and what was refused changed nothing', async () => {
    const key = await desk.newKey();
    const held = await desk.lent(key);
    const loans: string[] = [];
    for (const borrower of people.slice(0, 8)) {
      const id = await desk.request(key, {}, borrower);
      await desk.take(world.staff.manager, id, 'approve');
      loans.push(id);
    }
    const answers = await Promise.all([
      ...loans.slice(0, 4).map((id, at) => desk.act(people[at + 8], id, 'hand-over')),
      ...people.slice(0, 4).map((who) => desk.act(who, held, 'return', { condition: 'intact' })),
      ...loans.slice(4).map((id, at) => desk.act(people[at + 12], id, 'hand-over')),
    ]);
    expect(answers.map(({ status }) => status).filter((status) => ![200, 409].includes(status))).toEqual([]);
    const all = await loansOf(key.documentId);
    expect(all.filter(({ state }: { state: string }) => state === 'returned')).toHaveLength(1);
    expect(all.filter(({ state }: { state: string }) => state === 'lent').length).toBeLessThanOrEqual(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(
      1 + all.filter(({ state }: { state: string }) => state === 'lent').length
    );
  });

  it('the table itself refuses a second one, whoever writes', async () => {
    const key = await desk.newKey();
    await desk.lent(key);
    const other = await desk.approved(key, {}, world.staff.engineer2);
    const { rows, strapi } = world.kernel;
    const written = await strapi.db
      .connection(rows.table(LOAN).name)
      .where({ document_id: other })
      .update({ state: 'lent' })
      .then(
        () => 'written',
        (error: { message: string }) => error.message
      );
    expect(written).toMatch(/unique/i);
  });
});
