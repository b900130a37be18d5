import {
  BINDING_ENDED,
  BINDING_STATES,
  ACTION_ITEM_ENDED,
  ACTION_ITEM_STATES,
  COMPLAINT_ENDED,
  COMPLAINT_KINDS,
  COMPLAINT_STATES,
  DATA_REQUEST_ENDED,
  DATA_REQUEST_KINDS,
  DATA_REQUEST_STATES,
  INQUIRY_ENDED,
  INQUIRY_STATES,
  LOAN_ENDED,
  LOAN_ITEMS,
  LOAN_STATES,
  PREVENTIVE_ACTION_ENDED,
  PREVENTIVE_ACTION_STATES,
  SEVERITIES,
  TICKET_ENDED,
  TICKET_STATES,
} from '../../../contracts';

/** A filter whose values are fixed, with the prefix of their words. */
export interface FixedFilter {
  name: string;
  values: readonly string[];
  words: string;
}

/** A filter whose values the server lists; people only within one community. */
export interface ListedFilter {
  name: string;
  options: string;
}

/** What the columns are; the order is theirs. */
export type Column = 'number' | 'about' | 'claim' | 'room' | 'place' | 'source' | 'state' | 'due';

/** How the cases of a type are listed. */
export interface CaseListConfig {
  type: string;
  plural: string;
  columns: readonly Column[];
  filters: readonly (FixedFilter | ListedFilter)[];
  /** States in which nothing is owed any more. */
  ended: readonly string[];
  /** Many can be printed at once. */
  prints?: boolean;
  /** Cases are started on the intake page. */
  taken?: boolean;
  /** It stands with the archive, not with the desk's daily work. */
  archive?: boolean;
  /** Right to start a case on the list's own page for it, `…/new`. */
  starts?: string;
  /** A case has a page of its own making; its route stands in `pages.tsx`. */
  ownPage?: boolean;
  /** A paper over a month of one community. */
  ledger?: boolean;
  /** Actions that ask to be looked at one by one, and are never taken on many at once. */
  single?: readonly string[];
}

const COLUMNS = ['number', 'about', 'place', 'state', 'due'] as const;
const states = (type: string, values: readonly string[]): FixedFilter => ({
  name: 'state',
  values,
  words: `${type}.state`,
});

/** The lists of the desk. */
export const LISTS: readonly CaseListConfig[] = [
  {
    type: 'ticket',
    plural: 'tickets',
    columns: COLUMNS,
    filters: [states('ticket', TICKET_STATES), { name: 'category', options: 'categories' }],
    ended: TICKET_ENDED,
    prints: true,
    taken: true,
  },
  {
    type: 'complaint',
    plural: 'complaints',
    columns: COLUMNS,
    filters: [
      { name: 'kind', values: COMPLAINT_KINDS, words: 'complaint.kind' },
      { name: 'severity', values: SEVERITIES, words: 'complaint.severity' },
      states('complaint', COMPLAINT_STATES),
      { name: 'category', options: 'complaint-categories' },
      { name: 'handler', options: 'staff' },
    ],
    ended: COMPLAINT_ENDED,
    prints: true,
    taken: true,
    ledger: true,
  },
  {
    type: 'preventive-action',
    plural: 'preventive-actions',
    columns: ['number', 'about', 'source', 'state', 'due'],
    filters: [states('preventive-action', PREVENTIVE_ACTION_STATES), { name: 'owner', options: 'staff' }],
    ended: PREVENTIVE_ACTION_ENDED,
  },
  {
    type: 'action-item',
    plural: 'action-items',
    columns: ['number', 'about', 'source', 'state', 'due'],
    filters: [states('action-item', ACTION_ITEM_STATES), { name: 'owner', options: 'staff' }],
    ended: ACTION_ITEM_ENDED,
    archive: true,
  },
  {
    type: 'inquiry',
    plural: 'inquiries',
    columns: COLUMNS,
    filters: [states('inquiry', INQUIRY_STATES)],
    ended: INQUIRY_ENDED,
    taken: true,
  },
  {
    type: 'data-request',
    plural: 'data-requests',
    columns: COLUMNS,
    filters: [
      { name: 'kind', values: DATA_REQUEST_KINDS, words: 'data-request.kind' },
      states('data-request', DATA_REQUEST_STATES),
    ],
    ended: DATA_REQUEST_ENDED,
    archive: true,
    starts: 'data-request.lodge',
  },
  {
    type: 'loan',
    plural: 'loans',
    columns: ['number', 'about', 'state', 'due'],
    filters: [
      states('loan', LOAN_STATES),
      { name: 'itemType', values: LOAN_ITEMS, words: 'loan.itemType' },
      { name: 'borrower', options: 'staff' },
    ],
    ended: LOAN_ENDED,
    prints: true,
    ledger: true,
    archive: true,
    starts: 'loan.request',
    ownPage: true,
  },
  {
    type: 'binding',
    plural: 'bindings',
    columns: ['number', 'claim', 'room', 'state', 'due'],
    filters: [states('binding', BINDING_STATES)],
    ended: BINDING_ENDED,
    archive: true,
    ownPage: true,
    single: ['approve'],
  },
];
