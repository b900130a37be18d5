// The checks that every page is held to can fail: each is shown a page that is wrong, and one that is right.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from './browser.mjs';
import { inaccessible } from './checks/access.mjs';
import { leaky, unreachable } from './checks/keyboard.mjs';
import { broken } from './checks/layout.mjs';
import { hear, untranslated } from './checks/words.mjs';

const SITE = 'http://checks.invalid/';

let browser;
let page;
before(async () => {
  browser = await launch();
  ({ page } = await openPage(browser));
  hear(page);
});
after(() => browser.close());

/** Shows a page with this body; `said` is what its server told it. */
async function show(body, said) {
  await page.unrouteAll();
  await page.route(SITE, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="zh"><head><title>客服台</title></head><body>${body}</body></html>`,
    })
  );
  await page.route(`${SITE}data`, (route) => route.fulfill({ json: { said } }));
  await page.goto(SITE);
  if (said) await page.evaluate(() => fetch('/data').then((answer) => answer.json()));
}

for (const [what, body, fault] of [
  ['an English word', '<p>工单 Overview</p>', /English: «工单 Overview»/],
  ['an English label for screen readers', '<button aria-label="Close">✕</button>', /Close.*aria-label/],
  ['an English placeholder', '<input placeholder="Search" />', /Search.*placeholder/],
  ['a key that has no word', '<p>property-desk.nav.title</p>', /a raw id/],
  ['a code', '<p>in_progress</p>', /a code/],
  ['a code that looks like a word', '<p>archived</p>', /a code/],
  ['a hole', '<p>共 {count} 条</p>', /a hole/],
  ['nothing', '<p>截止：Invalid Date</p>', /nothing/],
  ['another country’s day', '<p>2026-11-28 14:30</p>', /a time/],
])
  test(`on a Chinese page ${what} is found`, async () => {
    await show(body);
    assert.match((await untranslated(page, 'zh-Hans')).join('\n'), fault);
  });

test('what is right on a Chinese page is let be', async () => {
  await show(`<p>BX-20261128-0001 于 2026年11月28日 14:30 完工，见 现场.jpg</p><p>按 Ctrl + Enter 保存，沪A·D2501</p>
    <p style="display:none">Hidden</p><button aria-label="导出 Excel">…</button><p>lin@demo.local</p>`);
  assert.deepEqual(await untranslated(page, 'zh-Hans'), []);
});

test('on an English page Chinese is let be where somebody typed it', async () => {
  await show('<p>Reported by 王小明</p><p>找不到住户</p><p>已归档</p>', '王小明，已归档');
  const faults = (await untranslated(page, 'en')).join('\n');
  assert.doesNotMatch(faults, /王小明/);
  assert.match(faults, /Chinese: «找不到住户»/);
  assert.match(faults, /Chinese: «已归档»/, 'a word of ours is not data');
});

for (const [what, body, fault] of [
  ['a page wider than the screen', '<main><p style="width:1400px">宽</p></main>', /at 1280: the page is 14/],
  [
    'what sticks out of a frame that shows it',
    '<main style="overflow:visible"><div style="width:100px"><b style="display:block;width:1500px">长</b></div></main>',
    /sticks out/,
  ],
  [
    'text that is cut off',
    '<main><p style="width:60px;overflow:hidden;white-space:nowrap">一段放不下的文字</p></main>',
    /cut off/,
  ],
  [
    'text whose frame cuts it off',
    '<main><div style="width:60px;overflow:hidden"><p style="white-space:nowrap">一段放不下的文字</p></div></main>',
    /cut off/,
  ],
  [
    'a button under another',
    '<main><button style="position:absolute;left:10px">甲甲</button><button style="position:absolute;left:12px">乙乙</button></main>',
    /covered: .*甲甲.* by .*乙乙/,
  ],
])
  test(`${what} is found`, async () => {
    await show(body);
    assert.match((await broken(page, [1280])).join('\n'), fault);
  });

test('what scrolls, or ends in three dots, holds together', async () => {
  await show(`<main><div style="overflow-x:auto"><p style="width:3000px">宽</p></div>
    <p style="width:60px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">一段放不下的文字</p>
    <button>保存</button> <button>取消</button></main>`);
  assert.deepEqual(await broken(page), []);
  assert.equal(page.viewportSize().width, 1440, 'the page has its own width again');
});

test('a button without a name and a pale text are found, and an exception is narrow', async () => {
  const body = `<main><h1>页</h1><button><svg width="9" height="9"></svg></button><p class="pale" style="color:#ddd">看不清</p></main>`;
  await show(body);
  const faults = (await inaccessible(page)).join('\n');
  assert.match(faults, /button-name/);
  assert.match(faults, /color-contrast/);
  const rest = (await inaccessible(page, { except: { 'color-contrast': ['.pale'] } })).join('\n');
  assert.doesNotMatch(rest, /color-contrast/);
  assert.match(rest, /button-name/);
});

test('what Tab does not come to, and what hides that it has the focus, is found', async () => {
  await show(`<main><button>先</button><a href="#" tabindex="-1">不到</a>
    <button style="outline:none">不显</button></main>`);
  const faults = (await unreachable(page)).join('\n');
  assert.match(faults, /Tab does not come to <a> «不到»/);
  assert.match(faults, /does not show it: <button> «不显»/);
  assert.doesNotMatch(faults, /«先»/);
});

test('a dialog that lets the focus go, or does not end, is found', async () => {
  const dialog = (script) =>
    `<main><button id="open">开</button><button>外</button></main><div id="d" role="dialog" hidden><button id="in">内</button></div>
     <script>const d = document.getElementById('d'); const open = document.getElementById('open');
     open.onclick = () => { d.hidden = false; document.getElementById('in').focus(); };
     ${script}</script>`;
  await show(dialog(''));
  const leaks = await leaky(page, page.locator('#open'));
  assert.ok(leaks.includes('Tab leaves the dialog'));
  assert.ok(leaks.includes('Escape does not close the dialog'));

  await show(
    dialog(`addEventListener('keydown', (event) => {
      if (event.key === 'Tab' && !d.hidden) event.preventDefault();
      if (event.key === 'Escape') { d.remove(); open.focus(); }
    });`)
  );
  assert.deepEqual(await leaky(page, page.locator('#open')), []);
});
