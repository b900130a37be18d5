import { EXPORT_LINES, type Locale } from '../../../../contracts';
import type { Actor } from '../access/actor';
import type { Asked } from '../api/respond';
import { invalid } from '../errors';
import type { Kernel } from '../kernel';
import type { SheetLine } from '../sheet/write-sheet';
import { cappedCount } from '../storage/keyset';
import type { CaseDefinition, OwnList } from '../workflow/define';
import type { Listing } from './listing';
import { logMany, linesOf } from './page';
import { narrowed } from './narrow';
import { sheetLine, type SheetColumns } from './sheet';

/** Lines that a workbook reads at once; of a list of its own making, what its pages hold. */
const TOGETHER = 250;
const OWN_PAGE = '100';

/**
 * What a list leaves as rows of a workbook, read page by page while they are written. The look is on the access log before
 * the first row leaves.
 * @throws ValidationError where there are more than {@link EXPORT_LINES}
 */
export const exportLines = async (
  kernel: Kernel,
  definition: CaseDefinition,
  listing: Listing,
  actor: Actor,
  asked: Asked,
  locale: Locale
): Promise<AsyncIterable<SheetLine>> => {
  const { query, order, community } = await narrowed(kernel, definition, listing, actor, asked);
  const { total, totalIsCapped } = await cappedCount(kernel.strapi.db.connection, query, EXPORT_LINES);
  if (total === 0) throw invalid('list', 'error.exportNothing');
  if (totalIsCapped) throw invalid('list', 'error.exportTooMany', { max: EXPORT_LINES });
  await logMany(kernel, { kind: 'export', recordType: definition.name, records: total, actor, community });

  async function* rows() {
    let left = EXPORT_LINES;
    let cursor: string | undefined;
    do {
      const page = await linesOf(kernel, definition.uid, listing, query, order, {
        cursor,
        limit: Math.min(TOGETHER, left),
      });
      for (const line of page.data) yield sheetLine(listing.sheet, line, locale, kernel.clock);
      left -= page.data.length;
      cursor = page.meta.nextCursor ?? undefined;
    } while (cursor && left > 0);
  }
  return rows();
};

/**
 * The same of a list that is narrowed in a way of its own: read page by page, and written once it is known that there are
 * not too many.
 */
export const exportOwnLines = async (
  kernel: Kernel,
  { name }: CaseDefinition,
  list: OwnList,
  sheet: SheetColumns,
  actor: Actor,
  asked: Asked,
  locale: Locale
): Promise<SheetLine[]> => {
  const lines: SheetLine[] = [];
  let cursor: string | null = null;
  do {
    const query: Asked['query'] = { ...asked.query, limit: OWN_PAGE, ...(cursor && { cursor }) };
    const page: Awaited<ReturnType<OwnList>> = await list(kernel, actor, { query }, locale);
    lines.push(...page.data.map((line) => sheetLine(sheet, line, locale, kernel.clock)));
    if (lines.length > EXPORT_LINES) throw invalid('list', 'error.exportTooMany', { max: EXPORT_LINES });
    cursor = page.meta.nextCursor;
  } while (cursor);
  if (lines.length === 0) throw invalid('list', 'error.exportNothing');
  await logMany(kernel, { kind: 'export', recordType: name, records: lines.length, actor });
  return lines;
};
