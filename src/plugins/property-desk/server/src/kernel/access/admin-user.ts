/** An admin user as Strapi's authentication leaves them in a request. */
export interface AdminUser {
  id: number;
  firstname?: string;
  lastname?: string;
  username?: string;
  email: string;
  roles?: { code: string }[];
}

const SUPER_ADMIN = 'strapi-super-admin';

/** The manager's stand-in: a super admin without a staff record acts as manager everywhere. */
export const isSuperAdmin = (user: AdminUser): boolean => user.roles?.some(({ code }) => code === SUPER_ADMIN) ?? false;

/** What an admin user without a staff record is called. */
export const nameOf = (user: AdminUser): string =>
  ([user.lastname, user.firstname].filter(Boolean).join('') || user.username || user.email).slice(0, 100);
