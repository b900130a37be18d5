import type { Knex } from 'knex';
import { LOAN_ENDED, LOAN_ITEMS, LOAN_OUT, LOAN_STATES, type LoanListItem, type Ref } from '../../../../contracts';
import { iso, namedBy } from '../../kernel/api/present';
import { refTo } from '../../kernel/api/promise-list';
import type { Kernel } from '../../kernel/kernel';
import { defineListing } from '../../kernel/list/listing';
import type { Rows } from '../../kernel/storage/rows';
import { HOUSEHOLD_UID, householdsNamed } from '../household';
import { COMMUNITY_UID, STAFF_UID } from '../staff';
import { itemById } from './items';
import { LOAN_UID, LOANS, type LoanRow } from './row';

// Literals: SQLite takes a partial index only where the query says the same words.
const OUT = `state in (${LOAN_OUT.map((state) => `'${state}'`).join(', ')})`;
const WAITING = "state in ('requested', 'approved')";

/** One item is lent to one person at a time, whatever else fails; and the lists that a schema's indexes do not serve. */
export const LOAN_INDEXES = [
  `create unique index if not exists pd_loans_out on ${LOANS} (item_document_id) where ${OUT}`,
  `create index if not exists pd_loans_waiting on ${LOANS} (item_document_id, id) where ${WAITING}`,
  `create index if not exists pd_loans_open_until on ${LOANS} (community_id, until, id) where ended_at is null`,
];

const loansOf = (rows: Rows, found: Record<string, unknown>[]): LoanRow[] =>
  found.map((raw) => rows.fromColumns(LOAN_UID, raw) as LoanRow);

/** The loans that keep items from their places, by the item's documentId. */
export const loansOut = async (rows: Rows, connection: Knex, items: string[]): Promise<Map<string, LoanRow>> => {
  if (items.length === 0) return new Map();
  const found = await connection(LOANS).whereIn('item_document_id', items).whereRaw(OUT);
  return new Map(loansOf(rows, found).map((loan) => [loan.itemDocumentId, loan]));
};

/** Who waits for an item, first come first. */
export const loansWaiting = async (rows: Rows, connection: Knex, item: string, limit = 100): Promise<LoanRow[]> =>
  loansOf(rows, await connection(LOANS).where({ item_document_id: item }).whereRaw(WAITING).orderBy('id').limit(limit));

/** A month's loans of a community, by when they were handed over. */
export const monthsLoans = async (
  { rows, strapi }: Kernel,
  community: number,
  { from, to }: { from: Date; to: Date },
  limit: number
): Promise<LoanRow[]> => {
  const found = await strapi.db
    .connection(LOANS)
    .where({ community_id: community })
    .where('lent_at', '>=', from)
    .where('lent_at', '<', to)
    .orderBy(['lent_at', 'id'])
    .limit(limit);
  return loansOf(rows, found);
};

/** Loans as lists show them, in their order. */
export const loanLines = async (kernel: Kernel, loans: LoanRow[]): Promise<LoanListItem[]> => {
  const { clock } = kernel;
  const named = namedBy(kernel, loans);
  const communities = await named(COMMUNITY_UID, 'community');
  const people = await named(STAFF_UID, 'borrower');
  const households = await named(HOUSEHOLD_UID, 'household');
  const now = clock.now();
  return loans.map((loan) => ({
    documentId: loan.documentId,
    number: loan.number,
    title: loan.title,
    state: loan.state,
    revision: loan.revision,
    item: { type: loan.itemType, documentId: loan.itemDocumentId, number: loan.itemNumber, name: loan.itemName },
    household: refTo(households.get(loan.household as number)),
    borrower: refTo(people.get(loan.borrower as number)),
    community: refTo(communities.get(loan.community)) as Ref,
    purpose: loan.purpose,
    from: iso(loan.from) as string,
    until: iso(loan.until) as string,
    lentAt: iso(loan.lentAt),
    returnedAt: iso(loan.returnedAt),
    dueAt: iso(loan.dueAt),
    overdue: loan.state === 'lent' && loan.until < now,
    createdAt: iso(loan.createdAt) as string,
  }));
};

/** 借阅 as a list: what is open as it is to come back, else latest first; of one item or household, all of it. */
export const loanListing = defineListing<LoanListItem>({
  facets: {
    itemType: { choices: LOAN_ITEMS },
    borrower: { person: true },
    household: { record: HOUSEHOLD_UID },
    item: {
      where: async (kernel, actor, named, query) => {
        query.where({ item_document_id: (await itemById(kernel, actor, named)).row.documentId });
      },
    },
  },
  usual: LOAN_STATES.filter((state) => !(LOAN_ENDED as readonly string[]).includes(state)),
  histories: ['item', 'household'],
  until: 'until',
  late: ['lent'],
  search: {
    texts: ['itemName', 'itemNumber', 'purpose'],
    home: { attribute: 'household', named: householdsNamed },
  },
  lines: loanLines,
  sheet: {
    number: 'text',
    state: { word: 'loan.state' },
    title: 'text',
    community: 'ref',
    household: 'ref',
    borrower: 'ref',
    purpose: 'text',
    createdAt: 'time',
    from: 'time',
    until: 'time',
    lentAt: 'time',
    returnedAt: 'time',
    overdue: 'yes',
  },
});
