import type { Knex } from 'knex';
import { say, type PersonalCopy } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { forbidden, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { sees } from '../../kernel/workflow/engine';
import { RESIDENT_UID } from '../household';
import { COMMUNITY_UID } from '../staff';
import { dataRequestWorkflow } from './workflow';
import type { DataRequestRow } from './row';

/** States in which who asks is known, so that their data may be handed to them. */
const KNOWN = ['verified', 'done'];

/**
 * Everything that is held about whoever asked for a copy, in full: their own record and what names them, nobody
 * else's (articles 44 and 45). It goes out with a line on the access log, in the same transaction.
 * @throws ForbiddenError while it is not known who asks, or where something else was asked for
 */
export const personalCopy = async (kernel: Kernel, request: DataRequestRow, actor: Actor): Promise<PersonalCopy> => {
  const { strapi, personal, confidential, clock, rows, settings } = kernel;
  const { locale } = settings;
  if (request.kind !== 'copy' || !KNOWN.includes(request.state)) throw forbidden('error.noCopy');
  return strapi.db.transaction(async ({ trx: transaction }) => {
    const trx = transaction as Knex.Transaction;
    const subject = request.resident === null ? null : await personal.subjectOf(trx, request.resident);
    if (!subject) throw notFound();
    const sections = await personal.copyOf(trx, subject);
    const looks = await personal.looksAt(trx, subject);
    const office = await rows.first(trx, COMMUNITY_UID, { id: request.community });
    await confidential.log(
      trx,
      subject.records.map(({ documentId }) => ({
        kind: 'export' as const,
        recordType: RESIDENT_UID,
        recordDocumentId: documentId,
        records: sections.reduce((sum, { records }) => sum + records.length, 0),
        reason: say(locale, 'reason.copyOfData', { number: request.number }),
        actor,
        community: request.community,
      }))
    );
    return {
      madeAt: clock.format(clock.now()),
      number: request.number,
      company: (office?.companyName as string | null) ?? '',
      community: (office?.name as string | null) ?? '',
      name: subject.names[0] ?? '',
      sections,
      looks: looks.map(({ kind, count, last }) => ({
        what: say(locale, `personal.look.${kind}`),
        count,
        last: clock.format(last),
      })),
    };
  });
};

/** The request of that documentId, if the actor may know of it. */
export const requestFor = async (kernel: Kernel, actor: Actor, documentId: string): Promise<DataRequestRow> => {
  const row = await kernel.rows.first(kernel.strapi.db.connection, dataRequestWorkflow.uid, { documentId });
  if (!row || !sees(dataRequestWorkflow, row as DataRequestRow, actor)) throw notFound();
  return row as DataRequestRow;
};
