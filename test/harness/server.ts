import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { TestDatabase } from './database';

/** A desk in a process of its own, e.g. to be killed under load or to share a PostgreSQL with another. */
export interface ServerProcess {
  /** e.g. `http://127.0.0.1:41234` */
  url: string;
  pid: number;
  /** What it has written so far. */
  output(): string;
  /** Ends it with this signal and waits until it is gone; SIGKILL leaves it no time for anything. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

const exited = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Starts the host app in a child process on this database, on a free port of 127.0.0.1. */
export async function startServer(database: TestDatabase, env: Record<string, string> = {}): Promise<ServerProcess> {
  const child = fork(path.join(__dirname, 'server-process.mjs'), {
    cwd: path.resolve(__dirname, '../..'),
    env: { ...process.env, ...database.env, ...env },
    execArgv: [],
    silent: true,
  });
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));

  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port));
    child.once('exit', (code) => reject(new Error(`The server ended with code ${code} before it was up:\n${output}`)));
  });

  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid as number,
    output: () => output,
    async end(signal = 'SIGTERM') {
      if (exited(child)) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await gone;
    },
  };
}
