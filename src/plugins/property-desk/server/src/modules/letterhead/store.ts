import type { Knex } from 'knex';
import { LETTERHEAD_PLACES } from '../../../../contracts';
import { safeName } from '../../kernel/files/inspect';
import type { Actor } from '../../kernel/access/actor';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { checkTemplate, type TemplateFault } from '../../kernel/print';
import { COMMUNITY_UID } from '../staff';
import { dropLetterhead, LETTERHEAD_UID } from './queries';

const refusal = (found: TemplateFault) => {
  switch (found.fault) {
    case 'package':
      return invalid('files', 'error.letterhead.package', { why: found.why });
    case 'part':
      return invalid('files', 'error.letterhead.part', { part: found.part });
    case 'place':
      return invalid('files', 'error.letterhead.place', {
        places: found.places.map((name) => `{{${name}}}`),
        allowed: LETTERHEAD_PLACES.map((name) => `{{${name}}}`),
      });
    default:
      return invalid('files', `error.letterhead.${found.fault}`);
  }
};

/**
 * Makes a Word file the letterhead of a community, in place of the one that it had.
 * @throws ValidationError naming `files` and what is wrong with it
 */
export const keepLetterhead = async (
  kernel: Kernel,
  actor: Actor,
  community: number,
  file: { name: string; buffer: Buffer }
): Promise<string> => {
  const found = await checkTemplate(file.buffer, LETTERHEAD_PLACES);
  if ('fault' in found) throw refusal(found);
  const at = kernel.clock.now();
  const { documentId } = await kernel.strapi.db.transaction(async ({ trx }) => {
    const within = trx as Knex.Transaction;
    // Two people at once: the second waits, and replaces what the first has put.
    const { documentId: of } = (await kernel.rows.first(within, COMMUNITY_UID, { id: community }))!;
    await kernel.rows.lock(within, COMMUNITY_UID, of);
    await dropLetterhead(within, kernel, community);
    const values = {
      community,
      name: safeName(file.name, 'docx'),
      size: found.file.length,
      places: found.places,
      content: found.file.toString('base64'),
      at,
      by: actor.name,
    };
    return kernel.rows.insert(within, LETTERHEAD_UID, values, at);
  });
  return documentId;
};

/** The Word file that papers of a community are printed on, or null where there is none. */
export const letterheadOf = async ({ rows, strapi }: Kernel, community: number): Promise<Buffer | null> => {
  const row = await rows.first(strapi.db.connection, LETTERHEAD_UID, { community });
  return row ? Buffer.from(row.content as string, 'base64') : null;
};
