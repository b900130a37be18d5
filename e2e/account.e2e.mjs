// A resident's account from registration to moving out: asked for on the website, checked at the desk, closed the day they leave.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, PASSWORD, shot, URL } from './browser.mjs';
import { panelOf, personIn, quiet, visit } from './desk.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** A call of the website; answers status and body. */
const call = async (method, path, body, jwt) => {
  const headers = { 'Content-Type': 'application/json', ...(jwt && { Authorization: `Bearer ${jwt}` }) };
  const answer = await fetch(`${URL}/api${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return { status: answer.status, body: await answer.json() };
};

test('a resident registers, is approved, reports a repair, moves out', { timeout: 400_000 }, async (t) => {
  let jwt;
  let request;
  await t.test('registers on the website and asks for their home', async () => {
    const who = { username: 'newcomer', email: 'newcomer@demo.local', password: PASSWORD };
    ({ jwt } = (await call('POST', '/auth/local/register', who)).body);
    assert.equal((await call('GET', '/property-desk/me', null, jwt)).status, 403);
    const communities = await call('GET', '/property-desk/me/communities', null, jwt);
    const data = {
      community: communities.body.data[0].documentId,
      room: '一号楼二单元902室',
      kind: 'family',
      name: '白露',
      telephone: '13800009365',
    };
    const asked = await call('POST', '/property-desk/me/binding', { data }, jwt);
    assert.equal(asked.status, 201);
    request = asked.body.data;
  });

  const specialist = await personIn(browser, 'specialist@demo.local');
  await t.test('the specialist finds it in the list and holds it beside the archive', async () => {
    const { page } = specialist;
    await visit(page, '/plugins/property-desk/bindings');
    await page.getByRole('link', { name: request.number }).waitFor();
    await shot(page, 'bindings-list');
    await page.getByRole('link', { name: /^BD-/ }).first().click();
    await page.getByText('与档案比对').waitFor();
    await page
      .getByRole('button', { name: /^通过并绑定到/ })
      .first()
      .waitFor();
    await shot(page, 'binding-match');
    await visit(page, '/plugins/property-desk/bindings');
    await page.getByRole('link', { name: request.number }).click();
    await page.getByRole('button', { name: '登记为家属并绑定' }).waitFor();
    await shot(page, 'binding-new');
  });

  await t.test('and enters them as family', async () => {
    const { page } = specialist;
    await page.getByRole('button', { name: '登记为家属并绑定' }).click();
    const form = page.getByRole('dialog');
    await form.getByText('1栋2单元902').waitFor();
    // The dialog fades in.
    await page.waitForTimeout(400);
    await shot(page, 'binding-approve');
    await form.getByRole('button', { name: '通过并绑定', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    await panelOf(page).getByText('已绑定', { exact: true }).first().waitFor();
    await shot(page, 'binding-approved');
    quiet('the specialist', specialist);
  });

  let ticket;
  await t.test('the resident reports a repair', async () => {
    assert.equal((await call('GET', '/property-desk/me', null, jwt)).body.data.homes.length, 1);
    const categories = await call('GET', '/property-desk/ticket-categories', null, jwt);
    const data = {
      category: categories.body.data[0].documentId,
      description: '厨房水龙头滴水',
      reporterName: '白露',
      contactTelephone: '13800009365',
    };
    const made = await call('POST', '/property-desk/tickets', { data }, jwt);
    assert.equal(made.status, 201);
    ticket = made.body.data;
  });

  await t.test('and is refused once they have moved out', async () => {
    const { page } = specialist;
    const { body: me } = await call('GET', '/property-desk/me', null, jwt);
    const { documentId } = me.data.homes[0].resident;
    await page.goto(`${URL}/admin/content-manager/collection-types/plugin::property-desk.resident/${documentId}`);
    await page.getByLabel('搬离时间').first().waitFor();
    await shot(page, 'resident-moves-out');
    const token = await page.evaluate(() => {
      const kept = document.cookie.match(/jwtToken=([^;]+)/)?.[1] ?? localStorage.getItem('jwtToken');
      return kept?.replace(/^"|"$/g, '');
    });
    const answer = await fetch(`${URL}/content-manager/collection-types/plugin::property-desk.resident/${documentId}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${decodeURIComponent(token)}` },
      body: JSON.stringify({ movedOutAt: new Date().toISOString() }),
    });
    assert.equal(answer.status, 200, await answer.text());
    assert.equal((await call('GET', `/property-desk/tickets/${ticket.documentId}`, null, jwt)).status, 403);
    assert.equal((await call('GET', '/property-desk/me', null, jwt)).status, 403);
  });
});
