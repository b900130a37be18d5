import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Kernel } from '../../../../kernel/kernel';
import { HOUSEHOLD_UID, RESIDENT_UID } from '../../uids';

/** Of a person without a home: no community has this id, and nobody looks for it again. */
const NOWHERE = 0;

/** The community of a household, in whatever transaction is under way. */
export const communityOf = async (strapi: Core.Strapi, household: number): Promise<number> => {
  const found = await strapi.db
    .query(HOUSEHOLD_UID)
    .findOne({ select: ['id'], where: { id: household }, populate: { community: { select: ['id'] } } });
  return Number(found?.community?.id ?? NOWHERE);
};

/** The residents of a household are found nowhere until their community is looked up anew. */
export const forgetCommunity = (strapi: Core.Strapi, household: number) =>
  strapi.db.query(RESIDENT_UID).updateMany({ where: { household }, data: { homeCommunity: null } });

/** Residents and vehicles that cannot be found yet, some of each. */
export const withoutKeys = async (kernel: Kernel, limit: number) => {
  const { connection } = kernel.strapi.db;
  // In the order of the index: whatever the statistics say, nothing else comes into question.
  const some = (table: string, key: string, text: string): Knex.QueryBuilder =>
    connection(table)
      .whereNull(key)
      .orderBy([{ column: key }, { column: 'id' }])
      .limit(limit)
      .select('id', text);
  const [residents, vehicles]: [{ id: number; name: string }[], { id: number; plate: string }[]] = await Promise.all([
    some('pd_residents', 'home_community', 'name'),
    some('pd_vehicles', 'plate_end', 'plate'),
  ]);
  return { residents, vehicles };
};

/** One value for each of many records, in one statement. */
const each = (trx: Knex.Transaction, records: { id: number }[], value: (index: number) => string) =>
  trx.raw(
    `case id ${records.map(() => 'when ? then ?').join(' ')} end`,
    records.flatMap(({ id }, index) => [id, value(index)])
  );

/** Writes the keys of residents, their household's community with them. */
export const keepResidentKeys = async (
  trx: Knex.Transaction,
  residents: { id: number; initials: string; pinyin: string }[]
): Promise<void> => {
  if (residents.length === 0) return;
  await trx('pd_residents')
    .whereIn(
      'id',
      residents.map(({ id }) => id)
    )
    .update({
      initials: each(trx, residents, (index) => residents[index].initials),
      pinyin: each(trx, residents, (index) => residents[index].pinyin),
      home_community: trx.raw(
        'coalesce((select h.community_id from pd_households h where h.id = pd_residents.household_id), ?)',
        [NOWHERE]
      ),
    });
};

/** Writes the keys of vehicles. */
export const keepVehicleKeys = async (
  trx: Knex.Transaction,
  vehicles: { id: number; plateEnd: string }[]
): Promise<void> => {
  if (vehicles.length === 0) return;
  await trx('pd_vehicles')
    .whereIn(
      'id',
      vehicles.map(({ id }) => id)
    )
    .update({ plate_end: each(trx, vehicles, (index) => vehicles[index].plateEnd) });
};
