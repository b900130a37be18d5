import type { Knex } from 'knex';
import { SYSTEM } from '../../kernel/access/actor';
import type { Kernel } from '../../kernel/kernel';
import type { Problem } from './book/units';
import { knownOf } from './current';
import { faultOf } from './fault';
import { archiveImport } from './import-workflow';
import { piecesIn, type Piece } from './plan';
import type { ImportRow } from './row';
import { LeaseLost, tasksOf, type Tally, type Task } from './tasks';
import { writePiece, type Written } from './write-piece';

/** Rows that were left out as they were written, as many as are named. */
const MOST_LEFT = 5000;

const breathe = () => new Promise((resolve) => setImmediate(resolve));

const plus = (one: Tally | null, other: Tally): Tally => ({
  added: (one?.added ?? 0) + other.added,
  changed: (one?.changed ?? 0) + other.changed,
  unchanged: (one?.unchanged ?? 0) + other.unchanged,
  leftOut: (one?.leftOut ?? 0) + other.leftOut,
});

/** The pieces of a single one: where one unit cannot be written, the others of its piece are. */
const singly = ({ units, fingerprints }: Piece): Piece[] =>
  units.map((unit, index) => ({ units: [unit], fingerprints: [fingerprints[index]] }));

/**
 * Writes what was checked, a piece in a transaction, together with how far it has come: killed at any moment, it goes on
 * after the last piece that was written whole. Imports of one community write one after the other.
 */
export const write = async (kernel: Kernel, row: ImportRow, task: Task, going: () => boolean): Promise<boolean> => {
  const { engine, files, numbering, strapi, clock } = kernel;
  const tasks = tasksOf(kernel);
  const known = await knownOf(kernel, row.community);
  const place = {
    community: row.community,
    number: row.number,
    buildings: new Map(known.buildings.map((building) => [building.id, building])),
    staff: new Map(known.staff.map(({ id, name }) => [id, name])),
  };
  const plan = await files.content(row.plan as string);
  if (!plan) throw new Error(`the plan of ${row.number} is gone`);
  const pieces = [...piecesIn(plan)];
  const total = pieces.reduce((sum, { units }) => sum + units.length, 0);

  /** One piece and the progress that it makes, or nothing of both. */
  const inOne = async (piece: Piece, upTo: number) => {
    const progress = await strapi.db.transaction(async ({ trx: transaction }) => {
      const trx = transaction as Knex.Transaction;
      // The sequence's row is the lock of a community's imports.
      await numbering.next(trx, `archive:${row.community}`, clock.now());
      const written = await writePiece(kernel, trx, place, piece);
      return took(trx, written, upTo);
    });
    Object.assign(task, progress);
  };
  const took = (connection: Knex, { tally, left }: Pick<Written, 'tally' | 'left'>, upTo: number) =>
    tasks.advance(connection, task, {
      done: upTo,
      total,
      tally: plus(task.tally, tally),
      leftOut: [...(task.leftOut ?? []), ...left].slice(0, MOST_LEFT),
    });

  let at = 0;
  for (const piece of pieces) {
    const [from, upTo] = [at, at + piece.units.length];
    at = upTo;
    if (upTo <= task.done) continue;
    if (!going()) return false;
    // Within a piece that was written singly: what is before has its row in the progress already.
    const begun = task.done > from;
    try {
      if (begun) throw new Error('begun singly');
      await inOne(piece, upTo);
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      if (!begun) strapi.log.warn(`property-desk: ${row.number} writes one household at a time: ${faultOf(error)}`);
      for (const [index, single] of singly(piece).entries()) {
        const reached = from + index + 1;
        if (reached <= task.done) continue;
        await inOne(single, reached).catch(async (fault: Error) => {
          if (fault instanceof LeaseLost) throw fault;
          strapi.log.error(`property-desk: ${row.number} leaves a household out: ${faultOf(fault)}`);
          const left = notWritten(single);
          const tally = { added: 0, changed: 0, unchanged: 0, leftOut: left.length };
          Object.assign(task, await took(strapi.db.connection, { tally, left }, reached));
        });
      }
    }
    await breathe();
  }

  await strapi.db.transaction(async ({ trx }) => {
    const tally = task.tally ?? plus(null, { added: 0, changed: 0, unchanged: 0, leftOut: 0 });
    await engine.act(archiveImport, {
      action: 'finish',
      documentId: row.documentId,
      input: { ...tally },
      actor: SYSTEM,
    });
    await tasks.finish(trx as Knex.Transaction, task);
  });
  return true;
};

const notWritten = ({ units: [unit] }: Piece): Problem[] =>
  (['households', 'residents', 'vehicles', 'keys', 'parking'] as const).flatMap((sheet) =>
    unit[sheet].map(({ row }) => ({ sheet, row, column: null, code: 'notWritten' }))
  );
