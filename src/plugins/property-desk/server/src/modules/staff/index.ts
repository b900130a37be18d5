import type { Context } from 'koa';
import { kernelOf } from '../../kernel/kernel';
import { staffHandler } from '../../kernel/api/handler';
import { defineModule } from '../../kernel/module';
import { bodyOf, noFurther } from '../../kernel/api/respond';
import building from './content-types/building/schema.json';
import community from './content-types/community/schema.json';
import post from './content-types/post/schema.json';
import staffMember from './content-types/staff-member/schema.json';
import { STAFF_EVIDENCE } from './evidence';
import { beginWithPosts } from './first-posts';
import { handOver, keepUntilHandedOver } from './handover';
import { communityOptions, staffOptions, buildingOptions } from './options';
import { keepOrganisation } from './organisation';
import {
  colleague,
  colleagues,
  COMMUNITY_UID,
  holders,
  personById,
  residentsOf,
  residentsStamp,
  staffOf,
  staffStamp,
} from './queries';
import { ROLES } from './roles';

export { monthPaper, type MonthOf, type MonthPaper } from './month-paper';
export { officeOf, type Office } from './office';
export { communityParam } from './options';
export { reportingOf } from './organisation';
export { BUILDING_UID, burdensOf, colleagues, COMMUNITY_UID, POST_UID, STAFF_UID, staffWithin } from './queries';

/** Staff, posts and communities (article 4). */
export const staff = defineModule({
  name: 'staff',
  contentTypes: {
    community: { schema: community },
    building: { schema: building },
    post: { schema: post },
    'staff-member': { schema: staffMember },
  },
  // Whoever knows a robot's address can speak in its group.
  confidential: { [COMMUNITY_UID]: { wecomRobot: { kind: 'text' } } },
  roles: ROLES,
  evidence: STAFF_EVIDENCE,
  begins: beginWithPosts,
  rights: { 'staff.hand-over': ['manager', 'supervisor'] },
  adminRoutes: [
    { method: 'GET', path: '/options/communities', handler: 'staff.communities' },
    { method: 'GET', path: '/options/buildings', handler: 'staff.buildings' },
    { method: 'GET', path: '/options/staff', handler: 'staff.colleagues' },
    { method: 'POST', path: '/staff/:documentId/hand-over', handler: 'staff.handOver' },
  ],
  controllers: {
    staff: ({ strapi }) => ({
      communities: staffHandler(strapi, null, async (kernel, actor) => ({
        data: await communityOptions(kernel, actor),
      })),
      buildings: staffHandler(strapi, null, async (kernel, actor, ctx) => ({
        data: await buildingOptions(kernel, actor, ctx),
      })),
      colleagues: staffHandler(strapi, null, async (kernel, actor, ctx) => ({
        data: await staffOptions(kernel, actor, ctx),
      })),
      handOver: staffHandler(strapi, 'staff.hand-over', async (kernel, actor, ctx: Context) => {
        const { to, ...rest } = bodyOf(ctx);
        noFurther(rest);
        return { data: { cases: await handOver(kernel, ctx.params.documentId as string, to, actor) } };
      }),
    }),
  },
  bootstrap(strapi) {
    const kernel = kernelOf(strapi);
    kernel.keepDirectory({
      staffOf: (user, connection) => staffOf(kernel, user.id, connection),
      residentsOf: (user) => residentsOf(kernel, user.id),
      stamp: { staff: (user) => staffStamp(kernel, user), resident: residentsStamp },
      holders: (connection, role, inCommunity) => holders(kernel, connection, role, inCommunity),
      colleagues: (connection, inCommunity) => colleagues(kernel, inCommunity, undefined, connection),
      person: (connection, id) => personById(connection, id),
      colleague: (connection, id, inCommunity) => colleague(kernel, connection, id, inCommunity),
    });
    keepUntilHandedOver(strapi);
    keepOrganisation(strapi);
  },
});
