import type { Knex } from 'knex';
import type { Kernel } from '../../kernel/kernel';

export const LETTERHEAD_UID = 'plugin::property-desk.letterhead';

/** What is shown of a letterhead; its content is read only to print on it. */
export interface LetterheadLine {
  id: number;
  documentId: string;
  community: number;
  name: string;
  size: number;
  places: string[];
  at: Date;
  by: string | null;
}

const FACTS = ['id', 'document_id', 'community_id', 'name', 'size', 'places', 'at', 'by'];

/** Letterheads of these communities, or of all. */
export const letterheads = async (
  { rows, strapi }: Kernel,
  of: number[] | 'all',
  documentId?: string
): Promise<LetterheadLine[]> => {
  const query = strapi.db.connection(rows.table(LETTERHEAD_UID).name).select(FACTS).orderBy('id');
  if (of !== 'all') query.whereIn('community_id', of);
  if (documentId !== undefined) query.where({ document_id: documentId });
  const found: Record<string, unknown>[] = await query;
  return found.map((raw) => rows.fromColumns(LETTERHEAD_UID, raw) as unknown as LetterheadLine);
};

/** Takes away the letterhead of a community. */
export const dropLetterhead = (trx: Knex, { rows }: Kernel, community: number): Promise<number> =>
  trx(rows.table(LETTERHEAD_UID).name).where({ community_id: community }).delete();
