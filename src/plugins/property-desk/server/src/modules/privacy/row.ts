import type { DataRequestKind, DataRequestState, RefusalGround } from '../../../../contracts';
import type { CaseRow } from '../../kernel/workflow/define';

export const DATA_REQUEST_UID = 'plugin::property-desk.data-request';
export const CONSENT_UID = 'plugin::property-desk.consent';
export const CONSENT_STATEMENT_UID = 'plugin::property-desk.consent-statement';

/** A request as the kernel keeps it; relations are numeric ids. What it proposes to correct is sealed. */
export interface DataRequestRow extends CaseRow {
  number: string;
  state: DataRequestState;
  household: number | null;
  /** None once their data are deleted. */
  resident: number | null;
  kind: DataRequestKind;
  /** The home as people call it, for the title. */
  details: string | null;
  requestWay: string;
  identityCheck: string | null;
  identityNote: string | null;
  identifiedAt: Date | null;
  proposedName: string | null;
  proposedTelephone: string | null;
  proposedIdentityNumber: string | null;
  proposedMail: string | null;
  proposedRelation: string | null;
  /** What was corrected, before and after, masked. */
  corrected: Record<string, { from: string | null; to: string | null }> | null;
  approver: number | null;
  approvedAt: Date | null;
  approvalReason: string | null;
  ground: RefusalGround | null;
  outcomeText: string | null;
  told: string | null;
  toldWay: string | null;
  answeredAt: Date | null;
  answeredBy: number | null;
  liftedAt: Date | null;
  liftReason: string | null;
  withdrawReason: string | null;
}
