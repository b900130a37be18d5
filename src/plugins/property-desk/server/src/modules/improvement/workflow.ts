import { PREVENTIVE_ACTION_ENDED, PREVENTIVE_ACTION_STATES } from '../../../../contracts';
import { defineCase, moves, opens, renegotiates, settles } from '../../kernel/workflow/define';
import * as promise from '../../kernel/workflow/promise';
import * as change from './changes';
import { INPUT } from './inputs';
import { preventiveActionListing } from './queries';
import { PREVENTIVE_ACTION_UID, type PreventiveActionRow } from './row';

const LEAD = ['supervisor', 'manager'];
const EVERYBODY = ['engineer', 'receptionist', 'specialist', ...LEAD];

const owed = { due: promise.promisedTime, owedBy: promise.whoTookItOn };

/** 整改措施, article 10: what must be done so that it does not happen again. It outlives the complaint. */
export const preventiveActionWorkflow = defineCase<PreventiveActionRow>({
  name: 'preventive-action',
  plural: 'preventive-actions',
  uid: PREVENTIVE_ACTION_UID,
  numbering: { prefix: 'ZG', period: 'day' },
  states: PREVENTIVE_ACTION_STATES,
  ended: PREVENTIVE_ACTION_ENDED,
  title: promise.promiseTitle,
  handler: 'owner',
  list: preventiveActionListing,

  obligations: {
    'prevention.do': {
      article: '10',
      role: 'supervisor',
      escalate: { role: 'supervisor', rule: 'prevention.superviseWithin' },
    },
    'prevention.reconsider': {
      article: '10',
      rule: 'prevention.reconsiderWithin',
      role: 'supervisor',
      escalate: { role: 'manager', rule: 'prevention.superviseWithin' },
    },
  },

  actions: {
    plan: {
      from: [],
      to: 'open',
      article: '10',
      who: { staff: ['specialist', ...LEAD] },
      input: INPUT.plan,
      set: change.planned,
      effects: [opens('prevention.do', owed)],
      tells: [{ template: 'planned', to: promise.whoTookItOn }],
    },
    // Taken by the system in the transaction in which a complaint turns out to repeat what was to be stopped.
    recur: {
      from: [],
      to: 'recurred',
      article: '10',
      who: { system: true },
      input: INPUT.recur,
      set: change.recurred,
      effects: [opens('prevention.reconsider')],
      tells: [{ template: 'recurred', to: () => ({ role: 'supervisor' }) }],
    },
    done: {
      from: ['open'],
      to: 'done',
      article: '10',
      who: { staff: EVERYBODY },
      limit: promise.ownerOrLead,
      input: INPUT.done,
      set: promise.done,
      effects: [settles('prevention.do')],
    },
    reassign: {
      from: ['open'],
      to: 'same',
      article: '10',
      who: { staff: LEAD },
      input: INPUT.reassign,
      set: promise.reassigned,
      effects: [moves('prevention.do', promise.whoTookItOn)],
      tells: [{ template: 'planned', to: promise.whoTookItOn }],
    },
    repromise: {
      from: ['open'],
      to: 'same',
      article: '10',
      who: { staff: LEAD },
      limit: promise.notWhoOwes,
      input: INPUT.repromise,
      set: promise.repromised,
      effects: [renegotiates('prevention.do', promise.promisedTime)],
    },
    cancel: {
      from: ['open'],
      to: 'cancelled',
      article: '10',
      who: { staff: ['supervisor'] },
      input: INPUT.cancel,
      set: promise.cancelled,
    },
    reconsider: {
      from: ['recurred'],
      to: 'open',
      article: '10',
      who: { staff: LEAD },
      input: INPUT.reconsider,
      set: promise.takenOn,
      effects: [settles('prevention.reconsider'), opens('prevention.do', owed)],
      tells: [{ template: 'planned', to: promise.whoTookItOn }],
    },
    'dismiss-recurrence': {
      from: ['recurred'],
      to: 'cancelled',
      article: '10',
      who: { staff: LEAD },
      input: INPUT.dismissRecurrence,
      set: promise.cancelled,
      effects: [settles('prevention.reconsider')],
    },
    amend: {
      from: ['open', 'recurred'],
      to: 'same',
      article: '10',
      who: { staff: LEAD },
      input: INPUT.amend,
      set: promise.amended,
    },
  },
});
