import type { Knex } from 'knex';
import type { Confidential } from '../confidential/confidential';
import { anySpelling, type Known } from '../confidential/kinds';
import type { Row, Rows } from '../storage/rows';
import type { PersonalData, Whose } from './declare';

type Self = Extract<Whose, { by: 'self' }>;

/** A person whose data are asked for: all their records in one community, and what they are known by. */
export interface Subject {
  uid: string;
  /** What their own records say of them, and where. */
  self: Self;
  community: number;
  /** One for each home. */
  records: Row[];
  ids: number[];
  homes: { uid: string; ids: number[]; documentIds: string[] };
  names: string[];
  /** Keyed hashes of their telephones. */
  telephoneHashes: string[];
  /** Telephone and identity numbers and addresses as they are. */
  known: Known[];
  /** Front-end accounts that are theirs. */
  users: number[];
}

/** The declaration of people's own records. */
export const selfOf = (declared: PersonalData[]): PersonalData & { whose: Self } => {
  const found = declared.find(({ whose }) => whose.by === 'self');
  if (!found) throw new Error('no module keeps people');
  return found as PersonalData & { whose: Self };
};

const distinct = <T>(all: T[]): T[] => [...new Set(all)];

/**
 * Everything that is the same person's as a record: the same account, the same identity number, or the same name with
 * the same telephone, in the same community. Another community's office answers for its own.
 */
export const subjectOf = async (
  { rows, confidential }: { rows: Rows; confidential: Confidential },
  declared: PersonalData[],
  connection: Knex,
  id: number
): Promise<Subject | null> => {
  const { uid, whose } = selfOf(declared);
  const row = await rows.first(connection, uid, { id });
  if (!row) return null;
  const homeUid = rows.table(uid).columns.get(whose.home)?.target as string;
  const fields = confidential.confidentialIn(uid);
  const hashOf = (attribute: string) => fields[attribute]?.hash as string;
  const identity = hashOf(whose.identityNumber);
  const telephone = hashOf(whose.telephone);
  const alike = [
    row[whose.user] !== null && { [whose.user]: row[whose.user] },
    row[identity] !== null && { [identity]: row[identity] },
    row[telephone] !== null && { [telephone]: row[telephone], [whose.name]: row[whose.name] },
  ].filter((where) => where !== false);
  const found = new Map([[row.id, row]]);
  for (const where of alike) for (const other of await rows.find(connection, uid, where)) found.set(other.id, other);
  const homes = await rows.byIds(
    connection,
    homeUid,
    [...found.values()].map((each) => each[whose.home])
  );
  const community = homes.get(row[whose.home] as number)?.community as number;
  const records = [...found.values()].filter((each) => homes.get(each[whose.home] as number)?.community === community);
  const mine = distinct(records.map((each) => each[whose.home] as number));
  const plain = (attribute: string) =>
    records.flatMap((each): Known[] => {
      const value = confidential.open(uid, each.documentId, attribute, each[attribute]);
      return value ? [{ kind: fields[attribute].kind, plain: value }] : [];
    });
  return {
    uid,
    self: whose,
    community,
    records,
    ids: records.map((each) => each.id),
    homes: { uid: homeUid, ids: mine, documentIds: mine.map((home) => homes.get(home)!.documentId) },
    names: distinct(records.map((each) => String(each[whose.name] ?? ''))).filter(Boolean),
    telephoneHashes: distinct(records.map((each) => each[telephone] as string | null)).filter((hash) => hash !== null),
    known: [whose.telephone, whose.identityNumber, whose.mail].flatMap(plain),
    users: distinct(records.map((each) => each[whose.user] as number | null)).filter((user) => user !== null),
  };
};

/** A text in which nothing tells the person: `mark` stands where their name or one of their numbers stood. */
export const without = ({ names, known }: Pick<Subject, 'names' | 'known'>, text: string, mark: string): string => {
  const numbers = known.reduce((left, each) => left.replace(anySpelling(each.kind, each.plain), mark), text);
  // One sign is no name to look for: it stands in every second word.
  return names.filter((name) => [...name].length > 1).reduce((left, name) => left.replaceAll(name, mark), numbers);
};
