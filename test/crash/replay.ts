import type { TestDatabase } from '@harness';
import { millis, parsed, readRows, type Raw } from './inspect';

/** The case types that the load works on: what is owed in each state, where nothing is urgent and nothing was broken. */
const KINDS: {
  type: string;
  table: string;
  owed: Record<string, string[]>;
  /** The message of an action that tells exactly one person. */
  tells: { action: string; template: string };
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

/**
 * Replays the ledgers over every case and names whatever does not agree: a case without its events, an event that is
 * half there, a promise that nobody opened, a number that is missing, a message that was never written.
 */
export const disagreements = async (database: TestDatabase): Promise<string[]> => {
  const wrong: string[] = [];
  const events = grouped(await readRows(database, 'select * from pd_events order by id'), 'case_document_id');
  const promises = grouped(await readRows(database, 'select * from pd_obligations order by id'), 'case_document_id');
  const messages = await readRows(database, 'select * from pd_outbox order by id');

  const replay = ({ owed: allowed, tells }: (typeof KINDS)[number], row: Raw) => {
    const say = (what: string) => wrong.push(`${row.number} (${row.state}, revision ${row.revision}): ${what}`);
    const story = (events.get(row.document_id) ?? []).filter(({ action }) => action !== 'breach');
    events.delete(row.document_id);
    story.forEach((event, index) => {
      if (event.revision !== index + 1) say(`event ${index + 1} has revision ${event.revision}`);
      if ((event.from_state ?? null) !== (story[index - 1]?.to_state ?? null))
        say(`${event.action} starts from ${event.from_state}`);
      if (!parsed(event.input) || !event.actor_name) say(`${event.action} is not whole`);
    });
    if (story.length !== row.revision) say(`${story.length} events`);
    if (story.at(-1)?.to_state !== row.state) say(`the last event leads to ${story.at(-1)?.to_state}`);

    const known = new Set(story.map(({ document_id: id }) => id));
    const owed = promises.get(row.document_id) ?? [];
    promises.delete(row.document_id);
    const open = owed.filter(({ closed_at: closed }) => closed === null);
    if (open.map(({ what }) => what).join() !== allowed[row.state].join())
      say(`owes ${open.map(({ what }) => what).join()}`);
    const next = open.length ? Math.min(...open.map(({ due_at: due }) => millis(due)!)) : null;
    if (millis(row.due_at) !== next) say('its due time is not that of what is owed');
    for (const promise of owed) {
      if (!known.has(promise.opened_by)) say(`${promise.what} was opened by no event of it`);
      if (promise.closed_at !== null && (promise.outcome !== 'kept' || !known.has(promise.settled_by)))
        say(`${promise.what} was settled by no event of it`);
    }
    for (const event of story.filter(({ action }) => action === tells.action)) {
      const told = messages.filter(({ key }) => String(key).startsWith(`${event.document_id}:${tells.template}:`));
      if (told.length !== 1) say(`${told.length} messages of its ${tells.action}`);
    }
  };

  for (const kind of KINDS) {
    const { type, table } = kind;
    const cases = await readRows(database, `select * from ${table} order by id`);
    for (const each of cases) replay(kind, each);
    const numbers = cases.map(({ number }) => Number(String(number).slice(-4)));
    const gaps = numbers.filter((number, index) => number !== index + 1);
    if (gaps.length) wrong.push(`${type}: numbers out of turn: ${gaps.join()}`);
    const [{ value } = { value: 0 }] = await readRows(
      database,
      `select value from pd_sequences where key like '${type}:%' order by id desc`
    );
    if (Number(value) !== cases.length) wrong.push(`the sequence of ${type} stands at ${value} for ${cases.length}`);
  }
  await reviewsAreWhole(database, wrong);
  for (const id of events.keys()) wrong.push(`events of ${id}, which does not exist`);
  for (const id of promises.keys()) wrong.push(`promises on ${id}, which does not exist`);
  return wrong;
};
