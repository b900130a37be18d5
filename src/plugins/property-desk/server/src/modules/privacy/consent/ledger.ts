import type { Knex } from 'knex';
import { say, type ConsentPurpose } from '../../../../../contracts';
import { invalid } from '../../../kernel/errors';
import type { Kernel } from '../../../kernel/kernel';
import type { Row } from '../../../kernel/storage/rows';
import { RESIDENT_UID } from '../../household';
import { CONSENT_STATEMENT_UID, CONSENT_UID } from '../row';
import { isMarked } from './purposes';
import { currentConsent, currentKey, end, latestVersion, mark, statementInForce } from './queries';

/** Whose consent, to what, and how it came. */
export interface Given {
  resident: { id: number; documentId: string };
  community: number;
  purpose: ConsentPurpose;
  way: string;
  by: string;
  /** documentId of the statement that the person has read; another one in force meanwhile is refused. */
  read?: string;
}

/** The statement in force; for notices by mail and text message every community begins with the same one. */
export const statementFor = async (
  { rows, numbering, clock, settings }: Kernel,
  trx: Knex.Transaction,
  community: number,
  purpose: ConsentPurpose
): Promise<Row | null> => {
  const now = clock.now();
  const found = await statementInForce(trx, rows, community, purpose, now);
  if (found || !isMarked(purpose)) return found;
  // Two who need it at once make it once: the sequence's row is the lock.
  await numbering.next(trx, `consent-statement:${community}:${purpose}`, now);
  const made = await statementInForce(trx, rows, community, purpose, now);
  if (made) return made;
  const values = {
    community,
    purpose,
    version: (await latestVersion(trx, community, purpose)) + 1,
    title: say(settings.locale, `consent.default.${purpose}.title`),
    text: say(settings.locale, `consent.default.${purpose}.text`),
    effectiveFrom: now,
  };
  return { ...values, ...(await rows.insert(trx, CONSENT_STATEMENT_UID, values, now)) };
};

/** The person, locked until the transaction ends: of two who give or take back at once, one comes after the other. */
const held = (kernel: Kernel, trx: Knex.Transaction, documentId: string) =>
  kernel.rows.lock(trx, RESIDENT_UID, documentId);

/**
 * Records a consent in the words of the statement in force. Whoever has agreed to this version has agreed; an earlier
 * version gives way to it.
 * @throws ValidationError where there is nothing to agree to, or the statement has changed since it was read
 */
export const give = async (kernel: Kernel, trx: Knex.Transaction, given: Given): Promise<void> => {
  const { rows, clock } = kernel;
  const { resident, community, purpose, way, by, read } = given;
  const now = clock.now();
  await held(kernel, trx, resident.documentId);
  const statement = await statementFor(kernel, trx, community, purpose);
  if (!statement) throw invalid('purpose', 'error.noStatement');
  if (read !== undefined && read !== statement.documentId) throw invalid('statement', 'error.statementChanged');
  const standing = await currentConsent(trx, rows, resident.id, purpose);
  if (standing?.version !== statement.version) {
    if (standing) await end(trx, rows, standing.id, { withdrawnAt: now, withdrawnWay: 'newer', withdrawnBy: by });
    const values = {
      resident: resident.id,
      community,
      statement: statement.id,
      purpose,
      version: statement.version,
      text: statement.text,
      givenAt: now,
      givenWay: way,
      givenBy: by,
      currentKey: currentKey(resident.id, purpose),
    };
    await rows.insert(trx, CONSENT_UID, values, now);
  }
  if (isMarked(purpose)) await mark(trx, rows, RESIDENT_UID, resident.id, purpose, true, now);
};

/** Records that a consent is taken back; what nobody gave needs no taking back. */
export const takeBack = async (
  kernel: Kernel,
  trx: Knex.Transaction,
  { resident, purpose, way, by }: Omit<Given, 'community' | 'read'>
): Promise<void> => {
  const { rows, clock } = kernel;
  const now = clock.now();
  await held(kernel, trx, resident.documentId);
  const standing = await currentConsent(trx, rows, resident.id, purpose);
  if (standing) await end(trx, rows, standing.id, { withdrawnAt: now, withdrawnWay: way, withdrawnBy: by });
  if (isMarked(purpose)) await mark(trx, rows, RESIDENT_UID, resident.id, purpose, false, now);
};
