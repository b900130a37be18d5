import { COMMUNITY_UID, covers, type Actor } from '../access/actor';
import { invalid } from '../errors';
import type { Kernel } from '../kernel';
import { textParam, type Asked } from './respond';

/**
 * The id of the record that a query parameter names by its documentId, or undefined where the query names none.
 * @throws ValidationError naming the parameter, for an unknown record or one of a community that is not the actor's
 */
export const idParam = async (
  { rows, strapi }: Kernel,
  actor: Actor,
  ctx: Asked,
  name: string,
  uid: string
): Promise<number | undefined> => {
  const documentId = textParam(ctx, name, 64);
  if (!documentId) return undefined;
  const { connection } = strapi.db;
  const unknown = () => invalid(name, 'error.unknownReference', { field: { word: `field.${name}` } });
  // Only what belongs to a community has to be read: an id alone is kept at hand.
  if (rows.table(uid).columns.has('community')) {
    const row = await rows.first(connection, uid, { documentId });
    if (!row || !covers(actor, row.community as number)) throw unknown();
    return row.id;
  }
  const id = await rows.idOf(connection, uid, documentId);
  if (id === null || (uid === COMMUNITY_UID && !covers(actor, id))) throw unknown();
  return id;
};
