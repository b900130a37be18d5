import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { say, WORDS, type CopySection, type Locale } from '../../../../contracts';
import { ACCESS_LOG_UID } from '../confidential/access-log';
import type { Clock } from '../clock/clock';
import type { Confidential } from '../confidential/confidential';
import type { Files } from '../files/files';
import type { Row, Rows } from '../storage/rows';
import type { CaseDefinition } from '../workflow/define';
import { typeOf, type PersonalData } from './declare';
import { forget } from './forget';
import { recordsOf } from './records';
import { selfOf, subjectOf, type Subject } from './subject';

export { coveredBy, declaredIn, typeOf, type PersonalData } from './declare';
export type { Subject } from './subject';

const PLUGIN = 'plugin::property-desk.';

/** The word for an attribute: what the type calls it, else what it is called everywhere. */
export const labelOf = (locale: Locale, type: string, attribute: string): string => {
  const own = `${type}.field.${attribute}`;
  return WORDS[locale][own] ? own : `field.${attribute}`;
};

/** Looks that stand in a copy, one line for each kind. */
export interface Look {
  kind: string;
  count: number;
  last: Date;
}

/** What the rights of a person need of the whole installation: who they are, what is held, what is open, and its end. */
export const createPersonal = (parts: {
  strapi: Core.Strapi;
  rows: Rows;
  clock: Clock;
  confidential: Confidential;
  files: Files;
  declared: PersonalData[];
  definitions: Map<string, CaseDefinition>;
  locale: Locale;
}) => {
  const { strapi, rows, clock, confidential, declared, definitions, locale } = parts;

  const shown = async (connection: Knex, uid: string, row: Row, attribute: string): Promise<string> => {
    const { kind, target } = rows.table(uid).columns.get(attribute) ?? {};
    const value = row[attribute];
    if (value === null || value === undefined || value === '') return '';
    if (confidential.confidentialIn(uid)[attribute])
      return confidential.open(uid, row.documentId, attribute, value) ?? '';
    if (kind === 'relation') {
      const named = await rows.first(connection, target as string, { id: value });
      return named ? String(named.name ?? named.number ?? named.title ?? named.username ?? '') : '';
    }
    if (value instanceof Date) return clock.format(value);
    if (typeof value === 'boolean') return say(locale, value ? 'print.yes' : 'print.no');
    const schema = strapi.contentType(uid as never) as unknown as {
      attributes: Record<string, { type: string }>;
      pluginOptions?: { 'property-desk'?: { words?: Record<string, string> } };
    };
    const words = schema.pluginOptions?.['property-desk']?.words?.[attribute];
    if (schema.attributes[attribute]?.type === 'enumeration' && words)
      return say(locale, `${words}.${value as string}`);
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };

  return {
    declared,

    /** Who a record is, with all their records in its community; null for an unknown one. */
    subjectOf: (connection: Knex, id: number): Promise<Subject | null> => subjectOf(parts, declared, connection, id),

    /** Everything that is held about a person, in words and in full, by kind of record; kinds of which there is none are left out. */
    async copyOf(connection: Knex, subject: Subject): Promise<CopySection[]> {
      const sections: CopySection[] = [];
      for (const declaration of declared) {
        const { uid, copy } = declaration;
        const found = copy.length ? await recordsOf(parts, connection, declaration, subject) : [];
        if (found.length === 0) continue;
        const type = typeOf(uid);
        const records = [];
        for (const row of found) {
          const lines = [];
          for (const attribute of copy) {
            const value = await shown(connection, uid, row, attribute);
            if (value) lines.push({ label: say(locale, labelOf(locale, type, attribute)), value });
          }
          records.push(lines);
        }
        const word = (part: string) => say(locale, `personal.${type}${part}`);
        const [title, purpose, source, retention] = ['', '.purpose', '.source', '.retention'].map(word);
        sections.push({ type, title, purpose, source, retention, records });
      }
      return sections;
    },

    /** How often a person's records were looked at, by kind of look. */
    async looksAt(connection: Knex, subject: Subject): Promise<Look[]> {
      const found: { kind: string; n: number | string; last: Date | string | number }[] = await connection(
        rows.table(ACCESS_LOG_UID).name
      )
        .where({ record_type: subject.uid })
        .whereIn(
          'record_document_id',
          subject.records.map(({ documentId }) => documentId)
        )
        .groupBy('kind')
        .orderBy('kind')
        .select('kind')
        .count({ n: '*' })
        .max({ last: 'at' });
      return found.map(({ kind, n, last }) => ({ kind, count: Number(n), last: new Date(last) }));
    },

    /** Cases of a person that have not ended, but for one. */
    async openCasesOf(connection: Knex, subject: Subject, but: string): Promise<Row[]> {
      const cases = new Set([...definitions.values()].map(({ uid }) => uid));
      const open: Row[] = [];
      for (const declaration of declared.filter(({ uid }) => cases.has(uid)))
        for (const row of await recordsOf(parts, connection, declaration, subject))
          if (row.endedAt === null && row.documentId !== but) open.push(row);
      return open;
    },

    /** Changes a person's own record as the Content Manager would, in the transaction under way: sealed, looked up by, told of. */
    async correct(documentId: string, values: Record<string, unknown>): Promise<void> {
      await strapi.documents(selfOf(declared).uid as never).update({ documentId, data: values as never });
    },

    /** Removes front-end accounts that no record of anybody names any more, in the transaction under way. */
    async removeAccounts(users: number[]): Promise<void> {
      const { uid, whose } = selfOf(declared);
      for (const id of users) {
        const named = await strapi.db.query(uid as never).findOne({ where: { [whose.user]: { id } } });
        if (!named) await strapi.db.query('plugin::users-permissions.user').delete({ where: { id } });
      }
    },

    /** Deletes a person by right; see {@link forget}. Contents of their private files go once it is committed. */
    async forget(trx: Knex.Transaction, subject: Subject, at: Date = clock.now()): Promise<void> {
      const uids = Object.keys(strapi.contentTypes).filter((uid) => uid.startsWith(PLUGIN));
      const mark = say(locale, 'personal.deleted');
      const remove = (uid: string, id: number) => strapi.db.query(uid as never).delete({ where: { id } });
      const gone = await forget({ ...parts, uids, mark, remove }, trx, subject, at);
      await strapi.db.transaction(async ({ onCommit }) => onCommit(() => void parts.files.drop(gone)));
    },
  };
};

export type Personal = ReturnType<typeof createPersonal>;
