import type { IdentifierKind } from '../../../../../contracts';

/** Somebody on the case. What they are decides the word that stands for them: 业主甲, 工作人员甲, 相关人员甲. */
export interface ListedPerson {
  name: string;
  kind: 'resident' | 'staff' | 'other';
}

/** A home of somebody on the case. */
export interface ListedRoom {
  building: { code: string; name: string } | null;
  unit: string | null;
  room: string;
}

/** What everyone on a case can be recognised by. */
export interface Identifiers {
  names: ListedPerson[];
  telephones: string[];
  plates: string[];
  rooms: ListedRoom[];
  mails: string[];
  identityNumbers: string[];
  /** Chat accounts. */
  accounts: string[];
}

export const NOBODY: Identifiers = {
  names: [],
  telephones: [],
  plates: [],
  rooms: [],
  mails: [],
  identityNumbers: [],
  accounts: [],
};

/** A piece of a text that gives somebody away, in UTF-16 units of the text as it was written. */
export interface Piece {
  start: number;
  end: number;
  text: string;
  kind: IdentifierKind;
}

/** A listed piece with the word that takes its place; `person` is the one meant, null where it may be several. */
export interface ListedPiece extends Piece {
  as: { word: string } | { person: Person };
}

/** A person as the texts speak of them; several listed names can be one person. */
export interface Person {
  names: string[];
  kind: ListedPerson['kind'];
}
