import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROCESS = fileURLToPath(new URL('../inside/process.mjs', import.meta.url));

/**
 * Starts the bench's app in a process of its own, on a free port of 127.0.0.1.
 * `ask(command, argument)` has it do something from the inside; `milliseconds` is from the fork until it listens.
 */
export const startServer = async (app, env) => {
  const began = performance.now();
  const child = fork(PROCESS, { cwd: app, env: { ...process.env, ...env }, silent: true });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  if (process.env.BENCH_VERBOSE)
    for (const stream of [child.stdout, child.stderr]) stream.pipe(process.stderr, { end: false });
  let running = true;
  const gone = new Promise((resolve) =>
    child.once('exit', () => {
      running = false;
      resolve();
    })
  );
  const answers = new Map();
  let asked = 0;
  child.on('message', ({ id, answer, error }) => {
    const { resolve, reject } = answers.get(id) ?? {};
    answers.delete(id);
    if (error) reject?.(new Error(`${error}\n${output}`));
    else resolve?.(answer);
  });
  const answer = (id) =>
    new Promise((resolve, reject) => {
      answers.set(id, { resolve, reject });
      void gone.then(() => reject(new Error(`The server is gone:\n${output}`)));
    });
  const { port } = await answer('up');
  return {
    url: `http://127.0.0.1:${port}`,
    milliseconds: performance.now() - began,
    ask(command, argument) {
      const id = (asked += 1);
      child.send({ id, command, argument });
      return answer(id);
    },
    async end() {
      if (running) child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await gone;
      clearTimeout(late);
    },
    output: () => output,
  };
};
