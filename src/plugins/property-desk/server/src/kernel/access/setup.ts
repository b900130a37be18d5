import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Kernel } from '../kernel';
import type { Module } from '../module';
import { strapiRoleCode, type RoleDefinition } from './roles';

const PLUGIN = 'property-desk';
const uid = (right: string) => `plugin::${PLUGIN}.${right}`;

/** Every right of the product: one for each workflow action of staff, and the modules' own. */
export interface Right {
  name: string;
  /** Groups it on the Roles screen. */
  group: string;
  displayName: string;
  roles: string[];
}

/** The rights that the tables and the modules bring. */
export const rightsOf = (modules: Module[], label: (key: string) => string): Right[] => [
  ...modules.flatMap((module) =>
    (module.cases ?? []).flatMap((definition) => [
      {
        name: `${definition.name}.read`,
        group: label(`case.${definition.name}`),
        displayName: label('right.read'),
        // Whoever acts sees, and so does the manager, who answers for all of it.
        roles: [
          ...new Set([
            'manager',
            ...(definition.readers ?? []),
            ...Object.values(definition.actions).flatMap(({ who }) => who.staff ?? []),
          ]),
        ],
      },
      ...Object.entries(definition.actions)
        .filter(([, { who }]) => who.staff)
        .map(([name, { who }]) => ({
          name: `${definition.name}.${name}`,
          group: label(`case.${definition.name}`),
          displayName: label(`${definition.name}.action.${name}`),
          roles: who.staff as string[],
        })),
    ])
  ),
  ...modules.flatMap((module) =>
    Object.entries(module.rights ?? {}).map(([name, roles]) => ({
      name,
      group: label(`right.group.${module.name}`),
      displayName: label(`right.${name}`),
      roles,
    }))
  ),
];

/** Shows the rights on Strapi's Roles screen. */
export const registerRights = async (strapi: Core.Strapi, rights: Right[]) =>
  strapi.service('admin::permission').actionProvider.registerMany(
    rights.map(({ name, group, displayName }) => ({
      section: 'plugins',
      displayName,
      uid: name,
      subCategory: group,
      pluginName: PLUGIN,
    }))
  );

/** What this installation has been given already: never given twice, so that what people change stays changed. */
interface Given {
  roles: string[];
  rights: string[];
  frontEnd: string[];
  /** Rooms that have written what they begin with. */
  begun: string[];
  /** `role subject` of the Content Manager, and `role uid` of what other plugins bring. */
  subjects: string[];
}

const NOTHING: Given = { roles: [], rights: [], frontEnd: [], begun: [], subjects: [] };

/** A right without fields and conditions. */
const plain = (action: string) => ({ action, subject: null, properties: {}, conditions: [] });

const givenStore = (strapi: Core.Strapi) => strapi.store({ type: 'plugin', name: PLUGIN, key: 'given' });

/** Rights on all that a role may see of a type: not what is private, nor relations to what it may not look up, which would show as bare ids. */
const contentManagerRights = (
  strapi: Core.Strapi,
  subject: string,
  may: readonly string[],
  looksUp: Record<string, unknown>
) => {
  const { attributes } = strapi.contentType(subject as never) as {
    attributes: Record<string, { private?: boolean; target?: string }>;
  };
  const named = ({ target }: { target?: string }) => !target?.startsWith(`plugin::${PLUGIN}.`) || target in looksUp;
  const fields = Object.keys(attributes).filter(
    (name) =>
      !attributes[name].private &&
      named(attributes[name]) &&
      !['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale'].includes(name)
  );
  return may.map((verb) => ({
    action: `plugin::content-manager.explorer.${verb}`,
    subject,
    properties: { fields },
    conditions: [],
  }));
};

/**
 * Makes the roles and grants each right once: on first start, and after an upgrade for what is new in it. A role or
 * a right that people removed since is not brought back. Strapi's own roles come first: made on an empty database
 * after ours, there would never be a Super Admin.
 */
export const giveOnce = async (strapi: Core.Strapi, roles: RoleDefinition[], rights: Right[]) => {
  await strapi.service('admin::role').createRolesIfNoneExist();
  const store = givenStore(strapi);
  const given: Given = { ...NOTHING, ...((await store.get()) as Partial<Given> | null) };
  const roleService = strapi.service('admin::role');
  const permissions = strapi.service('admin::permission');

  for (const definition of roles) {
    const code = strapiRoleCode(definition.code);
    const beside = [
      ...Object.entries(definition.contentManager ?? {}).map(([subject, may]) => ({
        mark: `${definition.code} ${subject}`,
        rights: () => contentManagerRights(strapi, subject, may, definition.contentManager ?? {}),
      })),
      ...(definition.others ?? []).map((action) => ({
        mark: `${definition.code} ${action}`,
        rights: () => [plain(action)],
      })),
    ];
    let role = await roleService.findOne({ code });
    if (!given.roles.includes(definition.code)) {
      given.roles.push(definition.code);
      // A role of this code that was there before us keeps what it may look at.
      if (role) given.subjects = [...given.subjects, ...beside.map(({ mark }) => mark)];
      role ??= await strapi.db
        .query('admin::role')
        .create({ data: { code, name: definition.name, description: definition.description } });
    }
    for (const { mark, rights: which } of beside.filter((each) => !given.subjects.includes(each.mark))) {
      if (role) await permissions.createMany(which().map((right) => ({ ...right, role: role.id })));
      given.subjects = [...given.subjects, mark];
    }
  }

  for (const right of rights.filter(({ name }) => !given.rights.includes(name))) {
    for (const code of right.roles) {
      const role = await roleService.findOne({ code: strapiRoleCode(code) });
      if (role) {
        await permissions.createMany([{ ...plain(uid(right.name)), role: role.id }]);
      }
    }
    given.rights.push(right.name);
  }
  await store.set({ value: given });
};

/** Lets each room write what an installation begins with, once. */
export const beginOnce = async (strapi: Core.Strapi, kernel: Kernel, trx: Knex.Transaction, modules: Module[]) => {
  const store = givenStore(strapi);
  const given: Given = { ...NOTHING, ...((await store.get()) as Partial<Given> | null) };
  for (const { name, begins } of modules) {
    if (!begins || given.begun.includes(name)) continue;
    await begins(kernel, trx);
    given.begun.push(name);
  }
  await store.set({ value: given });
};

/** Grants a front-end role of users-permissions the calls that residents or strangers make, each once. */
export const giveFrontEndOnce = async (
  strapi: Core.Strapi,
  calls: string[],
  type: 'authenticated' | 'public' = 'authenticated'
) => {
  if (!strapi.plugin('users-permissions')) return;
  const store = givenStore(strapi);
  const given: Given = { ...NOTHING, ...((await store.get()) as Partial<Given> | null) };
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type } });
  if (!role) return;
  const mark = (call: string) => (type === 'public' ? `public:${call}` : call);
  for (const call of calls.filter((name) => !given.frontEnd.includes(mark(name)))) {
    const action = uid(call);
    const there = await strapi.db
      .query('plugin::users-permissions.permission')
      .findOne({ where: { action, role: role.id } });
    if (!there)
      await strapi.db.query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
    given.frontEnd.push(mark(call));
  }
  await store.set({ value: given });
};
