import { NOTICE_STATES } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import type { CaseRow } from '../../kernel/workflow/define';
import { accessMatrix, answerOf, castOf, type Cast, type Rule } from '../../testing/matrix';
import { bootWorld, type World } from '../../testing/world';
import { noticeInput, paragraph } from '../../testing/notices';
import { noticeWorkflow } from './workflow';

let world: World;
let cast: Cast;
const rows: Record<string, CaseRow> = {};

const never = () => true;

/** Read off articles 5 and 11.1: the desk writes and hangs up, who leads approves, nobody publishes unapproved. */
const DESIGN: Record<string, Rule> = {
  edit: { from: 'draft', who: 'FPSM' },
  submit: { from: 'draft', who: 'FPSM' },
  return: { from: 'submitted', who: 'SM' },
  // The front desk wrote it.
  approve: { from: 'submitted', who: 'SM' },
  unapprove: { from: 'approved', who: 'SM' },
  discard: { from: 'draft', who: 'FPSM', but: (who) => who === 'specialist' },
  publish: { from: 'approved', who: 'PSM' },
  // The notice of the matrix is no emergency, and went out approved.
  'publish-urgently': { from: 'draft', who: 'SM', but: never },
  confirm: { from: 'published', who: 'SM', but: never },
  'record-posting': { from: 'published', who: 'FPSM' },
  withdraw: { from: 'published', who: 'SM' },
  supersede: { from: 'published', who: 'PSM' },
  attach: { from: 'draft submitted approved published', who: 'FPSM' },
};

const BECAUSE = { reason: '时间有误' };

const INPUT: Record<string, () => object> = {
  draft: () => noticeInput(world),
  edit: () => ({ body: paragraph('改期。') }),
  return: () => BECAUSE,
  unapprove: () => BECAUSE,
  discard: () => BECAUSE,
  withdraw: () => BECAUSE,
  supersede: () => BECAUSE,
  'record-posting': () => ({ building: world.building.documentId }),
};

const act = async (actor: Actor, action: string, input: object = {}, documentId?: string) =>
  (await world.kernel.engine.act(noticeWorkflow, { action, actor, input, documentId })).row;

const upTo = async (steps: [Actor, string, object?][], more: object = {}) => {
  let row = await act(cast.own.receptionist, 'draft', { ...noticeInput(world), ...more });
  for (const [actor, action, input] of steps) row = await act(actor, action, input, row.documentId);
  return row;
};

const inHours = (hours: number) => new Date(world.kernel.clock.now().getTime() + hours * 3_600_000).toISOString();

beforeAll(async () => {
  world = await bootWorld();
  cast = await castOf(world);
  const { receptionist, specialist, supervisor } = cast.own;
  const out: [Actor, string][] = [
    [receptionist, 'submit'],
    [supervisor, 'approve'],
    [specialist, 'publish'],
  ];
  rows.draft = await upTo([]);
  rows.submitted = await upTo(out.slice(0, 1));
  rows.approved = await upTo(out.slice(0, 2));
  rows.published = await upTo(out);
  rows.withdrawn = await upTo([...out, [supervisor, 'withdraw', BECAUSE]]);
  rows.discarded = await upTo([[receptionist, 'discard']]);
  const passing = await upTo(out, { expiresAt: inHours(1) });
  world.kernel.clock.advance(2 * 3_600_000);
  await world.kernel.schedules.round();
  rows.expired = (await world.kernel.rows.first(world.kernel.strapi.db.connection, noticeWorkflow.uid, {
    documentId: passing.documentId,
  })) as CaseRow;
});
afterAll(() => world?.desk.stop());

describe('who may do what', () => {
  accessMatrix(() => ({ world, ...cast }), {
    type: 'notice',
    design: DESIGN,
    starts: { draft: 'FPSM' },
    states: NOTICE_STATES,
    rows: () => rows,
    input: (action) => INPUT[action]?.() ?? {},
  });

  it.each(['expire', 'correct'])('%s is the system’s, and nobody’s to take', async (action) => {
    for (const actor of Object.values(cast.own))
      expect(
        await answerOf(world, 'notice', action, actor, {}, action === 'correct' ? undefined : rows.published)
      ).toBe(403);
  });

  it('what cannot wait is published by who leads, and confirmed by another of them', async () => {
    const { supervisor, manager } = cast.own;
    const urgent = await upTo([], { kind: 'emergency', expiresAt: inHours(9) });
    for (const [who, actor] of Object.entries(cast.own))
      expect([who, await answerOf(world, 'notice', 'publish-urgently', actor, {}, urgent)]).toEqual([
        who,
        ['supervisor', 'manager'].includes(who) ? 200 : 403,
      ]);
    const out = await act(supervisor, 'publish-urgently', {}, urgent.documentId);
    for (const [who, actor] of Object.entries(cast.own))
      expect([who, await answerOf(world, 'notice', 'confirm', actor, {}, out)]).toEqual([
        who,
        who === 'manager' ? 200 : 403,
      ]);
    await act(manager, 'confirm', {}, urgent.documentId);
  });

  it('who wrote it does not approve it, nor who edited it last; others who lead do', async () => {
    const { supervisor, manager } = cast.own;
    const other: Actor = { ...manager, staff: { ...manager.staff!, id: manager.staff!.id + 1_000_000 } };
    const written = await act(supervisor, 'draft', noticeInput(world));
    await act(manager, 'edit', { title: '改过的标题' }, written.documentId);
    const row = await act(supervisor, 'submit', {}, written.documentId);
    const answers = [supervisor, manager, other].map((actor) => answerOf(world, 'notice', 'approve', actor, {}, row));
    expect(await Promise.all(answers)).toEqual([403, 403, 200]);
  });
});
