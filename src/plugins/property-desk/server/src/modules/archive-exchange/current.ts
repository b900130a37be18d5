import type { Knex } from 'knex';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { HOUSEHOLD_UID, householdNames, KEY_UID, PARKING_SPACE_UID, plateKeyOf, RESIDENT_UID } from '../household';
import type { Home, Unit } from './book/units';
import { byColumn, buildingsOf, staffNames, vehiclesByPlate } from './queries';

/** A building as homes are named after it. */
export interface Building {
  id: number;
  code: string;
  name: string;
}

/** What the archive holds of all that some units name. */
export interface Current {
  /** By the room's key. */
  households: Map<string, Row>;
  /** By household. */
  residents: Map<number, Row[]>;
  /** By plate; several where a car has been somebody else's before. */
  vehicles: Map<string, Row[]>;
  /** By number. */
  keys: Map<string, Row>;
  spaces: Map<string, Row>;
  /** Of other households that cars, keys or spaces are registered for, and of staff, by id. */
  names: Map<string, string>;
}

const keyed = <K>(rows: Row[], key: (row: Row) => K): Map<K, Row> => new Map(rows.map((row) => [key(row), row]));

const grouped = <K>(rows: Row[], key: (row: Row) => K): Map<K, Row[]> => {
  const groups = new Map<K, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
};

/** A home as households are looked up and called. */
export const namesOf = (buildings: Map<number, Building>, { building, unit, room }: Home) =>
  householdNames(buildings.get(building) as Building, unit, room);

/** Buildings and staff of a community, which the book's cells name. */
export const knownOf = async (kernel: Kernel, community: number) => ({
  buildings: await buildingsOf(kernel, community),
  staff: await staffNames(kernel, community),
});

const homesOf = (buildings: Map<number, Building>, units: Unit[]) =>
  units.flatMap(({ home }) => (home ? namesOf(buildings, home).roomKey : []));

/** Has whoever changes these files at the desk wait, so that what is compared is what is written over. */
export const holdFiles = async (
  kernel: Kernel,
  trx: Knex.Transaction,
  community: number,
  buildings: Map<number, Building>,
  units: Unit[]
): Promise<void> => {
  const found = await byColumn(kernel, trx, HOUSEHOLD_UID, 'roomKey', homesOf(buildings, units), community);
  await kernel.rows.hold(
    trx,
    HOUSEHOLD_UID,
    found.map(({ id }) => id)
  );
};

/** Reads whatever of the archive these units are about, in a handful of statements. */
export const currentOf = async (
  kernel: Kernel,
  connection: Knex,
  community: number,
  buildings: Map<number, Building>,
  units: Unit[]
): Promise<Current> => {
  const read = (uid: string, attribute: string, values: (string | number)[], within?: number) =>
    byColumn(kernel, connection, uid, attribute, values, within);
  const textsOf = (sheet: 'vehicles' | 'keys' | 'parking', key: string) =>
    units.flatMap((unit) =>
      unit[sheet].flatMap(({ values }) => (values[key] === undefined ? [] : String(values[key])))
    );

  const households = await read(HOUSEHOLD_UID, 'roomKey', homesOf(buildings, units), community);
  const residents = await read(
    RESIDENT_UID,
    'household',
    households.map(({ id }) => id)
  );
  const vehicles = await vehiclesByPlate(kernel, connection, community, textsOf('vehicles', 'plate').map(plateKeyOf));
  const keys = await read(KEY_UID, 'number', textsOf('keys', 'number'), community);
  const spaces = await read(
    PARKING_SPACE_UID,
    'number',
    [...textsOf('parking', 'number'), ...textsOf('vehicles', 'parkingSpace')],
    community
  );

  const named = new Map<string, string>(households.map(({ id, name }) => [`household ${id}`, String(name)]));
  const others = [...vehicles, ...keys, ...spaces]
    .map(({ household }) => household)
    .filter((id) => id !== null && !named.has(`household ${id as number}`));
  for (const row of (await kernel.rows.byIds(connection, HOUSEHOLD_UID, others)).values())
    named.set(`household ${row.id}`, String(row.name));
  for (const space of spaces) named.set(`space ${space.id}`, String(space.number));
  const parked = await kernel.rows.byIds(
    connection,
    PARKING_SPACE_UID,
    vehicles.map(({ parkingSpace }) => parkingSpace)
  );
  for (const row of parked.values()) named.set(`space ${row.id}`, String(row.number));
  return {
    households: keyed(households, ({ roomKey }) => roomKey as string),
    residents: grouped(residents, ({ household }) => household as number),
    vehicles: grouped(vehicles, ({ plateKey }) => plateKey as string),
    keys: keyed(keys, ({ number }) => number as string),
    spaces: keyed(spaces, ({ number }) => number as string),
    names: named,
  };
};
