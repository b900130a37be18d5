import type { Ref } from './case';

/** 借阅, article 12.3: a household's file, a document or a key that somebody has taken away from its place. */

export const LOAN_STATES = ['requested', 'approved', 'lent', 'returned', 'rejected', 'cancelled', 'lost'] as const;
export type LoanState = (typeof LOAN_STATES)[number];

export const LOAN_ENDED = ['returned', 'rejected', 'cancelled'] as const;

/** States in which the item is not in its place: it is lent to nobody else meanwhile. */
export const LOAN_OUT = ['lent', 'lost'] as const;

/** What is lent. A key's record is one item, however many copies of it hang on the hook. */
export const LOAN_ITEMS = ['household', 'document', 'key'] as const;
export type LoanItemType = (typeof LOAN_ITEMS)[number];

/** How an item came back. */
export const LOAN_CONDITIONS = ['intact', 'damaged', 'incomplete'] as const;
export type LoanCondition = (typeof LOAN_CONDITIONS)[number];

/** What was asked for, in a line. */
export interface LoanItem {
  type: LoanItemType;
  documentId: string;
  /** Number of the file or of the key; empty where it has none. */
  number: string;
  name: string;
}

/** Who has an item that is not in its place. */
export interface LoanHolder {
  loan: { documentId: string; number: string };
  state: (typeof LOAN_OUT)[number];
  borrower: Ref | null;
  until: string;
  overdue: boolean;
}

/** A line of `GET /loans`. */
export interface LoanListItem {
  documentId: string;
  number: string;
  title: string;
  state: LoanState;
  revision: number;
  item: LoanItem;
  /** The household that the item belongs to, where it belongs to one. */
  household: Ref | null;
  borrower: Ref | null;
  community: Ref;
  purpose: string;
  from: string;
  until: string;
  lentAt: string | null;
  returnedAt: string | null;
  dueAt: string | null;
  /** Lent beyond its time. */
  overdue: boolean;
  createdAt: string;
}

/** A line of `GET /loans/items`: what may be asked for, and who has it now. */
export interface LoanItemFound extends LoanItem {
  community: Ref;
  /** Where it is kept. */
  place: string | null;
  holder: LoanHolder | null;
}

/** Somebody who waits for an item. */
export interface LoanWaiting {
  loan: { documentId: string; number: string };
  state: 'requested' | 'approved';
  borrower: Ref | null;
  from: string;
  until: string;
}

/** `GET /loans/standing`: an item, who has it, and who waits for it, first come first. */
export interface LoanStanding {
  item: LoanItemFound;
  queue: LoanWaiting[];
}
