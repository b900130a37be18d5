import { COMPLAINT_ENDED, COMPLAINT_KINDS, COMPLAINT_STATES, SEVERITIES } from '../../../../contracts';
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
import * as intake from './intake';
import * as letter from './letters';
import * as limit from './limits';
import { printLetter, printWriteUp } from './paper';
import { complaintListing } from './queries';
import { earlierOnes, startRecurrences } from './repeats';
import { reviewFollows } from './review';
import { COMPLAINT_UID, type ComplaintRow } from './row';
import { suggestClassify } from './suggest';

type Complaint = Acting<ComplaintRow>;

const DESK = ['receptionist', 'specialist', 'supervisor'];
const LEAD = ['supervisor', 'manager'];
const HANDLERS = ['specialist', 'supervisor', 'manager'];
const OPEN = COMPLAINT_STATES.filter((state) => !(COMPLAINT_ENDED as readonly string[]).includes(state));
const UNDERWAY = ['escalated', 'handling'];

/** The promise to have it resolved is owed by the handler. */
const theHandler = ({ case: complaint }: Complaint): Owner =>
  complaint.handler ? { staff: complaint.handler } : { role: 'specialist' };
const promised = ({ case: complaint }: Complaint): Date => complaint.promisedAt as Date;
const supervise = { role: 'supervisor', rule: 'complaint.superviseWithin' };
const supervisors = (): Owner => ({ role: 'supervisor' });
const manager = (): Owner => ({ role: 'manager' });

/** A promise to resolve it: the running one gives way to it, or it is the first. */
const promises = (reason: (acting: Complaint) => string) => [
  renegotiates<ComplaintRow>('complaint.resolve', promised, { owedBy: theHandler, reason }),
  opens<ComplaintRow>('complaint.resolve', { due: promised, owedBy: theHandler, unlessOwed: true }),
];

const title = ({ place, categoryName, content }: ComplaintRow) =>
  [place, categoryName ?? [...content].slice(0, 20).join('')].filter(Boolean).join(' ');

/**
 * 投诉, article 10: receive → judge → handle, and for what is grave the supervisor within the hour → feed back →
 * revisit → review, so that it does not happen again → archive.
 */
export const complaintWorkflow = defineCase<ComplaintRow>({
  name: 'complaint',
  plural: 'complaints',
  uid: COMPLAINT_UID,
  numbering: { prefix: 'TS', period: 'day' },
  states: COMPLAINT_STATES,
  ended: COMPLAINT_ENDED,
  title,
  handler: 'handler',
  urgency: { by: 'severity', urgent: ['major', 'urgent'] },
  facets: ['category'],
  figures: {
    done: { at: 'resolvedAt', states: ['resolved', 'confirmed', 'reviewed', 'archived'] },
    kind: { attribute: 'kind', values: COMPLAINT_KINDS },
    category: 'category',
    grade: { attribute: 'severity', values: SEVERITIES },
    verdict: {
      attributes: ['outcome', 'residentOutcome'],
      good: 'satisfied',
      bad: 'unsatisfied',
      marks: ['ratingOverall', 'residentRatingOverall'],
    },
  },
  home: 'household',
  personal: ['reporterName'],
  list: complaintListing,
  print: printWriteUp,
  papers: { letter: printLetter },
  kin: earlierOnes,

  obligations: {
    'complaint.classify': {
      article: '10',
      rule: 'complaint.classifyWithin',
      role: 'receptionist',
      escalate: supervise,
    },
    'complaint.firstReply': {
      article: '10',
      rule: 'complaint.firstReplyWithin',
      role: 'specialist',
      escalate: supervise,
    },
    // The hour. Broken, it becomes the manager's by an escalation that the system makes.
    'complaint.intervene': {
      article: '10',
      rule: 'complaint.interveneWithin',
      role: 'supervisor',
      escalate: { action: 'escalate' },
    },
    'complaint.managerDecision': { article: '10', rule: 'complaint.managerWithin', role: 'manager' },
    'complaint.resolve': { article: '10', role: 'specialist', escalate: supervise },
    'complaint.followUp': {
      article: '10',
      rule: 'complaint.followUpWithin',
      role: 'specialist',
      escalate: supervise,
    },
    'complaint.review': { article: '10', rule: 'complaint.reviewWithin', role: 'supervisor' },
    'complaint.archive': {
      article: '10',
      rule: 'complaint.archiveWithin',
      role: 'specialist',
      escalate: supervise,
    },
  },

  actions: {
    lodge: {
      from: [],
      to: 'received',
      article: '10',
      who: { staff: DESK, resident: true, token: true },
      input: INPUT.lodge,
      set: intake.lodged,
      effects: [opens('complaint.classify'), opens('complaint.firstReply')],
      also: startRecurrences,
    },
    answer: {
      from: ['received'],
      to: 'archived',
      article: '10',
      who: { staff: ['specialist', 'supervisor'] },
      limit: limit.onlySuggestion,
      input: INPUT.answer,
      set: change.answered,
      effects: [settles('complaint.classify'), settles('complaint.firstReply')],
      letters: [letter.answer],
    },
    thank: {
      from: ['received'],
      to: 'archived',
      article: '10',
      who: { staff: ['specialist', 'supervisor'] },
      limit: limit.onlyPraise,
      input: INPUT.thank,
      set: change.thanked,
      effects: [settles('complaint.classify'), settles('complaint.firstReply')],
      letters: [letter.answer],
    },
    classify: {
      from: ['received'],
      article: '10',
      who: { staff: DESK },
      limit: limit.onlyComplaint,
      input: INPUT.classify,
      defaults: suggestClassify,
      set: change.classified,
      by: ({ input }) => (input.severity === 'general' ? 'general' : 'grave'),
      branches: {
        general: {
          to: 'handling',
          effects: [settles('complaint.classify'), opens('complaint.resolve', { due: promised, owedBy: theHandler })],
        },
        grave: { to: 'escalated', effects: [settles('complaint.classify'), opens('complaint.intervene')] },
      },
      // All supervisors of the community at once, or the handler of what is general.
      tells: [
        { template: 'intervene', to: ({ case: { state } }) => (state === 'escalated' ? supervisors() : null) },
        {
          template: 'complaintAssigned',
          to: (acting) => (acting.case.state === 'handling' ? theHandler(acting) : null),
        },
      ],
      also: startRecurrences,
    },
    reclassify: {
      from: UNDERWAY,
      article: '10',
      who: { staff: LEAD },
      input: INPUT.reclassify,
      set: change.reclassified,
      by: change.turnOf,
      branches: {
        // The hour starts now, unless it is running: graver still must not win time.
        raised: { to: 'escalated', effects: [opens('complaint.intervene', { unlessOwed: true })] },
        // From urgent to major: still the supervisor's, by the hour that is running.
        eased: { to: 'same' },
        lowered: {
          to: 'handling',
          effects: [voids('complaint.intervene'), ...promises(({ input }) => input.reason)],
        },
      },
      tells: [{ template: 'intervene', to: (acting) => (change.turnOf(acting) === 'raised' ? supervisors() : null) }],
    },
    intervene: {
      from: ['escalated'],
      to: 'handling',
      article: '10',
      who: { staff: LEAD },
      input: INPUT.intervene,
      set: change.intervened,
      effects: [settles('complaint.intervene'), ...promises(({ input }) => input.plan)],
      tells: [{ template: 'complaintAssigned', to: theHandler }],
    },
    assign: {
      from: ['handling'],
      to: 'same',
      article: '10',
      who: { staff: LEAD },
      input: INPUT.assign,
      set: change.assigned,
      effects: [moves('complaint.resolve', theHandler)],
      tells: [{ template: 'complaintAssigned', to: theHandler }],
    },
    escalate: {
      from: UNDERWAY,
      to: 'same',
      article: '10',
      who: { staff: ['supervisor'], system: true },
      limit: limit.notWhileAwaited,
      input: INPUT.escalate,
      set: ({ now }) => ({ escalatedAt: now }),
      effects: [opens('complaint.managerDecision', { unlessOwed: true })],
      tells: [{ template: 'escalated', to: manager }],
    },
    decide: {
      from: UNDERWAY,
      to: 'same',
      article: '10',
      who: { staff: ['manager'] },
      input: INPUT.decide,
      set: ({ input, now }) => ({ decision: input.decision, decidedAt: now }),
      effects: [settles('complaint.managerDecision')],
    },
    'form-task-force': {
      from: UNDERWAY,
      to: 'same',
      article: '10',
      who: { staff: LEAD },
      limit: limit.onlyGrave,
      input: INPUT.formTaskForce,
      set: change.taskForceFormed,
    },
    progress: {
      from: UNDERWAY,
      to: 'same',
      article: '10',
      who: { staff: HANDLERS },
      limit: limit.handlerOrLead,
      input: INPUT.progress,
      set: change.progressed,
      effects: [
        settles('complaint.firstReply'),
        renegotiates('complaint.resolve', promised, { when: change.movesPromise }),
      ],
      letters: [letter.progress],
    },
    'confirm-promise': {
      from: ['handling'],
      to: 'same',
      article: '10',
      who: { staff: LEAD },
      limit: limit.confirmsProposal,
      input: INPUT.confirmPromise,
      set: change.promiseConfirmed,
      effects: [
        renegotiates('complaint.resolve', promised, {
          reason: ({ before }) => before.proposedReason ?? '',
        }),
      ],
    },
    resolve: {
      from: ['handling'],
      to: 'resolved',
      article: '10',
      who: { staff: HANDLERS },
      limit: limit.handlerOrLead,
      input: INPUT.resolve,
      set: change.resolved,
      effects: [
        settles('complaint.resolve'),
        settles('complaint.firstReply'),
        // What the manager was asked to decide has been resolved without.
        voids('complaint.managerDecision'),
        opens('complaint.followUp'),
      ],
      letters: [letter.result],
    },
    'follow-up': {
      from: ['resolved'],
      article: '10',
      who: { staff: HANDLERS },
      limit: limit.graveNotByHandler,
      input: INPUT.followUp,
      set: change.followedUp,
      by: ({ input }) => input.outcome,
      branches: {
        satisfied: { to: 'confirmed', effects: [settles('complaint.followUp'), opens('complaint.review')] },
        unsatisfied: {
          to: 'handling',
          effects: [settles('complaint.followUp'), opens('complaint.resolve', { due: promised, owedBy: theHandler })],
        },
        // Silence never counts as satisfaction.
        unreachable: { to: 'same' },
      },
    },
    'close-unreached': {
      from: ['resolved'],
      to: 'confirmed',
      article: '10',
      who: { staff: ['supervisor'] },
      limit: limit.afterThreeDays,
      input: INPUT.closeUnreached,
      effects: [voids('complaint.followUp'), opens('complaint.review')],
    },
    'publish-result': {
      from: ['resolved'],
      to: 'confirmed',
      article: '10',
      who: { staff: HANDLERS },
      limit: limit.onlyAnonymous,
      input: INPUT.publishResult,
      set: change.resultPublished,
      effects: [settles('complaint.followUp'), opens('complaint.review')],
    },
    rate: {
      from: ['resolved', 'confirmed'],
      to: 'same',
      article: '10',
      who: { resident: true },
      input: INPUT.rate,
      set: change.rated,
    },
    review: {
      from: ['confirmed'],
      to: 'reviewed',
      article: '10',
      who: { staff: HANDLERS },
      limit: limit.reviewer,
      input: INPUT.review,
      set: change.reviewed,
      effects: [settles('complaint.review'), opens('complaint.archive')],
      also: reviewFollows,
    },
    // No complaint is archived without a review.
    archive: {
      from: ['reviewed'],
      to: 'archived',
      article: '10',
      who: { staff: HANDLERS },
      input: INPUT.archive,
      effects: [settles('complaint.archive')],
    },
    withdraw: {
      from: ['received', 'escalated', 'handling'],
      to: 'withdrawn',
      article: '10',
      who: { staff: DESK, resident: true },
      input: INPUT.withdraw,
      set: ({ input }) => ({ withdrawReason: input.reason }),
    },
    dismiss: {
      from: ['received', 'handling'],
      to: 'dismissed',
      article: '10',
      who: { staff: LEAD },
      input: INPUT.dismiss,
      set: change.dismissed,
      letters: [letter.dismissal],
    },
    attach: {
      from: OPEN,
      to: 'same',
      article: '10',
      who: { staff: [...DESK, 'manager'], resident: true },
      input: INPUT.attach,
    },
    amend: {
      from: OPEN,
      to: 'same',
      article: '10',
      who: { staff: [...DESK, 'manager'] },
      input: INPUT.amend,
      set: intake.amended,
    },
  },
});
