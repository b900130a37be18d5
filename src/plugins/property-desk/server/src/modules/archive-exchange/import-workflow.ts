import { ARCHIVE_IMPORT_ENDED, ARCHIVE_IMPORT_STATES } from '../../../../contracts';
import { defineCase } from '../../kernel/workflow/define';
import * as change from './import-changes';
import { IMPORT_INPUT } from './inputs';
import * as limit from './limits';
import { listImports } from './import-list';
import { IMPORT_UID, type ImportRow } from './row';

const LEAD = ['supervisor', 'manager'];

/**
 * 档案导入, article 12.1: the office's archive from one workbook. Read and compared first; written once somebody has
 * seen what would be new and what would change.
 */
export const archiveImport = defineCase<ImportRow>({
  name: 'archive-import',
  plural: 'archive-imports',
  uid: IMPORT_UID,
  numbering: { prefix: 'DR', period: 'day' },
  states: ARCHIVE_IMPORT_STATES,
  ended: ARCHIVE_IMPORT_ENDED,
  // The machine is at it, or a book lies there that nobody has to take: nothing is owed.
  rests: ['uploaded', 'checked', 'importing'],
  title: ({ fileName }) => fileName,
  list: listImports,
  obligations: {},
  schedules: [{ action: 'lapse', from: ['checked'], at: 'expiresAt' }],

  actions: {
    // With the workbook, by a route of its own: without one it is refused.
    upload: {
      from: [],
      to: 'uploaded',
      article: '12',
      who: { staff: LEAD },
      input: IMPORT_INPUT.upload,
      set: change.uploaded,
      also: change.queueCheck,
    },
    // Taken by the system once the book has been read and compared.
    report: {
      from: ['uploaded'],
      to: 'checked',
      article: '12',
      who: { system: true },
      input: IMPORT_INPUT.report,
      set: change.reported,
      also: change.dropBook,
    },
    refuse: {
      from: ['uploaded'],
      to: 'failed',
      article: '12',
      who: { system: true },
      input: IMPORT_INPUT.failure,
      set: change.failed,
      also: change.dropFiles,
    },
    confirm: {
      from: ['checked'],
      to: 'importing',
      article: '12',
      who: { staff: LEAD },
      limit: limit.somethingToWrite,
      input: IMPORT_INPUT.nothing,
      set: change.confirmed,
      also: change.queueWrite,
    },
    // Taken by the system with the last of what it writes.
    finish: {
      from: ['importing'],
      to: 'done',
      article: '12',
      who: { system: true },
      input: IMPORT_INPUT.finish,
      set: change.finished,
      also: change.dropFiles,
    },
    'give-up': {
      from: ['importing'],
      to: 'failed',
      article: '12',
      who: { system: true },
      input: IMPORT_INPUT.failure,
      set: change.failed,
      also: change.dropFiles,
    },
    cancel: {
      from: ['uploaded', 'checked'],
      to: 'cancelled',
      article: '12',
      who: { staff: LEAD },
      input: IMPORT_INPUT.nothing,
      set: change.cancelled,
      also: change.dropFiles,
    },
    lapse: {
      from: ['checked'],
      to: 'cancelled',
      article: '12',
      who: { system: true },
      input: IMPORT_INPUT.nothing,
      set: change.cancelled,
      also: change.dropFiles,
    },
  },
});
