import type { Knex } from 'knex';
import type { Context } from 'koa';
import { CATEGORY_TYPES, type CategorySetting, type CategoryType } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { iso } from '../../kernel/api/present';
import { documentsOf, enteredIn, refuseStale } from '../../kernel/api/record-write';
import { bodyOf, localeOf, onlyParams } from '../../kernel/api/respond';
import { invalid, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { inPosition } from '../../kernel/storage/position';
import { newDocumentId, type Row } from '../../kernel/storage/rows';
import { parseInput } from '../../kernel/workflow/input';
import { COMPLAINT_CATEGORY_UID } from '../complaint';
import { STAFF_UID } from '../staff';
import { CATEGORY_UID } from '../ticket';
import { FORMS, ORDER } from './forms';
import { recordNamed, unknown } from './named';
import { usesOf } from './queries';

const UIDS: Record<CategoryType, string> = { tickets: CATEGORY_UID, complaints: COMPLAINT_CATEGORY_UID };

const typeIn = (ctx: Context): CategoryType => {
  const type = ctx.params.type as CategoryType;
  if (!CATEGORY_TYPES.includes(type)) throw notFound();
  return type;
};

/** `GET /settings/categories/:type`: all of them in their order, those out of use too. */
export const list = async (kernel: Kernel, _actor: Actor, ctx: Context): Promise<{ data: CategorySetting[] }> => {
  onlyParams(ctx, []);
  const type = typeIn(ctx);
  const { rows, links, strapi } = kernel;
  const found = inPosition(await rows.find(strapi.db.connection, UIDS[type], {}));
  const used = await usesOf(kernel, strapi.db.connection, type);
  const suggested =
    type === 'tickets'
      ? await links.relations(
          strapi.db.connection,
          CATEGORY_UID,
          'suggestedAssignees',
          found.map(({ id }) => id)
        )
      : new Map<number, number[]>();
  const people = await rows.byIds(strapi.db.connection, STAFF_UID, [...suggested.values()].flat());
  return {
    data: found.map((row) => ({
      documentId: row.documentId,
      name: row.name as string,
      code: row.code as string,
      active: row.active === true,
      hours: (row.hours as number | null | undefined) ?? null,
      suggestedAssignees: (suggested.get(row.id) ?? []).flatMap((id) => {
        const person = people.get(id);
        return person ? [{ documentId: person.documentId, name: person.name as string }] : [];
      }),
      used: used.get(row.id) ?? 0,
      updatedAt: iso(row.updatedAt) as string,
    })),
  };
};

const entered = async (kernel: Kernel, ctx: Context, type: CategoryType) => {
  const locale = localeOf(ctx, kernel.settings.locale);
  if (type === 'complaints') return enteredIn(ctx, FORMS.complaintCategory, locale);
  const asked = enteredIn(ctx, FORMS.ticketCategory, locale);
  for (const documentId of asked.input.suggestedAssignees ?? [])
    if (!(await kernel.rows.first(kernel.strapi.db.connection, STAFF_UID, { documentId })))
      throw unknown('suggestedAssignees');
  return asked;
};

/** Whoever changes a list of categories goes one after the other: two of one name would be taken for one. */
const inTurn = <T>(kernel: Kernel, actor: Actor, uid: string, work: (trx: Knex.Transaction) => Promise<T>) =>
  kernel.histories.as(actor, () =>
    kernel.strapi.db.transaction(async ({ trx }) => {
      await kernel.numbering.take(trx as Knex.Transaction, `categories:${uid}`, 0, kernel.clock.now());
      return work(trx as Knex.Transaction);
    })
  ) as Promise<T>;

/** Gives a whole list its order. */
const place = async (kernel: Kernel, type: CategoryType, documentIds: string[]) => {
  for (const [position, documentId] of documentIds.entries())
    await documentsOf(kernel, UIDS[type]).update({ documentId, data: { position } });
};

const refuseSameName = (all: Row[], name: string, own?: number) => {
  if (all.some((row) => row.name === name && row.id !== own)) throw invalid('name', 'error.taken');
};

/** `POST /settings/categories/:type`: it comes last in the list. */
export const add = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const type = typeIn(ctx);
  const { input } = await entered(kernel, ctx, type);
  const documentId = await inTurn(kernel, actor, UIDS[type], async (trx) => {
    const all = inPosition(await kernel.rows.find(trx, UIDS[type], {}));
    refuseSameName(all, input.name);
    // Those that came by another road have no place yet: they keep the one that they are shown at.
    const unplaced = all.some(({ position }) => typeof position !== 'number');
    if (unplaced)
      await place(
        kernel,
        type,
        all.map(({ documentId }) => documentId)
      );
    const position = unplaced ? all.length : Math.max(-1, ...all.map((row) => row.position as number)) + 1;
    const data = { active: true, ...input, position, code: `c-${newDocumentId().slice(0, 10)}` };
    return (await documentsOf(kernel, UIDS[type]).create({ data })).documentId;
  });
  return { data: { documentId } };
};

/** `PUT /settings/categories/:type/:documentId`: renamed, taken out of use or back into it; the code stays. */
export const change = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const type = typeIn(ctx);
  const { input, updatedAt } = await entered(kernel, ctx, type);
  const { id, documentId } = await recordNamed(kernel, actor, UIDS[type], ctx.params.documentId);
  await inTurn(kernel, actor, UIDS[type], async (trx) => {
    const all = await kernel.rows.find(trx, UIDS[type], {});
    const row = all.find((each) => each.id === id);
    if (!row) throw notFound();
    refuseStale(row, updatedAt);
    refuseSameName(all, input.name, id);
    if (row.active && input.active === false && all.filter(({ active }) => active).length === 1)
      throw invalid('active', 'error.lastCategory');
    await documentsOf(kernel, UIDS[type]).update({ documentId, data: input });
  });
  return { data: { documentId } };
};

/** `POST /settings/categories/:type/order`: the whole list in its new order. */
export const order = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const type = typeIn(ctx);
  const asked = parseInput(ORDER, bodyOf(ctx), localeOf(ctx, kernel.settings.locale));
  await inTurn(kernel, actor, UIDS[type], async (trx) => {
    const all = await kernel.rows.find(trx, UIDS[type], {});
    const known = new Set(all.map(({ documentId }) => documentId));
    const wanted = new Set(asked.order);
    if (wanted.size !== known.size || asked.order.length !== known.size || [...wanted].some((each) => !known.has(each)))
      throw invalid('order', 'error.wholeList');
    await place(kernel, type, asked.order);
  });
  return { data: asked.order };
};

/** `DELETE /settings/categories/:type/:documentId`: one that no case was ever filed under. */
export const remove = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  const type = typeIn(ctx);
  const { id, documentId, name } = await recordNamed(kernel, actor, UIDS[type], ctx.params.documentId);
  await inTurn(kernel, actor, UIDS[type], async (trx) => {
    const used = (await usesOf(kernel, trx, type)).get(id) ?? 0;
    if (used > 0) throw invalid('documentId', 'error.categoryUsed', { name, count: used });
    await documentsOf(kernel, UIDS[type]).delete({ documentId });
  });
  return { data: { documentId } };
};
