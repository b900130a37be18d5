import type { Acting } from '../../kernel/workflow/define';
import type { LoanRow } from './row';

type Limit = (acting: Pick<Acting<LoanRow>, 'case' | 'actor' | 'now'>) => string | null;

const isBorrower: (acting: Parameters<Limit>[0]) => boolean = ({ case: { borrower }, actor }) =>
  borrower !== null && borrower === actor.staff?.id;

/** Nobody lends to themselves, gives themselves more time, or takes back their own loan. */
export const notBorrower: Limit = (acting) => (isBorrower(acting) ? 'error.notBorrower' : null);

/** Whoever asked for somebody else does not decide it either. */
export const neitherSide: Limit = (acting) =>
  isBorrower(acting) || (acting.case.requestedBy !== null && acting.case.requestedBy === acting.actor.staff?.id)
    ? 'error.notBorrower'
    : null;

/** The borrower, or a supervisor. */
export const borrowerOrSupervisor: Limit = (acting) =>
  isBorrower(acting) || acting.actor.role === 'supervisor' ? null : 'error.onlyBorrower';

/** The office, or the engineer who has borrowed it. */
export const borrowerOrOffice: Limit = (acting) =>
  isBorrower(acting) || acting.actor.role !== 'engineer' ? null : 'error.onlyBorrower';
