import { recordEvidence } from '../../kernel/evidence';
import { defineModule } from '../../kernel/module';
import complaintCategory from './content-types/complaint-category/schema.json';
import complaintType from './content-types/complaint/schema.json';
import * as deskApi from './desk-api';
import * as ledgerApi from './paper-ledger';
import * as residentApi from './resident-api';
import { COMPLAINT_UID } from './row';
import { COMPLAINT_RULES } from './rules';
import { beginWithCategories } from './first-categories';
import { complaintWorkflow } from './workflow';

export { COMPLAINT_CATEGORY_UID, COMPLAINT_UID, type ComplaintRow } from './row';
export { complaintWorkflow } from './workflow';

/** Complaints, suggestions and praise (article 10). */
export const complaint = defineModule({
  name: 'complaint',
  evidence: [recordEvidence('complaints', 5, { uid: COMPLAINT_UID, at: 'createdAt' })],
  contentTypes: { complaint: { schema: complaintType }, 'complaint-category': { schema: complaintCategory } },
  cases: [complaintWorkflow],
  personalData: [
    {
      uid: COMPLAINT_UID,
      whose: { by: 'contact', name: 'reporterName', telephone: 'contactTelephone', home: 'household' },
      copy: [
        'number',
        'state',
        'createdAt',
        'place',
        'content',
        'demands',
        'reporterName',
        'contactTelephone',
        'contactMail',
        'lastTold',
        'result',
        'answerText',
        'residentWords',
      ],
      deletion: ['contactMail'],
    },
  ],
  begins: beginWithCategories,
  rules: COMPLAINT_RULES,
  confidential: {
    [COMPLAINT_UID]: {
      contactTelephone: { kind: 'telephone', hash: 'contactTelephoneHash' },
      contactMail: { kind: 'mail' },
    },
  },
  adminRoutes: [...deskApi.adminRoutes, ...ledgerApi.adminRoutes],
  contentApiRoutes: residentApi.contentApiRoutes,
  frontEnd: residentApi.frontEnd,
  publicly: residentApi.publicly,
  controllers: { ...deskApi.controllers, ...ledgerApi.controllers, ...residentApi.controllers },
});
