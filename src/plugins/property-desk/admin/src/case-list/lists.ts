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
  RESIDENT_KINDS,
  TICKET_ENDED,
  TICKET_PRIORITIES,
  TICKET_SOURCES,
  TICKET_STATES,
} from '../../../contracts';
import type { BuiltIn } from '../kernel/list/views/useViews';

/** A filter whose values are fixed, with the prefix of their words. */
export interface FixedFilter {
  name: string;
  values: readonly string[];
  words: string;
}

/** A filter whose values the server lists; people and buildings only within one community. */
export interface ListedFilter {
  name: string;
  options: string;
}

/** A filter by a person: me, nobody, or a colleague of one community. */
export interface PersonFilter {
  name: string;
  person: true;
}

/** One filter of a list. */
export type ListFilter = FixedFilter | ListedFilter | PersonFilter;

/** What the columns are. */
export type Column =
  | 'number'
  | 'about'
  | 'claim'
  | 'room'
  | 'place'
  | 'source'
  | 'state'
  | 'due'
  | 'category'
  | 'urgency'
  | 'kind'
  | 'community'
  | 'handler'
  | 'reporter'
  | 'telephone'
  | 'createdAt'
  | 'promisedAt';

/** How the cases of a type are listed. */
export interface CaseListConfig {
  type: string;
  plural: string;
  /** Those that it shows by itself, in their order. */
  columns: readonly Column[];
  /** Those that it can show besides. */
  more: readonly Column[];
  filters: readonly ListFilter[];
  /** The views that come with it; each has a word `view.<plural>.<name>`. */
  views: readonly BuiltIn[];
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
const fixed = (name: string, values: readonly string[], words: string): FixedFilter => ({ name, values, words });
const states = (type: string, values: readonly string[]) => fixed('state', values, `${type}.state`);
const BUILDING: ListedFilter = { name: 'building', options: 'buildings' };
const person = (name: string): PersonFilter => ({ name, person: true });
const OPEN: BuiltIn = { name: 'open', query: '' };
const OVERDUE: BuiltIn = { name: 'overdue', query: 'overdue=true' };
const TODAY: BuiltIn = { name: 'today', query: 'period=today' };
const mine = (name: string): BuiltIn => ({ name: 'mine', query: `${name}=me` });

/** The lists of the desk. */
export const LISTS: readonly CaseListConfig[] = [
  {
    type: 'ticket',
    plural: 'tickets',
    columns: COLUMNS,
    more: ['category', 'urgency', 'community', 'handler', 'reporter', 'telephone', 'createdAt', 'promisedAt'],
    filters: [
      states('ticket', TICKET_STATES),
      { name: 'category', options: 'categories' },
      fixed('priority', TICKET_PRIORITIES, 'ticket.priority'),
      person('assignee'),
      BUILDING,
      fixed('source', TICKET_SOURCES, 'ticket.source'),
    ],
    views: [
      OPEN,
      TODAY,
      { name: 'toDispatch', query: 'state=submitted,accepted' },
      OVERDUE,
      mine('assignee'),
      { name: 'toFollowUp', query: 'state=completed' },
    ],
    ended: TICKET_ENDED,
    prints: true,
    taken: true,
  },
  {
    type: 'complaint',
    plural: 'complaints',
    columns: COLUMNS,
    more: ['kind', 'category', 'urgency', 'community', 'handler', 'reporter', 'telephone', 'createdAt', 'promisedAt'],
    filters: [
      fixed('kind', COMPLAINT_KINDS, 'complaint.kind'),
      fixed('severity', SEVERITIES, 'complaint.severity'),
      states('complaint', COMPLAINT_STATES),
      { name: 'category', options: 'complaint-categories' },
      person('handler'),
      BUILDING,
      fixed('source', TICKET_SOURCES, 'ticket.source'),
    ],
    views: [
      OPEN,
      TODAY,
      { name: 'toClassify', query: 'state=received' },
      { name: 'grave', query: 'severity=major,urgent' },
      OVERDUE,
      mine('handler'),
      { name: 'toFollowUp', query: 'state=resolved' },
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
    more: ['community', 'handler', 'createdAt', 'promisedAt'],
    filters: [states('preventive-action', PREVENTIVE_ACTION_STATES), person('owner')],
    views: [OPEN, OVERDUE, mine('owner'), { name: 'recurred', query: 'state=recurred' }],
    ended: PREVENTIVE_ACTION_ENDED,
  },
  {
    type: 'action-item',
    plural: 'action-items',
    columns: ['number', 'about', 'source', 'state', 'due'],
    more: ['community', 'handler', 'createdAt', 'promisedAt'],
    filters: [states('action-item', ACTION_ITEM_STATES), person('owner')],
    views: [OPEN, OVERDUE, mine('owner')],
    ended: ACTION_ITEM_ENDED,
    archive: true,
  },
  {
    type: 'inquiry',
    plural: 'inquiries',
    columns: COLUMNS,
    more: ['community', 'handler', 'reporter', 'telephone', 'createdAt', 'promisedAt'],
    filters: [states('inquiry', INQUIRY_STATES), person('handler')],
    views: [OPEN, TODAY, OVERDUE, mine('handler')],
    ended: INQUIRY_ENDED,
    taken: true,
  },
  {
    type: 'data-request',
    plural: 'data-requests',
    columns: COLUMNS,
    more: ['kind', 'community', 'reporter', 'createdAt'],
    filters: [fixed('kind', DATA_REQUEST_KINDS, 'data-request.kind'), states('data-request', DATA_REQUEST_STATES)],
    views: [
      OPEN,
      OVERDUE,
      { name: 'toApprove', query: 'state=verified' },
      { name: 'inForce', query: 'state=in_force' },
    ],
    ended: DATA_REQUEST_ENDED,
    archive: true,
    starts: 'data-request.lodge',
  },
  {
    type: 'loan',
    plural: 'loans',
    columns: ['number', 'about', 'state', 'due'],
    more: ['place', 'community', 'handler', 'createdAt'],
    filters: [states('loan', LOAN_STATES), fixed('itemType', LOAN_ITEMS, 'loan.itemType'), person('borrower')],
    views: [
      OPEN,
      { name: 'toDecide', query: 'state=requested' },
      { name: 'out', query: 'state=lent' },
      OVERDUE,
      mine('borrower'),
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
    more: ['kind', 'community', 'telephone', 'createdAt'],
    filters: [states('binding', BINDING_STATES), fixed('kind', RESIDENT_KINDS, 'resident.kind')],
    views: [OPEN, OVERDUE, { name: 'tied', query: 'state=approved' }],
    ended: BINDING_ENDED,
    archive: true,
    ownPage: true,
    single: ['approve'],
  },
];

/** Filters that every list has beside its own; a household, an item, a source or what a figure counts comes by a link. */
const EVERYWHERE = ['community', 'overdue', 'period', 'from', 'to', 'q', 'sort'];
const BY_LINK = ['household', 'item', 'minutes', 'complaint', 'by', 'hour', 'verdict'];

/** The names of all parameters by which a list is narrowed. */
export const filterNames = ({ filters }: CaseListConfig): string[] => [
  ...filters.map(({ name }) => name),
  ...EVERYWHERE,
  ...BY_LINK,
];

/** What belongs to one community, and goes when another is chosen. */
export const withinCommunity = ({ filters }: CaseListConfig): string[] =>
  filters
    .filter((filter) => 'person' in filter || ('options' in filter && filter.options === 'buildings'))
    .map(({ name }) => name);

/** Every column of a list. */
export const allColumns = ({ columns, more }: CaseListConfig): Column[] => [...columns, ...more];
