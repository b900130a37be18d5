import { field, form, optional } from '../../kernel/workflow/input';
import { PROMISE_INPUT, TAKEN_ON } from '../../kernel/workflow/promise';

/** What each action of the preventive action asks for. */
export const INPUT = {
  ...PROMISE_INPUT,
  plan: form({ community: field.ref('community'), complaint: optional(field.ref('complaint')), ...TAKEN_ON }),
  recur: form({
    community: field.ref('community'),
    recurrenceOf: field.ref('preventiveAction'),
    recurrence: field.ref('complaint'),
  }),
  reconsider: form(TAKEN_ON),
  dismissRecurrence: form({ reason: field.text() }),
};
