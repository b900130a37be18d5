import { STAFF_UID } from '../access/actor';
import { invalid } from '../errors';
import type { Acting, CaseRow, Owner } from './define';
import { field, form } from './input';

/** A case that is one thing that somebody has taken on, to be done by a time. */
export interface PromiseRow extends CaseRow {
  what: string;
  /** Numeric id of the staff member; nobody only where the record has gone. */
  owner: number | null;
  promisedAt: Date | null;
}

type Promising = Acting<PromiseRow>;
type Limit = (acting: Pick<Promising, 'case' | 'actor' | 'now'>) => string | null;

/** What is taken on, by whom, until when. */
export const TAKEN_ON = {
  what: field.longText(500),
  owner: field.ref('staff'),
  promisedAt: field.instant(),
};

/** What the actions on something taken on ask for. */
export const PROMISE_INPUT = {
  done: form({ doneText: field.longText() }),
  cancel: form({ reason: field.text() }),
  reassign: form({ owner: field.ref('staff'), reason: field.text() }),
  repromise: form({ promisedAt: field.instant(), reason: field.text() }),
  amend: form({ what: field.longText(500), reason: field.text() }),
};

const enteredOwner = async (acting: Promising): Promise<number> => {
  const owner = await acting.ref('owner', STAFF_UID);
  if (!owner || !(await acting.colleague(owner.id)))
    throw invalid('owner', 'error.notInCommunity', { name: owner?.name ?? '' });
  return owner.id;
};

const future = ({ input, now }: Promising): Date => {
  if (input.promisedAt <= now) throw invalid('promisedAt', 'error.notInFuture');
  return input.promisedAt;
};

/** Taken on by a colleague of the community, until a time that is still to come. */
export const takenOn = async (acting: Promising) => ({
  what: acting.input.what,
  owner: await enteredOwner(acting),
  promisedAt: future(acting),
});

export const done = ({ input, now }: Promising) => ({ doneText: input.doneText, doneAt: now });

/** Given to somebody else; its date stands. */
export const reassigned = async (acting: Promising) => {
  const owner = await enteredOwner(acting);
  if (owner === acting.case.owner) throw invalid('owner', 'error.sameHandler');
  return { owner };
};

export const repromised = (acting: Promising) => ({ promisedAt: future(acting) });
export const amended = ({ input }: Promising) => ({ what: input.what });
export const cancelled = ({ input }: Promising) => ({ cancelReason: input.reason });

const isOwner: (acting: Parameters<Limit>[0]) => boolean = ({ case: { owner }, actor }) =>
  owner !== null && owner === actor.staff?.id;

/** Whoever owes it, or whoever leads them. */
export const ownerOrLead: Limit = (acting) =>
  isOwner(acting) || ['supervisor', 'manager'].includes(acting.actor.role ?? '') ? null : 'error.onlyOwnerOrLead';

/** Whoever owes it does not move its date. */
export const notWhoOwes: Limit = (acting) => (isOwner(acting) ? 'error.notWhoOwes' : null);

/** Whoever took it on; the supervisors where that is nobody any more. */
export const whoTookItOn = ({ case: { owner } }: Promising): Owner =>
  owner ? { staff: owner } : { role: 'supervisor' };

/** The time that was promised. */
export const promisedTime = ({ case: { promisedAt } }: Promising): Date => promisedAt as Date;

/** The beginning of what is to be done, as the case's title. */
export const promiseTitle = ({ what }: Pick<PromiseRow, 'what'>): string => [...what].slice(0, 40).join('');
