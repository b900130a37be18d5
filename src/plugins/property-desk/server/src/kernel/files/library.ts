import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Blocks } from '../../../../contracts';

const FILE_UID = 'plugin::upload.file';

/** Bytes of one picture, and of all pictures of one text. */
const MOST_EACH = 10 * 1024 * 1024;
const MOST_TOGETHER = 40 * 1024 * 1024;
const MOST_PICTURES = 50;

/**
 * The pictures of texts, by the address that stands there, from the disk of Strapi's media library. Nothing is fetched:
 * an address is only a name here, and the file is found by what the library knows of its hash. A picture that is kept
 * elsewhere, or is too large, is left out, and the paper says it in words.
 */
export const libraryPictures = async (strapi: Core.Strapi, ...texts: Blocks[]): Promise<Record<string, Uint8Array>> => {
  const asked = new Map<string, string>();
  for (const node of texts.flat()) {
    const { url, hash } = ((node as { image?: unknown } | null)?.image ?? {}) as { url?: unknown; hash?: unknown };
    if (typeof url === 'string' && typeof hash === 'string' && /^[\w.-]{1,200}$/.test(hash)) asked.set(url, hash);
    if (asked.size >= MOST_PICTURES) break;
  }
  const pictures: Record<string, Uint8Array> = {};
  if (asked.size === 0) return pictures;
  const found: Record<string, unknown>[] = await strapi.db
    .connection(strapi.db.metadata.get(FILE_UID).tableName)
    .whereIn('hash', [...new Set(asked.values())])
    .where({ provider: 'local' })
    .select('hash', 'ext');
  const folder = path.join(strapi.dirs.static.public, 'uploads');
  const read = new Map<string, Uint8Array>();
  let sum = 0;
  for (const { hash, ext } of found) {
    const at = path.join(folder, path.basename(`${String(hash)}${String(ext ?? '')}`));
    const size = await stat(at).then(
      (file) => (file.isFile() ? file.size : Infinity),
      () => Infinity
    );
    if (size > MOST_EACH || sum + size > MOST_TOGETHER) continue;
    sum += size;
    read.set(String(hash), await readFile(at));
  }
  for (const [url, hash] of asked) if (read.has(hash)) pictures[url] = read.get(hash)!;
  return pictures;
};
