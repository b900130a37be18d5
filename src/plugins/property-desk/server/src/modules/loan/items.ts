import { LOAN_ITEMS, type LoanItem, type LoanItemType } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { covers } from '../../kernel/access/actor';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { HOUSEHOLD_UID, householdsNamed, KEY_UID, keysNamed } from '../household';

/** How one kind of thing is lent: what people know it by, and how it is found. */
interface Kind {
  uid: string;
  number: (row: Row) => unknown;
  name: (row: Row) => unknown;
  place: (row: Row) => unknown;
  /** Numeric id of the household that it belongs to. */
  household: (row: Row) => number | null;
  /** Whether it is no longer there to be lent. */
  gone?: (row: Row, now: Date) => boolean;
  named: (kernel: Kernel, communities: number[] | 'all', text: string) => Promise<Row[]>;
}

/** Everything that is lent, by its type. */
export const KINDS: Record<LoanItemType, Kind> = {
  household: {
    uid: HOUSEHOLD_UID,
    number: ({ fileNumber }) => fileNumber,
    name: ({ name }) => name,
    place: ({ paperPlace }) => paperPlace,
    household: ({ id }) => id,
    named: householdsNamed,
  },
  key: {
    uid: KEY_UID,
    number: ({ number }) => number,
    name: ({ name }) => name,
    place: ({ place }) => place,
    household: ({ household }) => (household as number | null) ?? null,
    gone: ({ until }, now) => until instanceof Date && until <= now,
    named: keysNamed,
  },
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An item as people name it. */
export const itemOf = (type: LoanItemType, row: Row): LoanItem => ({
  type,
  documentId: row.documentId,
  number: text(KINDS[type].number(row)),
  name: text(KINDS[type].name(row)),
});

/** An item with its record. */
export interface Found {
  type: LoanItemType;
  row: Row;
}

/** Items whose number or name is looked for, in the actor's communities. */
export const itemsNamed = async (
  kernel: Kernel,
  communities: number[] | 'all',
  query: string,
  types: readonly LoanItemType[] = LOAN_ITEMS
): Promise<Found[]> => {
  const found: Found[] = [];
  for (const type of types)
    for (const row of await KINDS[type].named(kernel, communities, query)) found.push({ type, row });
  return found;
};

/**
 * The item behind a documentId, whatever its type.
 * @throws ValidationError naming `item`, for an unknown one or one of a community that is not the actor's
 */
export const itemById = async (kernel: Kernel, actor: Actor, documentId: string): Promise<Found> => {
  for (const type of LOAN_ITEMS) {
    const row = await kernel.rows.first(kernel.strapi.db.connection, KINDS[type].uid, { documentId });
    if (row && covers(actor, row.community as number)) return { type, row };
  }
  throw invalid('item', 'error.unknownReference', { field: { word: 'field.item' } });
};
