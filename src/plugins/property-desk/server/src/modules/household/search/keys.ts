import { pinyin } from 'pinyin-pro';
import { initialsOf, plateKeyOf } from '../room';

const LONGEST = 120;

/** The pinyin of a name in one word, `吕晓明` → `lvxiaoming`; letters stay. A surname is read as a surname. */
export const pinyinOf = (name: string): string =>
  pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', surname: 'head', v: true })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, LONGEST);

/** What a resident is found by besides the name itself; whoever writes residents by statements of their own adds it. */
export const residentKeys = (name: string) => ({ initials: initialsOf(name), pinyin: pinyinOf(name) });

/**
 * A plate from its end, `沪A12345` → `54321A沪`: people say its last signs, and an index finds beginnings only. Whoever
 * writes vehicles by statements of their own adds it.
 */
export const plateEndOf = (plate: string): string => [...plateKeyOf(plate)].reverse().join('');
