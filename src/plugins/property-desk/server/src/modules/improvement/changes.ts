import { invalid } from '../../kernel/errors';
import type { Acting } from '../../kernel/workflow/define';
import { takenOn } from '../../kernel/workflow/promise';
import { PREVENTIVE_ACTION_UID, type PreventiveActionRow } from './row';

type Changing = Acting<PreventiveActionRow>;

const COMPLAINT_UID = 'plugin::property-desk.complaint';

export const planned = async (acting: Changing) => ({
  ...(await takenOn(acting)),
  complaint: (await acting.ref('complaint', COMPLAINT_UID))?.id ?? null,
});

/** What was said to be stopped has come again: the question stands as it was answered, and the complaint beside it. */
export const recurred = async (acting: Changing) => {
  const earlier = await acting.ref('recurrenceOf', PREVENTIVE_ACTION_UID);
  const complaint = await acting.ref('recurrence', COMPLAINT_UID);
  if (earlier?.state !== 'done') throw invalid('recurrenceOf', 'error.notDone');
  return { what: earlier.what, recurrenceOf: earlier.id, recurrence: complaint?.id, complaint: complaint?.id };
};
