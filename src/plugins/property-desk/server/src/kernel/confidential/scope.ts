import type { Core } from '@strapi/strapi';
import { COMMUNITY_UID } from '../access/actor';
import type { Asker, Asking } from '../access/asking';
import type { Bounds } from '../access/bounds';
import { invalid, notFound } from '../errors';
import { createLeads, isObject, type Loose } from './leads';

interface LifecycleEvent {
  model: { uid: string };
  params: Loose;
}

const WRITES_TO_ONE = ['update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft'];
const BRINGS_DATA = ['create', 'update', 'clone'];

/** The records that a relation's data names, in whatever form Strapi's clients write it. */
const named = (value: unknown): (string | number)[] => {
  if (typeof value === 'string' || typeof value === 'number') return [value];
  if (!isObject(value)) return [];
  if (Array.isArray(value)) return value.flatMap(named);
  const { documentId, id, set, connect, disconnect } = value;
  if (documentId !== undefined || id !== undefined) return named(documentId ?? id);
  return [set, connect, disconnect].flatMap(named);
};

/** Whether the data leave a relation to one empty. */
const empties = (value: unknown): boolean => {
  if (value === null || value === '') return true;
  if (!isObject(value) || Array.isArray(value)) return Array.isArray(value) && value.length === 0;
  const { set, connect = [], disconnect = [] } = value;
  if (set !== undefined) return empties(set);
  return Array.isArray(disconnect) && disconnect.length > 0 && Array.isArray(connect) && connect.length === 0;
};

/** Whether the data say all that a relation to many shall name from here on. */
const replaces = (value: unknown): boolean => Array.isArray(value) || (isObject(value) && 'set' in value);

/**
 * Keeps whoever asks by Strapi's own routes to their communities, under every query that Strapi runs for them: lists,
 * single records, counts, relations, what is populated and filtered by at any depth, and every write. What is not
 * theirs is not there; what they would write into another community is refused by the name of the field.
 */
export const installScope = (strapi: Core.Strapi, bounds: Bounds, asking: Asking): void => {
  const leads = createLeads(strapi, bounds.bound());

  /** The communities that a content type's records are narrowed to, or null where they are not. */
  const narrowedTo = (uid: string, { communities, superAdmin }: Asker): number[] | null => {
    if (communities === 'all' || !bounds.isBound(uid)) return null;
    // Whoever sets the system up must be able to give themselves a new community.
    return uid === COMMUNITY_UID && superAdmin ? null : communities;
  };

  const within = (uid: string, asker: Asker, toRead: boolean): Loose | null => {
    const communities = narrowedTo(uid, asker);
    return communities && bounds.within(uid, communities, toRead);
  };

  /** A condition through a relation holds for records of one's own communities only: else it would be a guess at others. */
  const narrowWhere = (uid: string, where: unknown, asker: Asker): unknown => {
    const links = leads.get(uid);
    if (!links || !isObject(where)) return where;
    if (Array.isArray(where)) return where.map((each) => narrowWhere(uid, each, asker));
    // A sub-query that Strapi builds itself is no condition that somebody sent.
    if (Object.getPrototypeOf(where) !== Object.prototype && Object.getPrototypeOf(where) !== null) return where;
    const parts: Loose[] = [];
    const rest: Loose = {};
    for (const [name, condition] of Object.entries(where)) {
      const link = links.get(name);
      const to = link && 'to' in link ? link.to : null;
      if (name.startsWith('$')) rest[name] = narrowWhere(uid, condition, asker);
      else if (!to || !isObject(condition)) rest[name] = condition;
      else {
        const own = within(to, asker, true);
        const inner = narrowWhere(to, condition, asker);
        // Each in a part of its own: Strapi lets the groups of two relations overwrite one another.
        parts.push({ [name]: own ? { $and: [inner, own] } : inner });
      }
    }
    return parts.length > 0 ? { $and: [rest, ...parts] } : rest;
  };

  /** An order through a relation into others' records gives their values away. */
  const checkOrder = (uid: string, order: unknown, asker: Asker, path: string[] = []): void => {
    if (typeof order === 'string') {
      for (const part of order.split(',')) {
        const [name, ...rest] = part.split(':')[0].trim().split('.');
        if (rest.length > 0) checkOrder(uid, { [name]: rest.join('.') }, asker, path);
      }
    } else if (Array.isArray(order)) {
      for (const each of order) checkOrder(uid, each, asker, path);
    } else if (isObject(order)) {
      for (const [name, inner] of Object.entries(order)) {
        const link = leads.get(uid)?.get(name);
        if (!link || !('to' in link)) continue;
        const at = [...path, name];
        if (narrowedTo(link.to, asker) && !bounds.isBound(uid)) throw invalid(at.join('.'), 'error.orderByOthers');
        checkOrder(link.to, inner, asker, at);
      }
    }
  };

  const populated = (populate: unknown): Loose | null => {
    if (populate === true) return null;
    if (typeof populate === 'string') return populated([populate]);
    if (!Array.isArray(populate)) return isObject(populate) ? populate : {};
    const map: Loose = {};
    for (const name of populate) {
      const [root, ...rest] = String(name).split('.');
      map[root] ??= {};
      if (rest.length > 0) map[root].populate = [...(map[root].populate ?? []), rest.join('.')];
    }
    return map;
  };

  const narrow = (uid: string, query: Loose, asker: Asker): void => {
    const links = leads.get(uid);
    if (!links) return;
    const own = within(uid, asker, true);
    const where = query.where === undefined ? {} : narrowWhere(uid, query.where, asker);
    if (own || query.where !== undefined) query.where = own ? { $and: [where, own] } : where;
    checkOrder(uid, query.orderBy, asker);
    if (!query.populate) return;
    const map = populated(query.populate) ?? Object.fromEntries([...links.keys()].map((name) => [name, true]));
    if (query.populate === true)
      for (const [name, { type }] of Object.entries(strapi.db.metadata.get(uid).attributes))
        if (type === 'relation') map[name] ??= true;
    for (const [name, asked] of Object.entries(map)) {
      const link = links.get(name);
      if (!link || asked === false) continue;
      const inner: Loose = isObject(asked) ? { ...asked } : {};
      if ('to' in link) narrow(link.to, inner, asker);
      else if (isObject(inner.on))
        inner.on = Object.fromEntries(
          Object.entries(inner.on).map(([target, of]) => {
            const morph = isObject(of) ? { ...of } : {};
            narrow(target, morph, asker);
            return [target, morph];
          })
        );
      map[name] = inner;
    }
    query.populate = map;
  };

  const read = async ({ model: { uid }, params }: LifecycleEvent) => {
    const ctx = asking.request();
    if (!ctx || !params) return;
    const asker = await asking.asker(ctx);
    if (asker.communities !== 'all') narrow(uid, params, asker);
  };

  const write = async ({ model: { uid }, params }: LifecycleEvent) => {
    const ctx = asking.request();
    const own = ctx && params ? within(uid, await asking.asker(ctx), false) : null;
    if (own) params.where = { $and: [params.where ?? {}, own] };
  };

  strapi.db.lifecycles.subscribe({
    models: [...leads.keys()],
    beforeFindOne: read,
    beforeFindMany: read,
    beforeCount: read,
  } as never);
  strapi.db.lifecycles.subscribe({
    models: bounds.bound(),
    beforeUpdate: write,
    beforeUpdateMany: write,
    beforeDelete: write,
    beforeDeleteMany: write,
  } as never);

  const unknown = (field: string) => invalid(field, 'error.unknownReference', { field: { word: `field.${field}` } });

  /** Refuses data that name others' records, by the field. */
  const checkNamed = async (uid: string, documentId: string | undefined, data: Loose, asker: Asker) => {
    for (const [field, attribute] of Object.entries(strapi.db.metadata.get(uid).attributes) as [string, Loose][]) {
      const own = data[field] !== undefined && attribute.target ? within(attribute.target, asker, true) : null;
      if (!own) continue;
      const target = strapi.db.query(attribute.target as never);
      for (const name of new Set(named(data[field]).map(String))) {
        const one = /^\d+$/.test(name) ? { id: Number(name) } : { documentId: name };
        if ((await target.count({ where: { $and: [one, own] } } as never)) === 0) throw unknown(field);
      }
      if (attribute.joinTable && documentId && replaces(data[field])) await checkKept(uid, documentId, field);
    }
  };

  /** Whoever says all that a relation names must see all that it names now: the others would be dropped unseen. */
  const checkKept = async (uid: string, documentId: string, field: string) => {
    const count = async () => {
      const found = (await strapi.db
        .query(uid as never)
        .findOne({ where: { documentId }, populate: { [field]: { select: ['id'] } } } as never)) as Loose | null;
      return (found?.[field] as unknown[] | undefined)?.length ?? 0;
    };
    if ((await asking.internally(count)) !== (await count())) throw unknown(field);
  };

  strapi.documents.use(async (context, next) => {
    const ctx = asking.request();
    const asker = ctx && (await asking.asker(ctx));
    const { uid, action } = context;
    if (!asker || asker.communities === 'all') return next();
    const { documentId, data } = (context.params ?? {}) as { documentId?: string; data?: Loose };
    const own = within(uid, asker, false);
    if (own && WRITES_TO_ONE.includes(action)) {
      const where = { $and: [{ documentId }, own] };
      if ((await strapi.db.query(uid as never).count({ where } as never)) === 0) throw notFound();
    }
    if (data && BRINGS_DATA.includes(action)) {
      const owner = own && bounds.ownerOf(uid);
      if (owner && (action === 'create' ? named(data[owner]).length === 0 : empties(data[owner])))
        throw invalid(owner, 'error.ownerMissing', { field: { word: `field.${owner}` } });
      await checkNamed(uid, action === 'update' ? documentId : undefined, data, asker);
    }
    return next();
  });
};
