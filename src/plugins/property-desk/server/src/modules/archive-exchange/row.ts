import type { ArchiveExportState, ArchiveImportState } from '../../../../contracts';
import type { CaseRow } from '../../kernel/workflow/define';

export const IMPORT_UID = 'plugin::property-desk.archive-import';
export const EXPORT_UID = 'plugin::property-desk.archive-export';

export const JSON_TYPE = 'application/json';

/** An import as the kernel keeps it; relations are numeric ids, files are documentIds of the private store. */
export interface ImportRow extends CaseRow {
  number: string;
  state: ArchiveImportState;
  title: string;
  fileName: string;
  uploadedBy: number | null;
  uploaderName: string | null;
  /** The workbook, until it has been checked. */
  book: string | null;
  /** What would be written, until it has been. */
  plan: string | null;
  /** What was found, masked. */
  report: string | null;
  added: number | null;
  changed: number | null;
  unchanged: number | null;
  leftOut: number | null;
  problems: number | null;
  changes: number | null;
  writtenAdded: number | null;
  writtenChanged: number | null;
  writtenUnchanged: number | null;
  writtenLeftOut: number | null;
  confirmedAt: Date | null;
  expiresAt: Date | null;
  failure: string | null;
}

/** An export that a second person decides on. */
export interface ExportRow extends CaseRow {
  number: string;
  state: ArchiveExportState;
  title: string;
  requestedBy: number | null;
  requesterName: string | null;
  plain: boolean;
  reason: string;
  households: number;
  building: number | null;
  decidedBy: string | null;
  decision: string | null;
  /** The file, while it may be fetched. */
  file: string | null;
  expiresAt: Date | null;
  failure: string | null;
}
