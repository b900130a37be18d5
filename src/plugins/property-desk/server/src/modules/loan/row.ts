import type { LoanCondition, LoanItemType, LoanState } from '../../../../contracts';
import type { CaseRow } from '../../kernel/workflow/define';

export const LOAN_UID = 'plugin::property-desk.loan';
export const LOANS = 'pd_loans';

/** A loan as the kernel keeps it; relations are numeric ids. */
export interface LoanRow extends CaseRow {
  number: string;
  state: LoanState;
  title: string;
  itemType: LoanItemType;
  /** documentId of the item, whatever its type: what is lent once at a time is told by this column alone. */
  itemDocumentId: string;
  /** Number and name of the item as they were when it was asked for; the number is empty where it has none. */
  itemNumber: string;
  itemName: string;
  /** The household whose file it is, or whose key. */
  household: number | null;
  filedDocument: number | null;
  key: number | null;
  borrower: number | null;
  /** Who asked, where that was not the borrower. */
  requestedBy: number | null;
  purpose: string;
  from: Date;
  until: Date;
  /** Until when it waits to be fetched once it is approved. */
  collectBy: Date | null;
  /** Of a key: somebody from outside who uses it under the borrower's responsibility. */
  forWhom: string | null;
  forWhomTelephone: string | null;
  approvedBy: number | null;
  approvedAt: Date | null;
  rejectReason: string | null;
  cancelReason: string | null;
  handedOverBy: number | null;
  lentAt: Date | null;
  takenBackBy: number | null;
  returnedAt: Date | null;
  condition: LoanCondition | null;
  conditionNote: string | null;
  lostAt: Date | null;
  lostText: string | null;
  /** Who heard that the item is back. */
  nextInLine: number | null;
}
