import type { Acting } from '../../kernel/workflow/define';
import type { DocumentRow } from './row';

type Limit = (acting: Pick<Acting<DocumentRow>, 'case' | 'actor' | 'now'>) => string | null;

/** Tasks are taken on at meetings: other documents have none. */
export const minutesOnly: Limit = ({ case: { kind } }) => (kind === 'minutes' ? null : 'error.minutesOnly');

/** A document of which neither copy is there nor ever will be would be none. */
export const electronicRemains: Limit = ({ case: { noElectronicReason } }) =>
  noElectronicReason === null ? null : 'error.onlyCopy';

export const paperRemains: Limit = ({ case: { noPaperReason } }) => (noPaperReason === null ? null : 'error.onlyCopy');

/** What is destroyed has been looked at by two people. */
export const anotherDecides: Limit = ({ case: { proposedBy }, actor }) =>
  proposedBy !== null && proposedBy === actor.staff?.id ? 'error.notWhoProposed' : null;

/** The clock makes a copy only where nobody has put one there. */
export const stillToRender: Limit = ({ case: { renderAt, electronicAt } }) =>
  renderAt !== null && electronicAt === null ? null : 'error.copyThere';
