import { ARCHIVE_IMPORT_STATES, say, type ArchiveImportItem, type Locale, type Page } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { iso } from '../../kernel/api/present';
import { idParam } from '../../kernel/api/record-param';
import { choicesParam, onlyParams, textParam, wholeNumber, type Asked } from '../../kernel/api/respond';
import type { Kernel } from '../../kernel/kernel';
import { COMMUNITY_UID } from '../staff';
import { casesPage, tasksOn } from './queries';
import { IMPORT_UID, type ImportRow } from './row';
import type { Task } from './tasks';

/** Imports as the panel shows them, with how far each has come. */
export const importItems = async (kernel: Kernel, found: ImportRow[], locale: Locale): Promise<ArchiveImportItem[]> => {
  const communities = await kernel.rows.byIds(
    kernel.strapi.db.connection,
    COMMUNITY_UID,
    found.map(({ community }) => community)
  );
  const tasks = (await tasksOn(
    kernel,
    found.map(({ documentId }) => documentId)
  )) as Task[];
  return found.map((row) => {
    const kind = row.state === 'uploaded' ? 'check' : row.state === 'importing' ? 'write' : null;
    const under = tasks.filter((task) => task.caseDocumentId === row.documentId && task.kind === kind).at(-1);
    const writing = tasks.filter((task) => task.caseDocumentId === row.documentId && task.kind === 'write').at(-1);
    const community = communities.get(row.community);
    return {
      documentId: row.documentId,
      number: row.number,
      title: row.title,
      state: row.state,
      revision: row.revision,
      fileName: row.fileName,
      community: { documentId: community?.documentId ?? '', name: String(community?.name ?? '') },
      uploadedBy: row.uploaderName ?? '',
      createdAt: iso(row.createdAt) as string,
      endedAt: iso(row.endedAt),
      expiresAt: iso(row.expiresAt),
      found:
        row.added === null
          ? null
          : { added: row.added, changed: row.changed!, unchanged: row.unchanged!, leftOut: row.leftOut! },
      written:
        row.writtenAdded !== null
          ? {
              added: row.writtenAdded,
              changed: row.writtenChanged!,
              unchanged: row.writtenUnchanged!,
              leftOut: row.writtenLeftOut!,
            }
          : (writing?.tally ?? null),
      progress: kind ? { done: under?.done ?? 0, total: under?.total ?? 0 } : null,
      failure: row.failure && say(locale, `archive.fault.${row.failure}`),
      counts: {
        problems: row.problems ?? 0,
        changes: row.changes ?? 0,
        additions: row.added ?? 0,
        leftOut: writing?.leftOut?.length ?? 0,
      },
    };
  });
};

/** `GET /archive-imports`: latest first. */
export const listImports = async (
  kernel: Kernel,
  actor: Actor,
  ctx: Asked,
  locale: Locale
): Promise<Page<ArchiveImportItem>> => {
  onlyParams(ctx, ['state', 'community', 'cursor', 'limit']);
  const page = await casesPage(
    kernel,
    IMPORT_UID,
    {
      states: choicesParam(ctx, 'state', ARCHIVE_IMPORT_STATES),
      community: await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID),
      communities: actor.communities,
    },
    { cursor: textParam(ctx, 'cursor'), limit: wholeNumber(ctx, 'limit', 25, 100) }
  );
  const { nextCursor, total, totalIsCapped } = page;
  return {
    data: await importItems(kernel, page.rows as ImportRow[], locale),
    meta: { nextCursor, total, totalIsCapped },
  };
};
