import type { Context } from 'koa';
import { LOOK_KINDS, type Look, type LookKind, type Page } from '../../../../contracts';
import { namedBy } from '../../kernel/api/present';
import { COMMUNITY_UID, STAFF_UID, type Actor } from '../../kernel/access/actor';
import { openPeriodParam } from '../../kernel/api/period-param';
import { idParam } from '../../kernel/api/record-param';
import { choicesParam, onlyParams, textParam, wholeNumber } from '../../kernel/api/respond';
import { ACCESS_LOG_UID } from '../../kernel/confidential/confidential';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { mergedCount, mergedPage } from '../../kernel/storage/keyset';
import type { Row } from '../../kernel/storage/rows';
import { looksOf } from './queries';
import { namesOf, titlesOf, uidOf } from './titles';

const PARAMS = ['kind', 'person', 'type', 'record', 'community', 'from', 'to', 'cursor', 'limit'];

const LATEST_FIRST = [
  { column: 'at', instant: true, descending: true },
  { column: 'id', descending: true },
];

const typesParam = (kernel: Kernel, ctx: Context): string[] | undefined => {
  const type = textParam(ctx, 'type', 100);
  if (type === undefined) return undefined;
  if (!uidOf(kernel, type)) throw invalid('type', 'error.parameter');
  return namesOf(kernel, type);
};

/** Lines as the API shows them; names and titles are fetched once the page is known. */
const lines = async (kernel: Kernel, entries: Row[]): Promise<Look[]> => {
  const named = namedBy(kernel, entries);
  const staff = await named(STAFF_UID, 'actorStaff');
  const communities = await named(COMMUNITY_UID, 'community');
  const titles = await titlesOf(
    kernel,
    entries.map(({ recordType, recordDocumentId }) => ({
      type: recordType as string,
      documentId: recordDocumentId as string,
    }))
  );
  return entries.map((entry): Look => {
    const type = entry.recordType as string;
    const documentId = entry.recordDocumentId as string;
    const uid = uidOf(kernel, type);
    const community = communities.get(entry.community as number);
    return {
      documentId: entry.documentId,
      kind: entry.kind as LookKind,
      at: (entry.at as Date).toISOString(),
      person: {
        documentId: staff.get(entry.actorStaff as number)?.documentId ?? null,
        name: (entry.actorName as string | null) ?? '',
      },
      record: {
        type: uid?.split('.').at(-1) ?? type,
        uid,
        documentId,
        title: titles.get(`${uid}#${documentId}`) ?? '',
      },
      records: (entry.records as number | null) ?? 1,
      // Of a file the log keeps which one; it says nothing to people.
      field: entry.kind === 'reveal' ? (entry.field as string | null) : null,
      reason: (entry.reason as string | null) ?? null,
      community: community ? { documentId: community.documentId, name: community.name as string } : null,
    };
  });
};

/** Who has seen what, latest first. */
export const looks = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<Page<Look>> => {
  onlyParams(ctx, PARAMS);
  const parts = looksOf(kernel, actor, {
    ...openPeriodParam(kernel.clock, ctx),
    kinds: choicesParam(ctx, 'kind', LOOK_KINDS),
    person: await idParam(kernel, actor, ctx, 'person', STAFF_UID),
    types: typesParam(kernel, ctx),
    record: textParam(ctx, 'record', 64),
    community: await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID),
  });
  const { connection } = kernel.strapi.db;
  const count = await mergedCount(connection, parts);
  const page = await mergedPage(connection, parts, LATEST_FIRST, {
    cursor: textParam(ctx, 'cursor'),
    limit: wholeNumber(ctx, 'limit', 25, 100),
  });
  const entries = page.rows.map((raw) => kernel.rows.fromColumns(ACCESS_LOG_UID, raw));
  return { data: await lines(kernel, entries), meta: { nextCursor: page.nextCursor, ...count } };
};
