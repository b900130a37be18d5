import type { CaseRef } from './case';

/** `POST /search`: one box for everything that a household is found by, and for the numbers of cases. */

/** In what way a household was found. */
export const SEARCH_WAYS = [
  'telephone',
  'identity_number',
  'room',
  'building',
  'name',
  'initials',
  'pinyin',
  'plate',
  'file_number',
  'key',
  'parking_space',
] as const;
export type SearchWay = (typeof SEARCH_WAYS)[number];

/** Why a household is among the results. */
export interface SearchReason {
  way: SearchWay;
  /** What of the archive met the text, e.g. the whole plate; null where it is confidential. */
  text: string | null;
  /** documentId of the resident who was found. */
  resident: string | null;
  /** Whether that resident has left, or the vehicle, key or parking space is no longer theirs. */
  former: boolean;
}

/** A person of a household. */
export interface SearchResident {
  documentId: string;
  name: string;
  kind: string;
  /** Masked. */
  telephone: string | null;
  /** Who has left is shown only when asked for and found. */
  former: boolean;
}

export interface SearchHousehold {
  documentId: string;
  /** e.g. `3栋2单元501`. */
  name: string;
  /** e.g. `DA-00001`. */
  fileNumber: string | null;
  community: { documentId: string; name: string };
  /** The surest reason first. */
  why: SearchReason[];
  residents: SearchResident[];
  openCases: Pick<CaseRef, 'type' | 'documentId' | 'number' | 'title' | 'state'>[];
}

/** A case that was found by its number. */
export interface SearchCase extends CaseRef {
  community: { documentId: string; name: string };
}

export interface SearchAnswer {
  /** What meets the whole text comes first. */
  households: SearchHousehold[];
  /** Whether there are more households than these. */
  more: boolean;
  cases: SearchCase[];
}
