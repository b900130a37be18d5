import { PLUGIN_ID } from '../pluginId';

/** Where the settings' pages stand in Strapi's Settings. */
export const SETTINGS = `/settings/${PLUGIN_ID}`;

/** A page of the settings. */
export const settingsLink = (page: string): string => `${SETTINGS}/${page}`;
