import type { Context } from 'koa';
import type { Knex } from 'knex';
import { OCCUPANCIES, type HouseholdListItem, type Occupancy, type Page, type Ref } from '../../../../../contracts';
import type { Actor } from '../../../kernel/access/actor';
import { iso, namedBy } from '../../../kernel/api/present';
import { idParam } from '../../../kernel/api/record-param';
import { choicesParam, onlyParams, textParam, wholeNumber } from '../../../kernel/api/respond';
import type { Kernel } from '../../../kernel/kernel';
import { byCommunity, mergedCount, mergedPage } from '../../../kernel/storage/keyset';
import type { Row } from '../../../kernel/storage/rows';
import { BUILDING_UID, COMMUNITY_UID, STAFF_UID } from '../../staff';
import { HOUSEHOLD_UID } from '../uids';
import type { Gaps } from './completeness';
import { filesWhere, ownersOf } from './queries';

/** A record in a line. */
export const refOf = (row?: Row | null): Ref | null =>
  row ? { documentId: row.documentId, name: String(row.name ?? row.number ?? row.title ?? '') } : null;

/** What is missing, that which is missing longest first. */
export const gapsListed = (gaps: unknown) =>
  Object.entries((gaps ?? {}) as Gaps)
    .map(([code, since]) => ({ code: code as keyof Gaps, since }))
    .sort((one, other) => one.since.localeCompare(other.since));

/** `GET /households`: files in the order in which they were made; incomplete ones by how long they have been so. */
export const listFiles = async (
  kernel: Kernel,
  actor: Actor,
  ctx: Context
): Promise<Page<HouseholdListItem> & { meta: { incomplete: number; incompleteIsCapped: boolean } }> => {
  onlyParams(ctx, ['community', 'building', 'responsible', 'incomplete', 'occupancy', 'cursor', 'limit']);
  const { rows, strapi } = kernel;
  const { connection } = strapi.db;
  const community = await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID);
  const within = community === undefined ? actor.communities : [community];
  const asked = {
    building: await idParam(kernel, actor, ctx, 'building', BUILDING_UID),
    responsible: await idParam(kernel, actor, ctx, 'responsible', STAFF_UID),
    occupancies: choicesParam(ctx, 'occupancy', OCCUPANCIES),
  };
  const incomplete = choicesParam(ctx, 'incomplete', ['true', 'false'])?.[0];
  const files = (lacking?: boolean) =>
    byCommunity(filesWhere(connection, { ...asked, incomplete: lacking }).select('*'), within);
  const parts = files(incomplete === undefined ? undefined : incomplete === 'true');
  const count = await mergedCount(connection, parts);
  const lacking = await mergedCount(connection, files(true));
  const order =
    incomplete === 'true' ? [{ column: 'incomplete_since', instant: true }, { column: 'id' }] : [{ column: 'id' }];
  const page = await mergedPage(connection, parts, order, {
    cursor: textParam(ctx, 'cursor'),
    limit: wholeNumber(ctx, 'limit', 25, 100),
  });
  const found = page.rows.map((raw) => rows.fromColumns(HOUSEHOLD_UID, raw));
  const named = namedBy(kernel, found);
  const [communities, buildings] = [await named(COMMUNITY_UID, 'community'), await named(BUILDING_UID, 'building')];
  const people = await named(STAFF_UID, 'responsible');
  const owners = await ownersOf(
    connection,
    found.map(({ id }) => id)
  );
  const data = found.map((row) => ({
    documentId: row.documentId,
    fileNumber: row.fileNumber as string | null,
    name: (row.name as string | null) ?? '',
    community: refOf(communities.get(row.community as number)) as Ref,
    building: refOf(buildings.get(row.building as number)),
    owners: owners.get(row.id) ?? [],
    responsible: refOf(people.get(row.responsible as number)),
    occupancy: row.occupancy as Occupancy | null,
    gaps: gapsListed(row.gaps),
    incompleteSince: iso(row.incompleteSince),
  }));
  // Names of owners are seen: whose list it was stands on the access log.
  const entry = {
    kind: 'list' as const,
    recordType: HOUSEHOLD_UID,
    recordDocumentId: '',
    records: data.length,
    actor,
    community: community ?? null,
  };
  await strapi.db.transaction(({ trx }) => kernel.confidential.log(trx as Knex.Transaction, [entry]));
  return {
    data,
    meta: {
      nextCursor: page.nextCursor,
      ...count,
      incomplete: lacking.total,
      incompleteIsCapped: lacking.totalIsCapped,
    },
  };
};
