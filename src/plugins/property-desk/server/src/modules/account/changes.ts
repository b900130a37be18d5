import { ConflictError, invalid } from '../../kernel/errors';
import type { Acting } from '../../kernel/workflow/define';
import type { Row } from '../../kernel/storage/rows';
import { HOUSEHOLD_UID, lockedResident, RESIDENT_UID } from '../household';
import { tiedTo } from './queries';
import { ACCOUNT_UID, type BindingRow } from './row';

export { amended, requested } from './claim';

type Changing = Acting<BindingRow>;

/** The account, locked: of two requests of one account that are approved at once, the second sees the first. */
const accountOf = async ({ case: binding, rows, trx, record }: Changing): Promise<Row> => {
  const known = binding.user === null ? null : await record(ACCOUNT_UID, binding.user);
  const account = known && (await rows.lock(trx, ACCOUNT_UID, known.documentId));
  if (!account) throw new ConflictError('error.bindingNoAccount', {});
  return account;
};

/** Refuses an account that is tied to this household already, and, unless the desk says so, one that has another home. */
const mustBeFree = async ({ trx, now, input }: Changing, account: Row, household: number) => {
  const homes = await tiedTo(trx, account.id, now);
  const here = homes.find((home) => home.household === household);
  if (here) throw new ConflictError('error.bindingHere', { home: here.name });
  if (homes.length > 0 && !input.otherHome)
    throw new ConflictError('error.bindingElsewhere', { home: homes.map(({ name }) => name).join('、') });
};

/** The record that the archive has of the applicant. */
const chosen = async (acting: Changing): Promise<{ resident: Row; household: Row }> => {
  const { rows, trx, input, now, case: binding, record } = acting;
  const unknown = () => invalid('resident', 'error.unknownReference', { field: { word: 'field.resident' } });
  const resident = await lockedResident(rows, trx, input.resident);
  const household = resident && (await record(HOUSEHOLD_UID, resident.household as number));
  if (!household || household.community !== binding.community) throw unknown();
  if (resident.movedOutAt && (resident.movedOutAt as Date) <= now) throw invalid('resident', 'error.residentMovedOut');
  if (resident.user !== null && resident.user !== binding.user)
    throw new ConflictError('error.residentBound', { name: resident.name });
  return { resident, household };
};

/** Tied to a record of the archive, or entered there as one of a household's family or tenants. */
export const approved = async (acting: Changing) => {
  const { input, case: binding, actor, now, documents, plain } = acting;
  if ((input.resident === undefined) === (input.household === undefined))
    throw invalid('resident', 'error.residentOrHousehold');
  const account = await accountOf(acting);
  const decided = { decidedBy: actor.staff?.id ?? null, decidedAt: now, mail: account.email as string };

  if (input.resident) {
    const { resident, household } = await chosen(acting);
    await mustBeFree(acting, account, household.id);
    const data = { user: account.id, verified: true };
    await documents(RESIDENT_UID as never).update({ documentId: resident.documentId, data: data as never });
    return { ...decided, resident: resident.id, household: household.id };
  }

  const household = (await acting.ref('household', HOUSEHOLD_UID)) as Row;
  const kind = input.kind ?? binding.kind;
  // Who owns a flat is for its papers to say, and for the household's file.
  if (kind === 'owner') throw invalid('kind', 'error.ownerFromArchive');
  await mustBeFree(acting, account, household.id);
  const made = await documents(RESIDENT_UID as never).create({
    data: {
      name: binding.name,
      kind,
      household: household.documentId,
      telephone: plain('telephone'),
      identityNumber: plain('identityNumber'),
      user: account.id,
      verified: true,
      movedInAt: now,
    } as never,
  });
  return { ...decided, resident: Number(made.id), household: household.id };
};

export const rejected = ({ input, actor, now }: Changing) => ({
  rejection: input.rejection,
  decidedBy: actor.staff?.id ?? null,
  decidedAt: now,
});

/** The record stays with the archive; only the account lets go of it. */
export const unbound = async ({ case: binding, input, actor, rows, trx, documents, record }: Changing) => {
  if (actor.kind === 'staff' && !input.reason) throw invalid('reason', 'error.reasonMissing');
  const known = binding.resident === null ? null : await record(RESIDENT_UID, binding.resident);
  const resident = known && (await lockedResident(rows, trx, known.documentId));
  if (resident && resident.user !== null && resident.user === binding.user) {
    const data = { user: null, verified: false };
    await documents(RESIDENT_UID as never).update({ documentId: resident.documentId, data: data as never });
  }
  return { unbindReason: input.reason ?? null };
};
