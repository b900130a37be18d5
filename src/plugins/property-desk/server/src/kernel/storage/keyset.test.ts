import fc from 'fast-check';
import knex, { type Knex } from 'knex';
import { byCommunity, cappedCount, COUNT_CAP, keysetPage, mergedCount, mergedPage, type OrderBy } from './keyset';

let connection: Knex;

beforeAll(async () => {
  connection = knex({ client: 'better-sqlite3', connection: ':memory:', useNullAsDefault: true });
  await connection.schema.createTable('lines', (table) => {
    table.increments('id');
    table.bigInteger('due_at');
  });
});
afterAll(() => connection.destroy());

const fill = async (dues: number[]) => {
  await connection('lines').truncate();
  for (const due of dues) await connection('lines').insert({ due_at: new Date(due) });
};

/** A query for each third of the lines. */
const thirds = () =>
  [0, 1, 2].map((rest) => connection('lines').whereRaw('id % 3 = ?', [rest]).select('id', 'lines.due_at'));

/** All ids, page by page. */
const pages = async (order: OrderBy[], limit: number, queries = [connection('lines').select('id', 'due_at')]) => {
  const ids: number[] = [];
  let cursor: string | undefined;
  let turns = 0;
  do {
    const page = await mergedPage(connection, queries, order, { cursor, limit });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    ids.push(...page.rows.map(({ id }) => Number(id)));
    cursor = page.nextCursor ?? undefined;
    turns += 1;
  } while (cursor && turns < 100);
  return ids;
};

describe('a keyset page', () => {
  const ORDERS: [string, OrderBy[]][] = [
    ['soonest first', [{ column: 'due_at', instant: true }, { column: 'id' }]],
    [
      'latest first',
      [
        { column: 'due_at', instant: true, descending: true },
        { column: 'id', descending: true },
      ],
    ],
    ['newest first', [{ column: 'id', descending: true }]],
  ];

  it.each(ORDERS)('shows every line once, %s, however many are due at the same time', async (_name, order) => {
    const due = fc.integer({ min: 1_760_000_000_000, max: 1_760_000_000_003 });
    await fc.assert(
      fc.asyncProperty(fc.array(due, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), async (dues, limit) => {
        await fill(dues);
        const sorted = await connection('lines').orderBy(
          order.map(({ column, descending }) => ({ column, order: descending ? 'desc' : 'asc' }))
        );
        expect(await pages(order, limit)).toEqual(sorted.map(({ id }) => id));
        expect(await pages(order, limit, thirds())).toEqual(sorted.map(({ id }) => id));
      }),
      { numRuns: 40 }
    );
  });

  it('has no next page after the last line', async () => {
    await fill([1, 2]);
    const page = await keysetPage(connection('lines').select('id'), [{ column: 'id' }], { limit: 2 });
    expect([page.rows.length, page.nextCursor]).toEqual([2, null]);
  });

  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  it.each([
    ['no base64', '%%%'],
    ['no JSON', Buffer.from('[1,').toString('base64url')],
    ['not a list', encoded({ id: 1 })],
    ['too short', encoded([1])],
    ['too long', encoded([1, 2, 3])],
    ['text', encoded(['1', 2])],
    ['null', encoded([null, 2])],
    ['no whole number', encoded([1.5, 2])],
    ['beyond all dates', encoded([9e15, 2])],
    ['a condition', encoded([{ $gt: 0 }, 2])],
  ])('refuses a cursor that is %s', async (_what, cursor) => {
    const page = keysetPage(connection('lines'), ORDERS[0][1], { cursor, limit: 5 });
    await expect(page).rejects.toMatchObject({ name: 'ValidationError', details: { errors: [{ path: ['cursor'] }] } });
  });

  it('counts exactly up to the cap and says so beyond', async () => {
    await connection('lines').truncate();
    const some = (count: number) =>
      connection.batchInsert(
        'lines',
        Array.from({ length: count }, () => ({ due_at: 1 })),
        300
      );
    await some(COUNT_CAP);
    expect(await cappedCount(connection, connection('lines').orderBy('id'))).toEqual({
      total: COUNT_CAP,
      totalIsCapped: false,
    });
    await some(1);
    expect(await cappedCount(connection, connection('lines'))).toEqual({ total: COUNT_CAP, totalIsCapped: true });
    expect(await mergedCount(connection, thirds())).toEqual({ total: COUNT_CAP, totalIsCapped: true });
    expect(await mergedCount(connection, thirds().slice(1))).toEqual({ total: 668, totalIsCapped: false });
  });

  it('asks community by community, and of too many or of all at once', () => {
    const asked = (communities: number[] | 'all') =>
      byCommunity(connection('lines'), communities).map((query) => query.toString().replace(/.*where /, ''));
    expect(asked([4, 7])).toEqual(['`community_id` = 4', '`community_id` = 7']);
    expect(asked('all')).toEqual(['select * from `lines`']);
    expect(asked([])).toEqual(['1 = 0']);
    expect(asked(Array.from({ length: 51 }, (_, n) => n))).toEqual([
      expect.stringMatching(/^`community_id` in \(0, 1/),
    ]);
  });
});
