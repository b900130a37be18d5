import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Actor } from '../../kernel/access/actor';
import { covers } from '../../kernel/access/actor';
import { forbidden, invalid, noRight, notFound } from '../../kernel/errors';
import { kernelOf, type Kernel } from '../../kernel/kernel';
import { burdensOf, colleague, STAFF_UID, staffWhere } from './queries';

/**
 * Hands everything that one staff member owes to another, case by case, each with an event.
 * @returns how many cases changed hands
 */
export const handOver = async (kernel: Kernel, fromId: string, toId: unknown, actor: Actor): Promise<number> => {
  const { rows, strapi, engine } = kernel;
  const { connection } = strapi.db;
  if (!actor.can('staff.hand-over')) throw noRight('staff.hand-over', '4');
  const from = await rows.first(connection, STAFF_UID, { documentId: fromId });
  if (!from) throw notFound();
  const unknown = () => invalid('to', 'error.unknownReference', { field: { word: 'field.to' } });
  if (typeof toId !== 'string' || toId.includes('\u0000')) throw unknown();
  const to = await rows.first(connection, STAFF_UID, { documentId: toId });
  if (!to || to.id === from.id) throw unknown();

  const burdens = await burdensOf(kernel, connection, from.id);
  const cases = await Promise.all(
    burdens.map(async ({ type, documentId }) => {
      const definition = kernel.definition(type);
      const row = definition && (await rows.first(connection, definition.uid, { documentId }));
      return definition && row ? { definition, row } : null;
    })
  );
  // All or nothing where rights are concerned: nobody is left with half of it handed over.
  for (const found of cases) {
    const community = found?.row.community as number;
    if (!found) continue;
    if (!covers(actor, community)) throw forbidden('error.otherCommunity');
    if (!(await colleague(kernel, connection, to.id, community)))
      throw invalid('to', 'error.notInCommunity', { name: to.name });
  }
  let moved = 0;
  for (const found of cases)
    if (found && (await engine.handOver(found.definition, found.row.documentId, from, to, actor))) moved += 1;
  return moved;
};

/** Refuses to deactivate or remove a staff member who still owes something. */
export const keepUntilHandedOver = (strapi: Core.Strapi) => {
  strapi.db.lifecycles.subscribe({
    models: [STAFF_UID],
    async beforeUpdate({ params }: { params: { data?: { active?: boolean }; where?: Record<string, unknown> } }) {
      if (params.data?.active === false) await refuseIfBurdened(params.where);
    },
    async beforeDelete({ params }: { params: { where?: Record<string, unknown> } }) {
      await refuseIfBurdened(params.where);
    },
    beforeUpdateMany() {
      throw forbidden('error.oneAtATime');
    },
    beforeDeleteMany() {
      throw forbidden('error.oneAtATime');
    },
  } as never);

  const refuseIfBurdened = async (where?: Record<string, unknown>) => {
    for (const { id, name } of await staffWhere(strapi, where)) {
      // Joins the transaction that the document service has under way.
      const burdens = await strapi.db.transaction(({ trx }) =>
        burdensOf(kernelOf(strapi), trx as Knex.Transaction, Number(id))
      );
      if (burdens.length) throw invalid('active', 'error.handOverFirst', { name, count: burdens.length });
    }
  };
};
