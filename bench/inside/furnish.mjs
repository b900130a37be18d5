/** Password of everybody in the bench. */
export const PASSWORD = 'Correct-Horse-7';

const desk = (name) => `plugin::property-desk.${name}`;

const HOUSEHOLDS = 40;
const CATEGORIES = 8;
const STAFF = ['manager', 'supervisor', 'specialist', 'receptionist', 'engineer'];

/** The community, its households and people; the rights that the stock rivals need. Answers who is who. */
export const furnish = async (strapi) => {
  const create = (type, data) => strapi.documents(desk(type)).create({ data });
  const community = await create('community', { name: '阳光花园', companyName: '阳光物业服务有限公司' });
  const building = await create('building', {
    community: community.documentId,
    code: '3',
    name: '3栋',
    floors: 25,
  });
  const households = [];
  for (let n = 0; n < HOUSEHOLDS; n += 1) {
    const room = `${1 + Math.floor(n / 8)}0${1 + (n % 8)}`;
    households.push(
      await create('household', { community: community.documentId, building: building.documentId, unit: '2', room })
    );
  }
  const categories = [];
  for (let n = 0; n < CATEGORIES; n += 1)
    categories.push(await create('ticket-category', { name: `类别${n}`, code: `kind-${n}`, active: true }));

  const staff = {};
  for (const role of STAFF) {
    const post = await create('post', { name: role, role });
    const { id: roleId } = await strapi.db.query('admin::role').findOne({ where: { code: `property-desk-${role}` } });
    const email = `${role}@bench.local`;
    const user = await strapi.service('admin::user').create({
      email,
      firstname: role,
      lastname: 'Bench',
      password: PASSWORD,
      isActive: true,
      registrationToken: null,
      roles: [roleId],
    });
    const member = await create('staff-member', {
      name: role,
      post: post.documentId,
      user: user.id,
      communities: [community.documentId],
      active: true,
    });
    staff[role] = { email, id: Number(member.id), documentId: member.documentId };
    if (role === 'receptionist') await grantStock(strapi, roleId);
  }
  const resident = await makeResident(strapi, create, households[0]);
  const short = ({ id, documentId, name }) => ({ id: Number(id), documentId, name });
  return {
    community: short(community),
    building: short(building),
    households: households.map(short),
    categories: categories.map(short),
    staff,
    resident,
  };
};

/** A staff role may do with the stock ticket, in the Content Manager, what it may do with ours at the desk. */
const grantStock = async (strapi, role) => {
  const subject = 'api::stock-ticket.stock-ticket';
  const fields = Object.keys(strapi.contentType(subject).attributes).filter(
    (name) => !['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale'].includes(name)
  );
  await strapi.service('admin::permission').createMany(
    ['create', 'read'].map((verb) => ({
      action: `plugin::content-manager.explorer.${verb}`,
      subject,
      properties: { fields },
      conditions: [],
      role,
    }))
  );
};

const makeResident = async (strapi, create, household) => {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } });
  for (const action of [
    'api::stock-ticket.stock-ticket.create',
    'api::stock-ticket.stock-ticket.find',
    'api::bare.bare.empty',
    ...['community.find', 'building.find', 'household.find', 'ticket-category.find'].map(desk),
  ])
    await strapi.db.query('plugin::users-permissions.permission').create({ data: { action, role: role.id } });
  const email = 'resident@bench.local';
  const user = await strapi.plugin('users-permissions').service('user').add({
    username: email,
    email,
    password: PASSWORD,
    provider: 'local',
    confirmed: true,
    role: role.id,
  });
  await create('resident', {
    name: '王小明',
    household: household.documentId,
    kind: 'owner',
    telephone: '13800005678',
    user: user.id,
    verified: true,
  });
  return { email };
};
