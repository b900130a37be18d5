/** A picture as Word takes it: its kind by its first bytes, whatever its name says, and its size in pixels. */
export interface Picture {
  type: 'png' | 'jpeg' | 'gif';
  width: number;
  height: number;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Of a JPEG: the first frame header says the size; other segments are stepped over. */
function jpeg(bytes: Buffer): Picture | null {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { type: 'jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

function read(bytes: Buffer): Picture | null {
  if (bytes.length < 24) return null;
  if (bytes.subarray(0, 8).equals(PNG))
    return { type: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)))
    return { type: 'gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpeg(bytes) : null;
}

/** What a picture is, or null for one that Word could not show. */
export function pictureOf(data: Uint8Array): Picture | null {
  const found = read(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  return found && found.width > 0 && found.height > 0 && found.width < 65536 && found.height < 65536 ? found : null;
}
