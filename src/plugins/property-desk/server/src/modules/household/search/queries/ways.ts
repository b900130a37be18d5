import type { Knex } from 'knex';
import type { SearchWay } from '../../../../../../contracts';
import type { Kernel } from '../../../../kernel/kernel';
import { byBytes } from '../../../../kernel/storage/indexes';
import { amongBuildings, unitsLike, type Place, type PlaceAmong } from '../places';
import type { Reading } from '../reading';

/** What one search asks of the ways of looking up. */
export interface Asked {
  /** Numeric ids of the communities in reach. */
  communities: number[];
  /** Whether those who have left are looked for, too. */
  former: boolean;
  /** Rows that each way may give: a household shows up once for each of its people. */
  limit: number;
  now: Date;
}

/** One household by one way. */
export interface Hit {
  household: number;
  way: SearchWay;
  /** What of the archive met the text; nothing where it is confidential. */
  text: string | null;
  /** Numeric id of the resident who was found. */
  resident: number | null;
  /** Whether they have left, or the thing is no longer the household's. */
  former: boolean;
}

/** Vehicles of one plate's end, of all communities: few of them ever share it. */
const PLATES = 200;

type Query = Knex.QueryBuilder;

/** What every way answers, in this order: one statement holds them all. */
const hit = (
  connection: Knex,
  query: Query,
  way: SearchWay,
  { household, text, resident, former }: { household: string; text?: string; resident?: string; former?: Knex.Raw }
): Query =>
  query.select(
    connection.raw('?? as household', [household]),
    connection.raw(`cast('${way}' as varchar(20)) as way`),
    connection.raw('? as text', [text ? connection.ref(text) : connection.raw('cast(null as varchar(255))')]),
    connection.raw('? as resident', [resident ? connection.ref(resident) : connection.raw('cast(null as integer)')]),
    connection.raw('? as former', [former ?? connection.raw('0')])
  );

/** The statements of each way, as far as the text can be meant so. */
export const waysOf = (
  { strapi, confidential }: Kernel,
  reading: Reading,
  places: Place[],
  { communities, former, limit, now }: Asked
): Query[] => {
  const { connection } = strapi.db;
  const { client } = strapi.db.dialect;
  const exactly = (query: Query, column: string, text: string) =>
    query.whereRaw(`${byBytes(client, '??')} = ?`, [column, text]);
  const beginning = (query: Query, column: string, text: string) =>
    query.whereRaw(`${byBytes(client, '??')} >= ? and ${byBytes(client, '??')} < ?`, [
      column,
      text,
      column,
      `${text}\u{10ffff}`,
    ]);

  const residents = (
    way: SearchWay,
    text: string | undefined,
    narrow: (query: Query) => unknown,
    { gone = null, among = communities }: { gone?: boolean | null; among?: number[] } = {}
  ) => {
    const query = connection('pd_residents').whereIn('home_community', among).limit(limit);
    narrow(query);
    if (gone === true) query.whereNotNull('moved_out_at');
    else if (gone === false || !former) query.whereNull('moved_out_at');
    return hit(connection, query, way, {
      household: 'household_id',
      resident: 'id',
      former: connection.raw('case when moved_out_at is null then 0 else 1 end'),
      text,
    });
  };
  /** The whole text, then what begins so; those who have left by an index of their own. */
  const people = (way: SearchWay, column: string, text: string): Query[] =>
    (former ? [false, true] : [false]).flatMap((gone) => [
      residents(way, column, (query) => exactly(query, column, text), { gone }),
      // Community by community, in the index's own order: what many begin with would else be read from the table.
      ...communities.map((community) =>
        residents(way, column, (query) => beginning(query, column, text).orderByRaw(byBytes(client, '??'), [column]), {
          gone,
          among: [community],
        })
      ),
    ]);

  const households = (way: SearchWay, text: string, narrow: (query: Query) => unknown): Query => {
    const query = connection('pd_households').limit(limit);
    narrow(query);
    return hit(connection, query, way, { household: 'id', text });
  };
  /** Of buildings that were named: the rooms that were meant, then what is left open. */
  const placed = ({ buildings, unit, rooms, beginning: start }: PlaceAmong): Query[] => {
    const within = (query: Query): Query => {
      query.whereIn('building_id', buildings);
      // The archive may keep no units where people write them; a unit alone means its own homes only.
      const none = (one: Query) => (rooms ? one.orWhereNull('unit').orWhere('unit', '') : one);
      return unit ? query.where((one) => none(one.whereIn('unit', unitsLike(unit)))) : query;
    };
    return [
      ...(rooms ? [households('room', 'name', (query) => within(query).whereIn('room', rooms))] : []),
      households('building', 'name', (query) => (start ? beginning(within(query), 'room', start) : within(query))),
    ];
  };
  const still = (query: Query) =>
    former ? query : query.where((open) => open.whereNull('until').orWhere('until', '>', now));
  const gone = connection.raw('case when until is null or until > ? then 0 else 1 end', [now]);

  const things = (way: SearchWay, table: string, numbers: string[]): Query =>
    hit(
      connection,
      still(
        connection(table)
          .whereIn('community_id', communities)
          .whereIn('number', numbers)
          .whereNotNull('household_id')
          .limit(limit)
      ),
      way,
      { household: 'household_id', text: 'number', former: gone }
    );

  const vehicles = (end: string): Query => {
    const cars = still(
      beginning(connection('pd_vehicles').select('household_id', 'plate', 'until').limit(PLATES), 'plate_end', end)
    );
    return hit(
      connection,
      connection
        .from(cars.as('v'))
        .join({ h: 'pd_households' }, 'h.id', 'v.household_id')
        .whereIn('h.community_id', communities)
        .limit(limit),
      'plate',
      { household: 'v.household_id', text: 'v.plate', former: gone }
    );
  };

  const { telephone, identityNumber, fileNumber, plate, name, letters, rooms, numbers } = reading;
  const hash = (kind: 'telephone' | 'identityNumber', text: string) => confidential.hash(kind, text);
  return [
    telephone &&
      residents('telephone', undefined, (query) => query.where({ telephone_hash: hash('telephone', telephone) })),
    identityNumber &&
      residents('identity_number', undefined, (query) =>
        query.where({ identity_number_hash: hash('identityNumber', identityNumber) })
      ),
    fileNumber &&
      households('file_number', 'file_number', (query) =>
        query.where({ file_number: fileNumber.number }).whereIn('community_id', communities)
      ),
    rooms && households('room', 'room', (query) => query.whereIn('community_id', communities).whereIn('room', rooms)),
    numbers && things('key', 'pd_keys', numbers),
    numbers && things('parking_space', 'pd_parking_spaces', numbers),
    plate && vehicles([...plate].reverse().join('')),
    ...(name ? people('name', 'name', name) : []),
    ...(letters ? people('initials', 'initials', letters) : []),
    ...(letters && letters.length > 1 ? people('pinyin', 'pinyin', letters) : []),
    ...amongBuildings(places).flatMap(placed),
  ].filter((query): query is Query => Boolean(query));
};

/** Ways in one statement: SQLite takes some hundred. */
const TOGETHER = 100;

/** Runs the ways, each by its own index, in one statement as long as there are not very many communities. */
export const hitsBy = async (kernel: Kernel, ways: Knex.QueryBuilder[]): Promise<Hit[]> => {
  const { connection } = kernel.strapi.db;
  const found: Record<string, unknown>[] = [];
  for (let from = 0; from < ways.length; from += TOGETHER) {
    const [first, ...others] = ways
      .slice(from, from + TOGETHER)
      .map((way, index) => connection.from(way.as(`w${index}`)).select('*'));
    found.push(...((await first.unionAll(others)) as Record<string, unknown>[]));
  }
  return found.map(({ household, way, text, resident, former }) => ({
    household: Number(household),
    way: way as SearchWay,
    text: text as string | null,
    resident: resident === null ? null : Number(resident),
    former: Number(former) === 1,
  }));
};
