import type { Core } from '@strapi/strapi';
import { invalid } from '../errors';
import { isPersonal } from './kinds';
import { createLeads, isObject, type Link, type Loose } from './leads';
import type { ConfidentialFields, Vault } from './vault';

/** What the walk needs to know of a model. */
interface Plan {
  fields: ConfidentialFields;
  /** Attributes and columns that may stand in no condition and no order. */
  closed: Set<string>;
  links: Map<string, Link>;
  /** Whether its records tell of a person. */
  personal: boolean;
}

/** Notes that a record which tells of a person was found. */
export type Witness = (uid: string, documentId: string) => void;

/**
 * How confidential attributes are reached from any model, through relations and components at whatever depth.
 * Worked out once from the database's metadata, so that models which lead nowhere confidential cost nothing.
 */
export const createReach = (strapi: Core.Strapi, vault: Vault, fields: Record<string, ConfidentialFields>) => {
  const leads = createLeads(strapi, Object.keys(fields));
  const plans = new Map<string, Plan>();
  for (const [uid, links] of leads) {
    const attributes: [string, Loose][] = Object.entries(strapi.db.metadata.get(uid)?.attributes ?? {});
    const own = vault.confidentialIn(uid);
    const closed = Object.entries(own).flatMap(([field, { hash }]) => (hash ? [field, hash] : [field]));
    const columns = attributes.filter(([name]) => closed.includes(name)).map(([, { columnName }]) => columnName);
    const personal = Object.values(own).some(({ kind }) => isPersonal(kind));
    plans.set(uid, { fields: own, closed: new Set([...closed, ...columns]), links, personal });
  }

  const follow = (link: Link, record: Loose): string => ('to' in link ? link.to : record[link.typeField]);

  /** Masks what a query found, in place: related records too; hashes are taken out, and a witness hears of it. */
  const hide = (uid: string, found: unknown, witness?: Witness): void => {
    const plan = plans.get(uid);
    if (!plan || !isObject(found)) return;
    if (Array.isArray(found)) {
      for (const each of found) hide(uid, each, witness);
      return;
    }
    if (witness && plan.personal && found.documentId) witness(uid, found.documentId);
    for (const [field, { hash }] of Object.entries(plan.fields)) {
      if (field in found) found[field] = vault.mask(uid, found.documentId, field, found[field]);
      if (hash) delete found[hash];
    }
    for (const [name, link] of plan.links) {
      const related = found[name];
      if (Array.isArray(related)) for (const each of related.filter(isObject)) hide(follow(link, each), each, witness);
      else if (isObject(related)) hide(follow(link, related), related, witness);
    }
  };

  const refuse = (path: string[]): never => {
    throw invalid(path.join('.'), 'error.confidentialCondition', { field: path[path.length - 1] });
  };

  /** Walks a dotted name such as `owner.telephone`; returns the model that it leads to, or null. */
  const step = (uid: string, name: string, path: string[]): { uid: string; path: string[] } | null => {
    let at: string | null = uid;
    let taken = path;
    for (const part of name.split('.')) {
      const plan: Plan | undefined = at ? plans.get(at) : undefined;
      if (!plan) return null;
      if (plan.closed.has(part)) refuse([...taken, part]);
      const link = plan.links.get(part);
      // An unknown first part is an alias of the query's own table.
      if (!link) continue;
      taken = [...taken, part];
      at = 'to' in link ? link.to : null;
    }
    return at ? { uid: at, path: taken } : null;
  };

  /** Refuses a condition on a confidential attribute: whoever may filter can guess. */
  const checkWhere = (uid: string, where: unknown, path: string[]): void => {
    if (!isObject(where) || !plans.has(uid)) return;
    if (Array.isArray(where)) {
      for (const each of where) checkWhere(uid, each, path);
      return;
    }
    // A sub-query that Strapi builds itself is no condition that somebody sent.
    if (Object.getPrototypeOf(where) !== Object.prototype && Object.getPrototypeOf(where) !== null) return;
    for (const [name, condition] of Object.entries(where)) {
      const next = name.startsWith('$') ? { uid, path } : step(uid, name, path);
      if (next) checkWhere(next.uid, condition, next.path);
    }
  };

  /** Refuses an order by a confidential attribute: the order gives values away. */
  const checkOrder = (uid: string, order: unknown, path: string[]): void => {
    if (typeof order === 'string') {
      for (const part of order.split(',')) step(uid, part.split(':')[0].trim(), path);
    } else if (Array.isArray(order)) {
      for (const each of order) checkOrder(uid, each, path);
    } else if (isObject(order)) {
      for (const [name, inner] of Object.entries(order)) {
        const next = step(uid, name, path);
        if (next && isObject(inner)) checkOrder(next.uid, inner, next.path);
      }
    }
  };

  /**
   * Readies a query before it runs: refuses conditions and orders on confidential attributes, at any depth of the
   * populate too, and has the documentId selected with them, without which no mask can be made.
   * @throws ValidationError naming the path of the attribute
   */
  const ready = (uid: string, query: Loose | undefined, path: string[] = []): void => {
    const plan = plans.get(uid);
    if (!plan || !query) return;
    checkWhere(uid, query.where, path);
    checkWhere(uid, query.filters, path);
    checkOrder(uid, query.orderBy, path);
    const { select, populate } = query;
    if (
      typeof select === 'string'
        ? select in plan.fields
        : Array.isArray(select) && select.some((name) => name in plan.fields)
    ) {
      query.select = [...new Set([...[select].flat(), 'documentId'])];
    }
    if (!isObject(populate) || Array.isArray(populate)) return;
    for (const [name, inner] of Object.entries(populate)) {
      const link = plan.links.get(name);
      if (!link || !isObject(inner)) continue;
      if ('to' in link) ready(link.to, inner, [...path, name]);
      for (const [target, of] of Object.entries(inner.on ?? {})) ready(target, of as Loose, [...path, name]);
    }
  };

  return { leading: [...leads.keys()], hide, ready };
};

export type Reach = ReturnType<typeof createReach>;
