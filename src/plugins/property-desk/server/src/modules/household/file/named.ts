import { covers, type Actor } from '../../../kernel/access/actor';
import { notFound } from '../../../kernel/errors';
import type { Kernel } from '../../../kernel/kernel';
import type { Row } from '../../../kernel/storage/rows';
import { HOUSEHOLD_UID } from '../uids';

/** A household of the caller's communities. @throws NotFoundError for an unknown one, or somebody else's */
export const fileNamed = async (kernel: Kernel, actor: Actor, documentId: string): Promise<Row> => {
  const row = await kernel.rows.first(kernel.strapi.db.connection, HOUSEHOLD_UID, { documentId });
  if (!row || !covers(actor, row.community as number)) throw notFound();
  return row;
};
