import { DOCUMENT_ENDED, DOCUMENT_STATES } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { defineCase, opens, settles, voids, type Acting, type Owner } from '../../kernel/workflow/define';
import * as change from './changes';
import { INPUT } from './inputs';
import * as limit from './limits';
import { DOCUMENT_SHEET, listDocuments } from './list';
import { numbered } from './numbers';
import { printCover } from './paper';
import { keepTerms } from './queries';
import { DOCUMENT_UID, type DocumentRow } from './row';

type Filing = Acting<DocumentRow>;

const LEAD = ['supervisor', 'manager'];
const DESK = ['receptionist', 'specialist', ...LEAD];
const EVERYBODY = ['engineer', ...DESK];

/** Whoever filed it owes its other copy; of what filed itself, the front desk. */
const whoFiledIt = ({ case: { filedBy } }: Filing): Owner =>
  filedBy === null ? { role: 'receptionist' } : { staff: filedBy };
const lacksPaper = ({ case: { lacksPaperSince } }: Filing): boolean => lacksPaperSince !== null;

/** Confidential documents are for who leads, and whoever filed them. */
const mayRead = ({ secrecy, filedBy }: DocumentRow, { kind, role, staff }: Actor): boolean =>
  secrecy !== 'confidential' ||
  kind === 'system' ||
  LEAD.includes(role ?? '') ||
  (staff !== undefined && staff.id === filedBy);

/** 文件档案, article 12.2: filed by year and kind, on paper and electronically, kept for its time. */
export const documentWorkflow = defineCase<DocumentRow>({
  name: 'document',
  plural: 'documents',
  uid: DOCUMENT_UID,
  numbering: { by: ['file', 'file-published'], number: numbered },
  states: DOCUMENT_STATES,
  ended: DOCUMENT_ENDED,
  // With both copies in their places nothing is owed, for ten years or for ever.
  rests: ['filed'],
  title: ({ title }) => title,
  personal: ['party'],
  readers: EVERYBODY,
  sight: (document, actor) => (mayRead(document, actor) ? 'all' : 'none'),
  list: listDocuments,
  sheet: DOCUMENT_SHEET,
  wrote: keepTerms,
  officeFiles: true,
  print: printCover,

  obligations: {
    'document.paper': {
      article: '12',
      rule: 'archive.twinWithin',
      role: 'receptionist',
      escalate: { role: 'supervisor', rule: 'archive.superviseWithin' },
    },
    'document.electronic': {
      article: '12',
      rule: 'archive.twinWithin',
      role: 'receptionist',
      escalate: { role: 'supervisor', rule: 'archive.superviseWithin' },
    },
    'document.decide': { article: '12', rule: 'archive.decideWithin', role: 'manager' },
  },

  actions: {
    file: {
      from: [],
      to: 'filed',
      article: '12',
      who: { staff: DESK },
      input: INPUT.file,
      set: change.filed,
      effects: [
        opens('document.paper', { when: lacksPaper, owedBy: whoFiledIt }),
        opens('document.electronic', { owedBy: whoFiledIt }),
      ],
      also: change.itemsTakenOn,
    },
    // Taken by the system in the transaction that publishes, promulgates or confirms something.
    'file-published': {
      from: [],
      to: 'filed',
      article: '12',
      who: { system: true },
      input: INPUT.filePublished,
      set: change.filedItself,
      effects: [opens('document.paper'), opens('document.electronic')],
    },
    // The electronic copy of what filed itself, made by the clock's round.
    render: {
      from: ['filed'],
      to: 'same',
      article: '12',
      who: { system: true },
      limit: limit.stillToRender,
      input: INPUT.nothing,
      set: change.attached,
      effects: [settles('document.electronic')],
    },
    // It was withdrawn, repealed or superseded since.
    'source-moved': {
      from: ['filed', 'disposing'],
      to: 'same',
      article: '12',
      who: { system: true },
      input: INPUT.sourceMoved,
      set: change.sourceMoved,
    },
    attach: {
      from: ['filed'],
      to: 'same',
      article: '12',
      who: { staff: DESK },
      input: INPUT.nothing,
      set: change.attached,
      effects: [settles('document.electronic')],
    },
    'record-paper': {
      from: ['filed'],
      to: 'same',
      article: '12',
      who: { staff: DESK },
      input: INPUT.recordPaper,
      set: change.paperRecorded,
      effects: [settles('document.paper')],
    },
    'no-paper': {
      from: ['filed'],
      to: 'same',
      article: '12',
      who: { staff: LEAD },
      limit: limit.electronicRemains,
      input: INPUT.because,
      set: change.withoutPaper,
      effects: [voids('document.paper')],
    },
    'no-electronic': {
      from: ['filed'],
      to: 'same',
      article: '12',
      who: { staff: LEAD },
      limit: limit.paperRemains,
      input: INPUT.because,
      set: change.withoutElectronic,
      effects: [voids('document.electronic')],
    },
    amend: {
      from: ['filed'],
      to: 'same',
      article: '12',
      who: { staff: DESK },
      input: INPUT.amend,
      set: change.amended,
      defaults: async ({ case: { title, date, party, retention, secrecy, pages } }) => ({
        title,
        date,
        party,
        retention,
        secrecy,
        pages,
      }),
    },
    'add-action-item': {
      from: ['filed'],
      to: 'same',
      article: '12',
      who: { staff: DESK },
      limit: limit.minutesOnly,
      input: INPUT.addActionItem,
      also: change.itemAdded,
    },
    withdraw: {
      from: ['filed'],
      to: 'withdrawn',
      article: '12',
      who: { staff: LEAD },
      input: INPUT.because,
      set: change.withdrawn,
      also: change.itemsCancelled,
    },
    'propose-disposal': {
      from: ['filed'],
      to: 'disposing',
      article: '12',
      who: { staff: LEAD },
      input: INPUT.because,
      set: change.disposalProposed,
      effects: [opens('document.decide')],
    },
    dispose: {
      from: ['disposing'],
      to: 'disposed',
      article: '12',
      who: { staff: ['manager'] },
      limit: limit.anotherDecides,
      input: INPUT.nothing,
      set: change.disposed,
      effects: [settles('document.decide')],
    },
    keep: {
      from: ['disposing'],
      to: 'filed',
      article: '12',
      who: { staff: ['manager'] },
      input: INPUT.keep,
      set: change.kept,
      effects: [settles('document.decide')],
    },
  },
});
