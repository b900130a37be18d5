import { promisify } from 'node:util';
import { deflateRaw, inflateRawSync } from 'node:zlib';

const deflate = promisify(deflateRaw);

/** One part of a Word file, compressed. */
export interface Packed {
  name: string;
  crc: number;
  size: number;
  data: Buffer;
}

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const DEFLATED = 8;
/** Names are UTF-8. */
const UTF8 = 0x0800;
/** 1 January 1980, the first day that a zip can name: the same document makes the same bytes. */
const FIRST_DAY = 0x21;

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(data: Buffer): number {
  let value = 0xffffffff;
  for (let at = 0; at < data.length; at += 1) value = CRC[(value ^ data[at]) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** Compresses a part, in a thread of Node's own. */
export async function packBytes(name: string, bytes: Uint8Array): Promise<Packed> {
  const plain = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { name, crc: crc32(plain), size: plain.length, data: await deflate(plain) };
}

/** Compresses a part that is text. */
export const pack = (name: string, text: string): Promise<Packed> => packBytes(name, Buffer.from(text));

/** The bytes of a part. */
export const unpackedBytes = ({ data }: Packed): Buffer => inflateRawSync(data);

/** The text of a part. */
export const unpacked = ({ data }: Packed): string => inflateRawSync(data).toString();

/** The parts of a zip that docx made: compressed, without a comment, smaller than 4 GB. */
export function partsOf(zip: Buffer): Packed[] {
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== END) throw new Error('not a zip that docx makes');
  const parts: Packed[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (zip.readUInt16LE(at + 10) !== DEFLATED) throw new Error('not a zip that docx makes');
    const [crc, packed, size] = [16, 20, 24].map((offset) => zip.readUInt32LE(at + offset));
    const [long, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + long);
    parts.push({ name, crc, size, data: zip.subarray(from, from + packed) });
    at += 46 + long + extra + comment;
  }
  return parts;
}

/** A zip of these parts. */
export function archive(parts: Packed[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, crc, size, data } of parts) {
    const title = Buffer.from(name);
    /** What the local header and the directory both say. */
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8, 2);
    common.writeUInt16LE(DEFLATED, 4);
    common.writeUInt16LE(FIRST_DAY, 8);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(LOCAL);
    const central = Buffer.alloc(6);
    central.writeUInt32LE(CENTRAL);
    central.writeUInt16LE(20, 4);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    pieces.push(local, common, title, data);
    directory.push(central, common, place, title);
    offset += 30 + title.length + data.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, index, end]);
}
