import type { Acting } from '../../kernel/workflow/define';
import { TASK_UID, type Task } from './tasks';

/** Puts long work into the queue, in the transaction of the action that asks for it. */
export const queue = async (
  { rows, trx, now }: Pick<Acting, 'rows' | 'trx' | 'now'>,
  kind: Task['kind'],
  caseDocumentId: string,
  file: string | null = null
): Promise<void> => {
  await rows.insert(trx, TASK_UID, { kind, caseDocumentId, file, done: 0, total: 0, attempts: 0 }, now);
};
