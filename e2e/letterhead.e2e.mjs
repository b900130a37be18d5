// The company has its own paper: a supervisor puts it on, is told what is wrong with a file, and takes it off again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, shot } from './browser.mjs';
import { download, paperOf, personIn, quiet, visit, wordsOf } from './desk.mjs';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const PAGE = '/plugins/property-desk/letterheads';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

test('a letterhead, from the sample to its removal', { timeout: 180_000 }, async () => {
  const supervisor = await personIn(browser, 'supervisor@demo.local');
  const { page, troubles } = supervisor;
  await visit(page, PAGE);
  const card = page.getByTestId('letterhead').filter({ hasText: '阳光花园' });
  await card.getByText('没有模板，通知按标准公文格式打印。').waitFor();
  const { content: sample } = await download(page, page.getByRole('button', { name: '下载样例' }));
  assert.match(await wordsOf(sample), /\{body\}/);

  const picker = card.locator('input[type=file]');
  await picker.setInputFiles({ name: '信头.docx', mimeType: DOCX, buffer: Buffer.from('not a Word file') });
  await card.getByRole('alert').waitFor();
  assert.ok((await card.getByRole('alert').innerText()).length > 4, 'says why');
  assert.deepEqual(troubles.splice(0), ['400 /property-desk/letterheads'], 'only the refusal');
  await card.getByText('没有模板').waitFor();

  await picker.setInputFiles({ name: '阳光信头.docx', mimeType: DOCX, buffer: sample });
  await page.getByText('已启用模板 阳光信头.docx').waitFor();
  await card.getByText('{body}').waitFor();
  await shot(page, 'letterhead');

  const kept = await paperOf(page, card.getByRole('button', { name: '下载模板' }));
  assert.equal(kept, await wordsOf(sample), 'as it was uploaded');
  const preview = await paperOf(page, card.getByRole('button', { name: '预览', exact: true }));
  assert.doesNotMatch(preview, /\{(body|title|number)\}/, 'every placeholder has given way');

  await card.getByRole('button', { name: '删除模板' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: '删除模板' }).click();
  await card.getByText('没有模板').waitFor();
  quiet('the supervisor', supervisor);
  await supervisor.context.close();
});

test('the same page in English and in the dark', { timeout: 120_000 }, async () => {
  const receptionist = await personIn(browser, 'receptionist@demo.local', { language: 'en', colorScheme: 'dark' });
  const { page } = receptionist;
  await visit(page, PAGE);
  await page.getByRole('heading', { name: 'Letterheads' }).waitFor();
  await page.getByTestId('letterhead').first().waitFor();
  assert.equal(await page.getByRole('button', { name: 'Upload' }).count(), 0, 'who may not put it on sees no way to');
  await shot(page, 'letterhead-en');
  quiet('the receptionist', receptionist);
  await receptionist.context.close();
});
