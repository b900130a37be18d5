import type { Core } from '@strapi/strapi';
import { staffHandler } from '../../kernel/api/handler';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { ModuleRoute } from '../../kernel/module';
import { MOST_ROWS } from '../../kernel/print';
import { monthPaper, STAFF_UID, type MonthOf } from '../staff';
import { register, registerFileName, type RegisterLine } from './print-register';
import { monthsLoans } from './queries';

const linesOf = async (kernel: Kernel, { community, ...month }: MonthOf): Promise<RegisterLine[]> => {
  const { clock, rows, strapi } = kernel;
  const now = clock.now();
  const loans = await monthsLoans(kernel, community.id, month, MOST_ROWS + 1);
  if (loans.length > MOST_ROWS) throw invalid('month', 'error.ledgerTooLong', { max: MOST_ROWS });
  const people = await rows.byIds(
    strapi.db.connection,
    STAFF_UID,
    loans.flatMap(({ borrower, approvedBy, handedOverBy, takenBackBy }) => [
      borrower,
      approvedBy,
      handedOverBy,
      takenBackBy,
    ])
  );
  const name = (id: number | null) => (people.get(id as number)?.name as string | undefined) ?? '';
  return loans.map((loan) => ({
    number: loan.number,
    itemType: loan.itemType,
    itemName: loan.itemName,
    itemNumber: loan.itemNumber,
    purpose: loan.purpose,
    borrower: name(loan.borrower),
    approvedBy: name(loan.approvedBy),
    handedOverBy: name(loan.handedOverBy),
    lentAt: clock.format(loan.lentAt as Date),
    until: clock.format(loan.until),
    takenBackBy: name(loan.takenBackBy),
    returnedAt: loan.returnedAt && clock.format(loan.returnedAt),
    condition: loan.condition,
    conditionNote: loan.conditionNote,
    state: loan.state,
    late: (loan.returnedAt ?? loan.lostAt ?? now) > loan.until,
  }));
};

const printRegister = monthPaper('loan-register', async (kernel, of, paper) => {
  const { locale } = kernel.settings;
  const document = register({ ...paper, lines: await linesOf(kernel, of) }, locale);
  return { name: registerFileName(paper.community, paper.month, locale), document };
});

/** The month's register; a fixed path, so it stands before the case's own. */
export const adminRoutes: ModuleRoute[] = [
  { method: 'GET', path: '/loans/ledger/print', handler: 'loanRegister.print' },
];

export const controllers = {
  loanRegister: ({ strapi }: { strapi: Core.Strapi }) => ({
    print: staffHandler(strapi, 'loan.read', printRegister),
  }),
};
