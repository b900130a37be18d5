import { BINDING_ENDED, BINDING_STATES } from '../../../../contracts';
import { defineCase, opens, settles } from '../../kernel/workflow/define';
import * as change from './changes';
import { INPUT } from './inputs';
import * as letter from './letters';
import * as limit from './limits';
import { bindingListing } from './list';
import { BINDING_UID, type BindingRow } from './row';

const DECIDES = ['specialist', 'supervisor'];
const FRONT = ['receptionist', ...DECIDES];

/**
 * 账号绑定, article 12.1: the archive is strictly confidential, so an account of a front-end site sees a household only
 * once somebody at the desk has held what it claims beside the archive.
 */
export const bindingWorkflow = defineCase<BindingRow>({
  name: 'binding',
  plural: 'bindings',
  uid: BINDING_UID,
  numbering: { prefix: 'BD', period: 'day' },
  states: BINDING_STATES,
  ended: BINDING_ENDED,
  // Tied to the household for as long as they live there: nothing is owed.
  rests: ['approved'],
  title: ({ room }) => room,
  personal: ['name'],
  // Events name whatever changed; a person of the archive is nobody's business there.
  inner: ['resident'],
  readers: ['receptionist'],
  list: bindingListing,

  obligations: {
    'binding.decide': {
      article: '12',
      rule: 'account.decideWithin',
      role: 'specialist',
      escalate: { role: 'supervisor', rule: 'account.superviseWithin' },
    },
  },

  actions: {
    request: {
      from: [],
      to: 'pending',
      article: '12',
      who: { resident: true },
      input: INPUT.request,
      set: change.requested,
      effects: [opens('binding.decide')],
    },
    attach: {
      from: ['pending'],
      to: 'same',
      article: '12',
      who: { staff: FRONT, resident: true },
      limit: limit.ownAccount,
      input: INPUT.attach,
    },
    approve: {
      from: ['pending'],
      to: 'approved',
      article: '12',
      who: { staff: DECIDES },
      input: INPUT.approve,
      set: change.approved,
      effects: [settles('binding.decide')],
      letters: [letter.approval],
    },
    reject: {
      from: ['pending'],
      to: 'rejected',
      article: '12',
      who: { staff: DECIDES },
      input: INPUT.reject,
      set: change.rejected,
      effects: [settles('binding.decide')],
      letters: [letter.rejection],
    },
    cancel: {
      from: ['pending'],
      to: 'cancelled',
      article: '12',
      who: { resident: true },
      limit: limit.ownAccount,
      input: INPUT.cancel,
    },
    unbind: {
      from: ['approved'],
      to: 'unbound',
      article: '12',
      who: { staff: DECIDES, resident: true },
      limit: limit.ownAccount,
      input: INPUT.unbind,
      set: change.unbound,
      letters: [letter.ending],
    },
    amend: {
      from: ['pending'],
      to: 'same',
      article: '12',
      who: { staff: FRONT },
      input: INPUT.amend,
      set: change.amended,
    },
  },
});
