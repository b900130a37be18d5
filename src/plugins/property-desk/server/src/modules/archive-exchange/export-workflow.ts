import { ARCHIVE_EXPORT_ENDED, ARCHIVE_EXPORT_STATES } from '../../../../contracts';
import { defineCase, opens, settles, voids } from '../../kernel/workflow/define';
import * as change from './export-changes';
import { listExports } from './export-list';
import { EXPORT_INPUT } from './inputs';
import * as limit from './limits';
import { EXPORT_UID, type ExportRow } from './row';

const LEAD = ['supervisor', 'manager'];

/** 档案导出, article 12.2: more of the archive than one person takes away alone needs a second one who agrees. */
export const archiveExport = defineCase<ExportRow>({
  name: 'archive-export',
  plural: 'archive-exports',
  uid: EXPORT_UID,
  numbering: { prefix: 'DC', period: 'day' },
  states: ARCHIVE_EXPORT_STATES,
  ended: ARCHIVE_EXPORT_ENDED,
  rests: ['preparing', 'ready'],
  title: ({ reason }) => [...reason].slice(0, 40).join(''),
  list: listExports,
  schedules: [
    { action: 'lapse', from: ['requested'], at: 'expiresAt' },
    { action: 'expire', from: ['ready'], at: 'expiresAt' },
  ],

  obligations: {
    'archive-export.decide': {
      article: '12',
      rule: 'exchange.decideWithin',
      role: 'supervisor',
      escalate: { role: 'manager', rule: 'exchange.superviseWithin' },
    },
  },

  actions: {
    request: {
      from: [],
      to: 'requested',
      article: '12',
      who: { staff: LEAD },
      input: EXPORT_INPUT.request,
      set: change.requested,
      effects: [opens('archive-export.decide')],
      tells: [{ template: 'exportRequested', to: () => ({ role: 'supervisor' }) }],
    },
    approve: {
      from: ['requested'],
      to: 'preparing',
      article: '12',
      who: { staff: LEAD },
      limit: limit.notRequester,
      input: EXPORT_INPUT.decision,
      set: change.approved,
      effects: [settles('archive-export.decide')],
      also: change.queueMake,
    },
    reject: {
      from: ['requested'],
      to: 'rejected',
      article: '12',
      who: { staff: LEAD },
      limit: limit.notRequester,
      input: EXPORT_INPUT.reject,
      set: change.rejected,
      effects: [settles('archive-export.decide')],
      tells: [{ template: 'exportRejected', to: change.toRequester }],
    },
    cancel: {
      from: ['requested', 'ready'],
      to: 'cancelled',
      article: '12',
      who: { staff: LEAD },
      limit: limit.onlyRequester,
      input: EXPORT_INPUT.nothing,
      set: change.ended,
      effects: [voids('archive-export.decide')],
      also: change.dropFile,
    },
    lapse: {
      from: ['requested'],
      to: 'expired',
      article: '12',
      who: { system: true },
      input: EXPORT_INPUT.nothing,
      set: change.ended,
      effects: [voids('archive-export.decide')],
    },
    // Taken by the system once the file is there.
    prepare: {
      from: ['preparing'],
      to: 'ready',
      article: '12',
      who: { system: true },
      input: EXPORT_INPUT.prepared,
      set: change.prepared,
      tells: [{ template: 'exportReady', to: change.toRequester }],
    },
    'give-up': {
      from: ['preparing'],
      to: 'failed',
      article: '12',
      who: { system: true },
      input: EXPORT_INPUT.failure,
      set: change.failed,
      tells: [{ template: 'exportFailed', to: change.toRequester }],
    },
    expire: {
      from: ['ready'],
      to: 'expired',
      article: '12',
      who: { system: true },
      input: EXPORT_INPUT.nothing,
      set: change.ended,
      also: change.dropFile,
    },
  },
});
