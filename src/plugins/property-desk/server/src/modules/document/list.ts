import type { Context } from 'koa';
import {
  DOCUMENT_KINDS,
  DOCUMENT_STATES,
  TWINS,
  type DocumentListItem,
  type Page,
  type Ref,
  type Twin,
} from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { iso } from '../../kernel/api/present';
import { refTo } from '../../kernel/api/promise-page';
import { idParam } from '../../kernel/api/record-param';
import { choicesParam, onlyParams, textParam, wholeNumber } from '../../kernel/api/respond';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { COMMUNITY_UID, STAFF_UID } from '../staff';
import { documentsByIds, seekDocuments, type Sought } from './queries';
import type { DocumentRow } from './row';

/** Whose confidential documents somebody reads: everybody's, who leads, and else their own. */
export const readerOf = ({ role, staff }: Actor): Sought['reader'] =>
  role === 'supervisor' || role === 'manager' ? 'all' : (staff?.id ?? 0);

/** Today's date in the office, `2026-12-01`. */
export const today = ({ clock }: Kernel): string =>
  clock.dayKey(clock.now()).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

/** A year in a query, or undefined. */
export const yearParam = (ctx: Context): number | undefined => {
  const text = textParam(ctx, 'year', 10);
  if (text === undefined) return undefined;
  if (!/^[12]\d{3}$/.test(text)) throw invalid('year', 'error.documentYear', { from: 1000, to: 2999 });
  return Number(text);
};

/** A document as a line of a list. */
export const lineOf = (row: DocumentRow, now: Date, named: { community?: Row; filedBy?: Row }): DocumentListItem => ({
  documentId: row.documentId,
  number: row.number,
  title: row.title,
  kind: row.kind,
  year: row.year,
  state: row.state,
  revision: row.revision,
  community: refTo(named.community) as Ref,
  date: row.date,
  party: row.party,
  retention: row.retention,
  keepUntil: row.keepUntil,
  secrecy: row.secrecy,
  pages: row.pages,
  filedBy: refTo(named.filedBy),
  paper: {
    at: iso(row.paperAt),
    lacksSince: iso(row.lacksPaperSince),
    never: row.noPaperReason,
    place: row.paperPlace,
  },
  electronic: {
    at: iso(row.electronicAt),
    lacksSince: iso(row.lacksElectronicSince),
    never: row.noElectronicReason,
  },
  source: row.source
    ? {
        type: row.source,
        documentId: row.sourceDocumentId as string,
        number: row.sourceNumber,
        state: row.sourceState,
        stateAt: iso(row.sourceStateAt),
        reason: row.sourceReason,
      }
    : null,
  dueAt: iso(row.dueAt),
  overdue: row.dueAt !== null && row.dueAt < now,
  createdAt: iso(row.createdAt as Date) as string,
});

/** `GET /documents`: latest first; with `lacks`, what has lacked its twin longest. */
export const listDocuments = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<Page<DocumentListItem>> => {
  onlyParams(ctx, ['q', 'state', 'kind', 'year', 'community', 'lacks', 'expired', 'cursor', 'limit']);
  const expired = choicesParam(ctx, 'expired', ['true', 'false'])?.[0] === 'true';
  const lacks = choicesParam(ctx, 'lacks', TWINS);
  if (lacks && lacks.length > 1)
    throw invalid('lacks', 'error.choice', { value: lacks.join(','), allowed: TWINS.join(', ') });
  const { ids, ...meta } = await seekDocuments(
    kernel,
    actor,
    {
      query: textParam(ctx, 'q', 100),
      states: choicesParam(ctx, 'state', DOCUMENT_STATES),
      kinds: choicesParam(ctx, 'kind', DOCUMENT_KINDS),
      year: yearParam(ctx),
      community: await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID),
      lacks: lacks?.[0] as Twin | undefined,
      ...(expired && { keptBefore: today(kernel) }),
      reader: readerOf(actor),
    },
    { cursor: textParam(ctx, 'cursor'), limit: wholeNumber(ctx, 'limit', 25, 100) }
  );
  const found = await documentsByIds(kernel, ids);
  const { rows, strapi, clock } = kernel;
  const named = (uid: string, attribute: string) =>
    rows.byIds(
      strapi.db.connection,
      uid,
      found.map((row) => row[attribute])
    );
  const communities = await named(COMMUNITY_UID, 'community');
  const people = await named(STAFF_UID, 'filedBy');
  const data = found.map((row) =>
    lineOf(row, clock.now(), {
      community: communities.get(row.community),
      filedBy: people.get(row.filedBy as number),
    })
  );
  return { data, meta };
};
