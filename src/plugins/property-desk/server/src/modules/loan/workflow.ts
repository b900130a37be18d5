import { LOAN_ENDED, LOAN_STATES } from '../../../../contracts';
import { HOUSEHOLD_UID } from '../household';
import {
  defineCase,
  opens,
  renegotiates,
  settles,
  voids,
  type Acting,
  type CaseDefinition,
  type Owner,
} from '../../kernel/workflow/define';
import { STAFF_UID } from '../staff';
import * as change from './changes';
import { INPUT } from './inputs';
import * as limit from './limits';
import { printLoan } from './paper';
import { loanListing } from './queries';
import { LOAN_UID, type LoanRow } from './row';

type Lending = Acting<LoanRow>;

const LEAD = ['supervisor', 'manager'];
const OFFICE = ['receptionist', 'specialist', ...LEAD];
const EVERYBODY = ['engineer', ...OFFICE];

const theBorrower = ({ case: { borrower } }: Lending): Owner =>
  borrower ? { staff: borrower } : { role: 'supervisor' };
const byThen = ({ case: { until } }: Lending): Date => until;
/** Tells whoever has waited longest that the item is back. */
const back = {
  template: 'loanBack',
  to: ({ case: { nextInLine } }: Lending): Owner | null => (nextInLine ? { staff: nextInLine } : null),
};

/** A household's file is people's data: whoever takes it away is on the access log (article 12). */
const logged = async (acting: Lending) => {
  const { case: loan } = acting;
  if (loan.itemType !== 'household' || loan.borrower === null) return;
  const borrower = await acting.record(STAFF_UID, loan.borrower);
  await acting.looked([
    {
      kind: 'open',
      recordType: HOUSEHOLD_UID,
      recordDocumentId: loan.itemDocumentId,
      reason: `${loan.number} ${loan.purpose}`,
      actor: { kind: 'staff', name: (borrower?.name as string) ?? '', staffId: loan.borrower },
      community: loan.community,
    },
  ]);
};

/** 借阅, article 12.3: files and keys are asked for, approved by somebody else, handed over, and brought back in time. */
export const loanWorkflow: CaseDefinition<LoanRow> = defineCase<LoanRow>({
  name: 'loan',
  plural: 'loans',
  uid: LOAN_UID,
  numbering: { prefix: 'JY', period: 'year' },
  states: LOAN_STATES,
  ended: LOAN_ENDED,
  // What is approved waits for the borrower, and lapses; what is lost has nobody who could bring it.
  rests: ['approved', 'lost'],
  title: ({ itemName, itemNumber }) => [itemName, itemNumber].filter(Boolean).join(' '),
  personal: ['forWhom'],
  handler: 'borrower',
  list: loanListing,
  print: printLoan,
  schedules: [{ action: 'lapse', from: ['approved'], at: 'collectBy' }],

  obligations: {
    'loan.decide': {
      article: '12',
      rule: 'loan.decideWithin',
      role: 'supervisor',
      escalate: { role: 'manager', rule: 'loan.superviseWithin' },
    },
    'loan.return': {
      article: '12',
      rule: 'loan.term',
      role: 'supervisor',
      escalate: { role: 'supervisor', rule: 'loan.superviseWithin' },
    },
  },

  actions: {
    request: {
      from: [],
      to: 'requested',
      article: '12',
      who: { staff: EVERYBODY },
      input: INPUT.request,
      set: change.requested,
      effects: [opens('loan.decide')],
      tells: [{ template: 'loanRequested', to: () => ({ role: 'supervisor' }) }],
    },
    approve: {
      from: ['requested'],
      to: 'approved',
      article: '12',
      who: { staff: LEAD },
      limit: limit.neitherSide,
      input: INPUT.approve,
      set: change.approved,
      effects: [settles('loan.decide')],
      tells: [{ template: 'loanApproved', to: theBorrower }],
    },
    reject: {
      from: ['requested'],
      to: 'rejected',
      article: '12',
      who: { staff: LEAD },
      limit: limit.neitherSide,
      input: INPUT.reject,
      set: change.rejected,
      effects: [settles('loan.decide')],
      tells: [{ template: 'loanRejected', to: theBorrower }],
    },
    cancel: {
      from: ['requested', 'approved'],
      to: 'cancelled',
      article: '12',
      who: { staff: EVERYBODY },
      limit: limit.borrowerOrSupervisor,
      input: INPUT.cancel,
      set: change.cancelled,
    },
    'hand-over': {
      from: ['approved'],
      to: 'lent',
      article: '12',
      who: { staff: OFFICE },
      limit: limit.notBorrower,
      input: INPUT.handOver,
      set: change.handedOver,
      effects: [opens('loan.return', { due: byThen, owedBy: theBorrower })],
      also: logged,
    },
    extend: {
      from: ['lent'],
      to: 'same',
      article: '12',
      who: { staff: LEAD },
      limit: limit.notBorrower,
      input: INPUT.extend,
      set: change.extended,
      effects: [renegotiates('loan.return', byThen)],
      tells: [{ template: 'loanExtended', to: theBorrower }],
    },
    return: {
      from: ['lent'],
      to: 'returned',
      article: '12',
      who: { staff: OFFICE },
      limit: limit.notBorrower,
      input: INPUT.return,
      set: change.returned,
      effects: [settles('loan.return')],
      tells: [back],
    },
    'report-lost': {
      from: ['lent'],
      to: 'lost',
      article: '12',
      who: { staff: EVERYBODY },
      limit: limit.borrowerOrOffice,
      input: INPUT.reportLost,
      set: change.lost,
      effects: [voids('loan.return')],
      tells: [{ template: 'loanLost', to: () => ({ role: 'supervisor' }) }],
    },
    found: {
      from: ['lost'],
      to: 'returned',
      article: '12',
      who: { staff: ['supervisor'] },
      input: INPUT.found,
      set: change.found,
      tells: [back],
    },
    amend: {
      from: ['requested', 'approved', 'lent', 'lost'],
      to: 'same',
      article: '12',
      who: { staff: EVERYBODY },
      limit: limit.borrowerOrOffice,
      input: INPUT.amend,
      set: change.amended,
    },
    lapse: {
      from: ['approved'],
      to: 'cancelled',
      article: '12',
      who: { system: true },
      input: INPUT.lapse,
      set: change.lapsed,
      tells: [{ template: 'loanLapsed', to: theBorrower }],
    },
  },
});
