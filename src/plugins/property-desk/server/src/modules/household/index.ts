import { staffHandler } from '../../kernel/api/handler';
import { recordEvidence } from '../../kernel/evidence';
import { defineModule } from '../../kernel/module';
import householdType from './content-types/household/schema.json';
import residentType from './content-types/resident/schema.json';
import { deriveLookups } from './derive';
import { HOUSEHOLD_UID, RESIDENT_UID } from './queries';
import { search } from './search';

export { everybodyOf, HOUSEHOLD_UID, RESIDENT_UID } from './queries';
export { homeOf } from './home';
export { arabic, householdNames, initialsOf, roomKey } from './room';

/** Households and residents (article 12), as far as cases need them. */
export const household = defineModule({
  name: 'household',
  contentTypes: { household: { schema: householdType }, resident: { schema: residentType } },
  confidential: {
    [RESIDENT_UID]: { telephone: { kind: 'telephone', hash: 'telephoneHash' }, mail: { kind: 'mail' } },
  },
  evidence: [
    recordEvidence('households', 12, { uid: HOUSEHOLD_UID, at: 'createdAt', lasting: true }),
    recordEvidence('looks', 12, { uid: 'plugin::property-desk.access-log-entry', at: 'at' }),
  ],
  rights: { 'household.search': ['manager', 'supervisor', 'specialist', 'receptionist'] },
  adminRoutes: [{ method: 'POST', path: '/search', handler: 'search.search' }],
  controllers: {
    search: ({ strapi }) => ({ search: staffHandler(strapi, 'household.search', search) }),
  },
  bootstrap: deriveLookups,
});
