import type { Knex } from 'knex';
import type { Confidential } from '../confidential/confidential';
import type { Row, Rows } from '../storage/rows';
import type { PersonalData } from './declare';
import type { Subject } from './subject';

/** The records of one declaration that are the person's, oldest first. */
export const recordsOf = async (
  { rows, confidential }: { rows: Rows; confidential: Confidential },
  connection: Knex,
  { uid, whose }: PersonalData,
  subject: Subject
): Promise<Row[]> => {
  if (whose.by === 'self') return subject.records;
  const { name } = rows.table(uid);
  const column = (attribute: string) => rows.column(uid, attribute);
  const asRows = (found: Record<string, unknown>[]) => found.map((raw) => rows.fromColumns(uid, raw));
  if (whose.by === 'reference')
    return asRows(await connection(name).whereIn(column(whose.attribute), subject.ids).orderBy('id'));

  const found = new Map<number, Row>();
  const fields = confidential.confidentialIn(uid);
  const field = whose.telephone ? fields[whose.telephone] : undefined;
  const numbers = new Set(subject.known.filter(({ kind }) => kind === field?.kind).map(({ plain }) => plain));
  const own = asRows(await connection(name).whereIn(column(whose.home), subject.homes.ids).orderBy('id'));
  for (const row of own) {
    const named = subject.names.includes(String(row[whose.name] ?? ''));
    // Where there is no hash to find it by, what is entered at their own home is compared.
    const called =
      whose.telephone && field && !field.hash
        ? numbers.has(confidential.open(uid, row.documentId, whose.telephone, row[whose.telephone]) ?? '')
        : false;
    if (named || called) found.set(row.id, row);
  }
  if (field?.hash && subject.telephoneHashes.length) {
    const query = connection(name).whereIn(column(field.hash), subject.telephoneHashes).orderBy('id');
    if (rows.table(uid).columns.has('community')) query.where(column('community'), subject.community);
    // A telephone that several of a family share tells whose it is by the name beside it.
    const shared = await othersWith(rows, confidential, connection, subject);
    for (const row of asRows(await query)) if (!shared.has(String(row[whose.name] ?? ''))) found.set(row.id, row);
  }
  return [...found.values()].sort((one, other) => one.id - other.id);
};

/** Names of other people who are called by the same telephone. */
const othersWith = async (rows: Rows, confidential: Confidential, connection: Knex, subject: Subject) => {
  const { uid, self, ids, telephoneHashes, names } = subject;
  const hash = confidential.confidentialIn(uid)[self.telephone].hash as string;
  const found: Record<string, string>[] = await connection(rows.table(uid).name)
    .whereIn(rows.column(uid, hash), telephoneHashes)
    .whereNotIn('id', ids)
    .select(rows.column(uid, self.name));
  return new Set(found.flatMap((raw) => Object.values(raw)).filter((name) => !names.includes(name)));
};
