import { parentPort, workerData } from 'node:worker_threads';
import { drawDocument } from './draw';
import type { DocumentSpec } from './spec';

// The thread that `thread.ts` starts: one document, and it ends.
void drawDocument(workerData as DocumentSpec).then((file) => parentPort!.postMessage(new Uint8Array(file)));
