import type { Knex } from 'knex';
import { SYSTEM } from '../../kernel/access/actor';
import { ConflictError } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { check } from './check';
import { archiveExport } from './export-workflow';
import { faultOf } from './fault';
import { archiveImport } from './import-workflow';
import { make } from './make';
import { EXPORT_UID, IMPORT_UID, type ExportRow, type ImportRow } from './row';
import { LeaseLost, MOST_ATTEMPTS, tasksOf, type Task } from './tasks';
import { write } from './write';

/** What each kind of work asks of its case: where it has moved on, nothing is left to do. */
const WORK = {
  check: { uid: IMPORT_UID, state: 'uploaded', definition: archiveImport, giveUp: 'refuse' },
  write: { uid: IMPORT_UID, state: 'importing', definition: archiveImport, giveUp: 'give-up' },
  make: { uid: EXPORT_UID, state: 'preparing', definition: archiveExport, giveUp: 'give-up' },
} as const;

/** Does one task. False where the process stops in the middle of it. */
const carryOut = async (kernel: Kernel, task: Task, going: () => boolean): Promise<boolean> => {
  const tasks = tasksOf(kernel);
  const { rows, strapi, files } = kernel;
  const done = () => strapi.db.transaction(({ trx }) => tasks.finish(trx as Knex.Transaction, task));
  if (task.kind === 'drop') {
    if (task.file) await files.remove(task.file);
    await done();
    return true;
  }
  const { uid, state, definition, giveUp } = WORK[task.kind];
  const row = await rows.first(strapi.db.connection, uid, { documentId: task.caseDocumentId });
  if (row?.state !== state) {
    await done();
    return true;
  }
  if (task.attempts > MOST_ATTEMPTS) {
    await strapi.db.transaction(async ({ trx }) => {
      const input = { failure: 'internal' };
      await kernel.engine.act(definition, { action: giveUp, documentId: row.documentId, input, actor: SYSTEM });
      await tasks.finish(trx as Knex.Transaction, task);
    });
    return true;
  }
  try {
    if (task.kind === 'make') return await make(kernel, row as unknown as ExportRow, task);
    return await (task.kind === 'check' ? check : write)(kernel, row as unknown as ImportRow, task, going);
  } catch (error) {
    // Somebody has cancelled it meanwhile.
    if (!(error instanceof ConflictError)) throw error;
    await done();
    return true;
  }
};

/**
 * The round of long work: whatever of imports and exports is waiting, one after the other, until nothing is left or the
 * process stops. What fails is tried again after a pause, and holds up nothing else.
 */
export const work = async (kernel: Kernel, going: () => boolean): Promise<void> => {
  const tasks = tasksOf(kernel);
  while (going()) {
    const task = await tasks.claim();
    if (!task) return;
    try {
      if (!(await carryOut(kernel, task, going))) await tasks.release(task, false);
    } catch (error) {
      if (error instanceof LeaseLost) continue;
      kernel.strapi.log.error(`property-desk: ${task.kind} of ${task.caseDocumentId} failed: ${faultOf(error)}`);
      await tasks.release(task, true);
    }
  }
};
