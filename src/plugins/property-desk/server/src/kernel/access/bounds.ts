import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { COMMUNITY_UID, STAFF_UID } from './actor';

/** A condition as Strapi's query engine takes it. */
export type Condition = Record<string, unknown>;

interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
}

interface Attribute {
  type: string;
  target?: string;
  joinColumn?: { name: string };
  joinTable?: JoinTable;
}

/** How a content type's records belong to communities. */
type Bond =
  | { by: 'itself' }
  | { by: 'column'; attribute: string; column: string; table: string; general: boolean }
  | { by: 'join'; attribute: string; join: JoinTable }
  | { by: 'record'; attribute: string; column: string; table: string; target: string };

const OURS = 'plugin::property-desk.';

/**
 * Which content types belong to communities, and how: by a relation of their own, or through the record that they
 * belong to (resident → household → community). Read off the schemas, so that no room has to say it.
 */
export const createBounds = (strapi: Core.Strapi) => {
  const bonds = new Map<string, Bond | null>();

  const settings = (uid: string) =>
    (strapi.contentTypes[uid as keyof typeof strapi.contentTypes] as
      | {
          attributes: Record<string, { required?: boolean }>;
          pluginOptions?: { 'property-desk'?: { generalWithoutCommunity?: boolean } };
        }
      | undefined) ?? { attributes: {} };

  const relationsOf = (uid: string): [string, Attribute][] =>
    (Object.entries(strapi.db.metadata.get(uid).attributes) as unknown as [string, Attribute][]).filter(
      ([, { type, target }]) => type === 'relation' && target?.startsWith(OURS)
    );

  const find = (uid: string): Bond | null => {
    if (uid === COMMUNITY_UID) return { by: 'itself' };
    if (!uid.startsWith(OURS) || !strapi.db.metadata.has(uid)) return null;
    const table = strapi.db.metadata.get(uid).tableName;
    const relations = relationsOf(uid);
    for (const [attribute, { target, joinColumn, joinTable }] of relations) {
      if (target !== COMMUNITY_UID) continue;
      const general = settings(uid).pluginOptions?.['property-desk']?.generalWithoutCommunity === true;
      if (joinColumn) return { by: 'column', attribute, column: joinColumn.name, table, general };
      if (joinTable) return { by: 'join', attribute, join: joinTable };
    }
    // What a record must have is what it belongs to; whoever wrote or handles it may work elsewhere as well.
    const owners = relations
      .filter(([, { target, joinColumn }]) => joinColumn && target !== STAFF_UID && target !== uid)
      .sort(
        ([one], [other]) =>
          Number(settings(uid).attributes[other]?.required ?? false) -
          Number(settings(uid).attributes[one]?.required ?? false)
      );
    for (const [attribute, { target, joinColumn }] of owners)
      if (target && joinColumn && bondOf(target))
        return { by: 'record', attribute, column: joinColumn.name, table, target };
    return null;
  };

  const bondOf = (uid: string): Bond | null => {
    const known = bonds.get(uid);
    if (known !== undefined) return known;
    // Two types that belong to each other lead nowhere.
    bonds.set(uid, null);
    const found = find(uid);
    bonds.set(uid, found);
    return found;
  };

  const ids = (uid: string, communities: number[]): Knex.QueryBuilder => {
    const { connection } = strapi.db;
    const bond = bondOf(uid) as Bond;
    if (bond.by === 'itself')
      return connection(strapi.db.metadata.get(uid).tableName).whereIn('id', communities).select('id');
    if (bond.by === 'join') {
      const { name, joinColumn, inverseJoinColumn } = bond.join;
      return connection(name).whereIn(inverseJoinColumn.name, communities).select(joinColumn.name);
    }
    const query = connection(bond.table).select('id');
    return bond.by === 'column'
      ? query.whereIn(bond.column, communities)
      : query.whereIn(bond.column, ids(bond.target, communities));
  };

  return {
    /** Whether a content type's records belong to communities. */
    isBound: (uid: string): boolean => bondOf(uid) !== null,

    /** Content types whose records belong to communities. */
    bound: (): string[] => [...strapi.db.metadata.keys()].filter((uid) => bondOf(uid) !== null),

    /** The attribute by which a new record comes into a community; null for communities themselves. */
    ownerOf(uid: string): string | null {
      const bond = bondOf(uid);
      return bond && bond.by !== 'itself' ? bond.attribute : null;
    },

    /**
     * The condition that leaves the records of some communities; by columns, so that no table is joined and no row
     * comes twice. `toRead`: with those that hold for every community.
     */
    within(uid: string, communities: number[], toRead: boolean): Condition {
      const bond = bondOf(uid);
      if (!bond) return {};
      if (bond.by === 'itself') return { id: { $in: communities } };
      if (bond.by === 'join') return { id: { $in: ids(uid, communities) } };
      if (bond.by === 'record') return { [bond.column]: { $in: ids(bond.target, communities) } };
      const own = { [bond.column]: { $in: communities } };
      return toRead && bond.general ? { $or: [own, { [bond.column]: { $null: true } }] } : own;
    },

    /** How many of some records belong to each community; those of none under null. */
    async count(connection: Knex, uid: string, documentIds: string[]): Promise<Map<number | null, number>> {
      const counts = new Map<number | null, number>();
      const table = (of: string) => strapi.db.metadata.get(of).tableName;
      const query = connection({ t0: table(uid) }).whereIn('t0.document_id', documentIds);
      let bond = bondOf(uid);
      let alias = 't0';
      for (let step = 1; bond?.by === 'record'; step += 1) {
        query.leftJoin({ [`t${step}`]: table(bond.target) }, `t${step}.id`, `${alias}.${bond.column}`);
        alias = `t${step}`;
        bond = bondOf(bond.target);
      }
      if (!bond || bond.by === 'join') return counts.set(null, documentIds.length);
      const column = bond.by === 'itself' ? `${alias}.id` : `${alias}.${bond.column}`;
      const found: Record<string, unknown>[] = await query
        .groupBy(column)
        .select({ community: column })
        .count({ records: '*' });
      for (const row of found) counts.set(row.community === null ? null : Number(row.community), Number(row.records));
      return counts;
    },
  };
};

export type Bounds = ReturnType<typeof createBounds>;
