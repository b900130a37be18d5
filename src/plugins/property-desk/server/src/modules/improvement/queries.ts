import type { Knex } from 'knex';
import type { PreventiveActionListItem } from '../../../../contracts';
import { promiseListing, refTo } from '../../kernel/api/promise-list';
import type { Listing } from '../../kernel/list/listing';
import { PREVENTIVE_ACTION_UID, type PreventiveActionRow } from './row';

const COMPLAINT_UID = 'plugin::property-desk.complaint';
const TABLE = 'pd_preventive_actions';

/** 整改措施 as a list; of one complaint, all of it. */
export const preventiveActionListing: Listing<PreventiveActionListItem> = promiseListing(
  { words: 'preventive-action', open: ['open', 'recurred'], from: { attribute: 'complaint', uid: COMPLAINT_UID } },
  async (named) => {
    const complaints = await named(COMPLAINT_UID, 'complaint', 'recurrence');
    const earlier = await named(PREVENTIVE_ACTION_UID, 'recurrenceOf');
    return ({ state, doneText, complaint, recurrence, recurrenceOf }: PreventiveActionRow) => ({
      state,
      doneText,
      complaint: refTo(complaints.get(complaint as number)),
      recurrenceOf: refTo(earlier.get(recurrenceOf as number)),
      recurrence: refTo(complaints.get(recurrence as number)),
    });
  }
);

/**
 * Actions that were done about these complaints, and about whose recurrence in `complaint` nobody has been asked yet.
 * One that gave way to another after an earlier recurrence is no longer the answer.
 */
export const doneAbout = async (trx: Knex, complaints: number[], complaint: number): Promise<string[]> => {
  if (complaints.length === 0) return [];
  const found: { document_id: string }[] = await trx({ a: TABLE })
    .whereIn('a.complaint_id', complaints)
    .where({ 'a.state': 'done' })
    .whereNotExists(
      trx({ r: TABLE })
        .select(trx.raw('1'))
        .whereRaw('r.recurrence_of_id = a.id')
        .where((asked: Knex.QueryBuilder) =>
          asked.where({ 'r.recurrence_id': complaint }).orWhereIn('r.state', ['open', 'done'])
        )
    )
    .orderBy('a.id')
    .select('a.document_id');
  return found.map(({ document_id: documentId }) => documentId);
};
