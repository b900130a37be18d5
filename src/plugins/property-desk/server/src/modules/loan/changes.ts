import type { LoanItemType } from '../../../../contracts';
import { ConflictError, invalid } from '../../kernel/errors';
import type { Row } from '../../kernel/storage/rows';
import type { Acting } from '../../kernel/workflow/define';
import { STAFF_UID } from '../staff';
import { itemOf, KINDS } from './items';
import { loansOut, loansWaiting } from './queries';
import type { LoanRow } from './row';

type Lending = Acting<LoanRow>;

/** A colleague who was named, or whoever acts. */
const person = async (acting: Lending, name: string): Promise<number> => {
  const named = await acting.ref(name, STAFF_UID);
  if (named && !(await acting.colleague(named.id)))
    throw invalid(name, 'error.notInCommunity', { name: named.name as string });
  const id = named?.id ?? acting.actor.staff?.id;
  // A super admin without a staff record says in whose name.
  if (id === undefined) throw invalid(name, 'error.nameSomebody');
  return id;
};

/** Somebody of the office who is not the borrower. */
const otherThanBorrower = async (acting: Lending, name: string): Promise<number> => {
  const id = await person(acting, name);
  if (id === acting.case.borrower) throw invalid(name, 'error.notBorrower', { article: '12' });
  return id;
};

/** From when until when; the term that the rulebook sets where nobody says. */
const stretch = ({ input, now, after }: Lending, known?: LoanRow): { from: Date; until: Date } => {
  const from: Date = input.from ?? known?.from ?? now;
  const until: Date = input.until ?? known?.until ?? after('loan.term', from > now ? from : now);
  if (until <= now) throw invalid('until', 'error.notInFuture');
  if (until <= from) throw invalid('until', 'error.untilBeforeFrom');
  return { from, until };
};

/** Only keys are used by people from outside; a file is read in the office. */
const outsider = (type: LoanItemType, { forWhom, forWhomTelephone }: Record<string, unknown>) => {
  if (forWhom && type !== 'key') throw invalid('forWhom', 'error.outsiderKeysOnly');
  if (forWhomTelephone && !forWhom) throw invalid('forWhom', 'error.forWhomMissing');
};

/** What is asked for: an item that somebody else has may be, and the request waits. */
export const requested = async (acting: Lending) => {
  const { input, actor, now } = acting;
  const type = input.itemType as LoanItemType;
  const kind = KINDS[type];
  const row = (await acting.ref('item', kind.uid)) as Row;
  if (kind.seen?.(row, actor) === false)
    throw invalid('item', 'error.unknownReference', { field: { word: 'field.item' } });
  if (kind.gone?.(row, now)) throw invalid('item', 'error.itemGone');
  outsider(type, input);
  const borrower = await person(acting, 'borrower');
  const { number, name } = itemOf(type, row);
  return {
    itemType: type,
    itemDocumentId: row.documentId,
    itemNumber: number,
    itemName: name,
    household: kind.household(row),
    [kind.relation]: row.id,
    borrower,
    requestedBy: borrower === actor.staff?.id ? null : (actor.staff?.id ?? null),
    purpose: input.purpose,
    ...stretch(acting),
    forWhom: input.forWhom ?? null,
    forWhomTelephone: input.forWhomTelephone ?? null,
  };
};

/** The loan that keeps this one's item from its place, if one does. */
const outNow = async ({ case: loan, rows, trx }: Lending): Promise<LoanRow | undefined> =>
  (await loansOut(rows, trx, [loan.itemDocumentId])).get(loan.itemDocumentId);

/** An item that waits in its place is to be fetched within a time; one that is out, when it is back. */
export const approved = async (acting: Lending) => {
  const { case: loan, now, after, actor } = acting;
  if (loan.until <= now) throw invalid('until', 'error.untilPassed');
  const fetched = after('loan.collectWithin', loan.from > now ? loan.from : now);
  const collectBy = (await outNow(acting)) || fetched > loan.until ? loan.until : fetched;
  return { approvedBy: actor.staff?.id ?? null, approvedAt: now, collectBy };
};

/**
 * One item is lent to one person at a time: whoever comes second waits here until the first has committed, and hears
 * who has it. An index says the same of the table.
 */
export const handedOver = async (acting: Lending) => {
  const { case: loan, rows, trx, now } = acting;
  if (loan.until <= now) throw invalid('until', 'error.untilPassed');
  const handedOverBy = await otherThanBorrower(acting, 'handedOverBy');
  const item = await rows.lock(trx, KINDS[loan.itemType].uid, loan.itemDocumentId);
  if (!item || KINDS[loan.itemType].gone?.(item, now)) throw invalid('item', 'error.itemGone');
  const out = await outNow(acting);
  if (out) {
    const who = out.borrower === null ? null : await acting.record(STAFF_UID, out.borrower);
    const { name, number } = itemOf(loan.itemType, item);
    throw new ConflictError(out.state === 'lost' ? 'error.itemLost' : 'error.itemOut', {
      item: name || number,
      number: out.number,
      who: (who?.name as string) ?? '',
      until: acting.time(out.until),
    });
  }
  return { handedOverBy, lentAt: now, collectBy: null };
};

/** A later time than the one agreed; who gives it is not the borrower. */
export const extended = ({ case: loan, input, now }: Lending) => {
  if (input.until <= now) throw invalid('until', 'error.notInFuture');
  if (input.until <= loan.until) throw invalid('until', 'error.notLater');
  return { until: input.until };
};

/** What is wrong with it is said; what is whole needs no words. */
const condition = ({ input }: Lending) => {
  if (input.condition !== 'intact' && !input.conditionNote) throw invalid('conditionNote', 'error.conditionNote');
  return { condition: input.condition, conditionNote: input.conditionNote ?? null };
};

/** Whoever has waited longest of those who may fetch it. */
const nextInLine = async ({ case: loan, rows, trx }: Lending): Promise<number | null> =>
  (await loansWaiting(rows, trx, loan.itemDocumentId)).find(({ state }) => state === 'approved')?.borrower ?? null;

export const returned = async (acting: Lending) => ({
  ...condition(acting),
  takenBackBy: await otherThanBorrower(acting, 'takenBackBy'),
  returnedAt: acting.now,
  nextInLine: await nextInLine(acting),
});

export const lost = ({ input, now }: Lending) => ({ lostText: input.lostText, lostAt: now });

export const found = async (acting: Lending) => ({
  ...condition(acting),
  takenBackBy: acting.actor.staff?.id ?? null,
  returnedAt: acting.now,
  nextInLine: await nextInLine(acting),
});

/** Its times are for whoever asks to change until it is approved, and for whoever approves after that. */
export const amended = (acting: Lending) => {
  const { case: loan, input } = acting;
  const { purpose, from, until, forWhom, forWhomTelephone } = input;
  if (loan.state !== 'requested' && (from || until)) throw invalid(until ? 'until' : 'from', 'error.timesAreApproved');
  const who = forWhom === undefined ? loan.forWhom : (forWhom as string | null);
  const reached = forWhomTelephone === undefined ? loan.forWhomTelephone : forWhomTelephone;
  if ([purpose, from, until, forWhom, forWhomTelephone].every((value) => value === undefined))
    throw invalid('purpose', 'error.nothingToAmend');
  outsider(loan.itemType, { forWhom: who, forWhomTelephone: who === null ? null : reached });
  return {
    ...(purpose && { purpose }),
    ...((from || until) && stretch(acting, loan)),
    ...(forWhom !== undefined && { forWhom }),
    ...(forWhom === null ? { forWhomTelephone: null } : forWhomTelephone !== undefined && { forWhomTelephone }),
  };
};

export const rejected = ({ input }: Lending) => ({ rejectReason: input.reason });
export const cancelled = ({ input }: Lending) => ({ cancelReason: input.reason, collectBy: null });

/** Nobody came for it. */
export const lapsed = () => ({ collectBy: null });
