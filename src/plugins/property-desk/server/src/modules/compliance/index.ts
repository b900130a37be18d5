import { defineModule } from '../../kernel/module';
import * as deskApi from './desk-api';

/** 制度落地: how far each article of the policy is really carried out. */
export const compliance = defineModule({
  name: 'compliance',
  rights: { 'compliance.read': ['manager', 'supervisor', 'specialist'] },
  adminRoutes: deskApi.adminRoutes,
  controllers: deskApi.controllers,
});
