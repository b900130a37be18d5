import type { Knex } from 'knex';
import { ACCESS_LOG_UID } from '../confidential/access-log';
import type { Confidential } from '../confidential/confidential';
import { CASE_FILE_UID, type Files } from '../files/files';
import { EVENT_UID } from '../ledger/ledger';
import { OBLIGATION_UID } from '../obligation/obligations';
import { OUTBOX_UID } from '../outbox/outbox';
import type { Rows, Table } from '../storage/rows';
import { typeOf, type PersonalData } from './declare';
import { recordsOf } from './records';
import { without, type Subject } from './subject';

/** Values that one statement compares with at most. */
const TOGETHER = 200;

/** What stands where a person stood, in stories that have to stay. */
export interface Parts {
  rows: Rows;
  confidential: Confidential;
  files: Files;
  declared: PersonalData[];
  /** Content types of the plugin, by uid. */
  uids: string[];
  mark: string;
  /** Deletes a record as the Content Manager would, so that what is derived from it follows. */
  remove: (uid: string, id: number) => Promise<unknown>;
}

/** Every string of a value without the person. */
const cleared = (value: unknown, clear: (text: string) => string): unknown => {
  if (typeof value === 'string') return clear(value);
  if (Array.isArray(value)) return value.map((each) => cleared(each, clear));
  if (value && typeof value === 'object' && !(value instanceof Date))
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleared(each, clear)]));
  return value;
};

/**
 * Takes a person out of everything that the installation holds (Personal Information Protection Law, article 47), in
 * the caller's transaction. It is the one lawful change of what is otherwise append-only: references go blank and
 * names give way to a mark, in cases, events and messages alike. What happened, when, and what was owed stays, and
 * so do the figures made of it. What others wrote about them elsewhere cannot be told from a namesake and is left.
 * @returns private files whose content must go once the transaction is committed
 */
export const forget = async (parts: Parts, trx: Knex.Transaction, subject: Subject, at: Date): Promise<string[]> => {
  const { rows, confidential, files, declared, uids, mark, remove } = parts;
  const clear = (text: string) => without(subject, text, mark);

  const eachPart = async <T>(values: T[], work: (part: T[]) => Promise<unknown>) => {
    for (let from = 0; from < values.length; from += TOGETHER) await work(values.slice(from, from + TOGETHER));
  };

  /** Clears the texts of rows that a query finds; sealed values are no texts. */
  const clearTexts = async (uid: string, query: Knex.QueryBuilder) => {
    const table: Table = rows.table(uid);
    const sealed = confidential.confidentialIn(uid);
    for (const raw of await query) {
      const row = rows.fromColumns(uid, raw);
      const changed: Record<string, unknown> = {};
      for (const { attribute, kind } of table.columns.values()) {
        const value = row[attribute];
        if (sealed[attribute] || attribute === 'documentId' || !['plain', 'json'].includes(kind)) continue;
        const bare = cleared(value, clear);
        if (JSON.stringify(bare) !== JSON.stringify(value)) changed[attribute] = bare;
      }
      if (Object.keys(changed).length) await trx(table.name).where({ id: row.id }).update(rows.toColumns(uid, changed));
    }
  };

  // Whatever is told of in the ledgers: their records, what belongs to their homes, and the homes themselves.
  const told = new Set<string>([...subject.homes.documentIds, ...subject.records.map(({ documentId }) => documentId)]);
  const gone: string[] = [];

  for (const declaration of declared.filter(({ whose }) => whose.by !== 'self')) {
    const { uid, whose, deletion } = declaration;
    const { name } = rows.table(uid);
    const found = await recordsOf(parts, trx, declaration, subject);
    for (const row of found) {
      if (uid !== EVENT_UID) told.add(row.documentId);
      if (deletion === 'remove') {
        gone.push(...(await files.forget(trx, row.documentId)));
        await remove(uid, row.id);
        continue;
      }
      const fields = confidential.confidentialIn(uid);
      const hash = (attribute: string) => fields[attribute]?.hash;
      const blank = [...deletion, whose.by === 'contact' && whose.telephone].filter((each) => each !== false && each);
      const values: Record<string, unknown> = {};
      for (const attribute of blank as string[]) {
        values[attribute] = null;
        const hashed = hash(attribute);
        if (hashed) values[hashed] = null;
      }
      if (whose.by === 'reference') values[whose.attribute] = null;
      if (whose.by !== 'self' && whose.name && row[whose.name]) values[whose.name] = mark;
      await trx(name).where({ id: row.id }).update(rows.toColumns(uid, values));
    }
    const ids = found.map(({ id }) => id);
    if (deletion !== 'remove') await eachPart(ids, (part) => clearTexts(uid, trx(name).whereIn('id', part)));
  }

  for (const { id, documentId } of subject.records) {
    gone.push(...(await files.forget(trx, documentId)));
    await remove(subject.uid, id);
  }
  // Stories come last: whoever keeps them may have told of the deletions, too.
  for (const uid of uids.filter((each) => each !== subject.uid)) {
    const table = rows.table(uid);
    for (const { column, target } of table.columns.values()) {
      if (target !== subject.homes.uid) continue;
      const found = await trx(table.name).whereIn(column, subject.homes.ids).select('document_id');
      found.forEach((raw: { document_id: string }) => told.add(raw.document_id));
      await clearTexts(uid, trx(table.name).whereIn(column, subject.homes.ids));
    }
  }
  await clearTexts(subject.homes.uid, trx(rows.table(subject.homes.uid).name).whereIn('id', subject.homes.ids));

  const table = (uid: string) => rows.table(uid).name;
  await eachPart([...told], async (part) => {
    for (const uid of [EVENT_UID, OBLIGATION_UID, OUTBOX_UID, CASE_FILE_UID])
      await clearTexts(uid, trx(table(uid)).whereIn('case_document_id', part));
    const types = uids.flatMap((uid) => [uid, typeOf(uid)]);
    await clearTexts(
      ACCESS_LOG_UID,
      trx(table(ACCESS_LOG_UID)).whereIn('record_type', types).whereIn('record_document_id', part)
    );
  });

  // What is still on its way to them is not sent; what was sent stays as a count of its notice.
  const recipients = [
    ...subject.records.map(({ documentId }) => documentId),
    ...subject.known.filter(({ kind }) => kind === 'mail').map(({ plain }) => plain),
  ];
  const theirs = () => trx(table(OUTBOX_UID)).whereIn('recipient', recipients);
  await theirs().whereIn('state', ['pending', 'dead']).delete();
  await theirs().update(rows.toColumns(OUTBOX_UID, { recipient: mark, body: mark, updatedAt: at }));

  return gone;
};
