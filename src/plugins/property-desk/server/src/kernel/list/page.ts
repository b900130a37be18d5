import type { Knex } from 'knex';
import type { Page } from '../../../../contracts';
import type { Actor } from '../access/actor';
import { textParam, wholeNumber, type Asked } from '../api/respond';
import type { AccessEntry } from '../confidential/access-log';
import type { Kernel } from '../kernel';
import { cappedCount, joinedPage, keysetPage, type OrderBy } from '../storage/keyset';
import type { CaseDefinition } from '../workflow/define';
import type { Listing } from './listing';
import { narrowed } from './narrow';

interface Cut {
  cursor?: string;
  limit: number;
}

/** One page of lines, with the count of all that the query leaves. */
export const linesOf = async (
  kernel: Kernel,
  uid: string,
  { lines }: Listing,
  query: Knex.QueryBuilder,
  order: OrderBy[],
  cut: Cut
): Promise<Page<unknown>> => {
  const { connection } = kernel.strapi.db;
  if (typeof lines === 'object') {
    const { rows, ...meta } = await joinedPage(connection, query, order, cut, (page) => lines.join(page, connection));
    const now = kernel.clock.now();
    return { data: rows.map((raw) => lines.line(kernel, raw, now)), meta };
  }
  const count = await cappedCount(connection, query);
  const { rows, nextCursor } = await keysetPage(query.clone().select('*'), order, cut);
  const found = rows.map((raw) => kernel.rows.fromColumns(uid, raw));
  return { data: await lines(kernel, found), meta: { nextCursor, ...count } };
};

/** Puts a look at many records onto the access log. */
export const logMany = (kernel: Kernel, entry: Omit<AccessEntry, 'recordDocumentId'>) =>
  kernel.strapi.db.transaction(({ trx }) =>
    kernel.confidential.log(trx as Knex.Transaction, [{ ...entry, recordDocumentId: '' }])
  );

/** `GET /:cases` and `POST /:cases/search`: one page. Who looks for a telephone is on the access log. */
export const casePage = async (
  kernel: Kernel,
  definition: CaseDefinition,
  listing: Listing,
  actor: Actor,
  asked: Asked
): Promise<Page<unknown>> => {
  const { query, order, community, personal } = await narrowed(kernel, definition, listing, actor, asked);
  const cut = { cursor: textParam(asked, 'cursor'), limit: wholeNumber(asked, 'limit', 25, 100) };
  const page = await linesOf(kernel, definition.uid, listing, query, order, cut);
  const records = page.data.length;
  if (personal || (listing.logged && records > 0))
    await logMany(kernel, {
      kind: personal ? 'search' : 'list',
      recordType: definition.name,
      records,
      actor,
      community,
    });
  return page;
};
