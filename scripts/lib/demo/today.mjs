import { callOf, completion, workerInput } from './calls.mjs';
import { hours, later } from './time.mjs';

/**
 * An ordinary morning. Each story is a list of steps: minutes before now (negative), who, what, and what is entered.
 * `due` is minutes from now; `firm` and `to` name who goes.
 */
const at = (minutes, who, action, more = {}) => ({ minutes, who, action, ...more });
const call = (minutes, more = {}) => at(minutes, 'receptionist', 'register', more);
const send = (minutes, to, due, more = {}) => at(minutes, 'receptionist', 'dispatch', { to, due, ...more });
const fine = { outcome: 'satisfied', ratingQuality: 5, ratingAttitude: 5, ratingOverall: 5 };

const MORNING = {
  submitted: [
    { code: 'plumbing', household: '2-1-302', steps: [at(-7, 'resident1', 'submit')] },
    { code: 'access', steps: [at(-15, 'app', 'submit')] },
    { code: 'drains', steps: [at(-3, 'app', 'submit')] },
  ],
  accepted: [
    { code: 'doors', steps: [call(-1)] },
    { code: 'drains', priority: 'urgent', steps: [call(-2)] },
    { code: 'lighting', steps: [call(-48)] },
    {
      code: 'doors',
      steps: [
        call(-130),
        send(-121, 'engineer2', 300),
        at(-3, 'engineer2', 'decline', { input: { reason: '手上紧急抢修走不开，请改派' } }),
      ],
    },
    // Done yesterday, and the owner is not satisfied.
    {
      code: 'plumbing',
      steps: [
        call(-1500),
        send(-1490, 'engineer', -1200),
        at(-1400, 'engineer', 'start'),
        at(-1330, 'engineer', 'complete'),
        at(-4, 'specialist', 'follow-up', {
          input: {
            outcome: 'unsatisfied',
            ratingQuality: 2,
            ratingAttitude: 4,
            ratingOverall: 2,
            reason: '修好当天又出现同样的问题',
          },
        }),
      ],
    },
  ],
  dispatched: [
    { code: 'plumbing', priority: 'urgent', steps: [call(-12), send(-9, 'engineer', 210)] },
    { code: 'drains', steps: [call(-70), send(-62, 'engineer2', 175)] },
    { code: 'access', steps: [call(-101), send(-93, 'engineer', 350)] },
    { code: 'doors', steps: [call(-1150), send(-1141, 'engineer2', 290)] },
    { code: 'lighting', steps: [call(-55), send(-47, 'engineer', 480)] },
    { code: 'lift', steps: [call(-160), at(-150, 'specialist', 'dispatch', { firm: '安捷电梯维保公司', due: 260 })] },
  ],
  inProgress: [
    { code: 'plumbing', steps: [call(-190), send(-181, 'engineer', 90), at(-33, 'engineer', 'start')] },
    { code: 'drains', steps: [call(-140), send(-133, 'engineer2', 130), at(-22, 'engineer2', 'start')] },
    {
      code: 'drains',
      priority: 'urgent',
      steps: [call(-66), send(-61, 'engineer2', 400), at(-40, 'engineer2', 'start')],
    },
    { code: 'plumbing', steps: [call(-1470), send(-1462, 'engineer', -75), at(-130, 'engineer', 'start')] },
    {
      code: 'access',
      household: '3-2-501',
      steps: [
        at(-1260, 'resident2', 'submit'),
        at(-1248, 'receptionist', 'accept'),
        send(-1240, 'engineer', 150),
        at(-15, 'engineer', 'start'),
      ],
    },
  ],
  onHold: [
    {
      code: 'doors',
      steps: [
        call(-1310),
        send(-1302, 'engineer2', 120),
        at(-1200, 'engineer2', 'start'),
        at(-1170, 'engineer2', 'hold', { input: { reason: '等待配件到货，供应商答复今天送到' } }),
      ],
    },
    {
      code: 'plumbing',
      steps: [
        call(-1560),
        send(-1551, 'engineer', -300),
        at(-1450, 'engineer', 'start'),
        at(-1420, 'engineer', 'hold', { input: { reason: '需配合停水停电，等通知时间' } }),
        at(-900, 'specialist', 'repromise', {
          due: 1500,
          input: { reason: '需配合停水停电，已另行通知', told: '电话告知业主本人，业主同意' },
        }),
      ],
    },
  ],
  completed: [
    {
      code: 'plumbing',
      household: '2-1-302',
      steps: [
        at(-420, 'resident1', 'submit'),
        at(-409, 'receptionist', 'accept'),
        send(-403, 'engineer', 60),
        at(-300, 'engineer', 'start'),
        at(-240, 'engineer', 'complete'),
      ],
    },
    {
      code: 'drains',
      steps: [
        call(-200),
        send(-192, 'engineer2', 240),
        at(-120, 'engineer2', 'start'),
        at(-75, 'engineer2', 'complete'),
      ],
    },
    {
      code: 'plumbing',
      steps: [
        call(-1700),
        send(-1690, 'engineer', -1300),
        at(-1420, 'engineer', 'start'),
        at(-1330, 'engineer', 'complete'),
        at(-150, 'specialist', 'follow-up', { input: { outcome: 'unreachable', words: '电话无人接听' } }),
      ],
    },
    // The day is over and nobody has called.
    {
      code: 'doors',
      steps: [
        call(-1900),
        send(-1891, 'engineer2', -1200),
        at(-1600, 'engineer2', 'start'),
        at(-1518, 'engineer2', 'complete'),
      ],
    },
    // Called on three days in vain: the supervisor may close it.
    {
      code: 'access',
      steps: [
        call(-hours(94)),
        send(-hours(94) + 8, 'engineer', -hours(88)),
        at(-hours(91), 'engineer', 'start'),
        at(-hours(90), 'engineer', 'complete'),
        ...[72, 48, 24].map((ago) =>
          at(-hours(ago) + 20, 'specialist2', 'follow-up', { input: { outcome: 'unreachable', words: '手机关机' } })
        ),
      ],
    },
  ],
  confirmed: [
    {
      code: 'plumbing',
      steps: [
        call(-330),
        send(-322, 'engineer', 120),
        at(-260, 'engineer', 'start'),
        at(-200, 'engineer', 'complete'),
        at(-30, 'specialist', 'follow-up', { input: fine }),
      ],
    },
    {
      code: 'lighting',
      steps: [
        call(-hours(80)),
        send(-hours(80) + 9, 'engineer', -hours(70)),
        at(-hours(78), 'engineer', 'start'),
        at(-hours(77), 'engineer', 'complete'),
        at(-hours(70), 'specialist2', 'follow-up', { input: fine }),
      ],
    },
  ],
  ended: [
    {
      code: 'access',
      steps: [
        call(-290),
        send(-281, 'engineer', 60),
        at(-230, 'engineer', 'start'),
        at(-210, 'engineer', 'complete'),
        at(-90, 'specialist', 'follow-up', { input: fine }),
        at(-20, 'specialist', 'archive'),
      ],
    },
    {
      code: 'green',
      steps: [call(-110), at(-102, 'supervisor', 'cancel', { input: { reason: '核实后属市政绿化，已转告社区' } })],
    },
  ],
};

/** Lets the stories of this morning and of what was left from the days before begin. */
export function today(desk, timeline, dice) {
  const moment = (minutes) => later(timeline.end, minutes);
  for (const { steps, ...given } of Object.values(MORNING).flat()) {
    const about = { ...callOf(desk, dice, { source: 'phone', ...given }), priority: given.priority ?? 'ordinary' };
    timeline.add(moment(steps[0].minutes), play(about, steps));
  }

  async function* play(about, steps) {
    let documentId;
    for (const { minutes, who, action, to, firm, due, input = {} } of steps) {
      if (documentId) yield moment(minutes);
      const entered = {
        register: () => ({ ...about.asked, source: about.source, priority: about.priority }),
        submit: () => about.asked,
        dispatch: () => ({
          ...workerInput(desk, firm ? { contractor: firm } : { engineer: to }),
          promisedAt: moment(due),
          ...(due - minutes > hours(24) && { agreement: '业主同意' }),
        }),
        repromise: () => ({ ...input, promisedAt: moment(due) }),
        complete: () => completion(about),
      };
      const row = await desk.ticket(who, action, entered[action]?.() ?? input, documentId);
      documentId ??= row.documentId;
    }
  }
}
