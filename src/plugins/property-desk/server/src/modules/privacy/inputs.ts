import {
  ANSWER_WAYS,
  DATA_REQUEST_KINDS,
  DATA_REQUEST_WAYS,
  IDENTITY_CHECKS,
  REFUSAL_GROUNDS,
} from '../../../../contracts';
import { field, form, optional } from '../../kernel/workflow/input';

const proposed = {
  proposedName: optional(field.text(50)),
  proposedTelephone: optional(field.telephone()),
  proposedIdentityNumber: optional(field.text(30)),
  proposedMail: optional(field.mail()),
  proposedRelation: optional(field.text(20)),
};

/** What the person was told, and how: every answer ends with it (Personal Information Protection Law, article 50). */
const answered = {
  outcomeText: field.longText(),
  told: field.longText(),
  toldWay: field.choice(ANSWER_WAYS, 'data-request.toldWay'),
};

/** What each action asks for. */
export const INPUT = {
  lodge: form({
    community: field.ref('community'),
    resident: field.ref('resident'),
    kind: field.choice(DATA_REQUEST_KINDS, 'data-request.kind'),
    details: optional(field.longText()),
    requestWay: field.choice(DATA_REQUEST_WAYS, 'data-request.requestWay'),
    identityCheck: optional(field.choice(IDENTITY_CHECKS, 'data-request.identityCheck')),
    identityNote: optional(field.text()),
    ...proposed,
  }),
  verify: form({
    identityCheck: field.choice(IDENTITY_CHECKS, 'data-request.identityCheck'),
    identityNote: optional(field.text()),
  }),
  answer: form(answered),
  approve: form({ approvalReason: field.longText() }),
  // Where they have no other home here, their account on the front-end site can go with their data.
  execute: form({ ...answered, removeAccount: optional(field.yes()) }),
  reopen: form({ reason: field.longText() }),
  lift: form({
    liftReason: field.longText(),
    told: field.longText(),
    toldWay: field.choice(ANSWER_WAYS, 'data-request.toldWay'),
  }),
  refuse: form({
    ground: field.choice(REFUSAL_GROUNDS, 'data-request.ground'),
    told: field.longText(),
    toldWay: field.choice(ANSWER_WAYS, 'data-request.toldWay'),
  }),
  withdraw: form({ reason: optional(field.text()) }),
  amend: form({ details: optional(field.longText()), ...proposed, reason: field.text() }),
};
