import type { Actor } from '../../kernel/access/actor';
import type { Acting } from '../../kernel/workflow/define';
import type { PolicyRow } from './row';

type Limit = (acting: Pick<Acting<PolicyRow>, 'case' | 'actor' | 'now'>) => string | null;

/** Tells people apart who write on a policy; a super admin without a staff record goes by name. */
export const markOf = ({ kind, name, staff }: Actor): string => staff?.documentId ?? `${kind}:${name}`.slice(0, 200);

/** The default draft is nobody's until somebody submits it. */
export const SYSTEM_MARK = 'system';

/** Another person than whoever wrote it, or last changed it. */
export const anotherPerson: Limit = ({ case: { authorMark, editorMark }, actor }) =>
  [authorMark, editorMark].includes(markOf(actor)) ? 'error.ownPolicy' : null;

/** Not before its day. */
export const onItsDay: Limit = ({ case: { promulgateAt }, now }) =>
  promulgateAt !== null && promulgateAt > now ? 'error.beforeEffectiveOn' : null;

/** Acknowledged by people, one by one: an admin without a staff record is nobody in particular. */
export const withStaffRecord: Limit = ({ actor }) => (actor.staff ? null : 'error.noStaffRecord');
