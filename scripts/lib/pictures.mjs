import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { pageOf } from './pictures/paper.mjs';
import { PICTURES, WIDE } from './pictures/table.mjs';

// Strapi brings it along for uploaded pictures.
const sharp = createRequire(createRequire(import.meta.url).resolve('@strapi/upload/package.json'))('sharp');

/** As few bytes as a page of text needs: of a screen's colours hardly more than so many can be told apart. */
const small = (png) => sharp(png).png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 }).toBuffer();

/** Takes the pictures of the guide and the docs into `folder`: all of them, or those that are named. */
export async function takePictures({ url, password, chromium: executablePath, folder, only = [] }) {
  const browser = await chromium.launch({
    executablePath,
    // The browser's own controls speak the language it was started in.
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--lang=zh-CN'],
    env: { ...process.env, LANGUAGE: 'zh_CN' },
  });
  const windows = new Map();
  const open = async (who, on) => {
    const context = await browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      acceptDownloads: true,
      ...on,
    });
    const page = await context.newPage();
    await page.goto(`${url}/admin/auth/login`);
    await page.fill('input[name=email]', `${who}@demo.local`);
    await page.fill('input[name=password]', password);
    await page.click('button[type=submit]');
    await page.waitForURL((at) => !at.pathname.includes('/auth/'));
    return page;
  };
  const windowOf = async (who, on) => {
    const key = `${who} ${on.viewport.width}`;
    if (!windows.has(key)) windows.set(key, await open(who, on));
    return windows.get(key);
  };
  const keep = async (name, png) => fs.writeFileSync(path.join(folder, `${name}.png`), await small(png));

  try {
    for (const { name, who, on = WIDE, at, shows, paper } of PICTURES) {
      if (only.length > 0 && !only.includes(name)) continue;
      const page = await windowOf(who, on);
      if (at) await page.goto(`${url}/admin/plugins/property-desk/${at}`);
      await shows?.(page, { url });
      if (paper) {
        const [download] = await Promise.all([page.waitForEvent('download'), paper(page).click()]);
        const png = await pageOf(fs.readFileSync(await download.path()));
        if (png) await keep(name, png);
        continue;
      }
      await page.waitForLoadState('networkidle');
      await page.mouse.move(0, 0);
      await page.waitForTimeout(600);
      await keep(name, await page.screenshot());
    }
  } finally {
    await browser.close();
  }
}
