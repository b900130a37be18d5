import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root: the host app. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** The plugin's folder. */
export const PLUGIN = path.join(ROOT, 'src/plugins/property-desk');
