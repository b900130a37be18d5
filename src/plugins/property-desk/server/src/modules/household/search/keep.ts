import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { kernelOf, type Kernel } from '../../../kernel/kernel';
import { relationId } from '../derive';
import { HOUSEHOLD_UID, RESIDENT_UID, VEHICLE_UID } from '../uids';
import { residentKeys, vehicleKeys } from './keys';
import { communityOf, forgetCommunity, keepResidentKeys, keepVehicleKeys, withoutKeys } from './queries/keys';

type Data = Record<string, unknown>;
interface Event {
  params: { data: Data };
  result?: { id?: number | string } | null;
}

/** Records in one go: a batch is one transaction. */
const TOGETHER = 200;

/**
 * Gives residents and vehicles that have none the keys that they are found by: those from before there were any, and
 * those that a statement wrote without. Where none are missing, as nearly always, it costs one look into an empty index.
 */
export const keepKeys = async (kernel: Kernel): Promise<void> => {
  for (let more = true; more;) {
    const { residents, vehicles } = await withoutKeys(kernel, TOGETHER);
    more = residents.length === TOGETHER || vehicles.length === TOGETHER;
    if (residents.length + vehicles.length === 0) return;
    await kernel.strapi.db.transaction(async ({ trx: transaction }) => {
      const trx = transaction as Knex.Transaction;
      await keepResidentKeys(
        trx,
        residents.map(({ id, name }) => ({ id, ...residentKeys(name) }))
      );
      await keepVehicleKeys(
        trx,
        vehicles.map(({ id, plate }) => ({ id, plateEnd: vehicleKeys(plate).plateEnd }))
      );
    });
  }
};

/** Keeps the keys in step with what is entered through Strapi, and makes those that are missing. */
export const keepSearchKeys = async (strapi: Core.Strapi): Promise<void> => {
  const resident = async ({ params: { data } }: Event) => {
    // Nobody sets a key.
    for (const key of ['initials', 'pinyin', 'homeCommunity']) delete data[key];
    if (typeof data.name === 'string') Object.assign(data, residentKeys(data.name));
    const home = 'household' in data ? relationId(data.household) : undefined;
    if (home) data.homeCommunity = await communityOf(strapi, home);
  };
  const vehicle = ({ params: { data } }: Event) => {
    delete data.plateEnd;
    if (typeof data.plate === 'string') data.plateEnd = vehicleKeys(data.plate).plateEnd;
  };
  // A household that moves to another community takes its people along.
  const household = async ({ params: { data }, result }: Event) => {
    if ('community' in data && result?.id) await forgetCommunity(strapi, Number(result.id));
  };
  strapi.db.lifecycles.subscribe({ models: [RESIDENT_UID], beforeCreate: resident, beforeUpdate: resident } as never);
  strapi.db.lifecycles.subscribe({ models: [VEHICLE_UID], beforeCreate: vehicle, beforeUpdate: vehicle } as never);
  strapi.db.lifecycles.subscribe({ models: [HOUSEHOLD_UID], afterUpdate: household } as never);
  await keepKeys(kernelOf(strapi));
};
