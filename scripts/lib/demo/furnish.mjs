import { factsOf, fillFiles, recordOf } from './household-files.mjs';
import { ADMIN, BUILDINGS, COMMUNITY, LOGINS, neighbours, POSTS, STAFF } from './people.mjs';
import { COMPLAINT_CATEGORIES } from './matters.mjs';
import { KEYS } from './loans.mjs';
import { random } from './random.mjs';
import { CATEGORIES } from './repairs.mjs';

const PLUGIN = 'plugin::property-desk';

/**
 * Makes everything that is there before the first call comes in: community, buildings, posts, staff with their
 * logins, categories, households with their residents, all of it older than the first call. Answers what the stories
 * need of it.
 */
export async function furnish(strapi, password, since) {
  const create = (type, data) => strapi.documents(`${PLUGIN}.${type}`).create({ data });
  // A desk begins with posts and categories of its own: those of the same name become the demo's.
  const keep = async (type, data) => {
    const documents = strapi.documents(`${PLUGIN}.${type}`);
    const there = await documents.findFirst({ filters: { name: data.name } });
    return there ? documents.update({ documentId: there.documentId, data }) : documents.create({ data });
  };

  const community = await create('community', COMMUNITY);
  const buildings = {};
  for (const building of BUILDINGS) {
    buildings[building.code] = await create('building', { ...building, community: community.documentId });
  }

  const posts = {};
  for (const [key, { reportsTo, ...post }] of Object.entries(POSTS)) {
    posts[key] = await keep('post', { ...post, ...(reportsTo && { reportsTo: posts[reportsTo].documentId }) });
  }

  await adminUser(strapi, ADMIN, 'strapi-super-admin', password);
  const staff = {};
  let extension = 1;
  for (const [key, person] of Object.entries(STAFF)) {
    const { role } = POSTS[person.post];
    const user = await adminUser(strapi, person, `property-desk-${role}`, password);
    const record = await create('staff-member', {
      name: person.lastname + person.firstname,
      post: posts[person.post].documentId,
      user: user.id,
      communities: [community.documentId],
      telephone: `${COMMUNITY.telephone}-80${extension++}`,
      active: true,
    });
    staff[key] = { ...record, user: user.id, role };
  }

  const categories = {};
  for (const [code, { name, hours, engineers }] of Object.entries(CATEGORIES)) {
    categories[code] = await keep('ticket-category', {
      name,
      code,
      hours,
      suggestedAssignees: engineers.map((key) => staff[key].documentId),
      active: true,
    });
  }

  const complaintCategories = {};
  for (const [code, name] of Object.entries(COMPLAINT_CATEGORIES)) {
    complaintCategories[code] = await keep('complaint-category', { name, code, active: true });
  }

  const logins = {};
  for (const { email, household } of LOGINS) logins[household] = await frontEndUser(strapi, email, password);
  const households = [];
  for (const [index, { key, building, unit, room, area, residents }] of neighbours(random(1)).entries()) {
    const { documentId, name } = await create('household', {
      community: community.documentId,
      building: buildings[building].documentId,
      unit,
      room,
      area,
      ...factsOf(staff, index, residents),
    });
    for (const { moved, ...resident } of residents) {
      const user = resident.kind === 'owner' ? logins[key] : undefined;
      await create('resident', {
        ...resident,
        ...recordOf(resident, index, since),
        household: documentId,
        ...(user && { user: user.id, verified: true }),
        ...(moved && { movedOutAt: since }),
      });
    }
    households.push({ key, documentId, name, building, residents: residents.filter(({ moved }) => !moved) });
  }
  const keys = {};
  for (const key of KEYS) keys[key.number] = await create('key', { ...key, community: community.documentId });
  await fillFiles(strapi.plugin('property-desk').service('kernel'), { community, households, staff }, since);
  await date(strapi, since);
  return {
    community,
    buildings,
    staff,
    categories,
    complaintCategories,
    households,
    keys,
    residents: Object.fromEntries(LOGINS.map(({ household }) => [household, logins[household]])),
  };
}

/** Strapi writes the machine's time into what it makes. */
async function date(strapi, since) {
  const dates = { createdAt: since, updatedAt: since, publishedAt: since };
  const { rows } = strapi.plugin('property-desk').service('kernel');
  const types = ['community', 'building', 'post', 'staff-member', 'ticket-category', 'complaint-category'];
  const parts = ['resident', 'vehicle', 'parking-space', 'key', 'renovation', 'household-paper'];
  for (const type of [...types, 'household', ...parts]) {
    const uid = `${PLUGIN}.${type}`;
    await strapi.db.connection(rows.table(uid).name).update(rows.toColumns(uid, dates));
  }
}

async function adminUser(strapi, { email, firstname, lastname }, roleCode, password) {
  const role = await strapi.db.query('admin::role').findOne({ where: { code: roleCode } });
  return strapi.service('admin::user').create({
    email,
    firstname,
    lastname,
    password,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
}

/** An account of a front-end site. */
export async function frontEndUser(strapi, email, password) {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } });
  return strapi
    .plugin('users-permissions')
    .service('user')
    .add({ username: email.split('@')[0], email, password, provider: 'local', confirmed: true, role: role.id });
}
