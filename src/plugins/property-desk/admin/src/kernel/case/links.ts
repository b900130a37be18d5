import { PAGES } from '../../pluginId';

/** The case in the Content Manager's edit view, where its side panel stands. */
export const caseLink = (uid: string, documentId: string): string =>
  `/content-manager/collection-types/${uid}/${documentId}`;

/** The Content Manager's name of a case type. */
export const uidOf = (type: string): string => `plugin::property-desk.${type}`;

/** The desk's own pages. */
export const DESK = `${PAGES}/desk`;
export const MESSAGES = `${PAGES}/messages`;
export const INTAKE = `${PAGES}/intake`;
export const listLink = (plural: string): string => `${PAGES}/${plural}`;
