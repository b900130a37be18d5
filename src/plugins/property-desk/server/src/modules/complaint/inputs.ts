import { z } from 'zod';
import {
  COMPLAINT_KINDS,
  CONTACT_WAYS,
  EVIDENCE_KINDS,
  FOLLOW_UP_OUTCOMES,
  SEVERITIES,
  TICKET_SOURCES,
} from '../../../../contracts';
import { field, form, optional } from '../../kernel/workflow/input';

const ENTERED_SOURCES = TICKET_SOURCES.filter((source) => source !== 'web' && source !== 'integration');

const kind = () => field.choice(COMPLAINT_KINDS, 'complaint.kind');
const severity = () => field.choice(SEVERITIES, 'complaint.severity');
const way = () => field.choice(CONTACT_WAYS, 'complaint.way');
const category = () => field.ref('complaintCategory');

const witnessed = {
  kind: z.enum(EVIDENCE_KINDS).meta({ widget: 'choice', words: 'complaint.evidence' }),
  description: z.string().trim().min(1).max(500),
};
const evidence = <S extends z.ZodRawShape>(more: S) =>
  z
    .array(z.strictObject({ ...witnessed, ...more }))
    .max(20)
    .meta({ widget: 'evidence' });

const contact = {
  reporterName: optional(field.text(50)),
  contactTelephone: optional(field.telephone()),
  contactMail: optional(field.mail()),
  contactWay: optional(way()),
};

const ratings = { ratingOverall: optional(field.rating()), words: optional(field.longText()) };

/** What each action of the complaint asks for. */
export const INPUT = {
  lodge: form({
    community: field.ref('community'),
    kind: kind(),
    anonymous: optional(field.yes()),
    household: optional(field.ref('household')),
    building: optional(field.ref('building')),
    publicPlace: optional(field.text(100)),
    category: optional(category()),
    content: field.longText(),
    demands: optional(field.longText()),
    evidence: optional(evidence({})),
    ...contact,
    source: optional(field.choice(ENTERED_SOURCES as [string, ...string[]], 'ticket.source')),
    praised: optional(field.ref('staff')),
  }),
  answer: form({ answerText: field.longText(), way: way() }),
  thank: form({ praised: optional(field.ref('staff')), answerText: optional(field.longText()), way: optional(way()) }),
  classify: form({
    severity: severity(),
    category: category(),
    reason: field.text(),
    handler: optional(field.ref('staff')),
    promisedAt: optional(field.instant()),
  }),
  reclassify: form({
    severity: severity(),
    reason: field.text(),
    handler: optional(field.ref('staff')),
    promisedAt: optional(field.instant()),
  }),
  intervene: form({ plan: field.longText(), handler: field.ref('staff'), promisedAt: field.instant() }),
  assign: form({ handler: field.ref('staff'), reason: field.text() }),
  escalate: form({ reason: field.text() }),
  decide: form({ decision: field.longText() }),
  formTaskForce: form({ leader: field.ref('staff'), members: field.refs('staffList'), aim: field.text() }),
  progress: form({
    message: field.longText(),
    way: way(),
    promisedAt: optional(field.instant()),
    reason: optional(field.text()),
  }),
  confirmPromise: form({}),
  resolve: form({
    result: field.longText(),
    measures: field.longText(),
    compensation: optional(field.money()),
    noTaskForceReason: optional(field.text()),
  }),
  followUp: form({
    outcome: field.choice(FOLLOW_UP_OUTCOMES, 'ticket.outcome'),
    ...ratings,
    reason: optional(field.text()),
    promisedAt: optional(field.instant()),
  }),
  closeUnreached: form({}),
  publishResult: form({ publicResult: field.longText() }),
  rate: form({
    outcome: field.choice(['satisfied', 'unsatisfied'] as const, 'ticket.outcome'),
    ...ratings,
  }),
  review: form({
    courseOfEvents: field.longText(5000),
    rootCause: field.longText(),
    lessons: field.longText(),
    preventiveActions: optional(
      z
        .array(
          z.strictObject({
            what: z.string().trim().min(1).max(500),
            owner: field.ref('staff'),
            dueAt: field.instant(),
          })
        )
        .max(20)
        .meta({ widget: 'preventiveActions' })
    ),
    publishCase: optional(field.yes()),
  }),
  archive: form({}),
  withdraw: form({ reason: field.text() }),
  dismiss: form({ reason: field.longText() }),
  attach: form({}),
  amend: form({
    kind: optional(kind()),
    content: optional(field.longText()),
    demands: optional(field.longText()),
    evidence: optional(evidence({ file: optional(field.ref('file')) })),
    category: optional(category()),
    ...contact,
    praised: optional(field.ref('staff')),
    reason: field.text(),
  }),
};
