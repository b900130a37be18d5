import { IN_PUBLIC, QUESTIONS } from './repairs.mjs';
import { pastRepair } from './past.mjs';
import { hours, inHours, later } from './time.mjs';

/** The form of a question from somebody who lives here. */
function asked({ world, now }, dice, question, minutes, handler) {
  const home = dice.pick(world.households);
  const [who] = home.residents;
  return {
    community: world.community.documentId,
    household: home.documentId,
    question,
    reporterName: who.name,
    contactTelephone: who.telephone,
    promisedAt: later(now(), minutes),
    ...(handler && { handler: world.staff[handler].documentId }),
  };
}

/** The inquiries of the past that were not simply answered in time. */
const COURSES = {
  4: 'convert',
  7: 'cancel',
  10: 'late',
  13: 'convert',
  15: 'repromise',
  17: 'reassign',
  19: 'cancel',
  22: 'convert',
};

/** How many inquiries lie in the past. */
export const PAST_INQUIRIES = 25;

/** One inquiry of the past: answered as a rule, sometimes late, handed on, cancelled, or in truth a repair. */
export async function* pastInquiry(desk, timeline, dice, index) {
  const { clock, now } = desk;
  const [question, answer] = QUESTIONS[index % QUESTIONS.length];
  const course = COURSES[index] ?? 'answer';
  const [publicPlace, repair] = IN_PUBLIC.lighting[index % IN_PUBLIC.lighting.length];
  const text = course === 'convert' ? `${publicPlace}${repair.text}，这个归谁管？` : question;
  const form = asked(desk, dice, text, hours(dice.pick([2, 4, 6])));
  const { documentId } = await desk.inquiry('receptionist', 'ask', form);
  const act = (who, action, input) => desk.inquiry(who, action, input, documentId);
  yield later(now(), dice.between(15, 80));
  if (course === 'convert') {
    const { convertedTo, reporterName } = await act('receptionist', 'convert', {
      category: desk.world.categories.lighting.documentId,
      publicPlace,
      description: repair.text,
    });
    const ticket = { ...(await desk.ticketNumbered(convertedTo)), front: 'receptionist' };
    const call = {
      code: 'lighting',
      repair,
      priority: 'ordinary',
      cost: 0,
      asked: { ...form, reporterName, description: repair.text },
    };
    return timeline.add(now(), pastRepair(desk, timeline, dice, { call, ticket }));
  }
  if (course === 'cancel') return act('supervisor', 'cancel', { reason: '来电人已从公告中得到答复' });
  let who = 'receptionist';
  if (course === 'repromise')
    await act('specialist', 'repromise', {
      promisedAt: later(now(), hours(26)),
      reason: '需与财务核对后答复',
      told: '电话告知，来电人同意',
    });
  if (course === 'reassign') {
    who = 'specialist2';
    await act('supervisor', 'reassign', {
      handler: desk.world.staff.specialist2.documentId,
      reason: '由负责该事项的专员答复',
    });
  }
  yield course === 'late'
    ? inHours(clock, later(now(), hours(dice.between(7, 20))), dice)
    : later(now(), dice.between(10, 35));
  await act(who, 'answer', { answer, way: dice.pick(['phone', 'phone', 'chat', 'counter', 'visit']) });
}

/** What is still to be answered now, as minutes: asked ago, promised from now; the last one is overdue. */
const OPEN = [
  ['receptionist', -70, 95, 4],
  ['receptionist', -25, 215, 9],
  ['specialist2', -180, 150, 3],
  ['specialist', -1320, 300, 10],
  ['receptionist', -300, -35, 1],
];

/** The inquiries that are open at the end. */
export const openInquiries = (desk, timeline, dice) => {
  for (const [handler, ago, due, index] of OPEN) {
    timeline.add(later(timeline.end, ago), ask(handler, due - ago, index));
  }
  async function* ask(handler, minutes, index) {
    await desk.inquiry('receptionist', 'ask', asked(desk, dice, QUESTIONS[index][0], minutes, handler));
  }
};
