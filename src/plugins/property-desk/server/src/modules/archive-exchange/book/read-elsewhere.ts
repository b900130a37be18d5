import { inThread } from '../../../kernel/thread';
import type { BookAsked, BookFault, BookRead } from './read-book';

/** Megabytes that reading one book may take; the largest that is taken needs about half. */
const MEMORY = 1536;

/** One book at a time: as many threads as there are uploads would take every core and much memory. */
let last: Promise<unknown> = Promise.resolve();

/** Reads a book in a thread of its own; one that no memory is enough for is broken. */
export const readElsewhere = (asked: BookAsked): Promise<BookRead | { fault: BookFault }> => {
  const read = last.then(() =>
    inThread<BookRead | { fault: BookFault }>('book-thread', asked, MEMORY).catch(
      (error: Error & { code?: string }) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return { fault: 'tooLarge' as const };
        throw error;
      }
    )
  );
  last = read.catch(() => undefined);
  return read;
};
