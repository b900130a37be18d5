import { POLICY_STATES } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { SYSTEM } from '../../kernel/access/actor';
import type { CaseRow } from '../../kernel/workflow/define';
import { accessMatrix, castOf, type Cast, type Rule } from '../../testing/matrix';
import { bootWorld, type World } from '../../testing/world';
import { policyWorkflow } from '.';

let world: World;
let cast: Cast;
const rows: Record<string, CaseRow> = {};

/** Read off the design: managers and supervisors write, a manager approves, everybody acknowledges. */
const DESIGN: Record<string, Rule> = {
  edit: { from: 'draft', who: 'SM' },
  'write-article': { from: 'draft', who: 'SM' },
  'remove-article': { from: 'draft', who: 'SM' },
  'set-rule': { from: 'draft', who: 'SM' },
  'clear-rule': { from: 'draft', who: 'SM' },
  submit: { from: 'draft', who: 'SM' },
  return: { from: 'submitted', who: 'SM' },
  approve: { from: 'submitted', who: 'M' },
  unapprove: { from: 'approved', who: 'M' },
  promulgate: { from: 'approved', who: 'SM' },
  acknowledge: { from: 'effective', who: 'MSPFE' },
  revise: { from: 'effective', who: 'SM' },
  repeal: { from: 'effective', who: 'M' },
  discard: { from: 'draft', who: 'SM' },
};

const INPUT: Record<string, () => object> = {
  draft: () => ({ community: world.garden.documentId }),
  edit: () => ({ title: '制度' }),
  'write-article': () => ({
    number: 18,
    chapter: 6,
    chapterTitle: '附则',
    body: [{ type: 'paragraph', children: [{ type: 'text', text: '补充。' }] }],
  }),
  'remove-article': () => ({ number: 1 }),
  'set-rule': () => ({ key: 'ticket.acceptWithin', value: 'PT1H' }),
  'clear-rule': () => ({ key: 'ticket.acceptWithin' }),
  return: () => ({ reason: '再看' }),
  unapprove: () => ({ reason: '再看' }),
  repeal: () => ({ reason: '重订' }),
};

beforeAll(async () => {
  world = await bootWorld();
  cast = await castOf(world);
  const { manager, supervisor } = cast.own;
  const act = async (actor: Actor, action: string, input: object, documentId?: string) =>
    (await world.kernel.engine.act(policyWorkflow, { action, actor, input, documentId })).row;
  const draft = () => act(supervisor, 'draft', { community: world.garden.documentId, from: 'default' });
  const upTo = async (...steps: [Actor, string, object?][]) => {
    let row = await draft();
    for (const [actor, action, input] of steps) row = await act(actor, action, input ?? {}, row.documentId);
    return row;
  };
  const inForce: [Actor, string][] = [
    [supervisor, 'submit'],
    [manager, 'approve'],
    [manager, 'promulgate'],
  ];
  rows.draft = await draft();
  rows.submitted = await upTo([supervisor, 'submit']);
  rows.approved = await upTo([supervisor, 'submit'], [manager, 'approve']);
  rows.discarded = await upTo([supervisor, 'discard']);
  rows.repealed = await upTo(...inForce, [manager, 'repeal', { reason: '重订' }]);
  const first = await upTo(...inForce);
  rows.effective = await upTo(...inForce);
  rows.superseded = (await world.kernel.rows.first(world.kernel.strapi.db.connection, policyWorkflow.uid, {
    documentId: first.documentId,
  })) as CaseRow;
});
afterAll(() => world?.desk.stop());

describe('who may do what', () => {
  accessMatrix(() => ({ world, ...cast }), {
    type: 'policy',
    design: DESIGN,
    starts: { draft: 'SM' },
    states: POLICY_STATES,
    rows: () => rows,
    input: (action) => INPUT[action]?.() ?? {},
  });

  it('is superseded by the system only', async () => {
    const call = { action: 'supersede', documentId: rows.effective.documentId, input: { by: rows.draft.documentId } };
    for (const actor of Object.values(cast.own))
      await expect(world.kernel.engine.act(policyWorkflow, { ...call, actor })).rejects.toMatchObject({
        name: 'ForbiddenError',
      });
    expect(policyWorkflow.actions.supersede.who).toEqual({ system: true });
    expect(SYSTEM.kind).toBe('system');
  });
});
