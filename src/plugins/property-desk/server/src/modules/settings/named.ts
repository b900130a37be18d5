import { covers, type Actor } from '../../kernel/access/actor';
import { invalid, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { COMMUNITY_UID } from '../staff';

/** A field names a record that is not there, or not the caller's. */
export const unknown = (field: string) =>
  invalid(field, 'error.unknownReference', { field: { word: `field.${field}` } });

/**
 * A record that the address names.
 * @throws NotFoundError for one that is not there or belongs to a community that is not the actor's
 */
export const recordNamed = async (kernel: Kernel, actor: Actor, uid: string, documentId: unknown): Promise<Row> => {
  const row =
    typeof documentId === 'string' ? await kernel.rows.first(kernel.strapi.db.connection, uid, { documentId }) : null;
  if (!row) throw notFound();
  const community = uid === COMMUNITY_UID ? row.id : (row.community as number | undefined);
  if (community !== undefined && !covers(actor, community)) throw notFound();
  return row;
};
