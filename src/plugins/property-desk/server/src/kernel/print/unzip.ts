import { inflateRawSync } from 'node:zlib';

/** What a zip may hold, unpacked; beyond it is refused before it is unpacked. */
export interface ZipLimits {
  parts: number;
  bytes: number;
}

const LIMITS: ZipLimits = { parts: 300, bytes: 30 * 1024 * 1024 };
const [END, CENTRAL, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];

/** Says what is wrong with a zip. */
export class BrokenZip extends Error {}

/**
 * The parts of a zip that somebody sent, by name. Each is unpacked to the size that the directory names and no further,
 * so that a few bytes cannot fill the memory.
 * @throws BrokenZip for what is no zip, is encrypted, names a part twice or outside itself, or is too large unpacked
 */
export function unzip(zip: Buffer, limits: ZipLimits = LIMITS): Map<string, Buffer> {
  const broken = (why: string): never => {
    throw new BrokenZip(why);
  };
  try {
    let end = zip.length - 22;
    while (end >= 0 && end > zip.length - 22 - 65536 && zip.readUInt32LE(end) !== END) end -= 1;
    if (end < 0 || zip.readUInt32LE(end) !== END) return broken('zip');
    const count = zip.readUInt16LE(end + 10);
    if (count > limits.parts) return broken('parts');
    const parts = new Map<string, Buffer>();
    const seen = new Set<string>();
    let at = zip.readUInt32LE(end + 16);
    let sum = 0;
    for (let left = count; left > 0; left -= 1) {
      if (zip.readUInt32LE(at) !== CENTRAL) return broken('zip');
      if (zip.readUInt16LE(at + 8) & 1) return broken('encrypted');
      const method = zip.readUInt16LE(at + 10);
      const [packed, size] = [20, 24].map((offset) => zip.readUInt32LE(at + offset));
      const [long, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
      const local = zip.readUInt32LE(at + 42);
      const name = zip.toString('utf8', at + 46, at + 46 + long);
      at += 46 + long + extra + comment;
      if (name.endsWith('/')) continue;
      if (!/^[\w[\]. \-/]+$/.test(name) || name.startsWith('/') || name.split('/').includes('..'))
        return broken('name');
      // Word tells no capital from a small letter.
      if (seen.has(name.toLowerCase())) return broken('name');
      seen.add(name.toLowerCase());
      sum += size;
      if (sum > limits.bytes) return broken('size');
      if (zip.readUInt32LE(local) !== LOCAL) return broken('zip');
      const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const data = zip.subarray(from, from + packed);
      if (method !== 0 && method !== 8) return broken('zip');
      const plain = method === 8 ? inflateRawSync(data, { maxOutputLength: Math.max(1, size) }) : Buffer.from(data);
      if (plain.length !== size) return broken('size');
      parts.set(name, plain);
    }
    return parts;
  } catch (error) {
    if (error instanceof BrokenZip) throw error;
    return broken('zip');
  }
}
