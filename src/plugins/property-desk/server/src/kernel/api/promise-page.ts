import type { Context } from 'koa';
import type { Page, Ref } from '../../../../contracts';
import { COMMUNITY_UID, STAFF_UID, type Actor } from '../access/actor';
import type { Kernel } from '../kernel';
import { cappedCount, keysetPage } from '../storage/keyset';
import type { Row } from '../storage/rows';
import type { PromiseRow } from '../workflow/promise';
import { iso } from './present';
import { idParam } from './record-param';
import { choicesParam, onlyParams, textParam, wholeNumber } from './respond';

/** What of a case type of things taken on is listed. */
export interface ListedPromises {
  uid: string;
  states: readonly string[];
  /** States in which it is still to be done: the list without a filter. */
  open: readonly string[];
  /** Attribute, and parameter, of the record that they come from; all of one such record are listed together. */
  from: { attribute: string; uid: string };
}

/** A record in a line. */
export const refTo = (row?: Row): Ref | null =>
  row ? { documentId: row.documentId, name: String(row.name ?? row.number ?? '') } : null;

/** What every line of such a list says. */
const face = (row: PromiseRow, now: Date) => ({
  documentId: row.documentId,
  number: row.number as string,
  title: row.title as string,
  revision: row.revision,
  what: row.what,
  promisedAt: iso(row.promisedAt),
  dueAt: iso(row.dueAt),
  overdue: row.dueAt !== null && row.dueAt < now,
  createdAt: iso(row.createdAt as Date) as string,
});

/** A page of things taken on: what is open as it falls due, else latest first; of one record, all that came from it. */
export const promisePage = async <R extends PromiseRow, L>(
  kernel: Kernel,
  actor: Actor,
  ctx: Context,
  { uid, states, open, from }: ListedPromises,
  rest: (
    found: R[],
    named: (uid: string, ...attributes: string[]) => Promise<Map<number, Row>>
  ) => Promise<(row: R) => L>
): Promise<Page<ReturnType<typeof face> & { owner: Ref | null; community: Ref } & L>> => {
  onlyParams(ctx, ['state', 'owner', 'community', from.attribute, 'overdue', 'cursor', 'limit']);
  const { connection } = kernel.strapi.db;
  const { rows, clock } = kernel;
  const community = await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID);
  const owner = await idParam(kernel, actor, ctx, 'owner', STAFF_UID);
  const source = await idParam(kernel, actor, ctx, from.attribute, from.uid);
  const wanted = choicesParam(ctx, 'state', states) ?? (source === undefined ? open : states);

  const query = connection(rows.table(uid).name).whereIn('state', wanted);
  if (community !== undefined) query.where({ community_id: community });
  else if (actor.communities !== 'all') query.whereIn('community_id', actor.communities);
  if (owner !== undefined) query.where({ owner_id: owner });
  if (source !== undefined) query.where({ [rows.column(uid, from.attribute)]: source });
  if (choicesParam(ctx, 'overdue', ['true', 'false'])?.[0] === 'true') query.where('due_at', '<', clock.now());
  const running = wanted.every((state) => open.includes(state));
  if (running) query.whereNull('ended_at').whereNotNull('due_at');
  const count = await cappedCount(connection, query);
  const order = running
    ? [{ column: 'due_at', instant: true }, { column: 'id' }]
    : [{ column: 'id', descending: true }];
  const page = await keysetPage(query.select('*'), order, {
    cursor: textParam(ctx, 'cursor'),
    limit: wholeNumber(ctx, 'limit', 25, 100),
  });
  const found = page.rows.map((raw) => rows.fromColumns(uid, raw) as R);
  const named = (other: string, ...attributes: string[]) =>
    rows.byIds(
      connection,
      other,
      found.flatMap((row) => attributes.map((attribute) => row[attribute]))
    );
  const communities = await named(COMMUNITY_UID, 'community');
  const people = await named(STAFF_UID, 'owner');
  const more = await rest(found, named);
  const data = found.map((row) => ({
    ...face(row, clock.now()),
    owner: refTo(people.get(row.owner as number)),
    community: refTo(communities.get(row.community)) as Ref,
    ...more(row),
  }));
  return { data, meta: { nextCursor: page.nextCursor, ...count } };
};
