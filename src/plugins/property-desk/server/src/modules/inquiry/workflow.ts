import { z } from 'zod';
import { ANSWER_WAYS, INQUIRY_ENDED, INQUIRY_STATES, TICKET_PRIORITIES } from '../../../../contracts';
import { invalid } from '../../kernel/errors';
import {
  defineCase,
  moves,
  opens,
  renegotiates,
  settles,
  type Acting,
  type CaseRow,
  type Owner,
} from '../../kernel/workflow/define';
import { field, form, optional } from '../../kernel/workflow/input';
import { HOUSEHOLD_UID } from '../household';
import { COMMUNITY_UID, STAFF_UID } from '../staff';
import { TICKET_UID, ticketWorkflow } from '../ticket';
import { inquiryListing } from './queries';

export const INQUIRY_UID = 'plugin::property-desk.inquiry';

/** An inquiry as the kernel keeps it. */
export interface InquiryRow extends CaseRow {
  household: number | null;
  question: string;
  reporterName: string;
  contactTelephone: string | null;
  handler: number | null;
  promisedAt: Date;
}

type Inquiry = Acting<InquiryRow>;

const DESK = ['receptionist', 'specialist', 'supervisor'];
const promised = ({ input }: Inquiry): Date => input.promisedAt;
const theHandler = ({ case: inquiry }: Inquiry): Owner =>
  inquiry.handler ? { staff: inquiry.handler } : { role: 'receptionist' };
/** Whoever promised the reply gives it; a question that nobody took yet is anybody's at the desk. */
const onlyHandler = ({ case: inquiry, actor }: Pick<Inquiry, 'case' | 'actor'>) =>
  inquiry.handler === null || inquiry.handler === actor.staff?.id ? null : 'error.onlyHandler';
const notWhoOwes = ({ case: inquiry, actor }: Pick<Inquiry, 'case' | 'actor'>) =>
  inquiry.handler !== null && inquiry.handler === actor.staff?.id ? 'error.notWhoOwes' : null;

const future = ({ input, now }: Inquiry): Date => {
  if (input.promisedAt <= now) throw invalid('promisedAt', 'error.notInFuture');
  return input.promisedAt;
};

const handlerOf = async (acting: Inquiry): Promise<number | null> => {
  const handler = await acting.ref('handler', STAFF_UID);
  if (!handler) return acting.actor.staff?.id ?? null;
  const person = await acting.colleague(handler.id);
  if (!person || !DESK.includes(person.role)) throw invalid('handler', 'error.notInCommunity', { name: handler.name });
  return handler.id;
};

/** The repair that an inquiry turned out to be: registered in the same transaction, by the same person. */
const becomeTicket = async (acting: Inquiry) => {
  const { case: inquiry, input } = acting;
  const { row } = await acting.start(ticketWorkflow, 'register', {
    community: await acting.documentId(COMMUNITY_UID, inquiry.community),
    household: inquiry.household ? await acting.documentId(HOUSEHOLD_UID, inquiry.household) : undefined,
    publicPlace: input.publicPlace,
    category: input.category,
    description: input.description ?? inquiry.question,
    reporterName: inquiry.reporterName,
    contactTelephone: acting.plain('contactTelephone'),
    priority: input.priority,
    source: 'phone',
    note: inquiry.number,
  });
  return row;
};

/** 咨询, article 8: what cannot be answered on the spot gets a promised reply. */
export const inquiryWorkflow = defineCase<InquiryRow>({
  name: 'inquiry',
  plural: 'inquiries',
  uid: INQUIRY_UID,
  numbering: { prefix: 'ZX', period: 'day' },
  kin: async ({ rows, strapi }, { type, row }) => {
    const found = async (of: string, uid: string, where: Record<string, unknown>, how: string) =>
      (await rows.find(strapi.db.connection, uid, where)).map((each) => ({ how, type: of, row: each as CaseRow }));
    if (type === 'ticket' && row.number)
      return found('inquiry', INQUIRY_UID, { convertedTo: row.number }, 'inquiry.convertedTo.back');
    if (type === 'inquiry' && row.convertedTo)
      return found('ticket', TICKET_UID, { number: row.convertedTo }, 'inquiry.convertedTo');
    return [];
  },
  states: INQUIRY_STATES,
  ended: INQUIRY_ENDED,
  title: (inquiry) => [...inquiry.question].slice(0, 40).join(''),
  handler: 'handler',
  figures: { done: { at: 'endedAt', states: ['answered', 'converted'] } },
  home: 'household',
  personal: ['reporterName'],
  list: inquiryListing,

  obligations: {
    'inquiry.reply': {
      article: '8',
      role: 'receptionist',
      escalate: { role: 'supervisor', rule: 'inquiry.superviseWithin' },
    },
  },

  actions: {
    ask: {
      from: [],
      to: 'open',
      article: '8',
      who: { staff: DESK, token: true },
      input: form({
        community: field.ref('community'),
        household: optional(field.ref('household')),
        question: field.longText(),
        reporterName: field.text(50),
        contactTelephone: field.telephone(),
        promisedAt: field.instant(),
        handler: optional(field.ref('staff')),
      }),
      set: async (acting) => ({
        household: (await acting.ref('household', HOUSEHOLD_UID))?.id ?? null,
        question: acting.input.question,
        reporterName: acting.input.reporterName,
        contactTelephone: acting.input.contactTelephone,
        promisedAt: future(acting),
        handler: await handlerOf(acting),
      }),
      effects: [opens('inquiry.reply', { due: promised, owedBy: theHandler })],
    },
    answer: {
      from: ['open'],
      to: 'answered',
      article: '8',
      who: { staff: DESK },
      limit: onlyHandler,
      input: form({ answer: field.longText(), way: field.choice(ANSWER_WAYS, 'inquiry.way') }),
      set: ({ input }) => ({ answer: input.answer, answerWay: input.way }),
      effects: [settles('inquiry.reply')],
    },
    repromise: {
      from: ['open'],
      to: 'same',
      article: '8',
      who: { staff: ['specialist', 'supervisor'] },
      limit: notWhoOwes,
      input: form({ promisedAt: field.instant(), reason: field.text(), told: field.text() }),
      set: (acting) => ({ promisedAt: future(acting) }),
      effects: [renegotiates('inquiry.reply', promised)],
    },
    reassign: {
      from: ['open'],
      to: 'same',
      article: '8',
      who: { staff: ['specialist', 'supervisor'] },
      input: form({ handler: field.ref('staff'), reason: field.text() }),
      set: async (acting) => ({ handler: await handlerOf(acting) }),
      effects: [moves('inquiry.reply', theHandler)],
    },
    convert: {
      from: ['open'],
      to: 'converted',
      article: '8',
      who: { staff: DESK },
      input: form({
        category: field.ref('category'),
        description: optional(field.longText()),
        publicPlace: optional(field.text(100)),
        priority: z.enum(TICKET_PRIORITIES).default('ordinary').meta({ widget: 'choice', words: 'ticket.priority' }),
      }),
      set: async (acting) => ({ convertedTo: (await becomeTicket(acting)).number }),
      effects: [settles('inquiry.reply')],
    },
    amend: {
      from: ['open'],
      to: 'same',
      article: '8',
      who: { staff: DESK },
      input: form({
        question: optional(field.longText()),
        reporterName: optional(field.text(50)),
        contactTelephone: optional(field.telephone()),
        reason: field.text(),
      }),
      set: ({ input: { question, reporterName, contactTelephone } }) => {
        const given = Object.entries({ question, reporterName, contactTelephone }).filter(
          ([, value]) => value !== undefined
        );
        if (given.length === 0) throw invalid('question', 'error.nothingToAmend');
        return Object.fromEntries(given);
      },
    },
    cancel: {
      from: ['open'],
      to: 'cancelled',
      article: '8',
      who: { staff: ['specialist', 'supervisor'] },
      input: form({ reason: field.text() }),
      set: ({ input }) => ({ cancelReason: input.reason }),
    },
  },
});
