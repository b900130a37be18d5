import {
  DOCUMENT_KINDS,
  DOCUMENT_STATES,
  TWINS,
  type DocumentListItem,
  type Page,
  type Twin,
} from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { idParam } from '../../kernel/api/record-param';
import { choicesParam, onlyParams, textParam, wholeNumber, type Asked } from '../../kernel/api/respond';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { SheetColumns } from '../../kernel/list/sheet';
import { COMMUNITY_UID } from '../staff';
import { linesOf } from './lines';
import { documentsByIds, seekDocuments, type Sought } from './queries';

/** Whose confidential documents somebody reads: everybody's, who leads, and else their own. */
export const readerOf = ({ role, staff }: Actor): Sought['reader'] =>
  role === 'supervisor' || role === 'manager' ? 'all' : (staff?.id ?? 0);

/** Today's date in the office, `2026-12-01`. */
export const today = ({ clock }: Kernel): string => clock.dayText(clock.now());

/** A year in a query, or undefined. */
export const yearParam = (ctx: Asked): number | undefined => {
  const text = textParam(ctx, 'year', 10);
  if (text === undefined) return undefined;
  if (!/^[12]\d{3}$/.test(text)) throw invalid('year', 'error.documentYear', { from: 1000, to: 2999 });
  return Number(text);
};

/** What of a document goes into a workbook. */
export const DOCUMENT_SHEET: SheetColumns = {
  number: 'text',
  title: 'text',
  kind: { word: 'document.kind' },
  year: 'text',
  state: { word: 'document.state' },
  community: 'ref',
  date: 'text',
  party: 'text',
  retention: { word: 'document.retention' },
  keepUntil: 'text',
  pages: 'text',
  filedBy: 'ref',
};

/** `GET /documents`: latest first; with `lacks`, what has lacked its twin longest. */
export const listDocuments = async (kernel: Kernel, actor: Actor, ctx: Asked): Promise<Page<DocumentListItem>> => {
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
  return { data: await linesOf(kernel, found), meta };
};
