import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const exec = promisify(execFile);
const WIDE = { width: 1440, height: 900 };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const TICKETS = '/admin/content-manager/collection-types/plugin::property-desk.ticket';

/** Takes every picture of the guide into `folder`. */
export async function takePictures({ url, password, chromium: executablePath, folder }) {
  const browser = await chromium.launch({
    executablePath,
    // The browser's own controls speak the language it was started in.
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--lang=zh-CN'],
    env: { ...process.env, LANGUAGE: 'zh_CN' },
  });
  const person = async (name, options = {}) => {
    const context = await browser.newContext({
      viewport: WIDE,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      acceptDownloads: true,
      ...options,
    });
    const page = await context.newPage();
    await page.goto(`${url}/admin/auth/login`);
    await page.fill('input[name=email]', `${name}@demo.local`);
    await page.fill('input[name=password]', password);
    await page.click('button[type=submit]');
    await page.waitForURL((at) => !at.pathname.includes('/auth/'));
    return page;
  };
  const shot = async (page, name) => {
    await page.waitForLoadState('networkidle');
    await page.mouse.move(0, 0);
    await page.waitForTimeout(600);
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
  };
  const desk = (page, place) => page.goto(`${url}/admin/plugins/property-desk/${place}`);

  try {
    const specialist = await person('specialist');
    await desk(specialist, 'desk');
    await specialist.locator('main li').first().waitFor();
    await shot(specialist, 'desk');

    await desk(specialist, 'tickets?state=completed');
    await specialist.locator('tbody a').first().waitFor();
    const caseId = (await specialist.locator('tbody a').first().getAttribute('href')).split('/').pop();
    await specialist.goto(`${url}${TICKETS}/${caseId}`);
    await specialist.getByTestId('case-panel').getByRole('button', { name: '回访', exact: true }).waitFor();
    await shot(specialist, 'case');
    await workOrder(specialist, folder);

    const supervising = await person('supervisor');
    await desk(supervising, 'execution-map');
    await supervising.getByRole('button', { name: '今年' }).click();
    await supervising.locator('.recharts-bar-rectangle').first().waitFor();
    await shot(supervising, 'execution-map');
    await desk(specialist, 'notices/new');
    await specialist.getByRole('button', { name: '停水通知', exact: true }).click();
    await specialist.getByTestId('preview').locator('[data-page="1"]').waitFor();
    await shot(specialist, 'notice-editor');

    const receptionist = await person('receptionist');
    await desk(receptionist, 'intake');
    await receptionist.getByRole('combobox', { name: '来电人' }).fill('302');
    await receptionist.getByText(/找到 [1-9]\d* 户/).waitFor();
    await receptionist.keyboard.press('Enter');
    await receptionist.locator('input[name=category]').fill('水电');
    await receptionist.getByRole('option', { name: '水电' }).waitFor();
    await receptionist.keyboard.press('Enter');
    await receptionist.locator('textarea[name=description]').fill('厨房水槽下水管漏水，地面已有积水');
    await receptionist.locator('input[name=contactTelephone]').fill('13800001234');
    await receptionist.getByText(/建议派给/).waitFor();
    await shot(receptionist, 'intake');

    await receptionist.getByRole('radio', { name: '投诉', exact: true }).click();
    await receptionist.locator('textarea[name=content]').fill('楼上装修，晚上十点还在钻墙，孩子没法睡觉');
    await receptionist.locator('textarea[name=demands]').fill('请物业上门制止，并告知允许施工的时间');
    await receptionist.locator('input[name=category]').fill('噪音');
    await receptionist.getByRole('option', { name: '噪音扰民' }).waitFor();
    await receptionist.keyboard.press('Enter');
    await receptionist.getByRole('button', { name: '添加证据' }).click();
    await receptionist.locator('input[name="evidence.0.description"]').fill('手机录像一段，22:10 拍摄');
    await shot(receptionist, 'complaint');

    await policy(await person('supervisor'), desk, shot);

    const engineer = await person('engineer', PHONE);
    await desk(engineer, 'desk');
    await engineer.locator('main li').first().waitFor();
    await shot(engineer, 'phone');

    const poster = await person('receptionist', PHONE);
    await desk(poster, 'notices?tab=to-post');
    await shot(poster, 'notice-to-post');
  } finally {
    await browser.close();
  }
}

/** The policy in force, a revision of it compared with it, and the rulebook. */
async function policy(page, desk, shot) {
  await desk(page, 'policies');
  await page.getByRole('link', { name: '阅读制度' }).first().click();
  await page.locator('#article-9').waitFor();
  await shot(page, 'policy');

  const panel = page.getByTestId('case-panel');
  await panel.getByRole('button', { name: '修订', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '修订', exact: true }).click();
  const rule = page.locator('form[data-rule="ticket.followUpWithin"]');
  await rule.getByRole('textbox').fill('12');
  await rule.getByRole('textbox').press('Tab');
  await rule.getByRole('button', { name: '保存', exact: true }).click();
  await rule.getByText('改回默认').waitFor();
  await page.getByRole('button', { name: '编辑第三条' }).click();
  const article = page.getByTestId('article-form');
  await article.locator('input[name=title]').fill('服务原则');
  await article.getByRole('button', { name: '保存本条' }).click();
  await article.waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: '与现行版本比较' }).click();
  await page.getByTestId('comparison').waitFor();
  await shot(page, 'policy-comparison');

  await desk(page, 'rulebook');
  await page.getByTestId('rulebook').locator('tbody tr').first().waitFor();
  await shot(page, 'rulebook');
}

/** The work order of the case that is open, as it comes out of the printer; needs LibreOffice and poppler. */
async function workOrder(page, folder) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'property-desk-paper-'));
  try {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('case-panel').getByRole('button', { name: '打印维修工单' }).click(),
    ]);
    const docx = path.join(work, 'paper.docx');
    await download.saveAs(docx);
    await exec('soffice', [
      `-env:UserInstallation=file://${work}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      work,
      docx,
    ]);
    const name = path.join(folder, 'work-order');
    await exec('pdftoppm', ['-singlefile', '-png', '-gray', '-r', '96', path.join(work, 'paper.pdf'), name]);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    console.log(`work-order.png stays as it is: ${error.path} is not installed`);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}
