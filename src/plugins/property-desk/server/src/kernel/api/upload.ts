import { readFile, rm } from 'node:fs/promises';
import type { Context } from 'koa';
import { invalid } from '../errors';

/** A file as it came with the request. */
export interface IncomingFile {
  name: string;
  buffer: Buffer;
}

interface Temporary {
  filepath: string;
  originalFilename?: string | null;
  size: number;
}

/**
 * The files of a multipart request's `files` field; their temporary copies are removed.
 * @throws ValidationError naming `files` when there is none, too many, or another field holds some
 */
export const filesOf = async (ctx: Context, limits: { count: number; size: number }): Promise<IncomingFile[]> => {
  const all = ((ctx.request as unknown as { files?: Record<string, Temporary | Temporary[]> }).files ?? {}) as Record<
    string,
    Temporary | Temporary[]
  >;
  const temporary = Object.entries(all).flatMap(([field, value]) => [value].flat().map((file) => ({ field, file })));
  try {
    const stray = temporary.find(({ field }) => field !== 'files');
    const other = stray?.field ?? Object.keys((ctx.request as unknown as { body?: object }).body ?? {})[0];
    if (other !== undefined) throw invalid(other, 'error.unknownField');
    if (temporary.length === 0) throw invalid('files', 'error.noFiles');
    if (temporary.length > limits.count) throw invalid('files', 'error.tooManyFiles', { max: limits.count });
    if (temporary.some(({ file }) => file.size > limits.size))
      throw invalid('files', 'error.fileTooLarge', { max: Math.floor(limits.size / 1048576) });
    return await Promise.all(
      temporary.map(async ({ file }) => ({
        name: file.originalFilename ?? 'file',
        buffer: await readFile(file.filepath),
      }))
    );
  } finally {
    await Promise.all(temporary.map(({ file }) => rm(file.filepath, { force: true })));
  }
};
