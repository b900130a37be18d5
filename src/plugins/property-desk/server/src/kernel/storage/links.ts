import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
  orderColumnName?: string;
  inverseOrderColumnName?: string;
}

interface MorphTable {
  name: string;
  joinColumn: { name: string };
  morphColumn: { idColumn: { name: string }; typeColumn: { name: string } };
}

const FILE_UID = 'plugin::upload.file';

/** Records in one statement: far below what SQLite binds at most. */
const TOGETHER = 200;

const many = (strapi: Core.Strapi, uid: string, attribute: string): JoinTable =>
  (strapi.db.metadata.get(uid).attributes[attribute] as unknown as { joinTable: JoinTable }).joinTable;

const morph = (strapi: Core.Strapi): MorphTable =>
  (strapi.db.metadata.get(FILE_UID).attributes.related as unknown as { joinTable: MorphTable }).joinTable;

/**
 * What stands in no column of a record: its relations to many and its media, read and written beside the row in the
 * caller's transaction, as Strapi keeps them. Documents may not write them where actions do.
 */
export const createLinks = (strapi: Core.Strapi) => {
  const read = async (
    connection: Knex,
    table: string,
    from: string,
    to: string,
    ids: number[],
    order: string,
    where: Record<string, unknown> = {}
  ): Promise<Map<number, number[]>> => {
    const linked = new Map<number, number[]>(ids.map((id) => [id, []]));
    for (let start = 0; start < ids.length; start += TOGETHER) {
      const found: Record<string, unknown>[] = await connection(table)
        .whereIn(from, ids.slice(start, start + TOGETHER))
        .where(where)
        .orderBy([{ column: order }, { column: 'id' }])
        .select({ from }, { to });
      for (const row of found) linked.get(Number(row.from))?.push(Number(row.to));
    }
    return linked;
  };

  const write = async (
    trx: Knex.Transaction,
    table: string,
    where: Record<string, unknown>,
    lines: Record<string, unknown>[]
  ) => {
    await trx(table).where(where).delete();
    for (let start = 0; start < lines.length; start += TOGETHER)
      await trx(table).insert(lines.slice(start, start + TOGETHER));
  };

  return {
    /** The ids that a relation to many names, by the id of the record that names them; in their order. */
    async relations(connection: Knex, uid: string, attribute: string, ids: number[]): Promise<Map<number, number[]>> {
      const { name, joinColumn, inverseJoinColumn, orderColumnName } = many(strapi, uid, attribute);
      return read(connection, name, joinColumn.name, inverseJoinColumn.name, ids, orderColumnName ?? 'id');
    },

    /** Writes a relation to many anew. */
    async relate(trx: Knex.Transaction, uid: string, attribute: string, id: number, targets: number[]): Promise<void> {
      const { name, joinColumn, inverseJoinColumn, orderColumnName } = many(strapi, uid, attribute);
      const lines = targets.map((target, index) => ({
        [joinColumn.name]: id,
        [inverseJoinColumn.name]: target,
        ...(orderColumnName ? { [orderColumnName]: index + 1 } : {}),
      }));
      await write(trx, name, { [joinColumn.name]: id }, lines);
    },

    /** The ids of the files in a media attribute, by the id of the record; in their order. */
    async media(connection: Knex, uid: string, attribute: string, ids: number[]): Promise<Map<number, number[]>> {
      const { name, joinColumn, morphColumn } = morph(strapi);
      return read(connection, name, morphColumn.idColumn.name, joinColumn.name, ids, 'order', {
        [morphColumn.typeColumn.name]: uid,
        field: attribute,
      });
    },

    /** Writes a media attribute anew. */
    async attach(trx: Knex.Transaction, uid: string, attribute: string, id: number, files: number[]): Promise<void> {
      const { name, joinColumn, morphColumn } = morph(strapi);
      const place = { [morphColumn.idColumn.name]: id, [morphColumn.typeColumn.name]: uid, field: attribute };
      await write(
        trx,
        name,
        place,
        files.map((file, index) => ({ ...place, [joinColumn.name]: file, order: index + 1 }))
      );
    },

    /** Ids of the records of a content type that show one of these files. */
    async showing(connection: Knex, uid: string, files: number[]): Promise<number[]> {
      const { name, joinColumn, morphColumn } = morph(strapi);
      const showing = new Set<number>();
      for (let start = 0; start < files.length; start += TOGETHER) {
        const found: Record<string, unknown>[] = await connection(name)
          .whereIn(joinColumn.name, files.slice(start, start + TOGETHER))
          .where({ [morphColumn.typeColumn.name]: uid })
          .distinct({ id: morphColumn.idColumn.name });
        for (const { id } of found) showing.add(Number(id));
      }
      return [...showing];
    },
  };
};

export type Links = ReturnType<typeof createLinks>;
