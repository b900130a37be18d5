import { recordEvidence } from '../../kernel/evidence';
import { defineModule } from '../../kernel/module';
import { keepConsents } from './consent/keep';
import * as consentApi from './consent/api';
import consentStatementType from './content-types/consent-statement/schema.json';
import consentType from './content-types/consent/schema.json';
import dataRequestType from './content-types/data-request/schema.json';
import * as deskApi from './desk-api';
import * as residentApi from './resident-api';
import { CONSENT_UID, DATA_REQUEST_UID } from './row';
import { PRIVACY_RULES } from './rules';
import { dataRequestWorkflow } from './workflow';

export { consentsByResident } from './consent/own';
export { CONSENT_STATEMENT_UID, CONSENT_UID, DATA_REQUEST_UID } from './row';

/** Rights of residents over their own data (article 12; Personal Information Protection Law, articles 44 to 50). */
export const privacy = defineModule({
  name: 'privacy',
  contentTypes: {
    'data-request': { schema: dataRequestType },
    consent: { schema: consentType },
    'consent-statement': { schema: consentStatementType },
  },
  ledgers: [CONSENT_UID],
  rights: consentApi.rights,
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
    // What was agreed to and when stays, without the person; nothing stands any more.
    {
      uid: CONSENT_UID,
      whose: { by: 'reference', attribute: 'resident' },
      copy: ['purpose', 'version', 'givenAt', 'givenWay', 'withdrawnAt', 'withdrawnWay'],
      deletion: ['currentKey'],
    },
  ],
  evidence: [
    recordEvidence('data-requests', 12, { uid: DATA_REQUEST_UID, at: 'createdAt' }),
    recordEvidence('consents', 12, { uid: CONSENT_UID, at: 'givenAt' }),
  ],
  adminRoutes: [...deskApi.adminRoutes, ...consentApi.adminRoutes],
  contentApiRoutes: [...residentApi.contentApiRoutes, ...consentApi.contentApiRoutes],
  frontEnd: [...residentApi.frontEnd, ...consentApi.frontEnd],
  controllers: { ...deskApi.controllers, ...residentApi.controllers, ...consentApi.controllers },
  bootstrap: keepConsents,
});
