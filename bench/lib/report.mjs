import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../../scripts/lib/root.mjs';

const figure = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

const target = ({ atLeast, atMost }) =>
  atLeast !== undefined ? `≥ ${atLeast}` : atMost !== undefined ? `≤ ${atMost}` : '';

/** Whether a ratio is as it should be; undefined where there is no target. */
export const passes = ({ ratio, atLeast, atMost }) =>
  atLeast !== undefined ? ratio >= atLeast : atMost !== undefined ? ratio <= atMost : undefined;

const verdict = (row) => ({ true: 'pass', false: 'MISS' })[passes(row)] ?? '';

const table = (lines) => {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines.map((line) => `  ${line.map((cell, column) => cell.padEnd(widths[column])).join('  ')}`.trimEnd());
};

/** Prints what one measurement gave. */
export const show = (title, { unit, measured, cpu = {}, ratios }) => {
  console.log(`\n${title}`);
  console.log(
    table(
      Object.entries(measured).map(([name, value]) => [
        name,
        figure(value),
        unit,
        cpu[name] ? `${figure(cpu[name])} ms of processor each` : '',
      ])
    ).join('\n')
  );
  console.log(
    table([
      ['', 'ratio', 'target', '', 'by processor'],
      ...ratios.map((row) => [
        row.what,
        figure(row.ratio),
        target(row),
        verdict(row),
        row.byProcessor === undefined ? '' : figure(row.byProcessor),
      ]),
    ]).join('\n')
  );
};

/** Writes everything as JSON; answers the file. */
export const write = (options, results) => {
  const folder = path.join(ROOT, 'bench/results');
  fs.mkdirSync(folder, { recursive: true });
  const at = new Date();
  const file = path.join(folder, `${at.toISOString().slice(0, 19).replaceAll(':', '-')}.json`);
  const machine = {
    node: process.version,
    platform: `${os.platform()} ${os.arch()}`,
    cpu: os.cpus()[0]?.model,
    cores: os.cpus().length,
    memory: os.totalmem(),
    load: os.loadavg(),
  };
  fs.writeFileSync(file, `${JSON.stringify({ at, options, machine, results }, null, 2)}\n`);
  return path.relative(ROOT, file);
};

/** The rate of one contestant over that of another, and the same by what each costs the server's processor. */
export const over = ({ rates, cpu }, one, other) => ({
  ratio: rates[one] / rates[other],
  byProcessor: cpu[other] / cpu[one],
});
