import type { Ref } from './case';
import { TICKET_SOURCES, type FollowUpOutcome, type TicketSource } from './ticket';

/** 投诉, article 10: the words of the complaint that server and panel share. */

export const COMPLAINT_STATES = [
  'received',
  'escalated',
  'handling',
  'resolved',
  'confirmed',
  'reviewed',
  'archived',
  'withdrawn',
  'dismissed',
] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

/** States in which nothing more is owed. */
export const COMPLAINT_ENDED = ['archived', 'withdrawn', 'dismissed'] as const;

export const COMPLAINT_KINDS = ['complaint', 'suggestion', 'praise'] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];

/** From the least to the gravest. */
export const SEVERITIES = ['general', 'major', 'urgent'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How the complainant wants to hear; `code` is for whoever stays anonymous and follows by a secret code. */
export const CONTACT_WAYS = ['phone', 'mail', 'visit', 'chat', 'code'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** How complaints reach the office: as repairs do; `web` and `integration` are set by the API, never entered. */
export const COMPLAINT_SOURCES = TICKET_SOURCES;

export const EVIDENCE_KINDS = ['person', 'material'] as const;

/** A witness or a piece of evidence. */
export interface Evidence {
  kind: (typeof EVIDENCE_KINDS)[number];
  description: string;
  /** documentId of a file of the case. */
  file?: string;
}

/** Who works together on a grave complaint, and to what end. */
export interface TaskForce {
  leader: Ref;
  members: Ref[];
  aim: string;
  /** ISO 8601. */
  formedAt: string;
  formedBy: string;
}

/** A line of `GET /complaints`. */
export interface ComplaintListItem {
  documentId: string;
  number: string;
  title: string;
  state: ComplaintState;
  revision: number;
  kind: ComplaintKind;
  severity: Severity | null;
  content: string;
  /** What people call the place; empty where none was named. */
  place: string;
  anonymous: boolean;
  category: Ref | null;
  community: Ref;
  household: Ref | null;
  handler: Ref | null;
  source: TicketSource;
  reporterName: string | null;
  /** Masked. */
  contactTelephone: string | null;
  promisedAt: string | null;
  /** A promise that the handler wants to move, for a supervisor to confirm. */
  proposedPromise: string | null;
  dueAt: string | null;
  overdue: boolean;
  /** How many earlier ones it repeats. */
  repeatCount: number;
  createdAt: string;
}

/** An earlier complaint that one repeats. */
export interface RepeatItem {
  documentId: string;
  number: string;
  title: string;
  state: ComplaintState;
  severity: Severity | null;
  createdAt: string;
  handler: Ref | null;
}

/** A case of the library that resembles what is being taken down. */
export interface StudyHint {
  documentId: string;
  number: string;
  title: string;
  lesson: string;
  tags: string[];
}

/** `POST /complaints/hints`, shown at intake. */
export interface ComplaintHints {
  repeats: RepeatItem[];
  studies: StudyHint[];
}

/** What a complainant was told, by which way. */
export interface ToldItem {
  at: string;
  /** Null where the way was not entered: by the one that they chose. */
  way: ContactWay | null;
  text: string;
}

/** What a complainant sees of their complaint. */
export interface ComplainantView {
  /** Null for whoever follows by a secret code: they name the number. */
  documentId: string | null;
  number: string;
  kind: ComplaintKind;
  state: ComplaintState;
  category: string | null;
  place: string;
  content: string;
  demands: string | null;
  promisedAt: string | null;
  /** What they were told, oldest first; in a list the latest only. */
  told: ToldItem[];
  /** The result as they were told it. */
  result: string | null;
  /** What was published under an anonymous complainant's code. */
  publicResult: string | null;
  rating: { outcome: Exclude<FollowUpOutcome, 'unreachable'>; overall: number | null; words: string | null } | null;
  createdAt: string;
}

/** The answer to an anonymous complaint: the code is said this once and kept nowhere. */
export interface AnonymousLodged {
  number: string;
  code: string;
  state: ComplaintState;
}
