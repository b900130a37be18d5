import { recordEvidence } from '../../kernel/evidence';
import { defineModule } from '../../kernel/module';
import ticketCategory from './content-types/ticket-category/schema.json';
import ticketType from './content-types/ticket/schema.json';
import * as deskApi from './desk-api';
import { beginWithCategories } from './first-categories';
import * as residentApi from './resident-api';
import { TICKET_UID } from './row';
import { TICKET_RULES } from './rules';
import { ticketWorkflow } from './workflow';

export { CATEGORY_UID, TICKET_UID } from './row';
export { ticketWorkflow } from './workflow';

/** Repairs (article 9). */
export const ticket = defineModule({
  name: 'ticket',
  evidence: [recordEvidence('tickets', 5, { uid: TICKET_UID, at: 'createdAt' })],
  contentTypes: { ticket: { schema: ticketType }, 'ticket-category': { schema: ticketCategory } },
  cases: [ticketWorkflow],
  personalData: [
    {
      uid: TICKET_UID,
      whose: { by: 'contact', name: 'reporterName', telephone: 'contactTelephone', home: 'household' },
      copy: [
        'number',
        'state',
        'createdAt',
        'place',
        'description',
        'reporterName',
        'contactTelephone',
        'workDone',
        'followUpWords',
      ],
      deletion: [],
    },
  ],
  begins: beginWithCategories,
  rules: TICKET_RULES,
  confidential: { [TICKET_UID]: { contactTelephone: { kind: 'telephone', hash: 'contactTelephoneHash' } } },
  adminRoutes: deskApi.adminRoutes,
  contentApiRoutes: residentApi.contentApiRoutes,
  frontEnd: residentApi.frontEnd,
  controllers: { ...deskApi.controllers, ...residentApi.controllers },
});
