import path from 'node:path';
import { fromBuffer } from 'file-type';
import { officeFault } from './office';

/** What the store takes, with the ending that such a file gets; told by the content, whatever the name says. */
const TAKEN: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'application/pdf': 'pdf',
};

/** What it takes besides where papers of the office are kept: a text or a table as it was written. */
const OFFICE: Record<string, string> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

const LONGEST_NAME = 80;

/**
 * The type of a file by its first bytes, or null for one that the store does not take.
 * @param office whether office files are taken too: without macros, foreign objects, or anything that is fetched
 */
export const inspect = async (content: Buffer, office = false): Promise<{ mime: string; extension: string } | null> => {
  const found = await fromBuffer(content).catch(() => undefined);
  if (found && TAKEN[found.mime]) return { mime: found.mime, extension: TAKEN[found.mime] };
  if (!office || !found || !OFFICE[found.mime] || officeFault(content)) return null;
  return { mime: found.mime, extension: OFFICE[found.mime] };
};

/**
 * A name that is safe to show and to save under: no folders, no control or direction signs, no leading dots, and the
 * ending that fits the content. An empty one becomes `file`.
 */
export const safeName = (given: string, extension: string): string => {
  const last = path.posix.basename(given.normalize('NFC').replace(/\\/g, '/'));
  const bare = last
    .slice(0, last.length - path.posix.extname(last).length)
    .replace(/[\p{C}\u2028\u2029<>:"/|?*]/gu, '')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return `${[...bare].slice(0, LONGEST_NAME).join('') || 'file'}.${extension}`;
};
