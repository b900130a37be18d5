import type { CheckName, SettingCheck, StepDone } from '../../../../contracts';

/** What of a community decides whether something is set up. */
export interface CommunityFacts {
  name: string;
  buildings: number;
  households: number;
  /** Roles of its active staff. */
  roles: string[];
  /** Address, telephone and office hours are there, as letterheads and mail name them. */
  letterhead: boolean;
  robot: boolean;
  /** A policy has been promulgated. */
  policy: boolean;
}

/** What the record says of everything that is set up. */
export interface SetUp {
  communities: CommunityFacts[];
  /** Whether a repair has ever come in. */
  ticket: boolean;
  /** Active staff: whether they can log in, and with the Strapi role of their post. */
  staff: { name: string; login: boolean; roleFits: boolean }[];
  ticketCategories: number;
  complaintCategories: number;
  mail: 'on' | 'off' | 'files';
  sms: 'on' | 'off' | 'files';
}

const NAMED = 10;

/**
 * The first steps. Each is done once it holds for every community: a second community begins anew. Whoever has none
 * has done nothing yet.
 */
export const stepsOf = ({ communities, ticket }: Pick<SetUp, 'communities' | 'ticket'>): StepDone[] => {
  const all = (holds: (community: CommunityFacts) => boolean) => communities.length > 0 && communities.every(holds);
  return [
    { step: 'community', done: communities.length > 0 },
    { step: 'buildings', done: all(({ buildings }) => buildings > 0) },
    { step: 'households', done: all(({ households }) => households > 0) },
    { step: 'staff', done: all(({ roles }) => roles.length > 0) },
    { step: 'policy', done: all(({ policy }) => policy) },
    { step: 'ticket', done: communities.length > 0 && ticket },
  ];
};

const among = <T extends { name: string }>(
  check: CheckName,
  all: T[],
  holds: (each: T) => boolean,
  otherwise: 'missing' | 'advice'
): SettingCheck => {
  const lacking = all.filter((each) => !holds(each));
  return {
    check,
    state: lacking.length === 0 ? 'done' : otherwise,
    count: all.length - lacking.length,
    of: all.length,
    lacking: lacking.slice(0, NAMED).map(({ name }) => name),
  };
};

const whether = (check: CheckName, holds: boolean, otherwise: 'missing' | 'advice', count = Number(holds)) => ({
  check,
  state: holds ? ('done' as const) : otherwise,
  count,
  of: Math.max(count, 1),
  lacking: [],
});

/** Everything else that is looked at: `missing` stops work or breaks a promise of the policy, `advice` does not. */
export const checksOf = (setUp: SetUp): SettingCheck[] => {
  const { communities, staff } = setUp;
  return [
    among('letterheadFacts', communities, ({ letterhead }) => letterhead, 'advice'),
    // The hour of a major complaint is owed by supervisors, repairs by engineers.
    among(
      'supervisors',
      communities,
      ({ roles }) => roles.some((role) => ['supervisor', 'manager'].includes(role)),
      'missing'
    ),
    among('engineers', communities, ({ roles }) => roles.includes('engineer'), 'missing'),
    among('accounts', staff, ({ login }) => login, 'advice'),
    among('roles', staff, ({ roleFits }) => roleFits, 'missing'),
    whether('ticketCategories', setUp.ticketCategories > 0, 'missing', setUp.ticketCategories),
    whether('complaintCategories', setUp.complaintCategories > 0, 'missing', setUp.complaintCategories),
    whether('mail', setUp.mail === 'on', 'advice'),
    among('robots', communities, ({ robot }) => robot, 'advice'),
    whether('sms', setUp.sms === 'on', 'advice'),
  ];
};
