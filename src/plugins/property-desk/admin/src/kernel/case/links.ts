import * as React from 'react';
import { useIsDesktop } from '@strapi/strapi/admin';
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

/** Types that are read on a page of their own, on every screen: not everybody who reads them may use the Content Manager. */
const READ_HERE = new Set([
  'plugin::property-desk.case-study',
  'plugin::property-desk.policy',
  'plugin::property-desk.notice',
  'plugin::property-desk.data-request',
  'plugin::property-desk.loan',
  'plugin::property-desk.binding',
  'plugin::property-desk.document',
  'plugin::property-desk.archive-import',
  'plugin::property-desk.archive-export',
]);

/** The case in the Content Manager's edit view, where its side panel stands. */
export const caseLink = (uid: string, documentId: string): string =>
  `/content-manager/collection-types/${uid}/${documentId}`;

/**
 * Where to open a case: in the Content Manager, or, where the screen is too narrow for its side panel (Strapi then
 * puts it into a drawer under thirty fields), on the desk's own page for telephones.
 */
export function useCaseLink(): (uid: string, documentId: string) => string {
  const wide = useIsDesktop();
  return React.useCallback(
    (uid, documentId) => {
      const plural = PLURALS[uid];
      return !plural || (wide && !READ_HERE.has(uid)) ? caseLink(uid, documentId) : `${listLink(plural)}/${documentId}`;
    },
    [wide]
  );
}

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
