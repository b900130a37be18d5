import { POLICY_STATES, type Page, type PolicyListItem, type Ref } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { iso, namedBy } from '../../kernel/api/present';
import { idParam } from '../../kernel/api/record-param';
import { choicesParam, onlyParams, textParam, wholeNumber, type Asked } from '../../kernel/api/respond';
import type { Kernel } from '../../kernel/kernel';
import { cappedCount, keysetPage } from '../../kernel/storage/keyset';
import type { Row } from '../../kernel/storage/rows';
import { COMMUNITY_UID, STAFF_UID } from '../staff';
import { acknowledgedBy, policiesQuery } from './queries';
import { POLICY_UID, type PolicyRow } from './row';

const ref = (row?: Row): Ref | null => (row ? { documentId: row.documentId, name: String(row.name ?? '') } : null);

/** How many have acknowledged each version that is in force, of all who are active there now. */
const acknowledgedOf = async (kernel: Kernel, policies: PolicyRow[]) => {
  const { connection } = kernel.strapi.db;
  const inForce = policies.filter(({ state }) => state === 'effective');
  const done = await acknowledgedBy(
    connection,
    inForce.map(({ id }) => id)
  );
  const counts = new Map<number, { done: number; total: number }>();
  for (const { id, community } of inForce) {
    const people = await kernel.directory().colleagues(connection, community);
    counts.set(id, { done: people.filter((person) => done.get(id)?.has(person.id)).length, total: people.length });
  }
  return counts;
};

/** `GET /policies`: latest first. */
export const listPolicies = async (kernel: Kernel, actor: Actor, ctx: Asked): Promise<Page<PolicyListItem>> => {
  onlyParams(ctx, ['state', 'community', 'overdue', 'cursor', 'limit']);
  const { connection } = kernel.strapi.db;
  const { rows, clock } = kernel;
  const community = await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID);
  const states = choicesParam(ctx, 'state', POLICY_STATES);
  const query = policiesQuery(connection);
  if (states) query.whereIn('state', states);
  if (community !== undefined) query.where({ community_id: community });
  else if (actor.communities !== 'all') query.whereIn('community_id', actor.communities);
  if (choicesParam(ctx, 'overdue', ['true', 'false'])?.[0] === 'true') query.where('due_at', '<', clock.now());
  const count = await cappedCount(connection, query);
  const page = await keysetPage(query.select('*'), [{ column: 'id', descending: true }], {
    cursor: textParam(ctx, 'cursor'),
    limit: wholeNumber(ctx, 'limit', 25, 100),
  });
  const found = page.rows.map((raw) => rows.fromColumns(POLICY_UID, raw) as PolicyRow);
  const named = namedBy(kernel, found);
  const communities = await named(COMMUNITY_UID, 'community');
  const people = await named(STAFF_UID, 'author', 'approver');
  const acknowledged = await acknowledgedOf(kernel, found);
  const data = found.map((row) => ({
    documentId: row.documentId,
    number: row.number,
    title: row.title,
    state: row.state,
    revision: row.revision,
    community: ref(communities.get(row.community)) as Ref,
    author: ref(people.get(row.author as number)),
    approver: ref(people.get(row.approver as number)),
    effectiveOn: row.effectiveOn,
    effectiveAt: iso(row.effectiveAt),
    endedAt: iso(row.endedAt),
    acknowledged: acknowledged.get(row.id) ?? null,
    dueAt: iso(row.dueAt),
    overdue: row.dueAt !== null && row.dueAt < clock.now(),
    createdAt: iso(row.createdAt) as string,
  }));
  return { data, meta: { nextCursor: page.nextCursor, ...count } };
};
