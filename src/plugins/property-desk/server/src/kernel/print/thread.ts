import { inThread } from '../thread';
import type { DocumentSpec } from './spec';

const draw = async (spec: DocumentSpec) => {
  const made = await inThread<Uint8Array>('print-thread', spec);
  return Buffer.from(made.buffer, made.byteOffset, made.byteLength);
};

/** Large documents wait for each other: as many threads as callers would take every core and much memory. */
let last: Promise<unknown> = Promise.resolve();

/** Makes a document in a thread of its own. */
export function drawElsewhere(spec: DocumentSpec): Promise<Buffer> {
  const made = last.then(() => draw(spec));
  last = made.catch(() => undefined);
  return made;
}
