import type { Blocks, NoticeState } from '../../../../contracts';
import { libraryPictures } from '../../kernel/files/library';
import type { Kernel } from '../../kernel/kernel';
import { dayOnPaper, type DocumentSpec } from '../../kernel/print';
import { letterheadOf } from '../letterhead';
import { COMMUNITY_UID } from '../staff';
import { notice, noticeFileName } from './print';

/** What a notice's row says to paper. */
export interface Printable {
  documentId: string;
  number: string | null;
  state: NoticeState;
  community: number;
  title: string;
  body: Blocks;
  issuer: string;
  issuedAt: Date | null;
  withdrawnAt: Date | null;
  withdrawReason: string | null;
  expiredAt: Date | null;
}

/** What stands beside the row. */
export interface Beside {
  buildings: string[];
  attachments: string[];
}

const UID = 'plugin::property-desk.notice';

/** Names of the buildings and attachments of a notice. */
const besideOf = async ({ strapi }: Kernel, documentId: string): Promise<Beside> => {
  const found = (await strapi.documents(UID as never).findOne({
    documentId,
    populate: { buildings: { fields: ['name'] }, attachments: { fields: ['name'] } },
  } as never)) as Partial<Record<keyof Beside, { name: string }[] | null>> | null;
  const names = (of: keyof Beside) => (found?.[of] ?? []).map(({ name }) => name);
  return { buildings: names('buildings'), attachments: names('attachments') };
};

/** A notice on the community's letterhead where it has one, else after the standard. */
export const noticePaper = async (
  kernel: Kernel,
  row: Printable,
  { buildings, attachments }: Beside
): Promise<{ name: string; document: DocumentSpec }> => {
  const { clock, rows, strapi, settings } = kernel;
  const { locale } = settings;
  const community = await rows.first(strapi.db.connection, COMMUNITY_UID, { id: row.community });
  const dayOf = (at: Date) => dayOnPaper(clock.format(at), locale);
  const over = row.state === 'withdrawn' ? row.withdrawnAt : row.state === 'expired' ? row.expiredAt : null;
  const record = {
    number: row.number,
    state: row.state,
    title: row.title,
    body: row.body ?? [],
    issuer: row.issuer ?? '',
    company: String(community?.companyName ?? ''),
    community: String(community?.name ?? ''),
    telephone: (community?.telephone as string | null) ?? null,
    buildings,
    attachments,
    day: dayOf(row.issuedAt ?? clock.now()),
    ended: over ? { at: dayOf(over), reason: row.state === 'withdrawn' ? row.withdrawReason : null } : null,
    pictures: await libraryPictures(strapi, row.body ?? []),
  };
  const template = await letterheadOf(kernel, row.community);
  return { name: noticeFileName(record, locale), document: notice(record, locale, template ?? undefined) };
};

/** The notice as it stands. */
export const printNotice = async (kernel: Kernel, row: Printable) =>
  noticePaper(kernel, row, await besideOf(kernel, row.documentId));
