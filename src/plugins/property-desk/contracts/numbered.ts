/** A building as a list such as `1-12栋` names it. */
export interface NumberedBuilding {
  code: string;
  name: string;
}

/** Why such a list cannot be read, and the piece of it. */
export interface NumberedFault {
  fault: 'empty' | 'unreadable' | 'backwards' | 'tooMany';
  piece: string;
}

/** Buildings of one list at most: no community has more. */
export const MOST_BUILDINGS_AT_ONCE = 100;

const PIECES = /[,，、;；\s]+/;
/** `1-12栋`, `A–D座`, `03号楼`: from, to, and what stands behind the number. */
const PIECE =
  /^(\d{1,4}|[A-Za-z])(?:(栋|幢|座|号楼|号|楼)?(?:-|–|—|~|～|至|到)(\d{1,4}|[A-Za-z]))?(栋|幢|座|号楼|号|楼)?$/u;

const plainWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

const between = (from: string, to: string): string[] | null => {
  const numbers = /^\d/.test(from);
  if (numbers !== /^\d/.test(to)) return null;
  const place = (sign: string) => (numbers ? Number(sign) : sign.toUpperCase().charCodeAt(0));
  const [first, last] = [place(from), place(to)];
  const count = Math.min(Math.max(last - first + 1, 0), MOST_BUILDINGS_AT_ONCE + 1);
  return Array.from({ length: count }, (_, step) =>
    numbers
      ? // `01-12` keeps its noughts.
        String(first + step).padStart(from.startsWith('0') ? from.length : 1, '0')
      : String.fromCharCode(first + step)
  );
};

/**
 * Reads a list of buildings as people write it: `1–12栋`, `1-3,5,8-10号楼`, `A至D座`. Where a piece says no word behind
 * its number, the list's last one stands, else 栋. The same building twice is one.
 */
export const numberedBuildings = (text: string): NumberedBuilding[] | NumberedFault => {
  const pieces = plainWidth(text).trim().split(PIECES).filter(Boolean);
  if (pieces.length === 0) return { fault: 'empty', piece: '' };
  const read = pieces.map((piece) => PIECE.exec(piece));
  const words = read.map((each) => each?.[4] ?? each?.[2]);
  const usual = [...words].reverse().find(Boolean) ?? '栋';
  const found = new Map<string, NumberedBuilding>();
  for (const [index, piece] of pieces.entries()) {
    const [, from, , to = from] = read[index] ?? [];
    const codes = from === undefined ? null : between(from, to as string);
    if (!codes) return { fault: 'unreadable', piece };
    if (codes.length === 0) return { fault: 'backwards', piece };
    for (const code of codes) found.set(code, { code, name: `${code}${words[index] ?? usual}` });
    if (found.size > MOST_BUILDINGS_AT_ONCE) return { fault: 'tooMany', piece };
  }
  return [...found.values()];
};
