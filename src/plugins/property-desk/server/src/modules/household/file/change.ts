import type { Knex } from 'knex';
import type { Context } from 'koa';
import type { FilePart } from '../../../../../contracts';
import type { Actor } from '../../../kernel/access/actor';
import { documentsOf, enteredIn, refuseStale } from '../../../kernel/api/record-write';
import { localeOf } from '../../../kernel/api/respond';
import { invalid, notFound } from '../../../kernel/errors';
import type { Kernel } from '../../../kernel/kernel';
import type { Row } from '../../../kernel/storage/rows';
import { STAFF_UID } from '../../staff';
import { HOUSEHOLD_UID, KEY_UID, PARKING_SPACE_UID, RESIDENT_UID } from '../uids';
import { fileNamed } from './named';
import { FACTS, isPart, PARTS } from './parts';

type Values = Record<string, unknown>;

/** Work on one file at a time, told as the caller's. */
export const onFile = <T>(
  kernel: Kernel,
  actor: Actor,
  home: Row,
  work: (trx: Knex.Transaction, home: Row) => Promise<T>
): Promise<T> =>
  kernel.histories.as(actor, () =>
    kernel.strapi.db.transaction(async ({ trx }) => {
      const locked = await kernel.rows.lock(trx as Knex.Transaction, HOUSEHOLD_UID, home.documentId);
      if (!locked) throw notFound();
      return work(trx as Knex.Transaction, locked);
    })
  ) as Promise<T>;

const unknown = (field: string) => invalid(field, 'error.unknownReference', { field: { word: `field.${field}` } });

/** Records that a part names must be of the same file; spaces, of the same community. */
const resolved = async (kernel: Kernel, trx: Knex.Transaction, home: Row, input: Values): Promise<Values> => {
  const { rows } = kernel;
  if (input.resident && !(await rows.first(trx, RESIDENT_UID, { documentId: input.resident, household: home.id })))
    throw unknown('resident');
  if (
    input.parkingSpace &&
    !(await rows.first(trx, PARKING_SPACE_UID, { documentId: input.parkingSpace, community: home.community }))
  )
    throw unknown('parkingSpace');
  return input;
};

/** Keys and parking spaces have a number of their own in the community. */
const sameNumber = async (kernel: Kernel, trx: Knex.Transaction, uid: string, home: Row, input: Values) =>
  [KEY_UID, PARKING_SPACE_UID].includes(uid) && input.number !== undefined
    ? kernel.rows.first(trx, uid, { community: home.community, number: input.number })
    : null;

const partIn = (ctx: Context): FilePart => {
  const name = ctx.params.part as string;
  if (!isPart(name)) throw notFound();
  return name;
};

const recordIn = async (kernel: Kernel, trx: Knex.Transaction, uid: string, home: Row, documentId: string) => {
  const row = await kernel.rows.first(trx, uid, { documentId, household: home.id });
  if (!row) throw notFound();
  return row;
};

/** `PUT /households/:documentId`: facts of the flat itself. */
export const changeFacts = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { input, updatedAt } = enteredIn(ctx, FACTS, localeOf(ctx, kernel.settings.locale));
  const home = await fileNamed(kernel, actor, ctx.params.documentId as string);
  return onFile(kernel, actor, home, async (trx, locked) => {
    refuseStale(locked, updatedAt);
    if (input.responsible) {
      const staff = await kernel.rows.idOf(trx, STAFF_UID, input.responsible as string);
      if (!staff || !(await kernel.directory().colleague(trx, staff, locked.community as number)))
        throw unknown('responsible');
    }
    await documentsOf(kernel, HOUSEHOLD_UID).update({ documentId: home.documentId, data: input as Values });
    return { data: { documentId: home.documentId } };
  });
};

/** `POST /households/:documentId/parts/:part`: a new resident, vehicle, parking space, key, renovation or paper. */
export const addPart = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { uid, add } = PARTS[partIn(ctx)];
  const { input } = enteredIn(ctx, add, localeOf(ctx, kernel.settings.locale));
  const home = await fileNamed(kernel, actor, ctx.params.documentId as string);
  return onFile(kernel, actor, home, async (trx, locked) => {
    const values = await resolved(kernel, trx, locked, input);
    const taken = await sameNumber(kernel, trx, uid, locked, input);
    // A parking space that nobody has is handed to the household; keys are counted once.
    if (taken && (taken.household !== null || uid === KEY_UID)) throw invalid('number', 'error.numberTaken');
    const community = await kernel.rows.first(trx, 'plugin::property-desk.community', { id: locked.community });
    const data = {
      ...values,
      household: home.documentId,
      ...(kernel.rows.table(uid).columns.has('community') && { community: community?.documentId }),
    };
    const written = taken
      ? await documentsOf(kernel, uid).update({ documentId: taken.documentId, data })
      : await documentsOf(kernel, uid).create({ data });
    return { data: { documentId: (written as { documentId: string }).documentId } };
  });
};

/** `PUT /households/:documentId/parts/:part/:record` */
export const changePart = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { uid, change } = PARTS[partIn(ctx)];
  const { input, updatedAt } = enteredIn(ctx, change, localeOf(ctx, kernel.settings.locale));
  const home = await fileNamed(kernel, actor, ctx.params.documentId as string);
  return onFile(kernel, actor, home, async (trx, locked) => {
    const row = await recordIn(kernel, trx, uid, locked, ctx.params.record as string);
    refuseStale(row, updatedAt);
    const values = await resolved(kernel, trx, locked, input);
    const taken = await sameNumber(kernel, trx, uid, locked, input);
    if (taken && taken.id !== row.id) throw invalid('number', 'error.numberTaken');
    await documentsOf(kernel, uid).update({ documentId: row.documentId, data: values });
    return { data: { documentId: row.documentId } };
  });
};

/** `DELETE /households/:documentId/parts/:part/:record`: what was entered by mistake; people and their papers stay. */
export const removePart = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { uid } = PARTS[partIn(ctx)];
  if (uid === RESIDENT_UID) throw invalid('part', 'error.residentsStay');
  const home = await fileNamed(kernel, actor, ctx.params.documentId as string);
  return onFile(kernel, actor, home, async (trx, locked) => {
    const row = await recordIn(kernel, trx, uid, locked, ctx.params.record as string);
    await documentsOf(kernel, uid).delete({ documentId: row.documentId });
    return { data: { documentId: row.documentId } };
  });
};
