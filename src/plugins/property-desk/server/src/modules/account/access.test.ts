import { BINDING_STATES } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import type { CaseDefinition, CaseRow } from '../../kernel/workflow/define';
import { accessMatrix, castOf, type Cast, type Rule } from '../../testing/matrix';
import { bootWorld, type World } from '../../testing/world';
import { claimOf, ownerOf } from './testing/desk';

/** S and P hold a claim beside the archive, F puts right what was written; R is the account that asked. */
const DESIGN: Record<string, Rule> = {
  attach: { from: 'pending', who: 'FPSR' },
  approve: { from: 'pending', who: 'PS' },
  reject: { from: 'pending', who: 'PS' },
  cancel: { from: 'pending', who: 'R' },
  unbind: { from: 'approved', who: 'PSR' },
  amend: { from: 'pending', who: 'FPS' },
};
const STARTS = { request: 'R' };

let world: World;
let cast: Cast;
let rows: Record<string, CaseRow>;

const input = (action: string): object =>
  ({
    request: claimOf(world),
    approve: { household: world.household.documentId, kind: 'family' },
    reject: { rejection: 'visit' },
    unbind: { reason: '业主要求' },
    amend: { name: '王小明', reason: '更正' },
  })[action] ?? {};

/** Whoever is signed in with an account of their own, holding the requests that it made. */
const account = async (holds: string[]): Promise<Actor> => {
  const { id } = await world.desk.user();
  const { documentId } = (await world.kernel.rows.first(
    world.kernel.strapi.db.connection,
    'plugin::users-permissions.user',
    { id }
  ))!;
  return {
    kind: 'resident',
    name: '',
    role: null,
    communities: 'all',
    account: { id, documentId },
    holds,
    can: () => true,
  };
};

beforeAll(async () => {
  world = await bootWorld();
  cast = await castOf(world);
  const mine = await account([]);
  const type = world.kernel.definition('binding') as CaseDefinition;
  const act = async (action: string, entered: object, actor: Actor, documentId?: string) =>
    (await world.kernel.engine.act(type, { action, input: entered, actor, documentId })).row;
  const ways: Record<string, [string, object, 'R' | 'S'][]> = {
    pending: [],
    approved: [['approve', {}, 'S']],
    rejected: [['reject', { rejection: 'visit' }, 'S']],
    cancelled: [['cancel', {}, 'R']],
    unbound: [
      ['approve', { otherHome: true }, 'S'],
      ['unbind', { reason: '业主要求' }, 'S'],
    ],
  };
  rows = {};
  // The one that is unbound first: an account is tied to a household once.
  for (const state of ['unbound', 'approved', 'rejected', 'cancelled', 'pending']) {
    let row = await act('request', claimOf(world, { room: `3-2-${501 + Object.keys(rows).length}` }), mine);
    const { documentId: resident } = await ownerOf(world, world.household);
    const holder = { ...mine, holds: [row.documentId] };
    for (const [name, more, who] of ways[state])
      row = await act(
        name,
        name === 'approve' ? { ...more, resident } : more,
        who === 'R' ? holder : cast.own.supervisor,
        row.documentId
      );
    rows[state] = row;
  }
  cast.own.resident = { ...mine, holds: Object.values(rows).map(({ documentId }) => documentId) };
  cast.other.resident = await account([]);
});
afterAll(() => world?.desk.stop());

accessMatrix(() => ({ world, ...cast }), {
  type: 'binding',
  design: DESIGN,
  starts: STARTS,
  states: BINDING_STATES,
  rows: () => rows,
  input,
});
