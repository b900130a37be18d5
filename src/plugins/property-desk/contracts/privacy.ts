import type { Ref } from './case';

/** 个人信息权利请求 (Personal Information Protection Law, articles 44 to 50): what residents ask about their own data. */

export const DATA_REQUEST_STATES = [
  'received',
  'verified',
  'approved',
  'in_force',
  'done',
  'refused',
  'withdrawn',
] as const;
export type DataRequestState = (typeof DATA_REQUEST_STATES)[number];

export const DATA_REQUEST_ENDED = ['done', 'refused', 'withdrawn'] as const;

/** 查阅复制, 更正补充 (art. 45, 46), 删除 (47), 限制处理 (44), 解释说明 (48). */
export const DATA_REQUEST_KINDS = ['copy', 'correction', 'deletion', 'restriction', 'explanation'] as const;
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number];

/** How a request reached the office. */
export const DATA_REQUEST_WAYS = ['counter', 'phone', 'letter', 'account'] as const;

/** How it was made sure that the person is who they say: identity document, call to the telephone on file, proxy with papers, own account. */
export const IDENTITY_CHECKS = ['id_document', 'callback', 'proxy', 'account'] as const;

/** Why a request may be refused (articles 35, 46, 47 and 50); nothing else is a reason. */
export const REFUSAL_GROUNDS = [
  'legal_retention',
  'contract_needed',
  'open_matter',
  'debts_unsettled',
  'identity_unproven',
  'not_held',
  'accurate',
  'bound_to_secrecy',
] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

/** A line of `GET /data-requests`. */
export interface DataRequestListItem {
  documentId: string;
  number: string;
  title: string;
  state: DataRequestState;
  revision: number;
  kind: DataRequestKind;
  community: Ref | null;
  household: Ref | null;
  /** Null once their data are deleted. */
  resident: Ref | null;
  dueAt: string | null;
  overdue: boolean;
  createdAt: string;
}

/** What the resident who asked is shown of a request. */
export interface OwnDataRequest {
  documentId: string;
  number: string;
  state: DataRequestState;
  kind: DataRequestKind;
  details: string | null;
  /** The last day on which the office has to answer. */
  dueAt: string | null;
  ground: RefusalGround | null;
  told: string | null;
  createdAt: string;
  endedAt: string | null;
}

/** One kind of record in a copy of a person's data. */
export interface CopySection {
  /** Content type, e.g. `resident`. */
  type: string;
  title: string;
  purpose: string;
  source: string;
  retention: string;
  records: { label: string; value: string }[][];
}

/** Everything that is held about a person, in words. */
export interface PersonalCopy {
  madeAt: string;
  /** The request that asked for it. */
  number: string;
  company: string;
  community: string;
  name: string;
  sections: CopySection[];
  /** How often their data were looked at, by kind of look. */
  looks: { what: string; count: number; last: string }[];
}

/** What somebody can agree to. */
export const CONSENT_PURPOSES = [
  'mail_notices',
  'text_notices',
  'community_events',
  'photographs',
  'access_by_face',
] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** How a consent was given at the desk; `account` is the resident's own doing. */
export const CONSENT_WAYS = ['paper', 'phone'] as const;

/** What a resident agreed to, or could, for one purpose. */
export interface ConsentItem {
  purpose: ConsentPurpose;
  /** The statement that is in force: what somebody agrees to now. */
  statement: { documentId: string; version: number; title: string; text: string } | null;
  /** The consent that stands, or null. */
  given: { documentId: string; version: number; givenAt: string; way: string; by: string } | null;
  /** Earlier ones, latest first. */
  withdrawn: { version: number; givenAt: string; withdrawnAt: string; way: string; by: string }[];
}

/** A consent that a resident gave, as they see it beside their home; one that is withdrawn is kept with its end. */
export interface OwnConsent {
  purpose: ConsentPurpose;
  /** Which version of the statement they agreed to, and what it was called. */
  version: number;
  title: string;
  givenAt: string;
  withdrawnAt: string | null;
}

/** A resident with all that they agreed to, as the desk sees it. */
export interface ResidentConsents {
  resident: { documentId: string; name: string; restrictedAt: string | null; household: Ref; community: Ref };
  items: ConsentItem[];
}

/** A version of what people are told before they agree. */
export interface ConsentStatementItem {
  documentId: string;
  purpose: ConsentPurpose;
  version: number;
  title: string;
  text: string;
  effectiveFrom: string | null;
  /** What somebody agrees to now. */
  inForce: boolean;
  /** How many agree to this version, and how many ever did. */
  agreed: number;
  ever: number;
}
