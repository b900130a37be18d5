import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { forbidden } from '../errors';
import type { Kernel } from '../kernel';
import { routeEdit } from './edits';
import { EVENT_UID } from '../ledger/ledger';
import { takenError } from '../storage/taken';

/** Records that only the kernel writes, besides the cases themselves. */
const KERNEL_LEDGERS = [
  EVENT_UID,
  'plugin::property-desk.obligation',
  'plugin::property-desk.sequence',
  'plugin::property-desk.outbox-message',
  'plugin::property-desk.access-log-entry',
  'plugin::property-desk.case-file',
  'plugin::property-desk.presence',
  'plugin::property-desk.start-key',
  'plugin::property-desk.loose-file',
];

const WRITES = ['create', 'update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft'];

/**
 * Refuses every write to cases and ledgers that is not an action: through the Content Manager and the document
 * service (with the name of the action to use), and below them through the query engine. The kernel's own writes go
 * by neither road.
 */
export const guardWrites = (strapi: Core.Strapi, kernel: Kernel) => {
  const LEDGERS = [...KERNEL_LEDGERS, ...kernel.ledgers];
  const byUid = new Map([...kernel.definitions.values()].map((definition) => [definition.uid, definition]));

  const refuse = (uid: string, verb: string) => {
    const definition = byUid.get(uid);
    if (!definition) return forbidden('error.ledgerIsReadOnly');
    const starts = Object.keys(definition.actions).filter((name) => definition.actions[name].from.length === 0);
    const names =
      verb === 'create' || verb === 'clone' ? starts : Object.hasOwn(definition.actions, 'amend') ? ['amend'] : [];
    const key = verb === 'delete' ? 'error.casesAreKept' : 'error.useAction';
    return forbidden(key, {
      case: { word: `case.${definition.name}` },
      actions: names.map((name) => ({ word: `${definition.name}.action.${name}` })),
    });
  };

  strapi.documents.use(async (context, next) => {
    const routed = await routeEdit(strapi, kernel, context as never);
    if (routed) return routed.answer as never;
    const kept = byUid.has(context.uid) || LEDGERS.includes(context.uid);
    if (kept && WRITES.includes(context.action)) throw refuse(context.uid, context.action);
    try {
      return await next();
    } catch (error) {
      throw takenError(strapi, kernel.rows, context.uid, error) ?? error;
    }
  });

  // What cases and ledgers name: its deletion would empty fields that only actions may change. People are another
  // matter: their references go blank when their data is deleted by right.
  const relationsOf = (uid: string) =>
    [...kernel.rows.table(uid).columns.values()].filter(
      ({ kind, target }) => kind === 'relation' && target?.startsWith('plugin::property-desk.')
    );
  const people = new Set(
    relationsOf(EVENT_UID)
      .filter(({ attribute }) => attribute !== 'community')
      .map(({ target }) => target)
  );
  /** Relations to many stand in tables of their own, and a deletion would empty them as silently. */
  const manyOf = (uid: string) =>
    Object.entries(
      strapi.db.metadata.get(uid).attributes as Record<string, { type: string; target?: string; joinTable?: object }>
    )
      .filter(
        ([, { type, target, joinTable }]) =>
          type === 'relation' && joinTable && target?.startsWith('plugin::property-desk.')
      )
      .map(([attribute, { target }]) => ({ attribute, target }));
  const naming = new Map<string, { uid: string; attribute: string }[]>();
  for (const uid of [...byUid.keys(), ...LEDGERS])
    for (const { attribute, target } of [...relationsOf(uid), ...manyOf(uid)])
      if (target && !people.has(target)) naming.set(target, [...(naming.get(target) ?? []), { uid, attribute }]);

  const keepWhatIsNamed = async ({ model, params }: { model: { uid: string }; params: { where?: object } }) => {
    const going = (await strapi.db
      .query(model.uid as never)
      .findMany({ select: ['id', 'documentId'], where: params.where })) as { id: number; documentId: string }[];
    const ids = going.map(({ id }) => id);
    // What the ledger tells of the record itself names no case, and stays under the record's own documentId.
    const own = { caseDocumentId: { $notIn: going.map(({ documentId }) => documentId) } };
    if (ids.length === 0) return;
    // Cases of whatever community: those that the caller may not see are named as well.
    const names = ({ uid, attribute }: { uid: string; attribute: string }) =>
      kernel.asking.internally(() =>
        strapi.db.query(uid as never).findOne({
          select: ['id'],
          where: { [attribute]: { id: { $in: ids } }, ...(uid === EVENT_UID && own) },
        })
      );
    await strapi.db.transaction(async ({ trx }) => {
      for (const goes of kernel.goingWith(model.uid)) await goes(kernel, trx as Knex.Transaction, ids.map(Number));
      for (const each of naming.get(model.uid) ?? []) if (await names(each)) throw forbidden('error.namedByCases');
    });
  };
  strapi.db.lifecycles.subscribe({
    models: [...naming.keys()].filter((uid) => !byUid.has(uid) && !LEDGERS.includes(uid)),
    beforeDelete: keepWhatIsNamed,
    beforeDeleteMany: keepWhatIsNamed,
  } as never);

  const stop = (verb: string) => (event: { model: { uid: string } }) => {
    throw refuse(event.model.uid, verb);
  };
  strapi.db.lifecycles.subscribe({
    models: [...byUid.keys(), ...LEDGERS],
    beforeCreate: stop('create'),
    beforeCreateMany: stop('create'),
    beforeUpdate: stop('update'),
    beforeUpdateMany: stop('update'),
    beforeDelete: stop('delete'),
    beforeDeleteMany: stop('delete'),
  } as never);
};
