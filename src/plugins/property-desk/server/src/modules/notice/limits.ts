import type { Acting } from '../../kernel/workflow/define';
import type { NoticeRow } from './row';

type Limit = (acting: Pick<Acting<NoticeRow>, 'case' | 'actor' | 'now'>) => string | null;

const LEAD = ['supervisor', 'manager'];

/** A super admin without a staff record is nobody in the columns: there, nobody and nobody count as the same person. */
const isThem = (person: number | null | undefined, { actor }: Parameters<Limit>[0]): boolean =>
  actor.kind === 'staff' && (person ?? null) === (actor.staff?.id ?? null);

/** Approved by another than wrote it, and than edited it last. */
export const notWhoWrote: Limit = (acting) =>
  isThem(acting.case.author, acting) || isThem(acting.case.editor, acting) ? 'error.notWhoWrote' : null;

/** Without approval only what cannot wait for it. */
export const emergencyOnly: Limit = ({ case: { kind } }) => (kind === 'emergency' ? null : 'error.emergencyOnly');

/** Confirmed once, by another than published it. */
export const anotherConfirms: Limit = (acting) => {
  if (!acting.case.urgent || acting.case.confirmedAt) return 'error.nothingToConfirm';
  return isThem(acting.case.publisher, acting) ? 'error.notWhoPublished' : null;
};

/** Whoever wrote it, or whoever leads them. */
export const authorOrLead: Limit = (acting) =>
  isThem(acting.case.author, acting) || LEAD.includes(acting.actor.role ?? '') ? null : 'error.onlyAuthorOrLead';

/** Something still has to be hung up. */
export const onTheBoard: Limit = ({ case: { postingsLeft } }) => (postingsLeft ? null : 'error.nothingToPost');
