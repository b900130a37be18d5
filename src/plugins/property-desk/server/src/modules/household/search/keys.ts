import { pinyin } from 'pinyin-pro';
import { plateKeyOf } from '../room';

const LONGEST = 120;

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, LONGEST);

/**
 * What a resident is found by besides the name itself: its pinyin in one word, `吕晓明` → `lvxiaoming`, and the initials
 * of it; letters stay, a surname is read as a surname. Whoever writes residents by statements of their own adds it, and
 * the community of the household as `homeCommunity`; else the next search does.
 */
export const residentKeys = (name: string): { initials: string; pinyin: string } => {
  const read = pinyin(name, { toneType: 'none', type: 'all', nonZh: 'consecutive', surname: 'head', v: true });
  return {
    initials: plain(read.map(({ isZh, pinyin: sound, origin }) => (isZh ? sound.slice(0, 1) : origin)).join('')).slice(
      0,
      50
    ),
    pinyin: plain(read.map(({ isZh, pinyin: sound, origin }) => (isZh ? sound : origin)).join('')),
  };
};

/**
 * What a vehicle is found by: its plate as it is compared, and that from its end, `沪A12345` → `54321A沪`: people say the
 * last signs, and an index finds beginnings only. Whoever writes vehicles by statements of their own adds it.
 */
export const vehicleKeys = (plate: string): { plateKey: string; plateEnd: string } => {
  const plateKey = plateKeyOf(plate);
  return { plateKey, plateEnd: [...plateKey].reverse().join('') };
};
