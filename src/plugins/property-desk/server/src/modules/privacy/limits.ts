import type { Acting } from '../../kernel/workflow/define';
import type { DataRequestRow } from './row';

type Now = Pick<Acting<DataRequestRow>, 'case' | 'actor'>;

/** What takes something away for good, or out of use, is decided by one and carried out by another. */
export const byTwo = ({ kind }: Pick<DataRequestRow, 'kind'>): boolean => kind === 'deletion' || kind === 'restriction';

/** What one person may answer alone. */
export const answeredAlone = ({ case: request }: Now) => (byTwo(request) ? 'error.dataRequestByTwo' : null);

export const decidedByTwo = ({ case: request }: Now) => (byTwo(request) ? null : 'error.dataRequestByOne');

/** Whoever approved it does not carry it out. */
export const notApprover = ({ case: { approver }, actor }: Now) =>
  approver === (actor.staff?.id ?? null) ? 'error.notApprover' : null;
