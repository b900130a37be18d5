import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Actor } from '../../kernel/access/actor';
import { describedBody, describedData, describedList } from '../../kernel/api/describe';
import { staffHandler } from '../../kernel/api/handler';
import { onlyParams } from '../../kernel/api/respond';
import type { Kernel } from '../../kernel/kernel';
import { defineModule, type ModuleRoute } from '../../kernel/module';
import { freeAccounts } from './accounts';
import * as categories from './categories';
import { changes } from './changes';
import * as channels from './channels';
import * as communities from './communities';
import { ORDER, SCHEMAS } from './forms';
import { firstSteps, overview } from './overview';
import * as people from './people';
import * as posts from './posts';
import { SETTING_INDEXES } from './queries';
import { SETTING_RIGHTS } from './rights';
import { SETTING_STORIES } from './stories';

const route = (method: ModuleRoute['method'], path: string, handler: string, described = describedData(path)) => ({
  method,
  path: `/settings${path}`,
  handler: `settings.${handler}`,
  ...described,
});

const COMMUNITY = '/communities/:documentId';
const CATEGORIES = '/categories/:type';

const forms = async (_kernel: Kernel, _actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  return { data: SCHEMAS };
};

/** What a company sets up before it works and seldom afterwards; every change is on the record. */
export const settings = defineModule({
  name: 'settings',
  rights: SETTING_RIGHTS,
  histories: SETTING_STORIES,
  indexes: SETTING_INDEXES,
  adminRoutes: [
    route('GET', '/overview', 'overview'),
    route('GET', '/first-steps', 'firstSteps'),
    route('GET', '/changes', 'changes', describedList(['cursor', 'limit'])),
    route('GET', '/forms', 'forms'),
    route('GET', '/communities', 'communities'),
    route('POST', '/communities', 'addCommunity'),
    route('PUT', COMMUNITY, 'changeCommunity'),
    route('POST', `${COMMUNITY}/buildings`, 'addBuildings'),
    route('PUT', `${COMMUNITY}/robot`, 'keepRobot'),
    route('PUT', '/buildings/:documentId', 'changeBuilding'),
    route('DELETE', '/buildings/:documentId', 'removeBuilding'),
    route('GET', '/posts', 'posts'),
    route('POST', '/posts', 'addPost'),
    route('PUT', '/posts/:documentId', 'changePost'),
    route('DELETE', '/posts/:documentId', 'removePost'),
    route('GET', '/staff', 'staff'),
    route('POST', '/staff', 'addStaff'),
    route('PUT', '/staff/:documentId', 'changeStaff'),
    route('GET', '/accounts', 'accounts'),
    route('GET', CATEGORIES, 'categories'),
    route('POST', CATEGORIES, 'addCategory'),
    route('POST', `${CATEGORIES}/order`, 'orderCategories', {
      request: { ...describedData(CATEGORIES).request, ...describedBody(ORDER).request },
    }),
    route('PUT', `${CATEGORIES}/:documentId`, 'changeCategory'),
    route('DELETE', `${CATEGORIES}/:documentId`, 'removeCategory'),
    route('GET', '/channels', 'channels'),
    route('POST', '/channels/:channel/test', 'testChannel'),
  ],
  controllers: {
    settings: ({ strapi }: { strapi: Core.Strapi }) => {
      const on = (right: string | null, handle: Parameters<typeof staffHandler>[2]) =>
        staffHandler(strapi, right && `settings.${right}`, handle);
      return {
        overview: on('read', overview),
        // Whoever comes to their first page asks: the answer is empty for those who set nothing up.
        firstSteps: on(null, firstSteps),
        changes: on('read', changes),
        forms: on('read', forms),
        communities: on('read', communities.list),
        addCommunity: on('add-community', communities.add),
        changeCommunity: on('communities', communities.change),
        addBuildings: on('communities', communities.addBuildings),
        changeBuilding: on('communities', communities.changeBuilding),
        removeBuilding: on('communities', communities.removeBuilding),
        keepRobot: on('robots', channels.keepRobot),
        posts: on('read', posts.list),
        addPost: on('posts', posts.add),
        changePost: on('posts', posts.change),
        removePost: on('posts', posts.remove),
        staff: on('read', people.list),
        addStaff: on('staff', people.add),
        changeStaff: on('staff', people.change),
        accounts: on('staff', freeAccounts),
        categories: on('read', categories.list),
        addCategory: on('categories', categories.add),
        orderCategories: on('categories', categories.order),
        changeCategory: on('categories', categories.change),
        removeCategory: on('categories', categories.remove),
        channels: on('read', channels.list),
        testChannel: on('test-channel', channels.test),
      };
    },
  },
});
