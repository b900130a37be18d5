import type { DocumentKind, Retention } from '../../../../contracts';
import { forbidden, invalid } from '../../kernel/errors';
import { plainly } from '../../kernel/text/plain';
import type { Acting } from '../../kernel/workflow/define';
import { COMMUNITY_UID } from '../staff';
import { actionItemWorkflow } from './action-item';
import { yearOf } from './numbers';
import { itemsStillOpen } from './queries';
import type { DocumentRow } from './row';
import { KEPT, keptUntil } from './rules';

type Changing = Acting<DocumentRow>;

/** The room of loans leans on this one: its records are named, its code is not called. */
const LOAN_UID = 'plugin::property-desk.loan';

/** The oldest paper that an office brings along. */
const FIRST_YEAR = 1980;

const me = ({ actor }: Changing): number | null => actor.staff?.id ?? null;

/** A document's day: a contract may begin next year, and nothing is older than the trade. */
const dated = (date: string, { dayKey, now }: Changing): { date: string; year: number } => {
  const year = yearOf(date);
  const last = Number(dayKey(now).slice(0, 4)) + 1;
  if (year < FIRST_YEAR || year > last) throw invalid('date', 'error.documentYear', { from: FIRST_YEAR, to: last });
  return { date, year };
};

/** Cabinet, box and place, as entered, and the three in one line; null where none is given. */
const placeOf = ({ cabinet, box, slot }: Changing['input']) => {
  const parts = [cabinet, box, slot].filter((part): part is string => part !== undefined);
  return parts.length
    ? { cabinet: cabinet ?? null, box: box ?? null, slot: slot ?? null, paperPlace: parts.join(' / ') }
    : null;
};

const NOWHERE = { cabinet: null, box: null, slot: null, paperPlace: null, paperAt: null };

const textOf = ({ title, party }: Pick<DocumentRow, 'title' | 'party'>): string =>
  plainly([title, party ?? ''].join('\n'));

/** What every new document has. */
const filing = (acting: Changing) => {
  const { input, now } = acting;
  const kind = input.kind as DocumentKind;
  const day = dated(input.date as string, acting);
  const retention = (input.retention as Retention | undefined) ?? KEPT[kind];
  const face = { title: input.title as string, party: (input.party as string | undefined) ?? null };
  return {
    kind,
    ...day,
    ...face,
    retention,
    keepUntil: keptUntil(retention, day.year),
    secrecy: input.secrecy ?? 'internal',
    pages: input.pages ?? null,
    filedBy: me(acting),
    searchText: textOf(face),
    noPaperReason: null,
    noElectronicReason: null,
    lacksElectronicSince: now,
  };
};

/** Put into the archive: on paper where its place is said; the electronic copy follows in a call of its own. */
export const filed = (acting: Changing) => {
  const { input, now } = acting;
  if (input.actionItems?.length && input.kind !== 'minutes') throw invalid('actionItems', 'error.minutesOnly');
  const place = placeOf(input);
  return {
    ...filing(acting),
    ...(place ? { ...place, paperAt: now, lacksPaperSince: null } : { ...NOWHERE, lacksPaperSince: now }),
  };
};

/** What the office has published goes into the archive by itself; the clock makes its electronic copy. */
export const filedItself = (acting: Changing) => {
  const { input, now } = acting;
  return {
    ...filing(acting),
    ...NOWHERE,
    lacksPaperSince: now,
    source: input.source,
    sourceDocumentId: input.sourceDocumentId,
    sourceVersion: input.sourceVersion,
    sourceNumber: input.sourceNumber ?? null,
    sourcePaper: input.sourcePaper ?? null,
    renderAt: now,
  };
};

/** What became of it afterwards: the document stays, and says so. */
export const sourceMoved = ({ input, now }: Changing) => ({
  sourceState: input.sourceState,
  sourceStateAt: now,
  sourceReason: input.reason ?? null,
});

/** An electronic copy is there: whatever was said of its never coming no longer holds. */
export const attached = ({ case: { electronicAt }, now }: Changing) => ({
  electronicAt: electronicAt ?? now,
  lacksElectronicSince: null,
  noElectronicReason: null,
  renderAt: null,
});

/** The paper is there, or has moved to another place. */
export const paperRecorded = ({ case: { paperAt }, input, now }: Changing) => {
  const place = placeOf(input);
  if (!place) throw invalid('cabinet', 'error.noPaperPlace');
  return {
    ...place,
    ...(input.pages === undefined ? {} : { pages: input.pages }),
    paperAt: paperAt ?? now,
    lacksPaperSince: null,
    noPaperReason: null,
  };
};

/** There is no paper and never will be, or no longer: the electronic copy stands for both. */
export const withoutPaper = ({ input }: Changing) => ({
  ...NOWHERE,
  lacksPaperSince: null,
  noPaperReason: input.reason,
});

/** It stays on paper only. Copies that are there already are kept: what has been filed is not thrown away. */
export const withoutElectronic = ({ case: { electronicAt }, input }: Changing) => {
  if (electronicAt) throw invalid('reason', 'error.copyThere');
  return { lacksElectronicSince: null, noElectronicReason: input.reason, renderAt: null };
};

/** A line that was written wrong. Kind and year stand in the number: who got those wrong withdraws it and files anew. */
export const amended = (acting: Changing) => {
  const { case: document, input } = acting;
  const { reason: _reason, note: _note, ...entered } = input;
  const given = Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0) throw invalid('title', 'error.nothingToAmend');
  if (input.date && dated(input.date as string, acting).year !== document.year)
    throw invalid('date', 'error.otherYear', { year: document.year });
  const after = { ...document, ...given } as DocumentRow;
  return {
    ...given,
    ...(input.retention ? { keepUntil: keptUntil(after.retention, document.year) } : {}),
    ...('title' in given || 'party' in given ? { searchText: textOf(after) } : {}),
  };
};

/** Nothing is owed, and nothing made, of what has left the archive. */
const GONE = { lacksPaperSince: null, lacksElectronicSince: null, renderAt: null };

/** What is lent is somebody's to bring back first. Whoever lends it holds the document's row, as this does. */
const mustBeBack = async ({ case: { id }, rows, trx }: Changing): Promise<void> => {
  const loan = await rows.first(trx, LOAN_UID, { filedDocument: id, state: 'lent' });
  if (loan) throw forbidden('error.documentIsLent', { number: loan.number });
};

export const withdrawn = async (acting: Changing) => {
  await mustBeBack(acting);
  return { ...GONE, withdrawReason: acting.input.reason };
};

/** Its retention has run out; what is kept for ever is never proposed. */
export const disposalProposed = (acting: Changing) => {
  const { case: document, input, dayKey, now } = acting;
  const until = document.keepUntil;
  if (until === null) throw invalid('reason', 'error.keptForEver');
  if (until.replaceAll('-', '') >= dayKey(now)) throw invalid('reason', 'error.stillKept', { day: { time: until } });
  return { disposeReason: input.reason, proposedBy: me(acting) };
};

export const disposed = async (acting: Changing) => {
  await mustBeBack(acting);
  return { ...GONE, ...NOWHERE, disposedBy: me(acting) };
};

export const kept = ({ case: { retention, year }, input }: Changing) => ({
  keepReason: input.reason,
  ...(input.retention && input.retention !== retention
    ? { retention: input.retention, keepUntil: keptUntil(input.retention as Retention, year) }
    : {}),
});

const takeOn = async (acting: Changing, item: Record<string, unknown>, community: string) =>
  acting.start(actionItemWorkflow, 'take-on', { community, minutes: acting.case.documentId, ...item });

/** What the minutes say that people took on, in the transaction that files them. */
export const itemsTakenOn = async (acting: Changing) => {
  const items = (acting.input.actionItems ?? []) as Record<string, unknown>[];
  if (items.length === 0) return;
  const community = await acting.documentId(COMMUNITY_UID, acting.case.community);
  for (const item of items) await takeOn(acting, item, community);
};

/** One more, remembered later. */
export const itemAdded = async (acting: Changing) => {
  const { what, owner, promisedAt } = acting.input;
  const community = await acting.documentId(COMMUNITY_UID, acting.case.community);
  const { row } = await takeOn(acting, { what, owner, promisedAt }, community);
  acting.sayOnce('actionItem', row.documentId);
};

/** Minutes that were filed by mistake hold nobody to anything. */
export const itemsCancelled = async (acting: Changing) => {
  const { case: document, input, trx } = acting;
  if (document.kind !== 'minutes') return;
  for (const documentId of await itemsStillOpen(trx, document.id))
    await acting.act(actionItemWorkflow, documentId, 'cancel', { reason: input.reason }, 'system');
};
