import { ACTION_ITEM_ENDED, ACTION_ITEM_STATES } from '../../../../contracts';
import { invalid } from '../../kernel/errors';
import { defineCase, moves, opens, renegotiates, settles, type Acting } from '../../kernel/workflow/define';
import * as promise from '../../kernel/workflow/promise';
import { TAKE_ON } from './inputs';
import { actionItemListing } from './item-list';
import { ACTION_ITEM_UID, DOCUMENT_UID, type ActionItemRow } from './row';

const LEAD = ['supervisor', 'manager'];
const DESK = ['receptionist', 'specialist', ...LEAD];

/** Taken on at a meeting whose minutes are in the archive. */
const takenOn = async (acting: Acting<ActionItemRow>) => {
  const minutes = await acting.ref('minutes', DOCUMENT_UID);
  if (minutes?.kind !== 'minutes' || minutes.endedAt !== null) throw invalid('minutes', 'error.notMinutes');
  return { ...(await promise.takenOn(acting)), minutes: minutes.id };
};

/** 会议事项, article 12.2: what somebody took on at a meeting, owed by them until the time that they gave. */
export const actionItemWorkflow = defineCase<ActionItemRow>({
  name: 'action-item',
  plural: 'action-items',
  uid: ACTION_ITEM_UID,
  numbering: { prefix: 'HY', period: 'year' },
  states: ACTION_ITEM_STATES,
  ended: ACTION_ITEM_ENDED,
  title: promise.promiseTitle,
  handler: 'owner',
  list: actionItemListing,

  obligations: {
    'actionItem.do': {
      article: '12',
      role: 'supervisor',
      escalate: { role: 'supervisor', rule: 'archive.superviseWithin' },
    },
  },

  actions: {
    'take-on': {
      from: [],
      to: 'open',
      article: '12',
      who: { staff: DESK },
      input: TAKE_ON,
      set: takenOn,
      effects: [opens('actionItem.do', { due: promise.promisedTime, owedBy: promise.whoTookItOn })],
      tells: [{ template: 'actionItem', to: promise.whoTookItOn }],
    },
    done: {
      from: ['open'],
      to: 'done',
      article: '12',
      who: { staff: ['engineer', ...DESK] },
      limit: promise.ownerOrLead,
      input: promise.PROMISE_INPUT.done,
      set: promise.done,
      effects: [settles('actionItem.do')],
    },
    reassign: {
      from: ['open'],
      to: 'same',
      article: '12',
      who: { staff: LEAD },
      input: promise.PROMISE_INPUT.reassign,
      set: promise.reassigned,
      effects: [moves('actionItem.do', promise.whoTookItOn)],
      tells: [{ template: 'actionItem', to: promise.whoTookItOn }],
    },
    repromise: {
      from: ['open'],
      to: 'same',
      article: '12',
      who: { staff: LEAD },
      limit: promise.notWhoOwes,
      input: promise.PROMISE_INPUT.repromise,
      set: promise.repromised,
      effects: [renegotiates('actionItem.do', promise.promisedTime)],
    },
    amend: {
      from: ['open'],
      to: 'same',
      article: '12',
      who: { staff: LEAD },
      input: promise.PROMISE_INPUT.amend,
      set: promise.amended,
    },
    // The system's too: when the minutes turn out to have been filed by mistake.
    cancel: {
      from: ['open'],
      to: 'cancelled',
      article: '12',
      who: { staff: LEAD, system: true },
      input: promise.PROMISE_INPUT.cancel,
      set: promise.cancelled,
    },
  },
});
