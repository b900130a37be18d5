import { say } from '../../../../contracts';
import type { Kernel } from '../../kernel/kernel';
import type { Print } from '../../kernel/workflow/define';
import { HOUSEHOLD_UID } from '../household';
import { COMMUNITY_UID, officeOf, STAFF_UID } from '../staff';
import { KINDS } from './items';
import { loanForm, loanFormFileName, type LoanFormRecord } from './print-form';
import { LOAN_UID, type LoanRow } from './row';

/** Times that were agreed anew, as the loan's own story has them. */
const extensionsOf = async ({ ledger, strapi, clock }: Kernel, loan: LoanRow): Promise<LoanFormRecord['extensions']> =>
  (await ledger.story(strapi.db.connection, loan.documentId))
    .filter(({ action }) => action === 'extend')
    .map(({ at, actorName, input }) => {
      const { until, reason } = input as { until: string; reason: string };
      return {
        at: clock.format(at as Date),
        until: clock.format(new Date(until)),
        by: (actorName as string) ?? '',
        reason,
      };
    });

const decisionOf = (
  loan: LoanRow,
  name: (id: number | null) => string | null,
  time: (at: Date | null) => string | null,
  rejected: { by: string; at: string } | null
): LoanFormRecord['decision'] => {
  if (loan.approvedAt)
    return { approved: true, by: name(loan.approvedBy) ?? '', at: time(loan.approvedAt), reason: null };
  return rejected && { approved: false, ...rejected, reason: loan.rejectReason };
};

/** The loan form: an outsider's telephone in full for those who may, masked for the others. */
export const printLoan: Print<LoanRow> = async (kernel, loan, actor) => {
  const { rows, strapi, clock, confidential, ledger, settings } = kernel;
  const { connection } = strapi.db;
  const { locale } = settings;
  const community = await rows.first(connection, COMMUNITY_UID, { id: loan.community });
  const item = await rows.first(connection, KINDS[loan.itemType].uid, { documentId: loan.itemDocumentId });
  const household = loan.household ? await rows.first(connection, HOUSEHOLD_UID, { id: loan.household }) : null;
  const people = await rows.byIds(connection, STAFF_UID, [
    loan.borrower,
    loan.requestedBy,
    loan.approvedBy,
    loan.handedOverBy,
    loan.takenBackBy,
  ]);
  const name = (id: number | null) => (people.get(id as number)?.name as string | undefined) ?? null;
  const time = (at: Date | null) => (at ? clock.format(at) : null);
  const refusal =
    loan.state === 'rejected'
      ? (await ledger.story(connection, loan.documentId)).find(({ action }) => action === 'reject')
      : undefined;
  const rejected = refusal ? { by: refusal.actorName as string, at: clock.format(refusal.at as Date) } : null;
  const full = actor.can('print.full') && Boolean(loan.forWhomTelephone);

  return {
    name: loanFormFileName(loan.number, locale),
    document: loanForm(
      {
        ...officeOf(community),
        number: loan.number,
        state: say(locale, `loan.state.${loan.state}`),
        printedAt: clock.format(clock.now()),
        printedBy: actor.name,
        itemType: loan.itemType,
        itemName: loan.itemName,
        itemNumber: loan.itemNumber,
        place: item ? ((KINDS[loan.itemType].place(item) as string | null) ?? null) : null,
        household: (household?.name as string | undefined) ?? null,
        borrower: name(loan.borrower) ?? '',
        requestedBy: name(loan.requestedBy),
        requestedAt: clock.format(loan.createdAt as Date),
        purpose: loan.purpose,
        from: clock.format(loan.from),
        until: clock.format(loan.until),
        forWhom: loan.forWhom,
        forWhomTelephone: full
          ? confidential.open(LOAN_UID, loan.documentId, 'forWhomTelephone', loan.forWhomTelephone)
          : confidential.mask(LOAN_UID, loan.documentId, 'forWhomTelephone', loan.forWhomTelephone),
        decision: decisionOf(loan, name, time, rejected),
        handedOverBy: name(loan.handedOverBy),
        lentAt: time(loan.lentAt),
        extensions: await extensionsOf(kernel, loan),
        takenBackBy: name(loan.takenBackBy),
        returnedAt: time(loan.returnedAt),
        condition: loan.condition,
        conditionNote: loan.conditionNote,
        lost: loan.lostAt ? { at: clock.format(loan.lostAt), text: loan.lostText ?? '' } : null,
      },
      locale
    ),
    ...(full ? { discloses: 'forWhomTelephone' } : {}),
  };
};
