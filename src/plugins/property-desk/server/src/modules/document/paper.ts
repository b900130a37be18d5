import type { DocumentListItem } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import type { Kernel } from '../../kernel/kernel';
import type { Print } from '../../kernel/workflow/define';
import { COMMUNITY_UID } from '../staff';
import { linesOf } from './lines';
import { cover, coverFileName, type Archive } from './print';
import type { DocumentRow } from './row';

/** Whose archive it is, and who prints from it now. */
export const archiveOf = async ({ rows, strapi, clock }: Kernel, community: number, actor: Actor): Promise<Archive> => {
  const office = await rows.first(strapi.db.connection, COMMUNITY_UID, { id: community });
  return {
    company: String(office?.companyName ?? ''),
    community: String(office?.name ?? ''),
    printedBy: actor.name,
    printedAt: clock.format(clock.now()),
  };
};

/** The cover of a document as it stands. */
export const printCover: Print<DocumentRow> = async (kernel, row, actor) => {
  const { clock, settings } = kernel;
  const day = (at: Date | null) => (at ? clock.format(at).slice(0, 10) : null);
  const [document] = (await linesOf(kernel, [row])) as [DocumentListItem];
  return {
    name: coverFileName(row.number, settings.locale),
    document: cover(
      {
        ...(await archiveOf(kernel, row.community, actor)),
        document,
        filedOn: day(row.createdAt as Date) ?? '',
        electronicOn: day(row.electronicAt),
      },
      settings.locale
    ),
  };
};
