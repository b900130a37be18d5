import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './root.mjs';

/** npm as it is called on this system. */
export const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs a command to its end with our terminal; answers its exit code (128 + signal when a signal ended it). */
export function run(command, args, { env, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: 'inherit',
      shell: command === NPM && process.platform === 'win32',
      env: { ...process.env, ...env },
      ...options,
    });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** Runs a command, showing what it says only if it fails, and then throws. */
export async function quietly(command, args, options) {
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: command === NPM && process.platform === 'win32',
    ...options,
    env: { ...process.env, ...options?.env },
  });
  const said = [];
  child.stdout.on('data', (chunk) => said.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return;
  process.stderr.write(Buffer.concat(said));
  throw new Failure(`${[command, ...args].join(' ')} ended with exit code ${code}`);
}

/** Runs a command and throws if it fails. */
export async function must(command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) throw new Failure(`${[command, ...args].join(' ')} ended with exit code ${code}`);
}

/** An expected failure: its message is for the person at the terminal, its stack is not. */
export class Failure extends Error {}

/** Runs a script's main function; a failure becomes a message and exit code 1. */
export function main(work) {
  work().then(
    (code) => {
      process.exitCode = code ?? 0;
    },
    (error) => {
      console.error(error instanceof Failure ? `\n${error.message}` : error);
      process.exitCode = 1;
    }
  );
}
