/**
 * What server and panel say to each other about cases, events and obligations.
 * Times are ISO 8601 strings in UTC; only documentIds leave the server; money is integer fen.
 */

/** A reference to a record: its documentId and the text that people know it by. */
export interface Ref {
  documentId: string;
  name: string;
}

/** How an obligation ended: in time, late, moved by agreement before it was due, or without fault. */
export type ObligationOutcome = 'kept' | 'broken' | 'renegotiated' | 'void';

/** One line of the obligation ledger: somebody owes something by a time. */
export interface ObligationItem {
  documentId: string;
  /** What is owed, e.g. `ticket.followUp`; its sentence is the word `obligation.<what>`. */
  what: string;
  /** Article of the policy, e.g. `9`. */
  article: string;
  /** Rule that set the time, if one did, e.g. `ticket.followUpWithin`. */
  rule: string | null;
  /** 1 for the promise itself, 2 for its escalation. */
  level: number;
  openedAt: string;
  dueAt: string;
  warnAt: string | null;
  settledAt: string | null;
  closedAt: string | null;
  brokenAt: string | null;
  outcome: ObligationOutcome | null;
  owner: { kind: 'staff' | 'role'; documentId: string | null; name: string; role: string | null };
  community: Ref | null;
  case: CaseRef;
}

/** Enough of a case to show it in a line and to open it. */
export interface CaseRef {
  /** Case type, e.g. `ticket`. */
  type: string;
  /** The type's plural, as it stands in the API's paths, e.g. `tickets`. */
  plural: string;
  /** Strapi's content-type uid, for a link into the Content Manager. */
  uid: string;
  documentId: string;
  /** Empty for a case that has none yet, such as the draft of a notice: then its title names it. */
  number: string;
  title: string;
  state: string;
  priority?: string | null;
}

/** One entry of a case's story. */
export interface TimelineEntry {
  documentId: string;
  action: string;
  from: string | null;
  to: string | null;
  at: string;
  article: string | null;
  actor: { kind: 'staff' | 'resident' | 'token' | 'system'; name: string };
  input: Record<string, unknown>;
  changes: Record<string, { from: unknown; to: unknown }>;
  revision: number;
  /** The version of the policy under which it happened; `default` where no policy was in force. */
  policyVersion: string;
}

/** JSON Schema (draft 2020-12) of an action's input; `widget` names the control that edits a property. */
export interface InputSchema {
  type: 'object';
  properties: Record<string, InputProperty>;
  required?: string[];
  [key: string]: unknown;
}

/** One property of an action's input. */
export interface InputProperty {
  type?: string | string[];
  enum?: string[];
  format?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  /** `text`, `longText`, `datetime`, `staff`, `household`, `building`, `category`, `ticket`, `rating`, `money`, `parts`, `telephone`, `mail`, `choice`, `switch`, `complaintCategory`, `complaint`, `staffList`, `evidence`, `preventiveActions`. */
  widget?: string;
  /** Prefix of the words of the enum's values, e.g. `ticket.priority`. */
  words?: string;
  items?: InputProperty;
  properties?: Record<string, InputProperty>;
  [key: string]: unknown;
}

/** An action that the workflow knows from this state, and whether the caller may take it now. */
export interface AvailableAction {
  name: string;
  allowed: boolean;
  /** Why not, in the caller's language. */
  why: string | null;
  input: InputSchema;
  /** Values to start the form with, e.g. the suggested assignee. */
  defaults: Record<string, unknown>;
}

/** A private file of a case; its content is served by `GET /:cases/:documentId/files/:file`. */
export interface CaseFileItem {
  documentId: string;
  name: string;
  mime: string;
  size: number;
  at: string;
  by: string;
  action: string;
}

/** `GET /:cases/:documentId`. */
export interface CaseDetail {
  case: CaseRef & { revision: number; createdAt: string; dueAt: string | null; endedAt: string | null; community: Ref };
  /** The case's own fields, confidential ones masked, references as {@link Ref}. */
  fields: Record<string, unknown>;
  actions: AvailableAction[];
  timeline: TimelineEntry[];
  obligations: ObligationItem[];
  files: CaseFileItem[];
  /** documentIds of the policies that the story and the promises name, by version. */
  policies: Record<string, string>;
  /** IANA zone of the office. */
  timeZone: string;
}

/** `GET /:cases/:documentId/related`: another case that belongs to this one. */
export interface RelatedCase extends CaseRef {
  /**
   * How it does: the case type and attribute that say so, e.g. `ticket.duplicateOf`, with `.back` where the other case
   * says it of this one.
   */
  how: string;
  createdAt: string;
  endedAt: string | null;
}

/** A keyset page. `total` is exact up to 1,000; beyond, `totalIsCapped` is true and it reads 1,000+. */
export interface Page<T> {
  data: T[];
  meta: { nextCursor: string | null; total: number; totalIsCapped: boolean };
}

/** The answer to every action. */
export interface ActionResult {
  data: CaseRef & { revision: number; dueAt: string | null; endedAt: string | null };
  event: TimelineEntry;
  obligations: ObligationItem[];
  /** What is said this once and kept nowhere, e.g. the `code` by which an anonymous complainant follows. */
  once?: Record<string, string>;
}

/** One result of a bulk action. */
export type BulkResult =
  | { documentId: string; ok: true; result: ActionResult }
  | { documentId: string; ok: false; error: { status: number; name: string; message: string; details: unknown } };

/** `GET /desk`. */
export interface Desk {
  me: { name: string; role: string | null; superAdmin: boolean; staff: string | null; communities: Ref[] };
  /** What I or my role owe: overdue first, then soonest. */
  owed: ObligationItem[];
  /** How many of each kind I or my role owe, and how many of them are overdue. */
  counts: Record<string, { open: number; overdue: number }>;
  total: number;
  overdue: number;
  /** Messages that could not be delivered, for supervisors and managers. */
  deadMessages: number;
  /** Promises that nobody holds a role for; shown to super admins. */
  unowned: number;
  now: string;
  /** IANA zone of the office: what the panel shows times in. */
  timeZone: string;
}

/** The error body of a 409. */
export interface ConflictDetails {
  state: string;
  revision: number;
  /** What others did since the caller's revision, oldest first. */
  since: Pick<TimelineEntry, 'action' | 'actor' | 'at' | 'from' | 'to' | 'revision'>[];
}
