import { staffHandler } from '../../kernel/api/handler';
import { recordEvidence } from '../../kernel/evidence';
import { kernelOf } from '../../kernel/kernel';
import { defineModule } from '../../kernel/module';
import acknowledgement from './content-types/policy-acknowledgement/schema.json';
import article from './content-types/policy-article/schema.json';
import rule from './content-types/policy-rule/schema.json';
import policySchema from './content-types/policy/schema.json';
import { COMMUNITY_UID } from '../staff';
import { giveDrafts, giveDraftsToNewcomers } from './default-draft';
import { acknowledgements, comparison, rulebookPage, text } from './desk-api';
import * as front from './front-api';
import { policySource } from './in-force';
import { POLICY_INDEXES, removeUntouched } from './queries';
import { POLICY_ACKNOWLEDGEMENT_UID, POLICY_ARTICLE_UID, POLICY_RULE_UID, POLICY_UID } from './row';
import { POLICY_RULES } from './rules';
import { policyWorkflow } from './workflow';

export { POLICY_UID, type PolicyRow } from './row';
export { effectivePolicy, policyText } from './text';
export { policyWorkflow } from './workflow';

/** The policy itself, whose rules drive the clocks (articles 1 to 17). */
export const policy = defineModule({
  name: 'policy',
  contentTypes: {
    policy: { schema: policySchema },
    'policy-article': { schema: article },
    'policy-rule': { schema: rule },
    'policy-acknowledgement': { schema: acknowledgement },
  },
  cases: [policyWorkflow],
  ledgers: [POLICY_ARTICLE_UID, POLICY_RULE_UID, POLICY_ACKNOWLEDGEMENT_UID],
  // A community made by mistake goes, and its default draft with it; a policy that people had in hand keeps both.
  goesWith: { [COMMUNITY_UID]: (_kernel, trx, communities) => removeUntouched(trx, communities) },
  rules: POLICY_RULES,
  indexes: POLICY_INDEXES,
  evidence: [recordEvidence('policies', 17, { uid: POLICY_UID, at: 'effectiveAt' })],
  adminRoutes: [
    { method: 'GET', path: '/rulebook', handler: 'policy.rulebook' },
    { method: 'GET', path: '/policies/:documentId/text', handler: 'policy.text' },
    { method: 'GET', path: '/policies/:documentId/comparison', handler: 'policy.comparison' },
    { method: 'GET', path: '/policies/:documentId/acknowledgements', handler: 'policy.acknowledgements' },
  ],
  contentApiRoutes: front.contentApiRoutes,
  publicly: front.publicly,
  frontEnd: front.frontEnd,
  controllers: {
    policy: ({ strapi }) => ({
      ...front.handlers({ strapi }),
      rulebook: staffHandler(strapi, 'policy.read', rulebookPage),
      text: staffHandler(strapi, 'policy.read', text),
      comparison: staffHandler(strapi, 'policy.read', comparison),
      acknowledgements: staffHandler(strapi, 'policy.read', acknowledgements),
    }),
  },
  async bootstrap(strapi) {
    const kernel = kernelOf(strapi);
    kernel.rulebook.follow(policySource(kernel));
    giveDraftsToNewcomers(strapi);
    await giveDrafts(kernel);
  },
});
