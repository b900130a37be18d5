import { complaintForm } from './complaints.mjs';
import { MATTERS } from './matters.mjs';
import { hours, inHours, later } from './time.mjs';

/**
 * What is open this morning: minutes before now at which each step was taken. The grave one has its hour running, one
 * promise waits to be confirmed, and what a preventive action was to stop has come again.
 */
const OPEN = [
  { matter: 0, steps: { lodge: -9 } },
  { matter: 3, steps: { lodge: -21 }, form: { kind: 'suggestion' }, text: '建议门岗给访客发临时胸牌，方便识别' },
  { matter: 1, severity: 'urgent', steps: { lodge: -38, classify: -27 } },
  {
    matter: 5,
    severity: 'major',
    steps: { lodge: -410, classify: -395, intervene: -360, force: -340, progress: -150 },
  },
  { matter: 2, severity: 'general', steps: { lodge: -300, classify: -285, progress: -120 } },
  { matter: 6, severity: 'general', steps: { lodge: -1500, classify: -1480, progress: -1300, propose: -45 } },
  { matter: 7, severity: 'general', steps: { lodge: -2900, classify: -2880, progress: -2700, resolve: -200 } },
  {
    matter: 4,
    severity: 'major',
    steps: { lodge: -3100, classify: -3090, intervene: -3060, force: -3050, progress: -2900, resolve: -330 },
  },
  {
    matter: 2,
    severity: 'general',
    steps: { lodge: -4400, classify: -4380, progress: -4200, resolve: -2900, heard: -1500 },
  },
  {
    matter: 7,
    severity: 'general',
    steps: { lodge: -5800, classify: -5780, progress: -5600, resolve: -4300, heard: -2900, review: -1200 },
  },
];

/** Lays the open complaints on the timeline. */
export const openComplaints = (desk, timeline, dice) => {
  const { end } = timeline;
  for (const each of OPEN) timeline.add(later(end, each.steps.lodge), story(desk, timeline, dice, each));
  timeline.add(later(end, -hours(24 * 12)), again(desk, dice));
};

/** What somebody does at a step. */
const take = ({ world, now, clock }, dice, act, matter, severity) => {
  const handler = world.staff.specialist2.documentId;
  const promisedAt = () => inHours(clock, later(now(), hours(44)), dice, 10, 17);
  const category = world.complaintCategories[matter.code].documentId;
  return {
    classify: () =>
      act('receptionist', 'classify', {
        severity,
        category,
        reason: severity === 'general' ? '影响单户，可由专员协调' : '涉及安全，须主管介入',
        ...(severity === 'general' && { handler, promisedAt: promisedAt() }),
      }),
    intervene: () => act('supervisor', 'intervene', { plan: matter.measures, handler, promisedAt: promisedAt() }),
    force: () =>
      act('supervisor', 'form-task-force', {
        leader: world.staff.supervisor.documentId,
        members: [handler],
        aim: matter.demands,
      }),
    progress: () => act('specialist2', 'progress', { message: matter.told, way: 'phone' }),
    propose: () =>
      act('specialist2', 'progress', {
        message: '施工队负责人明天才到，想多要一天',
        way: 'phone',
        promisedAt: later(promisedAt(), hours(24)),
        reason: '施工队负责人明天到场',
      }),
    resolve: () => act('specialist2', 'resolve', { result: matter.result, measures: matter.measures }),
    heard: () => act('specialist', 'follow-up', { outcome: 'satisfied', ratingOverall: 4 }),
    review: () =>
      act('supervisor', 'review', {
        courseOfEvents: `接到反映后当天了解情况。${matter.told}。`,
        rootCause: matter.cause,
        lessons: matter.lesson,
        preventiveActions: [{ what: matter.prevention, owner: handler, dueAt: later(now(), hours(24 * 6)) }],
      }),
  };
};

async function* story(desk, timeline, dice, { matter: index, severity, steps, form, text }) {
  const matter = MATTERS[index];
  const taken = complaintForm(desk, dice, text ?? matter.text, { demands: matter.demands, ...form });
  const { documentId } = await desk.complaint('receptionist', 'lodge', taken);
  const act = (who, action, input) => desk.complaint(who, action, input, documentId);
  const takes = take(desk, dice, act, matter, severity);
  for (const [name, minutes] of Object.entries(steps)) {
    if (name === 'lodge') continue;
    yield later(timeline.end, minutes);
    await takes[name]();
  }
}

/** Complained of, put right and prevented; and this week it is there again. */
async function* again(desk, dice) {
  const { world, now } = desk;
  const matter = MATTERS[0];
  const home = dice.pick(world.households);
  const lodge = async () => {
    const form = complaintForm(desk, dice, matter.text, { home, demands: matter.demands });
    const { documentId } = await desk.complaint('receptionist', 'lodge', form);
    const act = (who, action, input) => desk.complaint(who, action, input, documentId);
    return { documentId, takes: take(desk, dice, act, matter, 'general'), act };
  };
  const first = await lodge();
  for (const [name, wait] of Object.entries({ classify: 12, progress: 200, resolve: 600, heard: 300, review: 400 })) {
    yield later(now(), wait);
    await first.takes[name]();
  }
  yield later(now(), 200);
  await first.act('specialist', 'archive', {});
  const [prevention] = await desk.preventionsOf(first.documentId);
  yield later(now(), hours(24 * 2));
  await desk.prevention('specialist2', 'done', { doneText: '公约已张贴' }, prevention.documentId);
  yield later(now(), hours(24 * 5));
  const second = await lodge();
  for (const [name, wait] of Object.entries({ classify: 10, progress: 150 })) {
    yield later(now(), wait);
    await second.takes[name]();
  }
  yield later(now(), 400);
  await second.takes.resolve();
}
