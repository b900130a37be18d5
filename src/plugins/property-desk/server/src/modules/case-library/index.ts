import { staffHandler } from '../../kernel/api/handler';
import { recordEvidence } from '../../kernel/evidence';
import { defineModule } from '../../kernel/module';
import caseStudyTerm from './content-types/case-study-term/schema.json';
import caseStudy from './content-types/case-study/schema.json';
import { facets } from './list';
import { CASE_STUDY_UID } from './row';
import { CASE_LIBRARY_RULES } from './rules';
import { caseStudyWorkflow } from './workflow';

export { createAnonymiser } from './anonymiser/anonymise';
export { startsLikeAName } from './anonymiser/surnames';
export { CASE_STUDY_UID, type CaseStudyRow } from './row';
export { similarStudies, type Resembling } from './similar';
export { startCaseStudy, type NewStudy } from './start';
export { caseStudyWorkflow } from './workflow';

/** The case library (article 10). */
export const caseLibrary = defineModule({
  name: 'case-library',
  evidence: [
    recordEvidence('case-studies', 10, { uid: CASE_STUDY_UID, at: 'confirmedAt', where: { state: 'published' } }),
  ],
  contentTypes: { 'case-study': { schema: caseStudy }, 'case-study-term': { schema: caseStudyTerm } },
  cases: [caseStudyWorkflow],
  rules: CASE_LIBRARY_RULES,
  adminRoutes: [{ method: 'GET', path: '/case-studies/facets', handler: 'caseLibrary.facets' }],
  controllers: {
    caseLibrary: ({ strapi }) => ({ facets: staffHandler(strapi, 'case-study.read', facets) }),
  },
});
