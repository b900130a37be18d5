import type { Knex } from 'knex';
import { SYSTEM } from '../../kernel/access/actor';
import type { Kernel } from '../../kernel/kernel';
import { readElsewhere } from './book/read-elsewhere';
import { inOrder, type Problem, type Unit } from './book/units';
import { currentOf, knownOf } from './current';
import { createJudge, fingerprintOf } from './judge';
import { packPlan, type Piece } from './plan';
import type { Addition, Report } from './report';
import { JSON_TYPE, type ImportRow } from './row';
import { settle, unitOf } from './settle';
import { tasksOf, type Task } from './tasks';
import { archiveImport } from './import-workflow';

/** Lets others have their turn: comparing is a matter of milliseconds, and there are many. */
const breathe = () => new Promise((resolve) => setImmediate(resolve));

/** New rows that a report names; beyond them it counts. */
const MOST_ADDITIONS = 2000;

/**
 * The dry run: reads the book in a thread of its own, compares it with the archive a piece at a time, and keeps what
 * would be written and what was found. Nothing of the archive is changed. Interrupted, it begins anew.
 */
export const check = async (kernel: Kernel, row: ImportRow, task: Task, going: () => boolean): Promise<boolean> => {
  const { engine, files, strapi } = kernel;
  const tasks = tasksOf(kernel);
  const { connection } = strapi.db;
  const end = async (action: string, input: Record<string, unknown>, keep: (trx: Knex.Transaction) => Promise<void>) =>
    strapi.db.transaction(async ({ trx: transaction }) => {
      const trx = transaction as Knex.Transaction;
      await keep(trx);
      await engine.act(archiveImport, { action, documentId: row.documentId, input, actor: SYSTEM });
      await tasks.finish(trx, task);
    });

  const known = await knownOf(kernel, row.community);
  const file = await files.content(row.book as string);
  const read = file
    ? await tasks.during(task, () => readElsewhere({ file, known }))
    : ({ fault: 'unreadable' } as const);
  if ('fault' in read) {
    await end('refuse', { failure: read.fault }, async () => undefined);
    return true;
  }

  const buildings = new Map(known.buildings.map((building) => [building.id, building]));
  const judge = createJudge(kernel, buildings, new Map(known.staff.map(({ id, name }) => [id, name])));
  const problems: Problem[] = [...read.problems];
  const report: Report = { problems: [], changes: [], additions: [] };
  const found = { added: 0, changed: 0, unchanged: 0 };
  const spaces = new Set<string>();
  const pieces: Piece[] = [];
  let done = 0;
  await tasks.advance(connection, task, { done, total: read.units });

  const addition = (each: Addition) =>
    report.additions.length < MOST_ADDITIONS ? report.additions.push(each) : undefined;
  for (const json of read.pieces) {
    if (!going()) return false;
    const units = JSON.parse(Buffer.from(json).toString()) as Unit[];
    const current = await currentOf(kernel, connection, row.community, buildings, units);
    const piece: Piece = { units: [], fingerprints: [] };
    for (const unit of units) {
      const judged = judge(unit, current, spaces);
      const { good, toWrite, same, left } = settle(judged);
      problems.push(...left);
      found.unchanged += same.length;
      for (const { sheet, rec, stored, changes } of toWrite) {
        if (stored) {
          found.changed += 1;
          report.changes.push(...changes);
          continue;
        }
        found.added += 1;
        const which = sheet === 'residents' ? rec.values.name : (rec.values.plate ?? rec.values.number);
        addition({ sheet, row: rec.row, about: [judged.name, which].filter(Boolean).join(' ') });
      }
      if (!unit.home) for (const { values } of unit.parking) spaces.add(String(values.number));
      // What is as it should be is not kept: nothing of it is written.
      if (toWrite.length === 0) continue;
      piece.units.push(unitOf(unit, good));
      piece.fingerprints.push(fingerprintOf(good));
    }
    pieces.push(piece);
    done += units.length;
    await tasks.advance(connection, task, { done });
    await breathe();
  }

  report.problems = inOrder(problems);
  const leftOut = new Set(report.problems.filter(({ row: at }) => at > 1).map(({ sheet, row: at }) => `${sheet} ${at}`))
    .size;
  const kept = [
    await files.keep('plan.json', JSON_TYPE, packPlan(pieces)),
    await files.keep('report.json', JSON_TYPE, Buffer.from(JSON.stringify(report))),
  ];
  const [plan, written] = kept.map(({ documentId }) => documentId);
  const input = {
    ...found,
    leftOut,
    ...{ problems: report.problems.length, changes: report.changes.length, plan, report: written },
  };
  try {
    await end('report', input, async (trx) => {
      for (const stored of kept)
        await files.record(
          trx,
          [stored],
          { caseType: archiveImport.name, caseDocumentId: stored.documentId, action: 'report' },
          SYSTEM
        );
    });
  } catch (error) {
    await files.discard(kept);
    throw error;
  }
  return true;
};
