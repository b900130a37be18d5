import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { COMMUNITY_UID, STAFF_UID, type Actor, type Person } from '../../kernel/access/actor';
import type { Kernel } from '../../kernel/kernel';

export { COMMUNITY_UID, STAFF_UID };
export const BUILDING_UID = 'plugin::property-desk.building';
export const POST_UID = 'plugin::property-desk.post';

interface Link {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
}

const linkOf = ({ strapi }: Kernel): Link =>
  (strapi.db.metadata.get(STAFF_UID).attributes.communities as unknown as { joinTable: Link }).joinTable;

const TABLES = {
  staff: 'pd_staff_members',
  posts: 'pd_posts',
  users: 'admin_users',
  residents: 'pd_residents',
  households: 'pd_households',
  communities: 'pd_communities',
};

/** The active staff member of an admin user, with role and communities, in one statement. */
export const staffOf = async (
  kernel: Kernel,
  userId: number | string,
  connection: Knex = kernel.strapi.db.connection
): Promise<Omit<Actor, 'can'> | null> => {
  const link = linkOf(kernel);
  const found = await connection({ s: TABLES.staff })
    .join({ p: TABLES.posts }, 'p.id', 's.post_id')
    .leftJoin({ l: link.name }, `l.${link.joinColumn.name}`, 's.id')
    .where({ 's.user_id': userId, 's.active': true })
    .select('s.id', 's.document_id', 's.name', 'p.role', { community: `l.${link.inverseJoinColumn.name}` });
  if (found.length === 0) return null;
  const [first] = found;
  return {
    kind: 'staff',
    name: first.name,
    role: first.role,
    staff: { id: Number(first.id), documentId: first.document_id },
    communities: found.map((row: { community: unknown }) => Number(row.community)).filter(Boolean),
  };
};

/**
 * The verified resident records of a front-end user who still lives there: whoever has moved out, or was to move out by
 * now, is nobody's resident any more.
 */
export const residentsOf = async (
  kernel: Kernel,
  userId: number | string
): Promise<Pick<Actor, 'name' | 'residents' | 'communities' | 'until'> | null> => {
  const now = kernel.clock.now();
  const found = await kernel.strapi.db
    .connection({ r: TABLES.residents })
    .join({ h: TABLES.households }, 'h.id', 'r.household_id')
    .join({ c: TABLES.communities }, 'c.id', 'h.community_id')
    .where({ 'r.user_id': userId, 'r.verified': true })
    .where((still) => still.whereNull('r.moved_out_at').orWhere('r.moved_out_at', '>', now))
    .orderBy('r.id')
    .select('r.id', 'r.document_id', 'r.name', {
      moved_out_at: 'r.moved_out_at',
      home: 'h.id',
      home_document: 'h.document_id',
      community: 'c.id',
      community_document: 'c.document_id',
    });
  if (found.length === 0) return null;
  const leaving = found
    .map((row: Record<string, unknown>) => row.moved_out_at as string | number | Date | null)
    .filter((at: string | number | Date | null) => at !== null)
    .map((at: string | number | Date) => new Date(at).getTime());
  return {
    name: found[0].name,
    until: leaving.length ? new Date(Math.min(...leaving)) : null,
    communities: [...new Set<number>(found.map((row: { community: unknown }) => Number(row.community)))],
    residents: found.map((row: Record<string, unknown>) => ({
      id: Number(row.id),
      documentId: row.document_id as string,
      home: Number(row.home),
      homeDocument: row.home_document as string,
      community: Number(row.community),
      communityDocument: row.community_document as string,
    })),
  };
};

/** {@link staffOf} in one value: its rows counted, the latest of them and the latest change. */
export const staffStamp = (kernel: Kernel, user: string): string => {
  const { name, joinColumn, inverseJoinColumn } = linkOf(kernel);
  return `(select count(*) || '.' || max(s.id) || '.' || max(s.updated_at) || '.' || max(p.id) || '.' || max(p.updated_at)
    || '.' || count(l.id) || '.' || coalesce(max(l.id), 0) || '.' || coalesce(sum(l.${inverseJoinColumn.name}), 0)
    from ${TABLES.staff} s join ${TABLES.posts} p on p.id = s.post_id
    left join ${name} l on l.${joinColumn.name} = s.id where s.user_id = ${user})`;
};

/** The same of {@link residentsOf}. */
export const residentsStamp = (user: string): string =>
  `(select count(*) || '.' || max(r.id) || '.' || max(r.updated_at) || '.' || max(h.updated_at) || '.' || max(c.updated_at)
    from ${TABLES.residents} r join ${TABLES.households} h on h.id = r.household_id
    join ${TABLES.communities} c on c.id = h.community_id where r.user_id = ${user})`;

const people = (connection: Knex) =>
  connection({ s: TABLES.staff })
    .join({ p: TABLES.posts }, 'p.id', 's.post_id')
    .leftJoin({ u: TABLES.users }, 'u.id', 's.user_id')
    .where({ 's.active': true })
    .orderBy('s.id')
    .select('s.id', 's.document_id', 's.name', 'p.role', 'u.email');

const person = (row: Record<string, unknown>): Person => ({
  id: Number(row.id),
  documentId: row.document_id as string,
  name: row.name as string,
  email: (row.email as string) ?? null,
  role: row.role as string,
});

const inCommunity = (kernel: Kernel, connection: Knex, community: number) => {
  const link = linkOf(kernel);
  return connection(link.name)
    .select(link.joinColumn.name)
    .where({ [link.inverseJoinColumn.name]: community });
};

/** Active staff who hold a role in a community. */
export const holders = async (kernel: Kernel, connection: Knex, role: string, community: number): Promise<Person[]> =>
  (
    await people(connection)
      .where({ 'p.role': role })
      .whereIn('s.id', inCommunity(kernel, connection, community))
  ).map(person);

/** One active staff member. */
export const personById = async (connection: Knex, id: number): Promise<Person | null> => {
  const [found] = await people(connection).where({ 's.id': id });
  return found ? person(found) : null;
};

/** Active staff of a community, all roles or some. */
export const colleagues = async (
  kernel: Kernel,
  community: number,
  roles?: string[],
  connection: Knex = kernel.strapi.db.connection
): Promise<Person[]> => {
  const query = people(connection).whereIn('s.id', inCommunity(kernel, connection, community));
  if (roles) query.whereIn('p.role', roles);
  return (await query).map(person);
};

/** One active staff member, if they work in a community. */
export const colleague = async (
  kernel: Kernel,
  connection: Knex,
  id: number,
  community: number
): Promise<Person | null> => {
  const [found] = await people(connection)
    .where({ 's.id': id })
    .whereIn('s.id', inCommunity(kernel, connection, community));
  return found ? person(found) : null;
};

/** The cases on which a staff member still owes something or is the handler, by type. */
export const burdensOf = async (
  kernel: Kernel,
  connection: Knex,
  staffId: number
): Promise<{ type: string; documentId: string }[]> => {
  const owed = await connection('pd_obligations')
    .where({ owner_staff_id: staffId })
    .whereNull('closed_at')
    .distinct('case_type', 'case_document_id');
  const burdens = new Map<string, { type: string; documentId: string }>(
    owed.map((row: { case_type: string; case_document_id: string }) => [
      row.case_document_id,
      { type: row.case_type, documentId: row.case_document_id },
    ])
  );
  for (const definition of kernel.definitions.values()) {
    if (!definition.handler) continue;
    const column = kernel.rows.column(definition.uid, definition.handler);
    const handled = await connection(kernel.rows.table(definition.uid).name)
      .where({ [column]: staffId })
      .whereNull('ended_at')
      .select('document_id');
    for (const row of handled) burdens.set(row.document_id, { type: definition.name, documentId: row.document_id });
  }
  return [...burdens.values()];
};

/** Staff members by a condition of Strapi's query engine, in whatever transaction is under way. */
export const staffWhere = (strapi: Core.Strapi, where: Record<string, unknown> | undefined) =>
  strapi.db.query(STAFF_UID).findMany({ select: ['id', 'name'], where });

/** Counts the posts that had been set up by an instant. */
export const postsSetUp = ({ strapi }: Kernel, by: Date): Knex.QueryBuilder =>
  strapi.db.connection(TABLES.posts).where('created_at', '<', by).count('*');

/** Counts the active staff of some communities, each once, who had been entered by an instant. */
export const activeStaff = (kernel: Kernel, communities: number[], by: Date): Knex.QueryBuilder => {
  const { connection } = kernel.strapi.db;
  const { name, joinColumn, inverseJoinColumn } = linkOf(kernel);
  const there = connection(name).select(joinColumn.name).whereIn(inverseJoinColumn.name, communities);
  return connection(TABLES.staff).where({ active: true }).where('created_at', '<', by).whereIn('id', there).count('*');
};

/** Posts by a condition of Strapi's query engine, in whatever transaction is under way. */
export const postsWhere = async (
  strapi: Core.Strapi,
  where: Record<string, unknown> | undefined
): Promise<{ id: number; name: string }[]> =>
  (await strapi.db.query(POST_UID).findMany({ select: ['id', 'name'], where })) as never;

/** How many staff members, active or not, hold a post. */
export const heldBy = async (connection: Knex, post: number): Promise<number> =>
  Number((await connection(TABLES.staff).where({ post_id: post }).count({ held: '*' }))[0].held);

/** The documentIds of the staff of some communities. */
export const staffWithin = (kernel: Kernel, communities: number[]): Knex.QueryBuilder => {
  const { connection } = kernel.strapi.db;
  const { name, joinColumn, inverseJoinColumn } = linkOf(kernel);
  return connection(TABLES.staff)
    .whereIn('id', connection(name).select(joinColumn.name).whereIn(inverseJoinColumn.name, communities))
    .select('document_id');
};
