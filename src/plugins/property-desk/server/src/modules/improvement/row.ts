import type { PreventiveActionState } from '../../../../contracts';
import type { PromiseRow } from '../../kernel/workflow/promise';

export const PREVENTIVE_ACTION_UID = 'plugin::property-desk.preventive-action';

/** A preventive action as the kernel keeps it; relations are numeric ids. */
export interface PreventiveActionRow extends PromiseRow {
  number: string;
  state: PreventiveActionState;
  title: string;
  complaint: number | null;
  doneText: string | null;
  doneAt: Date | null;
  cancelReason: string | null;
  /** Of a recurrence: the action that had been done, and the complaint that came nevertheless. */
  recurrenceOf: number | null;
  recurrence: number | null;
}
