import type { Knex } from 'knex';
import type { Context } from 'koa';
import type { Actor } from '../../kernel/access/actor';
import type { Period } from '../../kernel/clock/clock';
import { attachment, onlyParams, textParam } from '../../kernel/api/respond';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { DOCX_TYPE, renderDocument, type DocumentSpec } from '../../kernel/print';
import type { Row } from '../../kernel/storage/rows';
import { officeOf, type Office } from './office';
import { communityParam } from './options';

/** What a paper over a month says of itself. Times are formatted already. */
export interface MonthPaper extends Office {
  /** `2026-11`. */
  month: string;
  printedAt: string;
  printedBy: string;
}

/** A month of one community. */
export interface MonthOf extends Period {
  community: Row;
}

/**
 * `GET …/ledger/print?month=&community=`: a month of one community on paper, on the access log.
 * @param recordType what the log calls it, e.g. `complaint-ledger`
 */
export const monthPaper =
  (
    recordType: string,
    make: (kernel: Kernel, of: MonthOf, paper: MonthPaper) => Promise<{ name: string; document: DocumentSpec }>
  ) =>
  async (kernel: Kernel, actor: Actor, ctx: Context): Promise<void> => {
    onlyParams(ctx, ['month', 'community']);
    const { clock, strapi, confidential } = kernel;
    const text = textParam(ctx, 'month', 7);
    const month = text ? clock.month(text) : null;
    if (!text || !month) throw invalid('month', 'error.month');
    const community = await communityParam(kernel, actor, ctx);
    const paper = {
      ...officeOf(community),
      month: text,
      printedAt: clock.format(clock.now()),
      printedBy: actor.name,
    };
    const { name, document } = await make(kernel, { ...month, community }, paper);
    const entry = {
      kind: 'print' as const,
      recordType,
      recordDocumentId: community.documentId,
      reason: text,
      actor,
      community: community.id,
    };
    await strapi.db.transaction(({ trx }) => confidential.log(trx as Knex.Transaction, [entry]));
    attachment(ctx, name, DOCX_TYPE, await renderDocument(document));
  };
