import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import supertest from 'supertest';

/** Password of everybody whom the harness creates. */
export const PASSWORD = 'Correct-Horse-7';

/** It as bcrypt keeps it, at the least cost that there is: Strapi's own takes a tenth of a second to make and to check. */
const KEPT_PASSWORD = '$2a$04$04Bit516o/saJ.OEHgjk4eAHUB4v2UF1YNDA3pyNYK6hLFMugOR6.';

/** Sends requests as one person or machine. */
export type Client = ReturnType<typeof supertest.agent>;

/** Somebody who can log in, or a token, with a client that sends requests as them. */
export interface Person {
  id: number;
  email: string;
  /** Bearer token. */
  token: string;
  /** `await person.client.get('/property-desk/desk').expect(200)` */
  client: Client;
}

/** An API token of the content API and its client. */
export interface Machine {
  id: number;
  name: string;
  token: string;
  client: Client;
}

/** Makes people and machines in one booted desk. */
export interface People {
  /** The super admin `admin@test.local`, made on the first call and logged in anew on each. */
  superAdmin(): Promise<Person>;
  /** An admin user with a Strapi role code (`property-desk-receptionist`, or short: `receptionist`), logged in over HTTP. */
  admin(role: string, who?: { email?: string; firstname?: string; lastname?: string }): Promise<Person>;
  /** Logs an existing admin user in over `POST /admin/login` and answers the bearer token. */
  adminToken(email: string, password?: string): Promise<string>;
  /** A users-permissions user of the role `authenticated`, logged in over `POST /api/auth/local`. */
  user(who?: { email?: string; username?: string }): Promise<Person>;
  /** An API token: full access, or `custom` with permissions such as `plugin::property-desk.integration.openTicket`. */
  apiToken(options?: { name?: string; permissions?: string[] }): Promise<Machine>;
  /** A client that sends this bearer token; without one, an anonymous client. */
  client(token?: string): Client;
}

const SUPER_ADMIN = 'strapi-super-admin';

const address = (label: string) => `${label}-${randomUUID().slice(0, 8)}@test.local`;

/** Binds the helpers to a running desk. */
export function peopleOf(strapi: Core.Strapi): People {
  const server = strapi.server.httpServer;

  const client = (token?: string): Client => {
    const agent = supertest.agent(server);
    return token ? agent.set('Authorization', `Bearer ${token}`) : agent;
  };

  const post = async (path: string, body: object) => {
    const response = await supertest(server).post(path).send(body);
    if (response.status !== 200) throw new Error(`POST ${path} answered ${response.status}: ${response.text}`);
    return response.body;
  };

  const adminToken = async (email: string, password = PASSWORD): Promise<string> =>
    (await post('/admin/login', { email, password })).data.token;

  const roleId = async (role: string): Promise<number> => {
    const roles: { id: number; code: string }[] = await strapi.db.query('admin::role').findMany();
    const found = roles.find(({ code }) => code === role || code === `property-desk-${role}`);
    if (!found) throw new Error(`No admin role "${role}"; there are: ${roles.map(({ code }) => code).join(', ')}`);
    return found.id;
  };

  const keepPassword = (uid: 'admin::user' | 'plugin::users-permissions.user', id: number) =>
    strapi.db.query(uid).update({ where: { id }, data: { password: KEPT_PASSWORD } });

  const admin: People['admin'] = async (role, who = {}) => {
    const email = who.email ?? address(role);
    const { id } = await strapi.service('admin::user').create({
      email,
      firstname: who.firstname ?? role,
      lastname: who.lastname ?? 'Test',
      isActive: true,
      registrationToken: null,
      roles: [await roleId(role)],
    });
    await keepPassword('admin::user', id);
    const token = await adminToken(email);
    return { id, email, token, client: client(token) };
  };

  return {
    client,
    adminToken,
    admin,
    async superAdmin() {
      const email = 'admin@test.local';
      const known = await strapi.db.query('admin::user').findOne({ where: { email } });
      if (!known) return admin(SUPER_ADMIN, { email });
      const token = await adminToken(email);
      return { id: known.id, email, token, client: client(token) };
    },
    async user(who = {}) {
      const email = who.email ?? address('resident');
      const role = await strapi.db
        .query('plugin::users-permissions.role')
        .findOne({ where: { type: 'authenticated' } });
      const { id } = await strapi
        .plugin('users-permissions')
        .service('user')
        .add({
          username: who.username ?? email,
          email,
          provider: 'local',
          confirmed: true,
          role: role.id,
        });
      await keepPassword('plugin::users-permissions.user', id);
      const { jwt } = await post('/api/auth/local', { identifier: email, password: PASSWORD });
      return { id, email, token: jwt, client: client(jwt) };
    },
    async apiToken({ name = `token-${randomUUID().slice(0, 8)}`, permissions } = {}) {
      const { id, accessKey } = await strapi.service('admin::api-token-content-api').create({
        name,
        description: '',
        lifespan: null,
        ...(permissions ? { type: 'custom', permissions } : { type: 'full-access' }),
      });
      return { id, name, token: accessKey, client: client(accessKey) };
    },
  };
}
