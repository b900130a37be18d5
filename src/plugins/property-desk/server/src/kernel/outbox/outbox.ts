import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Clock } from '../clock/clock';
import { newDocumentId, type Row, type Rows } from '../storage/rows';
import { describeFailure, reasonOf, Undeliverable, type OutboxReason } from './failure';
import {
  isMailAddress,
  mailHost,
  oneLine,
  plainText,
  storedKey,
  type Channel,
  type ChannelState,
  type ClaimedMessage,
  type OutgoingMessage,
} from './message';
import { LEASE, MAX_TRIES, nextTry, RENEWAL } from './schedule';

export const OUTBOX_UID = 'plugin::property-desk.outbox-message';

/** What a sweep did: claims won, and what became of them. */
export interface Delivery {
  claimed: number;
  sent: number;
  /** Put back for a later try. */
  postponed: number;
  dead: number;
}

interface Dependencies {
  strapi: Core.Strapi;
  rows: Rows;
  clock: Clock;
  channels: Channel[];
  settings?: {
    /** Host in Message-IDs; default: the one of the mail sender's address. */
    host?: string;
    /** Messages on the wire at the same time, default 4. */
    parallel?: number;
  };
}

const CHUNK = 50;

/** How long somebody who tries a channel waits for its answer, in milliseconds. */
const TRIAL = 15_000;

/**
 * Messages on their way out. An action writes them in its own transaction; delivery happens later, outside of any.
 * Processes share the table without a leader: a conditional update claims a message for one of them.
 */
export const createOutbox = ({ strapi, rows, clock, channels, settings = {} }: Dependencies) => {
  const byName = new Map(channels.map((channel) => [channel.name, channel]));
  const parallel = settings.parallel ?? 4;
  let running: Promise<Delivery> | null = null;
  let stopped = false;

  const host = () => settings.host ?? mailHost(strapi.config.get('plugin::email.settings.defaultFrom') as unknown);
  const table = () => strapi.db.connection(rows.table(OUTBOX_UID).name);
  const columns = (values: Record<string, unknown>) => rows.toColumns(OUTBOX_UID, values);

  /** The columns of a new message. One that can never go out is kept as dead, for people to see: the action stands. */
  const compose = (message: OutgoingMessage, at: Date) => {
    const documentId = newDocumentId();
    const known = byName.has(message.channel);
    const deliverable = known && (message.channel !== 'mail' || isMailAddress(message.recipient));
    return columns({
      documentId,
      createdAt: at,
      updatedAt: at,
      publishedAt: at,
      key: storedKey(message),
      channel: message.channel,
      recipient: oneLine(message.recipient, 254),
      subject: oneLine(message.subject),
      body: plainText(message.body),
      messageId: `<${documentId}@${host()}>`,
      state: deliverable ? 'pending' : 'dead',
      attempts: 0,
      nextAttemptAt: at,
      reason: deliverable ? null : known ? 'no_mail_address' : 'no_channel',
      error: deliverable ? null : known ? 'recipient is not one mail address' : 'no such channel',
      caseType: message.caseType ?? null,
      caseDocumentId: message.caseDocumentId ?? null,
      community: message.community ?? null,
    });
  };

  /** What is due: waiting messages, and claims that nobody renewed. Both ranges lie in the index (state, next try). */
  const due = async (limit: number): Promise<Row[]> => {
    const found = await table()
      .select('*')
      .whereIn('state', ['pending', 'sending'])
      .where('next_attempt_at', '<=', clock.now())
      .orderBy([{ column: 'next_attempt_at' }, { column: 'id' }])
      .limit(limit);
    return found.map((raw: Record<string, unknown>) => rows.fromColumns(OUTBOX_UID, raw));
  };

  const leaseEnd = () => new Date(clock.now().getTime() + LEASE);

  /** Claims a message as it was seen; the mark of the claim, or null when it went to another. */
  const claim = async (seen: Row): Promise<string | null> => {
    const mark = `${process.pid}.${newDocumentId()}`;
    const changed = await table()
      .where({ id: seen.id, state: seen.state, claimed_by: seen.claimedBy ?? null, attempts: seen.attempts })
      .where('next_attempt_at', '<=', clock.now())
      .update(
        columns({
          state: 'sending',
          claimedBy: mark,
          attempts: (seen.attempts as number) + 1,
          nextAttemptAt: leaseEnd(),
          updatedAt: clock.now(),
        })
      );
    return changed === 1 ? mark : null;
  };

  const mine = (id: number, mark: string) => table().where({ id, state: 'sending', claimed_by: mark });

  /** Keeps a claim while its message is on the wire, however long the mail server takes. */
  const keepClaim = (id: number, mark: string) => {
    let renewing: Promise<unknown> = Promise.resolve();
    const timer = setInterval(() => {
      renewing = mine(id, mark)
        .update(columns({ nextAttemptAt: leaseEnd() }))
        .catch((error: Error) => strapi.log.warn(`outbox: a claim could not be renewed: ${error.message}`));
    }, RENEWAL);
    return async () => {
      clearInterval(timer);
      await renewing;
    };
  };

  const markSent = (id: number) =>
    // Whoever holds the claim by now: what has left the house is sent, and nobody sends it again.
    table()
      .where({ id })
      .whereNot({ state: 'sent' })
      .update(
        columns({
          state: 'sent',
          sentAt: clock.now(),
          claimedBy: null,
          reason: null,
          error: null,
          updatedAt: clock.now(),
        })
      );

  const putBack = async (row: Row, mark: string, tries: number, failure: unknown): Promise<'postponed' | 'dead'> => {
    const again = failure instanceof Undeliverable ? null : nextTry(tries, clock.now());
    const hidden = [row.recipient as string, ...(byName.get(row.channel as string)?.secrets?.() ?? [])];
    await mine(row.id, mark).update(
      columns({
        attempts: tries,
        state: again ? 'pending' : 'dead',
        nextAttemptAt: again ?? clock.now(),
        claimedBy: null,
        reason: reasonOf(failure),
        error: describeFailure(failure, hidden),
        updatedAt: clock.now(),
      })
    );
    if (!again) strapi.log.warn(`outbox: message ${row.documentId} is dead after ${tries} tries`);
    return again ? 'postponed' : 'dead';
  };

  const send = async (row: Row): Promise<void> => {
    const channel = byName.get(row.channel as string);
    if (!channel) throw new Undeliverable('no_channel', 'no such channel');
    await channel.send({
      messageId: row.messageId as string,
      recipient: row.recipient as string,
      subject: (row.subject as string | null) ?? '',
      body: (row.body as string | null) ?? '',
      date: row.createdAt as Date,
    });
  };

  /** One message from claim to mark. */
  const deliverOne = async (row: Row, done: Delivery): Promise<void> => {
    const mark = await claim(row);
    if (!mark) return;
    done.claimed += 1;
    const tries = (row.attempts as number) + 1;
    // A claim that ran out after the last try: the process died with it, and nobody knows whether the message left.
    if (tries > MAX_TRIES) {
      done[await putBack(row, mark, MAX_TRIES, new Error('the process ended during the last try'))] += 1;
      return;
    }
    const release = keepClaim(row.id, mark);
    let failure: { error: unknown } | null = null;
    try {
      await send(row);
    } catch (error) {
      failure = { error };
    } finally {
      await release();
    }
    if (failure) {
      done[await putBack(row, mark, tries, failure.error)] += 1;
    } else {
      await markSent(row.id);
      done.sent += 1;
    }
  };

  const sweep = async (limit: number): Promise<Delivery> => {
    const done: Delivery = { claimed: 0, sent: 0, postponed: 0, dead: 0 };
    const queue = await due(limit);
    const worker = async () => {
      while (!stopped) {
        const row = queue.shift();
        if (!row) return;
        try {
          await deliverOne(row, done);
        } catch (error) {
          // The database failed, not the message: its claim runs out and it comes again under the same Message-ID.
          strapi.log.error(`outbox: message ${row.documentId}: ${describeFailure(error, [row.recipient as string])}`);
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(parallel, queue.length) }, worker));
    return done;
  };

  return {
    /**
     * Writes messages inside the caller's transaction, so that they go out exactly if it commits. The same key to the
     * same recipient is written once, ever. Never throws for what people typed: an address that can receive nothing
     * becomes a dead message.
     */
    async enqueue(trx: Knex.Transaction, messages: OutgoingMessage[], at: Date): Promise<void> {
      const written = messages.map((message) => compose(message, at));
      for (let from = 0; from < written.length; from += CHUNK) {
        await trx(rows.table(OUTBOX_UID).name)
          .insert(written.slice(from, from + CHUNK))
          .onConflict('key')
          .ignore();
      }
    },

    /**
     * Sends what is due, at most `limit` messages, oldest first. Never call it inside a transaction. A call while one
     * is running in this process joins it; after {@link stop} nothing is sent.
     */
    deliver({ limit = 100 }: { limit?: number } = {}): Promise<Delivery> {
      if (stopped) return running ?? Promise.resolve({ claimed: 0, sent: 0, postponed: 0, dead: 0 });
      running ??= sweep(limit).finally(() => {
        running = null;
      });
      return running;
    },

    /** How a channel stands; null for one that says nothing of itself. */
    stateOf(channel: OutgoingMessage['channel']): ChannelState | null {
      return byName.get(channel)?.state?.() ?? null;
    },

    /**
     * Sends one message at once, past the table: nobody waits for it and nothing is tried again. Answers within
     * {@link TRIAL} whatever the other side does. Never call it inside a transaction.
     * @returns null when it was taken, else why not
     */
    async attempt(
      channel: OutgoingMessage['channel'],
      message: Pick<OutgoingMessage, 'recipient' | 'subject' | 'body'>
    ): Promise<{ reason: OutboxReason; error: string } | null> {
      const way = byName.get(channel);
      if (!way) return { reason: 'no_channel', error: 'no such channel' };
      const claimed: ClaimedMessage = {
        ...message,
        messageId: `<${newDocumentId()}@${host()}>`,
        date: clock.now(),
      };
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })), TRIAL);
      });
      try {
        await Promise.race([way.trial ? way.trial(claimed) : way.send(claimed), late]);
        return null;
      } catch (error) {
        return {
          reason: reasonOf(error),
          error: describeFailure(error, [message.recipient, ...(way.secrets?.() ?? [])]),
        };
      } finally {
        clearTimeout(timer);
      }
    },

    /** Gives a dead message another eight tries, from now. False when there is no such dead message. */
    async retry(documentId: string): Promise<boolean> {
      const changed = await table()
        .where({ document_id: documentId, state: 'dead' })
        .update(columns({ state: 'pending', attempts: 0, nextAttemptAt: clock.now(), updatedAt: clock.now() }));
      return changed === 1;
    },

    /** How many wait (or are on the wire) and how many are dead. */
    async counts(): Promise<{ pending: number; dead: number }> {
      const found: { state: string; n: number | string }[] = await table()
        .select('state')
        .count({ n: '*' })
        .whereIn('state', ['pending', 'sending', 'dead'])
        .groupBy('state');
      const of = (...states: string[]) =>
        found.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + Number(n), 0);
      return { pending: of('pending', 'sending'), dead: of('dead') };
    },

    /** Lets what is on the wire finish and claims no more; resolves when nothing is left open. */
    async stop(): Promise<void> {
      stopped = true;
      await running?.catch(() => undefined);
    },
  };
};

export type Outbox = ReturnType<typeof createOutbox>;
