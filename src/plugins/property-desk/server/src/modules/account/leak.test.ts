import type { Person } from '@harness';
import { bootWorld, type World } from '../../testing/world';
import { claimOf, decide, MINE, ownerOf } from './testing/desk';

/**
 * A stranger who asks must not learn what the archive holds: neither by words, nor by headers, nor by how much work the
 * answer took.
 */
let world: World;
let statements: string[] = [];

beforeAll(async () => {
  world = await bootWorld();
  world.kernel.settings.bindingsPerHour = 10_000;
  await ownerOf(world, world.household);
  const bound = await world.settle(world.neighbour, '李四', '13900001111');
  await bound.client.get('/api/property-desk/me').expect(200);
  world.desk.strapi.db.connection.on('query', ({ sql }: { sql: string }) => statements.push(sql));
});
afterAll(() => world?.desk.stop());

const CLAIMS: [string, Record<string, unknown>][] = [
  ['everything fits', { identityNumber: '110101199003070011' }],
  ['the telephone does not', { telephone: '13811110000', identityNumber: '110101199003070011' }],
  ['nothing but the room fits', { name: '赵钱孙', telephone: '13811110000', identityNumber: '110101199003070099' }],
  ['a household with an account', { room: '3栋2单元502', identityNumber: '110101199003070011' }],
  ['no such room', { room: '9栋9单元909', identityNumber: '110101199003070011' }],
  ['what is no room', { room: '3栋2单元天', identityNumber: '110101199003070011' }],
];

/** What is different in every answer: ids, numbers, times, and what the caller wrote. */
const shape = (body: { data: Record<string, unknown> }, claim: Record<string, unknown>) => ({
  ...body,
  data: {
    ...body.data,
    ...Object.fromEntries(['documentId', 'number', 'createdAt'].map((name) => [name, typeof body.data[name]])),
    ...Object.fromEntries(Object.keys(claim).map((name) => [name, typeof body.data[name]])),
  },
});

const answered = async (who: Person, more: Record<string, unknown>) => {
  const claim = claimOf(world, more);
  statements = [];
  const { status, body, headers } = await who.client.post(MINE).send({ data: claim });
  const asked = statements;
  statements = [];
  return {
    status,
    body: shape(body, claim),
    headers: Object.keys(headers).sort(),
    asked,
    documentId: body.data.documentId,
  };
};

it.each(['a first call', 'a login that is remembered'])('%s answers alike, after the same statements', async (how) => {
  const answers = [];
  for (const [, more] of CLAIMS) {
    const who = await world.desk.user();
    if (how !== 'a first call') await who.client.get(MINE).expect(200);
    answers.push(await answered(who, more));
  }
  const [first, ...others] = answers;
  expect(first.status).toBe(201);
  for (const other of others) expect({ ...other, documentId: '' }).toEqual({ ...first, documentId: '' });
  // Not one of them looks into the archive at all.
  const archive = first.asked.filter((sql) => /pd_households/.test(sql) && !/user_id/.test(sql));
  expect(archive).toEqual([]);
  expect(first.asked.length).toBeGreaterThan(5);
});

it('and so does whoever looks after it, is turned down, or asks twice', async () => {
  const seen = [];
  for (const [, more] of CLAIMS) {
    const who = await world.desk.user();
    const { documentId } = await answered(who, more);
    const twice = await who.client.post(MINE).send({ data: claimOf(world, more) });
    await decide(world.staff.specialist, documentId, 'reject', { rejection: 'unverified' }).expect(200);
    const { body } = await who.client.get(`${MINE}/${documentId}`).expect(200);
    const {
      documentId: _id,
      number: _number,
      createdAt: _created,
      decidedAt: _decided,
      endedAt: _ended,
      room: _room,
      name: _name,
      telephone: _telephone,
      ...told
    } = body.data;
    seen.push({ twice: [twice.status, twice.body], told });
  }
  for (const each of seen) expect(each).toEqual(seen[0]);
});
