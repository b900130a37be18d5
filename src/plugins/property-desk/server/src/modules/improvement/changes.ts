import { invalid } from '../../kernel/errors';
import type { Acting } from '../../kernel/workflow/define';
import { STAFF_UID } from '../staff';
import { PREVENTIVE_ACTION_UID, type PreventiveActionRow } from './row';

type Changing = Acting<PreventiveActionRow>;

const COMPLAINT_UID = 'plugin::property-desk.complaint';

const ownerOf = async (acting: Changing): Promise<number> => {
  const owner = await acting.ref('owner', STAFF_UID);
  if (!owner || !(await acting.colleague(owner.id)))
    throw invalid('owner', 'error.notInCommunity', { name: owner?.name ?? '' });
  return owner.id;
};

const future = ({ input, now }: Changing): Date => {
  if (input.promisedAt <= now) throw invalid('promisedAt', 'error.notInFuture');
  return input.promisedAt;
};

const asPlanned = async (acting: Changing) => ({
  what: acting.input.what,
  owner: await ownerOf(acting),
  promisedAt: future(acting),
});

export const planned = async (acting: Changing) => ({
  ...(await asPlanned(acting)),
  complaint: (await acting.ref('complaint', COMPLAINT_UID))?.id ?? null,
});

export const done = ({ input, now }: Changing) => ({ doneText: input.doneText, doneAt: now });

/** Given to somebody else; its date stands. */
export const reassigned = async (acting: Changing) => {
  const owner = await ownerOf(acting);
  if (owner === acting.case.owner) throw invalid('owner', 'error.sameHandler');
  return { owner };
};

export const repromised = (acting: Changing) => ({ promisedAt: future(acting) });

/** What was said to be stopped has come again: the question stands as it was answered, and the complaint beside it. */
export const recurred = async (acting: Changing) => {
  const earlier = await acting.ref('recurrenceOf', PREVENTIVE_ACTION_UID);
  const complaint = await acting.ref('recurrence', COMPLAINT_UID);
  if (earlier?.state !== 'done') throw invalid('recurrenceOf', 'error.notDone');
  return { what: earlier.what, recurrenceOf: earlier.id, recurrence: complaint?.id, complaint: complaint?.id };
};

export const reconsidered = asPlanned;
export const amended = ({ input }: Changing) => ({ what: input.what });
export const cancelled = ({ input }: Changing) => ({ cancelReason: input.reason });
