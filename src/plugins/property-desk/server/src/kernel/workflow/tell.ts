import type { Knex } from 'knex';
import { say, type Locale } from '../../../../contracts';
import type { Directory, Person } from '../access/actor';
import type { Clock } from '../clock/clock';
import { isUrgent, type Notifications } from '../notification/notifications';
import type { Outbox } from '../outbox/outbox';
import type { Row } from '../storage/rows';
import type { CaseDefinition, CaseRow, Owner } from './define';

/** Something that people are to be told about a case. */
export interface Told {
  definition: CaseDefinition;
  row: CaseRow;
  /** What makes the message one of its kind: the event's or the obligation's documentId. */
  event: string;
  template: string;
  owner: Owner;
  obligation?: Row;
}

/** A mail to somebody outside the office, by address. */
export interface Written {
  definition: CaseDefinition;
  row: CaseRow;
  /** documentId of the event that it goes with. */
  event: string;
  template: string;
  to: string;
  params: Record<string, unknown>;
}

/**
 * Turns what happened into notifications and messages in the outbox, in the caller's transaction. What nobody in particular owes is
 * told to everyone who holds the role there; if nobody does, to the fallback roles in turn.
 */
export const createTellers = (
  directory: () => Directory,
  outbox: Outbox,
  notifications: Notifications,
  clock: Clock,
  locale: Locale,
  fallback: string[]
) => {
  const people = async (trx: Knex.Transaction, owner: Owner, community: number): Promise<Person[]> => {
    if ('staff' in owner) {
      const person = await directory().person(trx, owner.staff);
      return person ? [person] : [];
    }
    for (const role of [owner.role, ...fallback]) {
      const holders = await directory().holders(trx, role, community);
      if (holders.length) return holders;
    }
    return [];
  };

  return {
    /** Enqueues a mail to somebody outside the office. */
    async write(trx: Knex.Transaction, letter: Written, at: Date): Promise<void> {
      const { definition, row, template } = letter;
      const title = definition.title(row);
      const params = { number: row.number ?? title, title, ...letter.params };
      const message = {
        key: `${letter.event}:${template}`,
        channel: 'mail' as const,
        recipient: letter.to,
        subject: say(locale, `message.${template}.subject`, params),
        body: say(locale, `message.${template}.body`, params),
        caseType: definition.name,
        caseDocumentId: row.documentId,
        community: row.community,
      };
      await outbox.enqueue(trx, [message], at);
    },

    /** Notes it for each person concerned, and enqueues a mail for those who have an address and want it at once. */
    async tell(trx: Knex.Transaction, told: Told, at: Date): Promise<void> {
      const { definition, row, template, obligation } = told;
      const title = definition.title(row);
      const due = obligation ? (obligation.dueAt as Date) : row.dueAt;
      const params = {
        number: row.number ?? '',
        title,
        type: { word: `case.${definition.name}` },
        state: { word: `${definition.name}.state.${row.state}` },
        what: { word: `obligation.${obligation?.what ?? ''}` },
        due: due ? clock.time(due) : '',
      };
      const concerned = await people(trx, told.owner, row.community);
      await notifications.add(trx, concerned, told, at);
      const wishes = await notifications.wishes(
        trx,
        concerned.map(({ id }) => id)
      );
      const urgent = isUrgent(told);
      const messages = concerned
        .filter((person): person is Person & { email: string } => Boolean(person.email))
        .filter(({ id }) => wishes(id).mail === 'all' || (urgent && wishes(id).mail === 'urgent'))
        .map((person) => ({
          key: `${told.event}:${template}:${person.documentId}`,
          channel: 'mail' as const,
          recipient: person.email,
          // A line needs something to know the case by.
          subject: say(locale, `message.${template}.subject`, { ...params, number: row.number ?? title }),
          body: say(locale, `message.${template}.body`, { ...params, name: person.name }),
          caseType: definition.name,
          caseDocumentId: row.documentId,
          community: row.community,
        }));
      if (messages.length) await outbox.enqueue(trx, messages, at);
    },
  };
};

export type Tellers = ReturnType<typeof createTellers>;
