import { staffHandler } from '../../kernel/api/handler';
import { recordEvidence } from '../../kernel/evidence';
import { defineModule } from '../../kernel/module';
import householdPaperType from './content-types/household-paper/schema.json';
import householdType from './content-types/household/schema.json';
import keyType from './content-types/key/schema.json';
import parkingSpaceType from './content-types/parking-space/schema.json';
import renovationType from './content-types/renovation/schema.json';
import residentType from './content-types/resident/schema.json';
import vehicleType from './content-types/vehicle/schema.json';
import { deriveLookups } from './derive';
import { COMPLETENESS_RULES } from './file/completeness';
import { followRules } from './file/gaps';
import { FILE_RIGHTS, FILE_ROUTES, fileController } from './file/desk-api';
import { keepFiles } from './file/keep';
import { HOUSEHOLD_PERSONAL_DATA } from './personal-data';
import { searchIndexes } from './search/indexes';
import { keepSearchKeys } from './search/keep';
import { search } from './search/search';
import { FILE_STORY } from './file/story';
import { HOUSEHOLD_UID, RENOVATION_UID, RESIDENT_UID } from './uids';

export { everybodyOf, lockedResident } from './queries';
export { householdsNamed, keysNamed } from './queries/named';
export * from './uids';
export { homeOf } from './home';
export { arabic, halfWidth, householdNames, initialsOf, plateKeyOf, roomKey } from './room';
export { refreshGaps } from './file/gaps';
export { nextFileNumbers } from './file/numbers';
export { residentKeys, vehicleKeys } from './search/keys';

/** Households and residents (article 12), as far as cases need them. */
export const household = defineModule({
  name: 'household',
  lists: { households: 'household.read' },
  contentTypes: {
    household: { schema: householdType },
    resident: { schema: residentType },
    vehicle: { schema: vehicleType },
    'parking-space': { schema: parkingSpaceType },
    key: { schema: keyType },
    renovation: { schema: renovationType },
    'household-paper': { schema: householdPaperType },
  },
  confidential: {
    [RESIDENT_UID]: {
      telephone: { kind: 'telephone', hash: 'telephoneHash' },
      identityNumber: { kind: 'identityNumber', hash: 'identityNumberHash' },
      mail: { kind: 'mail' },
    },
    [RENOVATION_UID]: { contactTelephone: { kind: 'telephone' } },
  },
  personalData: HOUSEHOLD_PERSONAL_DATA,
  evidence: [
    recordEvidence('households', 12, { uid: HOUSEHOLD_UID, at: 'createdAt', lasting: true }),
    recordEvidence('looks', 12, { uid: 'plugin::property-desk.access-log-entry', at: 'at' }),
  ],
  histories: [FILE_STORY],
  rights: { 'household.search': ['manager', 'supervisor', 'specialist', 'receptionist'], ...FILE_RIGHTS },
  adminRoutes: [{ method: 'POST', path: '/search', handler: 'search.search' }, ...FILE_ROUTES],
  controllers: {
    search: ({ strapi }) => ({ search: staffHandler(strapi, 'household.search', search) }),
    'household-file': fileController,
  },
  rules: COMPLETENESS_RULES,
  work: followRules,
  indexes: searchIndexes,
  async bootstrap(strapi) {
    deriveLookups(strapi);
    await keepFiles(strapi);
    await keepSearchKeys(strapi);
  },
});
