import { callOf, completion, workerFor, workerInput } from './calls.mjs';
import * as words from './repairs.mjs';
import { atHour, halfHour, hours, inHours, later } from './time.mjs';

/** How the repairs of the past went, by weight. */
const COURSES = {
  plain: 57,
  lateDispatch: 5,
  lateWork: 6,
  held: 5,
  heldTooLong: 2,
  repromised: 5,
  reassigned: 4,
  declined: 4,
  rework: 4,
  unreachable: 6,
  unreached: 2,
  cancelled: 4,
  duplicate: 2,
};

/** Days without trouble at the end, so that what is left over from the past is not overdue. */
const QUIET_DAYS = 7;

const FINE = { 5: 62, 4: 29, 3: 9 };
const POOR = { 3: 30, 2: 50, 1: 20 };
const marks = (dice, table) => ({
  ratingQuality: Number(dice.weighted(table)),
  ratingAttitude: Number(dice.weighted(FINE)),
  ratingOverall: Number(dice.weighted(table)),
});

/** One repair of the past from its call to its archive, going as `COURSES` has it. */
export async function* pastRepair(desk, timeline, dice, given = {}) {
  const { clock, now } = desk;
  const quiet = later(now(), hours(24 * QUIET_DAYS)) > timeline.end;
  const course = quiet ? 'plain' : dice.weighted(COURSES);
  const call = given.call ?? callOf(desk, dice, given);
  const { documentId, front } = given.ticket ?? (yield* open(desk, dice, call, given));
  const act = (who, action, input = {}) => desk.ticket(who, action, input, documentId);

  if (dice.chance(0.04)) {
    yield later(now(), dice.between(1, 3));
    await act(front, 'amend', {
      contactTelephone: call.asked.contactTelephone,
      description: `${call.asked.description}（已核对联系方式）`,
      reason: '与报修人核对后更正',
    });
  }
  if (course === 'cancelled') {
    yield later(now(), dice.between(3, 13));
    const byResident = given.login && dice.chance(0.5);
    return act(byResident ? given.login : 'supervisor', 'cancel', { reason: dice.pick(words.CANCEL_REASONS) });
  }
  if (course === 'duplicate') timeline.add(later(now(), dice.between(20, 200)), repeated(desk, dice, call, documentId));

  const worker = workerFor(dice, call.code, { contractor: !given.login && dice.chance(0.45) });
  yield* work(desk, dice, call, { act, worker, front, course, quiet });
  if (given.login && dice.chance(0.7)) {
    yield inHours(clock, later(now(), dice.between(10, 90)), dice, 7, 22);
    await act(given.login, 'rate', { outcome: 'satisfied', ...marks(dice, FINE), words: dice.pick(words.PRAISE) });
  }
  if (course === 'rework') {
    yield inHours(clock, later(now(), dice.between(90, hours(16))), dice);
    await act('specialist2', 'follow-up', {
      outcome: 'unsatisfied',
      ...marks(dice, POOR),
      reason: dice.pick(words.UNSATISFIED),
    });
    yield* work(desk, dice, call, {
      act,
      worker: { engineer: dice.pick(['engineer', 'engineer2']) },
      front,
      course: 'plain',
    });
  }
  if (yield* revisit(desk, dice, { act, worker, course, quiet })) return;
  yield inHours(
    clock,
    later(now(), dice.chance(quiet ? 0 : 0.04) ? hours(dice.between(74, 90)) : hours(dice.between(2, 46))),
    dice
  );
  await act(dice.chance(0.6) ? 'specialist' : 'specialist2', 'archive');
}

/** Comes in by telephone, at the counter, or by the front end; in the end it is accepted. */
async function* open(desk, dice, call, { login }) {
  const front = dice.chance(0.88) ? 'receptionist' : 'specialist2';
  const wished = dice.chance(0.08)
    ? { wishedFor: atHour(desk.clock, desk.now(), dice.pick([10, 14, 19]), dice.pick([1, 2])) }
    : {};
  if (!login && !dice.chance(0.14)) {
    const { documentId } = await desk.ticket(front, 'register', {
      ...call.asked,
      ...wished,
      source: call.source,
      priority: call.priority,
    });
    call.wishedFor = wished.wishedFor;
    return { documentId, front };
  }
  const { documentId } = await desk.ticket(login ?? 'app', 'submit', { ...call.asked, ...wished });
  call.wishedFor = wished.wishedFor;
  yield later(desk.now(), dice.chance(0.07) ? dice.between(33, 75) : dice.between(2, 24));
  await desk.ticket(front, 'accept', { priority: call.priority }, documentId);
  return { documentId, front };
}

/** The second call about the same thing. */
async function* repeated(desk, dice, call, original) {
  const { household: _, ...same } = call.asked;
  const home = dice.pick(desk.world.households);
  const other = call.asked.publicPlace
    ? {
        household: home.documentId,
        reporterName: home.residents[0].name,
        contactTelephone: home.residents[0].telephone,
      }
    : { household: call.asked.household };
  const { documentId } = await desk.ticket('receptionist', 'register', {
    ...same,
    ...other,
    description: `催问：${call.asked.description}`,
    source: 'phone',
    priority: call.priority,
  });
  yield later(desk.now(), dice.between(3, 12));
  await desk.ticket('supervisor', 'cancel', { reason: words.DUPLICATE_REASON, duplicateOf: original }, documentId);
}

/** The time promised: by category and priority, in waking hours, never later than article 9 allows. */
function promiseOf({ clock, now }, dice, call) {
  if (call.priority === 'urgent') return later(now(), dice.pick([120, 180, 240]));
  if (call.wishedFor > later(now(), 60)) return call.wishedFor;
  const usual = halfHour(later(now(), hours(dice.pick([4, 6, 8, 20]))));
  if (usual >= atHour(clock, now(), 7) && usual <= atHour(clock, now(), 19.5)) return usual;
  const tomorrow = atHour(clock, now(), dice.pick([11, 12]), 1);
  const latest = halfHour(later(now(), hours(24)));
  return tomorrow < latest ? tomorrow : latest;
}

/** From dispatch to completion. */
async function* work(desk, dice, call, { act, worker, front, course, quiet }) {
  const { clock, now } = desk;
  yield later(now(), course === 'lateDispatch' ? dice.between(18, 95) : dice.between(1, 12));
  let { engineer } = worker;
  const dispatcher = worker.contractor ? 'specialist' : front;
  let promised = promiseOf(desk, dice, call);
  const far = !quiet && call.priority === 'ordinary' && dice.chance(0.04);
  if (far) promised = atHour(clock, now(), 15, 3);
  await act(dispatcher, 'dispatch', {
    ...workerInput(desk, worker),
    promisedAt: promised,
    ...(far && { agreement: dice.pick(words.AGREEMENTS) }),
  });

  if (engineer && course === 'declined') {
    yield later(now(), dice.between(4, 25));
    await act(engineer, 'decline', { reason: dice.pick(words.DECLINE_REASONS) });
    engineer = engineer === 'engineer' ? 'engineer2' : 'engineer';
    yield later(now(), dice.between(2, 12));
    promised = new Date(Math.max(promised.getTime(), later(now(), 120).getTime()));
    await act(front, 'dispatch', {
      ...workerInput(desk, { engineer }),
      promisedAt: promised,
      agreement: dice.pick(words.TOLD),
    });
  }
  if (engineer && course === 'reassigned') {
    yield later(now(), dice.between(10, 50));
    engineer = engineer === 'engineer' ? 'engineer2' : 'engineer';
    await act('specialist', 'reassign', {
      ...workerInput(desk, { engineer }),
      reason: dice.pick(words.REASSIGN_REASONS),
    });
  }
  const hand = engineer ?? 'specialist';
  // In waking hours, but in time for the promise.
  const byDay = (at, spare) => before(promised, inHours(clock, at, dice, 8, 20), spare);
  const left = () => (promised.getTime() - now().getTime()) / 60_000;

  const soon =
    call.priority === 'urgent' ? dice.between(8, dice.chance(0.12) ? 45 : 26) : dice.between(0.1, 0.6) * left();
  yield call.priority === 'urgent' ? later(now(), soon) : byDay(later(now(), soon), 40);
  await act(hand, 'start');

  if (['held', 'heldTooLong', 'repromised'].includes(course)) {
    yield later(now(), dice.between(12, 30));
    await act(hand, 'hold', { reason: dice.pick(words.HOLD_REASONS) });
    if (course === 'repromised' && left() > 10) {
      yield byDay(later(now(), dice.between(0.1, 0.7) * left()), 8);
      promised = atHour(clock, promised, dice.pick([11, 15, 17]), dice.pick([1, 2]));
      await act(worker.contractor ? 'supervisor' : dice.pick(['specialist', 'supervisor']), 'repromise', {
        promisedAt: promised,
        reason: dice.pick(words.REPROMISE_REASONS),
        told: dice.pick(words.TOLD),
      });
    }
    yield course === 'heldTooLong'
      ? inHours(clock, later(promised, dice.between(60, hours(20))), dice, 8, 20)
      : byDay(later(now(), dice.between(0.3, 0.8) * left()), 25);
    await act(hand, 'resume');
  }
  const late = course === 'lateWork' || left() < 1;
  yield late
    ? inHours(clock, later(promised, dice.between(12, hours(9))), dice, 8, 20.5)
    : later(now(), Math.min(dice.between(15, 110), left() * 0.9));
  await act(hand, 'complete', completion(call));
}

/** The instant itself, or the last one that still keeps a promise by this many minutes. */
const before = (promised, at, minutes) => (at < later(promised, -minutes) ? at : later(promised, -minutes));

/** The call after completion. Answers true when the ticket was closed without having reached anybody. */
async function* revisit({ clock, now }, dice, { act, worker, course, quiet }) {
  const done = now();
  const caller = worker.contractor
    ? 'specialist2'
    : dice.weighted({ specialist: 55, specialist2: 35, receptionist: 10 });
  const late = !quiet && dice.chance(0.05);
  const tries = course === 'unreached' ? 3 : course === 'unreachable' ? dice.whole(1, 2) : 0;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    yield course === 'unreached'
      ? later(atHour(clock, done, dice.between(9, 17), attempt + 1), 0)
      : inHours(clock, later(now(), dice.between(60, 180)), dice);
    await act(caller, 'follow-up', { outcome: 'unreachable', words: dice.pick(words.UNREACHED) });
  }
  if (course === 'unreached') {
    yield later(now(), dice.between(20, 90));
    await act('supervisor', 'close-unreached');
    return true;
  }
  const reached = inHours(clock, later(now(), dice.between(50, hours(9))), dice);
  const limit = later(done, hours(23.4));
  yield late ? inHours(clock, later(done, hours(dice.between(25, 34))), dice) : new Date(Math.min(reached, limit));
  const satisfied = marks(dice, FINE);
  const comment = dice.chance(0.45)
    ? { words: dice.pick(satisfied.ratingOverall > 3 ? words.PRAISE : words.MILD) }
    : {};
  await act(caller, 'follow-up', { outcome: 'satisfied', ...satisfied, ...comment });
  return false;
}
