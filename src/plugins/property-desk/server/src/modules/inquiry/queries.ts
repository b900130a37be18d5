import type { Context } from 'koa';
import { INQUIRY_ENDED, INQUIRY_STATES, type Page } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { iso } from '../../kernel/api/present';
import { idParam } from '../../kernel/api/record-param';
import { choicesParam, onlyParams, textParam, wholeNumber } from '../../kernel/api/respond';
import type { Kernel } from '../../kernel/kernel';
import { cappedCount, keysetPage } from '../../kernel/storage/keyset';
import type { Row } from '../../kernel/storage/rows';
import { HOUSEHOLD_UID } from '../household';
import { COMMUNITY_UID, STAFF_UID } from '../staff';

const UID = 'plugin::property-desk.inquiry';

const ref = (row?: Row) => (row ? { documentId: row.documentId, name: String(row.name ?? '') } : null);

/** `GET /inquiries`: what is open as it falls due, else latest first. */
export const listInquiries = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<Page<unknown>> => {
  onlyParams(ctx, ['state', 'community', 'overdue', 'cursor', 'limit']);
  const { connection } = kernel.strapi.db;
  const { rows, confidential, clock } = kernel;
  const states = choicesParam(ctx, 'state', INQUIRY_STATES) ?? ['open'];
  const community = await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID);

  const query = connection(rows.table(UID).name).whereIn('state', states);
  if (community !== undefined) query.where({ community_id: community });
  else if (actor.communities !== 'all') query.whereIn('community_id', actor.communities);
  if (choicesParam(ctx, 'overdue', ['true', 'false'])?.[0] === 'true') query.where('due_at', '<', clock.now());
  const open = !states.some((state) => (INQUIRY_ENDED as readonly string[]).includes(state));
  if (open) query.whereNull('ended_at').whereNotNull('due_at');
  const count = await cappedCount(connection, query);
  const order = open ? [{ column: 'due_at', instant: true }, { column: 'id' }] : [{ column: 'id', descending: true }];
  const page = await keysetPage(query.select('*'), order, {
    cursor: textParam(ctx, 'cursor'),
    limit: wholeNumber(ctx, 'limit', 25, 100),
  });
  const found = page.rows.map((raw) => rows.fromColumns(UID, raw));
  const communities = await rows.byIds(
    connection,
    COMMUNITY_UID,
    found.map((row) => row.community)
  );
  const households = await rows.byIds(
    connection,
    HOUSEHOLD_UID,
    found.map((row) => row.household)
  );
  const people = await rows.byIds(
    connection,
    STAFF_UID,
    found.map((row) => row.handler)
  );
  const data = found.map((row) => {
    return {
      documentId: row.documentId,
      number: row.number,
      state: row.state,
      revision: row.revision,
      title: row.title,
      community: ref(communities.get(row.community as number)),
      household: ref(households.get(row.household as number)),
      handler: ref(people.get(row.handler as number)),
      reporterName: row.reporterName,
      contactTelephone: confidential.mask(UID, row.documentId, 'contactTelephone', row.contactTelephone),
      promisedAt: iso(row.promisedAt),
      dueAt: iso(row.dueAt),
      overdue: row.dueAt !== null && (row.dueAt as Date) < clock.now(),
      createdAt: iso(row.createdAt),
    };
  });
  return { data, meta: { nextCursor: page.nextCursor, ...count } };
};
