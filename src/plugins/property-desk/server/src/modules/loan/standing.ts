import type { LoanHolder, LoanItemFound, LoanStanding, Ref } from '../../../../contracts';
import { iso } from '../../kernel/api/present';
import { refTo } from '../../kernel/api/promise-list';
import type { Kernel } from '../../kernel/kernel';
import { COMMUNITY_UID, STAFF_UID } from '../staff';
import { itemOf, KINDS, type Found } from './items';
import { loansOut, loansWaiting } from './queries';
import type { LoanRow } from './row';

const borrowersOf = ({ rows, strapi }: Kernel, loans: LoanRow[]) =>
  rows.byIds(
    strapi.db.connection,
    STAFF_UID,
    loans.map(({ borrower }) => borrower)
  );

/**
 * Who has items that are not in their places, by the item's documentId: household files, documents, keys. An item that
 * is where it belongs is not in the answer. The caller has seen to it that the items may be known of.
 */
export const whoHas = async (kernel: Kernel, items: string[]): Promise<Map<string, LoanHolder>> => {
  const out = await loansOut(kernel.rows, kernel.strapi.db.connection, items);
  const people = await borrowersOf(kernel, [...out.values()]);
  const now = kernel.clock.now();
  return new Map(
    [...out].map(([item, loan]) => [
      item,
      {
        loan: { documentId: loan.documentId, number: loan.number },
        state: loan.state as LoanHolder['state'],
        borrower: refTo(people.get(loan.borrower as number)),
        until: iso(loan.until) as string,
        overdue: loan.state === 'lent' && loan.until < now,
      },
    ])
  );
};

/** Items as the request form lists them. */
export const describeItems = async (kernel: Kernel, found: Found[]): Promise<LoanItemFound[]> => {
  const { rows, strapi } = kernel;
  const communities = await rows.byIds(
    strapi.db.connection,
    COMMUNITY_UID,
    found.map(({ row }) => row.community)
  );
  const holders = await whoHas(
    kernel,
    found.map(({ row }) => row.documentId)
  );
  return found.map(({ type, row }) => ({
    ...itemOf(type, row),
    community: refTo(communities.get(row.community as number)) as Ref,
    place: (KINDS[type].place(row) as string | null) ?? null,
    holder: holders.get(row.documentId) ?? null,
  }));
};

/** One item, who has it, and who waits for it. */
export const standingOf = async (kernel: Kernel, found: Found): Promise<LoanStanding> => {
  const [item] = await describeItems(kernel, [found]);
  const waiting = await loansWaiting(kernel.rows, kernel.strapi.db.connection, item.documentId);
  const people = await borrowersOf(kernel, waiting);
  return {
    item,
    queue: waiting.map((loan) => ({
      loan: { documentId: loan.documentId, number: loan.number },
      state: loan.state as LoanStanding['queue'][number]['state'],
      borrower: refTo(people.get(loan.borrower as number)),
      from: iso(loan.from) as string,
      until: iso(loan.until) as string,
    })),
  };
};
