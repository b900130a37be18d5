import type { Knex } from 'knex';
import type { Kernel } from './kernel';
import type { Period } from './clock/clock';

/** What records are counted for: some communities, and days that end before `to`. */
export interface EvidenceScope extends Period {
  /** Numeric ids. */
  communities: number[];
  /** The documentId of the one community asked for; undefined for several. */
  community?: string;
}

/** Records in which a room shows that an article is carried out. */
export interface Evidence {
  /** Its name is the word `evidence.<key>`. */
  key: string;
  /** Number of the article. */
  article: number;
  /** A query of one row and one column: how many there are. It becomes a part of one statement for all evidence. */
  count(kernel: Kernel, scope: EvidenceScope): Knex.QueryBuilder;
  /**
   * Path in the panel of the list that it counts: `notices?state=published` among the desk's own pages, or from the
   * panel's root, `/content-manager/…`. Without it the figure opens nothing.
   */
  list?(kernel: Kernel, scope: EvidenceScope): string;
}

/** What of a content type is counted. */
export interface Counted {
  uid: string;
  /** Attribute that holds the instant by which a record belongs to a period, e.g. `confirmedAt`. */
  at: string;
  /** Whether it counts from then on, as a register's entry does, and not in the period alone. */
  lasting?: boolean;
  /** Further conditions, by attribute. */
  where?: Record<string, string | number | boolean>;
}

/** Counts records of a content type that has a `community`, by community and period. */
export const countRecords =
  ({ uid, at, lasting, where = {} }: Counted): Evidence['count'] =>
  ({ rows, strapi }, { communities, from, to }) => {
    const { name } = rows.table(uid);
    const column = (attribute: string) => `${name}.${rows.column(uid, attribute)}`;
    const query = strapi.db
      .connection(name)
      .whereIn(column('community'), communities)
      .where(column(at), '<', to)
      .count('*');
    if (!lasting) query.where(column(at), '>=', from);
    for (const [attribute, value] of Object.entries(where)) query.where(column(attribute), value);
    return query;
  };

type Filter = [path: string[], operator: string, value: string];

/** The address of a list in the Content Manager with filters, as its own filter bar writes them. */
export const managerList = (uid: string, filters: Filter[]): string => {
  const params = new URLSearchParams({ page: '1' });
  filters.forEach(([path, operator, value], index) =>
    params.set(`filters[$and][${index}]${path.map((step) => `[${step}]`).join('')}[${operator}]`, value)
  );
  return `/content-manager/collection-types/${uid}?${params.toString()}`;
};

/** The list of what {@link countRecords} counts, in the Content Manager; `path` leads to the community. */
export const listRecords =
  ({ uid, at, lasting, where = {} }: Counted, path: string[] = ['community']): NonNullable<Evidence['list']> =>
  (_kernel, { community, from, to }) =>
    managerList(uid, [
      ...(community ? ([[[...path, 'documentId'], '$eq', community]] as Filter[]) : []),
      ...(lasting ? [] : ([[[at], '$gte', from.toISOString()]] as Filter[])),
      [[at], '$lt', to.toISOString()],
      ...Object.entries(where).map(([attribute, value]): Filter => [[attribute], '$eq', String(value)]),
    ]);
