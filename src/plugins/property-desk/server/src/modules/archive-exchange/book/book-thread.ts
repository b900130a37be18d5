import { parentPort, workerData } from 'node:worker_threads';
import { readBook, type BookAsked } from './read-book';

// The thread that `read-elsewhere.ts` starts: one book, and it ends.
void readBook(workerData as BookAsked).then((read) =>
  parentPort!.postMessage(read, 'pieces' in read ? read.pieces.map(({ buffer }) => buffer as ArrayBuffer) : [])
);
