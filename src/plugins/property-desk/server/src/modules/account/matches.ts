import type { Context } from 'koa';
import type { Agreement, BindingCandidate, BindingMatches, ResidentKind } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { onlyParams } from '../../kernel/api/respond';
import { notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { sees } from '../../kernel/workflow/engine';
import { RESIDENT_UID } from '../household';
import { refOf } from './list';
import { candidatesOf, householdOf, tiedTo } from './queries';
import { ACCOUNT_UID, BINDING_UID, type BindingRow } from './row';
import { bindingWorkflow } from './workflow';

const compare = (claimed: unknown, kept: unknown): Agreement => {
  if (!claimed || !kept) return 'unknown';
  return claimed === kept ? 'same' : 'differs';
};

const bare = (name: unknown): string =>
  String(name ?? '')
    .replace(/[\s·•.]/g, '')
    .toLowerCase();

/** The last four signs, or the whole; of a person whose number the archive lacks, nothing can be said. */
const identity = ({ confidential }: Kernel, binding: BindingRow, resident: Row): Agreement => {
  if (binding.identityNumberHash) return compare(binding.identityNumberHash, resident.identityNumberHash);
  const tail = confidential.open(BINDING_UID, binding.documentId, 'identityTail', binding.identityTail);
  if (!tail) return 'unknown';
  const kept = confidential.open(RESIDENT_UID, resident.documentId, 'identityNumber', resident.identityNumber);
  return compare(tail, kept?.slice(-tail.length).toUpperCase());
};

const agreed = ({ agrees }: BindingCandidate): number =>
  Object.values(agrees).filter((each) => each === 'same').length -
  Object.values(agrees).filter((each) => each === 'differs').length;

/** The account that asks, and the homes that it has. */
const accountOf = async ({ rows, strapi, confidential, clock }: Kernel, binding: BindingRow) => {
  if (binding.user === null) return null;
  const { connection } = strapi.db;
  const account = await rows.first(connection, ACCOUNT_UID, { id: binding.user });
  if (!account) return null;
  const homes = await tiedTo(connection, binding.user, clock.now());
  return {
    mail: confidential.maskPlain('mail', account.email as string),
    homes: homes.map(({ documentId, name }) => ({ documentId, name })),
  };
};

/**
 * A claim beside the archive: who it may be, and in which respects the two agree. Compared by keyed hashes; what is
 * shown is masked, and the look is on the access log.
 */
export const matches = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: BindingMatches }> => {
  onlyParams(ctx, []);
  const { rows, strapi, confidential } = kernel;
  const { connection } = strapi.db;
  const { documentId } = ctx.params;
  const binding = (await rows.first(connection, BINDING_UID, { documentId })) as BindingRow | null;
  if (!binding || !sees(bindingWorkflow, binding, actor)) throw notFound();

  const household = await householdOf(kernel, binding);
  const { residents, households } = await candidatesOf(kernel, binding);
  const candidates = residents
    .map((resident): BindingCandidate => {
      const home = households.get(resident.household as number) as Row;
      const { user } = resident;
      return {
        resident: {
          documentId: resident.documentId,
          name: resident.name as string,
          kind: resident.kind as ResidentKind,
          telephone: confidential.mask(RESIDENT_UID, resident.documentId, 'telephone', resident.telephone as string),
        },
        household: refOf(home),
        agrees: {
          room: home.roomKey === binding.roomKey ? 'same' : 'differs',
          name: compare(bare(binding.name), bare(resident.name)),
          telephone: compare(binding.telephoneHash, resident.telephoneHash),
          identity: identity(kernel, binding, resident),
        },
        account: user === null ? 'none' : user === binding.user ? 'this' : 'other',
      };
    })
    .sort((one, other) => agreed(other) - agreed(one));
  const account = await accountOf(kernel, binding);
  await strapi.db.transaction(({ trx }) =>
    confidential.log(trx, [
      {
        kind: 'search',
        recordType: 'binding',
        recordDocumentId: binding.documentId,
        records: candidates.length,
        actor,
        community: binding.community,
      },
    ])
  );
  return { data: { household: household && refOf(household), candidates, account } };
};
