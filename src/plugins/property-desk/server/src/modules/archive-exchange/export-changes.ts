import { noRight } from '../../kernel/errors';
import type { Acting, Owner } from '../../kernel/workflow/define';
import { BUILDING_UID } from '../staff';
import { countHouseholds } from './queries';
import { queue } from './queue';
import type { ExportRow } from './row';

type Changing = Acting<ExportRow>;

/** Nothing of anybody's full numbers without the right to take them away. */
export const requested = async (acting: Changing) => {
  const { input, actor, after, trx } = acting;
  if (input.plain && !actor.can('archive.export-plain')) throw noRight('archive.export-plain', '12');
  const building = (await acting.ref('building', BUILDING_UID))?.id ?? null;
  return {
    building,
    plain: input.plain ?? false,
    reason: input.reason,
    requestedBy: actor.staff?.id ?? null,
    requesterName: actor.name,
    households: await countHouseholds(trx, { community: acting.case.community, building }),
    expiresAt: after('exchange.requestWithin'),
  };
};

export const approved = ({ input, actor }: Changing) => ({
  decidedBy: actor.name,
  decision: input.reason ?? null,
  expiresAt: null,
});
export const rejected = ({ input, actor }: Changing) => ({
  decidedBy: actor.name,
  decision: input.reason,
  expiresAt: null,
});
export const prepared = ({ input, after }: Changing) => ({
  file: input.file,
  households: input.households,
  expiresAt: after('exchange.fetchWithin'),
});
export const failed = ({ input }: Changing) => ({ failure: input.failure });
export const ended = () => ({ file: null, expiresAt: null });

/** Whoever asked; a super admin without a staff record looks at the list. */
export const toRequester = ({ case: { requestedBy } }: Changing): Owner | null =>
  requestedBy === null ? null : { staff: requestedBy };

export const queueMake = ({ case: { documentId }, ...acting }: Changing) => queue(acting, 'make', documentId);

export const dropFile = async ({ case: { documentId }, before, ...acting }: Changing) => {
  if (before.file) await queue(acting, 'drop', documentId, before.file);
};
