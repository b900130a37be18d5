import type { Knex } from 'knex';
import type { Kernel } from '../../kernel/kernel';
import { newDocumentId, type Row } from '../../kernel/storage/rows';
import { changeTask, claimTask, nextFree, taskOf } from './queries';
import type { Problem } from './book/units';

export const TASK_UID = 'plugin::property-desk.archive-task';

/** The one who is waited for no longer than this: whoever holds a task says so again and again, or is gone. */
const LEASE_SECONDS = 30;
const RENEW_SECONDS = 10;
/** How often a task is begun before it is given up; the pauses between grow. */
export const MOST_ATTEMPTS = 5;
const PAUSE_SECONDS = 20;

/** Rows that a write has added, changed, found as they should be, and left out. */
export interface Tally {
  added: number;
  changed: number;
  unchanged: number;
  leftOut: number;
}

/** Long work on an import or export, as it is kept: no cell of a book stands here, only rows and codes. */
export interface Task extends Row {
  kind: 'check' | 'write' | 'make' | 'drop';
  caseDocumentId: string;
  file: string | null;
  done: number;
  total: number;
  tally: Tally | null;
  leftOut: Problem[] | null;
  leaseBy: string | null;
  leaseUntil: Date | null;
  attempts: number;
  finishedAt: Date | null;
}

/** How far a task is. */
export type Progress = Partial<Pick<Task, 'done' | 'total' | 'tally' | 'leftOut'>>;

/** Another process has taken the task over. */
export class LeaseLost extends Error {}

const after = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000);

/**
 * The queue of long work. A task belongs to whoever has claimed it by conditional update, for as long as they renew
 * their lease; what they write stands in one transaction with the condition that the task is still theirs. So of two
 * processes one gets on, and what a killed one has left is taken up where it stood.
 */
export const tasksOf = (kernel: Kernel) => {
  const { strapi, clock } = kernel;

  const held = async (connection: Knex, task: Task, values: Record<string, unknown>) => {
    const kept = await changeTask(kernel, connection, task, values);
    if (kept !== 1) throw new LeaseLost();
  };

  return {
    /** The oldest task that nobody is at, claimed; null where there is none. */
    async claim(): Promise<Task | null> {
      for (;;) {
        const now = clock.now();
        const free = (await nextFree(kernel, now)) as Task | null;
        if (!free) return null;
        const lease = { leaseBy: newDocumentId(), leaseUntil: after(now, LEASE_SECONDS), attempts: free.attempts + 1 };
        if ((await claimTask(kernel, free, lease, now)) === 1) return { ...free, ...lease };
      }
    },

    /** Does work that cannot say in between that it goes on; the lease is renewed meanwhile. */
    async during<T>(task: Task, work: () => Promise<T>): Promise<T> {
      const renew = () =>
        held(strapi.db.connection, task, { leaseUntil: after(clock.now(), LEASE_SECONDS) }).catch((error: Error) => {
          if (!(error instanceof LeaseLost)) strapi.log.error(error);
        });
      const timer = setInterval(() => void renew(), RENEW_SECONDS * 1000);
      try {
        return await work();
      } finally {
        clearInterval(timer);
      }
    },

    /**
     * Says how far it is, in the transaction of what was done, or by itself; whoever holds the task notes it there once
     * that is written. Progress makes an end of counting attempts.
     * @throws LeaseLost
     */
    async advance(connection: Knex, task: Task, values: Progress): Promise<Partial<Task>> {
      const written = { ...values, attempts: 0, leaseUntil: after(clock.now(), LEASE_SECONDS) };
      await held(connection, task, written);
      return written;
    },

    /** Ends it, in the transaction of its last action. @throws LeaseLost */
    finish: (trx: Knex.Transaction, task: Task) => held(trx, task, { finishedAt: clock.now() }),

    /** Leaves it to whoever comes next: at once where this process stops, after a pause where it failed. */
    release: (task: Task, failed: boolean) =>
      held(
        strapi.db.connection,
        task,
        failed
          ? { leaseUntil: after(clock.now(), PAUSE_SECONDS * Math.max(1, task.attempts)) }
          : { leaseBy: null, leaseUntil: null, attempts: Math.max(0, task.attempts - 1) }
      ).catch((error: Error) => {
        if (!(error instanceof LeaseLost)) throw error;
      }),

    /** The latest task of a kind on a case. */
    of: (caseDocumentId: string, kind: Task['kind']) => taskOf(kernel, caseDocumentId, kind) as Promise<Task | null>,
  };
};

export type Tasks = ReturnType<typeof tasksOf>;
