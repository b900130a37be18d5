import type { DeskDefinition, SectionDefinition } from '../../kernel/desk/define';

/** 待回访: done, and nobody has asked yet whether it is well. */
const FOLLOW_UPS = ['ticket.followUp', 'complaint.followUp'];

/** 待审核: waits for somebody of the office to look at it and to close it. */
const REVIEWS = ['binding.decide', 'complaint.review', 'ticket.archive', 'complaint.archive'];

/** 待审批: waits for a yes. */
const APPROVALS = [
  'notice.approve',
  'notice.confirm',
  'loan.decide',
  'archive-export.decide',
  'caseStudy.confirm',
  'document.decide',
  'policy.approve',
];

/** What residents were promised by a time. */
const PROMISES = [
  'ticket.arrive',
  'ticket.complete',
  'complaint.firstReply',
  'complaint.resolve',
  'inquiry.reply',
  'data-request.answer',
];

const HOUR = 'complaint.intervene';
const LEDGER = 'obligations.read';

const followUps = (what: string[]): SectionDefinition => ({
  key: 'toFollowUp',
  of: 'everyone',
  what,
  lists: [
    { plural: 'tickets', query: 'state=completed' },
    ...(what.includes('complaint.followUp') ? [{ plural: 'complaints', query: 'state=resolved' }] : []),
  ],
});

const toApprove: SectionDefinition = {
  key: 'toApprove',
  of: 'everyone',
  what: APPROVALS,
  lists: [
    { plural: 'notices', query: 'state=submitted' },
    { plural: 'loans', query: 'state=requested' },
  ],
};

const overdue: SectionDefinition = {
  key: 'overdue',
  of: 'everyone',
  when: 'overdue',
  lists: [{ plural: 'obligations', query: 'state=overdue', right: LEDGER }],
};

/** What an engineer must know on the way, the place first. */
const ON_THE_WAY = ['place', 'household', 'description', 'wishedFor', 'promisedAt', 'reporterName', 'contactTelephone'];
const JOB = ['ticket.arrive', 'ticket.complete'];

const rest = (...elsewhere: string[][]): SectionDefinition => ({ key: 'rest', of: 'us', except: elsewhere.flat() });

/** The desk of each role (articles 4 and 5): what its people look at first stands first. */
export const DESKS: Record<string, DeskDefinition> = {
  receptionist: {
    intake: true,
    sections: [
      {
        key: 'toAccept',
        of: 'everyone',
        what: ['ticket.accept', 'complaint.classify'],
        lists: [
          { plural: 'tickets', query: 'state=submitted' },
          { plural: 'complaints', query: 'state=received' },
        ],
      },
      {
        key: 'toDispatch',
        of: 'everyone',
        what: ['ticket.dispatch'],
        lists: [{ plural: 'tickets', query: 'state=accepted' }],
      },
      followUps(['ticket.followUp']),
      rest(['ticket.accept', 'complaint.classify', 'ticket.dispatch', 'ticket.followUp']),
    ],
  },
  specialist: {
    intake: true,
    sections: [
      { key: 'mine', of: 'me' },
      { key: 'promisedToday', of: 'everyone', what: PROMISES, when: 'today' },
      followUps(FOLLOW_UPS),
      {
        key: 'toReview',
        of: 'everyone',
        what: REVIEWS,
        lists: [
          { plural: 'bindings', query: 'state=pending' },
          { plural: 'complaints', query: 'state=confirmed' },
          { plural: 'tickets', query: 'state=confirmed' },
        ],
      },
      { key: 'rest', of: 'role', except: [...FOLLOW_UPS, ...REVIEWS] },
    ],
  },
  supervisor: {
    team: true,
    sections: [
      {
        key: 'hour',
        of: 'everyone',
        what: [HOUR],
        urgent: true,
        lists: [{ plural: 'complaints', query: 'state=escalated' }],
      },
      { ...overdue, except: [HOUR] },
      { key: 'soon', of: 'everyone', except: [HOUR], when: 'soon' },
      toApprove,
      rest(APPROVALS, [HOUR]),
    ],
  },
  engineer: {
    sections: [
      { key: 'jobsToday', of: 'me', what: JOB, when: 'today', jobs: ON_THE_WAY },
      { key: 'jobsLater', of: 'me', what: JOB, when: 'later', jobs: ON_THE_WAY },
      rest(JOB),
    ],
  },
  manager: {
    figures: true,
    team: true,
    sections: [
      { key: 'escalated', of: 'us', escalated: true, what: ['complaint.managerDecision'] },
      { ...toApprove, of: 'us' },
      overdue,
      rest(APPROVALS, ['complaint.managerDecision']),
    ],
  },
};
