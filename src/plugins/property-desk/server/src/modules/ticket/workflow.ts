import { TICKET_ENDED, TICKET_STATES } from '../../../../contracts';
import {
  defineCase,
  moves,
  opens,
  renegotiates,
  settles,
  voids,
  type Acting,
  type Owner,
} from '../../kernel/workflow/define';
import * as change from './changes';
import { INPUT } from './inputs';
import * as limit from './limits';
import { printTicket } from './paper';
import { ticketListing } from './queries';
import { TICKET_UID, type TicketRow } from './row';
import { suggestDispatch } from './suggest';

type Ticket = Acting<TicketRow>;

const DESK = ['receptionist', 'specialist', 'supervisor'];
const OFFICE = ['specialist', 'supervisor'];
const ON_SITE = ['engineer', 'specialist', 'supervisor'];
const OPEN = TICKET_STATES.filter((state) => !(TICKET_ENDED as readonly string[]).includes(state));

/** Whoever was entered just now: the engineer, or for a contractor whoever sends them out. */
const entered = ({ actor, case: ticket }: Ticket): Owner => {
  if (ticket.assignee) return { staff: ticket.assignee };
  return actor.staff ? { staff: actor.staff.id } : { role: 'specialist' };
};
const urgent = ({ case: ticket }: Ticket) => ticket.priority === 'urgent';
const promised = ({ input }: Ticket): Date => input.promisedAt;
const theAssignee = ({ case: ticket }: Ticket): Owner | null => (ticket.assignee ? { staff: ticket.assignee } : null);
const supervise = { role: 'supervisor', rule: 'ticket.superviseWithin' };

const satisfied = {
  to: 'confirmed',
  effects: [settles<TicketRow>('ticket.followUp'), opens<TicketRow>('ticket.archive')],
};
const unsatisfied = {
  to: 'accepted',
  effects: [settles<TicketRow>('ticket.followUp'), opens<TicketRow>('ticket.dispatch')],
};

/**
 * 报修工单, article 9: accept → enter → dispatch → follow → revisit within 24 hours → archive.
 * Every action is a step on the record, every promise an obligation.
 */
export const ticketWorkflow = defineCase<TicketRow>({
  name: 'ticket',
  plural: 'tickets',
  uid: TICKET_UID,
  numbering: { prefix: 'BX', period: 'day' },
  states: TICKET_STATES,
  ended: TICKET_ENDED,
  title: (ticket) => `${ticket.place} ${ticket.categoryName}`,
  handler: 'assignee',
  deputies: ['dispatchedBy'],
  facets: ['category'],
  figures: {
    done: { at: 'completedAt', states: ['completed', 'confirmed', 'archived'] },
    category: 'category',
    verdict: {
      attributes: ['outcome', 'residentOutcome'],
      good: 'satisfied',
      bad: 'unsatisfied',
      marks: ['ratingOverall', 'residentRatingOverall'],
    },
  },
  home: 'household',
  urgency: { by: 'priority', urgent: ['urgent'] },
  personal: ['reporterName'],
  list: ticketListing,
  print: printTicket,

  obligations: {
    'ticket.accept': { article: '9', rule: 'ticket.acceptWithin', role: 'receptionist', escalate: supervise },
    'ticket.dispatch': { article: '9', rule: 'ticket.dispatchWithin', role: 'receptionist', escalate: supervise },
    'ticket.arrive': { article: '9', rule: 'ticket.arriveWithinUrgent', role: 'specialist', escalate: supervise },
    'ticket.complete': { article: '9', role: 'specialist', escalate: supervise },
    'ticket.followUp': { article: '9', rule: 'ticket.followUpWithin', role: 'specialist', escalate: supervise },
    'ticket.archive': { article: '9', rule: 'ticket.archiveWithin', role: 'specialist', escalate: supervise },
  },

  actions: {
    submit: {
      from: [],
      to: 'submitted',
      article: '9',
      who: { resident: true, token: true },
      input: INPUT.submit,
      set: change.submitted,
      effects: [opens('ticket.accept')],
    },
    register: {
      from: [],
      to: 'accepted',
      article: '9',
      who: { staff: DESK, token: true },
      input: INPUT.register,
      set: change.registered,
      effects: [opens('ticket.dispatch')],
    },
    accept: {
      from: ['submitted'],
      to: 'accepted',
      article: '9',
      who: { staff: DESK },
      input: INPUT.accept,
      set: change.accepted,
      effects: [settles('ticket.accept'), opens('ticket.dispatch')],
    },
    dispatch: {
      from: ['accepted'],
      to: 'dispatched',
      article: '9',
      who: { staff: DESK },
      input: INPUT.dispatch,
      defaults: suggestDispatch,
      set: change.dispatched,
      effects: [
        settles('ticket.dispatch'),
        opens('ticket.complete', { due: promised, owedBy: entered }),
        opens('ticket.arrive', { when: urgent, owedBy: entered }),
      ],
      tells: [{ template: 'assigned', to: theAssignee }],
    },
    reassign: {
      from: ['dispatched', 'in_progress', 'on_hold'],
      to: 'dispatched',
      article: '9',
      who: { staff: DESK },
      input: INPUT.reassign,
      set: change.reassigned,
      effects: [moves('ticket.complete', entered), moves('ticket.arrive', entered)],
      tells: [{ template: 'assigned', to: theAssignee }],
    },
    decline: {
      from: ['dispatched'],
      to: 'accepted',
      article: '9',
      who: { staff: ['engineer'] },
      limit: limit.onlyAssignee,
      input: INPUT.decline,
      set: change.unassigned,
      effects: [voids('ticket.complete'), voids('ticket.arrive'), opens('ticket.dispatch')],
    },
    start: {
      from: ['dispatched'],
      to: 'in_progress',
      article: '9',
      who: { staff: ON_SITE },
      limit: limit.assigneeOrOffice,
      input: INPUT.start,
      set: change.started,
      effects: [settles('ticket.arrive')],
    },
    // The promise keeps running while the work waits; only `repromise` moves it.
    hold: {
      from: ['in_progress'],
      to: 'on_hold',
      article: '9',
      who: { staff: ON_SITE },
      limit: limit.assigneeOrOffice,
      input: INPUT.hold,
      set: change.held,
    },
    resume: {
      from: ['on_hold'],
      to: 'in_progress',
      article: '9',
      who: { staff: ON_SITE },
      limit: limit.assigneeOrOffice,
      input: INPUT.resume,
      set: change.resumed,
    },
    repromise: {
      from: ['accepted', 'dispatched', 'in_progress', 'on_hold'],
      to: 'same',
      article: '9',
      who: { staff: OFFICE },
      limit: limit.notWhoOwes,
      input: INPUT.repromise,
      set: change.repromised,
      effects: [renegotiates('ticket.complete', promised)],
    },
    complete: {
      from: ['in_progress'],
      to: 'completed',
      article: '9',
      who: { staff: ON_SITE },
      limit: limit.assigneeOrOffice,
      input: INPUT.complete,
      set: change.completed,
      effects: [settles('ticket.complete'), settles('ticket.arrive'), opens('ticket.followUp')],
    },
    'follow-up': {
      from: ['completed'],
      article: '9',
      who: { staff: DESK },
      limit: limit.notWhoDidIt,
      input: INPUT.followUp,
      set: change.followedUp,
      by: ({ input }) => input.outcome,
      // Silence never counts as satisfaction: an attempt that reached nobody changes nothing but the count.
      branches: { satisfied, unsatisfied, unreachable: { to: 'same' } },
    },
    rate: {
      from: ['completed'],
      article: '9',
      who: { resident: true },
      input: INPUT.rate,
      set: change.rated,
      by: ({ input, rules }) => (rules.on('ticket.ratingReplacesCall') ? input.outcome : 'shown'),
      branches: { shown: { to: 'same' }, satisfied, unsatisfied },
    },
    'close-unreached': {
      from: ['completed'],
      to: 'archived',
      article: '9',
      who: { staff: ['supervisor'] },
      limit: limit.afterThreeDays,
      input: INPUT.closeUnreached,
    },
    archive: {
      from: ['confirmed'],
      to: 'archived',
      article: '9',
      who: { staff: DESK },
      input: INPUT.archive,
      effects: [settles('ticket.archive')],
    },
    cancel: {
      from: ['submitted', 'accepted', 'dispatched', 'in_progress', 'on_hold'],
      to: 'cancelled',
      article: '9',
      who: { staff: ['supervisor'], resident: true },
      limit: limit.residentBeforeDispatch,
      input: INPUT.cancel,
      set: change.cancelled,
    },
    attach: {
      from: OPEN,
      to: 'same',
      article: '9',
      who: { staff: ['receptionist', ...ON_SITE], resident: true },
      limit: limit.assigneeOrOffice,
      input: INPUT.attach,
    },
    amend: {
      from: OPEN,
      to: 'same',
      article: '9',
      who: { staff: DESK },
      input: INPUT.amend,
      set: change.amended,
    },
  },
});
