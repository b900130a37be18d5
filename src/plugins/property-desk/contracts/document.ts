import type { Ref } from './case';

/** 文件档案, article 12.2: papers of the office by year and kind, on paper and electronically. */

/** 通知、函件、合同、会议纪要、计划、报告、制度、案例、其他 */
export const DOCUMENT_KINDS = [
  'notice',
  'letter',
  'contract',
  'minutes',
  'plan',
  'report',
  'policy',
  'write-up',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_STATES = ['filed', 'disposing', 'withdrawn', 'disposed'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** States in which the document has left the archive; its number stays taken. */
export const DOCUMENT_ENDED = ['withdrawn', 'disposed'] as const;

/** 保管期限: for ever, 30 or 10 years. */
export const RETENTIONS = ['permanent', 'years30', 'years10'] as const;
export type Retention = (typeof RETENTIONS)[number];

/** 密级: everybody of the office reads it, or only who leads and whoever filed it. */
export const SECRECIES = ['internal', 'confidential'] as const;
export type Secrecy = (typeof SECRECIES)[number];

/** The two copies that are kept in step. */
export const TWINS = ['paper', 'electronic'] as const;
export type Twin = (typeof TWINS)[number];

/** Of one of the two copies: since when it is there, or lacking, or why it will never be. */
export interface TwinItem {
  at: string | null;
  lacksSince: string | null;
  never: string | null;
}

/** A line of `GET /documents`. */
export interface DocumentListItem {
  documentId: string;
  number: string;
  title: string;
  kind: DocumentKind;
  year: number;
  state: DocumentState;
  revision: number;
  community: Ref;
  /** `2026-12-01` */
  date: string;
  party: string | null;
  retention: Retention;
  /** The last day of its retention; null for ever. */
  keepUntil: string | null;
  secrecy: Secrecy;
  pages: number | null;
  filedBy: Ref | null;
  paper: TwinItem & { place: string | null };
  electronic: TwinItem;
  /** What filed itself: the case that it came from, and what has become of it since. */
  source: {
    type: string;
    documentId: string;
    number: string | null;
    state: string | null;
    stateAt: string | null;
    reason: string | null;
  } | null;
  dueAt: string | null;
  overdue: boolean;
  createdAt: string;
}

/** What there is of one kind in one year. */
export interface DocumentVolume {
  year: number;
  kind: DocumentKind;
  count: number;
}

/** 会议事项: what somebody took on at a meeting. */
export const ACTION_ITEM_STATES = ['open', 'done', 'cancelled'] as const;
export type ActionItemState = (typeof ACTION_ITEM_STATES)[number];

export const ACTION_ITEM_ENDED = ['done', 'cancelled'] as const;

/** A line of `GET /action-items`. */
export interface ActionItemListItem {
  documentId: string;
  number: string;
  title: string;
  state: ActionItemState;
  revision: number;
  what: string;
  owner: Ref | null;
  community: Ref;
  /** The minutes that it stands in. */
  minutes: Ref | null;
  doneText: string | null;
  promisedAt: string | null;
  dueAt: string | null;
  overdue: boolean;
  createdAt: string;
}
