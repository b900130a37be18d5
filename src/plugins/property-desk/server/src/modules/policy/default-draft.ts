import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { SYSTEM } from '../../kernel/access/actor';
import { kernelOf, type Kernel } from '../../kernel/kernel';
import { COMMUNITY_UID } from '../staff';
import { communitiesWithout, hasPolicy } from './queries';
import { policyWorkflow } from './workflow';

/**
 * Gives a community its first draft: the default policy in its company's name. Once: whoever comes at the same time
 * waits at the sequence's row, and a draft that was discarded has been there too.
 */
const giveDraft = async (kernel: Kernel, id: number, documentId: string) =>
  kernel.strapi.db.transaction(async ({ trx }) => {
    await kernel.numbering.next(trx as Knex.Transaction, `policy-default:${id}`, kernel.clock.now());
    if (await hasPolicy(trx as Knex.Transaction, id)) return;
    const input = { community: documentId, from: 'default' };
    await kernel.engine.act(policyWorkflow, { action: 'draft', actor: SYSTEM, input });
  });

/** On start: every community that has never had a policy. */
export const giveDrafts = async (kernel: Kernel) => {
  for (const { id, document_id: documentId } of await communitiesWithout(kernel.strapi.db.connection))
    await giveDraft(kernel, Number(id), documentId);
};

/** From now on: every community that is made, in the transaction that makes it. */
export const giveDraftsToNewcomers = (strapi: Core.Strapi) =>
  strapi.db.lifecycles.subscribe({
    models: [COMMUNITY_UID],
    async afterCreate({ result }: { result: { id: number | string; documentId: string } }) {
      await giveDraft(kernelOf(strapi), Number(result.id), result.documentId);
    },
  } as never);
