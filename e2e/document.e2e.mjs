// A document is filed with its scan, lacks its paper until that is in its box, and its volume is printed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { act, download, paperOf, panelOf, personIn, quiet, visit, wordsOf } from './desk.mjs';

const PAGE = '/plugins/property-desk/documents';
const TITLE = '外墙渗漏维修施工合同';
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'
);

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test('a contract, from its filing to its box', { timeout: 240_000 }, async () => {
  const receptionist = await personIn(browser, 'receptionist@demo.local');
  const { page } = receptionist;
  await visit(page, PAGE);
  await page.getByRole('heading', { name: '文件档案' }).first().waitFor();
  await page.getByRole('grid').waitFor();
  await shot(page, 'documents');
  await page.getByRole('link', { name: '归档登记' }).click();

  const field = (name) => page.locator(`[data-field="${name}"]`);
  await field('kind').getByRole('combobox').click();
  await page.getByRole('option', { name: '合同', exact: true }).click();
  await field('title').getByRole('textbox').fill(TITLE);
  await field('date').locator('input').fill('2026-11-20');
  await field('party').getByRole('textbox').fill('宏达防水工程有限公司');
  await page.locator('[data-testid="drop-zone"] input[type=file]').setInputFiles({
    name: '合同扫描件.pdf',
    mimeType: 'application/pdf',
    buffer: PDF,
  });
  await page.getByText('合同扫描件.pdf', { exact: true }).waitFor();
  await shot(page, 'document-filing');
  await page.getByRole('button', { name: '归档', exact: true }).click();

  await page.getByRole('heading', { name: TITLE }).waitFor();
  await panelOf(page).getByText('补齐纸质件').first().waitFor();
  await panelOf(page).getByText('合同扫描件.pdf').first().waitFor();
  await shot(page, 'document');
  await act(
    page,
    '登记存放处',
    async (form) => {
      await form.locator('[data-field="cabinet"] input').fill('2');
      await form.locator('[data-field="box"] input').fill('6');
    },
    '在档'
  );
  await page.getByText('2 / 6').first().waitFor();
  const cover = await paperOf(page, page.getByRole('button', { name: '打印封面' }));
  assert.match(cover, new RegExp(TITLE));
  assert.match(cover, /WJ-\d{4}-HT-\d{4}/);

  await visit(page, PAGE);
  await page.getByRole('button', { name: '打印卷内目录' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').last().click();
  await page
    .getByRole('option', { name: /年 合同/ })
    .first()
    .click();
  const { name, content } = await download(page, dialog.getByRole('button', { name: '卷内目录' }));
  assert.match(name, /^卷内目录-阳光花园\d{4}年合同\.docx$/);
  assert.match(await wordsOf(content), new RegExp(TITLE));
  await dialog.getByRole('button', { name: '返回' }).click();

  await page.getByRole('button', { name: '缺纸质件' }).click();
  await page.waitForURL(/tab=lacks-paper/);
  await shot(page, 'documents-lacking');
  quiet('the receptionist', receptionist);
  await receptionist.context.close();
});

test('minutes with what was taken on, in English and in the dark', { timeout: 180_000 }, async () => {
  const supervisor = await personIn(browser, 'supervisor@demo.local', { language: 'en', colorScheme: 'dark' });
  const { page } = supervisor;
  await visit(page, `${PAGE}?kind=minutes`);
  await page.getByRole('link', { name: /年末收费工作协调会纪要/ }).click();
  await page.getByRole('region', { name: 'Action items' }).getByRole('listitem').first().waitFor();
  await shot(page, 'document-minutes-en');
  await visit(page, '/plugins/property-desk/action-items');
  await page.getByRole('grid').waitFor();
  await shot(page, 'action-items-en');
  quiet('the supervisor', supervisor);
  await supervisor.context.close();
});
