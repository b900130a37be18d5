import { LOAN_CONDITIONS, LOAN_ITEMS } from '../../../../contracts';
import { clearable, field, form, optional } from '../../kernel/workflow/input';

/** What each action of the loan asks for. */
export const INPUT = {
  request: form({
    community: field.ref('community'),
    itemType: field.choice(LOAN_ITEMS, 'loan.itemType'),
    item: field.ref('loanItem'),
    purpose: field.longText(500),
    from: optional(field.instant()),
    until: optional(field.instant()),
    borrower: optional(field.ref('staff')),
    forWhom: optional(field.text(50)),
    forWhomTelephone: optional(field.telephone()),
  }),
  approve: form({}),
  reject: form({ reason: field.text() }),
  cancel: form({ reason: field.text() }),
  handOver: form({ handedOverBy: optional(field.ref('staff')) }),
  extend: form({ until: field.instant(), reason: field.text() }),
  return: form({
    condition: field.choice(LOAN_CONDITIONS, 'loan.condition'),
    conditionNote: optional(field.longText(500)),
    takenBackBy: optional(field.ref('staff')),
  }),
  reportLost: form({ lostText: field.longText() }),
  found: form({
    condition: field.choice(LOAN_CONDITIONS, 'loan.condition'),
    conditionNote: optional(field.longText(500)),
  }),
  amend: form({
    purpose: optional(field.longText(500)),
    from: optional(field.instant()),
    until: optional(field.instant()),
    forWhom: clearable(field.text(50)),
    forWhomTelephone: clearable(field.telephone()),
    reason: field.text(),
  }),
  /** Taken by the clock. */
  lapse: form({}),
};
