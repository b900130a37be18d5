import { TEXTS } from './notice-texts.mjs';
import { atHour, halfHour, hours, later } from './time.mjs';

const ALL = ['1', '2', '3'];
const BOARD = ['portal', 'board'];

/**
 * What was put up in the past: days before today and hours of the office's clock. `drafted` the draft, `goes` where the
 * clock publishes it, `from` and `to` what the text speaks of, `until` when it runs out, `posted` hours from its
 * publication to each board, `read` the share of residents who read it.
 */
const PAST = [
  { text: 'officeHours', kind: 'general', drafted: [-89, 9.4], channels: BOARD, pinned: true, read: 0.31 },
  { text: 'payment', kind: 'payment', drafted: [-84, 10.1], to: [-64, 18], until: [-64, 23], read: 0.4, mail: true },
  {
    text: 'pests',
    kind: 'reminder',
    drafted: [-78, 14.2],
    from: [-75, 9],
    to: [-75, 11.5],
    until: [-75, 18],
    read: 0.28,
  },
  {
    text: 'waterOutage',
    kind: 'outage',
    drafted: [-70, 9.6],
    goes: [-69, 8],
    from: [-68, 9],
    to: [-68, 17],
    until: [-68, 20],
    read: 0.52,
    mail: true,
    pinned: true,
  },
  {
    text: 'market',
    kind: 'activity',
    drafted: [-63, 11],
    from: [-56, 14],
    to: [-56, 17.5],
    until: [-56, 18],
    read: 0.24,
  },
  // Hung up a day late.
  {
    text: 'lift',
    kind: 'outage',
    drafted: [-52, 15.3],
    from: [-48, 9],
    to: [-48, 17],
    until: [-48, 18],
    buildings: ['2'],
    posted: [29],
    read: 0.19,
  },
  { text: 'income', kind: 'disclosure', drafted: [-46, 10.5], goes: [-45, 9], until: [-25, 18], read: 0.35 },
  {
    text: 'typhoon',
    kind: 'emergency',
    drafted: [-39, 9.1],
    urgent: 'supervisor',
    from: [-38, 18],
    until: [-37, 20],
    read: 0.61,
    mail: true,
  },
  { text: 'renovation', kind: 'reminder', drafted: [-34, 16], read: 0.15 },
  // The wrong day stood in it: the correction took it down.
  {
    text: 'powerOutage',
    kind: 'outage',
    drafted: [-24, 9.3],
    from: [-20, 9],
    to: [-20, 12],
    until: [-19, 20],
    buildings: ['1', '2'],
    read: 0.17,
    mail: true,
    corrected: { after: 5, reason: '停电日期有误，应为次日', from: [-19, 9], to: [-19, 12] },
  },
  { text: 'falling', kind: 'reminder', drafted: [-21, 10.2], read: 0.26, mail: true },
  {
    text: 'film',
    kind: 'activity',
    drafted: [-17, 14.5],
    from: [-12, 19],
    to: [-12, 21],
    until: [-12, 22],
    read: 0.22,
    withdrawn: { after: 70, reason: '气象预报当晚有雨，活动改期，另行通知' },
  },
  {
    text: 'fund',
    kind: 'disclosure',
    drafted: [-13, 9.8],
    goes: [-12, 9],
    until: [6, 18],
    buildings: ['3'],
    read: 0.38,
  },
  { text: 'charging', kind: 'general', drafted: [-9, 10.7], read: 0.3, mail: true },
  {
    text: 'payment',
    kind: 'payment',
    drafted: [-6, 10.3],
    to: [14, 18],
    until: [14, 23],
    pinned: true,
    read: 0.27,
    mail: true,
  },
  {
    text: 'drill',
    kind: 'activity',
    drafted: [-4, 15.2],
    from: [3, 10],
    to: [3, 11],
    until: [3, 18],
    buildings: ['2'],
    read: 0.12,
  },
];

/** What is in hand this morning: minutes before now at which each step was taken. */
const OPEN = [
  // Out, and hanging on one of three boards.
  {
    text: 'tankCleaning',
    kind: 'outage',
    from: [2, 9],
    to: [2, 16],
    until: [2, 20],
    steps: { draft: -330, submit: -318, approve: -262, publish: -250, post: -95 },
    read: 0.08,
    mail: true,
    pinned: true,
  },
  {
    text: 'burst',
    kind: 'emergency',
    author: 'receptionist',
    to: 260,
    until: [1, 12],
    buildings: ['3'],
    steps: { draft: -28, urgently: -24 },
    read: 0.03,
  },
  {
    text: 'clinic',
    kind: 'activity',
    from: [9, 9],
    to: [9, 11.5],
    until: [9, 18],
    steps: { draft: -96, submit: -71 },
    pinned: false,
  },
  { text: 'income', kind: 'disclosure', until: [25, 18], steps: { draft: -210, submit: -180 }, goes: [2, 9] },
  {
    text: 'garage',
    kind: 'general',
    from: [4, 8],
    to: [7, 20],
    until: [8, 8],
    goes: [1, 9],
    steps: { draft: -1480, submit: -1460, approve: -1380 },
  },
  { text: 'pests', kind: 'reminder', from: [8, 9], to: [8, 11.5], until: [8, 18], steps: { draft: -50 } },
  {
    text: 'access',
    kind: 'general',
    author: 'receptionist',
    steps: { draft: -1700, submit: -1690, return: -1600 },
    reason: '切换日期与办理时段尚未与施工单位确定，确定后补充再报',
  },
  {
    text: 'film',
    kind: 'activity',
    from: [5, 19],
    to: [5, 21],
    steps: { draft: -2900, discard: -1500 },
    reason: '场地另有安排，本月不再举办',
  },
];

/** Lays the notices on the timeline; `read` is called with what was published and the share that reads it. */
export function notices(desk, timeline, dice, read) {
  const { clock, world } = desk;
  /** Day and hour, or minutes from now. */
  const at = (moment) =>
    Array.isArray(moment) ? atHour(clock, timeline.end, moment[1], moment[0]) : halfHour(later(timeline.end, moment));
  const said = (instant) => {
    const [, month, day] = clock.dayText(instant).split('-').map(Number);
    return `${month}月${day}日`;
  };
  const hour = (instant) => `${said(instant)}${clock.format(instant).slice(11)}`;
  const lastMonth = (instant) => {
    const [year, month] = clock.dayText(instant).split('-').map(Number);
    return month === 1 ? `${year - 1}年12月` : `${year}年${month - 1}月`;
  };

  /** The words of a text with its moments. */
  const words = (each) => {
    const from = each.from && at(each.from);
    const to = each.to && at(each.to);
    return TEXTS[each.text]({
      on: (from ?? to) && said(each.text === 'market' ? later(from, -hours(48)) : (from ?? to)),
      from: from && hour(from),
      to: to && hour(to),
      month: lastMonth(desk.now()),
    });
  };
  const content = (each) => ({
    community: world.community.documentId,
    kind: each.kind,
    ...words(each),
    channels: each.channels ?? [...BOARD, ...(each.mail ? ['mail'] : [])],
    pinned: each.pinned ?? false,
    ...(each.buildings && { buildings: each.buildings.map((code) => world.buildings[code].documentId) }),
    ...(each.goes && { publishAt: at(each.goes) }),
    ...(each.until && { expiresAt: at(each.until) }),
  });
  const boards = (each) => (each.buildings ?? ALL).map((code) => world.buildings[code].documentId);

  /** Hung up building by building, as long as it is out. */
  async function* hang(documentId, each) {
    const issued = desk.now();
    for (const [index, building] of boards(each).entries()) {
      const after = each.posted?.[index] ?? dice.between(0.6, 1.6) + index * 0.5;
      yield later(issued, hours(after));
      await desk.notice('receptionist', 'record-posting', { building }, documentId);
    }
  }

  /** The clock takes it down. */
  async function* runOut(each) {
    yield later(at(each.until), 0.1);
    await desk.onTime();
  }

  /** All that follows once it is out; each goes its own way. */
  const isOut = (documentId, each, until = each.until) => {
    timeline.add(desk.now(), hang(documentId, each));
    if (until) timeline.add(desk.now(), runOut({ until }));
    read(documentId, each.read);
  };

  async function* approved(documentId, author) {
    yield later(desk.now(), dice.between(12, 40));
    await desk.notice(author, 'submit', {}, documentId);
    yield later(desk.now(), dice.between(35, 160));
    await desk.notice('supervisor', 'approve', {}, documentId);
  }

  async function* past(each) {
    const author = each.author ?? 'specialist2';
    const { documentId } = await desk.notice(author, 'draft', content(each));
    if (each.urgent) {
      yield later(desk.now(), 6);
      await desk.notice(each.urgent, 'publish-urgently', {}, documentId);
      isOut(documentId, each);
      yield later(desk.now(), 21);
      await desk.notice('manager', 'confirm', {}, documentId);
      return;
    }
    yield* approved(documentId, author);
    if (each.goes) {
      yield later(at(each.goes), 0.1);
      await desk.onTime();
    } else {
      yield later(desk.now(), dice.between(4, 30));
      await desk.notice(author, 'publish', {}, documentId);
    }
    isOut(documentId, each, each.withdrawn || each.corrected ? undefined : each.until);
    if (each.withdrawn) {
      yield later(desk.now(), hours(each.withdrawn.after));
      await desk.notice('supervisor', 'withdraw', { reason: each.withdrawn.reason }, documentId);
    }
    if (each.corrected) yield* corrected(documentId, each, author);
  }

  /** Another draft with the right words; publishing it takes the wrong one down. */
  async function* corrected(wrong, each, author) {
    const { after, reason, from, to } = each.corrected;
    yield later(desk.now(), hours(after));
    await desk.notice(author, 'supersede', { reason }, wrong);
    const { documentId } = await desk.correctionOf(wrong);
    yield later(desk.now(), 5);
    const right = { ...each, from, to };
    await desk.notice(author, 'edit', words(right), documentId);
    yield* approved(documentId, author);
    yield later(desk.now(), 3);
    await desk.notice(author, 'publish', {}, documentId);
    isOut(documentId, { ...right, read: 0.44 });
  }

  async function* open(each) {
    const author = each.author ?? 'specialist2';
    let documentId;
    const takes = {
      draft: async () => ({ documentId } = await desk.notice(author, 'draft', content(each))),
      submit: () => desk.notice(author, 'submit', {}, documentId),
      approve: () => desk.notice('supervisor', 'approve', {}, documentId),
      return: () => desk.notice('supervisor', 'return', { reason: each.reason }, documentId),
      discard: () => desk.notice(author, 'discard', { reason: each.reason }, documentId),
      publish: () => desk.notice(author, 'publish', {}, documentId),
      urgently: () => desk.notice('manager', 'publish-urgently', {}, documentId),
      post: () => desk.notice('receptionist', 'record-posting', { building: boards(each)[0] }, documentId),
    };
    for (const [step, minutes] of Object.entries(each.steps)) {
      if (step !== 'draft') yield later(timeline.end, minutes);
      await takes[step]();
      if (step === 'publish' || step === 'urgently') read(documentId, each.read);
    }
  }

  for (const each of PAST) timeline.add(at(each.drafted), past(each));
  for (const each of OPEN) timeline.add(later(timeline.end, each.steps.draft), open(each));
}
