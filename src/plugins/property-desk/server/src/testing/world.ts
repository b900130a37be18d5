import { randomUUID } from 'node:crypto';
import { bootDesk, type BootOptions, type Desk, type Person } from '@harness';
import type { Kernel } from '../kernel/kernel';

const uid = (name: string) => `plugin::property-desk.${name}` as never;

/** A record as the document service answers it. */
export interface Doc {
  id: number;
  documentId: string;
  name: string;
  [attribute: string]: unknown;
}

/** A staff member who can log in. */
export interface Colleague extends Person {
  staff: Doc;
  role: string;
}

/** Two communities with people in every role; what a test of the desk needs to begin. */
export interface World {
  desk: Desk;
  kernel: Kernel;
  garden: Doc;
  river: Doc;
  building: Doc;
  household: Doc;
  neighbour: Doc;
  category: Doc;
  staff: Record<'manager' | 'supervisor' | 'specialist' | 'receptionist' | 'engineer' | 'engineer2', Colleague>;
  /** A receptionist, a supervisor and an engineer of the other community. */
  elsewhere: Record<'supervisor' | 'receptionist' | 'engineer', Colleague>;
  create(type: string, data: Record<string, unknown>): Promise<Doc>;
  /** Makes an admin user with a role, and the staff record with a post of that role. */
  hire(role: string, communities: Doc[], name?: string): Promise<Colleague>;
  /** Makes a front-end user who is a verified resident of a household. */
  settle(household: Doc, name?: string, telephone?: string): Promise<Person & { resident: Doc }>;
  /** The input of `register` for the first household. */
  call(more?: Record<string, unknown>): Record<string, unknown>;
}

/** Boots a desk and furnishes it. The clock's cron is off: tests call `kernel.tick()` themselves. */
export const bootWorld = async (options: BootOptions = {}): Promise<World> => {
  const desk = await bootDesk({
    ...options,
    configure: (strapi) => {
      strapi.config.set('plugin::property-desk.sweepEvery', null);
      return options.configure?.(strapi);
    },
  });
  return furnish(desk);
};

/** Furnishes a desk that is running. */
export const furnish = async (desk: Desk): Promise<World> => {
  const { strapi } = desk;
  const create = async (type: string, data: Record<string, unknown>) =>
    (await strapi.documents(uid(type)).create({ data } as never)) as unknown as Doc;

  const garden = await create('community', {
    name: '阳光花园',
    companyName: '阳光物业服务有限公司',
    telephone: '021-55551234',
  });
  const river = await create('community', { name: '滨江苑', companyName: '阳光物业服务有限公司' });
  const building = await create('building', { community: garden.documentId, code: '3', name: '3栋', floors: 18 });
  const other = await create('building', { community: river.documentId, code: '1', name: '1栋', floors: 6 });
  const household = await create('household', {
    community: garden.documentId,
    building: building.documentId,
    unit: '2',
    room: '501',
  });
  const neighbour = await create('household', {
    community: garden.documentId,
    building: building.documentId,
    unit: '2',
    room: '502',
  });
  await create('household', { community: river.documentId, building: other.documentId, unit: '1', room: '101' });
  const posts = new Map<string, Doc>();
  const category = await create('ticket-category', {
    name: '水电',
    code: `plumbing-${randomUUID().slice(0, 6)}`,
    active: true,
  });

  const hire = async (role: string, communities: Doc[], name = role): Promise<Colleague> => {
    const post = posts.get(role) ?? (await create('post', { name: role, role }));
    posts.set(role, post);
    const person = await desk.admin(role, { firstname: name });
    const staff = await create('staff-member', {
      name,
      post: post.documentId,
      user: person.id,
      communities: communities.map(({ documentId }) => documentId),
      active: true,
    });
    return { ...person, staff, role };
  };

  const settle = async (home: Doc, name = '王小明', telephone = '13800005678') => {
    const user = await desk.user();
    const resident = await create('resident', {
      name,
      household: home.documentId,
      kind: 'owner',
      telephone,
      user: user.id,
      verified: true,
    });
    return { ...user, resident };
  };

  const staff = {
    manager: await hire('manager', [garden]),
    supervisor: await hire('supervisor', [garden]),
    specialist: await hire('specialist', [garden]),
    receptionist: await hire('receptionist', [garden]),
    engineer: await hire('engineer', [garden], '赵师傅'),
    engineer2: await hire('engineer', [garden], '钱师傅'),
  };
  const elsewhere = {
    supervisor: await hire('supervisor', [river]),
    receptionist: await hire('receptionist', [river]),
    engineer: await hire('engineer', [river]),
  };

  return {
    desk,
    kernel: desk.kernel as Kernel,
    garden,
    river,
    building,
    household,
    neighbour,
    category,
    staff,
    elsewhere,
    create,
    hire,
    settle,
    call: (more = {}) => ({
      community: garden.documentId,
      household: household.documentId,
      reporterName: '王小明',
      contactTelephone: '13800005678',
      category: category.documentId,
      description: '厨房水管漏水',
      source: 'phone',
      priority: 'ordinary',
      ...more,
    }),
  };
};
