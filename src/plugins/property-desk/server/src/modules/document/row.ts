import type { ActionItemState, DocumentKind, DocumentState, Retention, Secrecy } from '../../../../contracts';
import type { CaseRow } from '../../kernel/workflow/define';
import type { PromiseRow } from '../../kernel/workflow/promise';

export const DOCUMENT_UID = 'plugin::property-desk.document';
export const DOCUMENT_TERM_UID = 'plugin::property-desk.document-term';
export const ACTION_ITEM_UID = 'plugin::property-desk.action-item';

/** A document as the kernel keeps it; relations are numeric ids, days are `2026-12-01`. */
export interface DocumentRow extends CaseRow {
  number: string;
  state: DocumentState;
  title: string;
  kind: DocumentKind;
  /** Of its date: numbers and volumes go by it. */
  year: number;
  date: string;
  /** Whom it was sent to, came from or was agreed with. */
  party: string | null;
  retention: Retention;
  keepUntil: string | null;
  secrecy: Secrecy;
  pages: number | null;
  filedBy: number | null;
  /** Where the paper stands: cabinet, box and place in it, and the three in one line. */
  cabinet: string | null;
  box: string | null;
  slot: string | null;
  paperPlace: string | null;
  paperAt: Date | null;
  noPaperReason: string | null;
  lacksPaperSince: Date | null;
  electronicAt: Date | null;
  noElectronicReason: string | null;
  lacksElectronicSince: Date | null;
  /** Of what filed itself: name of its case type, its documentId and version, and how people know it. */
  source: string | null;
  sourceDocumentId: string | null;
  sourceVersion: string | null;
  sourceNumber: string | null;
  /** Which of its papers is kept; its `print` where none is named. */
  sourcePaper: string | null;
  /** What has become of it since. */
  sourceState: string | null;
  sourceStateAt: Date | null;
  sourceReason: string | null;
  /** When the electronic copy is to be made; null where nothing is. */
  renderAt: Date | null;
  withdrawReason: string | null;
  disposeReason: string | null;
  keepReason: string | null;
  proposedBy: number | null;
  disposedBy: number | null;
  /** What it is found by: title, counterparty and number, folded. */
  searchText: string | null;
}

/** An action item as the kernel keeps it. */
export interface ActionItemRow extends PromiseRow {
  number: string;
  state: ActionItemState;
  title: string;
  minutes: number;
  doneText: string | null;
  doneAt: Date | null;
  cancelReason: string | null;
}
