import type { Core } from '@strapi/strapi';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Strapi's metadata, queries and results are untyped down here
export type Loose = Record<string, any>;

/** Where a relation or component leads: a uid, or the field that names it on each related record (morph). */
export type Link = { to: string } | { typeField: string };

/** Whether a value is an object that a walk goes into. */
export const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !(value instanceof Date);

/** Where an attribute leads, or null where it leads nowhere. */
export const linkOf = (attribute: Loose): Link | null => {
  if (attribute.type !== 'relation') return null;
  if (attribute.target) return { to: attribute.target };
  const { morphColumn } = attribute.joinTable ?? attribute;
  return { typeField: morphColumn?.typeField ?? '__type' };
};

/**
 * The models from which some content types are reached, through relations and components at whatever depth, each with
 * the attributes that lead on. Worked out once, so that what leads nowhere costs nothing.
 */
export const createLeads = (strapi: Core.Strapi, targets: Iterable<string>): Map<string, Map<string, Link>> => {
  const models = new Map<string, Loose>();
  for (const uid of strapi.db.metadata.keys()) models.set(uid, strapi.db.metadata.get(uid).attributes);

  const leading = new Set(targets);
  const leadsOn = (attribute: Loose): Link | null => {
    const link = linkOf(attribute);
    return link && (!('to' in link) || leading.has(link.to)) ? link : null;
  };
  for (let before = -1; before < leading.size;) {
    before = leading.size;
    for (const [uid, attributes] of models)
      if ((Object.values(attributes) as Loose[]).some((attribute) => leadsOn(attribute) !== null)) leading.add(uid);
  }
  return new Map(
    [...leading].map((uid) => [
      uid,
      new Map(
        Object.entries(models.get(uid) ?? {}).flatMap(([name, attribute]): [string, Link][] => {
          const link = leadsOn(attribute as Loose);
          return link ? [[name, link]] : [];
        })
      ),
    ])
  );
};
