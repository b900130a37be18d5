import type { Core } from '@strapi/strapi';
import { buildingOf, householdBefore } from './queries';
import { householdNames, plateKeyOf } from './room';
import { HOUSEHOLD_UID, VEHICLE_UID } from './uids';

type Data = Record<string, unknown>;
interface Event {
  params: { data: Data; where?: Data };
}

/** The id in whatever form Strapi hands a relation down to the query engine. */
export const relationId = (value: unknown): number | undefined => {
  if (typeof value === 'number' || typeof value === 'string') return Number(value);
  const { id, set, connect } = (value ?? {}) as { id?: unknown; set?: unknown[]; connect?: unknown[] };
  return id !== undefined ? Number(id) : [...(set ?? []), ...(connect ?? [])].map(relationId).at(-1);
};

/** Keeps what is looked up by in step with what is entered: the room's key and name, a plate. */
export const deriveLookups = (strapi: Core.Strapi) => {
  const household = async ({ params: { data, where } }: Event) => {
    if (!('building' in data || 'unit' in data || 'room' in data)) return;
    // What is created comes with an empty condition, which the first household of all would meet.
    const before = where && Object.keys(where).length > 0 ? await householdBefore(strapi, where) : null;
    const given = relationId(data.building);
    const building = given ? await buildingOf(strapi, given) : before?.building;
    const room = (data.room ?? before?.room) as string | undefined;
    if (!building || !room) return;
    const unit = ('unit' in data ? data.unit : before?.unit) as string | null;
    Object.assign(data, householdNames(building, unit || null, room));
  };
  strapi.db.lifecycles.subscribe({
    models: [HOUSEHOLD_UID],
    beforeCreate: household,
    beforeUpdate: household,
  } as never);
  const vehicle = ({ params: { data } }: Event) => {
    delete data.plateKey;
    if (typeof data.plate === 'string') data.plateKey = plateKeyOf(data.plate);
  };
  strapi.db.lifecycles.subscribe({ models: [VEHICLE_UID], beforeCreate: vehicle, beforeUpdate: vehicle } as never);
};
