import { defineModule } from '../../kernel/module';
import { DESKS } from './desks';

/** Which sections the desk of each role has. */
export const desks = defineModule({ name: 'desk', desks: DESKS });
