import { covers, type Actor } from '../../kernel/access/actor';
import type { Kernel } from '../../kernel/kernel';
import { readerOf } from './list';
import { documentsByIds, seekDocuments } from './queries';
import { DOCUMENT_UID, type DocumentRow } from './row';
import { documentWorkflow } from './workflow';

const LIMIT = 10;

/**
 * Documents in the archive by their whole number or the words of their title, latest first; none that is confidential
 * and not for whoever asks.
 * @param community numeric id, where only one is asked about
 */
export const documentsNamed = async (
  kernel: Kernel,
  actor: Actor,
  text: string,
  community?: number
): Promise<DocumentRow[]> => {
  const sought = { query: text, states: ['filed', 'disposing'], reader: readerOf(actor), community };
  const { ids } = await seekDocuments(kernel, actor, sought, { limit: LIMIT });
  const { rows, strapi } = kernel;
  const numbered = (await rows.find(strapi.db.connection, DOCUMENT_UID, { number: text.trim() })) as DocumentRow[];
  const known = numbered.filter(
    (row) =>
      row.endedAt === null &&
      covers(actor, row.community) &&
      (community ?? row.community) === row.community &&
      documentWorkflow.sight?.(row, actor) !== 'none'
  );
  const further = (await documentsByIds(kernel, ids)).filter(({ id }) => !known.some((row) => row.id === id));
  return [...known, ...further].slice(0, LIMIT);
};
