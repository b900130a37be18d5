import type { Context } from 'koa';
import type { FirstSteps, SettingsOverview } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { strapiRoleCode } from '../../kernel/access/roles';
import { onlyParams } from '../../kernel/api/respond';
import type { Kernel } from '../../kernel/kernel';
import { DEFAULT_VERSION } from '../../kernel/rulebook/rulebook';
import { COMPLAINT_CATEGORY_UID } from '../complaint';
import { BUILDING_UID, POST_UID, STAFF_UID } from '../staff';
import { CATEGORY_UID } from '../ticket';
import { communitiesOf } from './communities';
import { activeStaffIn, anyTicket, householdsIn, loginsOf } from './queries';
import { checksOf, stepsOf, type CommunityFacts, type SetUp } from './steps';

/** What the record says, of the actor's communities. */
const factsOf = async (kernel: Kernel, actor: Actor): Promise<SetUp> => {
  const { rows, rulebook, strapi, outbox } = kernel;
  const { connection } = strapi.db;
  const own = await communitiesOf(kernel, actor);
  const buildings = await rows.find(connection, BUILDING_UID, {});
  const households = await householdsIn(kernel);
  const staffIn = await activeStaffIn(kernel);
  const staff = await rows.byIds(
    connection,
    STAFF_UID,
    own.flatMap(({ id }) => staffIn.get(id) ?? [])
  );
  const posts = await rows.byIds(
    connection,
    POST_UID,
    [...staff.values()].map(({ post }) => post)
  );
  const roleOf = (id: number) => posts.get(staff.get(id)?.post as number)?.role as string | undefined;
  const communities: CommunityFacts[] = [];
  for (const row of own)
    communities.push({
      name: row.name as string,
      buildings: buildings.filter(({ community }) => community === row.id).length,
      households: households.get(row.id) ?? 0,
      roles: (staffIn.get(row.id) ?? []).flatMap((id) => roleOf(id) ?? []),
      letterhead: Boolean(row.address && row.telephone && row.officeHours),
      robot: Boolean(row.wecomRobot),
      policy: (await rulebook.of(row.id, connection)).version !== DEFAULT_VERSION,
    });
  const logins = await loginsOf(
    kernel,
    [...staff.values()].map(({ user }) => user).filter((user): user is number => typeof user === 'number')
  );
  const active = async (uid: string) => (await rows.find(connection, uid, { active: true })).length;
  return {
    communities,
    ticket: await anyTicket(kernel, actor.communities),
    staff: [...staff.values()].map(({ id, name, user }) => {
      const login = logins.get(user as number);
      const role = roleOf(id);
      return {
        name: name as string,
        login: login?.active === true,
        roleFits: !login || !role || login.roles.includes(strapiRoleCode(role)),
      };
    }),
    ticketCategories: await active(CATEGORY_UID),
    complaintCategories: await active(COMPLAINT_CATEGORY_UID),
    mail: outbox.stateOf('mail')?.mode ?? 'off',
    sms: outbox.stateOf('sms')?.mode ?? 'off',
  };
};

/** `GET /settings/overview`: what is set up and what is missing. */
export const overview = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: SettingsOverview }> => {
  onlyParams(ctx, []);
  const facts = await factsOf(kernel, actor);
  return { data: { steps: stepsOf(facts), checks: checksOf(facts) } };
};

/** `GET /settings/first-steps`: the same to begin with, for everybody's first page; who sets nothing up has no steps. */
export const firstSteps = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: FirstSteps }> => {
  onlyParams(ctx, []);
  return { data: { steps: actor.can('settings.read') ? stepsOf(await factsOf(kernel, actor)) : [] } };
};
