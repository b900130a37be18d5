import type { Knex } from 'knex';
import type { Context } from 'koa';
import { z } from 'zod';
import { OCCUPANCIES } from '../../../../../contracts';
import type { Actor } from '../../../kernel/access/actor';
import { documentsOf } from '../../../kernel/api/record-write';
import { bodyOf, localeOf } from '../../../kernel/api/respond';
import { redact } from '../../../kernel/confidential/kinds';
import { ConflictError, invalid } from '../../../kernel/errors';
import type { Kernel } from '../../../kernel/kernel';
import type { Row } from '../../../kernel/storage/rows';
import { field, optional, parseInput } from '../../../kernel/workflow/input';
import { initial } from '../../../kernel/workflow/changes';
import { HOUSEHOLD_PAPER_UID, HOUSEHOLD_UID, KEY_UID, PARKING_SPACE_UID, RESIDENT_UID, VEHICLE_UID } from '../uids';
import { onFile } from './change';
import { fileNamed } from './named';

const ids = (max: number) => z.array(z.string().regex(/^[a-z][a-z0-9]{1,63}$/)).max(max);

/** What the sale of a flat asks for. */
export const TRANSFER = z.strictObject({
  at: field.instant(),
  owners: z
    .array(
      z.strictObject({
        name: field.text(50),
        telephone: optional(field.telephone()),
        identityNumber: optional(field.text(30)),
        mail: optional(field.mail()),
      })
    )
    .min(1)
    .max(10),
  leaving: ids(100),
  ending: ids(200),
  occupancy: optional(field.choice(OCCUPANCIES, 'household.occupancy')),
  reason: field.text(200),
});

type Entered = z.output<typeof TRANSFER>;

/** What may end with a sale, and what says that it has. */
const ENDING = [VEHICLE_UID, PARKING_SPACE_UID, KEY_UID, HOUSEHOLD_PAPER_UID];

/** What is looked at to tell whether two people are the same one. */
const signsOf = ({ confidential }: Kernel, owner: Entered['owners'][number]) =>
  owner.identityNumber ? [confidential.hash('identityNumber', owner.identityNumber)] : [];

/** Refuses a buyer who is entered twice, or who owns the flat already. */
const refuseDuplicates = (kernel: Kernel, { owners }: Entered, present: Row[]) => {
  const known = new Set(present.map(({ identityNumberHash }) => identityNumberHash).filter(Boolean));
  const named = new Set<string>();
  for (const [index, owner] of owners.entries()) {
    for (const sign of [`${owner.name}|${owner.telephone ?? ''}`, ...signsOf(kernel, owner)]) {
      if (named.has(sign)) throw invalid(`owners.${index}.name`, 'error.ownerTwice');
      named.add(sign);
      if (known.has(sign)) throw invalid(`owners.${index}.identityNumber`, 'error.ownsAlready');
    }
  }
};

const refuseDates = (kernel: Kernel, { at }: Entered, leaving: Row[]) => {
  if (at > kernel.clock.now()) throw invalid('at', 'error.transferInFuture');
  for (const { movedInAt, name } of leaving)
    if (movedInAt && (movedInAt as Date) > at)
      throw invalid('at', 'error.beforeMovedIn', { name: initial(name) ?? '' });
};

/** Everybody and everything that ends, of this file alone. */
const endings = async (kernel: Kernel, trx: Knex.Transaction, home: Row, { leaving, ending }: Entered) => {
  const here = { household: home.id };
  const people = (await kernel.rows.find(trx, RESIDENT_UID, here)).filter(({ movedOutAt }) => movedOutAt === null);
  const things: { uid: string; row: Row }[] = [];
  for (const uid of ENDING)
    for (const row of await kernel.rows.find(trx, uid, here)) if (row.until === null) things.push({ uid, row });
  const unknown = (name: string) => invalid(name, 'error.unknownReference', { field: { word: `field.${name}` } });
  if (leaving.some((id) => !people.some(({ documentId }) => documentId === id))) throw unknown('leaving');
  if (ending.some((id) => !things.some(({ row }) => row.documentId === id))) throw unknown('ending');
  const owners = people.filter(({ kind }) => kind === 'owner');
  // Somebody else has entered or ended an owner since: a sale pressed twice is one sale.
  if (owners.some(({ documentId }) => !leaving.includes(documentId)))
    throw new ConflictError('error.ownersChanged', {});
  return {
    owners,
    people: people.filter(({ documentId }) => leaving.includes(documentId)),
    things: things.filter(({ row }) => ending.includes(row.documentId)),
  };
};

/**
 * `POST /households/:documentId/transfer`: the sale of a flat. All present owners leave on the day, and with them
 * whomever and whatever the form names; the new ones begin. Who left has no access from then on, as `movedOutAt` says.
 */
export const transfer = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const entered = parseInput(TRANSFER, bodyOf(ctx), localeOf(ctx, kernel.settings.locale));
  const home = await fileNamed(kernel, actor, ctx.params.documentId as string);
  const { at, owners, occupancy, reason } = entered;
  return onFile(kernel, actor, home, async (trx, locked) => {
    const ends = await endings(kernel, trx, locked, entered);
    refuseDates(kernel, entered, ends.people);
    refuseDuplicates(kernel, entered, ends.owners);
    await kernel.histories.note(trx, 'household', [
      {
        record: locked,
        action: 'transfer',
        input: { soldAt: at.toISOString(), reason: redact(reason), owners: owners.map(({ name }) => initial(name)) },
      },
    ]);
    const people = documentsOf(kernel, RESIDENT_UID);
    for (const { documentId } of ends.people) await people.update({ documentId, data: { movedOutAt: at } });
    for (const { uid, row } of ends.things)
      await documentsOf(kernel, uid).update({ documentId: row.documentId, data: { until: at } });
    for (const owner of owners)
      await people.create({ data: { ...owner, kind: 'owner', household: home.documentId, movedInAt: at } });
    if (occupancy)
      await documentsOf(kernel, HOUSEHOLD_UID).update({ documentId: home.documentId, data: { occupancy } });
    return { data: { documentId: home.documentId } };
  });
};
