import { PLUGIN_ID } from './pluginId';

/** The right to open the desk's pages; what may be done there is decided action by action, by the server. */
export const DESK_READ = [{ action: `plugin::${PLUGIN_ID}.desk.read`, subject: null }];
