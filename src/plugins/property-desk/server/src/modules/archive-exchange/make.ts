import { PassThrough } from 'node:stream';
import type { Knex } from 'knex';
import { SYSTEM } from '../../kernel/access/actor';
import type { Kernel } from '../../kernel/kernel';
import { writeBook } from './book/write-book';
import { exportLines } from './export-rows';
import { archiveExport } from './export-workflow';
import { countHouseholds } from './queries';
import { XLSX_TYPE } from '../../kernel/sheet/write-sheet';
import type { ExportRow } from './row';
import { tasksOf, type Task } from './tasks';

const gathered = async (stream: PassThrough): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** Makes the file of an export that was granted, and keeps it encrypted until it is fetched or its time is up. */
export const make = async (kernel: Kernel, row: ExportRow, task: Task): Promise<boolean> => {
  const { files, strapi, engine } = kernel;
  const tasks = tasksOf(kernel);
  const scope = { community: row.community, building: row.building };
  const households = await countHouseholds(strapi.db.connection, scope);
  const content = await tasks.during(task, async () => {
    const output = new PassThrough();
    const [made] = await Promise.all([
      gathered(output),
      writeBook(output, exportLines(kernel, scope, row.plain)).catch((error: Error) => {
        output.destroy(error);
        throw error;
      }),
    ]);
    return made;
  });
  const stored = await files.keep(`${row.number}.xlsx`, XLSX_TYPE, content);
  try {
    await strapi.db.transaction(async ({ trx: transaction }) => {
      const trx = transaction as Knex.Transaction;
      const { documentId } = stored;
      const on = { caseType: archiveExport.name, caseDocumentId: documentId, action: 'prepare' };
      await files.record(trx, [stored], on, SYSTEM);
      const input = { file: documentId, households };
      await engine.act(archiveExport, { action: 'prepare', documentId: row.documentId, input, actor: SYSTEM });
      await tasks.finish(trx, task);
    });
  } catch (error) {
    await files.discard([stored]);
    throw error;
  }
  return true;
};
