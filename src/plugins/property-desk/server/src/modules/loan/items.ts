import { LOAN_ITEMS, type LoanItem, type LoanItemType } from '../../../../contracts';
import { covers, type Actor } from '../../kernel/access/actor';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { DOCUMENT_UID, documentsNamed, documentWorkflow, type DocumentRow } from '../document';
import { HOUSEHOLD_UID, householdsNamed, KEY_UID, keysNamed } from '../household';

/** How one kind of thing is lent: what people know it by, and how it is found. */
interface Kind {
  uid: string;
  number: (row: Row) => unknown;
  name: (row: Row) => unknown;
  place: (row: Row) => unknown;
  /** The loan's relation to it. */
  relation: 'household' | 'filedDocument' | 'key';
  /** Numeric id of the household that it belongs to. */
  household: (row: Row) => number | null;
  /** Whether it is no longer there to be lent. */
  gone?: (row: Row, now: Date) => boolean;
  /** Whether somebody may know of it, within their communities; everybody where this is left out. */
  seen?: (row: Row, actor: Actor) => boolean;
  /** @param community numeric id of the one that is asked about; the actor's own where none is named */
  named: (kernel: Kernel, actor: Actor, text: string, community?: number) => Promise<Row[]>;
}

const within = ({ communities }: Actor, community?: number) => (community === undefined ? communities : [community]);

/** Everything that is lent, by its type. */
export const KINDS: Record<LoanItemType, Kind> = {
  household: {
    uid: HOUSEHOLD_UID,
    relation: 'household',
    number: ({ fileNumber }) => fileNumber,
    name: ({ name }) => name,
    place: ({ paperPlace }) => paperPlace,
    household: ({ id }) => id,
    named: (kernel, actor, text, community) => householdsNamed(kernel, within(actor, community), text),
  },
  document: {
    uid: DOCUMENT_UID,
    relation: 'filedDocument',
    number: ({ number }) => number,
    // Everybody reads the list of loans: what is confidential goes by its number alone.
    name: ({ title, secrecy }) => (secrecy === 'confidential' ? '' : title),
    place: ({ paperPlace }) => paperPlace,
    household: () => null,
    gone: ({ endedAt }) => endedAt !== null,
    seen: (row, actor) => documentWorkflow.sight?.(row as DocumentRow, actor) !== 'none',
    named: documentsNamed,
  },
  key: {
    uid: KEY_UID,
    relation: 'key',
    number: ({ number }) => number,
    name: ({ name }) => name,
    place: ({ place }) => place,
    household: ({ household }) => (household as number | null) ?? null,
    gone: ({ until }, now) => until instanceof Date && until <= now,
    named: (kernel, actor, text, community) => keysNamed(kernel, within(actor, community), text),
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
  actor: Actor,
  query: string,
  { types = LOAN_ITEMS, community }: { types?: readonly LoanItemType[]; community?: number }
): Promise<Found[]> => {
  const found: Found[] = [];
  for (const type of types)
    for (const row of await KINDS[type].named(kernel, actor, query, community)) found.push({ type, row });
  return found;
};

/**
 * The item behind a documentId, whatever its type.
 * @throws ValidationError naming `item`, for an unknown one or one of a community that is not the actor's
 */
export const itemById = async (kernel: Kernel, actor: Actor, documentId: string): Promise<Found> => {
  for (const type of LOAN_ITEMS) {
    const row = await kernel.rows.first(kernel.strapi.db.connection, KINDS[type].uid, { documentId });
    const known = row && covers(actor, row.community as number) && (KINDS[type].seen?.(row, actor) ?? true);
    if (known) return { type, row };
  }
  throw invalid('item', 'error.unknownReference', { field: { word: 'field.item' } });
};
