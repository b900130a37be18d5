import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * A thread's own bundle, which the package offers beside the server's. It is found from the file that runs, whether
 * that is the bundle or, in tests, this source; a bundle of ES modules has no name for itself and looks from the site.
 */
const bundle = (name: string): string =>
  createRequire(typeof __filename === 'string' ? __filename : join(process.cwd(), 'site.js')).resolve(
    `strapi-plugin-property-desk/${name}`
  );

/**
 * What a thread of the package answers to this, in one message, after which it ends: heavy work that others would wait
 * for on this thread.
 * @param memory megabytes that it may take; beyond it the thread ends, and not the process
 * @throws Error where it ends without an answer
 */
export const inThread = <T>(name: string, workerData: unknown, memory?: number): Promise<T> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(bundle(name), {
      workerData,
      ...(memory && { resourceLimits: { maxOldGenerationSizeMb: memory } }),
    });
    let made: { answer: T } | undefined;
    worker.once('message', (answer: T) => {
      made = { answer };
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (made) resolve(made.answer);
      else reject(new Error(`The thread ${name} ended with ${code} and made nothing`));
    });
  });
