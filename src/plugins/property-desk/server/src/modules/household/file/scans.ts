import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Context } from 'koa';
import { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor';
import { serveFile } from '../../../kernel/api/case-api';
import { bodyOf, localeOf } from '../../../kernel/api/respond';
import { filesOf } from '../../../kernel/api/upload';
import { redact } from '../../../kernel/confidential/kinds';
import { invalid, notFound } from '../../../kernel/errors';
import type { StoredFile } from '../../../kernel/files/files';
import type { Kernel } from '../../../kernel/kernel';
import type { Row } from '../../../kernel/storage/rows';
import type { CaseRow } from '../../../kernel/workflow/define';
import { field, parseInput } from '../../../kernel/workflow/input';
import { HOUSEHOLD_PAPER_UID, HOUSEHOLD_UID } from '../uids';
import { refreshGaps } from './gaps';
import { recountScans, scannedWhere } from './queries';
import { fileNamed } from './named';

/** As the ledger and the access log call a paper. */
const TYPE = 'household-paper';

/** What is asked of whoever takes a scan out again. */
export const REMOVAL = z.strictObject({ reason: field.text(200) });

/** A paper of a household that the caller may see; locked where a transaction is named. */
const paperNamed = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const home = await fileNamed(kernel, actor, ctx.params.documentId as string);
  const { rows, strapi } = kernel;
  const documentId = ctx.params.paper as string;
  const paper = await rows.first(strapi.db.connection, HOUSEHOLD_PAPER_UID, { documentId, household: home.id });
  if (!paper) throw notFound();
  return { home, paper };
};

/** What a change of a paper's scans brings with it: their number, what the file lacks, and the event. */
const settle = async (
  kernel: Kernel,
  trx: Knex.Transaction,
  { home, paper }: { home: Row; paper: Row },
  action: string,
  input: Record<string, unknown>
) => {
  await recountScans(kernel, trx, paper);
  await refreshGaps(kernel, trx, [home.id]);
  const record = { documentId: paper.documentId, name: redact(paper.name as string) };
  await kernel.histories.note(trx, 'household', [{ record: home, action, input: { record, ...input } }]);
};

/** `POST /households/:documentId/papers/:paper/scans`: scans of a paper, kept encrypted and privately. */
export const addScans = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { home, paper } = await paperNamed(kernel, actor, ctx);
  const incoming = await filesOf(ctx, kernel.files.limits);
  const stored = await kernel.files.store(paper.documentId, incoming);
  try {
    await kernel.histories.as(actor, () =>
      kernel.strapi.db.transaction(async ({ trx: transaction }) => {
        const trx = transaction as Knex.Transaction;
        // Taken one after the other: two people cannot together pass the limit, nor miscount.
        await kernel.rows.lock(trx, HOUSEHOLD_UID, home.documentId);
        const on = { caseType: TYPE, caseDocumentId: paper.documentId, action: 'add-scan' };
        await kernel.files.record(trx, stored, on, actor);
        await settle(kernel, trx, { home, paper }, 'add-scan', { files: stored.map(({ name }) => redact(name)) });
      })
    );
  } catch (error) {
    await kernel.files.discard(stored);
    throw error;
  }
  return { data: await kernel.files.list(paper.documentId) };
};

/** `GET /households/:documentId/papers/:paper/scans/:file`: one scan, logged before it is handed out. */
export const readScan = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { home, paper } = await paperNamed(kernel, actor, ctx);
  await serveFile(kernel, { ...paper, community: home.community } as unknown as CaseRow, actor, ctx);
};

/** `POST /households/:documentId/papers/:paper/scans/:file/remove`: takes out what was added by mistake. */
export const removeScan = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { home, paper } = await paperNamed(kernel, actor, ctx);
  const { reason } = parseInput(REMOVAL, bodyOf(ctx), localeOf(ctx, kernel.settings.locale));
  let taken: StoredFile | null = null;
  await kernel.histories.as(actor, () =>
    kernel.strapi.db.transaction(async ({ trx: transaction }) => {
      const trx = transaction as Knex.Transaction;
      await kernel.rows.lock(trx, HOUSEHOLD_UID, home.documentId);
      taken = await kernel.files.take(trx, ctx.params.file as string, paper.documentId);
      if (!taken) throw notFound();
      await kernel.confidential.log(trx, [
        {
          kind: 'file',
          recordType: TYPE,
          recordDocumentId: paper.documentId,
          field: taken.documentId,
          reason,
          actor,
          community: home.community as number,
        },
      ]);
      const files = [redact(taken.name)];
      await settle(kernel, trx, { home, paper }, 'remove-scan', { files, reason: redact(reason) });
    })
  );
  // The row is gone for good; a content that stays behind opens for nobody.
  if (taken) await kernel.files.discard([taken]);
  return { data: await kernel.files.list(paper.documentId) };
};

/** Counts a paper's scans where they are added, and keeps a paper as long as it has some. */
export const keepScans = (strapi: Core.Strapi): void => {
  const uncounted = ({ params }: { params: { data: Record<string, unknown> } }) => {
    delete params.data.scans;
  };
  const refuseWithScans = async ({ params: { where = {} } }: { params: { where?: object } }) => {
    if (await scannedWhere(strapi, where)) throw invalid('scans', 'error.scansFirst');
  };
  strapi.db.lifecycles.subscribe({
    models: [HOUSEHOLD_PAPER_UID],
    beforeCreate: uncounted,
    beforeUpdate: uncounted,
    beforeUpdateMany: uncounted,
    beforeDelete: refuseWithScans,
    beforeDeleteMany: refuseWithScans,
  } as never);
};
