// Finding a household: in every way that a caller can be known by, by keyboard, in Chinese and in English.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, PASSWORD, shot, URL } from './browser.mjs';
import { personIn, quiet, visit } from './desk.mjs';

const INTAKE = '/plugins/property-desk/intake';
const HOME = '3栋2单元501';
const CAR = '沪A·D2501';
const IDENTITY = '11010519491231002X';
const TELEPHONE = '13800009501';

let browser;
before(async () => {
  browser = await launch();
  await furnish();
});
after(() => browser.close());

/** What the demo's archive lacks: a car, a key, a parking space, a tenant who has left, an identity number. */
async function furnish() {
  const send = async (method, path, body, token) => {
    const answer = await fetch(`${URL}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    const said = await answer.json();
    assert.ok(answer.ok, `${method} ${path}: ${JSON.stringify(said.error)}`);
    return said.data ?? said;
  };
  const { token } = await send('POST', '/admin/login', { email: 'admin@demo.local', password: PASSWORD });
  const { households } = await send('POST', '/property-desk/search', { query: '3-2-501' }, token);
  const connect = ({ documentId }) => ({ connect: [{ documentId }], disconnect: [] });
  const household = connect(households[0]);
  const community = connect(households[0].community);
  const create = (type, data) =>
    send('POST', `/content-manager/collection-types/plugin::property-desk.${type}`, data, token);
  await create('vehicle', { household, plate: CAR });
  await create('key', { household, community, number: 'K-2501', name: '进户门', copies: 1 });
  await create('parking-space', { household, community, number: 'B1-025', kind: 'bought' });
  await create('resident', {
    household,
    name: '万俟远山',
    kind: 'tenant',
    telephone: TELEPHONE,
    identityNumber: IDENTITY,
    verified: true,
  });
  await create('resident', {
    household,
    name: '吕归鸿',
    kind: 'tenant',
    telephone: '13800009502',
    verified: false,
    movedOutAt: '2026-01-01T00:00:00.000Z',
  });
}

const WAYS = [
  [TELEPHONE, '电话相符：万俟远山'],
  [IDENTITY, '证件号相符：万俟远山'],
  ['三号楼二单元501', `房号 ${HOME}`],
  ['阳光花园3-2-501', `房号 ${HOME}`],
  ['3栋2单元50', `楼栋 ${HOME}`],
  ['万俟远山', '姓名 万俟远山'],
  ['mqys', '首字母 mqys：万俟远山'],
  ['moqiyuan', '拼音 moqiyuanshan：万俟远山'],
  ['沪ad2501', `车牌 ${CAR}`],
  ['2501', `车牌 ${CAR}`],
  ['K-2501', '钥匙 K-2501'],
  ['B1-025', '车位 B1-025'],
];

test('a household is found in every way, and says why', { timeout: 240_000 }, async (t) => {
  const receptionist = await personIn(browser, 'receptionist@demo.local');
  const { page } = receptionist;
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await visit(page, INTAKE);
  const box = page.getByRole('combobox', { name: '来电人' });
  await box.waitFor();
  const lineOf = (why) => page.getByRole('option').filter({ hasText: HOME }).filter({ hasText: why });

  for (const [typed, why] of WAYS)
    await t.test(typed.replace(/\d{11,}.?/, '(confidential)'), async () => {
      await box.fill(typed);
      await lineOf(why).first().waitFor();
      if (typed === '2501') await shot(page, 'search-plate');
    });

  await t.test('by its file number', async () => {
    const number = /DA-\d{5}/.exec(await lineOf('车位 B1-025').innerText())[0];
    await box.fill(number.toLowerCase());
    await lineOf(`档案号 ${number}`).waitFor();
  });

  await t.test('who has left only when asked for, and marked', async () => {
    await box.fill('吕归鸿');
    await page.getByText('找到 0 户').waitFor();
    await page.getByRole('checkbox', { name: '也查找已搬走的人' }).click();
    await lineOf('姓名 吕归鸿').getByText('已搬走').waitFor();
    await shot(page, 'search-former');
    await page.getByRole('checkbox', { name: '也查找已搬走的人' }).click();
  });

  await t.test('by keyboard: back to the box, over the lines, empty again', async () => {
    await page.getByRole('checkbox', { name: '也查找已搬走的人' }).focus();
    await page.keyboard.press('/');
    assert.equal(await box.evaluate((input) => input === document.activeElement), true);
    await box.fill('3栋2单元');
    await page.getByText('找到 10 户以上，请再多输入几个字').waitFor();
    await page.keyboard.press('ArrowDown');
    const chosen = page.getByRole('option', { selected: true });
    assert.match(await chosen.innerText(), /3栋2单元/);
    await shot(page, 'search-building');
    await page.keyboard.press('Escape');
    assert.equal(await box.inputValue(), '');
    await page.keyboard.type('?');
    await page.getByRole('dialog', { name: '键盘快捷键' }).getByText('回到查找框').waitFor();
    await page.keyboard.press('Escape');
  });

  await t.test('nothing that was typed stands in an address or stays in the browser', async () => {
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    for (const secret of [TELEPHONE, IDENTITY, '万俟', encodeURIComponent('万俟')]) {
      assert.ok(!kept.includes(secret), 'the browser keeps nothing');
      assert.deepEqual(
        asked.filter((url) => url.includes(secret)),
        []
      );
    }
  });
  quiet('the receptionist', receptionist);
  await receptionist.context.close();
});

test('the same in English, in the dark', { timeout: 120_000 }, async () => {
  const receptionist = await personIn(browser, 'receptionist@demo.local', { language: 'en', colorScheme: 'dark' });
  const { page } = receptionist;
  await visit(page, INTAKE);
  const box = page.getByRole('combobox').first();
  for (const [typed, why] of [
    [TELEPHONE, 'Telephone: 万俟远山'],
    ['mqys', 'Initials mqys: 万俟远山'],
    [CAR, `Plate ${CAR}`],
    ['B1-025', 'Parking space B1-025'],
  ]) {
    await box.fill(typed);
    await page.getByRole('option').filter({ hasText: why }).first().waitFor();
  }
  await shot(page, 'search-en');
  quiet('the receptionist', receptionist);
  await receptionist.context.close();
});
