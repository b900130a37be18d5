import type { Context } from 'koa';
import type { Knex } from 'knex';
import { CONSENT_PURPOSES, type ConsentStatementItem } from '../../../../../contracts';
import type { Actor } from '../../../kernel/access/actor';
import { iso } from '../../../kernel/api/present';
import { idParam } from '../../../kernel/api/record-param';
import { onlyParams } from '../../../kernel/api/respond';
import { invalid } from '../../../kernel/errors';
import type { Kernel } from '../../../kernel/kernel';
import { COMMUNITY_UID } from '../../staff';
import { CONSENT_STATEMENT_UID } from '../row';
import { statementInForce, usesOf } from './queries';

/** `GET /consent-statements?community=`: every version of a community's statements, latest first, and how many agreed. */
export const statementList = async (
  kernel: Kernel,
  actor: Actor,
  ctx: Context
): Promise<{ data: ConsentStatementItem[] }> => {
  onlyParams(ctx, ['community']);
  const community = await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID);
  if (community === undefined)
    throw invalid('community', 'error.unknownReference', { field: { word: 'field.community' } });
  return kernel.strapi.db.transaction(async ({ trx: transaction }) => {
    const trx = transaction as Knex.Transaction;
    const inForce = new Set<number>();
    for (const purpose of CONSENT_PURPOSES) {
      const statement = await statementInForce(trx, kernel.rows, community, purpose, kernel.clock.now());
      if (statement) inForce.add(statement.id);
    }
    const all = await kernel.rows.find(trx, CONSENT_STATEMENT_UID, { community });
    const uses = await usesOf(
      trx,
      all.map(({ id }) => id)
    );
    const order = (purpose: unknown) => CONSENT_PURPOSES.indexOf(purpose as never);
    return {
      data: all
        .sort((one, other) => order(one.purpose) - order(other.purpose) || Number(other.version) - Number(one.version))
        .map((row) => ({
          documentId: row.documentId,
          purpose: row.purpose as ConsentStatementItem['purpose'],
          version: row.version as number,
          title: row.title as string,
          text: row.text as string,
          effectiveFrom: iso(row.effectiveFrom),
          inForce: inForce.has(row.id),
          agreed: uses.get(row.id)?.now ?? 0,
          ever: uses.get(row.id)?.ever ?? 0,
        })),
    };
  });
};
