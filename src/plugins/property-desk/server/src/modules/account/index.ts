import { staffHandler } from '../../kernel/api/handler';
import { defineModule } from '../../kernel/module';
import bindingType from './content-types/binding/schema.json';
import { matches } from './matches';
import { PERSONAL_DATA } from './personal-data';
import * as residentApi from './resident-api';
import { BINDING_UID } from './row';
import { ACCOUNT_RULES } from './rules';
import { bindingWorkflow } from './workflow';

export { BINDING_UID, type BindingRow } from './row';
export { bindingWorkflow } from './workflow';

/** Residents' accounts on front-end sites: asked for, held beside the archive, approved at the desk (article 12). */
export const account = defineModule({
  name: 'account',
  contentTypes: { binding: { schema: bindingType } },
  cases: [bindingWorkflow],
  rules: ACCOUNT_RULES,
  confidential: {
    [BINDING_UID]: {
      telephone: { kind: 'telephone', hash: 'telephoneHash' },
      identityNumber: { kind: 'identityNumber', hash: 'identityNumberHash' },
      identityTail: { kind: 'text' },
      mail: { kind: 'mail' },
    },
  },
  personalData: PERSONAL_DATA,
  adminRoutes: [{ method: 'GET', path: '/bindings/:documentId/matches', handler: 'bindingMatches.find' }],
  contentApiRoutes: residentApi.contentApiRoutes,
  frontEnd: residentApi.frontEnd,
  controllers: {
    bindingMatches: ({ strapi }) => ({ find: staffHandler(strapi, 'binding.read', matches) }),
    ...residentApi.controllers,
  },
});
