import type { FormField } from '../form/schema';

type Values = Record<string, unknown>;

/** When a field of a form is asked for, by what was entered so far and what the case says; `must` where it then must be entered. */
interface Asked {
  when?: (values: Values, fields: Values) => boolean;
  must?: boolean | ((values: Values) => boolean);
  /** Whether a choice can be taken at all. */
  offers?: (choice: string, fields: Values) => boolean;
}

const general: Asked = { when: ({ severity }) => severity === 'general', must: true };
const unsatisfied: Asked = { when: ({ outcome }) => outcome === 'unsatisfied', must: true };
const reached: Asked = { when: ({ outcome }) => outcome !== 'unreachable' };
/** The secret code is for whoever stays anonymous, and for nobody else; a mail needs an address. */
const way: Asked = {
  offers: (choice, { anonymous, contactMail }) =>
    anonymous === true ? choice === 'code' : choice !== 'code' && (choice !== 'mail' || !!contactMail),
};
/** What is to be corrected is asked where something is. */
const corrected: Asked = { when: ({ kind }, fields) => (kind ?? fields.kind) === 'correction' };
const PROPOSALS = {
  proposedName: corrected,
  proposedTelephone: corrected,
  proposedIdentityNumber: corrected,
  proposedMail: corrected,
  proposedRelation: corrected,
};
/** Only they themselves ask by their account. */
const atDesk: Asked = { offers: (choice) => choice !== 'account' };
/** What is whole needs no words. */
const notIntact: Asked = { when: ({ condition }) => !!condition && condition !== 'intact', must: true };
const named: Asked = { when: ({ anonymous }) => anonymous !== true, must: true };

/** Fields that some ways through an action ask for and others do not, by `type.action`. */
const ASKED: Record<string, Record<string, Asked>> = {
  'complaint.lodge': {
    demands: { when: ({ kind }) => kind === 'complaint' },
    evidence: { when: ({ kind }) => kind !== 'praise' },
    praised: { when: ({ kind }) => kind === 'praise' },
    reporterName: named,
    contactTelephone: { ...named, must: ({ contactWay }) => contactWay === 'phone' },
    contactWay: { ...named, offers: (choice) => choice !== 'code' },
    contactMail: { when: ({ anonymous, contactWay }) => anonymous !== true && contactWay === 'mail', must: true },
  },
  // A general one is handled at once; a grave one goes to the supervisor, who names the handler.
  'complaint.classify': { handler: general, promisedAt: general },
  'complaint.reclassify': { handler: general, promisedAt: general },
  'complaint.answer': { way },
  'complaint.thank': { way },
  'complaint.progress': { way, reason: { when: ({ promisedAt }) => !!promisedAt, must: true } },
  'complaint.resolve': {
    noTaskForceReason: {
      when: (_values, { severity, taskForce }) => severity !== 'general' && !taskForce,
      must: true,
    },
  },
  'data-request.lodge': { ...PROPOSALS, requestWay: atDesk, identityCheck: atDesk },
  'data-request.verify': { identityCheck: atDesk },
  'data-request.amend': PROPOSALS,
  'data-request.execute': { removeAccount: { when: (_values, { kind }) => kind === 'deletion' } },
  'loan.return': { conditionNote: notIntact },
  'loan.found': { conditionNote: notIntact },
  'complaint.follow-up': {
    reason: unsatisfied,
    promisedAt: unsatisfied,
    ratingOverall: reached,
    words: reached,
  },
};

/** The fields that the form asks for now. */
export function askedOf(type: string, action: string, fields: FormField[], values: Values, about: Values): FormField[] {
  const asked = ASKED[`${type}.${action}`];
  if (!asked) return fields;
  return fields
    .filter(({ name }) => asked[name]?.when?.(values, about) ?? true)
    .map((field) => {
      const { must = field.required, offers } = asked[field.name] ?? {};
      const choices = offers && field.property.enum?.filter((choice) => offers(choice, about));
      const required = typeof must === 'function' ? must(values) : must;
      return { ...field, required, property: choices ? { ...field.property, enum: choices } : field.property };
    });
}

/** Where there is one choice only, it is taken. */
export const onlyChoices = (fields: FormField[]): Values =>
  Object.fromEntries(
    fields.flatMap(({ name, property }) => (property.enum?.length === 1 ? [[name, property.enum[0]]] : []))
  );
