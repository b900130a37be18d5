import { recordEvidence } from '../../kernel/evidence';
import { defineModule } from '../../kernel/module';
import dataRequestType from './content-types/data-request/schema.json';
import * as deskApi from './desk-api';
import * as residentApi from './resident-api';
import { DATA_REQUEST_UID } from './row';
import { PRIVACY_RULES } from './rules';
import { dataRequestWorkflow } from './workflow';

export { DATA_REQUEST_UID } from './row';

/** Rights of residents over their own data (article 12; Personal Information Protection Law, articles 44 to 50). */
export const privacy = defineModule({
  name: 'privacy',
  contentTypes: { 'data-request': { schema: dataRequestType } },
  cases: [dataRequestWorkflow],
  rules: PRIVACY_RULES,
  confidential: {
    [DATA_REQUEST_UID]: {
      proposedTelephone: { kind: 'telephone' },
      proposedIdentityNumber: { kind: 'identityNumber' },
      proposedMail: { kind: 'mail' },
    },
  },
  personalData: [
    {
      uid: DATA_REQUEST_UID,
      whose: { by: 'reference', attribute: 'resident', name: 'proposedName' },
      copy: ['number', 'kind', 'state', 'createdAt', 'details', 'told'],
      deletion: ['proposedTelephone', 'proposedIdentityNumber', 'proposedMail', 'proposedRelation', 'corrected'],
    },
  ],
  evidence: [recordEvidence('data-requests', 12, { uid: DATA_REQUEST_UID, at: 'createdAt' })],
  adminRoutes: deskApi.adminRoutes,
  contentApiRoutes: residentApi.contentApiRoutes,
  frontEnd: residentApi.frontEnd,
  controllers: { ...deskApi.controllers, ...residentApi.controllers },
});
