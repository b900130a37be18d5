import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const exec = promisify(execFile);

/** The first page of a Word file as it comes out of the printer, as PNG; null where LibreOffice or poppler is missing. */
export async function pageOf(docx) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'property-desk-paper-'));
  try {
    const file = path.join(work, 'paper.docx');
    fs.writeFileSync(file, docx);
    const profile = `-env:UserInstallation=file://${work}/profile`;
    await exec('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', work, file]);
    await exec('pdftoppm', ['-singlefile', '-png', '-gray', '-r', '96', path.join(work, 'paper.pdf'), `${work}/page`]);
    return fs.readFileSync(`${work}/page.png`);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    console.log(`a paper stays as it is: ${error.path} is not installed`);
    return null;
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}
