import { LOAN_STATES } from '../../../../contracts';
import { SYSTEM, type Actor } from '../../kernel/access/actor';
import type { CaseDefinition, CaseRow } from '../../kernel/workflow/define';
import { accessMatrix, answerOf, castOf, type Cast, type Rule } from '../../testing/matrix';
import { bootWorld, type Doc, type World } from '../../testing/world';
import { DAY, loanDesk, type LoanDesk } from './testing/desk';

/** The first engineer has asked for each loan of the matrix, and is its borrower; the second has nothing to do with it. */
const other = (who: string) => who === 'engineer2';

const DESIGN: Record<string, Rule> = {
  approve: { from: 'requested', who: 'SM' },
  reject: { from: 'requested', who: 'SM' },
  // The borrower, or a supervisor.
  cancel: {
    from: 'requested approved',
    who: 'EFPSM',
    but: (who) => !['engineer', 'supervisor'].includes(who),
  },
  'hand-over': { from: 'approved', who: 'FPSM' },
  extend: { from: 'lent', who: 'SM' },
  return: { from: 'lent', who: 'FPSM' },
  'report-lost': { from: 'lent', who: 'EFPSM', but: other },
  found: { from: 'lost', who: 'S' },
  amend: { from: 'requested approved lent lost', who: 'EFPSM', but: other },
};
const STARTS = { request: 'EFPSM' };

let world: World;
let cast: Cast;
let desk: LoanDesk;
let key: Doc;
let loans: Record<string, CaseRow>;

const input = (action: string): object => {
  const back = { condition: 'intact' };
  const given: Record<string, object> = {
    request: { community: world.garden.documentId, itemType: 'key', item: key.documentId, purpose: '检修' },
    approve: {},
    'hand-over': {},
    extend: { until: desk.later(9 * DAY), reason: '未修完' },
    return: back,
    found: back,
    'report-lost': { lostText: '在地库遗失' },
    amend: { purpose: '检修照明', reason: '更正' },
  };
  return given[action] ?? { reason: '不再需要' };
};

const act = async (action: string, actor: Actor, row?: CaseRow, entered = input(action)): Promise<CaseRow> =>
  (
    await world.kernel.engine.act(world.kernel.definition('loan') as CaseDefinition, {
      action,
      actor,
      documentId: row?.documentId,
      input: entered,
    })
  ).row;

beforeAll(async () => {
  world = await bootWorld();
  desk = loanDesk(world);
  cast = await castOf(world);
  const { engineer, receptionist, supervisor, manager } = cast.own;
  const requested = async () => {
    key = await desk.newKey();
    return act('request', engineer);
  };
  const approved = async () => act('approve', manager, await requested());
  const lent = async () => act('hand-over', receptionist, await approved());
  loans = {
    requested: await requested(),
    approved: await approved(),
    lent: await lent(),
    returned: await act('return', receptionist, await lent()),
    rejected: await act('reject', supervisor, await requested()),
    cancelled: await act('cancel', engineer, await requested()),
    lost: await act('report-lost', engineer, await lent()),
  };
});
afterAll(() => world?.desk.stop());

describe('every cell answers as the design has it', () => {
  accessMatrix(() => ({ world, ...cast }), {
    type: 'loan',
    design: DESIGN,
    starts: STARTS,
    states: LOAN_STATES,
    rows: () => loans,
    input,
  });

  it('what has not been fetched is the clock’s to let lapse, and nobody’s else', async () => {
    for (const actor of Object.values(cast.own))
      expect(await answerOf(world, 'loan', 'lapse', actor, {}, loans.approved)).toBe(403);
    expect(await answerOf(world, 'loan', 'lapse', SYSTEM, {}, loans.approved)).toBe(200);
  });
});

describe('whoever borrows, of whatever role', () => {
  it.each(['supervisor', 'manager', 'specialist', 'receptionist'])('the %s', async (role) => {
    const borrower = cast.own[role];
    const lead = role === 'manager' ? 'supervisor' : 'manager';
    key = await desk.newKey();
    const asked = await act('request', borrower);
    const status = (action: string, row: CaseRow) => answerOf(world, 'loan', action, borrower, input(action), row);
    expect([await status('approve', asked), await status('reject', asked)]).toEqual([403, 403]);
    const fetched = await act('approve', cast.own[lead], asked);
    expect([await status('hand-over', fetched), await status('cancel', fetched)]).toEqual([403, 200]);
    const lent = await act('hand-over', cast.own[lead], fetched);
    expect([await status('extend', lent), await status('return', lent)]).toEqual([403, 403]);
    expect(await status('report-lost', lent)).toBe(200);
  });
});
