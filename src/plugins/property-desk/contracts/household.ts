import type { CaseFileItem, CaseRef, InputSchema, Ref, TimelineEntry } from './case';
import type { SearchResident } from './search';

/** 住户档案, article 12: one household, one file. */

/** What a file can lack. */
export const GAP_CODES = [
  'owner',
  'ownerTelephone',
  'ownerIdentityNumber',
  'titleCertificate',
  'responsible',
  'tenant',
] as const;
export type GapCode = (typeof GAP_CODES)[number];

export const OCCUPANCIES = ['owner_occupied', 'rented_out', 'vacant'] as const;
export type Occupancy = (typeof OCCUPANCIES)[number];

export const RESIDENT_KINDS = ['owner', 'family', 'tenant'] as const;
export type ResidentKind = (typeof RESIDENT_KINDS)[number];
export const VEHICLE_ENERGIES = ['fuel', 'electric', 'hybrid'] as const;
export const PARKING_KINDS = ['bought', 'rented', 'public'] as const;
export const RENOVATION_PROGRESS = ['applied', 'underway', 'to_inspect', 'accepted_work', 'stopped'] as const;
export const PAPER_KINDS = [
  'title_certificate',
  'identity_card',
  'purchase_contract',
  'lease',
  'renovation_paper',
  'handover_form',
  'other_paper',
] as const;

/** What a file is made of, as its calls name it. */
export const FILE_PARTS = ['resident', 'vehicle', 'parking-space', 'key', 'renovation', 'household-paper'] as const;
export type FilePart = (typeof FILE_PARTS)[number];

/** Something that is missing, and since when. */
export interface Gap {
  code: GapCode;
  since: string;
}

/** A line of `GET /households`. */
export interface HouseholdListItem {
  documentId: string;
  fileNumber: string | null;
  /** e.g. `3栋2单元501`. */
  name: string;
  community: Ref;
  building: Ref | null;
  /** Names of those who own it now. */
  owners: string[];
  responsible: Ref | null;
  occupancy: Occupancy | null;
  gaps: Gap[];
  incompleteSince: string | null;
}

/** One record of a file. */
export interface FileRecord {
  documentId: string;
  /** Sent back with a change, so that nobody writes over what somebody else has just entered. */
  updatedAt: string;
  /** Moved out, given back, sold: kept for the history. */
  ended: boolean;
  /** Confidential values masked, references as {@link Ref}. */
  fields: Record<string, unknown>;
  /** Of a paper: its scans. */
  scans?: CaseFileItem[];
}

/** `GET /households/:documentId`: the whole file. */
export interface HouseholdFile {
  documentId: string;
  updatedAt: string;
  fileNumber: string | null;
  name: string;
  community: Ref;
  /** Facts of the flat itself: building, unit, room, area, occupancy, responsible, paperPlace, notes. */
  fields: Record<string, unknown>;
  gaps: Gap[];
  incompleteSince: string | null;
  parts: Record<FilePart, FileRecord[]>;
  /** Open cases of every type that the caller may read. */
  cases: CaseRef[];
  /** What was lent of this file, latest first; null where nothing is lent in this installation. */
  loans: (CaseRef & { createdAt: string; dueAt: string | null; endedAt: string | null })[] | null;
  /** Published notices that concern the building, latest first. */
  notices: (Ref & { number: string; issuedAt: string | null })[];
  /** Latest first, 200 at most. */
  timeline: TimelineEntry[];
  may: { write: boolean; remove: boolean; transfer: boolean; removeScans: boolean; printFull: boolean };
  /** IANA zone of the office. */
  timeZone: string;
}

/** A new owner, as the transfer of a flat names them. */
export interface NewOwner {
  name: string;
  telephone?: string;
  identityNumber?: string;
  mail?: string;
}

/** What whoever speaks with a household should know at once. */
export const HOUSEHOLD_WARNINGS = ['overdue', 'complaints', 'restricted', 'incomplete'] as const;
export type HouseholdWarningCode = (typeof HOUSEHOLD_WARNINGS)[number];

/** `GET /households/:documentId/card`: a household beside a case or a call, in a few lines. */
export interface HouseholdCard extends Ref {
  fileNumber: string | null;
  community: Ref;
  occupancy: Occupancy | null;
  responsible: Ref | null;
  notes: string | null;
  /** Who lives there now. */
  residents: SearchResident[];
  /** Open cases of every type that the caller may read, oldest first. */
  cases: (CaseRef & { createdAt: string; dueAt: string | null })[];
  /**
   * `overdue`: so many open cases are late; `complaints`: so many in the time in which complaints count as repeated;
   * `restricted`: so many residents had the use of their data restricted; `incomplete`: the file lacks so much.
   */
  warnings: { code: HouseholdWarningCode; count: number }[];
  /** Within how many days complaints count as repeated. */
  repeatDays: number;
  timeZone: string;
}

/** The body of `POST /households/:documentId/transfer`. */
export interface Transfer {
  /** When it changed hands, ISO 8601; not in the future. */
  at: string;
  owners: NewOwner[];
  /** documentIds of everybody who leaves; all present owners are among them. */
  leaving: string[];
  /** documentIds of vehicles, parking spaces, keys and papers that end with it. */
  ending: string[];
  occupancy?: Occupancy;
  reason: string;
}

/** `GET /households/forms`: what is asked for, of the flat's own facts and of each part when it is added and changed. */
export interface FileForms {
  facts: InputSchema;
  parts: Record<FilePart, { add: InputSchema; change: InputSchema }>;
}
