import { DISMISSED, MATTERS, PRAISES, SUGGESTIONS, WITHDRAWN } from './matters.mjs';
import { hours, inHours, later } from './time.mjs';

/** How many complaints lie in the past. */
export const PAST_COMPLAINTS = 36;

/** The complaints of the past that did not simply go their way, by their turn. */
const COURSES = {
  1: 'suggestion',
  3: 'moved',
  5: 'praise',
  7: 'lateHour',
  9: 'withdrawn',
  10: 'suggestion',
  12: 'anonymous',
  14: 'unsatisfied',
  16: 'praise',
  18: 'dismissed',
  20: 'lowered',
  21: 'suggestion',
  22: 'unreached',
  24: 'praise',
  26: 'withdrawn',
  27: 'anonymous',
  29: 'suggestion',
  30: 'dismissed',
  31: 'praise',
  33: 'lateReply',
};

/** Those that become a case of the library. */
const TOLD = new Set([0, 2, 4, 6, 8, 11, 13, 15]);

/** What a caller says, at the desk or by another way. */
export const complaintForm = ({ world }, dice, text, more = {}) => {
  const home = more.home ?? dice.pick(world.households);
  const [who] = home.residents;
  const { home: _home, ...rest } = more;
  const known = rest.anonymous
    ? { publicPlace: '东门' }
    : { household: home.documentId, reporterName: who.name, contactTelephone: who.telephone };
  return {
    community: world.community.documentId,
    kind: 'complaint',
    content: text,
    source: 'phone',
    ...known,
    ...rest,
  };
};

/** Another home each time: who complains again has a story of their own. */
const homeOf = ({ households }, index) => households[(index * 37 + 11) % households.length];

/** One complaint of the past, from the first word to the archive. */
export async function* pastComplaint(desk, timeline, dice, index) {
  const { now, world } = desk;
  const course = COURSES[index] ?? 'plain';
  if (course === 'suggestion' || course === 'praise') return yield* heard(desk, dice, course, index);
  const matter = MATTERS[index % MATTERS.length];
  const form = complaintForm(desk, dice, matter.text, {
    home: homeOf(world, index),
    demands: matter.demands,
    source: dice.pick(['phone', 'phone', 'visit', 'chat']),
    ...(course === 'anonymous' && { anonymous: true }),
    ...(index % 5 === 0 && { evidence: [{ kind: 'material', description: '现场照片和录音' }] }),
    ...(index % 6 === 2 && { contactMail: `owner${index}@demo.local`, contactWay: 'mail' }),
  });
  const { documentId } = await desk.complaint('receptionist', 'lodge', form);
  const act = (who, action, input = {}) => desk.complaint(who, action, input, documentId);
  if (course === 'withdrawn') {
    yield later(now(), dice.between(12, 25));
    return act('receptionist', 'withdraw', { reason: WITHDRAWN[index % 2] });
  }
  if (course === 'dismissed') {
    yield later(now(), dice.between(8, 25));
    return act('supervisor', 'dismiss', { reason: DISMISSED[index % 2] });
  }
  yield later(now(), dice.between(5, 24));
  const way = course === 'anonymous' ? 'code' : form.contactWay === 'mail' ? 'mail' : 'phone';
  yield* taken(desk, dice, { act, matter, course, way });
  yield* closed(desk, dice, { act, matter, course, documentId, told: TOLD.has(index), index });
}

/** A suggestion is answered, praise is passed on. */
async function* heard(desk, dice, course, index) {
  const list = course === 'praise' ? PRAISES : SUGGESTIONS;
  const [text, more] = list[index % list.length];
  const praised = course === 'praise' && { praised: desk.world.staff[more].documentId };
  const form = complaintForm(desk, dice, text, { home: homeOf(desk.world, index), kind: course, ...praised });
  const { documentId } = await desk.complaint('receptionist', 'lodge', form);
  yield later(desk.now(), dice.between(10, 28));
  if (course === 'praise') return desk.complaint('supervisor', 'thank', {}, documentId);
  return desk.complaint('specialist2', 'answer', { answerText: more, way: 'phone' }, documentId);
}

/** In hours of work, and within the day that the article gives. */
const revisitedAt = ({ clock, now }, dice, soonest) => {
  const reached = inHours(clock, later(now(), hours(dice.between(soonest, 12))), dice);
  return new Date(Math.min(reached, later(now(), hours(23.4))));
};

/** Judged and handled until it is resolved. */
async function* taken(desk, dice, { act, matter, course, way }) {
  const { clock, now, world } = desk;
  const handler = world.staff.specialist2.documentId;
  const category = world.complaintCategories[matter.code].documentId;
  const promise = (days) => inHours(clock, later(now(), hours(24 * days)), dice, 10, 17);
  const grave = matter.grave || ['lateHour', 'lowered'].includes(course);
  const judged = { category, reason: grave ? '影响安全或面广，须主管介入' : '影响单户，可由专员协调' };
  if (!grave) {
    await act('receptionist', 'classify', { ...judged, severity: 'general', handler, promisedAt: promise(1.6) });
  } else {
    await act('receptionist', 'classify', { ...judged, severity: course === 'lowered' ? 'major' : 'urgent' });
    yield later(now(), course === 'lateHour' ? dice.between(70, 95) : dice.between(12, 45));
    if (course === 'lowered') {
      const lowered = { severity: 'general', reason: '核实后只涉及一户', handler, promisedAt: promise(1.6) };
      await act('manager', 'reclassify', lowered);
    } else {
      if (course === 'lateHour') await act('manager', 'decide', { decision: '主管立即到场，今日内拿出方案' });
      await act('supervisor', 'intervene', {
        plan: `${matter.measures}；当天向业主反馈`,
        handler,
        promisedAt: promise(1.8),
      });
      yield later(now(), dice.between(10, 40));
      await act('supervisor', 'form-task-force', {
        leader: world.staff.supervisor.documentId,
        members: [world.staff.specialist2.documentId, world.staff.engineer2.documentId],
        aim: matter.demands,
      });
    }
  }
  yield inHours(clock, later(now(), course === 'lateReply' ? hours(26) : dice.between(90, 300)), dice);
  if (course === 'moved') {
    await act('specialist2', 'progress', {
      message: `${matter.told}，另需一天协调`,
      way,
      promisedAt: promise(3),
      reason: '相关住户出差，约定回来后处理',
    });
    yield later(now(), dice.between(30, 120));
    await act('supervisor', 'confirm-promise');
  } else {
    await act('specialist2', 'progress', { message: matter.told, way });
  }
  yield inHours(clock, later(now(), hours(dice.between(6, 14))), dice, 8.6, 17);
  await act('specialist2', 'resolve', { result: matter.result, measures: matter.measures });
  if (course === 'unsatisfied') {
    yield revisitedAt(desk, dice, 3);
    await act('supervisor', 'follow-up', {
      outcome: 'unsatisfied',
      ratingOverall: 2,
      reason: '过了两天又出现',
      promisedAt: promise(1.5),
    });
    yield inHours(clock, later(now(), hours(dice.between(5, 20))), dice);
    await act('specialist2', 'resolve', { result: matter.result, measures: `${matter.measures}，并增加复查两次` });
  }
}

/** Revisited, reviewed with what is to be done, archived; what was to be done is done by its day. */
async function* closed(desk, dice, { act, matter, course, documentId, told, index }) {
  const { clock, now, world } = desk;
  if (course === 'unreached') {
    for (let day = 0; day < 3; day += 1) {
      yield inHours(clock, later(now(), day ? hours(24) : hours(3)), dice);
      await act('specialist', 'follow-up', { outcome: 'unreachable' });
    }
    yield later(now(), 60);
    await act('supervisor', 'close-unreached');
  } else {
    yield revisitedAt(desk, dice, 2);
    if (course === 'anonymous') await act('specialist', 'publish-result', { publicResult: matter.result });
    else
      await act('specialist', 'follow-up', {
        outcome: 'satisfied',
        ratingOverall: dice.pick([5, 5, 4, 4, 3]),
        words: '处理得还可以，谢谢跟进',
      });
  }
  yield inHours(clock, later(now(), hours(dice.between(4, 30))), dice);
  const owner = index % 2 ? 'specialist2' : 'engineer2';
  const dueAt = inHours(clock, later(now(), hours(24 * dice.whole(4, 9))), dice);
  await act('supervisor', 'review', {
    courseOfEvents: `接到反映后当天了解情况。${matter.told}。`,
    rootCause: matter.cause,
    lessons: matter.lesson,
    preventiveActions: [{ what: matter.prevention, owner: world.staff[owner].documentId, dueAt }],
    publishCase: told,
  });
  const [study] = await desk.studiesOf(documentId);
  yield inHours(clock, later(now(), hours(dice.between(2, 20))), dice);
  await act('specialist', 'archive');
  if (study) await desk.study('supervisor', 'confirm', { confirmed: true }, study.documentId);
  const [prevention] = await desk.preventionsOf(documentId);
  yield inHours(clock, later(dueAt, -hours(dice.between(20, 40))), dice);
  if (index % 11 === 10)
    await desk.prevention('supervisor', 'cancel', { reason: '已并入季度整改计划' }, prevention.documentId);
  else
    await desk.prevention(owner, 'done', { doneText: `${matter.prevention}，已落实并拍照存档` }, prevention.documentId);
}
