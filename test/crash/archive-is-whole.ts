import type { TestDatabase } from '@harness';
import { parsed, readRows } from './inspect';

const OUT = ['lent', 'lost'];
const WAS_OUT = [...OUT, 'returned'];

/** A thing is with one person at a time, and what says that it is handed over or back is there as a whole. */
export const loansAreWhole = async (database: TestDatabase, wrong: string[]) => {
  const loans = await readRows(database, 'select * from pd_loans order by id');
  const looks = await readRows(
    database,
    "select reason from pd_access_log where record_type = 'plugin::property-desk.household' and reason like 'JY-%'"
  );
  const out = new Set<string>();
  for (const loan of loans) {
    const say = (what: string) => wrong.push(`${loan.number} is ${loan.state} ${what}`);
    const was = WAS_OUT.includes(loan.state);
    if (was !== Boolean(loan.lent_at) || was !== Boolean(loan.handed_over_by_id)) say('and not rightly handed over');
    const back = loan.state === 'returned';
    if (back !== Boolean(loan.returned_at) || back !== Boolean(loan.taken_back_by_id))
      say('and not rightly taken back');
    const logged = looks.filter(({ reason }) => String(reason).startsWith(`${loan.number} `)).length;
    if (logged !== (was && loan.item_type === 'household' ? 1 : 0)) say(`with ${logged} lines on the access log`);
    if (!OUT.includes(loan.state)) continue;
    if (out.has(loan.item_document_id)) say('and so is another loan of the same thing');
    out.add(loan.item_document_id);
  }
};

const LETTERS: Record<string, string> = {
  approve: 'bindingApproved',
  reject: 'bindingRejected',
  unbind: 'bindingUnbound',
};

/**
 * An account has a home because one request of its own was approved; whoever was entered for it is there once, with
 * the home's story; and each answer went out in one letter.
 * @param entered the name of those who are entered by approvals
 */
export const bindingsAreWhole = async (database: TestDatabase, wrong: string[], entered: string) => {
  const bindings = await readRows(
    database,
    `select b.*, r.id as there, r.user_id as tied, r.verified from pd_bindings b
     left join pd_residents r on r.id = b.resident_id order by b.id`
  );
  for (const { number, state, resident_id: resident, there, tied, user_id: user, verified } of bindings) {
    const was = ['approved', 'unbound'].includes(state);
    if (was !== Boolean(resident) || (was && !there)) wrong.push(`${number} is ${state} with the resident ${resident}`);
    if (state === 'approved' && (tied !== user || !verified)) wrong.push(`${number} is approved and ties nobody`);
    if (state === 'unbound' && tied !== null) wrong.push(`${number} is unbound and still ties somebody`);
  }
  const residents = await readRows(
    database,
    `select r.document_id, r.user_id, r.household_id,
       (select count(*) from pd_bindings b where b.resident_id = r.id) as requests
     from pd_residents r where r.name = '${entered}' order by r.id`
  );
  const told = (await readRows(database, "select input from pd_events where action = 'add-resident'")).map(
    ({ input }) => parsed(input).record.documentId as string
  );
  const ties = new Set<string>();
  for (const { document_id: id, user_id: user, household_id: home, requests } of residents) {
    if (Number(requests) !== 1) wrong.push(`resident ${id} was entered for ${requests} requests`);
    if (told.filter((each) => each === id).length !== 1) wrong.push(`resident ${id} is not told of once`);
    if (user === null) continue;
    if (ties.has(`${user} ${home}`)) wrong.push(`account ${user} has the home ${home} twice`);
    ties.add(`${user} ${home}`);
  }
  const events = await readRows(database, "select * from pd_events where case_type = 'binding'");
  const keys = (await readRows(database, "select key from pd_outbox where case_type = 'binding'")).map(
    ({ key }) => key as string
  );
  for (const { document_id: id, action, case_number: number } of events) {
    const letters = keys.filter((key) => key.startsWith(`${id}:${LETTERS[action]}#`)).length;
    if (letters !== (LETTERS[action] ? 1 : 0)) wrong.push(`${letters} letters of ${action} of ${number}`);
  }
};
