import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Failure, quietly } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => fs.existsSync(file));
}

const installed = () => NAMES.map(onPath).find(Boolean) ?? (fs.existsSync(MAC) ? MAC : undefined);

function hasChineseFont() {
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}

/**
 * The path of a Chromium: `CHROMIUM_PATH`, else one that is installed, else Debian's, installed now if we are root.
 * With it come Chinese fonts, without which the panel shows boxes.
 */
export async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!fs.existsSync(named)) throw new Failure(`CHROMIUM_PATH names ${named}, which does not exist`);
    return named;
  }
  const found = installed();
  const aptRoot = process.getuid?.() === 0 && onPath('apt-get');
  const missing = [...(found ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk', 'fontconfig'])];
  if (missing.length > 0 && aptRoot) {
    console.log(`apt-get install ${missing.join(' ')}…`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await quietly('apt-get', ['update', '-q'], { env });
    await quietly('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], { env });
  }
  const path = installed();
  if (path) return path;
  throw new Failure(
    'The browser tests need Chromium. Install it (Debian: apt-get install chromium fonts-noto-cjk), or name one in CHROMIUM_PATH.'
  );
}
