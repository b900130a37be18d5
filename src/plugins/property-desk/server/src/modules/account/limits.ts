import type { Acting } from '../../kernel/workflow/define';
import type { BindingRow } from './row';

type Limit = (acting: Pick<Acting<BindingRow>, 'case' | 'actor' | 'now'>) => string | null;

/** A resident acts on what their own account asked for, and the office on what it may see. */
export const ownAccount: Limit = ({ case: { user }, actor }) =>
  actor.kind !== 'resident' || (user !== null && user === actor.account?.id) ? null : 'error.onlyApplicant';
