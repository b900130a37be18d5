import type { Unit } from './book/units';

/** Units of one piece that would write something, each with what the archive held of it when it was checked. */
export interface Piece {
  units: Unit[];
  /** By unit. */
  fingerprints: string[];
}

/** Bytes that say how long the piece is that follows. */
const LENGTH = 4;

/** What was checked, as it is kept until it is written: piece after piece, so that none is read before its turn. */
export const packPlan = (pieces: Piece[]): Buffer =>
  Buffer.concat(
    pieces.flatMap((piece) => {
      const json = Buffer.from(JSON.stringify(piece));
      const length = Buffer.alloc(LENGTH);
      length.writeUInt32LE(json.length);
      return [length, json];
    })
  );

/** The pieces of a plan, each as it is read. */
export function* piecesIn(plan: Buffer): Generator<Piece> {
  for (let at = 0; at < plan.length;) {
    const length = plan.readUInt32LE(at);
    yield JSON.parse(plan.toString('utf8', at + LENGTH, at + LENGTH + length)) as Piece;
    at += LENGTH + length;
  }
}
