import { SYSTEM } from '../../kernel/access/actor';
import { randomWalks, type WalkDesk } from '../../testing/walks';

let category: Promise<string> | undefined;
/** Made once, on the first case. */
const categoryOf = async ({ world }: WalkDesk) =>
  (category ??= world
    .create('complaint-category', { name: '噪音扰民', code: 'noise', active: true })
    .then(({ documentId }) => documentId));
let known = '';

const lodged = ({ world: { garden, household } }: WalkDesk, variant: number) => ({
  community: garden.documentId,
  kind: (['complaint', 'complaint', 'complaint', 'suggestion', 'praise'] as const)[variant % 5],
  content: '楼上每晚拍球',
  ...(variant % 7 === 6
    ? { anonymous: true, publicPlace: '东门' }
    : { household: household.documentId, reporterName: '王小明', contactTelephone: '13800005678' }),
});

const handler = ({ world: { staff } }: WalkDesk, variant: number) =>
  staff[(['specialist', 'supervisor', 'manager', 'specialist'] as const)[variant % 4]].staff.documentId;

const complaintInput = (action: string, variant: number, walk: WalkDesk): Record<string, unknown> => {
  const { staff } = walk.world;
  const promisedAt = walk.later[variant % walk.later.length];
  const promised = { handler: handler(walk, variant), promisedAt };
  switch (action) {
    case 'classify':
      return {
        severity: ['general', 'major', 'urgent'][variant % 3],
        category: known,
        reason: '反复发生',
        ...promised,
      };
    case 'reclassify':
      return { severity: ['general', 'major', 'urgent'][variant % 3], reason: '重新判断', ...promised };
    case 'intervene':
      return { plan: '约谈双方', ...promised };
    case 'assign':
      return { handler: handler(walk, variant), reason: '调整' };
    case 'decide':
      return { decision: '上门道歉' };
    case 'form-task-force':
      return { leader: staff.supervisor.staff.documentId, members: [staff.specialist.staff.documentId], aim: '解决' };
    case 'progress':
      return {
        message: `进展${variant}`,
        way: variant % 7 === 6 ? 'code' : 'phone',
        ...(variant % 3 ? { promisedAt, reason: '等配合' } : {}),
      };
    case 'resolve':
      return { result: '已解决', measures: '约谈', compensation: variant, noTaskForceReason: '当日解决' };
    case 'follow-up':
      return {
        outcome: ['satisfied', 'unsatisfied', 'unreachable', 'unreachable'][variant % 4],
        reason: '仍吵',
        ratingOverall: 1 + (variant % 5),
        promisedAt,
      };
    case 'rate':
      return { outcome: variant % 2 ? 'satisfied' : 'unsatisfied' };
    case 'publish-result':
      return { publicResult: '已整改' };
    case 'review': {
      const action = { what: '张贴公约', owner: staff.engineer.staff.documentId, dueAt: promisedAt };
      return {
        courseOfEvents: '接报后约谈',
        rootCause: '隔音差',
        lessons: '及早约谈',
        preventiveActions: variant % 2 ? [action] : [],
        publishCase: variant % 3 === 0,
      };
    }
    case 'answer':
      return { answerText: '下月加装', way: 'phone' };
    case 'amend':
      return variant % 2
        ? { content: `楼上拍球${variant}`, reason: '更正' }
        : { category: known, demands: '请制止', reason: '更正' };
    case 'thank':
    case 'confirm-promise':
    case 'close-unreached':
    case 'archive':
    case 'attach':
      return {};
    default:
      return { reason: '双方和解' };
  }
};

const preventionInput = (action: string, variant: number, walk: WalkDesk): Record<string, unknown> => {
  const { staff, garden } = walk.world;
  const promisedAt = walk.later[variant % walk.later.length];
  const owner = staff[(['engineer', 'specialist', 'supervisor', 'receptionist'] as const)[variant % 4]];
  const plan = { what: '张贴公约', owner: owner.staff.documentId, promisedAt };
  switch (action) {
    case 'plan':
      return { community: garden.documentId, ...plan };
    case 'done':
      return { doneText: '已张贴' };
    case 'reassign':
      return { owner: owner.staff.documentId, reason: '调班' };
    case 'repromise':
      return { promisedAt, reason: '等印刷' };
    case 'reconsider':
      return plan;
    case 'amend':
      return { what: `张贴公约${variant}`, reason: '更正' };
    default:
      return { reason: '不再需要' };
  }
};

/** What was done, and a complaint that came nevertheless. */
const recurred = async (walk: WalkDesk) => {
  const { act, actors, later, world } = walk;
  const community = world.garden.documentId;
  const owner = world.staff.engineer.staff.documentId;
  const done = await act('preventive-action', 'plan', actors.supervisor, {
    community,
    what: '张贴公约',
    owner,
    promisedAt: later[3],
  });
  await act('preventive-action', 'done', actors.supervisor, { doneText: '已张贴' }, done.documentId);
  const complaint = await act('complaint', 'lodge', actors.resident, lodged(walk, 0));
  const input = { community, recurrenceOf: done.documentId, recurrence: complaint.documentId };
  return act('preventive-action', 'recur', SYSTEM, input);
};

describe('random walks over complaints and what is done against them', () =>
  randomWalks({
    types: { complaint: 4, 'preventive-action': 1 },
    walks: 32,
    seldom: ['answer', 'thank', 'withdraw', 'dismiss', 'cancel'],
    handOvers: [
      ['specialist', 'supervisor'],
      ['supervisor', 'specialist'],
      ['engineer', 'specialist'],
    ],
    input: (type, action, variant, walk) =>
      type === 'complaint' ? complaintInput(action, variant, walk) : preventionInput(action, variant, walk),
    async begin(type, variant, walk) {
      known = await categoryOf(walk);
      const { act, actors } = walk;
      if (type === 'preventive-action')
        return variant % 2
          ? recurred(walk)
          : act(type, 'plan', actors.supervisor, preventionInput('plan', variant, walk));
      const nobody = 'anonymous' in lodged(walk, variant);
      const who = nobody ? actors.receptionist : [actors.receptionist, actors.resident, actors.token][variant % 3];
      const source = who === actors.receptionist ? { source: 'phone' } : {};
      return act(type, 'lodge', who, { ...lodged(walk, variant), ...source });
    },
  }));
