import type { Core } from '@strapi/strapi';
import { invalid } from '../errors';

type Data = Record<string, unknown>;

/** One record out of the forms in which Strapi's clients name it; null empties the relation, undefined leaves it. */
const named = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.length ? named(value.at(-1)) : null;
  const { id, documentId, set, connect, disconnect } = value as Data;
  if (documentId !== undefined || id !== undefined) return documentId ?? id;
  if (Array.isArray(set)) return named(set);
  if (Array.isArray(connect) && connect.length) return named(connect);
  return Array.isArray(disconnect) && disconnect.length ? null : undefined;
};

/**
 * Relations kept as a foreign key (`useJoinTable: false`) take numeric ids only: Strapi's document service leaves the
 * translation of documentIds and of the Content Manager's `connect` lists to join tables. This does it for ours.
 */
export const translateJoinColumns = (strapi: Core.Strapi) => {
  const targets = new Map<string, Map<string, string>>();

  const relationsOf = (uid: string) => {
    const known = targets.get(uid);
    if (known) return known;
    const found = new Map<string, string>();
    for (const [name, attribute] of Object.entries(strapi.db.metadata.get(uid).attributes)) {
      const { type, joinColumn, target } = attribute as { type: string; joinColumn?: object; target?: string };
      if (type === 'relation' && joinColumn && target && !['createdBy', 'updatedBy'].includes(name))
        found.set(name, target);
    }
    targets.set(uid, found);
    return found;
  };

  const idOf = async (field: string, target: string, name: unknown): Promise<number | null> => {
    const numeric = typeof name === 'number' || (typeof name === 'string' && /^\d+$/.test(name));
    const where = numeric ? { id: Number(name) } : { documentId: String(name) };
    const found = await strapi.db.query(target as never).findOne({ select: ['id'], where });
    if (!found) throw invalid(field, 'error.unknownReference', { field: { word: `field.${field}` } });
    return Number(found.id);
  };

  strapi.documents.use(async (context, next) => {
    const { data } = (context.params ?? {}) as { data?: Data };
    if (!data || !context.uid.startsWith('plugin::property-desk.') || !['create', 'update'].includes(context.action))
      return next();
    for (const [field, target] of relationsOf(context.uid)) {
      if (!(field in data)) continue;
      const name = named(data[field]);
      if (name === undefined) delete data[field];
      else data[field] = name === null ? null : await idOf(field, target, name);
    }
    return next();
  });
};
