import { ARCHIVE_EXPORT_STATES, say, type ArchiveExportItem, type Locale, type Page } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { iso } from '../../kernel/api/present';
import { idParam } from '../../kernel/api/record-param';
import { choicesParam, onlyParams, textParam, wholeNumber, type Asked } from '../../kernel/api/respond';
import type { Kernel } from '../../kernel/kernel';
import { COMMUNITY_UID } from '../staff';
import { notRequester } from './limits';
import { casesPage } from './queries';
import { EXPORT_UID, type ExportRow } from './row';

/** `GET /archive-exports`: those that another had to agree to, latest first. */
export const listExports = async (
  kernel: Kernel,
  actor: Actor,
  ctx: Asked,
  locale: Locale
): Promise<Page<ArchiveExportItem>> => {
  onlyParams(ctx, ['state', 'community', 'cursor', 'limit']);
  const page = await casesPage(
    kernel,
    EXPORT_UID,
    {
      states: choicesParam(ctx, 'state', ARCHIVE_EXPORT_STATES),
      community: await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID),
      communities: actor.communities,
    },
    { cursor: textParam(ctx, 'cursor'), limit: wholeNumber(ctx, 'limit', 25, 100) }
  );
  const found = page.rows as ExportRow[];
  const communities = await kernel.rows.byIds(
    kernel.strapi.db.connection,
    COMMUNITY_UID,
    found.map(({ community }) => community)
  );
  const { nextCursor, total, totalIsCapped } = page;
  return {
    data: found.map((row) => ({
      documentId: row.documentId,
      number: row.number,
      title: row.title,
      state: row.state,
      revision: row.revision,
      community: {
        documentId: communities.get(row.community)?.documentId ?? '',
        name: String(communities.get(row.community)?.name ?? ''),
      },
      requestedBy: row.requesterName ?? '',
      mine: notRequester({ case: row, actor }) !== null,
      plain: row.plain,
      reason: row.reason,
      households: row.households,
      createdAt: iso(row.createdAt) as string,
      expiresAt: iso(row.expiresAt),
      failure: row.failure && say(locale, `archive.fault.${row.failure}`),
    })),
    meta: { nextCursor, total, totalIsCapped },
  };
};
