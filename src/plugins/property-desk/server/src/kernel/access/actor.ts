import type { Knex } from 'knex';

/** Where communities are kept. */
export const COMMUNITY_UID = 'plugin::property-desk.community';
/** Where staff are kept. */
export const STAFF_UID = 'plugin::property-desk.staff-member';

/** Who acts. Communities are numeric ids; `all` is a super admin without a staff record, or the system. */
export interface Actor {
  kind: 'staff' | 'resident' | 'token' | 'system';
  name: string;
  /** Role code of the post; what role obligations are matched with. */
  role: string | null;
  communities: number[] | 'all';
  /** Whether Strapi's RBAC (staff) or scopes (others, checked at the route) allow a right such as `ticket.dispatch`. */
  can(right: string): boolean;
  staff?: { id: number; documentId: string };
  /** The resident records of a front-end user, with the home of each, whose cases they may see. */
  residents?: {
    id: number;
    documentId: string;
    home: number;
    homeDocument: string;
    community: number;
    communityDocument: string;
  }[];
  /** Until when that stands: the first day on which one of them has moved out. */
  until?: Date | null;
  /** The front-end account behind the call, where it matters more than whose it is. */
  account?: { id: number; documentId: string };
  /** documentIds of cases that are somebody's own, whatever home they have: by a secret that they named, or their account. */
  holds?: string[];
  superAdmin?: boolean;
}

/** The clock, when it acts. */
export const SYSTEM: Actor = { kind: 'system', name: 'system', role: null, communities: 'all', can: () => true };

/** Whether an actor's communities hold this one. */
export const covers = (actor: Actor, community: number): boolean =>
  actor.communities === 'all' || actor.communities.includes(community);

/** A person who can be told something. */
export interface Person {
  id: number;
  documentId: string;
  name: string;
  email: string | null;
  role: string;
}

/** Who people are: kept by the room that keeps staff, used by the kernel. */
export interface Directory {
  /** The staff member behind an admin user, or null where there is none. Inside a transaction pass its `connection`. */
  staffOf(
    adminUser: { id: number | string; roles?: { code: string }[] },
    connection?: Knex
  ): Promise<Omit<Actor, 'can'> | null>;
  /** The front-end user's verified resident records. */
  residentsOf(user: {
    id: number | string;
  }): Promise<Pick<Actor, 'name' | 'residents' | 'communities' | 'until'> | null>;
  /**
   * SQL of one value that changes whenever `staffOf`, or `residentsOf`, would answer something else.
   * @param user SQL of the user's id
   */
  stamp: Record<'staff' | 'resident', (user: string) => string>;
  /** Active staff members who hold a role in a community. */
  holders(connection: Knex, role: string, community: number): Promise<Person[]>;
  /** Active staff members who work in a community. */
  colleagues(connection: Knex, community: number): Promise<Person[]>;
  /** One active staff member, or null. */
  person(connection: Knex, id: number): Promise<Person | null>;
  /** The same, only if they work in this community. */
  colleague(connection: Knex, id: number, community: number): Promise<Person | null>;
}
