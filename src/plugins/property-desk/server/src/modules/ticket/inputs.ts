import { z } from 'zod';
import { FOLLOW_UP_OUTCOMES, TICKET_PRIORITIES } from '../../../../contracts';
import { field, form, optional } from '../../kernel/workflow/input';

const ratings = {
  ratingQuality: optional(field.rating()),
  ratingAttitude: optional(field.rating()),
  ratingOverall: optional(field.rating()),
};

const place = {
  household: optional(field.ref('household')),
  building: optional(field.ref('building')),
  publicPlace: optional(field.text(100)),
};

const contact = {
  reporterName: field.text(50),
  contactTelephone: field.telephone(),
};

const worker = {
  assignee: optional(field.ref('staff')),
  contractor: optional(field.text(100)),
};

/** What each action of the ticket asks for. */
export const INPUT = {
  submit: form({
    community: field.ref('community'),
    ...place,
    category: field.ref('category'),
    description: field.longText(),
    ...contact,
    wishedFor: optional(field.instant()),
  }),
  register: form({
    community: field.ref('community'),
    ...place,
    ...contact,
    category: field.ref('category'),
    description: field.longText(),
    source: field.choice(['phone', 'visit', 'chat', 'patrol', 'app'] as const, 'ticket.source'),
    priority: field.choice(TICKET_PRIORITIES, 'ticket.priority'),
    wishedFor: optional(field.instant()),
  }),
  accept: form({ priority: optional(field.choice(TICKET_PRIORITIES, 'ticket.priority')) }),
  dispatch: form({ ...worker, promisedAt: field.instant(), agreement: optional(field.text()) }),
  reassign: form({ ...worker, reason: field.text() }),
  decline: form({ reason: field.text() }),
  start: form({}),
  hold: form({ reason: field.text() }),
  resume: form({}),
  repromise: form({ promisedAt: field.instant(), reason: field.text(), told: field.text() }),
  complete: form({
    workDone: field.longText(),
    parts: optional(
      z
        .array(
          z.strictObject({
            name: z.string().trim().min(1).max(100),
            quantity: z.number().positive().max(10_000),
            price: z.number().int().min(0).max(100_000_000),
          })
        )
        .max(30)
        .meta({ widget: 'parts' })
    ),
    cost: optional(field.money()),
  }),
  followUp: form({
    outcome: field.choice(FOLLOW_UP_OUTCOMES, 'ticket.outcome'),
    ...ratings,
    words: optional(field.longText()),
    reason: optional(field.text()),
  }),
  rate: form({
    outcome: field.choice(['satisfied', 'unsatisfied'] as const, 'ticket.outcome'),
    ...ratings,
    words: optional(field.longText()),
  }),
  closeUnreached: form({}),
  archive: form({}),
  cancel: form({ reason: field.text(), duplicateOf: optional(field.ref('ticket')) }),
  attach: form({}),
  amend: form({
    description: optional(field.longText()),
    category: optional(field.ref('category')),
    reporterName: optional(field.text(50)),
    contactTelephone: optional(field.telephone()),
    wishedFor: optional(field.instant()),
    reason: field.text(),
  }),
};
