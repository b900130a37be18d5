import { field, form, optional } from '../../kernel/workflow/input';

const planned = {
  what: field.longText(500),
  owner: field.ref('staff'),
  promisedAt: field.instant(),
};

/** What each action of the preventive action asks for. */
export const INPUT = {
  plan: form({ community: field.ref('community'), complaint: optional(field.ref('complaint')), ...planned }),
  done: form({ doneText: field.longText() }),
  cancel: form({ reason: field.text() }),
  reassign: form({ owner: field.ref('staff'), reason: field.text() }),
  repromise: form({ promisedAt: field.instant(), reason: field.text() }),
  recur: form({
    community: field.ref('community'),
    recurrenceOf: field.ref('preventiveAction'),
    recurrence: field.ref('complaint'),
  }),
  reconsider: form(planned),
  dismissRecurrence: form({ reason: field.text() }),
  amend: form({ what: field.longText(500), reason: field.text() }),
};
