import { invalid, ConflictError, notFound, tooMany } from '../../kernel/errors';
import type { Acting } from '../../kernel/workflow/define';
import { askedSince, asksAlready } from './queries';
import { claimKey, writtenRoom } from './room';
import { ACCOUNT_UID, type BindingRow } from './row';

type Changing = Acting<BindingRow>;

/** Requests of one account in a day: whoever owns several flats needs a few, whoever guesses needs many. */
const PER_DAY = 5;
const DAY = 24 * 3_600_000;
const TAIL = /^[0-9A-Za-z]{4}$/;

/** The whole identity number, or its last four signs, which are kept apart: no mask could show less of them. */
export const identityOf = (typed: string | undefined) => {
  const bare = typed?.replace(/\s/g, '') ?? null;
  if (bare === null) return { identityNumber: null, identityTail: null };
  return TAIL.test(bare)
    ? { identityNumber: null, identityTail: bare.toUpperCase() }
    : { identityNumber: bare, identityTail: null };
};

/**
 * What somebody claims, taken down as they wrote it. Nothing here looks into the archive: a stranger is answered alike,
 * after the same work, whether there is such a household or not.
 */
export const requested = async (acting: Changing) => {
  const { input, actor, trx, rows, now, case: binding } = acting;
  if (!actor.account) throw notFound();
  // Held until the end, so that nobody passes the limits by asking many times at once.
  const account = await rows.lock(trx, ACCOUNT_UID, actor.account.documentId);
  if (!account) throw notFound();
  const room = writtenRoom(input as { room: string });
  const claim = { user: account.id, community: binding.community, roomKey: claimKey(room) };
  if (await asksAlready(trx, claim)) throw new ConflictError('error.bindingOpen', {});
  if ((await askedSince(trx, account.id, new Date(now.getTime() - DAY))) >= PER_DAY)
    throw tooMany('error.bindingsToday', { max: PER_DAY });
  const { kind, name, telephone } = input;
  return {
    user: account.id,
    room,
    roomKey: claim.roomKey,
    kind,
    name,
    telephone,
    ...identityOf(input.identityNumber),
    mail: (account.email as string | null) ?? null,
  };
};

/** Put right by the desk, e.g. after a call: the room as people write it, a telephone with a digit wrong. */
export const amended = ({ input }: Changing) => {
  const { room, kind, name, telephone } = input;
  if (room === undefined && kind === undefined && name === undefined && telephone === undefined)
    throw invalid('room', 'error.nothingChanged');
  return { ...(room !== undefined && { room, roomKey: claimKey(room) }), kind, name, telephone };
};
