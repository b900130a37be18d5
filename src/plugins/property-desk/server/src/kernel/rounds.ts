import type { Core } from '@strapi/strapi';

/**
 * Work that comes round again and again: one at a time in this process, and faults are logged instead of thrown at
 * the scheduler. Other processes may be at the same work; what is claimed in the database keeps them apart.
 */
export const createRound = (strapi: Core.Strapi, work: () => Promise<unknown>) => {
  let running: Promise<void> | null = null;
  let stopped = false;

  const once = async () => {
    try {
      await work();
    } catch (error) {
      if (!stopped) strapi.log.error(error);
    }
  };

  return {
    /** Starts a round, or joins the one that is under way. */
    run(): Promise<void> {
      if (stopped) return Promise.resolve();
      running ??= once().finally(() => {
        running = null;
      });
      return running;
    },

    /** Starts no other round and waits for the one under way. */
    async stop(): Promise<void> {
      stopped = true;
      await running;
    },
  };
};
