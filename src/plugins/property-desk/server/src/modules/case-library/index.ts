export { CASE_STUDY_UID, type CaseStudyRow } from './row';
export { startCaseStudy, type NewStudy } from './start';
export { similarStudies, type Resembling } from './similar';
