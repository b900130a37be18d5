const desk = (name) => `plugin::property-desk.${name}`;

const PER_HOME = 3;
const PER_BUILDING = 160;
const PER_FLOOR = 8;
const TOGETHER = 200;
const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华慧建国梅玲志欣怡宇轩涵'];

const nameOf = (n) =>
  SURNAMES[n % SURNAMES.length] +
  GIVEN[Math.floor(n / SURNAMES.length) % GIVEN.length] +
  GIVEN[(n * 31 + Math.floor(n / 1000)) % GIVEN.length];
const telephoneOf = (n) => `138${String(n).padStart(8, '0')}`;
const plateOf = (n) => `沪${'ABCDEFGHJK'[n % 10]}${String((n * 7919) % 100_000).padStart(5, '0')}`;
const lastId = async (strapi, table) => Number((await strapi.db.connection(table).max({ id: 'id' }))[0].id);

/**
 * An archive of so many residents: three to a household, a car each, keys and parking spaces; one in ten has left. The
 * keys that they are found by are left out: the first search makes them, as after an update from an older version.
 * Answers what there is to look for, in each way.
 */
export const fillArchive = async (strapi, kernel, { residents, world }) => {
  const { rows, confidential } = kernel;
  const now = kernel.clock.now();
  const community = world.community.id;
  const fill = async (uid, count, row) => {
    const table = rows.table(uid).name;
    const before = await lastId(strapi, table);
    await strapi.db.connection.transaction(async (trx) => {
      for (let from = 0; from < count; from += TOGETHER)
        await trx(table).insert(
          Array.from({ length: Math.min(TOGETHER, count - from) }, (_, n) => rows.newRow(uid, row(from + n), now))
        );
    });
    return before + 1;
  };
  const homes = Math.ceil(residents / PER_HOME);
  const buildings = Math.ceil(homes / PER_BUILDING);
  const building = await fill(desk('building'), buildings, (n) => ({
    code: `${100 + n}`,
    name: `${100 + n}栋`,
    community,
  }));
  const placeOf = (n) => {
    const at = n % PER_BUILDING;
    return { house: Math.floor(n / PER_BUILDING), room: `${1 + Math.floor(at / PER_FLOOR)}0${1 + (at % PER_FLOOR)}` };
  };
  const home = await fill(desk('household'), homes, (n) => {
    const { house, room } = placeOf(n);
    return {
      community,
      building: building + house,
      unit: '1',
      room,
      roomKey: `${100 + house}-1-${room}`,
      name: `${100 + house}栋1单元${room}`,
      fileNumber: `DA-${100_000 + n}`,
      gaps: {},
      // As if they had been held against every requirement: nothing is to be looked at again while something is measured.
      requirements: '1111',
    };
  });
  await fill(desk('resident'), residents, (n) => {
    const documentId = `r${String(n).padStart(23, '0')}`;
    return {
      documentId,
      name: nameOf(n),
      household: home + Math.floor(n / PER_HOME),
      kind: n % PER_HOME ? 'family' : 'owner',
      verified: true,
      movedOutAt: n % 10 === 9 ? now : null,
      ...confidential.seal(desk('resident'), documentId, { telephone: telephoneOf(n) }, {}),
    };
  });
  await fill(desk('vehicle'), homes, (n) => ({ plate: plateOf(n), household: home + n }));
  for (const [type, letter] of [
    ['key', 'K'],
    ['parking-space', 'P'],
  ])
    await fill(desk(type), homes, (n) => ({
      number: `${letter}-${n}`,
      ...(type === 'key' ? { name: '进户门' } : {}),
      community,
      household: home + n,
    }));
  const some = Math.floor(homes / 2);
  const { house, room } = placeOf(some);
  return {
    telephone: telephoneOf(some * PER_HOME),
    room: `${100 + house}栋1单元${room}`,
    'room number': room,
    name: nameOf(some * PER_HOME),
    'beginning of a name': '王',
    initials: 'wx',
    'end of a plate': plateOf(some).slice(-4),
    'file number': `DA-${100_000 + some}`,
    key: `K-${some}`,
  };
};

/** Statistics, as the database gathers them in time. */
export const analyse = ({ db: { connection, dialect } }) =>
  connection.raw(dialect.client === 'postgres' ? 'vacuum analyze' : 'analyze');
