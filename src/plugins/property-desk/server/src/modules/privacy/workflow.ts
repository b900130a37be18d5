import { DATA_REQUEST_ENDED, DATA_REQUEST_STATES } from '../../../../contracts';
import { defineCase, opens, settles } from '../../kernel/workflow/define';
import * as change from './changes';
import { INPUT } from './inputs';
import * as limit from './limits';
import { printReply } from './print-reply';
import { dataRequestListing } from './queries';
import { DATA_REQUEST_UID, type DataRequestRow } from './row';

const DESK = ['receptionist', 'specialist', 'supervisor'];
const LEAD = ['supervisor', 'manager'];

/** 个人信息权利请求, article 12 and the Personal Information Protection Law, articles 44 to 50. */
export const dataRequestWorkflow = defineCase<DataRequestRow>({
  name: 'data-request',
  plural: 'data-requests',
  uid: DATA_REQUEST_UID,
  numbering: { prefix: 'GR', period: 'day' },
  states: DATA_REQUEST_STATES,
  ended: DATA_REQUEST_ENDED,
  // A restriction lasts until somebody lifts it; nothing is owed meanwhile.
  rests: ['in_force'],
  title: change.titleOf,
  person: 'resident',
  personal: ['proposedName'],
  readers: ['manager'],
  facets: ['kind'],
  list: dataRequestListing,
  print: printReply,

  obligations: {
    'data-request.answer': {
      article: '12',
      rule: 'privacy.answerWithin',
      role: 'specialist',
      escalate: {
        role: 'supervisor',
        rule: 'privacy.superviseWithin',
        then: { role: 'manager', rule: 'privacy.superviseWithin' },
      },
    },
  },

  actions: {
    lodge: {
      from: [],
      article: '12',
      who: { staff: DESK, resident: true },
      input: INPUT.lodge,
      set: change.lodged,
      by: change.known,
      // The term runs from the day on which somebody asked, whether or not it is known yet who.
      branches: {
        received: { to: 'received', effects: [opens('data-request.answer')] },
        verified: { to: 'verified', effects: [opens('data-request.answer')] },
      },
      tells: [{ template: 'dataRequest', to: () => ({ role: 'specialist' }) }],
    },
    verify: {
      from: ['received'],
      to: 'verified',
      article: '12',
      who: { staff: DESK },
      input: INPUT.verify,
      set: change.verified,
    },
    answer: {
      from: ['verified'],
      to: 'done',
      article: '12',
      who: { staff: ['specialist', 'supervisor'] },
      limit: limit.answeredAlone,
      input: INPUT.answer,
      set: change.answered,
      effects: [settles('data-request.answer')],
      also: change.applyCorrection,
    },
    approve: {
      from: ['verified'],
      to: 'approved',
      article: '12',
      who: { staff: ['supervisor'] },
      limit: limit.decidedByTwo,
      input: INPUT.approve,
      set: change.approved,
      tells: [{ template: 'dataRequestApproved', to: () => ({ role: 'manager' }) }],
    },
    execute: {
      from: ['approved'],
      article: '12',
      who: { staff: LEAD },
      limit: limit.notApprover,
      input: INPUT.execute,
      set: change.executed,
      by: ({ case: { kind } }) => (kind === 'restriction' ? 'restriction' : 'deletion'),
      branches: {
        deletion: { to: 'done', effects: [settles('data-request.answer')] },
        restriction: { to: 'in_force', effects: [settles('data-request.answer')] },
      },
      also: change.carryOut,
    },
    reopen: {
      from: ['approved'],
      to: 'verified',
      article: '12',
      who: { staff: LEAD },
      input: INPUT.reopen,
      set: change.reopened,
    },
    lift: {
      from: ['in_force'],
      to: 'done',
      article: '12',
      who: { staff: LEAD },
      input: INPUT.lift,
      set: change.lifted,
      also: change.liftRestriction,
    },
    refuse: {
      from: ['received', 'verified', 'approved'],
      to: 'refused',
      article: '12',
      who: { staff: ['supervisor'] },
      input: INPUT.refuse,
      set: change.refused,
      effects: [settles('data-request.answer')],
    },
    withdraw: {
      from: ['received', 'verified'],
      to: 'withdrawn',
      article: '12',
      who: { staff: DESK, resident: true },
      input: INPUT.withdraw,
      set: change.withdrawn,
    },
    amend: {
      from: ['received', 'verified'],
      to: 'same',
      article: '12',
      who: { staff: DESK },
      input: INPUT.amend,
      set: change.amended,
    },
  },
});
