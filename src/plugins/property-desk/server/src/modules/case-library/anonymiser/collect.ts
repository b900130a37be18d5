import { roomKey } from '../../household';
import { numbersLike } from './find-numbers';
import { roomsLike } from './find-rooms';
import type { Identifiers, ListedRoom, Piece } from './identifiers';
import { startsLikeAName } from './surnames';
import { numbered } from './view';

const LISTS = {
  telephone: 'telephones',
  plate: 'plates',
  mail: 'mails',
  identityNumber: 'identityNumbers',
  account: 'accounts',
} as const;

/** Beyond doubt somebody's: hotlines and tails of numbers are left to whoever confirms. */
const certain = ({ kind, text }: Piece): boolean =>
  kind === 'telephone'
    ? /1[3-9](?:[\s\-—.]?\d){9}$/u.test(text.normalize('NFKC'))
    : kind !== 'plate' || /\p{Script=Han}/u.test(text);

/** Telephones, plates and the like that stand in a text of the case itself. */
export const numbersIn = (text: string): Partial<Identifiers> => {
  const found: Partial<Identifiers> = {};
  for (const piece of numbersLike(numbered(text), text)) {
    if (piece.kind === 'name' || piece.kind === 'room' || !certain(piece)) continue;
    const list = LISTS[piece.kind];
    found[list] = [...(found[list] ?? []), piece.text];
  }
  return found;
};

const roomOf = (text: string): ListedRoom | null => {
  const parts = roomKey(text)?.split('-');
  if (!parts || parts.length < 2 || parts.length > 3) return null;
  const [code] = parts;
  return { building: { code, name: code }, unit: parts.length === 3 ? parts[1] : null, room: parts.at(-1) as string };
};

/** Whom a witness's description names: `李红（3栋201，13900001234）, 邻居`. */
export const witnessIn = (description: string): Partial<Identifiers> => {
  const named = description.split(/[\s,，、;；:：(（]/u).filter((each) => each !== '');
  const names = named.filter((each) => /^\p{Script=Han}{2,4}$/u.test(each) && startsLikeAName(each)).slice(0, 1);
  const rooms = roomsLike(numbered(description), description, []).map(({ text }) => roomOf(text));
  return {
    ...numbersIn(description),
    names: names.map((name) => ({ name, kind: 'other' as const })),
    rooms: rooms.filter((room): room is ListedRoom => room !== null),
  };
};

/** Several lists as one, nothing twice. */
export const together = (lists: Partial<Identifiers>[]): Identifiers => {
  const all = <K extends keyof Identifiers>(key: K): Identifiers[K] => {
    const entries = lists.flatMap((list) => (list[key] ?? []) as unknown[]);
    return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()] as Identifiers[K];
  };
  return {
    names: all('names'),
    telephones: all('telephones'),
    plates: all('plates'),
    rooms: all('rooms'),
    mails: all('mails'),
    identityNumbers: all('identityNumbers'),
    accounts: all('accounts'),
  };
};
