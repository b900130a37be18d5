import type { Knex } from 'knex';
import type { Kernel } from '../kernel';
import { byBytes } from '../storage/indexes';
import { plainly } from '../text/plain';
import { anywhere } from '../text/terms';
import type { Searched } from './listing';
import { readSearch } from './search-text';

/** Cases that the beginning of a number may stand for: beyond them one types on. */
const NUMBERED = 500;

/**
 * Narrows a list to what a text finds: the beginning of a number by its index; anything else in the number, in the texts
 * and by the homes that it names, within whatever the list is narrowed to already.
 */
export const searchFor = async (
  kernel: Kernel,
  uid: string,
  { texts, telephoneHash, home }: Searched,
  communities: number[] | 'all',
  typed: string,
  query: Knex.QueryBuilder
): Promise<void> => {
  const { rows, strapi, confidential } = kernel;
  const { client } = strapi.db.dialect;
  const table = rows.table(uid).name;
  const { number, telephone, words } = readSearch(typed);
  if (number) {
    const bytes = byBytes(client, 'number');
    const numbered = strapi.db
      .connection(table)
      .whereRaw(`${bytes} >= ? and ${bytes} < ?`, [number, `${number}\u{10ffff}`])
      .limit(NUMBERED);
    if (communities !== 'all') numbered.whereIn('community_id', communities);
    const found: { id: number }[] = await numbered.select('id');
    query.whereIn(
      'id',
      found.map(({ id }) => Number(id))
    );
    return;
  }
  const homes = home ? await home.named(kernel, communities, typed) : [];
  const like = client === 'postgres' ? 'ilike' : 'like';
  const columns = ['number', ...texts].map((attribute) => rows.column(uid, attribute));
  query.where((any: Knex.QueryBuilder) => {
    if (telephone && telephoneHash)
      any.orWhere(rows.column(uid, telephoneHash), confidential.hash('telephone', telephone));
    if (home && homes.length > 0)
      any.orWhereIn(
        rows.column(uid, home.attribute),
        homes.map(({ id }) => id)
      );
    any.orWhere((all: Knex.QueryBuilder) => {
      for (const word of words)
        all.where((one: Knex.QueryBuilder) => {
          for (const column of columns) one.orWhereRaw(`?? ${like} ? escape '\\'`, [column, anywhere(plainly(word))]);
        });
      if (words.length === 0) all.whereRaw('1 = 0');
    });
  });
};
