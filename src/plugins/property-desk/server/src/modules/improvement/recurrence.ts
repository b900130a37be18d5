import type { Acting } from '../../kernel/workflow/define';
import { COMMUNITY_UID } from '../staff';
import { doneAbout } from './queries';
import { preventiveActionWorkflow } from './workflow';

/**
 * Opens again whatever was done about earlier complaints of the same: one recurrence for each preventive action and
 * each complaint that comes nevertheless. The system asks, in the transaction of whoever took the complaint down.
 */
export const startRecurrence = async (acting: Acting, complaints: number[]) => {
  const { case: complaint, trx } = acting;
  const done = await doneAbout(trx, complaints, complaint.id);
  if (done.length === 0) return;
  const community = await acting.documentId(COMMUNITY_UID, complaint.community);
  for (const recurrenceOf of done)
    await acting.start(
      preventiveActionWorkflow,
      'recur',
      { community, recurrenceOf, recurrence: complaint.documentId },
      'system'
    );
};
