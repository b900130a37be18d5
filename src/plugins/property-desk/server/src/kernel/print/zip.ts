import type { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { clean } from './text';

/** One file of a zip, made when its turn comes. */
export interface ZipEntry {
  name: string;
  render(): Promise<Buffer>;
}

/** A name that Windows, macOS and Linux all take for a file. */
export function fileName(name: string): string {
  const safe = clean(name)
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  return [...(safe || '_')].slice(-100).join('');
}

/** Until the reader has taken what was written, or went away. */
const drained = (output: PassThrough) =>
  new Promise<void>((resolve) => {
    const go = () => {
      output.off('drain', go).off('close', go);
      resolve();
    };
    output.on('drain', go).on('close', go);
  });

/**
 * Many files as one zip, streamed: one file is in memory at a time, and the next is made when the reader has taken
 * this one. Names are UTF-8; a name that occurs twice gets ` (2)`. A file that cannot be made breaks the stream off.
 * @param at time that the files in the zip carry
 */
export function zip(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>, at: Date): Readable {
  const file = new ZipFile();
  const output = file.outputStream as PassThrough;
  const names = new Map<string, number>();

  const unique = (wanted: string): string => {
    const name = fileName(wanted);
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    return count === 1 ? name : unique(name.replace(/(\.\w+)?$/, ` (${count})$1`));
  };

  const pump = async () => {
    for await (const entry of entries) {
      if (output.destroyed) return;
      // docx files are compressed already.
      file.addBuffer(await entry.render(), unique(entry.name), { mtime: at, compress: false });
      if (output.writableNeedDrain) await drained(output);
    }
    file.end();
  };
  pump().catch((error: Error) => output.destroy(error));
  return output;
}
