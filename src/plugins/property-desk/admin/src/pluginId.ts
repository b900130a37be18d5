/** The plugin's id, as Strapi knows it. */
export const PLUGIN_ID = 'property-desk';

/** Where the desk's own pages live in the panel. */
export const PAGES = `/plugins/${PLUGIN_ID}`;
