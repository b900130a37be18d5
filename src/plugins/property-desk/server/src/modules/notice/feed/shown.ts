import type { MediaItem, PublicNotice, Ref } from '../../../../../contracts';
import type { Kernel } from '../../../kernel/kernel';
import type { Row } from '../../../kernel/storage/rows';
import { BUILDING_UID, COMMUNITY_UID } from '../../staff';
import { FILE_UID, NOTICE_UID, type NoticeRow } from '../row';

const ref = ({ documentId, name }: Row): Ref => ({ documentId, name: name as string });

/** A file of the media library; Strapi keeps its size in kilobytes. */
const media = ({ documentId, name, url, mime, size }: Row): MediaItem => ({
  documentId,
  name: name as string,
  url: url as string,
  mime: mime as string,
  size: Math.round(Number(size) * 1000),
});

const present = <T>(value: T | undefined): value is T => value !== undefined;

/** Notices as front-end sites read them, in the order of their ids. */
export const shownNotices = async (kernel: Kernel, ids: number[]): Promise<PublicNotice[]> => {
  const { rows, links, strapi } = kernel;
  const { connection } = strapi.db;
  const notices = (await rows.byIds(connection, NOTICE_UID, ids)) as Map<number, NoticeRow>;
  const buildings = await links.relations(connection, NOTICE_UID, 'buildings', ids);
  const attachments = await links.media(connection, NOTICE_UID, 'attachments', ids);
  const all = [...notices.values()];
  const places = await rows.byIds(connection, BUILDING_UID, [...buildings.values()].flat());
  const files = await rows.byIds(connection, FILE_UID, [...attachments.values()].flat());
  const communities = await rows.byIds(
    connection,
    COMMUNITY_UID,
    all.map(({ community }) => community)
  );
  const corrected = (await rows.byIds(
    connection,
    NOTICE_UID,
    all.map(({ supersedes }) => supersedes)
  )) as Map<number, NoticeRow>;
  return ids
    .map((id) => notices.get(id))
    .filter(present)
    .map((row): PublicNotice => {
      const before = row.supersedes === null ? undefined : corrected.get(row.supersedes);
      return {
        documentId: row.documentId,
        number: row.number ?? '',
        title: row.title,
        kind: row.kind,
        body: row.body,
        issuer: row.issuer,
        issuedAt: row.issuedAt?.toISOString() ?? '',
        expiresAt: row.expiresAt?.toISOString() ?? null,
        pinned: Boolean(row.pinned),
        community: ref(communities.get(row.community) as Row),
        buildings: (buildings.get(row.id) ?? [])
          .map((id) => places.get(id))
          .filter(present)
          .map(ref),
        attachments: (attachments.get(row.id) ?? [])
          .map((id) => files.get(id))
          .filter(present)
          .map(media),
        supersedes: before ? { documentId: before.documentId, name: before.number ?? before.title } : null,
      };
    });
};

/** Of a notice only what was asked for; its documentId always. */
export const only = (notice: PublicNotice, fields: Set<string> | null): Partial<PublicNotice> =>
  fields
    ? Object.fromEntries(Object.entries(notice).filter(([name]) => name === 'documentId' || fields.has(name)))
    : notice;
