import { defineModule } from '../../kernel/module';
import * as deskApi from './desk-api';

/** 今日与本月: what came in, what was done and how well, for whoever keeps the office's day in view. */
export const figures = defineModule({
  name: 'figures',
  rights: {
    'figures.read': ['manager', 'supervisor', 'specialist', 'receptionist'],
    'figures.team': ['manager', 'supervisor'],
  },
  adminRoutes: deskApi.adminRoutes,
  controllers: deskApi.controllers,
});
