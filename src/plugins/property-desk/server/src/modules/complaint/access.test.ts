import { COMPLAINT_STATES, PREVENTIVE_ACTION_STATES } from '../../../../contracts';
import { SYSTEM, type Actor } from '../../kernel/access/actor';
import type { CaseDefinition, CaseRow } from '../../kernel/workflow/define';
import { accessMatrix, answerOf, castOf, type Cast, type Rule } from '../../testing/matrix';
import { bootWorld, type World } from '../../testing/world';

const OPEN = 'received escalated handling resolved confirmed reviewed';
const UNDERWAY = 'escalated handling';

/** The complaints of the matrix are grave where they can be, and the specialist is the handler. */
const never = () => true;
/** Nobody handles what awaits the supervisor for the first time: there only who leads may. */
const handlerOrLead = (who: string, state: string) => who === 'specialist' && state === 'escalated';

const COMPLAINT: Record<string, Rule> = {
  // The complaint of the matrix is no suggestion and no praise.
  answer: { from: 'received', who: 'PS', but: never },
  thank: { from: 'received', who: 'PS', but: never },
  classify: { from: 'received', who: 'FPS' },
  reclassify: { from: UNDERWAY, who: 'SM' },
  intervene: { from: 'escalated', who: 'SM' },
  assign: { from: 'handling', who: 'SM' },
  escalate: { from: UNDERWAY, who: 'S' },
  decide: { from: UNDERWAY, who: 'M' },
  'form-task-force': { from: UNDERWAY, who: 'SM' },
  progress: { from: UNDERWAY, who: 'PSM', but: handlerOrLead },
  // Nothing has been proposed.
  'confirm-promise': { from: 'handling', who: 'SM', but: never },
  resolve: { from: 'handling', who: 'PSM' },
  // Major or urgent: not the handler.
  'follow-up': { from: 'resolved', who: 'PSM', but: (who) => who === 'specialist' },
  'close-unreached': { from: 'resolved', who: 'S', but: never },
  'publish-result': { from: 'resolved', who: 'PSM', but: never },
  rate: { from: 'resolved confirmed', who: 'R' },
  // Major or urgent: supervisor or manager.
  review: { from: 'confirmed', who: 'PSM', but: (who) => who === 'specialist' },
  archive: { from: 'reviewed', who: 'PSM' },
  withdraw: { from: 'received escalated handling', who: 'RFPS' },
  dismiss: { from: 'received handling', who: 'SM' },
  attach: { from: OPEN, who: 'FPSMR' },
  amend: { from: OPEN, who: 'FPSM' },
};
const COMPLAINT_STARTS = { lodge: 'RFPST' };

const PREVENTION: Record<string, Rule> = {
  // The engineer owes it.
  done: { from: 'open', who: 'EFPSM', but: (who) => !['engineer', 'supervisor', 'manager'].includes(who) },
  reassign: { from: 'open', who: 'SM' },
  repromise: { from: 'open', who: 'SM' },
  cancel: { from: 'open', who: 'S' },
  reconsider: { from: 'recurred', who: 'SM' },
  'dismiss-recurrence': { from: 'recurred', who: 'SM' },
  amend: { from: 'open recurred', who: 'SM' },
};
const PREVENTION_STARTS = { plan: 'PSM' };

let world: World;
let cast: Cast;
let category: string;
let complaints: Record<string, CaseRow>;
let preventions: Record<string, CaseRow>;

const inHours = (hours: number) => new Date(world.kernel.clock.now().getTime() + hours * 3_600_000).toISOString();

/** What each action takes as it is. */
const inputs = (): Record<string, Record<string, unknown>> => {
  const { garden, household, staff } = world;
  const [supervisor, specialist, engineer] = [staff.supervisor, staff.specialist, staff.engineer].map(
    ({ staff: { documentId } }) => documentId
  );
  const promise = { handler: specialist, promisedAt: inHours(48) };
  const plan = { what: '张贴公约', owner: engineer, promisedAt: inHours(48) };
  const reason = { reason: '双方和解' };
  return {
    'complaint.lodge': {
      community: garden.documentId,
      household: household.documentId,
      kind: 'complaint',
      content: '楼上拍球',
      reporterName: '王小明',
      contactTelephone: '13800005678',
      source: 'phone',
    },
    'complaint.answer': { answerText: '好', way: 'phone' },
    'complaint.classify': { severity: 'urgent', category, ...reason, ...promise },
    'complaint.reclassify': { severity: 'major', ...reason },
    'complaint.intervene': { plan: '约谈', ...promise },
    'complaint.assign': { handler: supervisor, ...reason },
    'complaint.escalate': reason,
    'complaint.decide': { decision: '上门' },
    'complaint.form-task-force': { leader: supervisor, members: [specialist], aim: '解决' },
    'complaint.progress': { message: '进展', way: 'phone' },
    'complaint.resolve': { result: '好', measures: '谈', noTaskForceReason: '当日解决' },
    'complaint.follow-up': { outcome: 'satisfied' },
    'complaint.publish-result': { publicResult: '好' },
    'complaint.rate': { outcome: 'satisfied' },
    'complaint.review': { courseOfEvents: '接报', rootCause: '隔音', lessons: '及早' },
    'complaint.withdraw': reason,
    'complaint.dismiss': reason,
    'complaint.amend': { demands: '请制止', ...reason },
    'preventive-action.plan': { community: garden.documentId, ...plan },
    'preventive-action.done': { doneText: '已张贴' },
    'preventive-action.reassign': { owner: specialist, ...reason },
    'preventive-action.repromise': { promisedAt: inHours(72), ...reason },
    'preventive-action.cancel': reason,
    'preventive-action.reconsider': plan,
    'preventive-action.dismiss-recurrence': reason,
    'preventive-action.amend': { what: '公约', ...reason },
  };
};
const inputOf = (type: string) => (action: string) => inputs()[`${type}.${action}`] ?? {};

const act = async (type: string, action: string, actor: Actor, row?: CaseRow | null, more: object = {}) =>
  (
    await world.kernel.engine.act(world.kernel.definition(type) as CaseDefinition, {
      action,
      actor,
      documentId: row?.documentId,
      input: { ...inputOf(type)(action), ...more },
    })
  ).row;

/** Grave complaints in every state. */
const walk = async () => {
  const { receptionist, specialist, supervisor, manager } = cast.own;
  const fresh = () => act('complaint', 'lodge', receptionist);
  const grave = async () => act('complaint', 'classify', receptionist, await fresh());
  const handled = async () => act('complaint', 'intervene', supervisor, await grave());
  const solved = async () => act('complaint', 'resolve', supervisor, await handled());
  const heard = async () => act('complaint', 'follow-up', manager, await solved());
  const learnt = async () => act('complaint', 'review', supervisor, await heard());
  complaints = {
    received: await fresh(),
    escalated: await grave(),
    handling: await handled(),
    resolved: await solved(),
    confirmed: await heard(),
    reviewed: await learnt(),
    archived: await act('complaint', 'archive', specialist, await learnt()),
    withdrawn: await act('complaint', 'withdraw', receptionist, await fresh()),
    dismissed: await act('complaint', 'dismiss', supervisor, await fresh()),
  };
  const planned = () => act('preventive-action', 'plan', supervisor);
  const done = await act('preventive-action', 'done', supervisor, await planned());
  preventions = {
    open: await planned(),
    done,
    recurred: await act('preventive-action', 'recur', SYSTEM, null, {
      community: world.garden.documentId,
      recurrenceOf: done.documentId,
      recurrence: complaints.received.documentId,
    }),
    cancelled: await act('preventive-action', 'cancel', supervisor, await planned()),
  };
};

beforeAll(async () => {
  world = await bootWorld();
  category = (await world.create('complaint-category', { name: '噪音', code: 'noise', active: true })).documentId;
  cast = await castOf(world);
  await walk();
});
afterAll(() => world?.desk.stop());

describe('every cell answers as the design has it', () => {
  const here = () => ({ world, ...cast });
  accessMatrix(here, {
    type: 'complaint',
    design: COMPLAINT,
    starts: COMPLAINT_STARTS,
    states: COMPLAINT_STATES,
    rows: () => complaints,
    input: inputOf('complaint'),
  });
  accessMatrix(here, {
    type: 'preventive-action',
    design: PREVENTION,
    starts: PREVENTION_STARTS,
    states: PREVENTIVE_ACTION_STATES,
    rows: () => preventions,
    input: inputOf('preventive-action'),
  });

  it('a recurrence is the system’s to find, and nobody’s to claim', async () => {
    for (const actor of Object.values(cast.own))
      expect(await answerOf(world, 'preventive-action', 'recur', actor, {})).toBe(403);
  });
});

describe('what was general', () => {
  it.each([
    ['follow-up', ['specialist', 'supervisor', 'manager'], ['receptionist']],
    ['review', ['specialist', 'supervisor'], ['manager', 'receptionist']],
  ])('%s is open to %j, and not to %j', async (action, may, mayNot) => {
    let row = await act('complaint', 'lodge', cast.own.receptionist);
    row = await act('complaint', 'classify', cast.own.receptionist, row, { severity: 'general' });
    row = await act('complaint', 'resolve', cast.own.specialist, row, { noTaskForceReason: undefined });
    if (action === 'review') row = await act('complaint', 'follow-up', cast.own.specialist, row);
    for (const [people, status] of [
      [may, 200],
      [mayNot, 403],
    ] as const)
      for (const who of people)
        expect([
          who,
          await answerOf(world, 'complaint', action, cast.own[who], inputOf('complaint')(action), row),
        ]).toEqual([who, status]);
  });
});
