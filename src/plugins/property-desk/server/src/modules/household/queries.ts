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

/** Everybody who lives or has lived in a home, for the caller's own transaction; telephones as they are kept. */
export const everybodyOf = (rows: Rows, connection: Knex, household: number): Promise<Row[]> =>
  rows.find(connection, RESIDENT_UID, { household });
