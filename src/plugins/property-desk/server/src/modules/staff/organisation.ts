import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { goesRound, type Reporting } from '../../../../contracts';
import { invalid } from '../../kernel/errors';
import { kernelOf, type Kernel } from '../../kernel/kernel';
import { watchWrites } from '../../kernel/storage/watch';
import { heldBy, POST_UID, postsWhere } from './queries';

/** Whoever changes who reports to whom goes one after the other: two changes may make a circle that neither makes alone. */
const ONE_AT_A_TIME = 'organisation';

/** Every post with the one above it, by their documentIds. */
export const reportingOf = async (kernel: Kernel, connection: Knex): Promise<Reporting[]> => {
  const posts = await kernel.rows.find(connection, POST_UID, {});
  const names = new Map(posts.map(({ id, documentId }) => [id, documentId]));
  return posts.map(({ documentId, reportsTo }) => ({
    documentId,
    reportsTo: names.get(reportsTo as number) ?? null,
  }));
};

/**
 * Keeps the organisation of article 4 whole, whatever road a change comes by: no post reports to itself over any number
 * of steps, and none goes while somebody holds it.
 */
export const keepOrganisation = (strapi: Core.Strapi) => {
  const kernel = kernelOf(strapi);
  const inTurn = () =>
    strapi.db.transaction(({ trx }) =>
      kernel.numbering.take(trx as Knex.Transaction, ONE_AT_A_TIME, 0, kernel.clock.now())
    );
  // Before the write: the database empties the field of whoever held the post.
  const keepHeld = async ({ params }: { params: { where?: Record<string, unknown> } }) => {
    for (const { id, name } of await postsWhere(strapi, params.where)) {
      const held = await strapi.db.transaction(({ trx }) => heldBy(trx as Knex.Transaction, id));
      if (held) throw invalid('documentId', 'error.postHeld', { name, count: held });
    }
  };
  strapi.db.lifecycles.subscribe({
    models: [POST_UID],
    async beforeUpdate({ params }: { params: { data?: object } }) {
      if (params.data && 'reportsTo' in params.data) await inTurn();
    },
    beforeDelete: keepHeld,
    beforeDeleteMany: keepHeld,
  } as never);

  watchWrites(strapi, kernel.rows, [POST_UID], async (trx, written) => {
    for (const { before, after } of written) {
      if (!after || after.reportsTo === null || after.reportsTo === before?.reportsTo) continue;
      const posts = await reportingOf(kernel, trx);
      const above = posts.find(({ documentId }) => documentId === after.documentId)?.reportsTo ?? null;
      if (goesRound(posts, after.documentId, above))
        throw invalid('reportsTo', 'error.reportsToItself', { name: after.name });
    }
  });
};
