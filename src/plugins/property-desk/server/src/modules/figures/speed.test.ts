import { onPostgres } from '@harness';
import { createPlans } from '../../testing/plans';
import { bootWorld, type World } from '../../testing/world';
import { COMPLAINT_UID } from '../complaint';
import { INQUIRY_UID } from '../inquiry';
import { TICKET_UID } from '../ticket';
import { whatCame, whatIsOpen, whatWasDone, whatWasPromised, type Asked } from './queries';

let world: World;
const DAY = 24 * 60 * 60_000;
const START = Date.UTC(2026, 0, 1);
const DAYS = 300;
const EACH = 30;

const TABLES = { [TICKET_UID]: 'pd_tickets', [COMPLAINT_UID]: 'pd_complaints', [INQUIRY_UID]: 'pd_inquiries' };

/** Cases of one type over the year: all but the last few days’ are done and over. */
const year = (uid: string) =>
  Array.from({ length: DAYS * EACH }, (_, n) => {
    const createdAt = new Date(START + (n / EACH) * DAY);
    const over = n < (DAYS - 4) * EACH;
    const doneAt = over ? new Date(createdAt.getTime() + 3 * 60 * 60_000) : null;
    return {
      number: `${uid.slice(-6)}${n}`,
      state: over ? (uid === INQUIRY_UID ? 'answered' : 'archived') : uid === INQUIRY_UID ? 'open' : 'handling',
      revision: 1,
      community: n % 2 ? world.garden.id : world.river.id,
      createdAt,
      dueAt: over ? null : new Date(createdAt.getTime() + DAY),
      endedAt: doneAt,
      ...(uid === TICKET_UID ? { completedAt: doneAt, outcome: 'satisfied', ratingOverall: 5 } : {}),
      ...(uid === COMPLAINT_UID ? { resolvedAt: doneAt, kind: 'complaint', severity: 'general' } : {}),
    };
  });

beforeAll(async () => {
  world = await bootWorld();
  const { strapi, rows } = world.kernel;
  for (const uid of Object.keys(TABLES))
    await strapi.db.transaction(({ trx }) => rows.insertAll(trx as never, uid, year(uid), new Date(START)));
  if (onPostgres) await createPlans(world).count(...Object.values(TABLES));
});
afterAll(() => world?.desk.stop());

/** What the database says it will do for the one statement that a call sends. */
const planOf = async (call: () => Promise<unknown>): Promise<string> => {
  const { heardDuring, planOf: explained } = createPlans(world);
  const { heard } = await heardDuring(call);
  expect(heard).toHaveLength(1);
  return explained(heard[0]);
};

const asked = (): Asked => {
  const at = (day: number) => new Date(START + day * DAY);
  return {
    definitions: [...world.kernel.definitions.values()].filter(({ figures }) => figures),
    communities: [world.garden.id],
    period: { from: at(270), to: at(300) },
    before: { from: at(240), to: at(270) },
    now: at(299),
    ages: [at(299), at(296), at(292)],
  };
};

it.each([
  ['what came in', whatCame, 'in'],
  ['what was done', whatWasDone, 'done'],
  ['what is open', whatIsOpen, 'open'],
] as const)('%s of a month comes from the covering indexes alone, in one statement', async (_name, call, index) => {
  const plan = await planOf(() => call(world.kernel, asked()));
  for (const table of Object.values(TABLES)) {
    expect(plan).toMatch(
      onPostgres
        ? new RegExp(`Index Only Scan using ${table}_counted_${index}`)
        : new RegExp(`SEARCH ${table} USING COVERING INDEX ${table}_counted_${index} \\(community_id=\\?`)
    );
    expect(plan).not.toMatch(new RegExp(`SCAN ${table}\\b|Seq Scan on ${table}\\b`));
  }
});

it('what was promised comes from the ledger’s covering index', async () => {
  const plan = await planOf(() => whatWasPromised(world.kernel, asked()));
  expect(plan).toMatch(/pd_obligations_opened/);
  expect(plan).not.toMatch(/SCAN pd_obligations\b/);
});

it('counts what is there', async () => {
  const came = await whatCame(world.kernel, asked());
  const total = came.filter(({ when, type }) => when === 'now' && type === 'ticket').reduce((sum, { n }) => sum + n, 0);
  expect(total).toBe((30 * EACH) / 2);
});
