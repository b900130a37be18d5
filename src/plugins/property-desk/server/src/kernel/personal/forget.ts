import type { Knex } from 'knex';
import { ACCESS_LOG_UID } from '../confidential/access-log';
import type { Confidential } from '../confidential/confidential';
import type { Known } from '../confidential/kinds';
import { CASE_FILE_UID, type Files } from '../files/files';
import { EVENT_UID } from '../ledger/ledger';
import { OBLIGATION_UID } from '../obligation/obligations';
import { OUTBOX_UID } from '../outbox/outbox';
import type { Row, Rows } from '../storage/rows';
import { typeOf, type PersonalData } from './declare';
import { recordsOf } from './records';
import { clearTexts, inParts } from './clear-texts';
import type { Subject } from './subject';

/** What a deletion by right works on. */
export interface Parts {
  rows: Rows;
  confidential: Confidential;
  files: Files;
  declared: PersonalData[];
  /** Content types of the plugin, by uid. */
  uids: string[];
  /** What stands where a person stood, in stories that have to stay. */
  mark: string;
  /** Deletes a record as the Content Manager would, so that what is derived from it follows. */
  remove: (uid: string, id: number) => Promise<unknown>;
}

/** Attributes that a deletion empties in records of a declaration that stay. */
const emptied = ({ whose, deletion }: PersonalData): string[] => [
  ...(deletion === 'remove' ? [] : deletion),
  ...(whose.by === 'contact' && whose.telephone ? [whose.telephone] : []),
];

/** Numbers and addresses that their records hold besides their own record's: another telephone that they were called by. */
const alsoKnown = ({ confidential }: Parts, declaration: PersonalData, found: Row[]): Known[] => {
  const fields = confidential.confidentialIn(declaration.uid);
  return found.flatMap((row) =>
    emptied(declaration).flatMap((attribute): Known[] => {
      const plain = fields[attribute]
        ? confidential.open(declaration.uid, row.documentId, attribute, row[attribute])
        : null;
      return plain ? [{ kind: fields[attribute].kind, plain }] : [];
    })
  );
};

/** A record that stays, without the person: the reference blank, the name a mark, numbers and their hashes gone. */
const blank = async (parts: Parts, trx: Knex.Transaction, declaration: PersonalData, row: Row) => {
  const { rows, confidential, mark } = parts;
  const { uid, whose } = declaration;
  const fields = confidential.confidentialIn(uid);
  const values: Record<string, unknown> = {};
  for (const attribute of emptied(declaration)) {
    values[attribute] = null;
    const { hash } = fields[attribute] ?? {};
    if (hash) values[hash] = null;
  }
  if (whose.by === 'reference') values[whose.attribute] = null;
  if (whose.by !== 'self' && whose.name && row[whose.name]) values[whose.name] = mark;
  await trx(rows.table(uid).name).where({ id: row.id }).update(rows.toColumns(uid, values));
};

/**
 * Takes a person out of everything that the installation holds (Personal Information Protection Law, article 47), in
 * the caller's transaction. It is the one lawful change of what is otherwise append-only: references go blank and
 * names give way to a mark, in cases, events and messages alike. What happened, when, and what was owed stays, and
 * so do the figures made of it. What others wrote about them elsewhere cannot be told from a namesake and is left.
 * @returns private files whose content must go once the transaction is committed
 */
export const forget = async (parts: Parts, trx: Knex.Transaction, person: Subject, at: Date): Promise<string[]> => {
  const { rows, files, declared, uids, mark, remove } = parts;
  const table = (uid: string) => rows.table(uid).name;
  const theirs: { declaration: PersonalData; found: Row[] }[] = [];
  for (const declaration of declared.filter(({ whose }) => whose.by !== 'self'))
    theirs.push({ declaration, found: await recordsOf(parts, trx, declaration, person) });
  const known = theirs.flatMap(({ declaration, found }) => alsoKnown(parts, declaration, found));
  const subject = { ...person, known: [...person.known, ...known] };
  const clear = (uid: string, query: Knex.QueryBuilder) => clearTexts(parts, trx, subject, uid, query);

  // Whatever is told of in the ledgers: their records, what belongs to their homes, and the homes themselves.
  const told = new Set<string>([...subject.homes.documentIds, ...subject.records.map(({ documentId }) => documentId)]);
  const gone: string[] = [];
  const removed = async (uid: string, { id, documentId }: Row) => {
    gone.push(...(await files.forget(trx, documentId)));
    await remove(uid, id);
  };

  for (const { declaration, found } of theirs) {
    const { uid, deletion } = declaration;
    for (const row of found) {
      if (uid !== EVENT_UID) told.add(row.documentId);
      await (deletion === 'remove' ? removed(uid, row) : blank(parts, trx, declaration, row));
    }
    if (deletion !== 'remove')
      await inParts(
        found.map(({ id }) => id),
        (part) => clear(uid, trx(table(uid)).whereIn('id', part))
      );
  }
  for (const row of subject.records) await removed(subject.uid, row);

  // Stories come last: whoever keeps them may have told of the deletions, too.
  for (const uid of uids.filter((each) => each !== subject.uid))
    for (const { column, target } of rows.table(uid).columns.values()) {
      if (target !== subject.homes.uid) continue;
      const found = await trx(table(uid)).whereIn(column, subject.homes.ids).select('document_id');
      found.forEach((raw: { document_id: string }) => told.add(raw.document_id));
      await clear(uid, trx(table(uid)).whereIn(column, subject.homes.ids));
    }
  await clear(subject.homes.uid, trx(table(subject.homes.uid)).whereIn('id', subject.homes.ids));
  const types = uids.flatMap((uid) => [uid, typeOf(uid)]);
  await inParts([...told], async (part) => {
    for (const uid of [EVENT_UID, OBLIGATION_UID, OUTBOX_UID, CASE_FILE_UID])
      await clear(uid, trx(table(uid)).whereIn('case_document_id', part));
    await clear(
      ACCESS_LOG_UID,
      trx(table(ACCESS_LOG_UID)).whereIn('record_type', types).whereIn('record_document_id', part)
    );
  });

  // What is still on its way to them is not sent; what was sent stays as a count of its notice.
  const recipients = [
    ...subject.records.map(({ documentId }) => documentId),
    ...subject.known.filter(({ kind }) => kind === 'mail').map(({ plain }) => plain),
  ];
  const toThem = () => trx(table(OUTBOX_UID)).whereIn('recipient', recipients);
  await toThem().whereIn('state', ['pending', 'dead']).delete();
  await toThem().update(rows.toColumns(OUTBOX_UID, { recipient: mark, body: mark, updatedAt: at }));
  return gone;
};
