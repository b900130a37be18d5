import { atHour, later } from './time.mjs';

/** Who acknowledges the policy on which day and at which hour; one of the staff has not come round to it yet. */
const ACKNOWLEDGED = {
  manager: [0, 17.2],
  supervisor: [0, 16.1],
  receptionist: [1, 9.3],
  specialist: [1, 10.6],
  specialist2: [2, 14.4],
  engineer: [4, 8.9],
};

/**
 * The default policy comes into force before the first story of the desk: the supervisor goes through it, the manager
 * approves it, and nearly everybody says to have read it. A story each, for they wait for nobody.
 */
export function policyInForce(desk, timeline, from) {
  const { clock } = desk;
  const at = (day, hour) => atHour(clock, from, hour, day);
  let documentId;

  async function* written() {
    ({ documentId } = await desk.firstPolicy());
    await desk.policy('supervisor', 'edit', { public: true }, documentId);
    yield later(clock.now(), 40);
    await desk.policy('supervisor', 'submit', {}, documentId);
    yield at(0, 14.2);
    await desk.policy('manager', 'approve', {}, documentId);
    yield later(clock.now(), 12);
    await desk.policy('manager', 'promulgate', {}, documentId);
  }
  async function* acknowledged(who) {
    await desk.policy(who, 'acknowledge', {}, documentId);
  }
  timeline.add(at(0, 9.2), written());
  for (const [who, [day, hour]] of Object.entries(ACKNOWLEDGED)) timeline.add(at(day, hour), acknowledged(who));
}
