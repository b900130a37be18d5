import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import type { Knex } from 'knex';
import type { Asking } from '../access/asking';
import type { Bounds } from '../access/bounds';
import type { AccessEntry } from './access-log';
import { isObject } from './leads';
import type { Witness } from './reach';

/** Every documentId in an answer, at whatever depth; null where the answer cannot be looked into. */
const documentIdsIn = (body: unknown): Set<string> | null => {
  if (!isObject(body) || Buffer.isBuffer(body) || typeof body.pipe === 'function') return body ? null : new Set();
  const found = new Set<string>();
  const walk = (value: unknown) => {
    if (!isObject(value)) return;
    if (!Array.isArray(value) && typeof value.documentId === 'string') found.add(value.documentId);
    for (const each of Array.isArray(value) ? value : Object.values(value)) walk(each);
  };
  walk(body);
  return found;
};

/**
 * Puts on the access log who has seen people's records through Strapi's own routes, masked as they are: what a query
 * found and the answer holds. One entry for each request, content type and community, before the answer goes out.
 */
export const createWitness = (parts: {
  strapi: Core.Strapi;
  bounds: Bounds;
  asking: Asking;
  log: (trx: Knex.Transaction, entries: AccessEntry[]) => Promise<void>;
}) => {
  const { strapi, bounds, asking, log } = parts;
  const notes = new WeakMap<Context, Map<string, Set<string>>>();

  const noteOf = (ctx: Context): Map<string, Set<string>> => {
    const note = notes.get(ctx) ?? new Map<string, Set<string>>();
    notes.set(ctx, note);
    return note;
  };

  const entriesOf = async (trx: Knex.Transaction, ctx: Context, seen: [string, string[]][]): Promise<AccessEntry[]> => {
    const { kind, name, staff, communities } = await asking.asker(ctx);
    const { model, id } = (ctx.params ?? {}) as { model?: string; id?: string };
    const entries: AccessEntry[] = [];
    for (const [recordType, documentIds] of seen) {
      const counts =
        communities !== 'all' && communities.length === 1
          ? new Map([[communities[0], documentIds.length]])
          : await bounds.count(trx, recordType, documentIds);
      const opened = recordType === model && documentIds.length === 1 && documentIds[0] === id;
      for (const [community, records] of counts)
        entries.push({
          kind: opened ? 'open' : 'list',
          recordType,
          recordDocumentId: documentIds.length === 1 ? documentIds[0] : '',
          records,
          actor: { kind, name, staff },
          community,
        });
    }
    return entries;
  };

  return {
    /** Who notes what is found now: nobody, unless it is asked for by a route of Strapi's own. */
    now(): Witness | undefined {
      const ctx = asking.request();
      if (!ctx) return undefined;
      const note = noteOf(ctx);
      return (uid, documentId) => {
        const ids = note.get(uid) ?? new Set<string>();
        note.set(uid, ids.add(documentId));
      };
    },

    /** The middleware around Strapi's routes that writes down what was noted. */
    async middleware(ctx: Context, next: Next): Promise<void> {
      await next();
      const note = notes.get(ctx);
      // What is found from here on, for webhooks and the like, is in no answer.
      notes.delete(ctx);
      if (!note?.size || ctx.status >= 400) return;
      const shown = documentIdsIn(ctx.body);
      const seen = [...note]
        .map(([uid, ids]): [string, string[]] => [uid, [...ids].filter((id) => !shown || shown.has(id))])
        .filter(([, ids]) => ids.length > 0);
      if (seen.length === 0) return;
      await strapi.db.transaction(async ({ trx }) =>
        log(trx as Knex.Transaction, await entriesOf(trx as Knex.Transaction, ctx, seen))
      );
    },
  };
};

export type WitnessRoom = ReturnType<typeof createWitness>;
