import { recordEvidence } from '../../kernel/evidence';
import { defineModule } from '../../kernel/module';
import loanType from './content-types/loan/schema.json';
import * as deskApi from './desk-api';
import * as registerApi from './paper-register';
import { LOAN_INDEXES } from './queries';
import { LOAN_UID } from './row';
import { LOAN_RULES } from './rules';
import { loanWorkflow } from './workflow';

export { LOAN_UID, type LoanRow } from './row';
export { whoHas } from './standing';
export { loanWorkflow } from './workflow';

/** Household files, documents and keys that are lent and come back (article 12.3). */
export const loans = defineModule({
  name: 'loan',
  contentTypes: { loan: { schema: loanType } },
  cases: [loanWorkflow],
  rules: LOAN_RULES,
  indexes: LOAN_INDEXES,
  personalData: [
    {
      uid: LOAN_UID,
      whose: { by: 'contact', name: 'forWhom', telephone: 'forWhomTelephone', home: 'household' },
      copy: ['number', 'state', 'createdAt', 'itemName', 'from', 'until', 'forWhom', 'forWhomTelephone'],
      deletion: [],
    },
  ],
  confidential: { [LOAN_UID]: { forWhomTelephone: { kind: 'telephone' } } },
  evidence: [recordEvidence('loans', 12, { uid: LOAN_UID, at: 'createdAt' })],
  adminRoutes: [...deskApi.adminRoutes, ...registerApi.adminRoutes],
  controllers: { ...deskApi.controllers, ...registerApi.controllers },
});
