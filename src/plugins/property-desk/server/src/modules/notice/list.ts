import { NOTICE_KINDS, NOTICE_STATES, type NoticeListItem, type Page, type Ref } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { iso, namedBy } from '../../kernel/api/present';
import { idParam } from '../../kernel/api/record-param';
import { choicesParam, onlyParams, textParam, wholeNumber, type Asked } from '../../kernel/api/respond';
import type { Kernel } from '../../kernel/kernel';
import type { SheetColumns } from '../../kernel/list/sheet';
import type { Row } from '../../kernel/storage/rows';
import { COMMUNITY_UID, STAFF_UID } from '../staff';
import { linkedTo } from './content';
import { noticePage } from './queries';
import { NOTICE_UID, type NoticeRow } from './row';

/** A record in a line. */
export const refOf = (row?: Row | null): Ref | null =>
  row ? { documentId: row.documentId, name: String(row.name ?? row.number ?? row.title ?? '') } : null;

/** Of the boards: where it hangs, and where it should; null where the board is no channel or it is not out. */
export const postedOf = ({ postingsTotal, postingsLeft }: NoticeRow) =>
  postingsTotal === null || postingsTotal === undefined
    ? null
    : { done: postingsTotal - (postingsLeft ?? 0), total: postingsTotal };

/** Notices as lines of a list, in the order that they came in. */
export const noticeLines = async (kernel: Kernel, found: NoticeRow[]): Promise<NoticeListItem[]> => {
  const { rows, strapi, clock, links } = kernel;
  const { connection } = strapi.db;
  const named = namedBy(kernel, found);
  const communities = await named(COMMUNITY_UID, 'community');
  const people = await named(STAFF_UID, 'author', 'approver');
  const linked = await linkedTo(
    { rows, links, trx: connection },
    found.map(({ id }) => id)
  );
  return found.map((row) => ({
    documentId: row.documentId,
    number: row.number,
    title: row.title,
    kind: row.kind,
    state: row.state,
    revision: row.revision,
    community: refOf(communities.get(row.community)) as Ref,
    buildings: (linked.get(row.id)?.buildings ?? []).map((each) => refOf(each) as Ref),
    channels: row.channels ?? [],
    pinned: Boolean(row.pinned),
    author: refOf(people.get(row.author as number)),
    approver: refOf(people.get(row.approver as number)),
    publishAt: iso(row.publishAt),
    issuedAt: iso(row.issuedAt),
    expiresAt: iso(row.expiresAt),
    posted: postedOf(row),
    dueAt: iso(row.dueAt),
    overdue: row.dueAt !== null && row.dueAt < clock.now(),
    createdAt: iso(row.createdAt) as string,
  }));
};

/** What of a notice goes into a workbook. */
export const NOTICE_SHEET: SheetColumns = {
  number: 'text',
  title: 'text',
  kind: { word: 'notice.kind' },
  state: { word: 'notice.state' },
  community: 'ref',
  author: 'ref',
  approver: 'ref',
  createdAt: 'time',
  publishAt: 'time',
  issuedAt: 'time',
  expiresAt: 'time',
};

/** `GET /notices`: latest first, of the caller's communities. */
export const listNotices = async (kernel: Kernel, actor: Actor, ctx: Asked): Promise<Page<NoticeListItem>> => {
  onlyParams(ctx, ['state', 'kind', 'community', 'q', 'overdue', 'cursor', 'limit']);
  const community = await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID);
  const { ids, nextCursor, total, totalIsCapped } = await noticePage(
    kernel,
    {
      communities: community === undefined ? actor.communities : [community],
      states: choicesParam(ctx, 'state', NOTICE_STATES),
      kinds: choicesParam(ctx, 'kind', NOTICE_KINDS),
      text: textParam(ctx, 'q', 100)?.trim(),
      overdue: choicesParam(ctx, 'overdue', ['true', 'false'])?.[0] === 'true',
    },
    { cursor: textParam(ctx, 'cursor'), limit: wholeNumber(ctx, 'limit', 25, 100) }
  );
  const found = await kernel.rows.byIds(kernel.strapi.db.connection, NOTICE_UID, ids);
  const inOrder = ids.map((id) => found.get(id) as NoticeRow | undefined).filter((row): row is NoticeRow => !!row);
  return { data: await noticeLines(kernel, inOrder), meta: { nextCursor, total, totalIsCapped } };
};
