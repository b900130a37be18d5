import { init } from '@paralleldrive/cuid2';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** A record as attributes; relations are the numeric ids of their foreign keys, instants are `Date`. */
export type Row = Record<string, unknown> & { id: number; documentId: string };

interface Column {
  attribute: string;
  column: string;
  kind: 'plain' | 'json' | 'instant' | 'boolean' | 'relation' | 'bigint';
  /** Of a relation: the uid that it points to. */
  target?: string;
  /** Kept from whoever reads records: derived, secret, or for some eyes only. */
  private: boolean;
}

/** Records that one request has read already, by content type and id: read once, named many times. */
export class Met {
  private readonly rows = new Map<string, Row>();

  note(uid: string, row: Row): Row {
    this.rows.set(`${uid}#${row.id}`, row);
    return row;
  }

  get(uid: string, id: unknown): Row | undefined {
    return this.rows.get(`${uid}#${id as number}`);
  }
}

/** What Strapi's metadata says of an attribute that has a column. */
interface StoredAttribute {
  type: string;
  columnName?: string;
  target?: string;
  joinColumn?: { name: string };
  private?: boolean;
}

/** A content type's table as the kernel reads and writes it. */
export interface Table {
  uid: string;
  name: string;
  columns: Map<string, Column>;
}

/** Ids kept at hand, of records that requests name by their documentId. */
const IDS = 10_000;

/** Rows of one statement that knex sends to SQLite, and values that SQLite and PostgreSQL bind in one, at most. */
const MOST_ROWS = 500;
const MOST_BINDINGS = 32_000;

const newId = init();

/** A documentId: cuid2, which starts with a letter as Strapi asks. */
export const newDocumentId = (): string => newId();

/**
 * The one typed writer and reader under the kernel's transactions. Raw statements skip what Strapi's
 * documents would do (ids, timestamps, JSON, booleans), so all of it happens here, from Strapi's own metadata.
 */
export const createRows = (strapi: Core.Strapi) => {
  const tables = new Map<string, Table>();
  const ids = new Map<string, number>();

  const kindOf = (type: string): Column['kind'] => {
    if (type === 'json' || type === 'blocks') return 'json';
    if (type === 'datetime' || type === 'timestamp') return 'instant';
    if (type === 'boolean') return 'boolean';
    if (type === 'biginteger') return 'bigint';
    return 'plain';
  };

  const table = (uid: string): Table => {
    const known = tables.get(uid);
    if (known) return known;
    const meta = strapi.db.metadata.get(uid);
    const columns = new Map<string, Column>();
    for (const [attribute, definition] of Object.entries(meta.attributes) as unknown as [string, StoredAttribute][]) {
      const hidden = definition.private === true;
      if (definition.type === 'relation') {
        const column = definition.joinColumn?.name;
        // Strapi ties the languages of a document together by its documentId: no reference to another record.
        if (column && column !== 'document_id')
          columns.set(attribute, { attribute, column, kind: 'relation', target: definition.target, private: hidden });
      } else {
        columns.set(attribute, {
          attribute,
          column: definition.columnName ?? attribute,
          kind: kindOf(definition.type),
          private: hidden,
        });
      }
    }
    const made = { uid, name: meta.tableName, columns };
    tables.set(uid, made);
    return made;
  };

  const column = (uid: string, attribute: string): string => {
    const found = table(uid).columns.get(attribute);
    if (!found) throw new Error(`${uid} has no column for "${attribute}"`);
    return found.column;
  };

  const toColumns = (uid: string, values: Record<string, unknown>): Record<string, unknown> => {
    const { columns } = table(uid);
    const written: Record<string, unknown> = {};
    for (const [attribute, value] of Object.entries(values)) {
      const target = columns.get(attribute);
      if (!target) throw new Error(`${uid} has no column for "${attribute}"`);
      if (value === undefined) continue;
      written[target.column] = target.kind === 'json' && value !== null ? JSON.stringify(value) : value;
    }
    return written;
  };

  const fromColumns = (uid: string, raw: Record<string, unknown>): Row => {
    const row: Record<string, unknown> = {};
    for (const { attribute, column: name, kind } of table(uid).columns.values()) {
      const value = raw[name];
      if (value === undefined) continue;
      if (value === null) row[attribute] = null;
      else if (kind === 'json') row[attribute] = typeof value === 'string' ? JSON.parse(value) : value;
      else if (kind === 'instant') row[attribute] = value instanceof Date ? value : new Date(value as number | string);
      else if (kind === 'boolean') row[attribute] = Boolean(value);
      else if (kind === 'bigint') row[attribute] = Number(value);
      else row[attribute] = value;
    }
    return row as Row;
  };

  /** A new record as its table takes it, for a statement of a room's own. */
  const stamped = (uid: string, values: Record<string, unknown>, at: Date): Record<string, unknown> =>
    toColumns(uid, {
      documentId: newDocumentId(),
      createdAt: at,
      updatedAt: at,
      publishedAt: at,
      ...values,
    });

  /** Whether a condition asks for a text that no database can hold: nothing has it, and PostgreSQL fails on it. */
  const asksForNothing = (where: Record<string, unknown>): boolean =>
    Object.values(where).some((value) => typeof value === 'string' && value.includes('\u0000'));

  return {
    table,
    column,
    toColumns,
    fromColumns,
    newRow: stamped,

    /** Inserts one record and returns its id and documentId. */
    async insert(trx: Knex.Transaction, uid: string, values: Record<string, unknown>, at: Date) {
      const written = stamped(uid, values, at);
      const [{ id }] = await trx(table(uid).name).insert(written, ['id']);
      return { id: Number(id), documentId: written.document_id as string };
    },

    /**
     * Inserts however many records, in as few statements as the databases take; they answer nothing, so name the
     * documentIds where they are needed. All records fill the same attributes, or leave out what the database fills.
     */
    async insertAll(trx: Knex.Transaction, uid: string, records: Record<string, unknown>[], at: Date): Promise<void> {
      const { name, columns } = table(uid);
      const together = Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_BINDINGS / columns.size)));
      for (let from = 0; from < records.length; from += together)
        await trx(name).insert(records.slice(from, from + together).map((values) => stamped(uid, values, at)));
    },

    /** Inserts many records in one statement; the caller keeps to a few dozen at a time. */
    async insertMany(trx: Knex.Transaction, uid: string, records: Record<string, unknown>[], at: Date) {
      if (records.length === 0) return;
      await trx(table(uid).name).insert(records.map((values) => stamped(uid, values, at)));
    },

    /** One record by documentId, locked until the transaction ends where the database can. */
    async lock(trx: Knex.Transaction, uid: string, documentId: string): Promise<Row | null> {
      if (asksForNothing({ documentId })) return null;
      const raw = await trx(table(uid).name).where({ document_id: documentId }).forUpdate().first();
      return raw ? fromColumns(uid, raw) : null;
    },

    /**
     * Holds records until the transaction ends where the database can, in one order everywhere, so that nobody who
     * waits for one of them holds another's back. What only names them is written meanwhile.
     */
    async hold(trx: Knex.Transaction, uid: string, ids: unknown[]): Promise<void> {
      const all = [...new Set(ids.filter((id): id is number => typeof id === 'number'))];
      if (all.length > 0) await trx(table(uid).name).whereIn('id', all).orderBy('id').forNoKeyUpdate().select('id');
    },

    /** Records by their ids, in one statement for those that have not been met. */
    async byIds(connection: Knex, uid: string, ids: unknown[], met = new Met()): Promise<Map<number, Row>> {
      const all = [...new Set(ids.filter((id): id is number => typeof id === 'number'))];
      const known = all.map((id) => met.get(uid, id)).filter((row): row is Row => row !== undefined);
      const wanted = all.filter((id) => !met.get(uid, id));
      if (wanted.length === 0) return new Map(known.map((row) => [row.id, row]));
      const found = await connection(table(uid).name).whereIn('id', wanted);
      const read = found.map((raw: Record<string, unknown>) => fromColumns(uid, raw));
      return new Map([...known, ...read].map((row) => [row.id, row]));
    },

    /** Records by a condition over attributes, oldest first. */
    async find(connection: Knex, uid: string, where: Record<string, unknown>): Promise<Row[]> {
      if (asksForNothing(where)) return [];
      const found = await connection(table(uid).name).where(toColumns(uid, where)).orderBy('id');
      return found.map((raw: Record<string, unknown>) => fromColumns(uid, raw));
    },

    /**
     * The id behind a documentId, or null. It never changes and so is read once; of a record that has been deleted
     * since, it is an id that nothing has.
     */
    async idOf(connection: Knex, uid: string, documentId: string): Promise<number | null> {
      const key = `${uid}#${documentId}`;
      const known = ids.get(key);
      if (known !== undefined) return known;
      if (asksForNothing({ documentId })) return null;
      const found = await connection(table(uid).name).where({ document_id: documentId }).select('id').first();
      if (!found) return null;
      if (ids.size >= IDS) ids.delete(ids.keys().next().value as string);
      ids.set(key, Number(found.id));
      return Number(found.id);
    },

    /** One record by a condition over attributes, or null. */
    async first(connection: Knex, uid: string, where: Record<string, unknown>): Promise<Row | null> {
      if (asksForNothing(where)) return null;
      const raw = await connection(table(uid).name).where(toColumns(uid, where)).first();
      return raw ? fromColumns(uid, raw) : null;
    },
  };
};

export type Rows = ReturnType<typeof createRows>;
