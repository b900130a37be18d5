import { onPostgres } from '@harness';
import { OBLIGATION_UID } from '../../kernel/obligation/obligations';
import { createPlans } from '../../testing/plans';
import { bootWorld, type World } from '../../testing/world';
import { figuresOf, weeksOf, type Asked } from './queries';

let world: World;
const DAY = 24 * 60 * 60_000;
const START = Date.UTC(2026, 0, 1);
const DAYS = 300;
const EACH = 40;

beforeAll(async () => {
  world = await bootWorld();
  const { kernel, garden, river } = world;
  for (let day = 0; day < DAYS; day += 1) {
    const openedAt = new Date(START + day * DAY);
    const dueAt = new Date(openedAt.getTime() + DAY);
    await kernel.strapi.db.transaction(({ trx }) =>
      kernel.rows.insertMany(
        trx,
        OBLIGATION_UID,
        Array.from({ length: EACH }, (_, n) => ({
          article: '9',
          rule: 'ticket.dispatchWithin',
          what: 'ticket.dispatch',
          caseType: 'ticket',
          caseDocumentId: `t${day}x${n}`,
          caseNumber: `BX-${day}-${n}`,
          community: n % 2 ? garden.id : river.id,
          ownerRole: 'receptionist',
          level: 1,
          openedAt,
          openedBy: 'test',
          dueAt,
          settledAt: dueAt,
          closedAt: dueAt,
          outcome: 'kept',
          policyVersion: 'default',
        })),
        openedAt
      )
    );
  }
  if (onPostgres) await createPlans(world).count('pd_obligations');
});
afterAll(() => world?.desk.stop());

/** What the database says it will do for the one statement that a call sends. */
const plansOf = async (call: () => Promise<unknown>): Promise<string[]> => {
  const { heardDuring, planOf } = createPlans(world);
  const { heard } = await heardDuring(call);
  expect(heard).toHaveLength(1);
  return Promise.all(heard.map(planOf));
};

const month = (): Asked => ({
  from: new Date(START + 200 * DAY),
  to: new Date(START + 230 * DAY),
  communities: [world.garden.id],
  now: world.kernel.clock.now(),
});

it.each([
  ['the figures', (asked: Asked) => figuresOf(world.kernel, asked)],
  ['the weeks', (asked: Asked) => weeksOf(world.kernel, asked)],
])('%s of a month come from the covering index alone, in one statement', async (_name, call) => {
  const [plan] = await plansOf(() => call(month()));
  expect(plan).toMatch(
    onPostgres
      ? /Index Only Scan using pd_obligations_opened/
      : /SEARCH pd_obligations USING COVERING INDEX pd_obligations_opened \(community_id=\? AND opened_at>\? AND opened_at<\?\)/
  );
  expect(plan).not.toMatch(/SCAN pd_obligations|Seq Scan on pd_obligations/);
});

it('counts what is there', async () => {
  const { lines, median } = await figuresOf(world.kernel, month());
  expect(lines).toEqual([
    {
      number: 9,
      what: 'ticket.dispatch',
      article: '9',
      open: 0,
      kept: (30 * EACH) / 2,
      broken: 0,
      renegotiated: 0,
      void: 0,
      medianMinutes: 1440,
    },
  ]);
  expect(median).toBe(1440);
});
