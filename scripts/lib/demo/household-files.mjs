import { pdfScan, pngScan } from './scans.mjs';

const PLUGIN = 'plugin::property-desk';
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const SIGNS = '10X98765432';
/** A region that there is not: nobody has a number that begins so. */
const NOWHERE = '990000';

/** An identity number that passes its check (GB 11643) and can be nobody's. */
export const demoIdentity = (index) => {
  const year = 1955 + (index % 45);
  const month = String(1 + (index % 12)).padStart(2, '0');
  const day = String(1 + (index % 28)).padStart(2, '0');
  const body = `${NOWHERE}${year}${month}${day}${String(index % 1000).padStart(3, '0')}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * WEIGHTS[at], 0);
  return body + SIGNS[sum % 11];
};

const CARS = ['比亚迪 秦', '大众 朗逸', '丰田 卡罗拉', '特斯拉 Model 3', '本田 雅阁', '吉利 帝豪'];
const COLOURS = ['白色', '黑色', '银色', '蓝色', '红色'];
const ENERGIES = ['fuel', 'electric', 'hybrid'];
const RENOVATIONS = [
  { progress: 'underway', content: '厨卫翻新，不涉及承重墙', contractor: '安居装饰工程有限公司' },
  { progress: 'to_inspect', content: '全屋铺地板、墙面翻新', contractor: '佳美装饰设计有限公司' },
  { progress: 'accepted_work', content: '封阳台', contractor: '明亮门窗经营部' },
];

/** What is filed of a household from its beginning: who answers for it, how it is lived in. */
export const factsOf = (staff, index, residents) => ({
  ...(index % 17 !== 5 && { responsible: staff[index % 2 ? 'specialist2' : 'specialist'].documentId }),
  occupancy: residents.some(({ kind, moved }) => kind === 'tenant' && !moved)
    ? 'rented_out'
    : index % 23 === 7
      ? 'vacant'
      : 'owner_occupied',
});

/** What a resident's record holds besides name and telephone; every ninth owner still owes the number. */
export const recordOf = ({ kind }, index, since) => ({
  movedInAt: new Date(since.getTime() - (400 + ((index * 37) % 2600)) * 86_400_000),
  ...(kind === 'owner' && index % 9 !== 4 && { identityNumber: demoIdentity(index) }),
});

/**
 * Fills the files of the demo: cars, parking spaces, keys, renovations, papers with scans; some lack what they should
 * have, and one flat has been sold.
 */
export async function fillFiles(kernel, world, since) {
  const { strapi } = kernel;
  const { community, households, staff } = world;
  const create = (type, data) => strapi.documents(`${PLUGIN}.${type}`).create({ data });
  const desk = await kernel.directory().staffOf({ id: staff.receptionist.user });
  await kernel.histories.as({ ...desk, can: () => true }, async () => {
    for (const [index, home] of households.entries()) {
      const household = home.documentId;
      if (index % 6 !== 3)
        await paper(kernel, index, {
          household,
          kind: 'title_certificate',
          name: '不动产权证',
          paperPlace: `档案室 ${1 + (index % 4)} 号柜 ${1 + (index % 5)} 层`,
          receivedAt: since,
        });
      if (index % 3 === 0) await car(create, community, household, index);
      if (index % 25 === 2)
        await create('key', {
          community: community.documentId,
          household,
          number: `YS-${String(index).padStart(3, '0')}`,
          name: '入户门备用钥匙',
          place: '前台钥匙柜',
          copies: 1 + (index % 2),
        });
      if (index % 67 === 11)
        await create('renovation', {
          household,
          permitNumber: `ZX-${String(index).padStart(4, '0')}`,
          startsOn: '2026-06-01',
          depositFen: 200_000,
          ...RENOVATIONS[Math.floor(index / 67) % RENOVATIONS.length],
        });
    }
    await sell(kernel, households.find(({ key }) => key === '1-2-901') ?? households[5], since);
  });
}

async function car(create, community, household, index) {
  const space = await create('parking-space', {
    community: community.documentId,
    household,
    number: `B1-${String(index).padStart(3, '0')}`,
    kind: index % 2 ? 'rented' : 'bought',
    place: '地下一层',
  });
  await create('vehicle', {
    household,
    parkingSpace: space.documentId,
    plate: `沪A·D${String(1000 + index).slice(-4)}`,
    brand: CARS[index % CARS.length],
    colour: COLOURS[index % COLOURS.length],
    energy: ENERGIES[index % ENERGIES.length],
  });
}

/** A paper; the first few have their scans with them. */
async function paper(kernel, index, data) {
  const made = await kernel.strapi.documents(`${PLUGIN}.household-paper`).create({ data });
  if (index > 8) return;
  const scans = [
    { name: '不动产权证-1.png', buffer: pngScan(6 + index) },
    ...(index % 2 ? [{ name: 'fujian.pdf', buffer: pdfScan('DEMO SCAN - no real person') }] : []),
  ];
  const stored = await kernel.files.store(made.documentId, scans);
  const uid = `${PLUGIN}.household-paper`;
  await kernel.strapi.db.transaction(async ({ trx }) => {
    const on = { caseType: 'household-paper', caseDocumentId: made.documentId, action: 'add-scan' };
    await kernel.files.record(trx, stored, on, { kind: 'staff', name: '林晓燕' });
    await trx(kernel.rows.table(uid).name)
      .where({ document_id: made.documentId })
      .update(kernel.rows.toColumns(uid, { scans: stored.length }));
  });
}

/** The flat that was sold a while before the demo begins: its former owner stays in the file. */
async function sell({ strapi, histories, rows }, { documentId, residents }, since) {
  const at = new Date(since.getTime() - 30 * 86_400_000);
  const people = strapi.documents(`${PLUGIN}.resident`);
  const found = await people.findMany({ filters: { household: { documentId } } });
  const seller = found.find(({ kind }) => kind === 'owner');
  await strapi.db.transaction(async ({ trx }) => {
    const home = await rows.lock(trx, `${PLUGIN}.household`, documentId);
    const input = { soldAt: at.toISOString(), reason: '二手房买卖', owners: ['沈**'] };
    await histories.note(trx, 'household', [{ record: home, action: 'transfer', input }]);
    await people.update({ documentId: seller.documentId, data: { movedOutAt: at } });
    await people.create({
      data: {
        household: documentId,
        kind: 'owner',
        name: '沈文博',
        telephone: '13800009901',
        identityNumber: demoIdentity(777),
        movedInAt: at,
      },
    });
  });
  // Whoever tells a story of this flat speaks of those who live there now.
  const [first] = residents;
  Object.assign(first, { name: '沈文博', telephone: '13800009901' });
}
