import type { Ref } from '../../../../contracts';
import { invalid } from '../../kernel/errors';
import type { Row } from '../../kernel/storage/rows';
import type { Acting } from '../../kernel/workflow/define';
import { STAFF_UID } from '../staff';
import type { ComplaintRow } from './row';

type Changing = Acting<ComplaintRow>;

/** Roles that may be given a complaint to handle. */
const HANDLERS = ['specialist', 'supervisor', 'manager'];

/** The promised time, which lies ahead. */
export const future = (acting: Changing): Date => {
  const { promisedAt } = acting.input;
  if (!promisedAt) throw invalid('promisedAt', 'error.promiseMissing');
  if (promisedAt <= acting.now) throw invalid('promisedAt', 'error.notInFuture');
  return promisedAt;
};

/** A colleague of this community, by a field or a path into a list. */
export const colleagueAt = async (acting: Changing, path: string, given?: unknown): Promise<Row> => {
  const found = await acting.ref(path, STAFF_UID, given ?? acting.input[path]);
  if (!found || !(await acting.colleague(found.id)))
    throw invalid(path, 'error.notInCommunity', { name: found?.name ?? '' });
  return found;
};

/** Whoever is to handle it. */
export const handlerOf = async (acting: Changing): Promise<number> => {
  const handler = await acting.ref('handler', STAFF_UID);
  if (!handler) throw invalid('handler', 'error.handlerMissing');
  const person = await acting.colleague(handler.id);
  if (!person || !HANDLERS.includes(person.role))
    throw invalid('handler', 'error.notComplaintHandler', { name: handler.name });
  return handler.id;
};

/** A person as they stand in a task force. */
export const refTo = (row: Row): Ref => ({ documentId: row.documentId, name: row.name as string });
