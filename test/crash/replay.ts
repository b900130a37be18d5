import type { TestDatabase } from '@harness';
import { bindingsAreWhole, loansAreWhole } from './archive-is-whole';
import { millis, parsed, readRows, type Raw } from './inspect';

/** The case types that the load works on: what is owed in each state, where nothing is urgent and nothing was broken. */
const KINDS: {
  type: string;
  table: string;
  owed: Record<string, string[]>;
  /** The message of an action that tells exactly one person. */
  tells?: { action: string; template: string };
  /** What the clock settles soon after, or not yet. */
  soon?: string;
  /** Some of it each of many owes. */
  owedByMany?: boolean;
  /** The state in which what was still owed is void. */
  voidIn?: string;
  /** Not numbered through the company by day: replayed by itself. */
  numberedLater?: boolean;
}[] = [
  {
    type: 'ticket',
    table: 'pd_tickets',
    owed: {
      accepted: ['ticket.dispatch'],
      dispatched: ['ticket.complete'],
      in_progress: ['ticket.complete'],
      completed: ['ticket.followUp'],
      confirmed: ['ticket.archive'],
      archived: [],
    },
    tells: { action: 'dispatch', template: 'assigned' },
  },
  {
    type: 'complaint',
    table: 'pd_complaints',
    owed: {
      received: ['complaint.classify', 'complaint.firstReply'],
      handling: ['complaint.firstReply', 'complaint.resolve'],
      resolved: ['complaint.followUp'],
      confirmed: ['complaint.review'],
      reviewed: ['complaint.archive'],
      archived: [],
    },
    tells: { action: 'classify', template: 'complaintAssigned' },
  },
  {
    type: 'preventive-action',
    table: 'pd_preventive_actions',
    owed: { open: ['prevention.do'] },
    tells: { action: 'plan', template: 'planned' },
  },
  {
    type: 'policy',
    table: 'pd_policies',
    owed: {
      draft: [],
      submitted: ['policy.approve'],
      approved: [],
      effective: ['policy.acknowledge'],
      superseded: [],
    },
    tells: { action: 'submit', template: 'policySubmitted' },
    owedByMany: true,
    voidIn: 'superseded',
  },
  {
    type: 'notice',
    table: 'pd_notices',
    owed: {
      draft: [],
      submitted: ['notice.approve'],
      approved: [],
      published: ['notice.post'],
      withdrawn: [],
    },
    tells: { action: 'submit', template: 'noticeSubmitted' },
    voidIn: 'withdrawn',
    numberedLater: true,
  },
  {
    type: 'loan',
    table: 'pd_loans',
    owed: { requested: ['loan.decide'], approved: [], lent: ['loan.return'], returned: [] },
    tells: { action: 'approve', template: 'loanApproved' },
  },
  {
    type: 'binding',
    table: 'pd_bindings',
    owed: { pending: ['binding.decide'], approved: [], rejected: [], unbound: [] },
  },
  // What went out files itself; its copy is made later, and the one on paper is owed.
  {
    type: 'document',
    table: 'pd_documents',
    owed: { filed: ['document.paper'] },
    soon: 'document.electronic',
    numberedLater: true,
  },
];

/** The name of whoever asks to be tied to a home. */
export const APPLICANT = '陈晨';

/** Records that are no cases and have a story nevertheless. */
const STORIES = [
  'pd_households',
  'pd_communities',
  'pd_posts',
  'pd_staff_members',
  'pd_ticket_categories',
  'pd_complaint_categories',
  'pd_notice_templates',
];

const grouped = (rows: Raw[], by: string): Map<string, Raw[]> => {
  const groups = new Map<string, Raw[]>();
  for (const row of rows) groups.set(row[by], [...(groups.get(row[by]) ?? []), row]);
  return groups;
};

/** A review and the preventive actions that it sets going are there together or not at all. */
const reviewsAreWhole = async (database: TestDatabase, wrong: string[]) => {
  const alone = await readRows(
    database,
    `select c.number from pd_complaints c left join pd_preventive_actions a on a.complaint_id = c.id
     where c.state in ('reviewed', 'archived') and a.id is null`
  );
  for (const { number } of alone) wrong.push(`${number} was reviewed, and what was to be done is missing`);
};

/** A policy has all of its text and rules, one is in force in a community, and whatever gave way did so to another. */
const policiesAreWhole = async (database: TestDatabase, wrong: string[]) => {
  const parts = (table: string) => `(select count(*) from ${table} c where c.policy_id = p.id)`;
  const rules = parts('pd_policy_rules');
  const incomplete = await readRows(
    database,
    `select p.number from pd_policies p where ${parts('pd_policy_articles')} <> 17 or ${rules} < 20`
  );
  for (const { number } of incomplete) wrong.push(`${number} lacks articles or rules`);
  const several = await readRows(
    database,
    "select community_id from pd_policies where state = 'effective' group by community_id having count(*) > 1"
  );
  for (const { community_id: id } of several) wrong.push(`several policies are in force in community ${id}`);
  const orphans = await readRows(
    database,
    `select p.number from pd_policies p left join pd_policies n on n.supersedes_id = p.id
     where p.state = 'superseded' and n.id is null`
  );
  for (const { number } of orphans) wrong.push(`${number} was superseded by nothing`);
  const unowed = await readRows(
    database,
    `select a.id from pd_policy_acknowledgements a join pd_policies p on p.id = a.policy_id
     where not exists (select 1 from pd_events e where e.case_document_id = p.document_id and e.action = 'acknowledge')`
  );
  for (const { id } of unowed) wrong.push(`acknowledgement ${id} has no event`);
};

/** A notice that is or was out has its number, its boards and its mail; one that was not has none of them. */
const noticesAreWhole = async (database: TestDatabase, wrong: string[]) => {
  const notices = await readRows(
    database,
    `select n.*, (select count(*) from pd_notice_postings p where p.notice_id = n.id) as boards,
       (select count(*) from pd_outbox m where m.case_document_id = n.document_id and m.key like 'notice:%') as mails,
       (select count(*) from pd_residents r where r.agrees_to_mail and r.mail is not null) as agreed
     from pd_notices n order by n.id`
  );
  const given = new Map<string, number[]>();
  for (const { document_id: id, state, community_id: community, number, ...row } of notices) {
    const out = ['published', 'withdrawn'].includes(state);
    const [boards, mails, agreed] = [row.boards, row.mails, row.agreed].map(Number);
    if (out !== Boolean(number)) wrong.push(`notice ${id} is ${state} with the number ${number}`);
    if (boards !== (out ? Number(row.postings_total) : 0) || (out && boards === 0))
      wrong.push(`notice ${id} is ${state} on ${boards} boards`);
    if (mails !== (out ? agreed : 0)) wrong.push(`notice ${id} is ${state} with ${mails} mails`);
    if (!number) continue;
    const [, year, count] = /〔(\d{4})〕(\d+)号$/.exec(number) ?? [];
    const key = `notice:${community}:${year}`;
    given.set(key, [...(given.get(key) ?? []), Number(count)]);
  }
  const sequences = await readRows(database, "select key, value from pd_sequences where key like 'notice:%'");
  if (sequences.length !== given.size) wrong.push(`notices: ${sequences.length} sequences for ${given.size}`);
  for (const { key, value } of sequences) {
    const numbers = (given.get(key) ?? []).sort((one, other) => one - other);
    if (numbers.length !== Number(value) || numbers.some((number, index) => number !== index + 1))
      wrong.push(`${key} stands at ${value} for ${numbers.join()}`);
  }
};

/**
 * Replays the ledgers over every case and names whatever does not agree: a case without its events, an event that is
 * half there, a promise that nobody opened, a number that is missing, a message that was never written.
 */
export const disagreements = async (database: TestDatabase): Promise<string[]> => {
  const wrong: string[] = [];
  const events = grouped(await readRows(database, 'select * from pd_events order by id'), 'case_document_id');
  const promises = grouped(await readRows(database, 'select * from pd_obligations order by id'), 'case_document_id');
  const messages = await readRows(database, 'select * from pd_outbox order by id');

  const replay = ({ owed: allowed, soon, tells, owedByMany, voidIn }: (typeof KINDS)[number], row: Raw) => {
    const say = (what: string) =>
      wrong.push(`${row.number ?? row.document_id} (${row.state}, revision ${row.revision}): ${what}`);
    const story = (events.get(row.document_id) ?? []).filter(({ action }) => action !== 'breach');
    events.delete(row.document_id);
    story.forEach((event, index) => {
      if (event.revision !== index + 1) say(`event ${index + 1} has revision ${event.revision}`);
      if ((event.from_state ?? null) !== (story[index - 1]?.to_state ?? null))
        say(`${event.action} starts from ${event.from_state}`);
      // The name of a resident's account is the resident's own business, and in no event.
      const named = event.actor_kind === 'resident' ? !event.actor_name : event.actor_name;
      if (!parsed(event.input) || !named) say(`${event.action} is not whole`);
    });
    if (story.length !== row.revision) say(`${story.length} events`);
    if (story.at(-1)?.to_state !== row.state) say(`the last event leads to ${story.at(-1)?.to_state}`);

    const known = new Set(story.map(({ document_id: id }) => id));
    const owed = promises.get(row.document_id) ?? [];
    promises.delete(row.document_id);
    const open = owed.filter(({ closed_at: closed }) => closed === null);
    const kinds = open.map(({ what }) => what as string).filter((what) => what !== soon);
    if ((owedByMany ? [...new Set(kinds)] : kinds).join() !== allowed[row.state].join())
      say(`owes ${open.map(({ what }) => what).join()}`);
    const next = open.length ? Math.min(...open.map(({ due_at: due }) => millis(due)!)) : null;
    if (millis(row.due_at) !== next) say('its due time is not that of what is owed');
    for (const promise of owed) {
      if (!known.has(promise.opened_by)) say(`${promise.what} was opened by no event of it`);
      const gaveWay = row.state === voidIn && promise.outcome === 'void';
      if (promise.closed_at !== null && !gaveWay && (promise.outcome !== 'kept' || !known.has(promise.settled_by)))
        say(`${promise.what} was settled by no event of it`);
    }
    for (const event of story.filter(({ action }) => action === tells?.action)) {
      const told = messages.filter(({ key }) => String(key).startsWith(`${event.document_id}:${tells?.template}:`));
      if (told.length !== 1) say(`${told.length} messages of its ${event.action}`);
    }
  };

  for (const kind of KINDS) {
    const { type, table } = kind;
    const cases = await readRows(database, `select * from ${table} order by id`);
    for (const each of cases) replay(kind, each);
    if (kind.numberedLater) continue;
    const numbers = cases.map(({ number }) => Number(String(number).slice(-4)));
    const gaps = numbers.filter((number, index) => number !== index + 1);
    if (gaps.length) wrong.push(`${type}: numbers out of turn: ${gaps.join()}`);
    const [{ value } = { value: 0 }] = await readRows(
      database,
      `select value from pd_sequences where key like '${type}:%' order by id desc`
    );
    if (Number(value) !== cases.length) wrong.push(`the sequence of ${type} stands at ${value} for ${cases.length}`);
  }
  for (const table of STORIES)
    for (const { document_id: id } of await readRows(database, `select document_id from ${table}`)) events.delete(id);
  await reviewsAreWhole(database, wrong);
  await policiesAreWhole(database, wrong);
  await noticesAreWhole(database, wrong);
  await loansAreWhole(database, wrong);
  await bindingsAreWhole(database, wrong, APPLICANT);
  for (const id of events.keys()) wrong.push(`events of ${id}, which does not exist`);
  for (const id of promises.keys()) wrong.push(`promises on ${id}, which does not exist`);
  return wrong;
};
