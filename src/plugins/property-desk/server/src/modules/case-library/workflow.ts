import { CASE_STUDY_ENDED, CASE_STUDY_STATES, CASE_STUDY_TEXTS } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { defineCase, opens, settles } from '../../kernel/workflow/define';
import { fileDocument, sourceHasMoved } from '../document';
import { amended, confirmed, drafted, revised, withdrawn } from './changes';
import { INPUT } from './inputs';
import { listStudies } from './list';
import { printStudy } from './print';
import { keepTerms } from './queries';
import { CASE_STUDY_UID, type CaseStudyRow } from './row';

const LEAD = ['supervisor', 'manager'];
const WRITERS = ['specialist', ...LEAD];
const EVERYBODY = ['manager', 'supervisor', 'specialist', 'receptionist', 'engineer'];

/** Supervisors and managers, and whoever wrote the review that it came from. */
const worksOnIt = (study: CaseStudyRow, actor: Actor): boolean =>
  actor.kind === 'system' ||
  LEAD.includes(actor.role ?? '') ||
  (study.draftedBy !== null && study.draftedBy === actor.staff?.id);

/** 案例, article 10: what a complaint taught, written up so that it does not happen again, without anybody's name. */
export const caseStudyWorkflow = defineCase<CaseStudyRow>({
  name: 'case-study',
  plural: 'case-studies',
  uid: CASE_STUDY_UID,
  numbering: { prefix: 'AL', period: 'year' },
  states: CASE_STUDY_STATES,
  ended: CASE_STUDY_ENDED,
  // Published, it may be read for years, and still be withdrawn.
  rests: ['published'],
  title: (study) => study.title,
  // What an amendment takes out must not live on in a ledger that only grows.
  personal: ['title', ...CASE_STUDY_TEXTS],
  readers: EVERYBODY,
  sight: (study, actor) => {
    if (worksOnIt(study, actor)) return 'all';
    return study.state === 'published' ? 'face' : 'none';
  },
  inner: ['complaint', 'suspects', 'draftedBy', 'confirmedBy', 'withdrawReason'],
  list: listStudies,
  wrote: keepTerms,
  print: printStudy,

  obligations: {
    'caseStudy.confirm': { article: '10', rule: 'caseStudy.confirmWithin', role: 'supervisor' },
  },

  actions: {
    draft: {
      from: [],
      to: 'draft',
      article: '10',
      who: { staff: WRITERS },
      input: INPUT.draft,
      set: drafted,
      effects: [opens('caseStudy.confirm')],
    },
    amend: {
      from: ['draft'],
      to: 'same',
      article: '10',
      who: { staff: WRITERS },
      input: INPUT.amend,
      set: amended,
      defaults: async ({ case: study }) => ({
        ...Object.fromEntries(['title', ...CASE_STUDY_TEXTS].map((name) => [name, study[name]])),
        categoryName: study.categoryName,
        severity: study.severity,
        article: study.article,
        tags: study.tags,
      }),
    },
    confirm: {
      from: ['draft'],
      to: 'published',
      article: '10',
      who: { staff: LEAD },
      input: INPUT.confirm,
      set: confirmed,
      effects: [settles('caseStudy.confirm')],
      // Confirmed again after a revision, it is another paper.
      also: async (acting) => {
        const { title, revision } = acting.case;
        await fileDocument(acting, { type: 'case-study', kind: 'write-up', title, version: String(revision) });
      },
    },
    revise: {
      from: ['published'],
      to: 'draft',
      article: '10',
      who: { staff: LEAD },
      input: INPUT.revise,
      set: revised,
      effects: [opens('caseStudy.confirm')],
      also: (acting) => sourceHasMoved(acting, 'case-study', acting.input.reason),
    },
    withdraw: {
      from: ['draft', 'published'],
      to: 'withdrawn',
      article: '10',
      who: { staff: LEAD },
      input: INPUT.withdraw,
      set: withdrawn,
      also: (acting) => sourceHasMoved(acting, 'case-study', acting.input.reason),
    },
  },
});
