import type { Context } from 'koa';
import type { Knex } from 'knex';
import {
  PREVENTIVE_ACTION_ENDED,
  PREVENTIVE_ACTION_STATES,
  type Page,
  type PreventiveActionListItem,
  type Ref,
} from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { iso } from '../../kernel/api/present';
import { idParam } from '../../kernel/api/record-param';
import { choicesParam, onlyParams, textParam, wholeNumber } from '../../kernel/api/respond';
import type { Kernel } from '../../kernel/kernel';
import { cappedCount, keysetPage } from '../../kernel/storage/keyset';
import type { Row } from '../../kernel/storage/rows';
import { COMMUNITY_UID, STAFF_UID } from '../staff';
import { PREVENTIVE_ACTION_UID, type PreventiveActionRow } from './row';

const COMPLAINT_UID = 'plugin::property-desk.complaint';
const TABLE = 'pd_preventive_actions';

const ref = (row?: Row): Ref | null =>
  row ? { documentId: row.documentId, name: String(row.name ?? row.number ?? '') } : null;

/** `GET /preventive-actions`: what is open as it falls due, else latest first; of one complaint, all of it. */
export const listPreventiveActions = async (
  kernel: Kernel,
  actor: Actor,
  ctx: Context
): Promise<Page<PreventiveActionListItem>> => {
  onlyParams(ctx, ['state', 'owner', 'community', 'complaint', 'overdue', 'cursor', 'limit']);
  const { connection } = kernel.strapi.db;
  const { rows, clock } = kernel;
  const community = await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID);
  const owner = await idParam(kernel, actor, ctx, 'owner', STAFF_UID);
  const complaint = await idParam(kernel, actor, ctx, 'complaint', COMPLAINT_UID);
  const asked = choicesParam(ctx, 'state', PREVENTIVE_ACTION_STATES);
  const states = asked ?? (complaint === undefined ? ['open', 'recurred'] : [...PREVENTIVE_ACTION_STATES]);

  const query = connection(TABLE).whereIn('state', states);
  if (community !== undefined) query.where({ community_id: community });
  else if (actor.communities !== 'all') query.whereIn('community_id', actor.communities);
  if (owner !== undefined) query.where({ owner_id: owner });
  if (complaint !== undefined) query.where({ complaint_id: complaint });
  if (choicesParam(ctx, 'overdue', ['true', 'false'])?.[0] === 'true') query.where('due_at', '<', clock.now());
  const open = !states.some((state) => (PREVENTIVE_ACTION_ENDED as readonly string[]).includes(state));
  if (open) query.whereNull('ended_at').whereNotNull('due_at');
  const count = await cappedCount(connection, query);
  const order = open ? [{ column: 'due_at', instant: true }, { column: 'id' }] : [{ column: 'id', descending: true }];
  const page = await keysetPage(query.select('*'), order, {
    cursor: textParam(ctx, 'cursor'),
    limit: wholeNumber(ctx, 'limit', 25, 100),
  });
  const found = page.rows.map((raw) => rows.fromColumns(PREVENTIVE_ACTION_UID, raw) as PreventiveActionRow);
  const named = (uid: string, ...attributes: string[]) =>
    rows.byIds(
      connection,
      uid,
      found.flatMap((row) => attributes.map((attribute) => row[attribute]))
    );
  const communities = await named(COMMUNITY_UID, 'community');
  const people = await named(STAFF_UID, 'owner');
  const complaints = await named(COMPLAINT_UID, 'complaint', 'recurrence');
  const earlier = await named(PREVENTIVE_ACTION_UID, 'recurrenceOf');
  const data = found.map((row) => ({
    documentId: row.documentId,
    number: row.number,
    title: row.title,
    state: row.state,
    revision: row.revision,
    what: row.what,
    owner: ref(people.get(row.owner as number)),
    community: ref(communities.get(row.community)) as Ref,
    complaint: ref(complaints.get(row.complaint as number)),
    recurrenceOf: ref(earlier.get(row.recurrenceOf as number)),
    recurrence: ref(complaints.get(row.recurrence as number)),
    promisedAt: iso(row.promisedAt),
    dueAt: iso(row.dueAt),
    overdue: row.dueAt !== null && row.dueAt < clock.now(),
    createdAt: iso(row.createdAt) as string,
  }));
  return { data, meta: { nextCursor: page.nextCursor, ...count } };
};

/**
 * Actions that were done about these complaints, and about whose recurrence in `complaint` nobody has been asked yet.
 * One that gave way to another after an earlier recurrence is no longer the answer.
 */
export const doneAbout = async (trx: Knex, complaints: number[], complaint: number): Promise<string[]> => {
  if (complaints.length === 0) return [];
  const found: { document_id: string }[] = await trx({ a: TABLE })
    .whereIn('a.complaint_id', complaints)
    .where({ 'a.state': 'done' })
    .whereNotExists(
      trx({ r: TABLE })
        .select(trx.raw('1'))
        .whereRaw('r.recurrence_of_id = a.id')
        .where((asked: Knex.QueryBuilder) =>
          asked.where({ 'r.recurrence_id': complaint }).orWhereIn('r.state', ['open', 'done'])
        )
    )
    .orderBy('a.id')
    .select('a.document_id');
  return found.map(({ document_id: documentId }) => documentId);
};
