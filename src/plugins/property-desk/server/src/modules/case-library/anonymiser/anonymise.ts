import { listedNames, namesLike } from './find-names';
import { listedNumbers, numbersLike } from './find-numbers';
import { listedRooms, roomsLike } from './find-rooms';
import { NOBODY, type Identifiers, type ListedPiece, type Person, type Piece } from './identifiers';
import { peopleOf, surnamesOf } from './names';
import { folded, numbered } from './view';

export { NOBODY, type Identifiers, type ListedPerson, type ListedRoom, type Piece } from './identifiers';

/** What became of a text. */
export interface Anonymised {
  text: string;
  /** What was taken out, as it stood, with the word that took its place. */
  replaced: (Pick<Piece, 'text' | 'kind'> & { by: string })[];
  /** What merely looks like an identifier, for a person to judge; positions are those in `text`. */
  suspects: Piece[];
}

const LETTERS = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'];
/** What already stands for somebody. */
const STANDING_IN = new RegExp(`(?:业主|工作人员|相关人员)[${LETTERS.join('')}]|有关人员`, 'gu');
const NOUN = { resident: '业主', staff: '工作人员', other: '相关人员' };

/** The longest first; what overlaps a longer one is part of it. In the order of the text. */
const apart = <P extends Piece>(pieces: P[]): P[] => {
  const kept: P[] = [];
  for (const piece of [...pieces].sort(
    (one, other) => other.end - other.start - (one.end - one.start) || one.start - other.start
  ))
    if (kept.every(({ start, end }) => piece.end <= start || piece.start >= end)) kept.push(piece);
  return kept.sort((one, other) => one.start - other.start);
};

/**
 * Anonymises texts of one case. The same person has the same letter in all of them, given in the order in which
 * people appear.
 */
export const createAnonymiser = (known: Partial<Identifiers>) => {
  const identifiers: Identifiers = { ...NOBODY, ...known };
  const people = peopleOf(identifiers.names);
  const letters = new Map<Person, string>();
  // A letter that is also the surname of somebody here would be taken for them.
  const free = LETTERS.filter((letter) => !people.some((person) => surnamesOf(person).includes(letter)));

  const wordFor = (person: Person): string => {
    const given = letters.get(person);
    if (given) return given;
    const count = [...letters.keys()].filter(({ kind }) => kind === person.kind).length;
    const word = `${NOUN[person.kind]}${free[count] ?? count + 1}`;
    letters.set(person, word);
    return word;
  };

  const listed = (text: string): ListedPiece[] => {
    const plain = folded(text);
    const digits = numbered(text);
    return apart([
      ...listedNames(plain, text, people),
      ...listedNumbers(digits, text, identifiers),
      ...listedNumbers(plain, text, identifiers),
      ...listedRooms(digits, text, identifiers.rooms),
    ]);
  };

  const suspected = (text: string): Piece[] => {
    const plain = folded(text);
    const digits = numbered(text);
    const words = [...text.matchAll(STANDING_IN)].map(({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
    }));
    return apart([
      ...namesLike(plain, text, people),
      ...numbersLike(digits, text),
      ...roomsLike(digits, text, identifiers.rooms),
    ]).filter((piece) => words.every(({ start, end }) => piece.end <= start || piece.start >= end));
  };

  /** 业主王先生 becomes 业主甲, not 业主业主甲. */
  const joined = (ahead: string, word: string): string => {
    const noun = Object.values(NOUN).find((each) => word.startsWith(each) && ahead.endsWith(each));
    return noun ? word.slice(noun.length) : word;
  };

  const replaceOnce = (text: string, replaced: Anonymised['replaced']): string => {
    let made = '';
    let from = 0;
    for (const { start, end, kind, as } of listed(text)) {
      const by = 'person' in as ? wordFor(as.person) : as.word;
      replaced.push({ text: text.slice(start, end), kind, by });
      made += text.slice(from, start);
      made += joined(made, by);
      from = end;
    }
    return made + text.slice(from);
  };

  return {
    /** A text without the identifiers of anybody on the case. */
    anonymise(text: string): Anonymised {
      const replaced: Anonymised['replaced'] = [];
      let made = replaceOnce(text, replaced);
      // What overlapped may have left a piece that is one by itself.
      for (let round = 0; round < 3 && listed(made).length > 0; round += 1) made = replaceOnce(made, replaced);
      return { text: made, replaced, suspects: suspected(made) };
    },

    /** Identifiers of people on the case that stand in a text. */
    remaining: (text: string): Piece[] =>
      listed(text).map(({ start, end, text: piece, kind }) => ({ start, end, text: piece, kind })),

    suspected,
  };
};

/** Anonymises one text; several of one case share an anonymiser. */
export const anonymise = (text: string, identifiers: Partial<Identifiers>): Anonymised =>
  createAnonymiser(identifiers).anonymise(text);
