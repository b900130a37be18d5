import type { BindingRejection, BindingState, ResidentKind } from '../../../../contracts';
import type { CaseRow } from '../../kernel/workflow/define';

export const BINDING_UID = 'plugin::property-desk.binding';
/** Accounts of front-end sites, which Strapi's users-permissions keeps. */
export const ACCOUNT_UID = 'plugin::users-permissions.user';

/** A request to be tied to a household, as the kernel keeps it; relations are numeric ids. */
export interface BindingRow extends CaseRow {
  number: string;
  state: BindingState;
  title: string;
  /** The account that asks; none once it has been deleted. */
  user: number | null;
  /** The room as it was claimed, and in the form in which rooms are looked up. */
  room: string;
  roomKey: string;
  kind: ResidentKind;
  name: string;
  telephone: string;
  telephoneHash: string;
  identityNumber: string | null;
  identityNumberHash: string | null;
  /** The last four signs of an identity number, where no more was said. */
  identityTail: string | null;
  /** Where the result is written to. */
  mail: string | null;
  household: number | null;
  resident: number | null;
  decidedBy: number | null;
  decidedAt: Date | null;
  rejection: BindingRejection | null;
  unbindReason: string | null;
}
