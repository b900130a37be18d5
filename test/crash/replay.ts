import type { TestDatabase } from '@harness';
import { millis, parsed, readRows, type Raw } from './inspect';

/** What is owed on a ticket in each state, where nothing is urgent and nothing was broken. */
const OWED: Record<string, string[]> = {
  accepted: ['ticket.dispatch'],
  dispatched: ['ticket.complete'],
  in_progress: ['ticket.complete'],
  completed: ['ticket.followUp'],
  confirmed: ['ticket.archive'],
  archived: [],
};

const grouped = (rows: Raw[], by: string): Map<string, Raw[]> => {
  const groups = new Map<string, Raw[]>();
  for (const row of rows) groups.set(row[by], [...(groups.get(row[by]) ?? []), row]);
  return groups;
};

/**
 * Replays the ledgers over every ticket and names whatever does not agree: a case without its events, an event that is
 * half there, a promise that nobody opened, a number that is missing, a message that was never written.
 */
export const disagreements = async (database: TestDatabase): Promise<string[]> => {
  const wrong: string[] = [];
  const tickets = await readRows(database, 'select * from pd_tickets order by id');
  const events = grouped(await readRows(database, 'select * from pd_events order by id'), 'case_document_id');
  const promises = grouped(await readRows(database, 'select * from pd_obligations order by id'), 'case_document_id');
  const messages = await readRows(database, 'select * from pd_outbox order by id');

  for (const ticket of tickets) {
    const say = (what: string) =>
      wrong.push(`${ticket.number} (${ticket.state}, revision ${ticket.revision}): ${what}`);
    const story = (events.get(ticket.document_id) ?? []).filter(({ action }) => action !== 'breach');
    events.delete(ticket.document_id);
    story.forEach((event, index) => {
      if (event.revision !== index + 1) say(`event ${index + 1} has revision ${event.revision}`);
      if ((event.from_state ?? null) !== (story[index - 1]?.to_state ?? null))
        say(`${event.action} starts from ${event.from_state}`);
      if (!parsed(event.input) || !event.actor_name) say(`${event.action} is not whole`);
    });
    if (story.length !== ticket.revision) say(`${story.length} events`);
    if (story.at(-1)?.to_state !== ticket.state) say(`the last event leads to ${story.at(-1)?.to_state}`);

    const known = new Set(story.map(({ document_id: id }) => id));
    const owed = promises.get(ticket.document_id) ?? [];
    promises.delete(ticket.document_id);
    const open = owed.filter(({ closed_at: closed }) => closed === null);
    if (open.map(({ what }) => what).join() !== OWED[ticket.state].join())
      say(`owes ${open.map(({ what }) => what).join()}`);
    const next = open.length ? Math.min(...open.map(({ due_at: due }) => millis(due)!)) : null;
    if (millis(ticket.due_at) !== next) say('its due time is not that of what is owed');
    for (const promise of owed) {
      if (!known.has(promise.opened_by)) say(`${promise.what} was opened by no event of it`);
      if (promise.closed_at !== null && (promise.outcome !== 'kept' || !known.has(promise.settled_by)))
        say(`${promise.what} was settled by no event of it`);
    }
    for (const event of story.filter(({ action }) => action === 'dispatch')) {
      const told = messages.filter(({ key }) => String(key).startsWith(`${event.document_id}:assigned:`));
      if (told.length !== 1) say(`${told.length} messages of its dispatch`);
    }
  }
  for (const id of events.keys()) wrong.push(`events of ${id}, which does not exist`);
  for (const id of promises.keys()) wrong.push(`promises on ${id}, which does not exist`);
  const numbers = tickets.map(({ number }) => Number(String(number).slice(-4)));
  const gaps = numbers.filter((number, index) => number !== index + 1);
  if (gaps.length) wrong.push(`numbers out of turn: ${gaps.join()}`);
  const [{ value } = { value: 0 }] = await readRows(
    database,
    "select value from pd_sequences where key like 'ticket:%' order by id desc"
  );
  if (Number(value) !== tickets.length) wrong.push(`the sequence stands at ${value} for ${tickets.length} tickets`);
  return wrong;
};
