import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Row, Rows } from '../../kernel/storage/rows';
import { HOUSEHOLD_UID, RESIDENT_UID } from './uids';

/** A household as it was before a write, in whatever transaction is under way. */
export const householdBefore = (strapi: Core.Strapi, where: Record<string, unknown>) =>
  strapi.db.query(HOUSEHOLD_UID).findOne({ where, populate: ['building'] });

/** A building by its numeric id, likewise. */
export const buildingOf = (strapi: Core.Strapi, id: number) =>
  strapi.db.query('plugin::property-desk.building').findOne({ where: { id } });

/** Somebody of the archive, held until the transaction ends; their home first, as everywhere. */
export const lockedResident = async (rows: Rows, trx: Knex.Transaction, documentId: string): Promise<Row | null> => {
  const known = await rows.first(trx, RESIDENT_UID, { documentId });
  if (!known) return null;
  await rows.hold(trx, HOUSEHOLD_UID, [known.household]);
  return rows.lock(trx, RESIDENT_UID, documentId);
};

/** Everybody who lives or has lived in a home, for the caller's own transaction; telephones as they are kept. */
export const everybodyOf = (rows: Rows, connection: Knex, household: number): Promise<Row[]> =>
  rows.find(connection, RESIDENT_UID, { household });
