import type { Ref } from './case';
import type { ResidentKind } from './household';

/** 账号绑定: a front-end account asks to be tied to a household (design, Residents). */

export const BINDING_STATES = ['pending', 'approved', 'rejected', 'cancelled', 'unbound'] as const;
export type BindingState = (typeof BINDING_STATES)[number];

export const BINDING_ENDED = ['rejected', 'cancelled', 'unbound'] as const;

/** Why a request was turned down: fixed sentences, so that none tells what the archive holds. */
export const BINDING_REJECTIONS = ['unverified', 'proof', 'duplicate', 'visit'] as const;
export type BindingRejection = (typeof BINDING_REJECTIONS)[number];

/** A line of `GET /bindings`. */
export interface BindingListItem {
  documentId: string;
  number: string;
  title: string;
  state: BindingState;
  revision: number;
  /** The room as it was claimed, and its household where the archive has one. */
  room: string;
  household: Ref | null;
  kind: ResidentKind;
  name: string;
  telephone: string | null;
  community: Ref;
  dueAt: string | null;
  overdue: boolean;
  createdAt: string;
}

/** How a claim and a record compare in one respect; `unknown` where one of them says nothing. */
export type Agreement = 'same' | 'differs' | 'unknown';

/** Somebody in the archive who may be the applicant. */
export interface BindingCandidate {
  resident: { documentId: string; name: string; kind: ResidentKind; telephone: string | null };
  household: Ref;
  agrees: { room: Agreement; name: Agreement; telephone: Agreement; identity: Agreement };
  /** Whether an account is tied to the record already: none, this very one, or somebody else's. */
  account: 'none' | 'this' | 'other';
}

/** `GET /bindings/:documentId/matches`: the claim beside the archive, for the desk only. */
export interface BindingMatches {
  /** The household of the claimed room, null where the archive has none. */
  household: Ref | null;
  candidates: BindingCandidate[];
  /** The account that asks: its address masked, and the homes that it is tied to already. */
  account: { mail: string; homes: Ref[] } | null;
}
