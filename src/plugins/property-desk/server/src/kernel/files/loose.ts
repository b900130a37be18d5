import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Clock } from '../clock/clock';
import type { Rows } from '../storage/rows';
import { StoreUnavailable, type Store } from './store';

export const LOOSE_FILE_UID = 'plugin::property-desk.loose-file';

const MINUTE = 60_000;
/** How long a content waits for the record that is to name it: far longer than any request. */
const WAITS = 24 * 60 * MINUTE;
/** How long whoever let go of a content has to remove it, before the round does. */
const OWN_TURN = 5 * MINUTE;
/** After how long the round tries again what the store would not remove. */
const AGAIN = 60 * MINUTE;

/** Contents that the round takes up in one go. */
const TOGETHER = 50;

/**
 * Contents that are in the store while no record names them: noted before they are written, and let go of in the
 * transaction that takes their record away. So whoever is killed in between leaves a note behind, and the round removes
 * what nobody came for. It goes by these notes and never by what lies in the store: what another desk, or this one
 * before it was put back to an earlier day, has put there is not touched.
 */
export const createLooseFiles = (parts: { strapi: Core.Strapi; rows: Rows; clock: Clock; store: Store }) => {
  const { strapi, rows, clock, store } = parts;
  const table = (connection: Knex) => connection(rows.table(LOOSE_FILE_UID).name);
  const later = (milliseconds: number): Date => new Date(clock.now().getTime() + milliseconds);

  const note = (trx: Knex.Transaction, contents: string[], letGo: boolean) =>
    rows.insertAll(
      trx,
      LOOSE_FILE_UID,
      contents.map((storedAs) => ({ storedAs, letGo, dueAt: later(letGo ? OWN_TURN : WAITS) })),
      clock.now()
    );

  /** Removes a content that nobody may take any more, and then the note of it. False where the store would not. */
  const removed = async (storedAs: string): Promise<boolean> => {
    try {
      await store.remove(storedAs);
    } catch (error) {
      // The store has logged it; the note stays, and so does the round's turn.
      if (error instanceof StoreUnavailable) return false;
      throw error;
    }
    await table(strapi.db.connection).where({ stored_as: storedAs }).delete();
    return true;
  };

  return {
    /** Notes contents that are about to be written. */
    async expect(contents: string[]): Promise<void> {
      await strapi.db.transaction(({ trx }) => note(trx as Knex.Transaction, contents, false));
    },

    /**
     * A record takes contents, in its transaction.
     * @throws StoreUnavailable where one of them has been let go of: it came too late
     */
    async take(trx: Knex.Transaction, contents: string[]): Promise<void> {
      const taken = await table(trx).whereIn('stored_as', contents).where({ let_go: false }).delete();
      if (taken !== contents.length) throw new StoreUnavailable(new Error('the content has been let go of'));
    },

    /** Contents whose record goes with the caller's transaction. */
    letGo: (trx: Knex.Transaction, contents: string[]): Promise<void> => note(trx, contents, true),

    /** Leaves contents that nobody will take to the round's next turn, e.g. where the store has just failed. */
    async leave(contents: string[]): Promise<void> {
      await table(strapi.db.connection).whereIn('stored_as', contents).update({ let_go: true, due_at: clock.now() });
    },

    /**
     * Removes contents that no record names. One that a record has taken stays, even where the caller never heard that
     * it had; where the store fails, what is left is the round's.
     */
    async remove(contents: string[]): Promise<void> {
      for (const storedAs of contents) {
        const loose = await table(strapi.db.connection).where({ stored_as: storedAs }).update({ let_go: true });
        if (loose === 1 && !(await removed(storedAs))) return;
      }
    },

    /** Removes what nobody came for, one after the other, until the store fails or nothing is due. */
    async round(going: () => boolean): Promise<void> {
      for (let more = true; more;) {
        const due: { id: number; stored_as: string }[] = await table(strapi.db.connection)
          .where('due_at', '<=', clock.now())
          .orderBy('due_at')
          .orderBy('id')
          .limit(TOGETHER)
          .select('id', 'stored_as');
        for (const { id, stored_as: storedAs } of due) {
          if (!going()) return;
          // Claimed: no record takes it from here on, and no other process comes to it before the time is over.
          const claimed = await table(strapi.db.connection)
            .where({ id })
            .where('due_at', '<=', clock.now())
            .update({ let_go: true, due_at: later(AGAIN) });
          if (claimed === 1 && !(await removed(storedAs))) return;
        }
        more = due.length === TOGETHER;
      }
    },
  };
};

export type LooseFiles = ReturnType<typeof createLooseFiles>;
