import type { CaseFileItem, Ref } from './case';

/** 通知公告, articles 5 and 11.1: what the office tells all residents, approved by another person before it goes out. */

export const NOTICE_KINDS = [
  'outage',
  'payment',
  'activity',
  'reminder',
  'disclosure',
  'emergency',
  'general',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_STATES = [
  'draft',
  'submitted',
  'approved',
  'published',
  'withdrawn',
  'expired',
  'discarded',
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export const NOTICE_ENDED = ['withdrawn', 'expired', 'discarded'] as const;

/** Ways on which a notice goes out; the portal is the feed that front-end sites read. */
export const NOTICE_CHANNELS = ['portal', 'board', 'mail', 'wecom', 'sms'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** A node of a text, as Strapi's block editor writes it. */
export interface BlockNode {
  type: string;
  [key: string]: unknown;
}

/** A text with headings, lists, quotes, links and pictures: the value of a Strapi attribute of type `blocks`. */
export type Blocks = BlockNode[];

/** A picture or paper in Strapi's media library. */
export interface MediaItem {
  documentId: string;
  name: string;
  url: string;
  mime: string;
  /** In bytes. */
  size: number;
}

/** What a notice says and to whom; the same fields as the input of `draft` and `edit` takes. */
export interface NoticeContent {
  title: string;
  kind: NoticeKind;
  body: Blocks;
  /** Buildings that it is meant for; none for the whole community. */
  buildings: Ref[];
  channels: NoticeChannel[];
  /** Who signs it. */
  issuer: string;
  publishAt: string | null;
  expiresAt: string | null;
  pinned: boolean;
  attachments: MediaItem[];
}

/** A line of `GET /notices`. */
export interface NoticeListItem {
  documentId: string;
  /** `物业客〔2026〕12号`; none before publication. */
  number: string | null;
  title: string;
  kind: NoticeKind;
  state: NoticeState;
  revision: number;
  community: Ref;
  buildings: Ref[];
  channels: NoticeChannel[];
  pinned: boolean;
  author: Ref | null;
  approver: Ref | null;
  publishAt: string | null;
  issuedAt: string | null;
  expiresAt: string | null;
  /** Of the notice board: buildings where it hangs, and where it should. Null where the board is no channel. */
  posted: { done: number; total: number } | null;
  dueAt: string | null;
  overdue: boolean;
  createdAt: string;
}

/** `GET /notices/:documentId/content`: what the editor opens, and what the desk shows of a notice that is out. */
export interface NoticeDetail extends NoticeContent {
  documentId: string;
  number: string | null;
  state: NoticeState;
  revision: number;
  community: Ref;
  author: Ref | null;
  approver: Ref | null;
  issuedAt: string | null;
  withdrawnAt: string | null;
  withdrawReason: string | null;
  /** The notice that this one corrects. */
  supersedes: Ref | null;
  /** The notice that corrects this one, once it is out. */
  supersededBy: Ref | null;
  /** Whether the caller may edit it now. */
  editable: boolean;
}

/** What may not go out, found in a text: the words themselves and why, in the caller's language. */
export interface NoticeFinding {
  field: 'title' | 'body';
  rule: 'telephone' | 'identityNumber' | 'nameWithDebt' | 'cutOff';
  words: string;
  why: string;
}

/** `GET /notices/templates`: a notice of a usual sort, to start from. `{…}` in its texts are blanks to fill in. */
export interface NoticeTemplate {
  /** `waterOutage`, `powerOutage`, `liftInspection`, `payment`, `pestControl`, `activity`, `renovation`, `typhoon`. */
  key: string;
  name: string;
  kind: NoticeKind;
  title: string;
  body: Blocks;
  channels: NoticeChannel[];
  pinned: boolean;
}

/** A building's notice board: what is to hang there, or since when it does. */
export interface NoticePosting {
  documentId: string;
  building: Ref;
  postedAt: string | null;
  by: string | null;
  photos: CaseFileItem[];
}

/** `GET /notices/to-post`: what still has to be hung up, soonest due first. */
export interface NoticeToPost {
  notice: { documentId: string; number: string | null; title: string; kind: NoticeKind; revision: number };
  community: Ref;
  dueAt: string | null;
  overdue: boolean;
  missing: Ref[];
  done: number;
  total: number;
}

/** `GET /notices/:documentId/reach`: whom a notice has reached. */
export interface NoticeReach {
  /** People and homes that it is meant for. */
  audience: { households: number; residents: number };
  /** By read receipts. */
  read: { households: number; residents: number; lastAt: string | null };
  channels: {
    channel: NoticeChannel;
    sent: number;
    pending: number;
    failed: number;
    /** Why the failed ones failed, most frequent first. */
    reasons: { reason: string; count: number }[];
  }[];
  postings: { done: number; total: number } | null;
}

/** A notice as front-end sites read it. */
export interface PublicNotice {
  documentId: string;
  number: string;
  title: string;
  kind: NoticeKind;
  body: Blocks;
  issuer: string;
  issuedAt: string;
  expiresAt: string | null;
  pinned: boolean;
  community: Ref;
  buildings: Ref[];
  attachments: MediaItem[];
  /** The notice that this one corrects: its documentId and number. */
  supersedes: Ref | null;
}
