import type { SearchWay } from '../../../../../contracts';
import { plateKeyOf } from '../room';
import type { Hit } from './queries/ways';
import type { Reading } from './reading';

/** A household that was found, and by what, the surest first. */
export interface Line {
  household: number;
  why: Hit[];
}

/** Ways from the surest to the one that says least. */
const ORDER: SearchWay[] = [
  'telephone',
  'identity_number',
  'plate',
  'room',
  'key',
  'parking_space',
  'file_number',
  'name',
  'initials',
  'pinyin',
  'building',
];

/** Whether the whole text was met, not only its beginning or its end. */
const isWhole = ({ way, text }: Hit, reading: Reading): boolean => {
  if (way === 'name') return text === reading.name;
  if (way === 'initials' || way === 'pinyin') return text === reading.letters;
  if (way === 'plate') return plateKeyOf(text ?? '') === reading.plate;
  return way !== 'building';
};

/** The whole before the part, who lives there before who has left, the sure way before the others. */
const rankOf = (hit: Hit, reading: Reading): number => {
  // DA-00501 was meant as a file number; 501 is a room first.
  const surely = hit.way === 'file_number' && reading.fileNumber?.written ? -1 : ORDER.indexOf(hit.way);
  return (isWhole(hit, reading) ? 0 : 200) + (hit.former ? 100 : 0) + surely;
};

/** Households in the order in which they are shown, each once with every reason for it. */
export const ranked = (hits: Hit[], reading: Reading): Line[] => {
  const sorted = hits
    .map((hit, at) => ({ hit, at, rank: rankOf(hit, reading) }))
    .sort((one, other) => one.rank - other.rank || one.at - other.at);
  const lines = new Map<number, Line>();
  for (const { hit } of sorted) {
    const line = lines.get(hit.household) ?? { household: hit.household, why: [] };
    lines.set(hit.household, line);
    // The same person is not named twice, by the whole and by the beginning.
    if (!line.why.some(({ way, resident }) => way === hit.way && resident === hit.resident)) line.why.push(hit);
  }
  return [...lines.values()];
};
