import { PAGES } from '../../pluginId';

/** The case types that have a side panel, by uid, with their plural in paths. */
export const PLURALS: Record<string, string> = {
  'plugin::property-desk.ticket': 'tickets',
  'plugin::property-desk.complaint': 'complaints',
  'plugin::property-desk.preventive-action': 'preventive-actions',
  'plugin::property-desk.case-study': 'case-studies',
  'plugin::property-desk.inquiry': 'inquiries',
  'plugin::property-desk.policy': 'policies',
  'plugin::property-desk.notice': 'notices',
  'plugin::property-desk.data-request': 'data-requests',
  'plugin::property-desk.loan': 'loans',
  'plugin::property-desk.document': 'documents',
  'plugin::property-desk.action-item': 'action-items',
  'plugin::property-desk.binding': 'bindings',
  'plugin::property-desk.archive-import': 'archive-imports',
  'plugin::property-desk.archive-export': 'archive-exports',
};

/** A record in the Content Manager's edit view; cases have a panel there beside the form. */
export const caseLink = (uid: string, documentId: string): string =>
  `/content-manager/collection-types/${uid}/${documentId}`;

/** The page of a case. */
export const pageOf = (plural: string, documentId: string): string => `${listLink(plural)}/${documentId}`;

/** Where to open a case: on its page; what is no case, in the Content Manager. */
export const openCase = (uid: string, documentId: string): string => {
  const plural = PLURALS[uid];
  return plural ? pageOf(plural, documentId) : caseLink(uid, documentId);
};

/** {@link openCase}, for components. */
export const useCaseLink = (): typeof openCase => openCase;

/** The Content Manager's name of a case type. */
export const uidOf = (type: string): string => `plugin::property-desk.${type}`;

/** The case type of a plural, or of another list what it is called. */
export const typeOfPlural = (plural: string): string =>
  Object.entries(PLURALS)
    .find(([, each]) => each === plural)?.[0]
    .split('.')
    .at(-1) ?? plural.replace(/s$/, '');

/** The desk's own pages. */
export const DESK = `${PAGES}/desk`;
export const INTAKE = `${PAGES}/intake`;
export const FIGURES = `${PAGES}/figures`;
export const MESSAGES = `${PAGES}/messages`;
export const listLink = (plural: string): string => `${PAGES}/${plural}`;
