import { staffHandler } from '../../kernel/api/handler';
import { defineModule } from '../../kernel/module';
import { looks } from './list';
import { ACCESS_INDEXES } from './queries';
import { ACCESS_RULES } from './rules';
import { volume } from './volume';
import { createWatch } from './watch';

/** Who has seen what of whom (article 12): the log's page, what is unusual in it, and how long it is kept. */
export const accessLog = defineModule({
  name: 'access-log',
  lists: { 'access-log': 'access-log.read' },
  rules: ACCESS_RULES,
  rights: { 'access-log.read': ['manager', 'supervisor'] },
  indexes: ACCESS_INDEXES,
  rounds: createWatch,
  adminRoutes: [
    { method: 'GET', path: '/access-log', handler: 'accessLog.find' },
    { method: 'GET', path: '/access-log/volume', handler: 'accessLog.volume' },
  ],
  controllers: {
    accessLog: ({ strapi }) => ({
      find: staffHandler(strapi, 'access-log.read', looks),
      volume: staffHandler(strapi, 'access-log.read', volume),
    }),
  },
});
