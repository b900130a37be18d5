import type { Knex } from 'knex';
import type { Kernel } from './kernel';
import type { Period } from './clock/clock';

/** What records are counted for: some communities, and days that end before `to`. */
export interface EvidenceScope extends Period {
  /** Numeric ids. */
  communities: number[];
  /** Their documentIds, for the address of a list. */
  documentIds: string[];
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

type Filter = [path: string[], operator: string, value: string | string[]];

const bracketed = (path: string[]): string => path.map((step) => `[${step}]`).join('');

/** The address of a list in the Content Manager with filters, as its own filter bar writes them. */
export const managerList = (uid: string, filters: Filter[]): string => {
  const params = new URLSearchParams({ page: '1' });
  filters.forEach(([path, operator, ...values], index) =>
    values
      .flat()
      .forEach((value, at) =>
        params.set(
          `filters[$and][${index}]${bracketed(path)}[${operator}]${Array.isArray(values[0]) ? `[${at}]` : ''}`,
          value
        )
      )
  );
  return `/content-manager/collection-types/${uid}?${params.toString()}`;
};

/** Keeps a list in the Content Manager to the communities that are counted; `path` leads to them. */
export const ofCommunities = ({ documentIds }: EvidenceScope, path: string[] = ['community']): Filter =>
  documentIds.length === 1
    ? [[...path, 'documentId'], '$eq', documentIds[0]]
    : [[...path, 'documentId'], '$in', documentIds];

/** The list of what {@link countRecords} counts, in the Content Manager. */
export const listRecords =
  ({ uid, at, lasting, where = {} }: Counted): NonNullable<Evidence['list']> =>
  (_kernel, scope) =>
    managerList(uid, [
      ofCommunities(scope),
      ...(lasting ? [] : ([[[at], '$gte', scope.from.toISOString()]] as Filter[])),
      [[at], '$lt', scope.to.toISOString()],
      ...Object.entries(where).map(([attribute, value]): Filter => [[attribute], '$eq', String(value)]),
    ]);

/** Evidence that is simply so many records of a content type. */
export const recordEvidence = (key: string, article: number, counted: Counted): Evidence => ({
  key,
  article,
  count: countRecords(counted),
  list: listRecords(counted),
});
