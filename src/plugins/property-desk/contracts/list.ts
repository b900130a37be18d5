/** Lists of cases: what every one of them can be narrowed by, and the views that people keep of them. */

/** Periods that a list names by a word, so that a link means the same tomorrow: reckoned in the office's zone. */
export const LIST_PERIODS = ['today', 'yesterday', 'week', 'month'] as const;
export type ListPeriod = (typeof LIST_PERIODS)[number];

/** Orders of a list: what is open as it falls due, what came in last, what came in first. */
export const LIST_SORTS = ['due', 'newest', 'oldest'] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** Stands for all states in the parameter `state`: without it, what still is to be done is listed. */
export const ALL_STATES = 'all';

/** Stand for people in parameters that name one: whoever asks, and nobody at all. */
export const ME = 'me';
export const NOBODY = 'nobody';

/** Longest text that a list is searched for. */
export const LONGEST_SEARCH = 60;

/** Lines of one workbook at most: more than that nobody reads, and a report answers it. */
export const EXPORT_LINES = 5000;

/** Full-width signs, as Chinese input methods write them, to ASCII. */
const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[\u3000\u00a0]/g, ' ');

/** Seven digits and more, however divided; with a letter at the end as identity numbers have it. */
const NUMBER = /(?<![A-Za-z\d-])\+?\d(?:[\s()./-]*\d){6,}[Xx]?/;

/**
 * Whether a text may be, or hold, a telephone or an identity number: then it must not stand in an address, which stays in
 * histories and logs and is sent to others. Numbers of cases begin with letters and are none.
 */
export const isPrivateSearch = (text: string): boolean => NUMBER.test(halfWidth(text));

/** A view that somebody keeps of a list. */
export interface ListView {
  documentId: string;
  /** The list, by its plural in paths, e.g. `loans`. */
  list: string;
  name: string;
  /** The filters as they stand in the address, e.g. `state=open&overdue=true`. */
  query: string;
  /** Columns in their order; null for the list's own. */
  columns: string[] | null;
  /** Whether it is the caller's: only then can it be changed. */
  mine: boolean;
  /** Who keeps it, under the name they had when they made it. */
  owner: string;
  /** The community whose staff see it too; null where only its owner does. */
  community: { documentId: string; name: string } | null;
}

/** `GET /views?list=`: the views of one list, and how the caller likes it. */
export interface ListViews {
  views: ListView[];
  /** Columns that the caller has chosen; null for the list's own. */
  columns: string[] | null;
  /** documentId of the view, or name of a built-in one (`built-in:mine`), that the list opens with; null for none. */
  opensWith: string | null;
  /** Whether the caller may share views. */
  mayShare: boolean;
}

/** Views that one person keeps of one list at most. */
export const VIEWS_PER_LIST = 30;
/** Longest name of a view, and longest query. */
export const VIEW_NAME = 40;
export const VIEW_QUERY = 1000;
/** Columns at most. */
export const VIEW_COLUMNS = 20;
