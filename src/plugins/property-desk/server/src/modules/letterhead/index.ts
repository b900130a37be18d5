import { defineModule } from '../../kernel/module';
import letterheadType from './content-types/letterhead/schema.json';
import { adminRoutes, controllers } from './desk-api';
import { LETTERHEAD_UID } from './queries';

export { type Places } from './places';
export { letterheadOf } from './store';

/** Word files of the office's own that notices are printed on, one for each community. */
export const letterhead = defineModule({
  name: 'letterhead',
  contentTypes: { letterhead: { schema: letterheadType } },
  ledgers: [LETTERHEAD_UID],
  rights: {
    'letterhead.read': ['manager', 'supervisor', 'specialist', 'receptionist'],
    'letterhead.write': ['manager', 'supervisor'],
  },
  adminRoutes,
  controllers,
});
