import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DocumentSpec } from './spec';

/**
 * The thread's own bundle, which the package offers beside the server's. It is found from the file that runs, whether
 * that is the bundle or, in tests, this source; a bundle of ES modules has no name for itself and looks from the site.
 */
const bundle = (): string =>
  createRequire(typeof __filename === 'string' ? __filename : join(process.cwd(), 'site.js')).resolve(
    'strapi-plugin-property-desk/print-thread'
  );

const draw = (spec: DocumentSpec) =>
  new Promise<Buffer>((resolve, reject) => {
    const worker = new Worker(bundle(), { workerData: spec });
    let made: Uint8Array | undefined;
    worker.once('message', (file: Uint8Array) => {
      made = file;
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (made) resolve(Buffer.from(made.buffer, made.byteOffset, made.byteLength));
      else reject(new Error(`The thread that prints ended with ${code} and made nothing`));
    });
  });

/** Large documents wait for each other: as many threads as callers would take every core and much memory. */
let last: Promise<unknown> = Promise.resolve();

/** Makes a document in a thread of its own. */
export function drawElsewhere(spec: DocumentSpec): Promise<Buffer> {
  const made = last.then(() => draw(spec));
  last = made.catch(() => undefined);
  return made;
}
