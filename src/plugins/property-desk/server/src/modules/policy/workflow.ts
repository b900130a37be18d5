import { POLICY_ENDED, POLICY_STATES } from '../../../../contracts';
import { defineCase, opens, settles, type CaseDefinition, type Owner } from '../../kernel/workflow/define';
import { fileDocument, sourceHasMoved } from '../document';
import { COMMUNITY_UID } from '../staff';
import * as change from './changes';
import { POLICY_EDITS } from './content-edits';
import { INPUT } from './inputs';
import * as limit from './limits';
import { listPolicies } from './list';
import { printPolicy } from './paper';
import { POLICY_UID, type PolicyRow } from './row';
import * as write from './writes';

const LEAD = ['supervisor', 'manager'];
const EVERYBODY = ['manager', 'supervisor', 'specialist', 'receptionist', 'engineer'];

const everyone = async (acting: change.Changing): Promise<Owner[]> =>
  (await acting.colleagues()).map(({ id }) => ({ staff: id }));

/** A draft by somebody without a staff record is the managers' to hear of. */
const theAuthor = ({ case: { author } }: change.Changing): Owner =>
  author === null ? { role: 'manager' } : { staff: author };

const supersede = (acting: change.Changing, before: PolicyRow) =>
  acting.act(policyWorkflow, before.documentId, 'supersede', { by: acting.case.documentId }, 'system');

/** 管理制度, articles 1 to 17: written, approved by another person, promulgated, acknowledged by everybody. */
export const policyWorkflow: CaseDefinition<PolicyRow> = defineCase<PolicyRow>({
  name: 'policy',
  plural: 'policies',
  uid: POLICY_UID,
  numbering: { prefix: 'ZD', period: 'year' },
  states: POLICY_STATES,
  ended: POLICY_ENDED,
  // A draft waits for its writers, what is approved for its day, and what is in force may be acknowledged by all.
  rests: ['draft', 'approved', 'effective'],
  title: ({ title }) => title,
  readers: EVERYBODY,
  list: listPolicies,
  publicStates: ['effective'],
  publicSources: [COMMUNITY_UID],
  schedules: [{ action: 'promulgate', from: ['approved'], at: 'promulgateAt', otherwise: 'unapprove' }],
  edits: POLICY_EDITS,
  print: printPolicy,

  obligations: {
    'policy.approve': { article: '16', rule: 'policy.approveWithin', role: 'manager' },
    'policy.acknowledge': { article: '17', rule: 'policy.acknowledgeWithin', role: 'manager', personal: true },
  },

  actions: {
    // The system's own is the default draft of a community that has never had a policy.
    draft: {
      from: [],
      to: 'draft',
      article: '16',
      who: { staff: LEAD, system: true },
      input: INPUT.draft,
      set: change.drafted,
      also: write.filled,
    },
    edit: {
      from: ['draft'],
      to: 'same',
      article: '16',
      who: { staff: LEAD },
      input: INPUT.edit,
      set: change.edited,
      also: write.renamed,
      defaults: async ({ case: policy }) => ({
        title: policy.title,
        companyName: policy.companyName,
        draftedBy: policy.draftedBy,
        draftedOn: policy.draftedOn,
        effectiveOn: policy.effectiveOn,
        public: policy.public,
      }),
    },
    'write-article': {
      from: ['draft'],
      to: 'same',
      article: '16',
      who: { staff: LEAD },
      input: INPUT.writeArticle,
      set: change.articleWritten,
      also: write.wroteArticle,
    },
    'remove-article': {
      from: ['draft'],
      to: 'same',
      article: '16',
      who: { staff: LEAD },
      input: INPUT.removeArticle,
      set: change.articleRemoved,
      also: write.removedArticle,
    },
    'set-rule': {
      from: ['draft'],
      to: 'same',
      article: '16',
      who: { staff: LEAD },
      input: INPUT.setRule,
      set: change.ruleSet,
      also: write.wroteRule,
    },
    'clear-rule': {
      from: ['draft'],
      to: 'same',
      article: '16',
      who: { staff: LEAD },
      input: INPUT.clearRule,
      set: change.ruleCleared,
      also: write.removedRule,
    },
    submit: {
      from: ['draft'],
      to: 'submitted',
      article: '16',
      who: { staff: LEAD },
      input: INPUT.nothing,
      set: change.submitted,
      effects: [opens('policy.approve')],
      tells: [{ template: 'policySubmitted', to: () => ({ role: 'manager' }) }],
    },
    return: {
      from: ['submitted'],
      to: 'draft',
      article: '16',
      who: { staff: LEAD },
      input: INPUT.reason,
      set: change.returned,
      effects: [settles('policy.approve')],
      tells: [{ template: 'policyReturned', to: theAuthor }],
    },
    approve: {
      from: ['submitted'],
      to: 'approved',
      article: '16',
      who: { staff: ['manager'] },
      limit: limit.anotherPerson,
      input: INPUT.nothing,
      set: change.approved,
      effects: [settles('policy.approve')],
    },
    unapprove: {
      from: ['approved'],
      to: 'draft',
      article: '16',
      // The clock's too, for what its day finds otherwise than it was approved.
      who: { staff: ['manager'], system: true },
      input: INPUT.reason,
      set: change.unapproved,
      tells: [{ template: 'policyReturned', to: theAuthor }],
    },
    promulgate: {
      from: ['approved'],
      to: 'effective',
      article: '17',
      who: { staff: LEAD, system: true },
      limit: limit.onItsDay,
      input: INPUT.nothing,
      set: (acting) => change.promulgated(acting, supersede),
      effects: [opens('policy.acknowledge', { owedByEach: everyone })],
      also: async (acting) => {
        await fileDocument(acting, { type: 'policy', kind: 'policy', title: acting.case.title });
      },
    },
    // Taken by the system in the transaction that promulgates the next version.
    supersede: {
      from: ['effective'],
      to: 'superseded',
      article: '17',
      who: { system: true },
      input: INPUT.supersede,
      also: (acting) => sourceHasMoved(acting, 'policy'),
    },
    acknowledge: {
      from: ['effective'],
      to: 'same',
      article: '17',
      who: { staff: EVERYBODY },
      limit: limit.withStaffRecord,
      anyRevision: true,
      input: INPUT.nothing,
      set: change.acknowledged,
      effects: [
        settles('policy.acknowledge', undefined, { of: ({ actor }) => ({ staff: actor.staff?.id as number }) }),
      ],
      also: write.wroteAcknowledgement,
    },
    revise: {
      from: ['effective'],
      to: 'same',
      article: '16',
      who: { staff: LEAD },
      input: INPUT.nothing,
      also: async (acting) => {
        const community = await acting.documentId(COMMUNITY_UID, acting.case.community);
        const { row } = await acting.start(policyWorkflow, 'draft', { community, from: 'effective' });
        acting.sayOnce('policy', row.documentId);
      },
    },
    repeal: {
      from: ['effective'],
      to: 'repealed',
      article: '16',
      who: { staff: ['manager'] },
      input: INPUT.reason,
      set: change.repealed,
      also: (acting) => sourceHasMoved(acting, 'policy', acting.case.repealReason),
    },
    discard: {
      from: ['draft'],
      to: 'discarded',
      article: '16',
      who: { staff: LEAD },
      input: INPUT.maybeReason,
    },
  },
});
