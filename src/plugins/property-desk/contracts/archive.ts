/** States of an import of the archive. */
export const ARCHIVE_IMPORT_STATES = ['uploaded', 'checked', 'importing', 'done', 'failed', 'cancelled'] as const;
export type ArchiveImportState = (typeof ARCHIVE_IMPORT_STATES)[number];
export const ARCHIVE_IMPORT_ENDED = ['done', 'failed', 'cancelled'] as const;

/** States of an export of the archive that a second person decides on. */
export const ARCHIVE_EXPORT_STATES = [
  'requested',
  'preparing',
  'ready',
  'expired',
  'rejected',
  'cancelled',
  'failed',
] as const;
export type ArchiveExportState = (typeof ARCHIVE_EXPORT_STATES)[number];
export const ARCHIVE_EXPORT_ENDED = ['expired', 'rejected', 'cancelled', 'failed'] as const;

/** How far long work has come. */
export interface ArchiveProgress {
  done: number;
  total: number;
}

/** An import in the list, and while it is polled. */
export interface ArchiveImportItem {
  documentId: string;
  number: string;
  title: string;
  state: ArchiveImportState;
  revision: number;
  fileName: string;
  community: { documentId: string; name: string };
  uploadedBy: string;
  createdAt: string;
  endedAt: string | null;
  expiresAt: string | null;
  /** Rows of the book, by what becomes of them; null until it has been checked. */
  found: { added: number; changed: number; unchanged: number; leftOut: number } | null;
  /** Rows that have been written, likewise. */
  written: { added: number; changed: number; unchanged: number; leftOut: number } | null;
  /** Of the check or of the writing, whichever is under way. */
  progress: ArchiveProgress | null;
  /** Why the book was not read, or the import given up. */
  failure: string | null;
  counts: { problems: number; changes: number; additions: number; leftOut: number };
}

/** One line of an import's report. */
export interface ArchiveFinding {
  sheet: string;
  row: number;
  column: string | null;
  /** The home, and whose or which. */
  about: string | null;
  /** What is wrong, in the caller's language. */
  text: string | null;
  from: string | null;
  to: string | null;
}

/** An export in the list. */
export interface ArchiveExportItem {
  documentId: string;
  number: string;
  title: string;
  state: ArchiveExportState;
  revision: number;
  community: { documentId: string; name: string };
  requestedBy: string;
  /** Whether the caller asked for it: only they may fetch the file, and only others decide. */
  mine: boolean;
  plain: boolean;
  reason: string;
  households: number;
  createdAt: string;
  expiresAt: string | null;
  failure: string | null;
}
