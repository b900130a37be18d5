import { NOTICE_ENDED, NOTICE_STATES } from '../../../../contracts';
import { defineCase, opens, settles, type Acting, type CaseDefinition, type Owner } from '../../kernel/workflow/define';
import * as change from './changes';
import { routedEdits } from './edits';
import { INPUT } from './inputs';
import * as limit from './limits';
import { NOTICE_SHEET, listNotices } from './list';
import { printNotice } from './paper';
import { BUILDING_UID, COMMUNITY_UID } from '../staff';
import { FILE_UID, NOTICE_UID, type NoticeRow } from './row';

type Publishing = Acting<NoticeRow>;

const LEAD = ['supervisor', 'manager'];
const WRITERS = ['receptionist', 'specialist', ...LEAD];
const EVERYBODY = ['engineer', ...WRITERS];

const onBoard = ({ case: { channels } }: Publishing): boolean => channels.includes('board');
const hangsEverywhere = ({ case: { postingsLeft } }: Publishing): boolean => postingsLeft === 0;
const theAuthor = ({ case: { author } }: Publishing): Owner => (author ? { staff: author } : { role: 'supervisor' });
const supervisors = (): Owner => ({ role: 'supervisor' });
const frontDesk = (acting: Publishing): Owner | null => (onBoard(acting) ? { role: 'receptionist' } : null);

/** 通知公告, articles 5 and 11.1: written by one, approved by another, published as it was approved, and hung up. */
export const noticeWorkflow: CaseDefinition<NoticeRow> = defineCase<NoticeRow>({
  name: 'notice',
  plural: 'notices',
  uid: NOTICE_UID,
  numbering: { by: ['publish', 'publish-urgently'], number: (acting, next) => change.numbered(acting, next) },
  states: NOTICE_STATES,
  ended: NOTICE_ENDED,
  // A draft may lie, an approved one waits for its time, and a published one stands.
  rests: ['draft', 'approved', 'published'],
  title: ({ title }) => title,
  readers: EVERYBODY,
  list: listNotices,
  sheet: NOTICE_SHEET,
  print: printNotice,
  publicStates: ['published'],
  publicSources: [COMMUNITY_UID, BUILDING_UID, FILE_UID],
  schedules: [
    { action: 'publish', from: ['approved'], at: 'publishAt', otherwise: 'unapprove' },
    { action: 'expire', from: ['published'], at: 'expiresAt' },
  ],
  edits: { [NOTICE_UID]: routedEdits },

  obligations: {
    'notice.approve': { article: '5', rule: 'notice.approveWithin', role: 'supervisor' },
    'notice.post': {
      article: '5',
      rule: 'notice.postWithin',
      role: 'receptionist',
      escalate: { role: 'specialist', rule: 'notice.superviseWithin' },
    },
    'notice.confirm': {
      article: '5',
      rule: 'notice.confirmWithin',
      role: 'supervisor',
      escalate: { role: 'manager', rule: 'notice.superviseWithin' },
    },
  },

  actions: {
    draft: {
      from: [],
      to: 'draft',
      article: '5',
      who: { staff: WRITERS },
      input: INPUT.draft,
      set: change.drafted,
      also: change.linked,
    },
    // Taken by the system where somebody corrects a notice that is out.
    correct: {
      from: [],
      to: 'draft',
      article: '5',
      who: { system: true },
      input: INPUT.correct,
      set: change.corrected,
      also: change.linkedAsBefore,
    },
    edit: {
      from: ['draft'],
      to: 'same',
      article: '5',
      who: { staff: WRITERS },
      input: INPUT.edit,
      set: change.edited,
      also: change.linked,
    },
    submit: {
      from: ['draft'],
      to: 'submitted',
      article: '5',
      who: { staff: WRITERS },
      input: INPUT.nothing,
      set: change.submitted,
      effects: [opens('notice.approve')],
      tells: [{ template: 'noticeSubmitted', to: supervisors }],
    },
    return: {
      from: ['submitted'],
      to: 'draft',
      article: '5',
      who: { staff: LEAD },
      input: INPUT.because,
      set: change.reopened,
      effects: [settles('notice.approve')],
      tells: [{ template: 'noticeReturned', to: theAuthor }],
    },
    approve: {
      from: ['submitted'],
      to: 'approved',
      article: '5',
      who: { staff: LEAD },
      limit: limit.notWhoWrote,
      input: INPUT.nothing,
      set: change.approved,
      effects: [settles('notice.approve')],
    },
    unapprove: {
      from: ['approved'],
      to: 'draft',
      article: '5',
      who: { staff: LEAD, system: true },
      input: INPUT.because,
      set: change.reopened,
      tells: [{ template: 'noticeUnapproved', to: theAuthor }],
    },
    discard: {
      from: ['draft'],
      to: 'discarded',
      article: '5',
      who: { staff: WRITERS },
      limit: limit.authorOrLead,
      input: INPUT.discard,
    },
    publish: {
      from: ['approved'],
      to: 'published',
      article: '5',
      who: { staff: ['specialist', ...LEAD], system: true },
      input: INPUT.nothing,
      set: change.published,
      effects: [opens('notice.post', { when: onBoard })],
      tells: [{ template: 'noticeToPost', to: frontDesk }],
      also: (acting) => change.wentOut(acting, noticeWorkflow),
    },
    'publish-urgently': {
      from: ['draft'],
      to: 'published',
      article: '5',
      who: { staff: LEAD },
      limit: limit.emergencyOnly,
      input: INPUT.nothing,
      set: change.publishedUrgently,
      effects: [opens('notice.post', { when: onBoard }), opens('notice.confirm')],
      tells: [
        { template: 'noticeToPost', to: frontDesk },
        { template: 'noticeToConfirm', to: supervisors },
      ],
      also: (acting) => change.wentOut(acting, noticeWorkflow),
    },
    confirm: {
      from: ['published'],
      to: 'same',
      article: '5',
      who: { staff: LEAD },
      limit: limit.anotherConfirms,
      input: INPUT.nothing,
      set: change.confirmed,
      effects: [settles('notice.confirm')],
    },
    'record-posting': {
      from: ['published'],
      to: 'same',
      article: '5',
      who: { staff: WRITERS },
      limit: limit.onTheBoard,
      input: INPUT.recordPosting,
      set: change.posted,
      effects: [settles('notice.post', hangsEverywhere)],
      also: change.postingWritten,
    },
    withdraw: {
      from: ['published'],
      to: 'withdrawn',
      article: '5',
      who: { staff: LEAD, system: true },
      input: INPUT.because,
      set: change.withdrawn,
      also: change.takenBack,
    },
    expire: {
      from: ['published'],
      to: 'expired',
      article: '5',
      who: { system: true },
      input: INPUT.nothing,
      set: change.expired,
    },
    supersede: {
      from: ['published'],
      to: 'same',
      article: '5',
      who: { staff: ['specialist', ...LEAD] },
      input: INPUT.because,
      also: (acting) => change.superseded(acting, noticeWorkflow),
    },
    attach: {
      from: ['draft', 'submitted', 'approved', 'published'],
      to: 'same',
      article: '5',
      who: { staff: WRITERS },
      input: INPUT.nothing,
    },
  },
});
