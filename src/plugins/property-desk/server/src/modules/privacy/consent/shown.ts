import type { Knex } from 'knex';
import { CONSENT_PURPOSES, type ConsentItem } from '../../../../../contracts';
import { iso } from '../../../kernel/api/present';
import type { Kernel } from '../../../kernel/kernel';
import { consentsOf, statementInForce } from './queries';

/** What a resident agreed to and could agree to, purpose by purpose; one that has no statement and no consent is left out. */
export const consentItems = async (
  kernel: Kernel,
  trx: Knex.Transaction,
  resident: number,
  community: number
): Promise<ConsentItem[]> => {
  const all = await consentsOf(trx, kernel.rows, resident);
  const now = kernel.clock.now();
  const items: ConsentItem[] = [];
  for (const purpose of CONSENT_PURPOSES) {
    const statement = await statementInForce(trx, kernel.rows, community, purpose, now);
    const own = all.filter((consent) => consent.purpose === purpose);
    if (!statement && own.length === 0) continue;
    const standing = own.find((consent) => consent.currentKey !== null);
    items.push({
      purpose,
      statement: statement && {
        documentId: statement.documentId,
        version: statement.version as number,
        title: statement.title as string,
        text: statement.text as string,
      },
      given: standing
        ? {
            documentId: standing.documentId,
            version: standing.version as number,
            givenAt: iso(standing.givenAt) as string,
            way: standing.givenWay as string,
            by: (standing.givenBy as string | null) ?? '',
          }
        : null,
      withdrawn: own
        .filter((consent) => consent.currentKey === null)
        .map((consent) => ({
          version: consent.version as number,
          givenAt: iso(consent.givenAt) as string,
          withdrawnAt: iso(consent.withdrawnAt) ?? '',
          way: (consent.withdrawnWay as string | null) ?? '',
          by: (consent.withdrawnBy as string | null) ?? '',
        })),
    });
  }
  return items;
};
