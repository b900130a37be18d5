import type { Files } from '../files/files';
import type { Confidential } from './confidential';

/** What is done so far with values, or with files. */
export interface Rotating {
  kind: 'values' | 'files';
  /** Now under the current key. */
  moved: number;
  /** Moved by somebody else meanwhile. */
  missed: number;
  /** Left as they are: their key is not on the ring, or they were altered. */
  broken: number;
  /** Files whose content is not in the store. */
  missing: number;
}

/** What a rotation came to. */
export interface RotationReport {
  values: Rotating;
  files: Rotating;
  /** The other keys on the ring, and what is still under each: with nothing under it, a key may be removed. */
  older: { id: string; values: number; files: number }[];
}

/**
 * Moves everything that is sealed under the current key: first the values, then the private files. Whoever stops it
 * loses nothing, and another run finds what is left. Every process of the desk must have the new key by then, or it
 * goes on sealing with the old one.
 */
export const createKeyRotation =
  (confidential: Confidential, files: Files) =>
  async ({
    batch,
    onProgress = () => undefined,
  }: { batch?: number; onProgress?: (progress: Rotating) => void } = {}): Promise<RotationReport> => {
    const nothing = { moved: 0, missed: 0, broken: 0, missing: 0 };
    const values = await confidential.rotate({
      batch,
      onProgress: (counts) => onProgress({ kind: 'values', ...nothing, ...counts }),
    });
    const contents = await files.rotate({
      batch,
      onProgress: (counts) => onProgress({ kind: 'files', ...nothing, ...counts }),
    });
    const older: RotationReport['older'] = [];
    for (const id of confidential.keyring.ids.filter((each) => each !== confidential.keyring.current))
      older.push({ id, values: await confidential.countUnder(id), files: await files.countUnder(id) });
    return {
      values: { kind: 'values', ...nothing, ...values },
      files: { kind: 'files', ...nothing, ...contents },
      older,
    };
  };
