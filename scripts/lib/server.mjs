import { spawn } from 'node:child_process';
import path from 'node:path';
import { waitFor } from './net.mjs';
import { ROOT } from './root.mjs';
import { Failure } from './run.mjs';

/** Strapi's command. */
export const STRAPI = path.join(ROOT, 'node_modules/@strapi/strapi/bin/strapi.js');

/**
 * Starts the built host with its panel and waits until it is well.
 * `stop()` ends it and waits; `gone` resolves with its exit code when it ends by itself or otherwise.
 */
export async function startHost({ port, env = {}, stdio = 'inherit', cwd = ROOT }) {
  const child = spawn(process.execPath, [STRAPI, 'start'], {
    cwd,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      TZ: 'UTC',
      STRAPI_TELEMETRY_DISABLED: 'true',
      ...env,
      PORT: String(port),
    },
    stdio,
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  let running = true;
  const gone = new Promise((resolve) =>
    child.once('exit', (code) => {
      running = false;
      resolve(code ?? 1);
    })
  );
  const stop = async () => {
    if (running) child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await gone;
    clearTimeout(late);
  };
  const url = `http://127.0.0.1:${port}`;
  if (!(await waitFor(`${url}/_health`, { alive: () => running }))) {
    await stop();
    throw new Failure(`The server did not come up.\n${output}`);
  }
  return { url, stop, gone, output: () => output };
}
